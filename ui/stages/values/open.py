"""Opening: the purpose read aloud, the rule, the quorum, and every position tried once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.decision import CATEGORIES
from facilitator.explain import rule_in_words
from facilitator.guide import Stage, Step
from facilitator.stages.purpose import adopted
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.gather.rule_form import RuleForm
from ui.stages.gather.words import counted, quorum_words
from ui.stages.page import Page
from ui.stages.scrolled import follow, scrolled
from ui.stages.values.practice import to_practise
from ui.stages.whole_table import WholeTable
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel, SectionLabel

_COLUMNS = (
    Column("Key", 0.5),
    Column("Position", 1.5),
    Column("What is said", 2.4),
    Column("What it needs", 3.4),
    Column("Tried", 0.7),
)
_MOST_NAMED = 5
_NUMBERS = tuple("12345678")


class OpenPage(Page):
    """Reading, checking, practising. Which positions have been tried is kept nowhere."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.tried: set[str] = set()
        self.purpose = PlainLabel("", self, size=16)
        self.rule = PlainLabel("", self)
        self.quorum = PlainLabel("", self, weight=600, colour=LIGHT.deep)
        self.change = QuietButton("Choose another rule", self)
        self.change.clicked.connect(self._open_form)
        self.form = RuleForm(desk, self, leave=True)
        self.form.chosen.connect(self._close_form)
        self.form.left.connect(self._close_form)
        self.form.hide()
        self._head = SectionLabel("Everyone uses every position once", parent=self)
        self.table = WholeTable("Positions to practise", (*_NUMBERS, "Space"), self)
        self.table.asked.connect(self._take_key)
        self.table.opened.connect(self._flip)
        self.hints = KeyHint((), self)
        inside = QWidget()
        self._lay_out(inside)
        self.area = scrolled(inside, "Open and practise")
        follow(self.area, self.table)
        self.form.core.entered.connect(lambda: self.area.ensureWidgetVisible(self.form.core))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def _lay_out(self, inside: QWidget) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(16)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.rule)
        said.addWidget(self.quorum)
        beside.addLayout(said, 1)
        beside.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(SectionLabel("Our purpose", "read it aloud", parent=inside))
        column.addWidget(self.purpose)
        column.addSpacing(6)
        column.addWidget(SectionLabel("How we decide", parent=inside))
        column.addLayout(beside)
        column.addWidget(self.form)
        column.addSpacing(6)
        for part in (self._head, self.table, self.hints):
            column.addWidget(part)
        column.addStretch(1)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the purpose, the rule, who is missing, and the positions of the chosen scale."""
        found = adopted(workshop)
        self.purpose.setText(found.text if found else "No purpose has been adopted yet.")
        self.purpose.set_colour(LIGHT.ink if found else LIGHT.mute)
        self.rule.setText(rule_in_words(workshop.rule))
        said, met = quorum_words(workshop, self.desk.minute())
        missing = _missing(workshop, self.desk.minute())
        self.quorum.setText(f"{said} {missing}" if missing else said)
        self.quorum.set_colour(LIGHT.deep if met else LIGHT.accent)
        self.form.show_rule(workshop)
        self._show_positions(workshop)

    def begin(self) -> None:
        """The keyboard goes to the positions."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        # The purpose is read first, wherever the keyboard is.
        self.area.verticalScrollBar().setValue(0)

    def _show_positions(self, workshop: Workshop) -> None:
        each = to_practise(workshop.rule)
        rows = [
            TableRow(
                one.id,
                (
                    Cell(one.key, mute=True),
                    Cell(pill=one.code) if one.code else Cell("which one?", mute=True),
                    Cell(one.words, bold=True),
                    Cell(one.needs, mute=True),
                    Cell("tried" if one.id in self.tried else "", bold=True),
                ),
            )
            for one in each
        ]
        self.table.show_rows(_COLUMNS, rows)
        tried = sum(one.id in self.tried for one in each)
        self._head.show_text("Everyone uses every position once", f"{tried} of {len(each)} tried")
        self.hints.show_keys(
            ((f"1–{len(each)}", "tried, or not yet"), ("Space", "the one the keyboard is on"))
        )
        self.hints.show_tail(f"An objection is about one of four: {joined([*CATEGORIES.values()])}")

    def _take_key(self, key: str, row: str) -> None:
        if key == "Space":
            self._flip(row)
            return
        for one in to_practise(self.desk.workshop.rule):
            if one.key == key:
                self.table.go_to(one.id)
                self._flip(one.id)

    def _flip(self, row: str) -> None:
        if row:
            self.tried ^= {row}
            self._show_positions(self.desk.workshop)

    def _open_form(self) -> None:
        self.form.fill_again(self.desk.workshop)
        self.form.show()
        self.change.hide()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(self.form)

    def _close_form(self) -> None:
        self.form.hide()
        self.change.show()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)


def _missing(workshop: Workshop, minute: str) -> str:
    """Which voting organisations are not here, in a sentence; empty when all are, or none known."""
    here = workshop.present_at(minute)
    if here is None:
        return ""
    away = [o.short for o in workshop.organisations.values() if o.voting and o.id not in here]
    if len(away) > _MOST_NAMED:
        away = [*away[: _MOST_NAMED - 1], counted(len(away) - _MOST_NAMED + 1, "other")]
    return f"Not here: {joined(away)}." if away else ""
