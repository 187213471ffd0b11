"""Proposing values: a form that stays open, and the values on the table under it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.values import OFF_THE_TABLE, Value, move_value, on_the_table, standing
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.keyed_table import KeyedTable
from ui.stages.page import Page
from ui.stages.values.endings import (
    Answers,
    Intent,
    can_take,
    clarifying,
    correcting,
    merging,
    propose_fields,
    propose_value,
)
from ui.stages.values.forms import AskForm
from ui.stages.values.in_hand import standing_words
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel, SectionLabel
from ui.widgets.notices import EmptyState

MOST = 8
"""Values that the script takes; more are kept, and the page says so."""
_COLUMNS = (
    Column("Value", 1.3),
    Column("What it means", 2.0),
    Column("The day that tests it", 1.9),
    Column("Proposed by", 1.1),
    Column("Stands", 0.9),
)
_KEYS = (
    ("↓", "from the form to the values"),
    ("Enter", "what it means"),
    ("F2", "correct"),
    ("M", "merge with its twin"),
    ("Alt ↑ ↓", "take it earlier or later"),
)


class ProposePage(Page):
    """A value in a few words, its proposer, its meaning and the day that would test it."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._intent: Intent | None = None
        self._asked = ""
        self._half: Answers | None = None
        self.form = AskForm(self)
        self.form.kept.connect(self._propose)
        self.form.left.connect(lambda: self._start_again())
        self.about = AskForm(self)
        self.about.kept.connect(self._keep)
        self.about.left.connect(self._leave)
        self._head = SectionLabel("Values on the table", parent=self)
        self.too_many = PlainLabel("", self, size=12.5, colour=LIGHT.gold)
        self.table = KeyedTable("Values on the table", ("F2", "M"), self)
        self.table.opened.connect(lambda value: self._ask(value, "Enter"))
        self.table.asked.connect(lambda key, value: self._ask(value, key))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))
        self.hints = KeyHint(_KEYS, self)
        self.empty = EmptyState(
            "No value is on the table yet",
            "Type one in a few words, say who proposes it and which day would test it, and press "
            "Enter.",
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.form, self.about, self.empty, self._head, self.too_many):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.hints)
        column.addStretch(0)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the values on the table, in the order in which they are taken."""
        if self.form.isHidden() and self.about.isHidden():
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
        for part in (self.table, self._head, self.hints):
            part.setVisible(bool(values))
        left = [v for v in values if standing(workshop, v.id) not in OFF_THE_TABLE]
        self._head.show_text("Values on the table", f"{len(left)} of {MOST} at most")
        self.too_many.setVisible(len(left) > MOST)
        self.too_many.setText(
            f"{len(left)} values, and there is time for {MOST}. Merge twins with M, or park some "
            "in the rounds."
        )
        self.empty.setVisible(not values)

    def begin(self) -> None:
        """Typing goes into the value's name, or on in what is asked about one of the values."""
        if not self.about.isHidden():
            self.about.begin()
            return
        if self.form.isHidden():
            self._start_again()
        self.form.begin()

    def leave(self) -> bool:
        """Leave what is asked about one of the values."""
        asked = not self.about.isHidden()
        if asked:
            self._leave()
        return asked

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrow down goes from the form to the values under it."""
        to_table = event.key() == Qt.Key.Key_Down and self.table.isVisible()
        if to_table and not self.table.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _start_again(self, typed: Answers | None = None) -> None:
        self._intent = None
        self.about.close_up()
        self.form.ask("", propose_fields(self.desk.workshop), "Propose", typed)
        self.form.leave_button.hide()
        # The form is made anew with its fields, and Tab went round the window to the table.
        QWidget.setTabOrder(self.form.leave_button, self.table)

    def _propose(self, said: dict[str, str]) -> None:
        if propose_value(self.desk, said) is not None:
            self._start_again()

    def _ask(self, value: str, key: str) -> None:
        found = self.desk.workshop.values.get(value)
        if found is None:
            return
        intent = self._intent_of(found, key)
        if intent is not None:
            self._intent, self._asked = intent, value
            if not self.form.isHidden():
                # Half a proposal is there again once the other question is answered.
                self._half = self.form.answers()
            self.form.close_up()
            self.about.ask(intent.question, intent.fields, intent.keep)

    def _intent_of(self, value: Value, key: str) -> Intent | None:
        if key == "F2":
            return correcting(self.desk, value)
        if key != "M":
            return clarifying(self.desk, value)
        if can_take(self.desk.workshop, value):
            return merging(self.desk, value)
        self.desk.refused.emit("There is no other value on the table to merge it into.", "")
        return None

    def _keep(self, said: dict[str, str]) -> None:
        if self._intent is not None and self._intent.act(said) is not None:
            self._leave()

    def _leave(self) -> None:
        self._start_again(self._half)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.go_to(self._asked)

    def _move(self, by: int) -> None:
        value = self.table.current_id()
        if value and self.desk.do(move_value, value, by) is not None:
            self.table.go_to(value)
