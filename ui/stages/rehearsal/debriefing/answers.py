"""What was said to one question of the debrief: a line to keep it in, and a list to put right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.stages.rehearsal.debriefing import answer_debrief, correct_answer
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.words import in_hand
from ui.stages.scrolled import bring_up
from ui.stages.whole_table import WholeTable
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint

_COLUMNS = (Column("What was said", 1),)
_CHIP = "no names"
_KEYS = (
    ("Enter", "keep it; in the list, correct it"),
    ("Del", "in the list: take it out"),
    ("↑ ↓", "another question"),
)


class Answers(QWidget):
    """Enter keeps an answer without a name. `stepped` is -1 or 1 for the up and down keys."""

    stepped = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._question = ""
        self._correcting: tuple[str, str] | None = None
        self.line = KeepLine("What was said? No names", self, chip=_CHIP, tall=48)
        self.line.kept.connect(self._keep)
        self.line.left.connect(self._leave)
        self.line.stepped.connect(self.stepped)
        self.table = WholeTable("What was said", ("Del",), self)
        self.table.opened.connect(self._correct)
        self.table.asked.connect(lambda _key, row: self._drop(row))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(KeyHint(_KEYS, self))
        column.addWidget(self.table)
        self.setFocusProxy(self.line)

    def show_answers(self, found: Rehearsal, question: str) -> None:
        """Show what was said to this question."""
        self._question = question
        if self._correcting is not None and self._correcting not in found.answers:
            # It was taken out meanwhile: what was typed to correct it is kept, as a new one.
            self._stop_correcting()
        said = _said(found, question)
        rows = [TableRow(str(at), (Cell(answer),)) for at, answer in enumerate(said)]
        self.table.show_rows(_COLUMNS, rows)
        self.table.setVisible(bool(rows))

    def _keep(self, text: str) -> None:
        found = self._found()
        if found is None:
            return
        done: object
        if self._correcting is not None:
            done = self._desk.do(correct_answer, found.id, *self._correcting, text)
        else:
            done = self._desk.do(answer_debrief, found.id, self._question, text)
        if done is not None:
            self._stop_correcting()
            self.line.clear()

    def _correct(self, row: str) -> None:
        found = self._found()
        said = _said(found, self._question) if found else []
        if row.isdigit() and int(row) < len(said):
            self._correcting = (self._question, said[int(row)])
            self.line.show_chip("correct")
            self.line.put(said[int(row)])
            self.line.line.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_up(self.line)

    def _leave(self) -> None:
        self._stop_correcting()

    def _stop_correcting(self) -> None:
        self._correcting = None
        self.line.show_chip(_CHIP)

    def _drop(self, row: str) -> None:
        found = self._found()
        said = _said(found, self._question) if found else []
        if found is not None and row.isdigit() and int(row) < len(said):
            self._desk.do(correct_answer, found.id, self._question, said[int(row)], "")
            if not self.table.ids():
                self.line.line.setFocus(Qt.FocusReason.OtherFocusReason)
                bring_up(self.line)

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)


def _said(found: Rehearsal, question: str) -> list[str]:
    return [answer for asked, answer in found.answers if asked == question]
