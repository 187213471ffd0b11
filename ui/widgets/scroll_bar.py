"""A thin scroll bar without arrows, in the colours of paper."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from ui.theme.tokens import LIGHT
from ui.widgets.marks import paint_panel

_THICK = 10


class CalmScrollBar(QScrollBar):
    """A vertical scroll bar: a rounded grip and nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Thin."""
        return QSize(_THICK, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the grip."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        grip = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            self,
        )
        painter = QPainter(self)
        rect = QRectF(grip).adjusted(3, 2, -1, -2)
        paint_panel(painter, rect, LIGHT.dot, "", rect.width() / 2)
