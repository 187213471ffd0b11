"""The days of a workshop in a document: who was there at which minute, and how long it all took."""

from exports.blocks import Block, Cell, Column, Heading, Paragraph, Table, Words
from exports.documents.figure_tables import timing_table
from exports.documents.membership import sittings
from exports.pictures import Timing, TimingRow
from facilitator.attendance import Sitting, Stay
from facilitator.days import day_in_words, short_day
from facilitator.guide import Guide
from facilitator.progress import Visit, journey
from facilitator.stages.gather import Member
from facilitator.wording import joined
from facilitator.workshop import Workshop

_BESIDE = 3
"""Sittings beside one another in a table: with more, their columns are too narrow to read."""
_FORGOTTEN = 6 * 3600
"""Seconds after which a clock that still runs was left running when everybody went home."""


def attendance_by_minute(workshop: Workshop) -> list[Block]:
    """Each sitting, and of everybody who came to one, from and to which minute."""
    held = sittings(workshop)
    came = [m for m in workshop.members.values() if workshop.stays.get(m.id)]
    if not held or not came:
        return []
    blocks: list[Block] = [Heading("Who was there, by the minute"), _sittings(workshop, held)]
    if workshop.chatham_house:
        # The minutes at which somebody came and went would tell who it was.
        return [Heading("When we met"), _sittings(workshop, held)]
    for at in range(0, len(held), _BESIDE):
        those = held[at : at + _BESIDE]
        columns = (Column("Who", 2.6), *(Column(_short(sitting), 1.8) for sitting in those))
        rows: list[tuple[Cell | Words, ...]] = []
        for member in came:
            minutes = (_here(workshop, member, sitting) for sitting in those)
            rows.append((Cell(member.label, _capacity(workshop, member)), *minutes))
        blocks.append(Table(columns, tuple(rows), header_column=True))
    return blocks


def _sittings(workshop: Workshop, held: list[Sitting]) -> Table:
    columns = (
        Column("Sitting", 2.4),
        Column("When and where", 3),
        Column("Who was not there", 3.4),
    )
    rows: list[tuple[Cell | Words, ...]] = []
    for sitting in held:
        hours = f"from {sitting.start}"
        if sitting.end != "24:00":
            hours = f"{sitting.start} to {sitting.end}"
        when = [f"{day_in_words(sitting.date)}, {hours}", sitting.venue]
        notes = tuple(part for part in when[1:] if part)
        title = sitting.title or day_in_words(sitting.date)
        rows.append((title, Cell(when[0], notes), _away(workshop, sitting)))
    return Table(columns, tuple(rows), header_column=True)


def _short(sitting: Sitting) -> str:
    day = short_day(sitting.date)
    return f"{sitting.title}, {day}" if sitting.title else day


def _stays(workshop: Workshop, member: Member, sitting: Sitting) -> list[Stay]:
    return [s for s in workshop.stays.get(member.id, ()) if s.arrived[:10] == sitting.date]


def _capacity(workshop: Workshop, member: Member) -> tuple[str, ...]:
    """For whom, and in what capacity, as far as the label does not say it."""
    notes = [workshop.organisation_name(member.organisation)]
    if member.role != member.label:
        notes.append(member.role)
    if member.substitute and "substitute" not in member.label.casefold():
        notes.append(f"in place of {member.instead_of}" if member.instead_of else "substitute")
    if not member.authority:
        notes.append("without delegated authority")
    return (", ".join(note for note in notes if note),)


def _here(workshop: Workshop, member: Member, sitting: Sitting) -> str:
    stays = _stays(workshop, member, sitting)
    ends = [(s.arrived[11:16], s.left[11:16] if s.left else "the end") for s in stays]
    return "\n".join(f"{came} to {left}" for came, left in ends) or "Not here"


def _away(workshop: Workshop, sitting: Sitting) -> Cell:
    if workshop.chatham_house:
        sent_by = sum(date == sitting.date for date, _, _ in workshop.apologies)
        return Cell(f"Apologies: {sent_by}" if sent_by else "No apologies")
    sent = [words.rstrip(".") for date, _, words in workshop.apologies if date == sitting.date]
    here = {m.organisation for m in workshop.members.values() if _stays(workshop, m, sitting)}
    absent = [o.short for o in workshop.organisations.values() if o.id not in here]
    notes = (f"Nobody came for {joined(absent)}",) if here and absent else ()
    return Cell(f"Apologies: {'; '.join(sent)}" if sent else "No apologies", notes)


def timing(workshop: Workshop, guide: Guide, now: float) -> list[Block]:
    """The minutes of each step as planned and as it took, a picture a stage; `now` in seconds.

    Stages to which the group never went are left out.
    """
    spent: dict[tuple[str, str], float] = {}
    for visit in workshop.progress.counted():
        spent[visit.stage, visit.step] = _seconds(visit, now)
    blocks: list[Block] = []
    begun = dict.fromkeys(stage for stage, _ in spent)
    for stage in dict.fromkeys(stage for stage, _ in journey(workshop, guide)):
        if stage in begun:
            blocks += _stage(guide, stage, spent)
    if not blocks:
        return []
    lead = Paragraph(
        "In minutes, pauses left out. An outline is what was planned, a bar what it took.",
        "mute",
        leads=True,
    )
    return [Heading("How long it took"), lead, *blocks]


def _seconds(visit: Visit, now: float) -> float:
    forgotten = visit.running_since and now - visit.running_since > _FORGOTTEN
    return visit.banked if forgotten else visit.seconds(now)


def _stage(guide: Guide, stage: str, spent: dict[tuple[str, str], float]) -> list[Block]:
    found = guide.stages[stage]
    rows = tuple(
        TimingRow(step.title, step.minutes, _minutes(spent.get((stage, step.id))))
        for step in found.steps
    )
    planned = sum(row.planned for row in rows)
    took = sum(row.actual or 0 for row in rows)
    summary = f"{found.title}: {planned} minutes planned, {took} taken."
    figure = Timing(rows, f"{summary} {' '.join(f'{r.title}: {r.told}.' for r in rows)}")
    return [
        Heading(found.title, level=3),
        Paragraph(f"{planned} minutes planned, {took} taken.", leads=True),
        figure,
        timing_table(figure),
    ]


def _minutes(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds / 60)
