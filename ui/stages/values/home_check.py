"""The home check: what each organisation can say yes to today, whom it asks, and by when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.days import example_day, short_day
from facilitator.guide import Stage, Step
from facilitator.stages.values import NO_LIMIT, authority_of, state_authority, unstated
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.date_words import iso_date
from ui.stages.form_row import InlineForm, LineField
from ui.stages.keyed_table import KeyedTable
from ui.stages.page import Page
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import EmptyState

COLUMNS = (
    Column("Organisation", 2.2),
    Column("Can say yes to, today", 4),
    Column("Asks", 2.6),
    Column("By", 1.4),
)
KEYS = (("Enter", "what it can agree to, or correct it"), ("Y", "it may agree to anything today"))


class AuthorityForm(InlineForm):
    """An organisation's limit in its own words, whom it asks, and by when."""

    def __init__(self, example: str, parent: QWidget | None = None) -> None:
        """`example` is a day as one is written."""
        super().__init__("Keep it", parent)
        self.organisation = ""
        self.limit = LineField("What it can say yes to today", "“Nothing yet” is an answer")
        self.ask = LineField("Whom it must ask about more", "Nobody: leave it empty")
        self.by = LineField("By when", example)
        self.add_line((self.limit, 1))
        self.end_line((self.ask, 3), (self.by, 1))
        self.setFocusProxy(self.limit)

    def open_for(self, workshop: Workshop, organisation: str) -> None:
        """With what the organisation has said, if it has."""
        self.organisation = organisation
        self.say(f"{workshop.organisation_name(organisation)}: what can you agree to today?")
        said = authority_of(workshop, organisation)
        self.limit.put(said.limit if said else "")
        self.ask.put(said.ask if said else "")
        self.by.put(short_day(said.by) if said else "")
        self.limit.selectAll()


class HomeCheckPage(Page):
    """A row for each organisation; one that has not come back yet is empty."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.count = PlainLabel("", self, size=16, weight=700, colour=LIGHT.deep)
        self.form = AuthorityForm(example_day(desk.today()), self)
        self.form.hide()
        self.form.kept.connect(self._keep)
        self.form.left.connect(self._close)
        self.hints = KeyHint(KEYS, self)
        self.table = KeyedTable("Authority by organisation", ("Y",), self)
        self.table.opened.connect(self._open)
        self.table.asked.connect(lambda _key, row: self._no_limit(row))
        self.empty = EmptyState(
            "No organisations are on the list",
            "Add them in the first stage, under “Who is here?”. Then each can answer here.",
            parent=self,
        )
        self.stack(self.count, self.form, self.hints, table=self.table, empty=self.empty)

    def begin(self) -> None:
        """To the first organisation that has not come back; an open form keeps the keyboard."""
        if not self.form.isHidden():
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        waiting = unstated(self.desk.workshop)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if waiting:
            self.table.go_to(waiting[0])

    def leave(self) -> bool:
        """Leave the form."""
        asked = not self.form.isHidden()
        if asked:
            self._close()
        return asked

    def show_workshop(self, workshop: Workshop) -> None:
        """Show what everybody said, and how many have said it."""
        rows = [_row(workshop, each) for each in workshop.organisations]
        self.table.show_rows(COLUMNS, rows)
        for part in (self.table, self.hints, self.count):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        said = len(rows) - len(unstated(workshop))
        stated = "has stated its" if said == 1 else "have stated their"
        self.count.setText(
            "Every organisation has stated its authority."
            if said == len(rows)
            else f"{said} of {len(rows)} {stated} authority."
        )

    def _open(self, organisation: str) -> None:
        if organisation:
            self.form.open_for(self.desk.workshop, organisation)
            self.form.show()
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        form = self.form
        by = iso_date(form.by.text(), self.desk.today())
        said = self.desk.do(
            state_authority,
            form.organisation,
            form.limit.text(),
            form.ask.text(),
            by,
            today=self.desk.today(),
        )
        if said is not None:
            self._close()
            self._go_on(form.organisation)

    def _no_limit(self, organisation: str) -> None:
        if organisation and self.desk.do(state_authority, organisation, NO_LIMIT) is not None:
            self._go_on(organisation)

    def _close(self) -> None:
        self.form.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, organisation: str) -> None:
        """The keyboard goes to the next that has not answered, round the end of the list."""
        ids = self.table.ids()
        at = ids.index(organisation) + 1 if organisation in ids else 0
        waiting = set(unstated(self.desk.workshop))
        coming = [each for each in ids[at:] + ids[:at] if each in waiting]
        if coming:
            self.table.go_to(coming[0])


def _row(workshop: Workshop, organisation: str) -> TableRow:
    said = authority_of(workshop, organisation)
    cells = (
        Cell(workshop.organisation_name(organisation), bold=True),
        Cell(said.limit if said else ""),
        Cell(said.ask if said else "", mute=True),
        Cell(short_day(said.by) if said else "", mute=True),
    )
    return TableRow(organisation, cells)
