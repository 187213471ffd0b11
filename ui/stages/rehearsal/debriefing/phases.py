"""The phases of the debrief: which is in hand, its clock, and the way to the next."""

import math
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from facilitator.guide.scenario import DebriefPhase
from facilitator.stages.rehearsal.debriefing import begin_phase
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk
from ui.stages.rehearsal.words import in_hand, phase_in_hand
from ui.widgets.button_flow import ButtonFlow
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.clock_ring import ClockRing

NEXT, BEFORE = "Ctrl+Down", "Ctrl+Up"
_LONG_OVER = 3600
"""Seconds after its end at which a phase is of another day: its clock is not shown again."""


class PhaseBar(QWidget):
    """A button for each phase; pressing one begins it, and its minutes run from there.

    The way to the next is the filled button while there is one. `begun` carries the name of the
    phase, nothing when the last one was ended.
    """

    begun = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._named: tuple[str, ...] = ()
        self._buttons: dict[str, QuietButton] = {}
        self._flow = ButtonFlow((), self, gap=6)
        self.ring = ClockRing(self)
        self.next, self.other = PrimaryButton("", self), QuietButton("", self)
        for button in (self.next, self.other):
            button.show_key("Ctrl ↓")
            button.clicked.connect(lambda: self.step(1))
        for keys, by in ((NEXT, 1), (BEFORE, -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.step, by))
        self._side = QWidget(self)
        side = QHBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(10)
        for part in (self.ring, self.next, self.other):
            side.addWidget(part)
        side.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._flow, 1)
        self._row.addWidget(self._side)

    def show_phase(self, found: Rehearsal) -> None:
        """Show which phase has begun, and which comes next."""
        phases = found.pack.debrief
        now = phase_in_hand(found)
        self._name(tuple(phase.phase for phase in phases))
        for phase in phases:
            button = self._buttons[phase.phase]
            button.setChecked(now is not None and phase.phase == now.phase)
            button.setText(f"{phase.phase} · {phase.minutes} min")
        self.ring.setVisible(now is not None)
        left = now is not None and now is not phases[-1]
        for button, shown in ((self.next, left), (self.other, not left)):
            button.setText(_next_words(phases, now))
            button.setVisible(shown and bool(phases))
        self.tick(self._desk.seconds())
        self._stand()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The widest part: where there is no room beside the phases, the clock goes under them."""
        wide = max(self._flow.minimumSizeHint().width(), self._side.minimumSizeHint().width())
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside the phases or under them."""
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        wide = self._flow.sizeHint().width() + self._side.sizeHint().width() + self._row.spacing()
        beside = wide <= self.width()
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _name(self, phases: tuple[str, ...]) -> None:
        """A button for each of these phases, in place of those of another scenario."""
        if phases == self._named:
            return
        self._named = phases
        self._buttons = {}
        for phase in phases:
            button = self._buttons[phase] = QuietButton("", self)
            button.setCheckable(True)
            button.clicked.connect(partial(self._pressed, phase))
        before, self._flow = self._flow, ButtonFlow(tuple(self._buttons.values()), self, gap=6)
        self._row.replaceWidget(before, self._flow)
        self._row.setStretch(0, 1)
        before.deleteLater()
        QWidget.setTabOrder(self._flow, self.next)

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
