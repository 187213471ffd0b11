"""Check-ins by proxy: a word and a number each, typed one after the other, for no other eyes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.gather import Member
from facilitator.stages.rehearsal.feeling import check_in
from facilitator.stages.rehearsal.state import Feeling, Rehearsal, When
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.keyed_table import KeyedTable
from ui.stages.rehearsal.fields import ENTER
from ui.stages.rehearsal.frame import RehearsalPage
from ui.stages.rehearsal.words import checked_in
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

PRIVATE = "Private. Only counts and means leave this screen."
LONGEST_WORD = 60
_COLUMNS = (
    Column("Who", 1.4),
    Column("Organisation", 1.2),
    Column("Word", 1.0),
    Column("1 to 5", 0.5),
)
_KEYS = (
    ("Enter", "keep, next person"),
    ("Tab", "word, number"),
    ("↑ ↓", "another person, or skip"),
)


class _Field(QLineEdit):
    """A short field that leaves Enter and the arrows to the page."""

    def __init__(self, name: str, page: "CheckInPage", most: int) -> None:
        super().__init__(page)
        self._page = page
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxLength(most)
        self.setTextMargins(6, 0, 6, 0)
        self.setMinimumHeight(Typography.current().px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self._page.take_key(self, event):
            super().keyPressEvent(event)


class CheckInPage(RehearsalPage):
    """The people who are here, one after the other: type the word, Tab, the number, Enter."""

    scrolls = False

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._when: When = "after" if step.activity == "check-in-after" else "before"
        self._member = ""
        inside = self.inside
        self.private = PlainLabel(PRIVATE, inside, weight=600, colour=LIGHT.on_accent_soft)
        self.sums = PlainLabel("", inside, weight=600)
        self.who = PlainLabel("", inside, size=15, weight=700)
        self.word = _Field("One word", self, LONGEST_WORD)
        self.number = _Field("1 to 5", self, 1)
        self.number.setValidator(QIntValidator(1, 9, self.number))
        self.number.setFixedWidth(Typography.current().px(74))
        self.table = KeyedTable("Check-ins, private", (), inside)
        self.table.opened.connect(self._go_to)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.who, 2)
        row.addWidget(self.word, 2)
        row.addWidget(self.number)
        fixed = QVBoxLayout()
        fixed.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.private, 1)
        top.addWidget(self.sums, 0, Qt.AlignmentFlag.AlignRight)
        self.sums.setWordWrap(False)
        fixed.addLayout(top)
        fixed.addLayout(row)
        fixed.addWidget(KeyHint(_KEYS, inside))
        self.column.addLayout(fixed)
        self.column.addWidget(self.table, 1)
        QWidget.setTabOrder(self.word, self.number)
        QWidget.setTabOrder(self.number, self.table)

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show who has checked in, how many, and the mean."""
        given = self._given(found)
        people = self._people(workshop, found)
        rows = [_row(workshop, member, given.get(member.id)) for member in people]
        self.table.show_rows(_COLUMNS, rows)
        done, mean = checked_in(found, self._when), found.mean_tension(self._when)
        said = f"{done} of {len(people)}"
        self.sums.setText(f"{said} · mean {mean:.1f}" if mean is not None else said)
        if self._member not in {member.id for member in people}:
            self._go_to(self._next_empty(""), take_keyboard=False)

    def begin(self) -> None:
        """The word of the first who has not checked in."""
        if self.found is not None:
            self._go_to(self._next_empty(""))

    def take_key(self, field: QLineEdit, event: QKeyEvent) -> bool:
        """Enter keeps; the arrows go to another person without keeping anything."""
        key = event.key()
        if key in ENTER:
            self._keep(field)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and (self.word.text() or self.number.text()):
            self._go_to(self._member)
        else:
            return False
        return True

    def _keep(self, field: QLineEdit) -> None:
        word, number = self.word.text().strip(), self.number.text()
        if field is self.word and word and not number:
            self.number.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if not word and not number:
            self._step(1)
            return
        tension = int(number or 0)
        member = self._member
        kept = self.desk.do(check_in, self.rehearsal, self._when, member, word, tension)
        if kept is not None:
            self._go_to(self._next_empty(member))

    def _step(self, by: int) -> None:
        ids = self.table.ids()
        if ids:
            at = ids.index(self._member) if self._member in ids else -by
            self._go_to(ids[(at + by) % len(ids)])

    def _go_to(self, member: str, *, take_keyboard: bool = True) -> None:
        """Take a member in hand, with what they gave already."""
        found = self.found
        given = self._given(found).get(member) if found else None
        self._member = member
        everyone_in = (
            "Everyone has checked in or passed." if self.table.ids() else "Nobody is here."
        )
        self.who.setText(self.desk.workshop.person(member) if member else everyone_in)
        self.word.setEnabled(bool(member))
        self.number.setEnabled(bool(member))
        self.word.setText(given.word if given else "")
        self.number.setText(str(given.tension) if given else "")
        self.word.setAccessibleDescription(self.who.text())
        self.number.setAccessibleDescription(self.who.text())
        self.table.go_to(member)
        if take_keyboard:
            target: QWidget = self.word if member else self.table
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.word.selectAll()

    def _next_empty(self, after: str) -> str:
        """The next who has not checked in, from the top again after the last; or nobody."""
        found = self.found
        given = self._given(found) if found else {}
        ids = self.table.ids()
        start = ids.index(after) + 1 if after in ids else 0
        return next((each for each in [*ids[start:], *ids[:start]] if each not in given), "")

    def _given(self, found: Rehearsal) -> dict[str, Feeling]:
        return {f.member: f for f in found.feelings if f.when == self._when}

    def _people(self, workshop: Workshop, found: Rehearsal) -> list[Member]:
        """Those who are here, and those who have checked in; all, where nobody was marked."""
        here = workshop.people_at(self.desk.minute()) or set(workshop.members)
        known = here | set(self._given(found))
        return [member for member in workshop.members.values() if member.id in known]


def _row(workshop: Workshop, member: Member, given: Feeling | None) -> TableRow:
    return TableRow(
        member.id,
        (
            Cell(member.label, bold=given is None),
            Cell(workshop.organisation_name(member.organisation), mute=True),
            Cell(given.word if given else ""),
            Cell(str(given.tension) if given else ""),
        ),
    )
