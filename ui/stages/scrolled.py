"""A page's column in an area that scrolls and never draws a frame."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.widgets.scroll_bar import CalmScrollBar


class _Scrolled(QScrollArea):
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the page keys to the console: a clicker sends them."""
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            event.ignore()
        else:
            super().keyPressEvent(event)


def scrolled(inside: QWidget, name: str) -> QScrollArea:
    """An area that shows `inside` at its own width and scrolls to what has the keyboard."""
    area = _Scrolled()
    area.setAccessibleName(name)
    # Tab goes through what stands in it; a page whose text is only read gives it the keyboard.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBar(CalmScrollBar(area))
    area.setWidget(inside)
    return area
