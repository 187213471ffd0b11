"""What the room sees once the play is over, and of the check-ins round it: counts and pictures.

Of feelings only what `together` gives, and that only when it is shown on purpose; of what was
answered, noted and learnt nothing.
"""

from dataclasses import replace

from facilitator.stages.rehearsal.observing import strain_chart
from facilitator.stages.rehearsal.state import Rehearsal, When
from facilitator.stages.rehearsal.told import change_in_words
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomView
from ui.stages.rehearsal.feeling.shown import on_the_wall
from ui.stages.rehearsal.words import (
    checked_in,
    people_expected,
    phase_in_hand,
    questions,
    target_words,
)

AFTER_PLAY = ("check-in-after", "debrief", "change", "close")
"""The steps in which a picture may be shown."""
FEELINGS = "How we came in, and how we are now"
STRAIN = "Which values held, bent or broke?"


def picture_view(
    workshop: Workshop, found: Rehearsal, focus: Focus, activity: str
) -> RoomView | None:
    """The picture that was shown on purpose; None while there is none.

    In the debrief the clock of the phase goes on under it.
    """
    made = _picture(workshop, found, focus)
    if made is None or activity != "debrief":
        return made
    caption, ends, total = _phase_clock(found)
    return replace(made, caption=caption, clock_ends=ends, clock_total=total)


def _picture(workshop: Workshop, found: Rehearsal, focus: Focus) -> RoomView | None:
    eyebrow = f"Rehearsal · {found.pack.title}"
    match focus.picture:
        case "feelings":
            return RoomView(eyebrow, FEELINGS, feelings=on_the_wall(focus, found))
        case "strain":
            return RoomView(eyebrow, STRAIN, strain=strain_chart(workshop, found))
    return None


def check_in_view(workshop: Workshop, found: Rehearsal, when: When, prompt: str) -> RoomView:
    """The question, and how many have answered it."""
    people = people_expected(workshop, found, when)
    done = checked_in(found, when)
    have = "has" if done == 1 else "have"
    said = f"{done} of {people} {have} checked in" if people else f"{done} {have} checked in"
    return RoomView("Check-in", prompt, summary=said)


def debrief_view(found: Rehearsal, focus: Focus, prompt: str) -> RoomView:
    """The question in hand, under its phase, and the clock of the phase that has begun."""
    asked = [(phase, q) for phase, _, q in questions(found.pack) if q == focus.question]
    caption, ends, total = _phase_clock(found)
    if not asked:
        named = f"Debrief · {caption}" if caption else "Debrief"
        return RoomView(named, prompt, caption=caption, clock_ends=ends, clock_total=total)
    of, question = asked[0]
    return RoomView(
        f"Debrief · {of}", question, caption=caption, clock_ends=ends, clock_total=total
    )


def _phase_clock(found: Rehearsal) -> tuple[str, float, int]:
    """The phase in hand, when its minutes end, and how many seconds it has; nothing without one."""
    phase = phase_in_hand(found)
    if phase is None or found.phase is None:
        return "", 0.0, 0
    total = phase.minutes * 60
    return phase.phase, found.phase.since + total, total


def changes_view(workshop: Workshop, found: Rehearsal, prompt: str) -> RoomView:
    """What is proposed to change and what was accepted, and in which way; no owners."""
    rows = tuple(
        (
            change_in_words(change),
            target_words(workshop, change),
            "accepted" if change.accepted else "proposed",
        )
        for change in found.changes.values()
    )
    return RoomView("Rehearsal · what we change", prompt, tone="paper", rows=rows)
