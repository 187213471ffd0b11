"""Purpose: contributions, themes, the only-we test, drafts, the round on the last of them, and
who will defend it outside."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from facilitator.board import capture, name_theme, put_on_theme
from facilitator.car_park import park
from facilitator.decision import AGREED
from facilitator.guide import Guide
from facilitator.only_we import QUESTIONS, answer_only_we
from facilitator.rounds import latest_round, open_round
from facilitator.stages.purpose import adopt, adopted, close_draft, draft
from facilitator.stages.understanding import agree_term, park_term
from facilitator.statement import answer_another_board, name_stop, say_defence
from ui.demo.form.purpose import Card, OnlyUs, PurposeSaid, Signing, Statement
from ui.demo.form.rounds import RoundSaid
from ui.demo.form.words import plain
from ui.demo.player import Player
from ui.demo.rounds import NOT_RECORDED, take_round
from ui.demo.schedule import Thread, spread

ROUND = "purpose-R1"
_OPEN_FOR = timedelta(minutes=6)


def play_purpose(player: Player, said: PurposeSaid) -> None:
    """The purpose stage in its sitting."""
    sitting = player.sitting(next((c.session for c in said.contributions), ""), "purpose")
    locked = said.final_round.locked if said.final_round else None
    pinned = {"positions": locked - _OPEN_FOR} if locked else {}
    times = player.walk("purpose", player.begin(sitting), pinned)
    player.played.prompts = _questions(player, said)
    # A card is kept before it is put on a pile, whatever the day on which it was written.
    ready = _capture(player, said, times)
    _name_themes(player, said, times)
    _sort(player, said, times, ready)
    _test(player, said, times, ready)
    _park(player, said, times, ready)
    _share_words(player, times)
    final = _draft(player, said, times)
    if said.final_round and final:
        begins = times["positions"]
        _decide(player, said.final_round, final, begins, locked or begins + _OPEN_FOR)


def card_id(number: int, card: Card) -> str:
    """A contribution's id: the file's own, or its place in the list."""
    return card.id or f"K{number + 1:02}"


def _questions(player: Player, said: PurposeSaid) -> dict[str, str]:
    """The file's prompts by the guide's questions: by their words, then by their order."""
    asked = _asked(player.guide, player.sample.place, player.sample.board.name)
    left = dict.fromkeys([*said.prompts, *(c.prompt for c in said.contributions if c.prompt)])
    prompts = {}
    for prompt in list(left):
        question = asked.get(_bare(said.prompts.get(prompt, "")))
        if question and question not in prompts:
            prompts[question] = prompt
            del left[prompt]
    free = [question for question in asked.values() if question not in prompts]
    for number, prompt in enumerate(left):
        prompts[free[number] if number < len(free) else plain(prompt)] = prompt
    return prompts


def _asked(guide: Guide, place: str, group: str) -> dict[str, str]:
    """The guide's questions that gather cards, by their prompt."""
    return {
        _bare(Guide.in_words(step.prompt, place=place, group=group)): step.question
        for step in guide.stage("purpose").steps
        if step.question and step.activity == "capture"
    }


def _bare(prompt: str) -> str:
    return "".join(filter(str.isalnum, prompt.casefold()))


def _capture(
    player: Player, said: PurposeSaid, times: Mapping[str, datetime.datetime]
) -> dict[str, datetime.datetime]:
    """Put every contribution into the schedule; when each is there, by id."""
    steps = list(times)
    question_of = {prompt: question for question, prompt in player.played.prompts.items()}
    first = next((c.session for c in said.contributions), "")
    piles: dict[tuple[str, str], list[tuple[str, Card]]] = defaultdict(list)
    for number, card in enumerate(said.contributions):
        piles[card.session or first, card.prompt].append((card_id(number, card), card))
    ready = {}
    for (session, prompt), cards in piles.items():
        question = question_of.get(prompt, "why-bother")
        step = question if question in times else "why-bother"
        start, end = times[step], times[steps[steps.index(step) + 1]]
        elsewhere = player.sitting(session)
        if session != first and elsewhere is not None:
            start, end = elsewhere.starts, elsewhere.ends
        for (name, card), moment in zip(cards, spread(start, end, len(cards)), strict=True):
            ready[name] = moment
            player.schedule.at(moment, _keep, player, name, card, question)
    return ready


def _keep(player: Player, name: str, card: Card, question: str) -> None:
    by = card.by if card.attribute_in_export else ""
    if by and by not in player.workshop.members:
        player.refuse(name, f"Nobody is called {by}, so its author is not kept.")
        by = ""
    player.ask(name, capture, card.text, "purpose", question, member=by, contribution_id=name)


def _name_themes(player: Player, said: PurposeSaid, times: Mapping[str, datetime.datetime]) -> None:
    used = dict.fromkeys(card.cluster for card in said.contributions if card.cluster)
    names = {**{theme: theme for theme in used}, **said.clusters}
    for theme, name in names.items():
        player.plan(times["themes"], theme, name_theme, name, theme=theme)


def _sort(
    player: Player,
    said: PurposeSaid,
    times: Mapping[str, datetime.datetime],
    ready: Mapping[str, datetime.datetime],
) -> None:
    piles: dict[tuple[str, datetime.datetime], list[str]] = defaultdict(list)
    themes = list(dict.fromkeys(card.cluster for card in said.contributions if card.cluster))
    turns = dict(
        zip(themes, spread(times["themes"], times["only-we-test"], len(themes)), strict=True)
    )
    for number, card in enumerate(said.contributions):
        name = card_id(number, card)
        if card.cluster:
            piles[card.cluster, max(turns[card.cluster], ready[name])].append(name)
    for (theme, moment), names in piles.items():
        player.schedule.at(moment, _pile, player, theme, names)


def _pile(player: Player, theme: str, names: list[str]) -> None:
    cards = tuple(name for name in names if name in player.workshop.contributions)
    player.ask(theme, put_on_theme, cards, theme)


def _test(
    player: Player,
    said: PurposeSaid,
    times: Mapping[str, datetime.datetime],
    ready: Mapping[str, datetime.datetime],
) -> None:
    """Test a theme once where its cards were all answered alike, else card by card."""
    tested: dict[str, list[tuple[str, OnlyUs]]] = defaultdict(list)
    for number, card in enumerate(said.contributions):
        if card.only_us_test:
            tested[card.cluster].append((card_id(number, card), card.only_us_test))
    for theme, cards in tested.items():
        alike = theme and len({answers for _, answers in cards}) == 1
        moment = max(times["only-we-test"], *(ready[name] for name, _ in cards))
        for subject, answers in [(theme, cards[0][1])] if alike else cards:
            said_yes = (answers.alone_can, answers.hold_levers, answers.would_be_missed)
            for question, yes in zip(QUESTIONS, said_yes, strict=True):
                player.plan(moment, subject, answer_only_we, subject, question, yes)


def _park(
    player: Player,
    said: PurposeSaid,
    times: Mapping[str, datetime.datetime],
    ready: Mapping[str, datetime.datetime],
) -> None:
    people = {person.id: person for person in player.sample.participants}
    for number, card in enumerate(said.contributions):
        if plain(card.outcome) != "parked":
            continue
        name = card_id(number, card)
        by = people[card.by].role if card.attribute_in_export and card.by in people else ""
        where = said.clusters.get(card.cluster, card.cluster)
        moment = max(times["only-we-test"], ready[name]) + timedelta(minutes=1)
        player.plan(moment, name, park, "", by, where, contribution=name)


def _share_words(player: Player, times: Mapping[str, datetime.datetime]) -> None:
    """Agree how words are used, and park what the ten minutes did not settle."""
    said = player.sample.understanding
    acts: list[Callable[[], object]] = [
        partial(player.ask, each.term, agree_term, each.term, each.use) for each in said.terms
    ]
    acts += [partial(player.ask, each, park_term, each) for each in said.terms_timer.parked]
    moments = spread(times["words"], times["close"], len(acts))
    for moment, act in zip(moments, acts, strict=True):
        player.schedule.at(moment, act)


def _draft(player: Player, said: PurposeSaid, times: Mapping[str, datetime.datetime]) -> str:
    """Write the statements, each on the one before; the id of the one to decide on, or nothing."""
    before = ""
    standing: dict[str, bool] = {}
    moments = spread(times["draft"], times["positions"], len(said.statements))
    for number, (statement, moment) in enumerate(zip(said.statements, moments, strict=True), 1):
        name = f"purpose-v{number}"
        player.schedule.at(moment, _write, player, name, statement.text, before)
        if statement.put_aside:
            player.plan(moment, name, close_draft, name, statement.put_aside, statement.why)
        before = name
        standing[name] = not statement.put_aside
    final = next((name for name in reversed(standing) if standing[name]), before)
    if not said.statements and said.final_round and said.final_round.wording:
        final = "purpose-v1"
        wording = said.final_round.wording
        player.plan(times["draft"], final, draft, wording, draft_id=final)
    return final


def _write(player: Player, name: str, text: str, before: str) -> None:
    revises = before if before in player.workshop.drafts else ""
    player.ask(name, draft, text, revises, draft_id=name)


def _decide(
    player: Player,
    said: RoundSaid,
    final: str,
    begins: datetime.datetime,
    locked: datetime.datetime,
) -> None:
    about = "Purpose"

    def open_it() -> None:
        found = player.workshop.drafts.get(final)
        if found:
            player.ask(about, open_round, final, found.text, ROUND)

    def adopt_it() -> None:
        last = latest_round(player.workshop, final)
        if last and last.outcome() in AGREED:
            _ask_first(player, final)
            player.ask(about, adopt, final)

    def defend_it() -> None:
        if adopted(player.workshop):
            _defend(player, final)

    # The drafts are written before the step begins; a round waits for them, whatever its minute.
    thread = Thread(player.schedule, begins)
    thread.at(locked - _OPEN_FOR, open_it)
    thread.at(locked, take_round, player, about, ROUND, said, locked)
    thread.at(locked, adopt_it)
    thread.at(locked, defend_it)


NOT_ASKED = (
    "whether another board would sign it and what it would have to stop is not in the file, so the "
    "words of the answers are not recorded."
)


def _ask_first(player: Player, final: str) -> None:
    """Answer the two questions that come before adopting.

    A file may give the answers with its statement. Where it does not, nothing is made up: that no
    other board would sign it is what adopting it means, and the words are not recorded.
    """
    said = player.sample.purpose
    texts = {each.text.strip(): each for each in said.statements} if said else {}
    found = player.workshop.drafts[final]
    statement = texts.get(found.text, Statement(text=found.text))
    signing = statement.another_board or Signing(would_sign=False, reason=NOT_RECORDED)
    player.ask("Purpose", answer_another_board, final, signing.would_sign, signing.reason)
    for stop in statement.would_stop or (NOT_RECORDED,):
        player.ask("Purpose", name_stop, final, stop)
    if statement.another_board is None or not statement.would_stop:
        player.assume("Purpose", NOT_ASKED)


def _defend(player: Player, final: str) -> None:
    """Record who will defend the purpose outside, and why the others will not yet."""
    for each in player.sample.defend_outside:
        if each.org in player.workshop.organisations:
            reason = each.reason.strip() or ("" if each.will_defend else NOT_RECORDED)
            player.ask("Purpose", say_defence, final, each.org, each.will_defend, reason)
