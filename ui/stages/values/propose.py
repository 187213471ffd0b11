"""Proposing values: a form that stays open, and the values on the table under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.values import on_the_table
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.values.endings import clarifying, propose_fields, propose_value
from ui.stages.values.forms import AskForm
from ui.stages.values.in_hand import standing_words
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.labels import SectionLabel
from ui.widgets.notices import EmptyState

_COLUMNS = (
    Column("Value", 1.3),
    Column("What it means", 2.0),
    Column("The day that tests it", 1.9),
    Column("Proposed by", 1.1),
    Column("Stands", 0.9),
)


class ProposePage(Page):
    """A value in a few words, its proposer, its meaning and the day that would test it."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._clarified = ""
        self.form = AskForm(self)
        self.form.kept.connect(self._propose)
        self.form.left.connect(self._start_again)
        self.meaning = AskForm(self)
        self.meaning.kept.connect(self._clarify)
        self.meaning.left.connect(self._leave_meaning)
        self._head = SectionLabel("Values on the table", parent=self)
        self.table = HairlineTable("Values on the table", self, scrolls=True)
        self.table.opened.connect(self._ask_meaning)
        self.empty = EmptyState(
            "No value is on the table yet",
            "Type one in a few words, say who proposes it and which day would test it, and press "
            "Enter.",
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.form, self.meaning, self.empty, self._head):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the values on the table, in the order in which they are taken."""
        if self.form.isHidden() and self.meaning.isHidden():
            self._start_again()
        values = on_the_table(workshop)
        rows = [
            TableRow(
                v.id,
                (
                    Cell(v.title, bold=True),
                    Cell(v.meaning or v.wording, mute=not v.meaning),
                    Cell(v.test_day or "no day named yet", mute=not v.test_day),
                    Cell(workshop.organisation_name(v.proposed_by)),
                    Cell(standing_words(workshop, v.id), mute=True),
                ),
            )
            for v in values
        ]
        self.table.show_rows(_COLUMNS, rows)
        self.table.setVisible(bool(values))
        self._head.setVisible(bool(values))
        self._head.show_text("Values on the table", f"{len(values)} of 8 at most")
        self.empty.setVisible(not values)

    def begin(self) -> None:
        """Typing goes into the value's name."""
        if self.form.isHidden():
            self._start_again()
        self.form.begin()

    def _start_again(self) -> None:
        self.meaning.close_up()
        self.form.ask("", propose_fields(self.desk.workshop), "Propose")
        self.form.leave_button.hide()

    def _propose(self, said: dict[str, str]) -> None:
        if propose_value(self.desk, said) is not None:
            self._start_again()

    def _ask_meaning(self, value: str) -> None:
        found = self.desk.workshop.values.get(value)
        if found is not None:
            self._clarified = value
            intent = clarifying(self.desk, found)
            self.form.close_up()
            self.meaning.ask(intent.question, intent.fields, intent.keep)

    def _clarify(self, said: dict[str, str]) -> None:
        found = self.desk.workshop.values.get(self._clarified)
        if found is not None and clarifying(self.desk, found).act(said) is not None:
            self._leave_meaning()

    def _leave_meaning(self) -> None:
        self._start_again()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
