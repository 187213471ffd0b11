"""Values in a document: in short on the first page, and each in full with how it got there."""

from exports.blocks import (
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    KeepTogether,
    Paragraph,
    Run,
    Spacer,
    Table,
)
from exports.documents.dates import day_in_words
from exports.documents.positions import bar_of, by_organisation, what_stood_against
from facilitator.explain import explain
from facilitator.rounds import rounds_about
from facilitator.stages.values import Value, charter, on_the_table
from facilitator.wording import joined
from facilitator.workshop import Workshop


def values_in_short(workshop: Workshop) -> list[Block]:
    """The agreed values, each with its wording and who has a reservation."""
    agreed = charter(workshop)
    if not agreed:
        return [
            Heading("What we hold to", label=True),
            Paragraph("No value has been agreed yet.", "mute"),
        ]
    rows = tuple(
        (Run(v.title, bold=True), Cell(v.wording, _reservations(workshop, v))) for v in agreed
    )
    columns = (Column("", 2), Column("", 5))
    return [Heading("What we hold to", label=True), Table(columns, rows, header_column=True)]


def _reservations(workshop: Workshop, value: Value) -> tuple[str, ...]:
    last = rounds_about(workshop, value.id)[-1]
    notes = []
    for code, one, many in (
        ("reservation", "reservation recorded", "reservations recorded"),
        ("stand_aside", "stands aside", "stand aside"),
    ):
        names = [
            workshop.organisation_name(o) for o, p in last.standing().items() if p.code == code
        ]
        if names:
            notes.append(f"{len(names)} {one if len(names) == 1 else many}: {joined(names)}")
    return tuple(notes)


def values_in_full(workshop: Workshop) -> list[Block]:
    """Every value on the table: agreed ones in full, the others with what became of them."""
    agreed = charter(workshop)
    blocks: list[Block] = []
    for value in agreed:
        blocks += _in_full(workshop, value)
    if blocks:
        blocks.insert(0, Heading("Our values"))
    others = [v for v in on_the_table(workshop) if v not in agreed]
    if others:
        columns = (Column("Value", 2), Column("Wording", 3), Column("What became of it", 3))
        rows = tuple((Run(v.title, bold=True), v.wording, _became(workshop, v)) for v in others)
        blocks += [Heading("Not agreed, and why", level=3 if agreed else 2), Table(columns, rows)]
    return blocks


def _in_full(workshop: Workshop, value: Value) -> list[Block]:
    last = rounds_about(workshop, value.id)[-1]
    head: list[Block] = [Heading(value.title, level=3), Paragraph(value.wording)]
    if value.meaning:
        head.append(Paragraph(value.meaning, "mute"))
    blocks: list[Block] = [KeepTogether(tuple(head))]
    for words, behaviours in (
        ("We will", value.will),
        ("Even under pressure we will not", value.will_not),
    ):
        if behaviours:
            head_line = Paragraph(Run(words, bold=True))
            blocks.append(KeepTogether((head_line, BulletList(behaviours))))
    return [
        *blocks,
        Spacer(0.5),
        bar_of(last),
        Paragraph(by_organisation(workshop, last), "small"),
        Paragraph(_journey(workshop, value), "small"),
    ]


def _journey(workshop: Workshop, value: Value) -> str:
    """How a value got there, in one line."""
    rounds = rounds_about(workshop, value.id)
    parts = []
    if value.proposed_by:
        parts.append(f"Proposed by {workshop.organisation_name(value.proposed_by)}")
    amendments = {a.revises: a for a in value.amendments}
    for each in rounds[:-1]:
        amended = amendments.get(each.id)
        why = f", then reworded: {amended.why}" if amended and amended.why else ""
        against = what_stood_against(workshop, each)
        parts.append(f"Round {each.number}: {against}{why}".rstrip("."))
    last = rounds[-1]
    on = f", {day_in_words(last.at)}" if last.at else ""
    parts.append(f"Round {last.number}{on}: {explain(workshop, last).rstrip('.')}")
    return ". ".join(parts) + "."


def _became(workshop: Workshop, value: Value) -> str:
    ending = value.ending
    if ending is None:
        rounds = rounds_about(workshop, value.id)
        return explain(workshop, rounds[-1]) if rounds else "Proposed, and not yet taken further."
    if ending.kind == "parked":
        question = f" {ending.reason}" if ending.reason else ""
        owner = workshop.person(ending.by)
        return f"Parked with {owner} until {day_in_words(ending.return_by)}.{question}"
    if ending.kind == "merged":
        into = workshop.values.get(ending.into)
        return f"Merged into {into.title if into else 'another value'}."
    who = workshop.organisation_name(ending.by)
    return f"Withdrawn by {who}: {ending.reason.rstrip('.')}."
