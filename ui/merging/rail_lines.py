"""Quiet lines in the rail: what is to be talked over, and what note-takers have handed over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.merging import words
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel

LOOK = "Look at them"
LATER = "Later"


class RailLines(QWidget):
    """Hidden while there is nothing to say. It opens nothing by itself.

    `over_asked` for what is to be talked over, `look_asked` for what is offered, and `later_asked`
    when the offer is put off.
    """

    over_asked = Signal()
    look_asked = Signal()
    later_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.over = QuietButton("", self)
        self.over.setToolTip("To talk over, Ctrl+Shift+M")
        self.over.clicked.connect(self.over_asked)
        self.offer = PlainLabel("", self, size=13)
        self.look = QuietButton(LOOK, self)
        self.look.clicked.connect(self.look_asked)
        self.later = QuietButton(LATER, self)
        self.later.setAccessibleName("Later: look at them another time")
        self.later.clicked.connect(self.later_asked)
        self.remark = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.look)
        acts.addWidget(self.later)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        for part in (self.over, self.offer):
            column.addWidget(part)
        column.addLayout(acts)
        column.addWidget(self.remark)
        self._offered = self._remarked = ""
        self.show_over(0)
        self.show_offer("")

    def show_over(self, number: int) -> None:
        """Show how much is to be talked over."""
        if number:
            self.over.setText(words.to_talk_over(number))
        self.over.setVisible(bool(number))
        self._show()

    def show_offer(self, sentence: str) -> None:
        """Show what was handed over; nothing takes the line away."""
        self._offered = sentence
        self.offer.setText(sentence)
        for part in (self.offer, self.look, self.later):
            part.setVisible(bool(sentence))
        self._show()

    def show_remark(self, sentence: str) -> None:
        """Show where the shared folder stands when it cannot be looked at, or another remark."""
        self._remarked = sentence
        self.remark.setText(sentence)
        self._show()

    def _show(self) -> None:
        self.remark.setVisible(bool(self._remarked))
        said = not self.over.isHidden() or bool(self._offered or self._remarked)
        self.setVisible(said)
