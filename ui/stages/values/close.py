"""Closing: is this what we agreed, what is still to come from home, and when we look again."""

import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.days import example_day, short_day
from facilitator.explain import explain
from facilitator.guide import Stage, Step
from facilitator.rounds import not_heard
from facilitator.stages.agreement import set_review
from facilitator.stages.values import (
    Awaited,
    Unsettled,
    charter,
    late_positions_until,
    on_the_table_again,
    still_to_come,
    unsettled,
)
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.date_words import iso_date
from ui.stages.form_row import InlineForm, LineField
from ui.stages.gather.words import counted
from ui.stages.page import Page
from ui.stages.scrolled import follow, scrolled
from ui.stages.values.from_home import FromHomeForm
from ui.stages.values.in_hand import standing_words
from ui.stages.whole_table import WholeTable
from ui.theme.tokens import LIGHT, position_look
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel, SectionLabel

AGREED = (Column("Value", 1.6), Column("As it is worded", 4.6), Column("Stands", 1.3))
LEFT = (Column("Value", 1.6), Column("How far it has come", 4.6), Column("Stands", 1.3))
AWAITED = (
    Column("Organisation", 2),
    Column("About", 2),
    Column("What is awaited", 3.2),
    Column("By", 1.2),
)
AGAIN = (Column("About", 2), Column("Who", 2), Column("What came late", 4.4))
_BETWEEN = "\n"


class ReviewForm(InlineForm):
    """The day on which the values are looked at again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Keep the date", parent, leave=False, quiet=True)
        self._desk = desk
        self._shown = ""
        self.date = LineField("We look at these again on", example_day(desk.today(), 12))
        self.end_line((self.date, 1))
        self.kept.connect(self._keep)

    def show_date(self, date: str) -> None:
        """Show what is kept; something else that is typed is left alone."""
        if self.date.text() == self._shown:
            self.date.put(short_day(date))
        self._shown = short_day(date)

    def _keep(self) -> None:
        date = iso_date(self.date.text(), self._desk.today())
        if date == self._desk.workshop.paper.review_on and date:
            return
        if self._desk.do(set_review, date, today=self._desk.today()) is not None:
            self._shown = short_day(self._desk.workshop.paper.review_on)
            self.date.put(self._shown)


class ClosePage(Page):
    """The locked wording to read, what came late against it, and what is still to come."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._awaited: dict[str, Awaited] = {}
        self.agreed = WholeTable("What we agreed", parent=self)
        self.none = PlainLabel("Nothing is agreed yet.", self, colour=LIGHT.mute)
        self._left_head = SectionLabel("Not settled yet", parent=self)
        self.left = WholeTable("Not settled yet", parent=self)
        self._again_head = SectionLabel("On the table again", parent=self)
        self.again = WholeTable("On the table again", parent=self)
        self._again_words = PlainLabel(
            "A late objection reopens a value. Ctrl+K and its name bring up its rounds.",
            self,
            size=12.5,
            colour=LIGHT.mute,
        )
        self._home_head = SectionLabel("Still to come from home", parent=self)
        self.deadline = PlainLabel("", self, weight=600)
        self.form = FromHomeForm(desk, self)
        self.form.hide()
        self.form.done.connect(self._close_form)
        self.table = WholeTable("Still to come from home", parent=self)
        self.table.opened.connect(self._open)
        self.hints = KeyHint((("Enter", "record what came"),), self)
        self.review = ReviewForm(desk, self)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(SectionLabel("What we agreed", "read it aloud", parent=inside))
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self.agreed, self.none),
            (self._left_head, self.left),
            (self._again_head, self.again, self._again_words),
            (self._home_head, self.deadline, self.form, self.table, self.hints),
        )
        for group in groups:
            for part in group:
                column.addWidget(part)
            column.addSpacing(6)
        column.addWidget(SectionLabel("When we look again", parent=inside))
        column.addWidget(self.review)
        column.addStretch(1)
        self.area = scrolled(inside, "Is this what we agreed?")
        for table in (self.agreed, self.left, self.again, self.table):
            follow(self.area, table)
        self.form.grew.connect(lambda: QTimer.singleShot(0, self, self._show_form))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def begin(self) -> None:
        """The keyboard goes to what is awaited; where nothing is, to the date of the review."""
        if self.form.isVisible():
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first = self.table if self._awaited else self.review.date
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        # The wording is read first, wherever the keyboard is.
        self.area.verticalScrollBar().setValue(0)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the agreed wording, what came late against it, and what is awaited today."""
        today = self.desk.minute()[:10]
        rows = [
            TableRow(
                v.id,
                (
                    Cell(v.title, bold=True),
                    Cell(v.wording),
                    Cell(standing_words(workshop, v.id), mute=True),
                ),
            )
            for v in charter(workshop)
        ]
        self.agreed.show_rows(AGREED, rows)
        self.agreed.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._show_left(workshop)
        self._show_again(workshop)
        awaited = still_to_come(workshop, today)
        self._awaited = {f"{a.round}{_BETWEEN}{a.organisation}": a for a in awaited}
        self.table.show_rows(
            AWAITED, [_awaited_row(workshop, key, a) for key, a in self._awaited.items()]
        )
        for part in (self.table, self.hints):
            part.setVisible(bool(awaited))
        self._home_head.show_text("Still to come from home", _counts(awaited))
        self.deadline.setText(deadline_words(workshop, today, bool(awaited)))
        self.review.show_date(workshop.paper.review_on)
        if self.form.awaited not in awaited and not self.form.isHidden():
            self._close_form()

    def _show_left(self, workshop: Workshop) -> None:
        left = unsettled(workshop)
        self.left.show_rows(LEFT, [_left_row(workshop, each, self.desk.minute()) for each in left])
        self._left_head.show_text("Not settled yet", counted(len(left), "value"))
        for part in (self._left_head, self.left):
            part.setVisible(bool(left))

    def _show_again(self, workshop: Workshop) -> None:
        rows = [
            TableRow(
                f"{about.id}{_BETWEEN}{position.organisation}",
                (
                    Cell(workshop.subject_name(subject), bold=True),
                    Cell(workshop.organisation_name(position.organisation)),
                    Cell(f"{_late_word(position.code)}: “{position.text}”"),
                ),
            )
            for subject, about, against in on_the_table_again(workshop)
            for position in against
        ]
        self.again.show_rows(AGAIN, rows)
        for part in (self._again_head, self.again, self._again_words):
            part.setVisible(bool(rows))

    def _open(self, row: str) -> None:
        awaited = self._awaited.get(row)
        if awaited is not None:
            self.form.open_for(self.desk.workshop, awaited)
            self.form.show()
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self) -> None:
        """Scroll to the whole of the form, once it has found its place."""
        if self.form.isVisible():
            self.area.ensureWidgetVisible(self.form, 0, 8)

    def _close_form(self) -> None:
        self.form.hide()
        left = self.table if self._awaited else self.review.date
        left.setFocus(Qt.FocusReason.OtherFocusReason)


def deadline_words(workshop: Workshop, today: str, awaited: bool) -> str:
    """Until when late positions may come, and whether anything is awaited at all."""
    last = late_positions_until(workshop)
    if last is None:
        return "Late positions may come for ten working days once something is agreed."
    day = short_day(last.isoformat())
    if datetime.date.fromisoformat(today) > last:
        said = f"Late positions were open until {day}."
    else:
        said = f"Late positions may come until {day}, ten working days after the last round."
    return said if awaited else f"{said} Nothing is awaited."


def _counts(awaited: list[Awaited]) -> str:
    mandates = sum(a.kind == "mandate" for a in awaited)
    late = len(awaited) - mandates
    parts = [counted(mandates, "mandate")] if mandates else []
    parts += [counted(late, "late position")] if late else []
    return ", ".join(parts)


def _left_row(workshop: Workshop, left: Unsettled, minute: str) -> TableRow:
    value = left.value
    cells = (
        Cell(value.title, bold=True),
        Cell(_how_far(workshop, left, minute)),
        Cell(
            "reopened" if left.left == "reopened" else standing_words(workshop, value.id), mute=True
        ),
    )
    return TableRow(value.id, cells)


def _how_far(workshop: Workshop, left: Unsettled, minute: str) -> str:
    number = left.round.number if left.round else 0
    match left.left:
        case "untouched":
            return "No round was held on it."
        case "open" if left.round:
            # Counted as the ledger and the wall count: who is not here is not waited for.
            heard = len(left.round.positions)
            waiting = len(not_heard(workshop, left.round, minute))
            if left.round.hands and waiting:
                hands = sum(left.round.hands.values())
                return f"Round {number} is open: a show of hands, {counted(hands, 'hand')}."
            return f"Round {number} is open: {heard} of {heard + waiting} heard."
        case "not_agreed" if left.round:
            return explain(workshop, left.round, most=2)
        case "amended":
            return f"The wording was changed after round {number}. No round was held on it since."
        case "reopened":
            return f"Reopened: {left.value.reopenings[-1].reason.rstrip('.')}. No round since."
    ending = left.value.ending
    if ending is None:
        return ""
    who = workshop.person(workshop.organisation_name(ending.by))
    question = f" {ending.reason}" if ending.reason else ""
    return f"{who} brings it back by {short_day(ending.return_by)}.{question}"


def _awaited_row(workshop: Workshop, key: str, awaited: Awaited) -> TableRow:
    found = workshop.rounds[awaited.round].standing().get(awaited.organisation)
    if awaited.kind == "late":
        what = "its position, if it wishes"
    else:
        said = position_look(found.code).says if found else ""
        what = f"does “{said}” stand at home?"
    cells = (
        Cell(workshop.organisation_name(awaited.organisation), bold=True),
        Cell(workshop.subject_name(awaited.subject)),
        Cell(what),
        Cell(short_day(awaited.by), mute=True),
    )
    return TableRow(key, cells)


def _late_word(code: str) -> str:
    return "objects" if code == "object" else "asks"
