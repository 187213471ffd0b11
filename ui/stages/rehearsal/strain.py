"""Values under strain: which held, bent or broke, what was seen, and at which minute."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.stages.rehearsal.debriefing import judge_strain
from facilitator.stages.rehearsal.state import Rehearsal, Strain, Verdict
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.words import in_hand, started, strainable
from ui.stages.whole_table import WholeTable
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

VERDICTS: tuple[Verdict, ...] = ("held", "bent", "broke")
_COLUMNS = (
    Column("Value under strain", 2.7),
    Column("Held", 0.9),
    Column("Bent", 0.9),
    Column("Broke", 0.9),
    Column("What we saw", 5),
)
_KEYS = (("1", "held"), ("2", "bent"), ("3", "broke"), ("Enter", "what we saw, and the minute"))
_LAST_MINUTE = 999


class StrainTable(QWidget):
    """A row for each value. A verdict is kept at once; then what was seen and when can be typed.

    With `by_clock` a new verdict takes the minute of the scenario clock.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, by_clock: bool) -> None:
        super().__init__(parent)
        self._desk = desk
        self._by_clock = by_clock
        self._value = ""
        self.table = WholeTable("Values under strain", ("1", "2", "3"), self)
        self.table.asked.connect(lambda key, value: self._judge(value, VERDICTS[int(key) - 1]))
        self.table.opened.connect(self._ask)
        self.table.clicked.connect(self._clicked)
        self._none = PlainLabel(
            "No values yet. They come from the values stage, and stand here to be tested.",
            self,
            colour=LIGHT.mute,
        )
        self.words = KeepLine("What did we see?", self)
        self.minute = KeepLine("Minute", self)
        self.minute.line.setValidator(QIntValidator(0, _LAST_MINUTE, self.minute))
        self.minute.setFixedWidth(Typography.current().px(110))
        for line in (self.words, self.minute):
            line.kept.connect(lambda _text: self._keep())
            line.left.connect(self._leave)
        self._asking = QWidget(self)
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.minute)
        self._asking.hide()
        self._hint = KeyHint(_KEYS, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.table, self._none, self._asking, self._hint):
            column.addWidget(part)

    def show_strain(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show every value's verdict, and what was seen."""
        rows = [
            TableRow(value.id, (Cell(value.title), *_verdict(found.strains.get(value.id))))
            for value in strainable(workshop, found)
        ]
        self.table.show_rows(_COLUMNS, rows)
        self.table.setVisible(bool(rows))
        self._hint.setVisible(bool(rows))
        self._none.setVisible(not rows)
        if not self._asking.isHidden() and self._value not in found.strains:
            self._asking.hide()

    def _judge(self, value: str, verdict: Verdict) -> None:
        found = self._found()
        if found is None or not value:
            return
        before = found.strains.get(value)
        minute = (
            before.minute if before and before.minute is not None else self._clock_minute(found)
        )
        moment = before.moment if before else ""
        if self._desk.do(judge_strain, found.id, value, verdict, moment, minute) is not None:
            self._ask(value)

    def _ask(self, value: str) -> None:
        """Ask what was seen of a value that has a verdict, and when."""
        found = self._found()
        strain = found.strains.get(value) if found else None
        if strain is None:
            return
        self._value = value
        title = self._desk.workshop.values[value].title
        self.words.ask(f"{title} {strain.verdict}. What did we see?")
        self.words.show_chip(strain.verdict)
        self.words.put(strain.moment)
        self.minute.put("" if strain.minute is None else str(strain.minute))
        self._asking.show()
        self.words.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        found = self._found()
        strain = found.strains.get(self._value) if found else None
        if found is None or strain is None:
            return
        typed = self.minute.text()
        minute = int(typed) if typed else None
        if (self.words.text(), minute) != (strain.moment, strain.minute):
            done = self._desk.do(
                judge_strain, found.id, self._value, strain.verdict, self.words.text(), minute
            )
            if done is None:
                return
        ids = self.table.ids()
        below = ids.index(self._value) + 1 if self._value in ids else 0
        value = ids[below] if below < len(ids) else self._value
        self._leave()
        self.table.go_to(value)

    def _leave(self) -> None:
        self._asking.hide()
        self.words.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clicked(self, index: QModelIndex) -> None:
        """A click under a verdict gives it; one under what we saw asks for the words."""
        if 1 <= index.column() <= len(VERDICTS):
            self._judge(self.table.ids()[index.row()], VERDICTS[index.column() - 1])
        elif index.column() > len(VERDICTS):
            self._ask(self.table.ids()[index.row()])

    def _clock_minute(self, found: Rehearsal) -> int | None:
        if self._by_clock and started(found):
            return int(found.clock.seconds(self._desk.seconds()) // 60)
        return None

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)


def _verdict(strain: Strain | None) -> tuple[Cell, ...]:
    """A dot under the verdict, and what was seen after its minute."""
    dots = tuple(Cell("●" if strain and strain.verdict == each else "") for each in VERDICTS)
    if strain is None:
        return (*dots, Cell(""))
    minute = "" if strain.minute is None else f"Minute {strain.minute}"
    return (*dots, Cell(" · ".join(part for part in (minute, strain.moment) if part)))
