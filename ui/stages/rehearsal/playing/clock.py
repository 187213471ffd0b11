"""The scenario clock on the console: the minute of the stage, going, standing, or put elsewhere."""

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import Stage
from facilitator.stages.rehearsal.clock import pause_clock, set_clock, start_clock
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.playing.inject_words import lowered, story_time
from ui.stages.rehearsal.words import first_minute, in_hand, paused, scenario_seconds, started
from ui.theme.fonts import Typography, clock_font
from ui.theme.tokens import LIGHT
from ui.widgets.button_flow import ButtonFlow
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.clock_ring import clock_words
from ui.widgets.labels import PlainLabel

_EVERY = 500
_TIME = re.compile(r"(\d{1,3})(?:[:.](\d{2}))?$")


class ScenarioClockBar(QWidget):
    """The story's own clock, apart from the timer of the step.

    `went_on` when it was set going; `stop_asked` when somebody said the stop word.
    """

    went_on = Signal()
    stop_asked = Signal()

    def __init__(self, desk: Desk, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stage = stage
        px = Typography.current().px
        self.figures = PlainLabel("", self)
        self.figures.setFont(clock_font(px(20)))
        self.figures.setWordWrap(False)
        self._remark = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        # One of the two is there: the filled one while the story stands still.
        self.start = PrimaryButton("Start the clock", self)
        self.pause = QuietButton("Pause", self)
        self.pause.setAccessibleName("Pause the scenario clock")
        self.less = QuietButton("−1 min", self)
        self.less.setAccessibleName("Put the scenario clock one minute back")
        self.more = QuietButton("+1 min", self)
        self.more.setAccessibleName("Put the scenario clock one minute on")
        self.set_button = QuietButton("Set…", self)
        self.set_button.setAccessibleName("Set the scenario clock")
        self.sound = QuietButton("Sound on", self)
        self.stop = QuietButton("Stop word", self)
        self.start.show_key("P")
        self.pause.show_key("P")
        self.sound.show_key("M")
        self.stop.show_key("F9")
        self.stop.setToolTip("Somebody said the stop word: everything stands still, F9")
        self.start.clicked.connect(self._start)
        self.pause.clicked.connect(self._pause)
        self.less.clicked.connect(lambda: self.move_by(-60))
        self.more.clicked.connect(lambda: self.move_by(60))
        self.set_button.clicked.connect(self._ask)
        self.sound.clicked.connect(self.turn_sound)
        self.stop.clicked.connect(self.stop_asked)
        self.minute = KeepLine("Minute, as 42 or 42:30", self, chip="set the clock to")
        self.minute.kept.connect(self._set)
        self.minute.left.connect(self._leave)
        self.minute.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.figures)
        row.addStretch(1)
        buttons = (self.start, self.pause, self.less, self.more, self.set_button)
        self._flow = ButtonFlow((*buttons, self.sound, self.stop), self)
        row.addWidget(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        # The hour of the story has a line of its own: beside the buttons there is no room for it.
        column.addWidget(self._remark)
        column.addWidget(self.minute)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.tick)

    def show_clock(self, found: Rehearsal) -> None:
        """Show whether it goes, and what may be done."""
        running, stopped = found.clock.running, found.stop is not None
        had_keyboard = self.pause.hasFocus()
        self.start.setText("Go on" if started(found) else "Start the clock")
        # While the stop word holds, or after a gap, the way on stands over the page.
        self.start.setVisible(not running and not stopped and not self._desk.focus.away)
        self.pause.setVisible(running)
        self.stop.setVisible(not stopped)
        if had_keyboard and not self.start.isHidden():
            self.start.setFocus()
        quiet = self._desk.focus.quiet
        self.sound.setText("Sound off" if quiet else "Sound on")
        self.sound.setAccessibleName(
            "Sound when news arrives: off" if quiet else "Sound when news arrives: on"
        )
        hour = lowered(story_time(found))
        state = "scenario clock" if running else "paused" if paused(found) else "not started"
        self._remark.setText(f"{state}: {hour}" if hour else state)
        self.tick()

    def tick(self) -> None:
        """Show the time."""
        found = self._found()
        if found is not None:
            words = clock_words(scenario_seconds(found, self._stage, self._desk.seconds()))
            if words != self.figures.text():
                self.figures.setText(words)

    def toggle(self) -> None:
        """Set it going, or pause it."""
        found = self._found()
        if found is not None:
            (self._pause if found.clock.running else self._start)()

    def turn_sound(self) -> None:
        """Let news arrive with a sound, or without."""
        self._desk.focus_on(quiet=not self._desk.focus.quiet)

    def move_by(self, seconds: int) -> None:
        """Put it so many seconds on, or back; never before the beginning."""
        found = self._found()
        if found is not None:
            self._put(max(0, self._seconds(found) + seconds))

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

    def _ask(self) -> None:
        found = self._found()
        if found is not None:
            self.minute.put(clock_words(self._seconds(found)))
            self.minute.show()
            self.minute.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.minute.line.selectAll()

    def _set(self, text: str) -> None:
        found = _TIME.match(text)
        if found is None or int(found[2] or 0) > 59:
            self._desk.refused.emit("Write the minute as 42, or with seconds as 42:30.", "")
        elif self._put(int(found[1]) * 60 + int(found[2] or 0)):
            self._leave()

    def _put(self, second: int) -> bool:
        found = self._found()
        if found is None:
            return False
        return self._desk.do(set_clock, found.id, self._desk.seconds(), second) is not None

    def _leave(self) -> None:
        self.minute.hide()
        self.set_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seconds(self, found: Rehearsal) -> int:
        return scenario_seconds(found, self._stage, self._desk.seconds())

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)
