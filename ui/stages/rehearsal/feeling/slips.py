"""Paper slips: check-ins without a name, typed one after the other, now or later."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.stages.rehearsal.feeling import drop_feeling, give_slip
from facilitator.stages.rehearsal.state import Feeling, Rehearsal, When
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.keyed_table import KeyedTable
from ui.stages.rehearsal.feeling.entry import WordAndNumber
from ui.stages.rehearsal.words import in_hand
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

_COLUMNS = (Column("", 0.5), Column("Word", 3), Column("1 to 5", 1))
_KEYS = (
    ("Enter", "keep, next slip; in the list: correct it"),
    ("Tab", "word, number"),
    ("Del", "in the list: take it out"),
)
_NONE = "No slip is typed yet. “tense 4” and Enter keeps one. They can be typed later, too."


class Slips(QWidget):
    """A line for the next slip, and the slips that were typed, the newest first.

    What came from the laptop that was passed round stands among them: neither has a name.
    """

    def __init__(self, desk: Desk, when: When, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._when: When = when
        self._slip = ""
        self.about = PlainLabel("", self, size=15, weight=700)
        self.entry = WordAndNumber(self)
        self.entry.kept.connect(self._keep)
        self.entry.emptied.connect(self._empty)
        self.entry.stepped.connect(self._into_list)
        self.table = KeyedTable("Slips, private", ("Del",), self)
        self.table.opened.connect(self._correct)
        self.table.asked.connect(lambda _key, slip: self._drop(slip))
        self.none = PlainLabel(_NONE, self, colour=LIGHT.mute)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.about, 2)
        row.addWidget(self.entry, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(KeyHint(_KEYS, self))
        column.addWidget(self.none)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        QWidget.setTabOrder(self.entry.number, self.table)

    def show_feelings(self, _workshop: Workshop, found: Rehearsal) -> None:
        """Show the slips."""
        slips = self._given(found)
        if self._slip not in slips:
            # It was taken out meanwhile: what was typed to correct it is kept, as a new one.
            self._slip = ""
        numbered = list(enumerate(slips.values(), 1))
        self.table.show_rows(_COLUMNS, [_row(at, slip) for at, slip in reversed(numbered)])
        self.table.setVisible(bool(slips))
        self.none.setVisible(not slips)
        at = list(slips).index(self._slip) + 1 if self._slip else 0
        self.about.setText(f"Slip {at}, to correct" if at else f"Slip {len(slips) + 1}")
        self.entry.about(self.about.text())

    def begin(self) -> None:
        """The word of the next slip."""
        self.entry.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _into_list(self, _by: int) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, word: str, tension: int) -> None:
        found = self._found()
        rehearsal = found.id if found else ""
        slip, self._slip = self._slip, ""
        if self._desk.do(give_slip, rehearsal, self._when, word, tension, slip) is None:
            self._slip = slip
            return
        self._empty()

    def _correct(self, slip: str) -> None:
        found = self._found()
        given = self._given(found).get(slip) if found else None
        if found is not None and given is not None:
            self._slip = slip
            self.entry.put(given.word, given.tension)
            self.show_feelings(self._desk.workshop, found)
            self.begin()
            self.entry.word.selectAll()

    def _empty(self) -> None:
        self._slip = ""
        self.entry.put()
        found = self._found()
        if found is not None:
            self.show_feelings(self._desk.workshop, found)
        self.begin()

    def _drop(self, slip: str) -> None:
        found = self._found()
        if found is not None and slip:
            self._desk.do(drop_feeling, found.id, self._when, slip_id=slip)
            if not self.table.ids():
                self.begin()

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)

    def _given(self, found: Rehearsal) -> dict[str, Feeling]:
        return {f.id: f for f in found.feelings if f.when == self._when and not f.member}


def _row(number: int, slip: Feeling) -> TableRow:
    cells = (Cell(str(number), mute=True), Cell(slip.word), Cell(str(slip.tension)))
    return TableRow(slip.id, cells)
