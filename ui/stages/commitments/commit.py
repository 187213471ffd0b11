"""Making commitments: the form, the list under it, and joint budget lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.commitments import changes_to_write
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.commitments.form import BudgetForm, CommitmentForm
from ui.stages.commitments.list import (
    BUDGET_COLUMNS,
    COLUMNS,
    TO_WRITE,
    budget_rows,
    commitment_rows,
    rows_to_write,
)
from ui.stages.gather.words import counted
from ui.stages.keyed_table import KeyedTable
from ui.stages.page import Page
from ui.widgets.buttons import QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.notices import EmptyState

KEYS = (("Enter", "keep it; in the list, correct it"), ("Tab", "next field"), ("Esc", "leave it"))
_TALLEST_BUDGETS, _LEAST = 130, 76


class CommitPage(Page):
    """One commitment at a time in the form; all of them in the list.

    What a rehearsal changed and is still to be written stands first in it: Enter begins with that.
    """

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.form = CommitmentForm(desk, self)
        self.form.done.connect(self._done)
        self.budget_form = BudgetForm(desk, self)
        self.budget_form.hide()
        self.budget_form.done.connect(self._budget_done)
        self.hints = KeyHint(KEYS, self)
        self.table = KeyedTable("Commitments", (), self)
        self.table.opened.connect(self._correct)
        self.budgets = KeyedTable("Joint budget lines", (), self)
        # Under a prompt of two lines and a notice the form needs most of a small laptop.
        self.table.setMinimumHeight(_LEAST)
        self.empty = EmptyState(
            "No commitments yet",
            "Write the first one and press Enter: a verb, one owner, a day and a measure.",
            parent=self,
        )
        self.budget_button = QuietButton("Add a joint budget line", self)
        self.budget_button.clicked.connect(self._add_budget)
        foot = QHBoxLayout()
        foot.addWidget(self.budget_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.form, self.budget_form, self.hints):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty)
        column.addStretch(0)
        column.addWidget(self.budgets)
        column.addLayout(foot)

    def begin(self) -> None:
        """Typing goes into what will be done."""
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the commitments and the joint lines, and whom the form can name."""
        self.form.offer(workshop)
        if self.form.editing and self.form.editing not in workshop.commitments:
            self.form.clear()
        if self.form.change not in {each.id for each in changes_to_write(workshop)}:
            # It was written elsewhere or taken back: what is typed here stays, as one of its own.
            self.form.change = ""
        count = len(workshop.commitments)
        waiting = rows_to_write(workshop)
        self.table.show_rows(COLUMNS, [*waiting, *commitment_rows(workshop)])
        self.table.setVisible(bool(count or waiting))
        self.empty.setVisible(not count and not waiting)
        kept = counted(count, "commitment")
        self.hints.show_tail(f"{kept}, every one saved" if count else "")
        self.budgets.show_rows(BUDGET_COLUMNS, budget_rows(workshop))
        self.budgets.setVisible(bool(workshop.budgets))
        tall = min(self.budgets.sizeHint().height(), _TALLEST_BUDGETS)
        self.budgets.setMinimumHeight(min(tall, _LEAST))
        self.budgets.setMaximumHeight(tall)

    def _correct(self, commitment: str) -> None:
        if commitment.startswith(TO_WRITE):
            self._write_down(commitment.removeprefix(TO_WRITE))
            return
        found = self.desk.workshop.commitments.get(commitment)
        if found is not None:
            self._budget_done()
            self.form.load(found)

    def _write_down(self, change: str) -> None:
        """Begin a commitment with the words of a change from the rehearsal."""
        found = [each for each in changes_to_write(self.desk.workshop) if each.id == change]
        if found:
            self._budget_done()
            self.form.begin_from(found[0])

    def _done(self, commitment: str) -> None:
        if commitment:
            self.table.go_to(commitment)
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_budget(self) -> None:
        self.budget_form.open_new(self.desk.workshop)
        self.form.hide()
        self.hints.hide()
        self.budget_form.show()
        self.budget_form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _budget_done(self) -> None:
        self.budget_form.hide()
        self.form.show()
        self.hints.show()
        self.budget_button.setFocus(Qt.FocusReason.OtherFocusReason)
