"""Asking before something is written in which somebody can be known."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

SOMEBODY = "Somebody can be known in the debrief"
EVEN_SO = "Write it even so"
_MOST = 8


def ask_first(parent: QWidget, known: list[str], even_so: Callable[[], object]) -> QMessageBox:
    """Say where somebody can be known, and leave it to the facilitator."""
    box = QMessageBox(parent)
    box.setWindowTitle("Facilitator")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"{SOMEBODY}. It is meant for others to read.")
    more = [f"and {len(known) - _MOST} more"] if len(known) > _MOST else []
    box.setInformativeText("\n".join([*known[:_MOST], *more]))
    go_on = box.addButton(EVEN_SO, QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton("Leave it", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    go_on.clicked.connect(even_so)
    box.open()
    return box
