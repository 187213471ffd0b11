"""What the ledger shows: a row for each organisation, a column for each of the last rounds."""

from collections.abc import Sequence

from facilitator.days import short_day
from facilitator.decision import CATEGORIES, Code, Position
from facilitator.explain import explain
from facilitator.gradients import Gradient
from facilitator.hands import counts, hands_in_words, rest_of_hands, still_silent
from facilitator.rounds import Round
from facilitator.stages.gather import Organisation
from facilitator.stages.values.authority import NO_LIMIT, authority_of
from facilitator.stages.values.state import reopened_since
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.theme.tokens import position_look
from ui.widgets.hairline_table import Cell, Column, TableRow

MOST_ROUNDS = 3
"""Rounds that have a column of their own; earlier ones are in the record."""

GRADIENT_WORDS: dict[Gradient, str] = {
    "endorsement": "endorses",
    "minor_contention": "minor contention",
    "reservations": "reservations",
    "abstain": "abstains",
    "more_discussion": "discuss more",
    "dislike_but_support": "supports it still",
    "serious_disagreement": "disagrees",
    "veto": "veto",
}
"""A gradient in the two words that a pill has room for."""

_WAS = {
    "agreed": "agreed",
    "agreed_with_reservations": "agreed with reservations",
    "agreed_not_unanimous": "agreed, not unanimously,",
}
_NAME, _PILL, _LEAST_WORDS, _ALL = 168, 130, 240, 814
_MOST_NAMED = 4


def columns(rounds: Sequence[Round]) -> list[Column]:
    """The headings: the organisation, the last rounds (the open one marked), and the words."""
    shown = rounds[-MOST_ROUNDS:]
    heads = [f"Round {r.number} · open" if r.is_open else f"Round {r.number}" for r in shown]
    heads = heads or ["Round 1"]
    words = max(_ALL - _NAME - _PILL * len(heads), _LEAST_WORDS)
    return [
        Column("Organisation", _NAME),
        *(Column(head, _PILL) for head in heads),
        Column("What would make it work", words),
    ]


def rows(
    workshop: Workshop, rounds: Sequence[Round], here: frozenset[str] | None
) -> list[TableRow]:
    """A row for each organisation; `here` are those marked as here, None without attendance."""
    shown = [r.standing() for r in rounds[-MOST_ROUNDS:]] or [{}]
    last = rounds[-1] if rounds else None
    before = rounds[-2] if len(rounds) > 1 else None
    return [
        TableRow(
            organisation.id,
            (
                _name(organisation, here),
                *(_pill(positions.get(organisation.id)) for positions in shown),
                Cell(words(last, organisation.id))
                if organisation.id in shown[-1]
                else _until_heard(workshop, before, organisation.id),
            ),
        )
        for organisation in workshop.organisations.values()
    ]


def _until_heard(workshop: Workshop, before: Round | None, organisation: str) -> Cell:
    """What an organisation said in the round before; without words, how far it may go today.

    It is asked whether the change answers it, so its words stand there while it is.
    """
    said = words(before, organisation)
    if before is not None and said:
        return Cell(f"round {before.number}: {said}", mute=True)
    return Cell(authority_remark(workshop, organisation), mute=True)


def authority_remark(workshop: Workshop, organisation: str) -> str:
    """How far an organisation may go today, in a line; empty where it has not said, or anything."""
    said = authority_of(workshop, organisation)
    if said is None or said.limit == NO_LIMIT:
        return ""
    asks = f"; asks {said.ask.rstrip('.')} by {short_day(said.by)}" if said.ask else ""
    return f"May agree to: {said.limit.rstrip('.')}{asks}."


def words(last: Round | None, organisation: str) -> str:
    """What an organisation said in a round, as the ledger shows it."""
    position = last.standing().get(organisation) if last else None
    if last is None or position is None:
        return ""
    parts = [_said(position)]
    if organisation in last.late:
        parts.insert(0, "Came late.")
    parts += [f"Corrected: {c.why}" for c in last.corrections if c.organisation == organisation]
    if last.mandates.get(organisation) == "":
        parts.append("Subject to mandate.")
    return " ".join(filter(None, parts))


def in_the_bar(
    workshop: Workshop, last: Round | None, here: frozenset[str] | None, at: str
) -> tuple[list[tuple[Code, int]], int]:
    """How many stand where at a minute, and how many of those here are still to be heard.

    Before the first round nobody does, nor on the new version of a value that was reopened.
    """
    if last is None or reopened_since(workshop, last):
        return [], 0
    waiting = len(unheard(workshop, last, here)) if last.is_open else 0
    return counts(workshop, last, at), still_silent(workshop, last, waiting, at)


def unheard(workshop: Workshop, current: Round | None, here: frozenset[str] | None) -> list[str]:
    """Ids of the organisations here without a position in the round that is open or comes next."""
    if current is not None and not current.is_open:
        return []
    heard = current.positions if current else {}
    return [o for o in workshop.organisations if o not in heard and (here is None or o in here)]


def next_up(workshop: Workshop, current: Round | None, here: frozenset[str] | None) -> str:
    """Id of the organisation to be heard next, else to be answered; empty without one."""
    waiting = unheard(workshop, current, here)
    point = to_settle(workshop, current) if current is not None and not waiting else None
    return point.organisation if point is not None else next(iter(waiting), "")


def to_settle(workshop: Workshop, last: Round) -> Position | None:
    """The first objection or question that is not settled, those that block first; or None."""
    waiting = [p for p in last.standing().values() if p.waits]
    voters = {e.organisation for e in workshop.electors() if e.voting}
    blocking = [p for p in waiting if p.organisation in voters]
    return next(iter([*blocking, *waiting]), None)


def sentence(workshop: Workshop, last: Round | None, here: frozenset[str] | None) -> str:
    """What came of the last round; while it is open, who is still to be heard."""
    if last is None:
        return ""
    if not last.is_open:
        again = reopened_since(workshop, last)
        return _reopened(last) if again else explain(workshop, last, _MOST_NAMED)
    waiting = [workshop.organisation_name(o) for o in unheard(workshop, last, here)]
    if not waiting and not last.positions:
        return f"Round {last.number} is open, and nobody is marked as here. Press G on who came."
    if not waiting:
        return f"Round {last.number}: everyone here has a position. Lock the round."
    if last.hands:
        return _hands(last, len(waiting))
    if len(waiting) > _MOST_NAMED:
        named = _MOST_NAMED - 1
        waiting = [*waiting[:named], f"{len(waiting) - named} more"]
    return f"Round {last.number} is open. Still to hear: {joined(waiting)}."


def _reopened(last: Round) -> str:
    """What a value was before it was reopened: what was agreed then does not stand for it now."""
    was = _WAS.get(last.outcome() or "")
    if was is None:
        return f"Reopened after round {last.number}, which did not agree. It is not agreed yet."
    on = f" on {short_day(last.at[:10])}" if last.at else ""
    return f"Reopened: it was {was}{on}. The new version is not agreed yet."


def _hands(last: Round, silent: int) -> str:
    """What the hands said, and what is still to be named."""
    most, left = rest_of_hands(last)
    shown = joined(hands_in_words(last.hands))
    if left:
        return f"Hands: {shown}. Now say whose hands these were: {joined(hands_in_words(left))}."
    word = position_look(most).word if most else ""
    return f"Hands: {shown}. The other {silent} stand at “{word}”: press A."


def _said(position: Position) -> str:
    quoted = f"“{position.text}”" if position.text else ""
    match position.code:
        case "object":
            about = CATEGORIES.get(position.category, "")
            said = f"Objects ({about}): {quoted}" if about else quoted
        case "stand_aside":
            said = f"Not bound by: {quoted}"
        case "need_more":
            said = f"Asks: {quoted}"
        case _:
            said = quoted
    if position.would_work:
        said = f"{said} · would work: {position.would_work}".lstrip(" ·")
    if position.not_valid:
        said = f"{said} · not valid, recorded as a reservation: {position.not_valid}"
    return f"{said} · resolved: {position.resolved}" if position.resolved else said


def _name(organisation: Organisation, here: frozenset[str] | None) -> Cell:
    away = here is not None and organisation.id not in here
    remarks = [
        organisation.short,
        *([] if organisation.voting else ["no vote"]),
        *(["not here"] if away else []),
    ]
    return Cell(" · ".join(remarks), mute=away)


def _pill(position: Position | None) -> Cell:
    if position is None:
        return Cell()
    return Cell(pill=position.code, text=GRADIENT_WORDS.get(position.gradient, ""))
