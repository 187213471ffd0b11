"""Assent: one voice for each organisation, and every reservation as it was said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.attendance import members_here
from facilitator.guide import Stage, Step
from facilitator.stages.agreement import assent
from facilitator.stages.gather import Organisation
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.agreement.forms import AssentForm
from ui.stages.agreement.words import assent_words
from ui.stages.keyed_table import KeyedTable
from ui.stages.page import Page
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import EmptyState

COLUMNS = (
    Column("Organisation", 4),
    Column("Answer", 2.6),
    Column("Spoke for it", 3),
    Column("Reservation, in their words", 5),
)
KEYS = (("Enter", "assents"), ("R", "with a reservation"), ("S", "who spoke for it"))


class AssentPage(Page):
    """A row for each organisation; one that has not answered yet has an empty answer."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.count = PlainLabel("", self, size=16, weight=700, colour=LIGHT.deep)
        self.form = AssentForm(desk, self)
        self.form.hide()
        self.form.done.connect(self._close)
        self.hints = KeyHint(KEYS, self)
        self.table = KeyedTable("Assent by organisation", ("R", "S"), self)
        self.table.opened.connect(self._assent)
        self.table.asked.connect(self._open)
        self.empty = EmptyState(
            "No organisations are on the list",
            "Add them in the first stage, under “Who is here?”. Then each can answer here.",
            parent=self,
        )
        self.stack(self.count, self.form, self.hints, table=self.table, empty=self.empty)

    def begin(self) -> None:
        """The keyboard goes to the first organisation."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show every organisation's answer to the version on the screen, and the count."""
        rows = [self._row(workshop, each) for each in workshop.organisations.values()]
        self.table.show_rows(COLUMNS, rows)
        for part in (self.table, self.hints, self.count):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.count.setText(f"Version {workshop.paper.version}: {assent_words(workshop)}")

    def _row(self, workshop: Workshop, organisation: Organisation) -> TableRow:
        given = workshop.assents.get(organisation.id)
        answer, mute = "", False
        if given is not None:
            answer = "with a reservation" if given.reservation else "assents"
            if given.version != workshop.paper.version:
                answer, mute = f"{answer}, to version {given.version}", True
        cells = (
            Cell(organisation.short, bold=True),
            Cell(answer, mute=mute),
            Cell(workshop.person(given.member) if given else "", mute=True),
            Cell(given.reservation if given else ""),
        )
        return TableRow(organisation.id, cells)

    def _assent(self, organisation: str) -> None:
        """Assent at once; a reservation that is kept is opened, never written over."""
        workshop = self.desk.workshop
        given = workshop.assents.get(organisation)
        if given is not None and given.reservation:
            self._open("R", organisation)
        elif given is None or given.version != workshop.paper.version:
            member = given.member if given else self._speaker(workshop, organisation)
            if self.desk.do(assent, organisation, member) is not None:
                self._go_on(organisation)

    def _open(self, key: str, organisation: str) -> None:
        if not organisation:
            return
        workshop = self.desk.workshop
        self.form.open_for(workshop, organisation, self._speaker(workshop, organisation))
        self.form.show()
        field = self.form.speaker if key == "S" else self.form.reservation
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.form.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, organisation: str) -> None:
        """The keyboard goes to the next row: answers come once round the room."""
        ids = self.table.ids()
        self.table.go_to(ids[min(ids.index(organisation) + 1, len(ids) - 1)])

    def _speaker(self, workshop: Workshop, organisation: str) -> str:
        """Who must have spoken: the only one here who may; nobody when there are more or none."""
        here = members_here(workshop, self.desk.minute())
        able = [
            m.id
            for m in workshop.members.values()
            if m.organisation == organisation and m.id in here and m.authority
        ]
        return able[0] if len(able) == 1 else ""
