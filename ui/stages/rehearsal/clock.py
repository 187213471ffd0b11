"""The scenario clock on the console: the minute of the stage, and setting it going or pausing."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.guide import Stage
from facilitator.stages.rehearsal.clock import pause_clock, start_clock
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk
from ui.stages.rehearsal.words import first_minute, in_hand, paused, scenario_seconds, started
from ui.theme.fonts import Typography, clock_font
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.clock_ring import clock_words
from ui.widgets.labels import PlainLabel

_EVERY = 500


class ScenarioClockBar(QWidget):
    """The story's own clock, apart from the timer of the step. `went_on` when it was set going."""

    went_on = Signal()

    def __init__(self, desk: Desk, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stage = stage
        px = Typography.current().px
        self.figures = PlainLabel("", self)
        self.figures.setFont(clock_font(px(20)))
        self.figures.setWordWrap(False)
        self._remark = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._remark.setWordWrap(False)
        # One of the two is there: the filled one while the story stands still.
        self.start = PrimaryButton("Start the clock", self)
        self.pause = QuietButton("Pause", self)
        self.pause.setAccessibleName("Pause the scenario clock")
        self.start.clicked.connect(self._start)
        self.pause.clicked.connect(self._pause)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.figures)
        row.addWidget(self._remark)
        row.addWidget(self.start)
        row.addWidget(self.pause)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.tick)

    def show_clock(self, found: Rehearsal) -> None:
        """Show whether it goes, and what may be done."""
        running = found.clock.running
        had_keyboard = self.pause.hasFocus()
        self.start.setText("Go on" if started(found) else "Start the clock")
        self.start.setVisible(not running)
        self.pause.setVisible(running)
        if had_keyboard and not running:
            self.start.setFocus()
        self._remark.setText(
            "scenario clock" if running else "paused" if paused(found) else "not started"
        )
        self.tick()

    def tick(self) -> None:
        """Show the time."""
        found = self._found()
        if found is not None:
            words = clock_words(scenario_seconds(found, self._stage, self._desk.seconds()))
            if words != self.figures.text():
                self.figures.setText(words)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the clock while somebody can see it."""
        super().showEvent(event)
        self._timer.start()
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def _start(self) -> None:
        found = self._found()
        if found is not None:
            first = None if started(found) else first_minute(self._stage)
            at = self._desk.seconds()
            if self._desk.do(start_clock, found.id, at, from_minute=first) is not None:
                self.went_on.emit()

    def _pause(self) -> None:
        found = self._found()
        if found is not None:
            self._desk.do(pause_clock, found.id, self._desk.seconds())

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)
