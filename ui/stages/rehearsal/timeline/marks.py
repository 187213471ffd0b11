"""What a rehearsal puts on its timeline: in play what is to come, afterwards all that happened."""

from facilitator.stages.rehearsal.deciding import is_decided
from facilitator.stages.rehearsal.injects import stands
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.stages.rehearsal.playing.inject_words import STANDING, for_whom, why_words
from ui.stages.rehearsal.timeline.places import TimelineMark

_SHORT = 60


def marks_in_play(workshop: Workshop, found: Rehearsal) -> list[TimelineMark]:
    """Injects, decision points and the minutes at which the stop word was said."""
    marks = [*_injects(workshop, found), *_decisions(workshop, found)]
    marks += [
        TimelineMark(f"{at}", "stop", minute, "Stop word") for at, minute in enumerate(found.stops)
    ]
    return sorted(marks, key=lambda mark: mark.minute)


def marks_of_memory(workshop: Workshop, found: Rehearsal) -> list[TimelineMark]:
    """All that happened: what arrived and what was done about it, decisions, notes, strain."""
    happened = [
        mark
        for mark in marks_in_play(workshop, found)
        if mark.kind != "inject" or mark.state in ("arrived", "skipped")
    ]
    marks = [_still(mark) for mark in happened]
    for played in found.played.values():
        if played.response:
            minute = played.minute + 0.5
            name = _short(played.response)
            marks.append(TimelineMark(played.inject, "response", minute, name, about="what we did"))
    for note in found.notes.values():
        minute = note.second / 60
        marks.append(TimelineMark(note.id, "note", minute, _short(note.text), about="noted"))
    for mark in found.marks.values():
        value = workshop.values.get(mark.value)
        name = f"{value.title if value else mark.value} {mark.verdict}"
        marks.append(TimelineMark(mark.id, "strain", mark.minute, name, about=_short(mark.seen)))
    return sorted(marks, key=lambda mark: mark.minute)


def _injects(workshop: Workshop, found: Rehearsal) -> list[TimelineMark]:
    marks = []
    for inject in found.injects():
        now = stands(workshop, found, inject)
        played = found.played.get(inject.id)
        marks.append(
            TimelineMark(
                inject.id,
                "inject",
                played.minute if played else found.planned(inject),
                inject.name,
                STANDING[now],
                private=not inject.for_everyone,
                movable=not found.has_arrived(inject.id),
                about=" · ".join(
                    part
                    for part in (
                        f"for {for_whom(workshop, found, inject)}",
                        why_words(workshop, found, inject),
                    )
                    if part
                ),
            )
        )
    return marks


def _decisions(workshop: Workshop, found: Rehearsal) -> list[TimelineMark]:
    marks = []
    for number, point in enumerate(found.pack.decision_points, 1):
        put = found.decision_at(point.id)
        called = found.called.get(point.id)
        minute = put.minute if put else called // 60 if called is not None else point.at_min
        state = "decided" if is_decided(workshop, found, point.id) else ""
        state = state or ("put to the group" if put else "called" if called is not None else "")
        about = _short(put.text if put else point.question)
        marks.append(
            TimelineMark(point.id, "decision", minute, f"Decision {number}", state, about=about)
        )
    return marks


def _still(mark: TimelineMark) -> TimelineMark:
    return TimelineMark(
        mark.id, mark.kind, mark.minute, mark.name, mark.state, mark.private, about=mark.about
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"
