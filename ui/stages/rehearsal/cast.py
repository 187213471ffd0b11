"""The cast: who plays which role, and who watches."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.stages.rehearsal.casting import give_role, name_observers
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.fields import NameLine
from ui.stages.rehearsal.words import in_hand, member_choices, roles
from ui.stages.whole_table import WholeTable
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel, SectionLabel


class Cast(QWidget):
    """Role by role: Enter on one asks who plays it. Under it, the observers."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._role = ""
        self._label = SectionLabel("Roles", parent=self)
        self.table = WholeTable("Roles", ("Del",), self)
        self.table.opened.connect(self._ask)
        self.table.asked.connect(lambda _key, role: self._give(role, ""))
        self.who = NameLine("Who plays it?", self)
        self.who.kept.connect(lambda member: self._give(self._role, member))
        self.who.left.connect(self._leave)
        self.who.hide()
        self._observers = PlainLabel("", self)
        self.watches = NameLine("Who watches? A name again takes it off", self, chip="observer")
        self.watches.kept.connect(self._observe)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._label)
        column.addWidget(self.table)
        column.addWidget(self.who)
        column.addWidget(
            KeyHint([("Enter", "give the role"), ("Del", "free it"), ("↑ ↓", "role")], self)
        )
        column.addSpacing(6)
        column.addWidget(SectionLabel("Observers", parent=self))
        column.addWidget(self._observers)
        column.addWidget(self.watches)

    def show_cast(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show who plays what, and who watches."""
        players = {part.role: part.member for part in found.parts}
        rows = [
            TableRow(role, (Cell(role, bold=True), *_player(workshop, players.get(role, ""))))
            for role in roles(found)
        ]
        columns = (Column("Role", 1.0), Column("Played by", 1.2), Column("From", 1.0))
        self.table.show_rows(columns, rows)
        played = sum(role in players for role in roles(found))
        self._label.show_text("Roles", f"{played} of {len(rows)} given")
        names = [workshop.person(member) for member in found.observers]
        self._observers.setText(joined(names) or "Nobody yet. Anyone may watch, without a reason.")
        self._observers.set_colour(LIGHT.ink if names else LIGHT.mute)
        choices = member_choices(workshop)
        self.who.offer(choices)
        self.watches.offer(choices)

    def _ask(self, role: str) -> None:
        """Ask who plays a role."""
        found = self._found()
        self._role = role
        self.who.ask(f"Who plays the role “{role}”? Not their own job; empty frees it")
        self.who.show_chip(role if len(role) <= 40 else f"{role[:39]}…")
        held = {part.role: part.member for part in found.parts} if found else {}
        self.who.choose(held.get(role, ""))
        self.who.show()
        self.who.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.who.line.selectAll()

    def _give(self, role: str, member: str) -> None:
        found = self._found()
        if found is None or not role:
            return
        if self._desk.do(give_role, found.id, role, member) is not None:
            self._leave()
            self._next_free(role)

    def _leave(self) -> None:
        self.who.clear()
        self.who.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_free(self, role: str) -> None:
        """Go on to the next role that nobody plays; stay when there is none after this one."""
        found = self._found()
        if found is None:
            return
        played = {part.role for part in found.parts}
        after = self.table.ids()
        after = after[after.index(role) + 1 :] if role in after else after
        self.table.go_to(next((each for each in after if each not in played), role))

    def _observe(self, member: str) -> None:
        found = self._found()
        if found is None or not member:
            return
        if member not in self._desk.workshop.members:
            self._desk.refused.emit("That person is not on the list. Add them first.", "")
            return
        names = tuple(each for each in found.observers if each != member)
        if member not in found.observers:
            names = (*names, member)
        if self._desk.do(name_observers, found.id, names) is not None:
            self.watches.clear()

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)


def _player(workshop: Workshop, member: str) -> tuple[Cell, Cell]:
    found = workshop.members.get(member)
    if found is None:
        return Cell("free", mute=True), Cell("")
    organisation = workshop.organisation_name(found.organisation)
    return Cell(found.label), Cell(organisation, mute=True)
