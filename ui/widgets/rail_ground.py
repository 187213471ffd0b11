"""The ground of a rail: the warm paper of the columns beside a page."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from ui.theme.tokens import LIGHT


def lay_rail(widget: QWidget) -> None:
    """Give a column the ground of a rail."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(LIGHT.rail))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
