"""Saying something that needs reading: what happened, what is safe, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

Offers = Sequence[tuple[str, Callable[[], object]]]
"""The words of a button, and what it does."""


def said_over(
    parent: QWidget, what: str, more: str, offers: Offers = (), leave: str = "OK"
) -> QMessageBox:
    """Say it over a window, with a button for each offer and one that does nothing."""
    box = QMessageBox(parent)
    box.setWindowTitle("Facilitator")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(what)
    box.setInformativeText(more)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, act in offers:
        button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        button.clicked.connect(act)
    box.setDefaultButton(box.addButton(leave, QMessageBox.ButtonRole.RejectRole))
    # The box's own format is not that of its second label.
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    box.open()
    return box
