"""Opening the purpose stage: how everybody's words are quoted, chosen aloud and one by one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.attribution import (
    CAREFUL,
    WORDS,
    Attribution,
    Choice,
    choose_for_all,
    choose_for_member,
    would_forget,
)
from facilitator.guide import Stage, Step
from facilitator.stages.gather import Member
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.ask_once import AskOnce
from ui.stages.capture.words import STAYS, forget_words, go_on_words
from ui.stages.keyed_table import KeyedTable
from ui.stages.page import Page
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel, SectionLabel
from ui.widgets.notices import EmptyState

COLUMNS = (Column("Who", 4), Column("Organisation", 4), Column("Quoted", 4))
KEYS = (
    ("N", "named"),
    ("O", "organisation only"),
    ("U", "unattributed"),
    ("Del", "as the workshop"),
    ("Enter", "the next of these"),
)
_KEYED: dict[str, Choice] = {"N": "named", "O": "organisation", "U": "unattributed", "Del": ""}
_IN_TURN: tuple[Choice, ...] = ("", *CAREFUL)


class WelcomePage(Page):
    """The whole workshop's choice as three buttons, and each member's in a table."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.buttons: dict[Attribution, QuietButton] = {}
        self.question = AskOnce(self)
        self.question.closed.connect(self.begin)
        self.remark = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.remark.hide()
        self.table = KeyedTable("How each member is quoted", tuple(_KEYED), self)
        self.table.asked.connect(lambda key, member: self.choose(member, _KEYED[key]))
        self.table.opened.connect(self._turn)
        self.hints = KeyHint(KEYS, self)
        self.empty = EmptyState(
            "Nobody is on the list yet",
            "Members are added in Gather, under “Who is here”: Ctrl+K and its name go there. "
            "The choice for the whole workshop can be made now.",
            parent=self,
        )
        self._first = stage.steps[0].id == step.id
        self.set_up = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for way in CAREFUL:
            button = QuietButton(WORDS[way].capitalize(), self)
            button.setAccessibleName(f"The whole workshop: {WORDS[way]}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, way=way: self.choose_all(way))
            self.buttons[way] = button
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionLabel("The whole workshop, unless somebody says otherwise"))
        column.addLayout(row)
        column.addWidget(self.question)
        column.addWidget(self.remark)
        column.addSpacing(4)
        column.addWidget(self.hints)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty)
        column.addStretch(0)
        column.addWidget(self.set_up)

    def begin(self) -> None:
        """The keyboard goes to the members, or to the workshop's choice while there are none."""
        to = self.table if self.table.isVisibleTo(self) else self.buttons["named"]
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show every choice, and how many are quoted in each way."""
        for way, button in self.buttons.items():
            button.setChecked(way == workshop.attribution and not workshop.chatham_house)
            button.update()
        rows = [_row(workshop, member) for member in _in_order(workshop)]
        self.table.show_rows(COLUMNS, rows)
        for part in (self.table, self.hints):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.hints.show_tail(_counts(workshop))
        # Where the stage begins, the tables are still being moved.
        set_up = self.desk.words(self.stage.set_up) if self._first else ""
        self.set_up.setText(f"How the room is set up: {set_up}")
        self.set_up.setVisible(bool(set_up))

    def choose_all(self, way: Attribution) -> None:
        """Choose for the whole workshop."""
        workshop = self.desk.workshop
        before = workshop.attribution
        # A button that is pressed turns by itself; what stands is what the workshop says.
        self.show_workshop(workshop)
        if way == before:
            return
        lost = would_forget(workshop, way)

        def act() -> None:
            if self.desk.do(choose_for_all, way) is not None:
                self._remark(before)

        self._ask_or_do(lost, act)

    def choose(self, member: str, choice: Choice) -> None:
        """Choose for one member; nothing lets them follow the workshop."""
        workshop = self.desk.workshop
        before: Choice = workshop.attribution_of.get(member, "")
        if member not in workshop.members or choice == before:
            return
        lost = would_forget(workshop, choice, member=member)

        def act() -> None:
            if self.desk.do(choose_for_member, member, choice) is not None:
                self._remark(before)

        self._ask_or_do(lost, act)

    def _turn(self, member: str) -> None:
        standing = self.desk.workshop.attribution_of.get(member, "")
        self.choose(member, _IN_TURN[(_IN_TURN.index(standing) + 1) % len(_IN_TURN)])

    def _ask_or_do(self, lost: int, act: Callable[[], None]) -> None:
        if lost:
            self.question.ask(forget_words(lost), go_on_words(lost), act)
        else:
            self.question.close_it()
            act()

    def _remark(self, before: Choice) -> None:
        self.remark.setText(STAYS)
        self.remark.setVisible(before == "unattributed")


def _in_order(workshop: Workshop) -> list[Member]:
    """Members by organisation, each in the order of joining."""
    order = {organisation: at for at, organisation in enumerate(workshop.organisations)}
    return sorted(workshop.members.values(), key=lambda m: order.get(m.organisation, len(order)))


def _row(workshop: Workshop, member: Member) -> TableRow:
    choice: Choice = workshop.attribution_of.get(member.id, "")
    if workshop.chatham_house:
        choice = ""
    quoted = (
        Cell(WORDS[choice].capitalize(), bold=True)
        if choice
        else Cell(f"As the workshop: {_of_all(workshop)}", mute=True)
    )
    organisation = workshop.organisation_name(member.organisation)
    return TableRow(member.id, (Cell(member.label), Cell(organisation, mute=True), quoted))


def _of_all(workshop: Workshop) -> str:
    return "nobody is named" if workshop.chatham_house else WORDS[workshop.attribution]


def _counts(workshop: Workshop) -> str:
    """How many members are quoted in each way: "10 named, 2 organisation only"."""
    if workshop.chatham_house:
        return "nobody is named, under the Chatham House Rule"
    ways = [workshop.attribution_of.get(m, workshop.attribution) for m in workshop.members]
    return ", ".join(f"{ways.count(way)} {WORDS[way]}" for way in CAREFUL if way in ways)
