"""The small picture of the room's screen on the console's right rail."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.room.fit import Fitter
from ui.room.view import RoomClock, RoomView
from ui.theme.fonts import font
from ui.theme.tokens import CARD_CORNER, DARK, ROOM
from ui.widgets.badge import ScreenState
from ui.widgets.clock_ring import clock_words
from ui.widgets.marks import paint_panel
from ui.widgets.paragraph import Limits

_WIDE = 235
_WORDS = {
    "blank": "The screen is blank",
    "off": "The room's screen is closed",
}


class RoomPreview(QWidget):
    """What the room sees, in small: the statement and one quiet line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitter = Fitter()
        self._view = RoomView()
        self._clock: RoomClock | None = None
        self._state: ScreenState = "off"
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say()

    def show_view(self, view: RoomView) -> None:
        """Show this view."""
        if view != self._view:
            self._view = view
            self._say()
            self.update()

    def show_clock(self, clock: RoomClock | None) -> None:
        """Show the time in the quiet line."""
        if clock != self._clock:
            self._clock = clock
            self.update()

    def show_state(self, state: ScreenState) -> None:
        """Show whether the room sees it: live, blank, frozen or off."""
        if state != self._state:
            self._state = state
            self._say()
            self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """16 to 9."""
        return round(width * 9 / 16)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the rail."""
        return QSize(_WIDE, self.heightForWidth(_WIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, the statement and the line under it."""
        painter = QPainter(self)
        words = _WORDS.get(self._state, "")
        tokens = DARK if words else ROOM[self._view.tone]
        line = tokens.line if tokens is not DARK else ""
        paint_panel(painter, QRectF(self.rect()), tokens.paper, line, CARD_CORNER - 2)
        wide = self.width() - 28
        if words:
            painter.setFont(font(12))
            painter.setPen(QColor(tokens.mute))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        shown = self._view.statement or self._view.eyebrow
        limits = Limits(wide, 1.3, 3, self.height() * 0.55)
        statement, _ = self._fitter.fit(shown, limits, 10, 13, 700)
        face = font(10.5)
        under = self._line()
        tall = statement.height + (20 if under else 0)
        y = (self.height() - tall) / 2
        statement.draw(painter, 14, y, QColor(tokens.ink))
        painter.setFont(face)
        painter.setPen(QColor(tokens.mute))
        mode = Qt.TextElideMode.ElideRight
        cut = QFontMetricsF(face).elidedText(under, mode, wide)
        rect = QRectF(14, y + statement.height + 5, wide, 15)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), cut)

    def _line(self) -> str:
        clock = self._clock if self._view.show_clock else None
        parts = (
            "held still" if self._state == "frozen" else "",
            self._view.flag or self._view.summary or self._view.note.replace("\n", " · "),
            clock_words(clock.seconds_left) if clock else "",
        )
        return " · ".join(part for part in parts if part)

    def _say(self) -> None:
        said = {"live": "On the room's screen", "frozen": "Held still on the room's screen"}
        head = said.get(self._state, _WORDS.get(self._state, ""))
        shown = "" if self._state in _WORDS else f": {self._view.statement}"
        self.setAccessibleName(head + shown)
