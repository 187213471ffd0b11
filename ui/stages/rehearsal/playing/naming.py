"""Naming the values that a group rehearses with, where it has none to test yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.stages.values import propose
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.changing.still_owed import in_journey
from ui.stages.rehearsal.fields import KeepLine
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel

ASKS = "Which value do you rehearse with? Name it, and what it says after a colon"
ANOTHER = "Another value you rehearse with? Name it, and what it says after a colon"
HERE = (
    "No values yet. Those that you name here can be tested at once, and the values stage "
    "negotiates them."
)
ELSEWHERE = (
    "No values yet. Those that you name here can be tested at once. They stand in this workshop as "
    "proposed: the values stage, which would negotiate them, is not part of this journey."
)


class ValueLine(QWidget):
    """A line that keeps a value: its title, and after a colon what it says; several in a row.

    It stands while there are no values, until it is left; with `stays` also afterwards, where the
    journey has no other place for them. `named` carries the id of a value that was kept, `left` is
    for Esc and for Enter with nothing typed.
    """

    named = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, stays: bool = True) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stays = stays
        self._in_a_row = False
        self.about = PlainLabel("", self, size=13, colour=LIGHT.mute)
        self.line = KeepLine(ASKS, self, chip="value")
        self.line.kept.connect(self._keep)
        self.line.left.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.about)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_workshop(self, workshop: Workshop) -> None:
        """Stand there or not; words that are being typed keep it there."""
        none, negotiated = not workshop.values, in_journey(self._desk, "values")
        self.about.setText(HERE if negotiated else ELSEWHERE)
        self.about.setVisible(none)
        self.line.ask(ASKS if none else ANOTHER)
        typing = self._in_a_row or bool(self.line.text())
        self.setVisible(none or typing or (self._stays and not negotiated))

    def _keep(self, typed: str) -> None:
        if not typed:
            self._leave()
            return
        title, _, says = typed.partition(":")
        done = self._desk.do(propose, title.strip(), says.strip())
        if done is not None:
            self._in_a_row = True
            self.line.clear()
            self.show_workshop(self._desk.workshop)
            self.line.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.named.emit(done.id)

    def _leave(self) -> None:
        self._in_a_row = False
        self.left.emit()
        self.show_workshop(self._desk.workshop)
