"""The line of time at the foot of the console: a slider over everything that happened."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import OneLine, PlainLabel
from ui.widgets.marks import paint_focus

_PAST_KEYS = (("← →", "one change"), ("Ctrl ← →", "one step"), ("Esc", "back to now"))
_READING_KEYS = (("↑ ↓", "read on"), ("Ctrl ↑ ↓", "another value"), ("Esc", "back"))
_GRIP = 8
_SIDE = 12


class TimeSlider(QSlider):
    """One place for each moment. Ctrl with an arrow goes by steps of the journey.

    `step_asked` carries -1 or 1, as do `value_asked` (another value, Ctrl+Up and Ctrl+Down) and
    `scroll_asked` (the page over it).
    """

    step_asked = Signal(int)
    value_asked = Signal(int)
    scroll_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._steps: tuple[int, ...] = ()
        self._ticks: tuple[object, tuple[int, ...]] = (None, ())
        self.setAccessibleName("Moment")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSingleStep(1)

    def show_steps(self, steps: Sequence[int]) -> None:
        """Mark the places at which a step of the journey began."""
        self._steps = tuple(steps)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as may be, and high enough to be caught by a mouse."""
        return QSize(300, Typography.current().px(26))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the grip."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go by one change, by one step of the journey, or to either end."""
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ends = {Qt.Key.Key_Home: self.minimum(), Qt.Key.Key_End: self.maximum()}
        beside = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in ways and held:
            self.step_asked.emit(ways[key])
        elif key in ways:
            self.setValue(self.value() + ways[key])
        elif key in ends:
            self.setValue(ends[key])
        elif key in beside:
            (self.value_asked if held else self.scroll_asked).emit(beside[key])
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the grip to where the mouse is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._place_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take it along."""
        if self.isSliderDown():
            self.setValue(self._place_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let it go."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line, a tick where each step began, and the grip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        left, right, here = _SIDE, self.width() - _SIDE, self._x_of(self.value())
        for x in self._tick_places():
            painter.fillRect(QRectF(x, middle - 7, 1, 14), QColor(LIGHT.dot))
        painter.setPen(QPen(QColor(LIGHT.dot), 2))
        painter.drawLine(QPointF(here, middle), QPointF(right, middle))
        painter.setPen(QPen(QColor(LIGHT.deep), 3))
        painter.drawLine(QPointF(left, middle), QPointF(here, middle))
        painter.setPen(QPen(QColor(LIGHT.card), 2))
        painter.setBrush(QColor(LIGHT.deep))
        painter.drawEllipse(QPointF(here, middle), _GRIP, _GRIP)
        if self.hasFocus():
            ring = QRectF(here - _GRIP - 3, middle - _GRIP - 3, 2 * _GRIP + 6, 2 * _GRIP + 6)
            paint_focus(painter, ring, _GRIP + 3)

    def _tick_places(self) -> tuple[int, ...]:
        """Where the steps began, in whole pixels, each once: a long day has more than there are."""
        laid = (self.width(), self.maximum(), self._steps)
        if self._ticks[0] != laid:
            self._ticks = (laid, tuple(sorted({int(self._x_of(at)) for at in self._steps})))
        return self._ticks[1]

    def _x_of(self, place: int) -> float:
        room = self.width() - 2 * _SIDE
        among = self.maximum() - self.minimum()
        return _SIDE + room * ((place - self.minimum()) / among if among else 1)

    def _place_at(self, x: float) -> int:
        room = max(self.width() - 2 * _SIDE, 1)
        share = min(max((x - _SIDE) / room, 0), 1)
        return round(self.minimum() + share * (self.maximum() - self.minimum()))


class TimeLine(QWidget):
    """Which moment is on the console, what happened then, the slider, and the way back.

    `moved` carries the place of the slider. In the past the ground is that of old paper; over the
    history of a value, in the present, it is that of the rails.
    """

    moved = Signal(int)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_past = False
        self._when = PlainLabel("", self, size=16, weight=700)
        self._when.setWordWrap(False)
        self._what = OneLine("", self, size=14)
        self._room = PlainLabel("The room still sees now.", self, size=12.5, colour=LIGHT.mute)
        self._room.setWordWrap(False)
        self.slider = TimeSlider(self)
        self.slider.valueChanged.connect(self.moved)
        self.to_now = PrimaryButton("Back to now", self)
        self.close_history = QuietButton("Close the history", self)
        # Of one width, so that the slider stays where it is under the mouse that moves it.
        self._back = QStackedWidget(self)
        for button in (self.to_now, self.close_history):
            self._back.addWidget(button)
            button.clicked.connect(self.back_asked)
        self._back.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._hint = KeyHint(parent=self)
        self._hint.setFixedWidth(Typography.current().px(330))
        self._what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words = QHBoxLayout()
        words.setSpacing(14)
        words.addWidget(self._when)
        words.addWidget(self._what, 1)
        words.addWidget(self._hint)
        words.addWidget(self._room)
        under = QHBoxLayout()
        under.setSpacing(14)
        under.addWidget(self.slider, 1)
        under.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 9, 18, 9)
        column.setSpacing(4)
        column.addLayout(words)
        column.addLayout(under)
        self.hide()

    def show_now(self, stops: int, steps: Sequence[int]) -> None:
        """Stand at now, with so many moments to go back to."""
        self._place(stops, stops - 1, steps)
        self._dress(is_past=False)
        self._when.setText("Now")
        self._what.setText("Move the slider to see the workshop as it stood at any moment.")

    def show_moment(
        self, stops: int, stop: int, steps: Sequence[int], when: str, what: str
    ) -> None:
        """Stand at a moment: when it was, and what happened."""
        self._place(stops, stop, steps)
        self._dress(is_past=True)
        self._when.setText(f"The past: {when}" if when[:1].isdigit() else "The past")
        self._what.setText(what)
        self.slider.setAccessibleDescription(f"{when}. {what}. The room still sees now.")

    @property
    def is_past(self) -> bool:
        """Whether the past is on the console."""
        return self._is_past and not self.isHidden()

    def words(self) -> str:
        """What it says of the moment."""
        return f"{self._when.text()} · {self._what.text()}"

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, and the line over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT.gold_soft if self._is_past else LIGHT.rail))
        over = 3 if self._is_past else 1
        line = QColor(LIGHT.gold if self._is_past else LIGHT.line)
        painter.fillRect(0, 0, self.width(), over, line)

    def _place(self, stops: int, stop: int, steps: Sequence[int]) -> None:
        blocked = self.slider.blockSignals(True)
        self.slider.setRange(0, max(stops - 1, 0))
        self.slider.setValue(stop)
        self.slider.show_steps(steps)
        self.slider.blockSignals(blocked)
        self.slider.update()

    def _dress(self, *, is_past: bool) -> None:
        self._is_past = is_past
        self._room.setVisible(is_past)
        self._hint.show_keys(_PAST_KEYS if is_past else _READING_KEYS)
        self._back.setCurrentWidget(self.to_now if is_past else self.close_history)
        self.update()
