"""A page's column in an area that scrolls and never draws a frame."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QWidget

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


def follow(area: QScrollArea, table: QAbstractItemView) -> None:
    """Let an area scroll to the row of a table that the keyboard is on."""

    def scroll() -> None:
        inside = area.widget()
        row = table.visualRect(table.currentIndex())
        if inside is not None and row.isValid() and table.hasFocus():
            top = table.viewport().mapTo(inside, QPoint(0, row.top())).y()
            area.ensureVisible(0, top + row.height() // 2, 0, row.height())

    table.selectionModel().currentRowChanged.connect(scroll)
