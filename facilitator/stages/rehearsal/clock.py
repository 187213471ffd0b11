"""The scenario's own clock, and the stop word that anyone may say.

Times are seconds since 1970, from a clock that is handed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.events import Event, Refused
from facilitator.progress import TimerPaused, TimerResumed
from facilitator.stages.rehearsal.state import (
    ScenarioClock,
    StopSaid,
    change_rehearsal,
    rehearsal_of,
)

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

LONGEST_MINUTES = 600
"""The scenario clock is not set beyond this; a day's sitting is shorter."""


class ClockStarted(Event, frozen=True, tag="rehearsal.clock_started"):
    """The scenario clock was set going at a time (seconds since 1970), first from a minute."""

    undoable = False

    rehearsal: str
    at: float
    from_minute: int | None = None

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None or found.clock.running:
            return
        first = found.clock.from_minute if self.from_minute is None else self.from_minute
        clock = ScenarioClock(first, found.clock.banked, self.at)
        change_rehearsal(workshop, found.id, clock=clock, begun=found.begun or self.at)


class ClockPaused(Event, frozen=True, tag="rehearsal.clock_paused"):
    """The scenario clock was stopped at a time (seconds since 1970)."""

    undoable = False

    rehearsal: str
    at: float

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is not None and found.clock.running:
            change_rehearsal(workshop, found.id, clock=found.clock.stopped(self.at))


class ClockSet(Event, frozen=True, tag="rehearsal.clock_set"):
    """The scenario clock was put to a second of the stage at a time; it runs on, or stands on."""

    undoable = False

    rehearsal: str
    at: float
    second: int

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            since = self.at if found.clock.running else 0.0
            clock = ScenarioClock(self.second // 60, float(self.second % 60), since)
            change_rehearsal(workshop, found.id, clock=clock)


class StopWordSaid(Event, frozen=True, tag="rehearsal.stop_word_said"):
    """Somebody said the stop word: the story and the step stand still. Nobody is named.

    Any other story that ran stands still as well, and does not go on by itself.
    """

    undoable = False

    rehearsal: str
    at: float

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None or found.stop is not None:
            return
        step = workshop.progress.now
        second = int(found.clock.seconds(self.at))
        stop = StopSaid(second, found.clock.running, bool(step and step.running_since))
        clock = found.clock.stopped(self.at) if found.clock.running else found.clock
        stops = (*found.stops, second // 60)
        change_rehearsal(workshop, found.id, clock=clock, stop=stop, stops=stops)
        for other in list(workshop.rehearsals.values()):
            if other.clock.running:
                change_rehearsal(workshop, other.id, clock=other.clock.stopped(self.at))
        TimerPaused(self.at).apply(workshop)


class WentOn(Event, frozen=True, tag="rehearsal.went_on"):
    """The group went on after the stop word; the clocks that ran until then run again."""

    undoable = False

    rehearsal: str
    at: float

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None or found.stop is None:
            return
        stop = found.stop
        change_rehearsal(workshop, found.id, stop=None)
        if stop.story_ran:
            ClockStarted(found.id, self.at).apply(workshop)
        if stop.step_ran:
            TimerResumed(self.at).apply(workshop)


def start_clock(
    workshop: Workshop, rehearsal: str, at: float, from_minute: int | None = None
) -> ClockStarted:
    """Set the scenario clock going, from a minute of the stage when it is first set going."""
    found = rehearsal_of(workshop, rehearsal)
    if found.stop is not None:
        raise Refused("The stop word was said. Go on together first.", "go_on")
    if found.clock.running:
        raise Refused("The scenario clock is going already.")
    return ClockStarted(rehearsal, at, from_minute)


def pause_clock(workshop: Workshop, rehearsal: str, at: float) -> ClockPaused:
    """Stop the scenario clock; later injects wait with it."""
    found = rehearsal_of(workshop, rehearsal)
    if not found.clock.running:
        raise Refused("The scenario clock is not going.")
    return ClockPaused(rehearsal, at)


def set_clock(workshop: Workshop, rehearsal: str, at: float, second: int) -> ClockSet:
    """Put the scenario clock to a second of the stage. What has arrived stays arrived."""
    rehearsal_of(workshop, rehearsal)
    if not 0 <= second <= LONGEST_MINUTES * 60:
        raise Refused(f"The scenario clock goes from minute 0 to minute {LONGEST_MINUTES}.")
    return ClockSet(rehearsal, at, second)


def say_stop_word(workshop: Workshop, rehearsal: str, at: float) -> StopWordSaid:
    """Stop everything, because somebody said the stop word."""
    if rehearsal_of(workshop, rehearsal).stop is not None:
        raise Refused("Everything stands still already. Go on when the room is ready.", "go_on")
    return StopWordSaid(rehearsal, at)


def go_on(workshop: Workshop, rehearsal: str, at: float) -> WentOn:
    """Go on after the stop word, where everything stood."""
    if rehearsal_of(workshop, rehearsal).stop is None:
        raise Refused("Nothing stands still.")
    return WentOn(rehearsal, at)
