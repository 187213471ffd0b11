"""Chips and pills: who said it, under which theme, and where somebody stands."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.marks import paint_pill, pill_height, pill_width

ChipKind = Literal["soft", "gold", "rail"]
_COLOURS = {
    "soft": (LIGHT.deep_soft, LIGHT.deep),
    "gold": (LIGHT.gold_soft, LIGHT.gold),
    "rail": (LIGHT.rail, LIGHT.mute),
}


class Chip(QWidget):
    """A pill with a word: soft for a person or mode, gold for a theme, rail for a quiet remark."""

    def __init__(
        self, text: str = "", kind: ChipKind = "soft", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._symbol = ""
        self._fill, self._ink = _COLOURS[kind]
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show this word."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size of the pill."""
        font = self._font()
        wide = pill_width(self._text, self._symbol, font)
        return QSize(round(wide) + 1, round(pill_height(font)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A pill is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pill."""
        rect = QRectF(self.rect())
        painter = QPainter(self)
        paint_pill(painter, rect, self._text, self._symbol, self._font(), self._fill, self._ink)

    def _font(self) -> QFont:
        return Typography.current().font(12, 600)
