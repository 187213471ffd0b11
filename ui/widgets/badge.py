"""The badge that says whether the room sees something now."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.marks import paint_panel, paint_symbol

ScreenState = Literal["live", "blank", "frozen", "off"]
"""What the room's screen is doing."""

_LOOKS = {
    "live": ("ON SCREEN", "●", LIGHT.accent, LIGHT.on_accent, "The room sees this step"),
    "blank": ("BLANK", "○", LIGHT.ink, LIGHT.paper, "The room's screen is blank"),
    "frozen": ("FROZEN", "–", LIGHT.deep, LIGHT.on_deep, "The room's screen is held still"),
    "off": ("NOT SHOWN", "○", LIGHT.card, LIGHT.mute, "The room's screen is closed"),
}


class LiveBadge(QWidget):
    """A pill: on screen, blank, frozen or not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._state: ScreenState = "off"
        self.show_state("off")

    def show_state(self, state: ScreenState) -> None:
        """Show what the room's screen is doing."""
        if state == self._state and self.accessibleName():
            return
        self._state = state
        self.setAccessibleName(_LOOKS[state][4])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size of the pill."""
        wide = QFontMetricsF(self._font()).horizontalAdvance(_LOOKS[self._state][0])
        px = Typography.current().px
        return QSize(round(wide) + px(36), px(25))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The pill is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pill."""
        words, symbol, fill, ink, _ = _LOOKS[self._state]
        painter = QPainter(self)
        rect = QRectF(self.rect())
        line = LIGHT.line if self._state == "off" else ""
        paint_panel(painter, rect, fill, line, rect.height() / 2)
        px = Typography.current().px
        centre = QPointF(px(15), rect.center().y())
        paint_symbol(painter, symbol, centre, px(9), QColor(ink))
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(rect.adjusted(px(23), 0, 0, 0), flags, words)

    @staticmethod
    def _font() -> QFont:
        return Typography.current().font(11, 700)
