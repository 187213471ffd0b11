"""Check-ins by name: the people who are here, one after the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.stages.gather import Member
from facilitator.stages.rehearsal.feeling import check_in, drop_feeling
from facilitator.stages.rehearsal.state import Feeling, Rehearsal, When
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.keyed_table import KeyedTable
from ui.stages.rehearsal.feeling.entry import WordAndNumber
from ui.stages.rehearsal.words import in_hand
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

_COLUMNS = (
    Column("Who", 1.4),
    Column("Organisation", 1.2),
    Column("Word", 1.0),
    Column("1 to 5", 0.5),
)
_KEYS = (
    ("Enter", "keep, next person; with nothing typed they pass"),
    ("Tab", "word, number"),
    ("↑ ↓", "another person"),
    ("Del", "in the list: take it out"),
)


class ByName(QWidget):
    """Type the word and the number, Enter; the next who has not checked in comes by itself.

    Whoever passes is not asked again until `begin_anew`; it is nowhere kept.
    """

    def __init__(self, desk: Desk, when: When, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._when: When = when
        self._member = ""
        self._passing: frozenset[str] = frozenset()
        self.who = PlainLabel("", self, size=15, weight=700)
        self.entry = WordAndNumber(self)
        self.entry.kept.connect(self._keep)
        self.entry.passed.connect(self._pass)
        self.entry.stepped.connect(self._step)
        self.entry.emptied.connect(lambda: self._go_to(self._member))
        self.table = KeyedTable("Check-ins, private", ("Del",), self)
        self.table.opened.connect(self._go_to)
        self.table.asked.connect(lambda _key, member: self._drop(member))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.who, 2)
        row.addWidget(self.entry, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(KeyHint(_KEYS, self))
        column.addWidget(self.table, 1)
        QWidget.setTabOrder(self.entry.number, self.table)

    def show_feelings(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show who has checked in."""
        given = self._given(found)
        people = self._people(workshop, found)
        rows = [
            _row(workshop, member, given.get(member.id), passes=member.id in self._passing)
            for member in people
        ]
        self.table.show_rows(_COLUMNS, rows)
        if self._member not in {member.id for member in people}:
            self._go_to(self._next_empty(""), take_keyboard=False)

    def people(self) -> int:
        """How many are asked."""
        return len(self.table.ids())

    def begin_anew(self) -> None:
        """Ask everybody again who has not checked in."""
        self._passing = frozenset()
        if (found := self._found()) is not None:
            self.show_feelings(self._desk.workshop, found)

    def begin(self) -> None:
        """The word of the first who has not checked in; words that are being typed stay."""
        if self.entry.typed() and self._member:
            self.entry.word.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go_to(self._next_empty(""))

    def _keep(self, word: str, tension: int) -> None:
        member = self._member
        found = self._found()
        rehearsal = found.id if found else ""
        if self._desk.do(check_in, rehearsal, self._when, member, word, tension) is not None:
            self._go_to(self._next_empty(member))

    def _pass(self) -> None:
        """Go on to the next; this one need not say anything."""
        member = self._member
        self._passing |= {member}
        if (found := self._found()) is not None:
            self.show_feelings(self._desk.workshop, found)
        self._go_to(self._next_empty(member))

    def _drop(self, member: str) -> None:
        found = self._found()
        if found is not None and member in self._given(found):
            self._desk.do(drop_feeling, found.id, self._when, member)
            if member == self._member:
                self.entry.put()

    def _step(self, by: int) -> None:
        ids = self.table.ids()
        if ids:
            at = ids.index(self._member) if self._member in ids else -by
            self._go_to(ids[(at + by) % len(ids)])

    def _go_to(self, member: str, *, take_keyboard: bool = True) -> None:
        """Take a member in hand, with what they gave already."""
        found = self._found()
        given = self._given(found).get(member) if found else None
        self._member = member
        everyone_in = (
            "Everyone has checked in or passed." if self.table.ids() else "Nobody is here."
        )
        self.who.setText(self._desk.workshop.person(member) if member else everyone_in)
        self.entry.setEnabled(bool(member))
        self.entry.put(*((given.word, given.tension) if given else ()))
        self.entry.about(self.who.text())
        self.table.go_to(member)
        if take_keyboard:
            target: QWidget = self.entry.word if member else self.table
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.entry.word.selectAll()

    def _next_empty(self, after: str) -> str:
        """The next who has not checked in or passed, from the top after the last; or nobody."""
        found = self._found()
        given = {*(self._given(found) if found else ()), *self._passing}
        ids = self.table.ids()
        start = ids.index(after) + 1 if after in ids else 0
        return next((each for each in [*ids[start:], *ids[:start]] if each not in given), "")

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)

    def _given(self, found: Rehearsal) -> dict[str, Feeling]:
        return {f.member: f for f in found.feelings if f.when == self._when and f.member}

    def _people(self, workshop: Workshop, found: Rehearsal) -> list[Member]:
        """Those who are here, and those who have checked in; all, where nobody was marked."""
        here = workshop.people_at(self._desk.minute()) or set(workshop.members)
        known = here | set(self._given(found))
        return [member for member in workshop.members.values() if member.id in known]


def _row(workshop: Workshop, member: Member, given: Feeling | None, *, passes: bool) -> TableRow:
    return TableRow(
        member.id,
        (
            Cell(member.label, bold=given is None and not passes),
            Cell(workshop.organisation_name(member.organisation), mute=True),
            Cell(given.word) if given else Cell("passes" if passes else "", mute=True),
            Cell(str(given.tension) if given else ""),
        ),
    )
