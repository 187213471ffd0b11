"""The board in a document: every card under its question and theme, the only-we test, the car park.

A card stands word for word and is attributed as was chosen for it; who wrote an unattributed one
is looked at nowhere. Each has a number, so that a minute can point to it.
"""

from collections.abc import Iterator

from exports.blocks import Block, Cell, Column, Heading, KeepTogether, Paragraph, Run, Table, Words
from facilitator.attribution import shown_as
from facilitator.board import Contribution
from facilitator.car_park import Parked
from facilitator.days import day_in_words
from facilitator.guide import Guide
from facilitator.only_we import QUESTIONS, Answer, Question, fate
from facilitator.wording import joined
from facilitator.workshop import Workshop

_ASKED: dict[Question, str] = {
    "alone_can": "Could one of us do it alone?",
    "hold_levers": "Do we hold the levers?",
    "would_be_missed": "Would anyone miss it?",
}
_FATES = {
    "kept": "Kept: only we can do it",
    "fails": "Not only ours",
    "untested": "Not answered to the end",
}
_UNATTRIBUTED = "unattributed"


def contributions(workshop: Workshop, guide: Guide) -> list[Block]:
    """Every card, in the order of the questions and, within a theme, as it was said."""
    blocks: list[Block] = []
    number = 1
    for (stage, question), ids in workshop.cards_of.items():
        cards = [workshop.contributions[each] for each in ids]
        if not cards:
            continue
        asked = _question(workshop, guide, stage, question)
        head = (Heading(asked, level=3), Paragraph(_counted(len(cards)), "mute", leads=True))
        blocks += head
        for theme, those in _piles(workshop, cards):
            if theme:
                blocks.append(Heading(theme, level=4))
            blocks.append(_table(workshop, those, number))
            number += len(those)
    return [Heading("What was said"), *blocks] if blocks else []


def _counted(cards: int) -> str:
    said = "contribution" if cards == 1 else "contributions"
    return f"{cards:,} {said}, word for word."


def _question(workshop: Workshop, guide: Guide, stage: str, question: str) -> str:
    """The question as the room saw it, or the step that asks none, in which it was said.

    The question's own word where no script of ours asks it.
    """
    found = guide.stages.get(stage)
    steps = found.steps if found else ()
    step = next((s for s in steps if s.question == question), None)
    if step is None:
        said_in = next((s for s in steps if s.id == question and not s.question), None)
        if found and said_in:
            return f"{found.title}: {said_in.title}"
        return question.replace("-", " ").capitalize() or "Without a question"
    about = workshop.about
    return guide.in_words(step.prompt, place=about.place, group=about.group)


def _piles(
    workshop: Workshop, cards: list[Contribution]
) -> Iterator[tuple[str, list[Contribution]]]:
    """The cards of each theme in the themes' order, then the loose ones."""
    piles: dict[str, list[Contribution]] = {theme: [] for theme in workshop.themes}
    loose: list[Contribution] = []
    for card in cards:
        piles.get(card.theme, loose).append(card)
    themed = [(workshop.themes[t].name, those) for t, those in piles.items() if those]
    yield from themed
    if loose:
        yield ("In no theme" if themed else "", loose)


def _table(workshop: Workshop, cards: list[Contribution], first: int) -> Table:
    """Numbered cards with who said each; without that column where none of them is attributed."""
    said = [workshop.who_said(card) for card in cards]
    named = any(who != _UNATTRIBUTED for who in said)
    columns = [Column("No.", 0.6), Column("In their own words", 5.2 if named else 7.4)]
    columns += [Column("Who said it", 2.2)] if named else []
    rows: list[tuple[Cell | Words, ...]] = []
    for number, (card, who) in enumerate(zip(cards, said, strict=True), first):
        words = Cell(card.text, ("In the car park",)) if card.parked else card.text
        whose = Run(who.capitalize(), mute=True) if who == _UNATTRIBUTED else who
        rows.append((Run(str(number), mute=True), words, whose)[: len(columns)])
    return Table(tuple(columns), tuple(rows), "" if named else "Unattributed.")


def only_we(workshop: Workshop) -> list[Block]:
    """What the group answered to the three questions, theme by theme, with the hands counted."""
    rows: list[tuple[Cell | Words, ...]] = []
    for subject, found in workshop.only_we.items():
        theme = workshop.themes.get(subject)
        card = workshop.contributions.get(subject)
        title = theme.name if theme else f"“{card.text}”" if card else ""
        if title:
            answers = (_answer(workshop, found.answer(question)) for question in QUESTIONS)
            rows.append((title, *answers, _FATES[fate(workshop, subject)]))
    if not rows:
        return []
    columns = (
        Column("Theme", 2.2),
        *(Column(_ASKED[question], 1.5) for question in QUESTIONS),
        Column("What came of it", 1.7),
    )
    return [
        Heading("What only we can do, tested", level=3),
        Table(columns, tuple(rows), header_column=True),
    ]


def _answer(workshop: Workshop, answer: Answer) -> Cell:
    said = {True: "Yes", False: "No", None: "No answer"}[answer.is_yes]
    notes = []
    if hands := answer.hands:
        unsure = f", {hands.unsure} unsure" if hands.unsure else ""
        notes.append(f"{hands.yes} yes, {hands.no} no{unsure}")
    if answer.is_yes is not None:
        differs = [
            f"{workshop.organisation_name(o)} {each}"
            for o, each in answer.positions.items()
            if each != ("yes" if answer.is_yes else "no")
        ]
        notes += [joined(differs)] if differs else []
    return Cell(said, tuple(notes))


def car_park(workshop: Workshop) -> list[Block]:
    """Everything that was put aside, where it was to go, and what became of it."""
    if not workshop.car_park:
        return []
    columns = (
        Column("Put aside", 3.6),
        Column("Where it goes", 2.4),
        Column("What became of it", 2.6),
    )
    rows = tuple(
        (
            Cell(each.text, _whose(workshop, each)),
            _where(workshop, each),
            each.outcome or "Still there",
        )
        for each in workshop.car_park.values()
    )
    return [Heading("The car park"), Table(columns, rows)]


def _whose(workshop: Workshop, item: Parked) -> tuple[str, ...]:
    """Who put it aside, and how many cards went with it.

    Whoever puts a card aside may be whoever wrote it, so it is quoted no closer than the card.
    """
    card = workshop.contributions.get(item.contribution)
    named = card is None or shown_as(workshop, card) == "named"
    who = _quoted(workshop, item.by) if named else ""
    notes = [f"Put there by {who}"] if who else []
    if item.contributions:
        count = len(item.contributions)
        notes.append(f"With {count} contribution{'' if count == 1 else 's'}")
    return tuple(notes)


def _quoted(workshop: Workshop, who: str) -> str:
    """A person, an organisation or words, as the group chose to quote them."""
    member = workshop.members.get(who)
    match workshop.attribution_of.get(who, workshop.attribution):
        case "named":
            return workshop.person(workshop.organisation_name(who))
        case "organisation":
            return workshop.organisation_name(member.organisation if member else who)
        case _:
            return ""


def _where(workshop: Workshop, item: Parked) -> Cell:
    carrier = _quoted(workshop, item.carrier)
    notes = [f"Taken there by {carrier}"] if carrier else []
    if item.back_at:
        notes.append(f"To be taken up: {day_in_words(item.back_at)}")
    return Cell(item.destination or "Not said", tuple(notes))


def missing(workshop: Workshop) -> list[Block]:
    """Who the group found to be missing; nothing where that was not asked."""
    said = workshop.about.who_is_missing
    return [KeepTogether((Heading("Who is missing", level=3), Paragraph(said)))] if said else []
