"""Progress: the step in hand, its clock, and whether the day runs ahead of or behind plan.

Times are seconds since 1970, from a clock that is handed in; ticks are not events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused
from facilitator.guide.guide import Guide

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class Visit(msgspec.Struct, frozen=True):
    """A stay in one step. `running_since` is 0 while the clock is paused."""

    stage: str
    step: str
    running_since: float = 0.0
    banked: float = 0.0
    extra_minutes: int = 0

    def seconds(self, now: float) -> float:
        """Seconds spent, pauses left out; never less than nothing."""
        going = max(0.0, now - self.running_since) if self.running_since else 0.0
        return self.banked + going


class Progress(msgspec.Struct, frozen=True):
    """Every step visited, in order; the last is the one in hand.

    `anew` holds, for a stage that is gone through again, how many visits there were before: those
    to its steps count no more.
    """

    visits: tuple[Visit, ...] = ()
    anew: dict[str, int] = {}

    @property
    def now(self) -> Visit | None:
        """The step in hand; None before the first."""
        return self.visits[-1] if self.visits else None

    def done(self) -> set[tuple[str, str]]:
        """Steps (stage, step) that were visited and left."""
        return {(v.stage, v.step) for v in self.counted()[:-1]}

    def counted(self) -> tuple[Visit, ...]:
        """The visits that count; the one in hand always does."""
        last = len(self.visits) - 1
        return tuple(
            visit
            for at, visit in enumerate(self.visits)
            if at == last or at >= self.anew.get(visit.stage, 0)
        )

    def begun_anew(self, stage: str) -> Progress:
        """The same with a stage begun anew; a step of it that is in hand begins anew as well."""
        anew = {**self.anew, stage: len(self.visits)}
        if (now := self.now) is None or now.stage != stage:
            return Progress(self.visits, anew)
        afresh = Visit(now.stage, now.step, now.running_since)
        return Progress((*self.visits[:-1], now, afresh), anew)


class StepEntered(Event, frozen=True, tag="step.entered"):
    """The group went to a step; its clock starts, or goes on where it was left."""

    undoable = False

    stage: str
    step: str
    at: float

    def apply(self, workshop: Workshop) -> None:
        visits = workshop.progress.visits
        if visits and (visits[-1].stage, visits[-1].step) == (self.stage, self.step):
            return
        left = (*visits[:-1], _stopped(visits[-1], self.at)) if visits else ()
        here = (self.stage, self.step)
        since = workshop.progress.anew.get(self.stage, 0)
        before = next((v for v in reversed(left[since:]) if (v.stage, v.step) == here), None)
        banked = before.banked if before else 0.0
        extra = before.extra_minutes if before else 0
        visit = Visit(self.stage, self.step, self.at, banked, extra)
        workshop.progress = Progress((*left, visit), workshop.progress.anew)


class TimerPaused(Event, frozen=True, tag="timer.paused"):
    """The step's clock was paused."""

    undoable = False

    at: float

    def apply(self, workshop: Workshop) -> None:
        if now := workshop.progress.now:
            _put(workshop, _stopped(now, self.at))


class TimerResumed(Event, frozen=True, tag="timer.resumed"):
    """The step's clock goes on."""

    undoable = False

    at: float

    def apply(self, workshop: Workshop) -> None:
        now = workshop.progress.now
        if now is not None and not now.running_since:
            _put(workshop, msgspec.structs.replace(now, running_since=self.at))


class TimerExtended(Event, frozen=True, tag="timer.extended"):
    """The step was given more minutes (or fewer, when negative)."""

    undoable = False

    minutes: int

    def apply(self, workshop: Workshop) -> None:
        if now := workshop.progress.now:
            extra = now.extra_minutes + self.minutes
            _put(workshop, msgspec.structs.replace(now, extra_minutes=extra))


def enter_step(workshop: Workshop, stage: str, step: str, at: float) -> StepEntered:
    """Go to a step, forwards or back; nothing captured there is lost."""
    return StepEntered(stage, step, at)


def pause_timer(workshop: Workshop, at: float) -> TimerPaused:
    """Pause the clock of the step in hand."""
    if workshop.progress.now is None:
        raise Refused("No step is in hand yet.")
    return TimerPaused(at)


def resume_timer(workshop: Workshop, at: float) -> TimerResumed:
    """Let the clock of the step in hand go on."""
    if workshop.progress.now is None:
        raise Refused("No step is in hand yet.")
    return TimerResumed(at)


def extend_timer(workshop: Workshop, minutes: int = 1) -> TimerExtended:
    """Give the step in hand more minutes."""
    if workshop.progress.now is None:
        raise Refused("No step is in hand yet.")
    return TimerExtended(minutes)


def journey(workshop: Workshop, guide: Guide) -> list[tuple[str, str]]:
    """Every step of the workshop's stages, in order, as (stage, step)."""
    stages = workshop.about.stages or tuple(guide.stages)
    return [
        (stage, step.id)
        for stage in stages
        if stage in guide.stages
        for step in guide.stages[stage].steps
    ]


def seconds_left(visit: Visit, planned_minutes: int, now: float) -> int:
    """Whole seconds until the step's time is up; negative when it is over."""
    return round((planned_minutes + visit.extra_minutes) * 60 - visit.seconds(now))


def minutes_behind(workshop: Workshop, guide: Guide, now: float) -> int:
    """Whole minutes behind plan over the steps visited so far; negative when ahead.

    A step in hand counts only what it has run over, so that being early in it is not being ahead.
    """
    spent: dict[tuple[str, str], float] = {}
    for visit in workshop.progress.counted():
        spent[visit.stage, visit.step] = visit.seconds(now)
    current = workshop.progress.now
    behind = 0.0
    for (stage, step), seconds in spent.items():
        if stage not in guide.stages:
            continue
        planned = {s.id: s.minutes for s in guide.stages[stage].steps}.get(step)
        if planned is None:
            continue
        over = seconds - planned * 60
        in_hand = current is not None and (stage, step) == (current.stage, current.step)
        behind += max(0.0, over) if in_hand else over
    return int(behind / 60)


def _stopped(visit: Visit, at: float) -> Visit:
    return msgspec.structs.replace(visit, banked=visit.seconds(at), running_since=0.0)


def _put(workshop: Workshop, visit: Visit) -> None:
    progress = workshop.progress
    workshop.progress = Progress((*progress.visits[:-1], visit), progress.anew)
