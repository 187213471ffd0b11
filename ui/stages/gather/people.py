"""Who is here: organisations and their people in one list, marked by the minute."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.attendance import members_here, move_together, send_apologies
from facilitator.guide import Stage, Step
from facilitator.stages.gather import (
    answer_missing,
    declare_interest,
    join_member,
    join_organisation,
    remove_organisation,
)
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.form_row import InlineForm, LineField
from ui.stages.gather.forms import (
    ApologiesForm,
    InterestForm,
    ManyForm,
    MemberForm,
    OrganisationForm,
)
from ui.stages.gather.list import (
    COLUMNS,
    list_rows,
    member_of_row,
    member_row,
    organisation_of_row,
    organisation_row,
    people_of,
)
from ui.stages.gather.words import counted, interest_words
from ui.stages.keyed_table import KeyedTable
from ui.stages.page import Page, SideNote
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.notices import EmptyState

KEYS = (
    ("Enter", "here, or left"),
    ("A", "apologies"),
    ("F2", "correct"),
    ("O", "organisation"),
    ("P", "person"),
    ("I", "interest"),
    ("Del", "remove"),
)


class PeoplePage(Page):
    """The list, one inline form at a time over it, and "who is missing?" under it."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._holding = False
        self._shown_answer = ""
        self.everybody = PrimaryButton("Everybody is here", self)
        self.bar = QWidget(self)
        self.organisation_form = OrganisationForm(self)
        self.member_form = MemberForm(self)
        self.apologies_form = ApologiesForm(self)
        self.interest_form = InterestForm(self)
        self.many_form = ManyForm(self)
        self._forms: tuple[tuple[InlineForm, Callable[[], None]], ...] = (
            (self.organisation_form, self._keep_organisation),
            (self.member_form, self._keep_member),
            (self.apologies_form, self._keep_apologies),
            (self.interest_form, self._keep_interest),
            (self.many_form, self._add_many),
        )
        self.table = KeyedTable("Who is here", ("A", "F2", "O", "P", "I", "E", "Del"), self)
        self.hints = KeyHint(KEYS, self)
        self.empty = EmptyState(
            "Nobody is on the list yet",
            "Add the first organisation, or paste a list of names, one a line, into its name.",
            parent=self,
        )
        self.missing = LineField("Who is missing?", "Who is missing? “Nobody” is an answer.", self)
        self._lay_out()
        self.organisation_form.name.lines_pasted.connect(self._ask_many)
        self.table.opened.connect(self._come_or_go)
        self.table.asked.connect(self._take_key)
        self.missing.returnPressed.connect(self._answer)

    def begin(self) -> None:
        """The keyboard goes to the list; to the first organisation's name while there is none."""
        if self.desk.workshop.organisations:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._add_organisation()

    def show_workshop(self, workshop: Workshop) -> None:
        """Show everybody, since when they are here, and the answer to "who is missing?"."""
        if self._holding:
            return
        rows = list_rows(workshop, self.desk.minute())
        self.table.show_rows(COLUMNS, rows)
        self.table.setVisible(bool(rows))
        self.hints.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.everybody.setEnabled(bool(workshop.members))
        here = len(members_here(workshop, self.desk.minute()) & set(workshop.members))
        people = counted(len(workshop.members), "person is", "people are")
        self.hints.show_tail(f"{here} of {people} here" if workshop.members else "")
        answer = workshop.about.who_is_missing
        if answer != self._shown_answer and self.missing.text() == self._shown_answer:
            self.missing.put(answer)
        self._shown_answer = answer

    def side_notes(self, workshop: Workshop) -> tuple[SideNote, ...]:
        """Declared interests and apologies, newest first, for the facilitator's eyes."""
        interests = [
            interest_words(workshop, each) for each in reversed(workshop.interests.values())
        ]
        apologies = [
            workshop.person(member) if member else words
            for _, member, words in reversed(workshop.apologies)
        ]
        notes = (("Interests declared", interests), ("Apologies", apologies))
        return tuple(SideNote(label, tuple(lines)) for label, lines in notes if lines)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout(self.bar)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        self.everybody.clicked.connect(self._everybody)
        buttons.addWidget(self.everybody)
        for words, act in (
            ("Add an organisation", self._add_organisation),
            ("Add a person", self._add_member),
            ("Apologies", self._add_apologies),
            ("Declare an interest", self._add_interest),
        ):
            button = QuietButton(words, self.bar)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        for form, keep in self._forms:
            form.hide()
            form.kept.connect(keep)
            form.left.connect(self._close_form)
            column.addWidget(form)
        column.addWidget(self.hints)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty)
        column.addStretch(0)
        column.addWidget(self.missing)

    def _open_form(self, form: InlineForm) -> None:
        for other, _ in self._forms:
            other.setVisible(other is form)
        self.bar.hide()
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        for form, _ in self._forms:
            form.hide()
        self.bar.show()
        (self.table if self.table.isVisible() else self.missing).setFocus()

    def _add_organisation(self) -> None:
        self.organisation_form.open_new(self.desk.workshop)
        self._open_form(self.organisation_form)

    def _add_member(self) -> None:
        if not self.desk.workshop.organisations:
            self._add_organisation()
            return
        self.member_form.open_new(self.desk.workshop, self._organisation_here())
        self._open_form(self.member_form)

    def _add_apologies(self) -> None:
        self._open_form(self.apologies_form)

    def _add_interest(self) -> None:
        member = member_of_row(self.table.current_id())
        self.interest_form.open_new(self.desk.workshop, member)
        self._open_form(self.interest_form)

    def _organisation_here(self) -> str:
        """The organisation that the keyboard's row belongs to."""
        row = self.table.current_id()
        member = self.desk.workshop.members.get(member_of_row(row))
        return member.organisation if member else organisation_of_row(row)

    def _keep_organisation(self) -> None:
        form = self.organisation_form
        kept = self.desk.do(join_organisation, *form.answers())
        if kept is None:
            return
        self.table.go_to(organisation_row(kept.id))
        if form.editing:
            self._close_form()
        else:
            form.open_new(self.desk.workshop)
            form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_member(self) -> None:
        form = self.member_form
        kept = self.desk.do(join_member, *form.answers())
        if kept is None:
            return
        self.table.go_to(member_row(kept.id))
        if form.editing:
            self._close_form()
        else:
            form.open_new(self.desk.workshop, kept.organisation)
            form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_apologies(self) -> None:
        words = self.apologies_form.words.text()
        if self.desk.do(send_apologies, self.desk.minute()[:10], words) is not None:
            self.apologies_form.words.clear()
            self._close_form()

    def _keep_interest(self) -> None:
        if self.desk.do(declare_interest, *self.interest_form.answers()) is not None:
            self._close_form()

    def _ask_many(self, lines: list[str]) -> None:
        organisations = self.desk.workshop.organisations.values()
        self.many_form.ask(lines, [o.short for o in organisations])
        self._open_form(self.many_form)

    def _add_many(self) -> None:
        org_class, voting = self.organisation_form.answers()[2:4]
        with_all = self.many_form.names

        def add() -> None:
            for name in with_all:
                if self.desk.do(join_organisation, name, "", org_class, voting) is None:
                    return

        self._together(add)
        self._close_form()

    def _take_key(self, key: str, row: str) -> None:
        keyed: dict[str, Callable[[], None]] = {
            "O": self._add_organisation,
            "P": self._add_member,
            "I": self._add_interest,
            "E": self._everybody,
            "A": lambda: self._apologise(row),
            "F2": lambda: self._correct(row),
            "Del": lambda: self._remove(row),
        }
        keyed[key]()

    def _come_or_go(self, row: str) -> None:
        """Toggle a person; on an organisation's row, all of its people."""
        organisation = organisation_of_row(row)
        members = self._members(row)
        if organisation and not members:
            self._add_member()
            return
        now = self.desk.minute()
        here = members_here(self.desk.workshop, now)
        going = all(member in here for member in members)
        moving = tuple(m for m in members if (m in here) == going)
        self.desk.do(move_together, moving, now, here=not going)

    def _everybody(self) -> None:
        now = self.desk.minute()
        here = members_here(self.desk.workshop, now)
        coming = tuple(m for m in self.desk.workshop.members if m not in here)
        self.desk.do(move_together, coming, now, here=True)

    def _apologise(self, row: str) -> None:
        today = self.desk.minute()[:10]
        for member in self._members(row):
            self.desk.do(send_apologies, today, "", member)

    def _members(self, row: str) -> list[str]:
        """The person of a row, or the people of an organisation's."""
        organisation = organisation_of_row(row)
        if not organisation:
            return [member_of_row(row)]
        return [m.id for m in people_of(self.desk.workshop).get(organisation, [])]

    def _correct(self, row: str) -> None:
        workshop = self.desk.workshop
        if member := workshop.members.get(member_of_row(row)):
            self.member_form.open_for(workshop, member)
            self._open_form(self.member_form)
        elif organisation := workshop.organisations.get(organisation_of_row(row)):
            self.organisation_form.open_for(workshop, organisation)
            self._open_form(self.organisation_form)

    def _remove(self, row: str) -> None:
        organisation = organisation_of_row(row)
        if organisation:
            self.desk.do(remove_organisation, organisation)
        else:
            reason = "A person stays in the record. If they have gone, Enter marks them as left."
            self.desk.refused.emit(reason, "")

    def _answer(self) -> None:
        if self.desk.do(answer_missing, self.missing.text()) is not None:
            self.missing.put(self.desk.workshop.about.who_is_missing)
            if self.table.isVisible():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _together(self, act: Callable[[], object]) -> None:
        """Do many things and show the list once: drawing it for each of 80 takes a second."""
        self._holding = True
        try:
            act()
        finally:
            self._holding = False
        self.show_workshop(self.desk.workshop)
