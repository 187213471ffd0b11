"""The phases of the debrief: which is in hand, its clock, and the way to the next."""

import math
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.guide.scenario import DebriefPhase
from facilitator.stages.rehearsal.debriefing import begin_phase
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk
from ui.stages.rehearsal.words import in_hand, phase_in_hand
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.clock_ring import ClockRing

NEXT, BEFORE = "Ctrl+Down", "Ctrl+Up"
_LONG_OVER = 3600
"""Seconds after its end at which a phase is of another day: its clock is not shown again."""


class PhaseBar(QWidget):
    """A button for each phase; pressing one begins it, and its minutes run from there.

    `begun` carries the name of the phase, nothing when the last one was ended.
    """

    begun = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._buttons: dict[str, QuietButton] = {}
        self.ring = ClockRing(self)
        self.next = PrimaryButton("", self)
        self.next.show_key("Ctrl ↓")
        self.next.clicked.connect(lambda: self.step(1))
        for keys, by in ((NEXT, 1), (BEFORE, -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.step, by))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._row.addWidget(self.ring)
        self._row.addSpacing(4)
        self._row.addWidget(self.next)

    def show_phase(self, found: Rehearsal) -> None:
        """Show which phase has begun, and which comes next."""
        phases = found.pack.debrief
        for at, phase in enumerate(phases):
            if phase.phase not in self._buttons:
                button = QuietButton("", self)
                button.setCheckable(True)
                button.clicked.connect(partial(self._pressed, phase.phase))
                self._buttons[phase.phase] = button
                self._row.insertWidget(at, button)
        now = phase_in_hand(found)
        named = [phase.phase for phase in phases]
        for name, button in self._buttons.items():
            button.setVisible(name in named)
            button.setChecked(now is not None and name == now.phase)
        for phase in phases:
            minutes = f"{phase.phase} · {phase.minutes} min"
            self._buttons[phase.phase].setText(minutes)
        self.ring.setVisible(now is not None)
        self.next.setText(_next_words(phases, now))
        self.tick(self._desk.seconds())

    def tick(self, now: float) -> None:
        """Show what is left of the phase in hand."""
        found = self._found()
        phase = phase_in_hand(found) if found else None
        if found is not None and found.phase is not None and phase is not None:
            total = phase.minutes * 60
            left = math.ceil(found.phase.since + total - now)
            self.ring.show_clock(left, total, running=True)

    def begin(self, *, fresh: bool) -> None:
        """Begin the first phase of a `fresh` debrief; end one that is left from another day."""
        found = self._found()
        if found is None or self._desk.past is not None:
            return
        phase = phase_in_hand(found)
        if found.phase is None and fresh and found.pack.debrief:
            self._go(found.pack.debrief[0].phase)
        elif found.phase is not None:
            minutes = phase.minutes if phase else 0
            if self._desk.seconds() > found.phase.since + minutes * 60 + _LONG_OVER:
                self._desk.do(begin_phase, found.id, "", self._desk.seconds())

    def step(self, by: int) -> None:
        """Begin the phase after the one in hand, or before it; after the last none is in hand."""
        found = self._found()
        if found is None or not found.pack.debrief:
            return
        named = [phase.phase for phase in found.pack.debrief]
        phase = phase_in_hand(found)
        at = named.index(phase.phase) + by if phase else 0
        if at >= 0:
            self._go(named[at] if at < len(named) else "")

    def _pressed(self, phase: str, _checked: bool = False) -> None:
        self._go(phase)
        # A button that is pressed again lets go by itself, whatever has begun.
        found = self._found()
        if found is not None:
            self.show_phase(found)

    def _go(self, phase: str) -> None:
        found = self._found()
        rehearsal = found.id if found else ""
        at = self._desk.seconds()
        if self._desk.do(begin_phase, rehearsal, phase, at) is not None:
            self.begun.emit(phase)

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)


def _next_words(phases: tuple[DebriefPhase, ...], now: DebriefPhase | None) -> str:
    if now is None:
        return f"Begin: {phases[0].phase}" if phases else "Begin"
    at = phases.index(now) + 1
    return f"Next: {phases[at].phase} →" if at < len(phases) else "End the clock"
