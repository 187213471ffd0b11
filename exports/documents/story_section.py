"""In the order in which it happened: every dated thing of a workshop, day by day, by the minute.

The workshop itself remembers when people came and went, when rounds were locked, when a rehearsal
began and on which day a report was given. What else happened to a value, and when, stands in the
history alone; where that is at hand, its chronicles are told among the rest.
"""

import datetime
from collections.abc import Iterator

from exports.blocks import Block, Cell, Column, Heading, Paragraph, Table, Words
from exports.documents.membership import sittings
from exports.documents.promises_section import STATUS
from exports.documents.told_by_history import Dated, chronicles, steps_and_changes
from facilitator.days import day_in_words
from facilitator.explain import explain
from facilitator.guide import Guide
from facilitator.history import History
from facilitator.rounds import Round
from facilitator.wording import joined
from facilitator.workshop import Workshop

_NAMED = 3
"""So many who come or go at one minute are named; of more, the attendance names each."""
HEADING = "In the order in which it happened"


def story(
    workshop: Workshop, zone: datetime.tzinfo | None, guide: Guide, history: History | None = None
) -> list[Block]:
    """Everything that has a date, oldest first, a table for each day. Clocks are read in `zone`."""
    found = [
        *_sittings(workshop),
        *_came_and_went(workshop),
        *_rehearsed(workshop, zone),
        *_later(workshop),
    ]
    found += _rounds(workshop, with_values=history is None)
    if history is not None:
        found += steps_and_changes(workshop, history, guide)
        found += chronicles(workshop, history)
    # What is known by its day alone comes after what happened on it by the minute.
    found.sort(key=lambda each: (each.at[:10], each.at[10:] or "~"))
    days: dict[str, list[Dated]] = {}
    for each in found:
        days.setdefault(each.at[:10], []).append(each)
    if not days:
        return []
    blocks: list[Block] = [Heading(HEADING)]
    if history is None:
        words = "What has a time of its own. What was said stands under its question above."
        blocks.append(Paragraph(words, "mute", leads=True))
    for day, those in days.items():
        blocks += [Heading(day_in_words(day), level=3), _day(those)]
    return blocks


def _day(happened: list[Dated]) -> Table:
    """The lines of one day; without the times where none of them has one."""
    timed = any(each.at[11:16] for each in happened)
    columns = [Column("Time", 0.9)] if timed else []
    columns += [Column("About", 2.2), Column("What happened", 5)]
    rows: list[tuple[Cell | Words, ...]] = []
    for each in happened:
        told = Cell(each.what, tuple(each.why.split("\n")) if each.why else ())
        time = [each.at[11:16] or "That day"] if timed else []
        rows.append((*time, each.about, told))
    return Table(tuple(columns), tuple(rows), header_column=True)


def _came_and_went(workshop: Workshop) -> Iterator[Dated]:
    """Comings and goings of one minute are one line."""
    moves: dict[tuple[str, bool], list[str]] = {}
    for member, stays in workshop.stays.items():
        for stay in stays:
            moves.setdefault((stay.arrived[:16], True), []).append(workshop.person(member))
            if stay.left:
                moves.setdefault((stay.left[:16], False), []).append(workshop.person(member))
    for (at, came), names in moves.items():
        who = joined(names) if len(names) <= _NAMED else f"{len(names)} people"
        yield Dated(at, f"{who} {'came' if came else 'left'}.", about="Attendance")


def _sittings(workshop: Workshop) -> Iterator[Dated]:
    for sitting in sittings(workshop):
        if sitting.title:
            at = f"{sitting.date}T{sitting.start}"
            planned = f"The sitting was to begin, and to end at {sitting.end}."
            yield Dated(at, planned, about=sitting.title)


def _rounds(workshop: Workshop, *, with_values: bool) -> Iterator[Dated]:
    """The rounds on the purpose, and those on the values where no chronicle tells them."""
    for about in workshop.rounds.values():
        if with_values or about.subject not in workshop.values:
            yield from _round(workshop, about)
            yield from _after(workshop, about)


def _round(workshop: Workshop, about: Round) -> Iterator[Dated]:
    subject = _subject(workshop, about)
    if about.result is not None and about.at and subject:
        what = f"Round {about.number} was locked."
        yield Dated(about.at[:16], what, explain(workshop, about), subject)


def _after(workshop: Workshop, about: Round) -> Iterator[Dated]:
    subject = _subject(workshop, about)
    if not subject:
        return
    which = f"round {about.number}"
    for organisation, day in about.came.items():
        name = workshop.organisation_name(organisation)
        yield Dated(day, f"{name} gave its position on {which} late.", about=subject)
    for organisation, day in about.mandates.items():
        if day:
            name = workshop.organisation_name(organisation)
            said = f"{name} confirmed at home what was said for it in {which}."
            yield Dated(day, said, about=subject)
    for each in about.corrections:
        name = workshop.organisation_name(each.organisation)
        said = f"{name}’s position in {which} was corrected."
        yield Dated(each.date, said, each.why, subject)


def _subject(workshop: Workshop, about: Round) -> str:
    """What a round was about; nothing of a decision in role, which the rehearsal tells."""
    name = workshop.subject_name(about.subject)
    return name[:1].upper() + name[1:]


def _rehearsed(workshop: Workshop, zone: datetime.tzinfo | None) -> Iterator[Dated]:
    for played in workshop.rehearsals.values():
        if played.begun:
            at = _minute(played.begun, zone)
            yield Dated(at, "The rehearsal was set going.", about=played.pack.title)


def _minute(seconds: float, zone: datetime.tzinfo | None) -> str:
    moment = datetime.datetime.fromtimestamp(seconds, zone)
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")


def _later(workshop: Workshop) -> Iterator[Dated]:
    """Reports on commitments, and the meeting that resolved the agreement."""
    for each in workshop.commitments.values():
        name = workshop.organisation_name(each.organisation)
        for report in each.reports:
            figure = f", {report.latest}" if report.latest else ""
            said = f"{name} reported: {STATUS[report.status].lower()}{figure}."
            yield Dated(report.date, said, about=each.text)
    if found := workshop.paper.ratified:
        yield Dated(found.date, f"{found.meeting} resolved it.", about="The agreement")
