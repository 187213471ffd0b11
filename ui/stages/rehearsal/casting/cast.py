"""The cast: who plays which role, drawn by lot or given by hand, and who watches for what."""

import random

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.stages.rehearsal.casting import (
    ask_observer,
    draw_roles,
    give_role,
    name_observers,
    roles_by_hand,
    too_near,
)
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.offers import Choice
from ui.stages.ledger.actions import Action, ActionRow
from ui.stages.rehearsal.casting.what_stands import what_stands
from ui.stages.rehearsal.fields import NameLine
from ui.stages.rehearsal.words import in_hand, member_choices, roles
from ui.stages.whole_table import WholeTable
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel, SectionLabel

_NEAR = {"job": "does a job like it", "organisation": "comes from there"}
_BY_HAND = "by hand"


class Cast(QWidget):
    """Role by role: drawn by lot, or Enter on one asks who plays it. Under it, the observers.

    What was given by hand is kept on a redraw. `papers_asked` when the role cards
    are wanted on paper.
    """

    papers_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._role = ""
        self._observer = ""
        self._label = SectionLabel("Roles", parent=self)
        self.row = ActionRow(self)
        self.table = WholeTable("Roles", ("Del", "D"), self)
        self.table.opened.connect(self._ask)
        self.table.asked.connect(self._key)
        self.who = NameLine("Who plays it?", self)
        self.who.kept.connect(lambda member: self._give(self._role, member))
        self.who.left.connect(self._leave)
        self.who.hide()
        self.observers = WholeTable("Observers", ("Del",), self)
        self.observers.opened.connect(self._ask_task)
        self.observers.asked.connect(lambda _key, member: self._observe(member))
        self._nobody = PlainLabel("Nobody yet. Anyone may watch, without a reason.", self)
        self.task = NameLine("What do they watch for?", self)
        self.task.kept.connect(self._keep_task)
        self.task.left.connect(self._leave_task)
        self.task.hide()
        self.watches = NameLine("Who watches? A name again takes it off", self, chip="observer")
        self.watches.kept.connect(self._observe)
        keys = [("Enter", "give the role"), ("Del", "free it"), ("D", "draw"), ("↑ ↓", "role")]
        self._keys = KeyHint(keys, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._label, self.row, self.table, self.who, self._keys):
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(SectionLabel("Observers", parent=self))
        for other in (self._nobody, self.observers, self.task, self.watches):
            column.addWidget(other)
        self._watch_keys = KeyHint([("Enter", "give a task"), ("Del", "take them off")], self)
        column.addWidget(self._watch_keys)

    def show_cast(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show who plays what, and who watches for what."""
        players = {part.role: part.member for part in found.parts}
        hands = roles_by_hand(what_stands(self._desk), found.id)
        rows = []
        for role in roles(found):
            member = players.get(role, "")
            note = _NEAR.get(too_near(workshop, found, role, member), "")
            if not note and member in found.observers:
                note = "is an observer too"
            remarks = [
                part for part in (note, _BY_HAND if role in hands and member else "") if part
            ]
            nobody = not member and bool(players) and self._nobody_fits(workshop, found, role)
            remark = "everyone here is too near" if nobody else " · ".join(remarks)
            cells = (Cell(role, bold=True), *_player(workshop, member), Cell(remark, mute=True))
            rows.append(TableRow(role, cells))
        columns = (
            Column("Role", 1.3),
            Column("Played by", 1.3),
            Column("From", 1.2),
            Column("Remark", 1.1),
        )
        self.table.show_rows(columns, rows)
        played = sum(role in players for role in roles(found))
        spare = len(self._people(workshop, found) - set(players.values()))
        over = f" · {spare} without a role" if played and spare else ""
        self._label.show_text("Roles", f"{played} of {len(rows)} given{over}")
        drawn = any(role in players and role not in hands for role in roles(found))
        words = "Draw again" if drawn else "Draw the roles"
        actions = [Action(words, self.draw, "D", primary=not players)]
        if players:
            actions.append(
                Action("Role cards as PDF", lambda: self.papers_asked.emit("role-cards"))
            )
        kept = sum(role in hands for role in players)
        stay = "stays as it is" if kept == 1 else "stay as they are"
        remark = f"{kept} given by hand {stay}" if kept and drawn else ""
        self.row.show_actions(actions, remark)
        self._show_observers(workshop, found)
        choices = member_choices(workshop)
        self.who.offer(choices)
        self.watches.offer(choices)

    def draw(self) -> None:
        """Draw the roles by lot among those who are here and do not watch."""
        found = self._found()
        if found is None:
            return
        hands = roles_by_hand(what_stands(self._desk), found.id)
        given = {part.role for part in found.parts}
        among = sorted(self._people(self._desk.workshop, found))
        self._desk.do(draw_roles, found.id, among, random.Random(), sorted(hands & given))

    def _key(self, key: str, role: str) -> None:
        if key == "D":
            self.draw()
        else:
            self._give(role, "")

    def _people(self, workshop: Workshop, found: Rehearsal) -> set[str]:
        """Who may be drawn: those who are here, or everybody where nobody is marked as here."""
        here = set(workshop.people_at(self._desk.minute())) & set(workshop.members)
        return (here or set(workshop.members)) - set(found.observers)

    def _nobody_fits(self, workshop: Workshop, found: Rehearsal, role: str) -> bool:
        return all(too_near(workshop, found, role, m) for m in self._people(workshop, found))

    def _show_observers(self, workshop: Workshop, found: Rehearsal) -> None:
        rows = []
        for member in found.observers:
            task = found.tasks.get(member, "")
            cells = (
                Cell(workshop.person(member), bold=True),
                Cell(task or "no task yet", mute=not task),
            )
            rows.append(TableRow(member, cells))
        self.observers.show_rows((Column("Observer"), Column("Watches for", 2.4)), rows)
        for part in (self.observers, self._watch_keys):
            part.setVisible(bool(rows))
        self._nobody.setVisible(not rows)
        if self._observer and self._observer not in found.observers:
            self._observer = ""
            self.task.hide()
        self.task.offer([Choice(task, task) for task in found.pack.observer_tasks])

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
            self._show_again()
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

    def _ask_task(self, member: str) -> None:
        """Ask what an observer watches for; the pack's tasks are offered."""
        found = self._found()
        if found is None or not member:
            return
        self._observer = member
        name = self._desk.workshop.person(member)
        self.task.ask(f"What does {name} watch for? Empty takes the task away")
        self.task.show_chip(name if len(name) <= 40 else f"{name[:39]}…")
        self.task.put(found.tasks.get(member, "") or self._next_task(found))
        self.task.show()
        self.task.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.task.line.selectAll()

    @staticmethod
    def _next_task(found: Rehearsal) -> str:
        """The first of the pack's tasks that nobody has."""
        taken = set(found.tasks.values())
        return next((task for task in found.pack.observer_tasks if task not in taken), "")

    def _keep_task(self, task: str) -> None:
        found = self._found()
        if found is None:
            return
        if self._desk.do(ask_observer, found.id, self._observer, task) is not None:
            self._leave_task()

    def _leave_task(self) -> None:
        self._observer = ""
        self.task.clear()
        self.task.hide()
        self.observers.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_again(self) -> None:
        found = self._found()
        if found is not None:
            self.show_cast(self._desk.workshop, found)

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)


def _player(workshop: Workshop, member: str) -> tuple[Cell, Cell]:
    found = workshop.members.get(member)
    if found is None:
        return Cell("free", mute=True), Cell("")
    organisation = workshop.organisation_name(found.organisation)
    return Cell(found.label), Cell(organisation, mute=True)
