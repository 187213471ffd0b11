"""The line between two columns."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from ui.theme.tokens import LIGHT


class Hairline(QWidget):
    """One pixel wide, as tall as what stands beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(LIGHT.line))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
