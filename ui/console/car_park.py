"""Parking something: one short form over the console, opened from anywhere with Ctrl+P."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator import car_park
from facilitator.car_park import Parked
from facilitator.days import short_day
from facilitator.stages.values import Ending, Value, parked_values, reopen_value
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.date_words import iso_date
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import Notice

LONGEST_LINE = 72
"""Characters of a parked thing that the rail shows."""


def parked_line(item: Parked) -> str:
    """A parked thing as the rail shows it."""
    text = item.text if len(item.text) <= LONGEST_LINE else f"{item.text[:LONGEST_LINE].rstrip()}…"
    if item.theme:
        text = f"{text.rstrip('.')} ({_cards(item)}), for {item.destination[:LONGEST_LINE]}"
    back_at = short_day(item.back_at)
    return f"{text.rstrip('.')}. Back to it {back_at.rstrip('.')}." if back_at else text


def parked_lines(workshop: Workshop) -> tuple[str, ...]:
    """Everything that is put aside, as the rail shows it: the values first, each with its owner."""
    values = tuple(_value_line(workshop, value) for value in parked_values(workshop))
    return (*values, *(parked_line(item) for item in still_parked(workshop)))


def _value_line(workshop: Workshop, value: Value) -> str:
    title = value.title if len(value.title) <= LONGEST_LINE else f"{value.title[:LONGEST_LINE]}…"
    ending = value.ending
    if ending is None:
        return title
    who = _owner(workshop, ending)[:LONGEST_LINE]
    return f"“{title}”, a value. {who} brings it back by {short_day(ending.return_by)}."


def _owner(workshop: Workshop, ending: Ending) -> str:
    return workshop.person(workshop.organisation_name(ending.by))


def _cards(item: Parked) -> str:
    """How many cards a parked theme holds; it is one thing in the car park all the same."""
    count = len(item.contributions)
    return f"a theme, {count} card{'' if count == 1 else 's'}"


def still_parked(workshop: Workshop) -> list[Parked]:
    """What is in the car park and has not been taken up, newest first."""
    return [p for p in reversed(workshop.car_park.values()) if not p.outcome]


class CarParkDialog(QDialog):
    """What is parked, and a line to park one thing more or to take one up."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Car park")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(700)
        self._desk = desk
        self._notice = Notice(self)
        desk.refused.connect(self._refused)
        self.what = _line("What is put aside?")
        self.destination = _line("Where it goes, such as the housing board")
        self.by = _line("By whom, if it matters")
        self.back_at = _line("When it is taken up again, such as 15:00")
        form = QFormLayout()
        form.addRow(PlainLabel("Park"), self.what)
        form.addRow(PlainLabel("Goes to"), self.destination)
        form.addRow(PlainLabel("By"), self.by)
        form.addRow(PlainLabel("Back to it"), self.back_at)
        self.table = HairlineTable("What is parked", self)
        self.outcome = _line("What became of the chosen one? Enter takes it up")
        self.outcome.returnPressed.connect(self._take_up)
        keep = PrimaryButton("Park it", self)
        keep.clicked.connect(self._park)
        close = QuietButton("Close", self)
        close.clicked.connect(self.accept)
        self._lines = (self.what, self.destination, self.by, self.back_at)
        for line in self._lines:
            line.returnPressed.connect(self._park)
        buttons = QHBoxLayout()
        buttons.addWidget(keep)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading("Car park", self, size=20))
        column.addWidget(self._notice)
        column.addLayout(form)
        column.addWidget(self.table)
        column.addWidget(self.outcome)
        column.addLayout(buttons)
        self._show()
        self.what.setFocus()

    def _park(self) -> None:
        self._notice.dismiss()
        done = self._desk.do(
            car_park.park,
            self.what.text(),
            by=self.by.text(),
            destination=self.destination.text(),
            back_at=iso_date(self.back_at.text(), self._desk.today()),
            today=self._desk.today(),
        )
        if done is not None:
            for line in self._lines:
                line.clear()
            self._show()
        self.what.setFocus()

    def _take_up(self) -> None:
        self._notice.dismiss()
        chosen, said = self.table.current_id(), self.outcome.text()
        # A value is taken up by being reopened: what is said here is why.
        command = reopen_value if chosen in self._desk.workshop.values else car_park.take_up
        if self._desk.do(command, chosen, said) is not None:
            self.outcome.clear()
            self._show()

    def _show(self) -> None:
        workshop = self._desk.workshop
        columns = (
            Column("What", 5),
            Column("Goes to", 3),
            Column("By", 2),
            Column("Back to it", 2),
        )
        rows = [TableRow(v.id, _value_cells(workshop, v)) for v in parked_values(workshop)]
        rows += [TableRow(p.id, _cells(p)) for p in still_parked(workshop)]
        self.table.show_rows(columns, rows)
        self.table.setVisible(bool(rows))
        self.outcome.setVisible(bool(rows))

    def _refused(self, reason: str, _offer: str) -> None:
        self._notice.tell(reason)


def _value_cells(workshop: Workshop, value: Value) -> tuple[Cell, ...]:
    ending = value.ending or Ending("parked")
    owner = _owner(workshop, ending)
    return (
        Cell(f"“{value.title}”, a value"),
        Cell(f"{owner} brings it back" if owner else ""),
        Cell(""),
        Cell(short_day(ending.return_by)),
    )


def _cells(item: Parked) -> tuple[Cell, ...]:
    what = f"{item.text} ({_cards(item)})" if item.theme else item.text
    takes = f"{item.carrier} takes it there" if item.carrier else ""
    where = ", ".join(part for part in (item.destination, takes) if part)
    return (Cell(what), Cell(where), Cell(item.by), Cell(short_day(item.back_at)))


def _line(words: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    line.setMaxLength(2_000)
    return line
