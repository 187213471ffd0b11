"""Observing: notes by the second, and values seen under strain at the minute it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused, new_id
from facilitator.stages.rehearsal.state import (
    Mark,
    Note,
    Rehearsal,
    Verdict,
    change_rehearsal,
    rehearsal_of,
)
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class NoteTaken(Event, frozen=True, tag="rehearsal.note_taken"):
    """Something was noted at a second of the scenario clock, or an earlier note put right."""

    replaces = ("rehearsal", "id")

    rehearsal: str
    id: str
    second: int
    text: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            note = Note(self.id, self.second, self.text)
            change_rehearsal(workshop, found.id, notes={**found.notes, self.id: note})


class NoteDropped(Event, frozen=True, tag="rehearsal.note_dropped"):
    """A note was taken out again."""

    rehearsal: str
    id: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            left = {key: note for key, note in found.notes.items() if key != self.id}
            change_rehearsal(workshop, found.id, notes=left)


class ValueMarked(Event, frozen=True, tag="rehearsal.value_marked"):
    """A value was seen under strain at a minute: it held, bent or broke. The id corrects it."""

    rehearsal: str
    id: str
    value: str
    minute: int
    verdict: Verdict
    seen: str = ""

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            mark = Mark(self.id, self.value, self.minute, self.verdict, self.seen)
            change_rehearsal(workshop, found.id, marks={**found.marks, self.id: mark})


class MarkDropped(Event, frozen=True, tag="rehearsal.mark_dropped"):
    """A mark of strain was taken out again."""

    rehearsal: str
    id: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            left = {key: mark for key, mark in found.marks.items() if key != self.id}
            change_rehearsal(workshop, found.id, marks=left)


class StrainRow(msgspec.Struct, frozen=True):
    """One value's line in the strain chart.

    `marks` are (minute, held/bent/broke), in order; `verdict` is the debrief's, None before it, and
    `minute` the one that it names.
    """

    value: str
    title: str
    marks: tuple[tuple[int, Verdict], ...]
    verdict: Verdict | None = None
    minute: int | None = None


class StrainChart(msgspec.Struct, frozen=True):
    """Value by minute: a line for each value that was marked or judged, and the minutes spanned."""

    rows: tuple[StrainRow, ...]
    first: int
    last: int


def strain_chart(workshop: Workshop, found: Rehearsal) -> StrainChart:
    """The strain on the values over the minutes of the play, in the order of the values.

    A verdict that names a minute stands among the marks, unless the same mark is there already.
    """
    rows = []
    for value in sorted(workshop.values.values(), key=lambda v: (v.order, v.id)):
        marks = {(m.minute, m.verdict) for m in found.marks.values() if m.value == value.id}
        judged = found.strains.get(value.id)
        if judged is not None and judged.minute is not None:
            marks.add((judged.minute, judged.verdict))
        if marks or judged is not None:
            verdict, minute = (judged.verdict, judged.minute) if judged else (None, None)
            rows.append(StrainRow(value.id, value.title, tuple(sorted(marks)), verdict, minute))
    minutes = [minute for row in rows for minute, _ in row.marks]
    minutes += [played.minute for played in found.played.values()]
    minutes += [decision.minute for decision in found.decisions.values()]
    return StrainChart(tuple(rows), min(minutes, default=0), max(minutes, default=0))


def take_note(
    workshop: Workshop, rehearsal: str, second: int, text: str, note_id: str = ""
) -> NoteTaken:
    """Note what was seen at a second of the scenario clock; with an id, put a note right."""
    found = rehearsal_of(workshop, rehearsal)
    if note_id and note_id not in found.notes:
        raise Refused("That note is no longer there.")
    return NoteTaken(rehearsal, note_id or new_id(), second, wording(text, "What did you see?"))


def drop_note(workshop: Workshop, rehearsal: str, note: str) -> NoteDropped:
    """Take a note out again."""
    if note not in rehearsal_of(workshop, rehearsal).notes:
        raise Refused("That note is no longer there.")
    return NoteDropped(rehearsal, note)


def mark_value(
    workshop: Workshop,
    rehearsal: str,
    value: str,
    minute: int,
    verdict: Verdict,
    seen: str = "",
    mark_id: str = "",
) -> ValueMarked:
    """Mark a value as held, bent or broken at a minute; with an id, put a mark right."""
    found = rehearsal_of(workshop, rehearsal)
    if value not in workshop.values:
        raise Refused("Choose one of this workshop's values.")
    if mark_id and mark_id not in found.marks:
        raise Refused("That mark is no longer there.")
    return ValueMarked(rehearsal, mark_id or new_id(), value, minute, verdict, tidy(seen))


def drop_mark(workshop: Workshop, rehearsal: str, mark: str) -> MarkDropped:
    """Take a mark of strain out again."""
    if mark not in rehearsal_of(workshop, rehearsal).marks:
        raise Refused("That mark is no longer there.")
    return MarkDropped(rehearsal, mark)
