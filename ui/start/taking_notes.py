"""Taking up a copy that was handed out: what are these notes called?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.wording import tidy
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import Notice

LONGEST_NAME = 60
EXPLAINED = (
    "You get a file of your own on this computer, and the copy stays as it is for others. No "
    "network is needed; what you note is handed over when you say so."
)
NO_NAME = "Say what these notes are called, so that the facilitator knows whose they are."


class TakingNotesDialog(QDialog):
    """Asks for the name of somebody's notes. `named` carries it; Enter begins."""

    named = Signal(str)

    def __init__(self, group: str, last: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Take notes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        self.notice = Notice(self)
        self.name = QLineEdit(last, self)
        self.name.setPlaceholderText("Such as Table 3, or your name")
        self.name.setAccessibleName("What these notes are called")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.returnPressed.connect(self._begin)
        self.name.selectAll()
        begin = PrimaryButton("Begin", self)
        begin.clicked.connect(self._begin)
        leave = QuietButton("Not now", self)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(begin)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        about = f"Take notes for {group}" if group else "Take notes"
        column.addWidget(Heading(about, self, size=20))
        column.addWidget(PlainLabel(EXPLAINED, self))
        column.addWidget(self.notice)
        column.addWidget(PlainLabel("What are these notes called?", self, weight=600))
        column.addWidget(self.name)
        column.addLayout(buttons)
        self.name.setFocus()

    def _begin(self) -> None:
        name = tidy(self.name.text())
        if not name:
            self.notice.tell(NO_NAME)
            self.name.setFocus()
            return
        self.accept()
        self.named.emit(name)
