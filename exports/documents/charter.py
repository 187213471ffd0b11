"""The values charter: one page to hang on a wall. Workshop to blocks.

Contents: domain.md, section 4.
"""

import datetime

from exports.blocks import (
    Block,
    BulletList,
    Document,
    Heading,
    Lead,
    OnePage,
    Paragraph,
    Run,
    Title,
    Words,
)
from exports.documents.positions import reserved
from facilitator.days import day_in_words
from facilitator.rounds import latest_round
from facilitator.stages import purpose
from facilitator.stages.values import Value, charter
from facilitator.wording import joined
from facilitator.workshop import Workshop

TITLE = "What we hold to"


def no_charter_yet(workshop: Workshop) -> str:
    """Why there is nothing to hang on a wall yet; nothing where there is."""
    return "" if charter(workshop) else "No value has been agreed yet."


def values_charter(workshop: Workshop, made: datetime.datetime) -> Document:
    """The charter of the values that are agreed, with the reservations as footnotes."""
    paper = workshop.paper
    group = workshop.about.group or "A group that has no name yet"
    adopted = purpose.adopted(workshop)
    notes: list[tuple[str, str]] = []
    blocks: list[Block] = [Title(TITLE, group, _subtitle(workshop))]
    if adopted is not None:
        blocks.append(Lead(adopted.text))
    for value in charter(workshop):
        blocks += _value(workshop, value, notes)
    if notes:
        blocks.append(Heading("Reservations, word for word", level=2, label=True))
        blocks += [
            Paragraph((Run(f"{at}  ", bold=True), f"“{said}” {who}".rstrip()), "small")
            for at, (said, who) in enumerate(notes, start=1)
        ]
    return Document(
        title=f"{TITLE}: {group}",
        blocks=(OnePage(tuple(blocks), least=0.8),),
        created=made,
        footer=f"{group} · Values charter · v{paper.version}",
        author=group,
        subject=f"{paper.status}, version {paper.version}",
    )


def _subtitle(workshop: Workshop) -> str:
    paper = workshop.paper
    parts = [f"Version {paper.version}", paper.status[:1].lower() + paper.status[1:]]
    if paper.review_on:
        parts.append(f"we look at it again by {day_in_words(paper.review_on)}")
    return " · ".join(parts)


def _value(workshop: Workshop, value: Value, notes: list[tuple[str, str]]) -> list[Block]:
    marks = [_mark(workshop, value, notes)]
    wording: Words = (value.wording, *(Run(f" [{mark}]", mute=True) for mark in marks if mark))
    blocks: list[Block] = [Heading(value.title), Paragraph(wording)]
    said = [(Run("We will ", bold=True), each) for each in value.will]
    said += [(Run("Even under pressure we will not ", bold=True), each) for each in value.will_not]
    return [*blocks, BulletList(tuple(said))] if said else blocks


def _mark(workshop: Workshop, value: Value, notes: list[tuple[str, str]]) -> str:
    """Keep the reservations on a value, and give the numbers under which they stand."""
    last = latest_round(workshop, value.id)
    if last is None:
        return ""
    aside = [each for each in last.standing().values() if each.code == "stand_aside"]
    numbers = []
    for kind, positions in (("", reserved(last)), ("standing aside", aside)):
        for each in positions:
            quoted = workshop.attribution != "unattributed"
            who = workshop.organisation_name(each.organisation) if quoted else ""
            said = ", ".join(words for words in (who, kind) if words)
            notes.append((each.text, f"{said}." if said else ""))
            numbers.append(str(len(notes)))
    return joined(numbers)
