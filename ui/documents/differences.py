"""What differs between two versions of a document, clause by clause."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.comparing import Clause
from ui.documents.calm_list import CalmList
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Heading, PlainLabel


class Differences(QWidget):
    """Tells what changed between two versions. `left` when it has been read."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading("", self, size=20)
        self.about = PlainLabel("", self, colour=LIGHT.mute)
        self.list = CalmList("What changed", self)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.close_button = QuietButton("Back to the pages", self)
        self.close_button.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for part in (self.heading, self.about):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.close_button)

    def tell(self, older: str, newer: str, told: list[Clause] | str) -> None:
        """Show the clauses that differ between two versions, or say why there are none."""
        self.heading.setText(f"Version {older} and version {newer}")
        self.list.clear()
        if isinstance(told, str):
            self.about.setText(told)
            return
        count = {0: "Nothing differs.", 1: "One clause differs."}
        self.about.setText(count.get(len(told), f"{len(told)} clauses differ."))
        self.list.addItems([clause.words for clause in told])
        self.list.setCurrentRow(0)

    def begin(self) -> None:
        """Take the keyboard."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
