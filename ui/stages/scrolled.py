"""A page's column in an area that scrolls and never draws a frame."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
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


_ROUND = 40
"""Pixels that are shown round what is brought up, where there is room."""


def bring_up(widget: QWidget) -> None:
    """Scroll the area in which a widget stands so that it is seen, once all stands where it will.

    Of a table that is the row which the keyboard is on. Nothing happens outside such an area.
    """
    QTimer.singleShot(0, widget, partial(_bring_up, widget))


def _bring_up(widget: QWidget) -> None:
    area = _area_of(widget)
    inside = area.widget() if area is not None else None
    if area is None or inside is None or not widget.isVisible():
        return
    place, seen = widget.rect(), widget
    if isinstance(widget, QAbstractItemView):
        row = widget.visualRect(widget.currentIndex())
        place, seen = (row, widget.viewport()) if row.isValid() else (QRect(0, 0, 1, 1), widget)
    top = seen.mapTo(inside, place.topLeft()).y()
    # What is taller than the area is shown from its top.
    tall = min(place.height(), area.viewport().height() - 2 * _ROUND)
    area.ensureVisible(0, top + tall, 0, _ROUND)
    area.ensureVisible(0, top, 0, _ROUND)


def _area_of(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, _Scrolled):
        above = above.parentWidget()
    return above
