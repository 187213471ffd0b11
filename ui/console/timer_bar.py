"""The bar along the top: whose workshop this is, the clock of the step, and the room's screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.badge import LiveBadge, ScreenState
from ui.widgets.buttons import QuietButton
from ui.widgets.clock_ring import ClockRing
from ui.widgets.labels import OneLine, PlainLabel, as_tip

_A_DAY = 24 * 60
"""Minutes."""


class TimerBar(QWidget):
    """Group, title, ring, what is left, Pause, one more minute, and the badge of the screen."""

    pause_asked = Signal()
    minute_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = OneLine("", self, size=16, weight=700)
        self._title = OneLine("", self, size=13.5, colour=LIGHT.mute)
        self._ring = ClockRing(self)
        self._plan = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.pause = QuietButton("Pause", self)
        self.more = QuietButton("+1 min", self)
        self.more.setAccessibleName("One more minute")
        self.badge = LiveBadge(self)
        self.pause.clicked.connect(self.pause_asked)
        self.more.clicked.connect(self.minute_asked)
        self._plan.setWordWrap(False)
        self._group.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        # The title gives way first when the laptop is small.
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 1)
        row.setSpacing(18)
        row.addWidget(self._group)
        row.addWidget(self._title, 1)
        clock = QHBoxLayout()
        clock.setSpacing(10)
        clock.addWidget(self._ring)
        clock.addWidget(self._plan)
        row.addLayout(clock)
        for part in (self.pause, self.more, self.badge):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(Typography.current().px(52))

    def show_about(self, group: str, title: str) -> None:
        """Show whose workshop it is."""
        self._group.setText(group)
        self._group.setToolTip(as_tip(group))
        self._title.setText(title)
        self._title.setToolTip(as_tip(title))

    def show_clock(self, seconds_left: int, total: int, *, running: bool, behind: int) -> None:
        """Show what is left of the step, and how the day stands against plan."""
        self._ring.show_clock(seconds_left, total, running=running)
        plan = f"{behind} min behind plan" if behind > 0 else "on plan"
        if behind < 0:
            plan = f"{-behind} min ahead"
        if abs(behind) >= _A_DAY:
            # The step was entered on another day: against a plan of hours that says nothing.
            plan = ""
        words = " · ".join(part for part in (f"of {total // 60} min", plan) if part)
        if words != self._plan.text():
            self._plan.setText(words)
        self.pause.setText("Pause" if running else "Go on")

    def show_screen(self, state: ScreenState) -> None:
        """Show what the room sees."""
        self.badge.show_state(state)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The group's name takes a third at most."""
        super().resizeEvent(event)
        self._group.setMaximumWidth(max(160, self.width() // 3))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the white ground and the hairline under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT.card))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(LIGHT.line))
