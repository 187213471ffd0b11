"""The clock of the injects: lets each arrive when its minute has come."""

from PySide6.QtCore import QObject

from facilitator.guide import Inject
from facilitator.stages.rehearsal.injects import due_injects, play_inject
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk

RETRY = 10.0
"""Seconds to wait after an inject could not be kept, so that the trouble is told of once."""


class InjectClock(QObject):
    """Fires the due injects of every rehearsal whose clock runs, each once and in order.

    What has been fired is read from the workshop every time, never remembered here: a restart, a
    pause or an hour's sleep neither loses nor doubles one.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._not_before = 0.0

    def tick(self) -> None:
        """Look at the clock; called about twice a second."""
        now = self._desk.seconds()
        if now < self._not_before <= now + RETRY:
            return
        for rehearsal in tuple(self._desk.workshop.rehearsals):
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
