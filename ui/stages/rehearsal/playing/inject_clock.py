"""The clock of the injects: lets each arrive when its minute has come, and watches over the time.

It looks about twice a second. Time in which nobody can have looked, because the laptop slept or the
app was away, is not time in the story unless the facilitator says so.
"""

import datetime
from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QObject, Signal

from facilitator.guide import Inject
from facilitator.progress import pause_timer, resume_timer
from facilitator.stages.rehearsal.clock import pause_clock, set_clock, start_clock
from facilitator.stages.rehearsal.injects import due_injects, play_inject
from facilitator.stages.rehearsal.state import Rehearsal, ScenarioClock
from sessions.session import Session
from ui.desk import Desk

RETRY = 10.0
"""Seconds to wait after something could not be kept, so that the trouble is told of once."""
AWAY = 90.0
"""Seconds between two looks after which the laptop was away."""
BACK = 2.0
"""Seconds by which the time may fall behind before the computer's clock counts as set back."""


@dataclass(frozen=True)
class Gap:
    """The laptop was away while a story ran: for how long, and where the story stands (seconds).

    `step_ran` is that the clock of the step ran until then: it goes on with the story.
    """

    rehearsal: str
    away: float
    second: int
    step_ran: bool = False

    @property
    def with_it(self) -> int:
        """The second of the story at which it would stand had the time away counted."""
        return self.second + int(self.away)


class InjectClock(QObject):
    """Fires the due injects of every rehearsal whose clock runs, each once and in order.

    What has been fired is read from the workshop every time, never remembered here: a restart, a
    pause or an hour's sleep neither loses nor doubles one. After more than `AWAY` seconds without
    a look the story is paused where it was last seen, and `gap` says so until the story goes on;
    `gap_changed` when it came or went. On opening a file the last look is its last entry.
    """

    gap_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._not_before = 0.0
        self.gap: Gap | None = None
        # Of each story that runs: since when, and when it was last looked at.
        self._looks: dict[str, tuple[float, float]] = {}
        last = _last_entry(desk.session)
        for found in desk.workshop.rehearsals.values():
            if found.clock.running:
                since = found.clock.since
                self._looks[found.id] = (since, last if last is not None else since)

    def tick(self) -> None:
        """Look at the clock; called about twice a second."""
        now = self._desk.seconds()
        if now < self._not_before <= now + RETRY:
            return
        self._not_before = 0.0
        for rehearsal in tuple(self._desk.workshop.rehearsals):
            if self._settle(rehearsal, now):
                self._let_arrive(rehearsal, now)
        if self.gap is not None and not self._still(self.gap):
            self._end(self.gap, now)

    def go_on(self, *, with_gap: bool) -> None:
        """Set the story going again after a gap: from where it stood, or with the time away."""
        gap, now = self.gap, self._desk.seconds()
        if gap is None:
            return
        if with_gap and self._desk.do(set_clock, gap.rehearsal, now, gap.with_it) is None:
            return
        if self._desk.do(start_clock, gap.rehearsal, now) is not None:
            self.tick()

    def look_on(self) -> None:
        """Take this moment for a look, as a demonstration does whose time leaps on purpose."""
        now = self._desk.seconds()
        for found in self._desk.workshop.rehearsals.values():
            if found.clock.running:
                self._looks[found.id] = (found.clock.since, now)

    def leave_gap(self) -> None:
        """Let a gap be: the story was left, and stands where it stood."""
        if self.gap is not None:
            self._say(None)

    def would_arrive(self) -> list[Inject]:
        """What would arrive at once if the time away counted."""
        gap = self.gap
        found = self._desk.workshop.rehearsals.get(gap.rehearsal) if gap else None
        if gap is None or found is None:
            return []
        clock = ScenarioClock(0, float(gap.with_it), 0.0)
        then = msgspec.structs.replace(found, clock=clock)
        return due_injects(self._desk.workshop, then, self._desk.seconds())

    def stop_all(self) -> None:
        """Pause every story that runs, where it was last seen running, before the file is let go.

        A night between two sittings is not time in the story.
        """
        now = self._desk.seconds()
        for found in tuple(self._desk.workshop.rehearsals.values()):
            if found.clock.running and self._settle(found.id, now):
                self._desk.do_when_due(pause_clock, found.id, now)

    def _settle(self, rehearsal: str, now: float) -> bool:
        """See that the story's time is time that somebody was there; whether it runs on."""
        found = self._desk.workshop.rehearsals.get(rehearsal)
        if found is None or not found.clock.running:
            self._looks.pop(rehearsal, None)
            return False
        since = found.clock.since
        known = self._looks.get(rehearsal)
        last = max(since, known[1]) if known and known[0] == since else since
        if now - last > AWAY:
            if not self._keep(rehearsal, last):
                return False
            step = self._desk.workshop.progress.now
            step_ran = step is not None and step.running_since > 0
            if step_ran:
                self._desk.do_when_due(pause_timer, last)
            stood = self._desk.workshop.rehearsals[rehearsal]
            self._say(Gap(rehearsal, now - last, int(stood.clock.seconds(now)), step_ran))
            return False
        if last - now > BACK:
            # The computer's clock was set back: the story neither jumps nor stops.
            if not self._keep(rehearsal, last):
                return False
            if self._desk.do_when_due(start_clock, rehearsal, now) is None:
                self._not_before = now + RETRY
                return False
            since = now
        self._looks[rehearsal] = (since, now)
        return True

    def _keep(self, rehearsal: str, at: float) -> bool:
        """Pause a story as of a moment; False when that could not be kept."""
        done = self._desk.do_when_due(pause_clock, rehearsal, at) is not None
        self._not_before = 0.0 if done else self._desk.seconds() + RETRY
        return done

    def _let_arrive(self, rehearsal: str, now: float) -> None:
        shown = ""
        while (due := self._first_due(rehearsal, now)) is not None:
            if not self._fire(rehearsal, due, now):
                break
            shown = due.id if due.for_everyone else shown
        if shown:
            self._desk.focus_on(rehearsal=rehearsal, inject=shown)

    def _first_due(self, rehearsal: str, now: float) -> Inject | None:
        found: Rehearsal | None = self._desk.workshop.rehearsals.get(rehearsal)
        if found is None or not found.clock.running:
            return None
        return next(iter(due_injects(self._desk.workshop, found, now)), None)

    def _fire(self, rehearsal: str, inject: Inject, now: float) -> bool:
        """Let an inject arrive at the minute it is; False when that could not be kept."""
        clock = self._desk.workshop.rehearsals[rehearsal].clock
        minute = int(clock.seconds(now) // 60)
        done = self._desk.do_when_due(play_inject, rehearsal, inject.id, minute, how="clock")
        self._not_before = 0.0 if done is not None else now + RETRY
        return done is not None

    def _still(self, gap: Gap) -> bool:
        """Whether the story still stands where the gap left it."""
        found = self._desk.workshop.rehearsals.get(gap.rehearsal)
        if found is None or found.clock.running or found.stop is not None:
            return False
        return int(found.clock.seconds(self._desk.seconds())) == gap.second

    def _end(self, gap: Gap, now: float) -> None:
        """The gap is over: where the story runs, the clock of the step runs again as well."""
        self._say(None)
        found, step = self._desk.workshop.rehearsals.get(gap.rehearsal), None
        if found is not None and found.clock.running and gap.step_ran:
            step = self._desk.workshop.progress.now
        if step is not None and not step.running_since:
            self._desk.do_when_due(resume_timer, now)

    def _say(self, gap: Gap | None) -> None:
        self.gap = gap
        self._desk.focus_on(away=gap is not None)
        self.gap_changed.emit()


def _last_entry(session: Session) -> float | None:
    """When a file was last written to, in seconds since 1970; None when it does not say."""
    for entry in reversed(session.history.entries):
        try:
            return datetime.datetime.fromisoformat(entry.at).timestamp()
        except (ValueError, OverflowError, OSError):
            continue
    return None
