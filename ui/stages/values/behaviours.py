"""Making values visible: for the value in hand, what we will do and what we will not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.values import Value, name_behaviours, on_the_table
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.form_row import LineField
from ui.stages.values.in_hand import in_hand, mark, revised_words
from ui.stages.values.rail import RailItem, ValueRail
from ui.stages.values.value_page import ValuePage
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import EmptyState

MOST = 3
"""Behaviours of each kind that people remember; more are kept, and the page says so."""
_KEYS = (
    ("Enter", "add it, or correct the line"),
    ("Del", "take the line away"),
    ("Tab", "the other column"),
    ("Ctrl ↑ ↓", "another value"),
)


Typed = tuple[str, str | None]
"""What stands in a field, and the line that it corrects; None for a new one."""
_NOTHING: Typed = ("", None)


class _Lines(HairlineTable):
    """The lines of one column. Enter corrects one, Delete takes it away."""

    delete_asked = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if self.current_id() and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit(self.current_id())
        else:
            super().keyPressEvent(event)


class BehaviourColumn(QWidget):
    """A head, a field and the lines added so far. `changed` carries all lines as they should be."""

    changed = Signal(tuple)

    def __init__(self, head: str, colour: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[str, ...] = ()
        self._corrected: str | None = None
        self.field = LineField(head, hint, self)
        self.field.setFont(Typography.current().font(15))
        self.field.setMinimumHeight(40)
        self.field.returnPressed.connect(self._keep)
        self.lines = _Lines(head, self, scrolls=True)
        self.lines.horizontalHeader().hide()
        self.lines.opened.connect(self._correct)
        self.lines.delete_asked.connect(self._take_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(head, self, size=14.5, weight=700, colour=colour))
        column.addWidget(self.field)
        column.addWidget(self.lines, 1)
        # Without lines the field stays under its head, and nothing is pulled apart.
        column.addStretch(0)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these lines."""
        if lines == self._lines and self.lines.model().rowCount() == len(lines):
            return
        self._lines = lines
        rows = [TableRow(str(at), (Cell(line),)) for at, line in enumerate(lines)]
        self.lines.show_rows((Column("", 1),), rows)
        self.lines.setVisible(bool(lines))

    def start_again(self) -> None:
        """Empty the field; what is typed next is a new line."""
        self._corrected = None
        self.field.clear()

    def typed(self) -> Typed:
        """What stands in the field, and the line that it corrects."""
        return self.field.text(), self._corrected

    def take_up(self, typed: Typed) -> None:
        """Go on with what was typed before."""
        text, self._corrected = typed
        self.field.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves a line that was being corrected."""
        if event.key() == Qt.Key.Key_Escape:
            self.start_again()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        text = self.field.text().strip()
        if not text:
            return
        lines = list(self._lines)
        if self._corrected in lines:
            lines[lines.index(self._corrected)] = text
        else:
            lines.append(text)
        self.changed.emit(tuple(lines))

    def _correct(self, row: str) -> None:
        # By its words: its place changes when an undo brings a line back above it.
        self._corrected = self._lines[int(row)]
        self.field.setText(self._corrected)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _take_away(self, row: str) -> None:
        at = int(row)
        self.changed.emit((*self._lines[:at], *self._lines[at + 1 :]))


class BehavioursPage(ValuePage):
    """The value in hand with its meaning and test day, and two columns of behaviours."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._rail: ValueRail | None = None
        self._value: Value | None = None
        self._half: dict[str, tuple[Typed, Typed]] = {}
        """What was being typed about each value when another was taken in hand."""
        self.empty = EmptyState(
            "No value is on the table yet",
            "Go back to “Propose” and put one there: page up, or the journey on the left.",
            parent=self,
        )
        self.title = Heading("", self, size=20)
        self.about = PlainLabel("", self, colour=LIGHT.mute)
        self.will = BehaviourColumn("We will", LIGHT.will, "Because of this we will…", self)
        self.will_not = BehaviourColumn(
            "We will not", LIGHT.will_not, "Even under pressure we will not…", self
        )
        self.will.changed.connect(lambda lines: self._keep(self.will, lines))
        self.will_not.changed.connect(lambda lines: self._keep(self.will_not, lines))
        self.columns = QWidget(self)
        side_by_side = QHBoxLayout(self.columns)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(26)
        side_by_side.addWidget(self.will, 1)
        side_by_side.addWidget(self.will_not, 1)
        self.hints = KeyHint(_KEYS, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.empty, self.title, self.about):
            column.addWidget(part)
        column.addWidget(self.columns, 1)
        column.addWidget(self.hints)
        QWidget.setTabOrder(self.will.field, self.will_not.field)
        QWidget.setTabOrder(self.will_not.field, self.will.lines)
        QWidget.setTabOrder(self.will.lines, self.will_not.lines)

    def rail(self) -> QWidget | None:
        """The values on the table, to take one in hand."""
        if self._rail is None:
            self._rail = ValueRail()
            self._rail.propose_button.hide()
            self._rail.chosen.connect(self.take_in_hand)
            self._rail.entered.connect(self.begin)
            self.show_workshop(self.desk.workshop)
        return self._rail

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the value in hand and its behaviours."""
        value = in_hand(workshop, self.desk.focus.value)
        self.empty.setVisible(value is None)
        for part in (self.title, self.about, self.columns, self.hints):
            part.setVisible(value is not None)
        if self._rail is not None:
            self._rail.show_values(_rail_items(workshop), value.id if value else "")
        if value is None:
            return
        if self.desk.focus.value != value.id:
            # From now on it stays in hand, also when it is agreed and others are not.
            self.desk.focus_on(value=value.id)
            return
        if self._value is None or self._value.id != value.id:
            if self._value is not None:
                self._half[self._value.id] = self.will.typed(), self.will_not.typed()
            will, will_not = self._half.pop(value.id, (_NOTHING, _NOTHING))
            self.will.take_up(will)
            self.will_not.take_up(will_not)
        self._value = value
        self.title.setText(value.title)
        self.about.setText(_about(value))
        self.about.setVisible(bool(self.about.text()))
        self.will.show_lines(value.will)
        self.will_not.show_lines(value.will_not)
        self.hints.show_tail(_many(value))

    def begin(self) -> None:
        """Typing goes into the first column."""
        self.will.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, column: BehaviourColumn, lines: tuple[str, ...]) -> None:
        if self._value is None:
            return
        will = lines if column is self.will else self._value.will
        will_not = lines if column is self.will_not else self._value.will_not
        if self.desk.do(name_behaviours, self._value.id, will, will_not) is not None:
            column.start_again()


def _rail_items(workshop: Workshop) -> list[RailItem]:
    """Every value, with how many behaviours it has."""
    return [
        RailItem(
            v.id,
            v.title,
            f"{len(v.will)} + {len(v.will_not)}" if v.will or v.will_not else "none yet",
            mark(workshop, v.id),
        )
        for v in on_the_table(workshop)
    ]


def _many(value: Value) -> str:
    """A remark where there are more behaviours than people remember."""
    over = [
        f"{len(lines)} under “{head}”"
        for head, lines in (("We will", value.will), ("We will not", value.will_not))
        if len(lines) > MOST
    ]
    return f"{joined(over)}: one to three are remembered" if over else ""


def _about(value: Value) -> str:
    lines = [value.wording] if value.wording != value.title else []
    if value.meaning:
        lines.append(f"It means: {value.meaning}")
    if value.test_day:
        lines.append(f"The day that tests it: {value.test_day}")
    if revised := revised_words(value):
        lines.append(revised)
    return "\n".join(lines)
