"""A list of words or pictures whose row in hand is marked softly."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from ui.theme.tokens import LIGHT
from ui.widgets.scroll_bar import CalmScrollBar


class CalmList(QListWidget):
    """A list without a frame, on a ground of its own. What stands in it is read, never edited."""

    def __init__(self, name: str, parent: QWidget | None = None, ground: str = LIGHT.card) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(CalmScrollBar(self))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(ground))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(LIGHT.deep_soft))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(LIGHT.ink))
        self.setPalette(palette)
