"""Changing the paper: lessons with owners, and the changes to the agreement that come of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.days import short_day
from facilitator.guide import Stage, Step
from facilitator.stages.rehearsal.changing import change_nothing, drop_change, still_to_settle
from facilitator.stages.rehearsal.state import Change, Lesson, Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.changing.accepting import AskHow
from ui.stages.rehearsal.changing.proposing import ProposeForm
from ui.stages.rehearsal.changing.ways import SAYS, go_to_target, no_way_there, opened_words
from ui.stages.rehearsal.debriefing.lessons import LESSON_KEYS, LessonLine, LessonTable
from ui.stages.rehearsal.feeling.pictures import leave_picture
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.frame import RehearsalPage
from ui.stages.rehearsal.words import target_words
from ui.stages.scrolled import bring_up, follow
from ui.stages.whole_table import WholeTable
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel, SectionLabel

_CHANGES = (
    Column("Changes", 1.3),
    Column("How", 1.15),
    Column("The words", 2.6),
    Column("Owner", 1.2),
    Column("By", 1.2),
    Column("Standing", 0.9),
)
_KEYS = (
    ("A", "accept it"),
    ("E", "put it right"),
    ("Del", "drop it"),
    ("G", "go to what it opened"),
)
NOTHING = "Nothing on paper needs to change, because…"


class ChangePage(RehearsalPage):
    """Lessons above, then the form, then the changes; what accepting one has opened stays in sight.

    `told` says how to come back, once the page of a target was brought up.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        inside = self.inside
        self.owed = PlainLabel("", inside, size=13.5, colour=LIGHT.gold, weight=600)
        self.lessons = LessonLine(desk, inside, listed=False)
        self.lesson_table = LessonTable(desk, inside, carries=True)
        self.lesson_table.carried.connect(self._carry)
        self.lesson_table.reworded.connect(self._reword)
        self.form = ProposeForm(desk, inside)
        self.form.proposed.connect(self._proposed)
        self.target, self.how, self.text = self.form.target, self.form.how, self.form.text
        self.owner, self.due = self.form.owner, self.form.due
        self.change_table = WholeTable("Changes to the agreement", ("A", "E", "G", "Del"), inside)
        self.change_table.opened.connect(lambda change: self._asked("A", change))
        self.change_table.asked.connect(self._asked)
        self.change_table.selectionModel().currentRowChanged.connect(self._show_opened)
        self.ask = AskHow(desk, inside)
        self.ask.closed.connect(self._to_changes)
        self.ask.grew.connect(lambda: self.bring_up(self.ask))
        self.foot = QWidget(self)
        self.opened = PlainLabel("", self.foot, size=13.5, weight=600, colour=LIGHT.deep)
        self.accept = QuietButton("Accept the change", self.foot)
        self.accept.clicked.connect(lambda: self._asked("A", self.change_table.current_id()))
        self.go = QuietButton("Go there", self.foot)
        self.go.clicked.connect(lambda: self._asked("G", self.change_table.current_id()))
        self._hint = KeyHint(_KEYS, inside)
        self.nothing = KeepLine(NOTHING, inside, chip="no change")
        self.nothing.kept.connect(self._change_nothing)
        self._unchanged = ""
        self._lay_out()

    def _lay_out(self) -> None:
        inside, column = self.inside, self.column
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.accept)
        foot.addWidget(self.opened, 1)
        foot.addWidget(self.go)
        column.addWidget(self.owed)
        column.addWidget(self.lessons)
        column.addWidget(self.lesson_table)
        column.addSpacing(6)
        column.addWidget(self.form)
        column.addSpacing(6)
        column.addWidget(SectionLabel("Changes to the agreement", parent=inside))
        column.addWidget(self.change_table)
        column.addWidget(self.ask)
        column.addWidget(self._hint)
        column.addWidget(self.nothing)
        column.addStretch(1)
        if self.area is not None:
            for table in (self.lesson_table.table, self.change_table):
                follow(self.area, table)
        whole = self.layout()
        assert whole is not None
        line = QWidget(self.foot)
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setPalette(QPalette(QColor(LIGHT.line)))
        below = QVBoxLayout(self.foot)
        below.setContentsMargins(0, 0, 8, 0)
        below.setSpacing(8)
        below.addWidget(line)
        below.addLayout(foot)
        whole.addWidget(self.foot)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the changes, or, before there is a scenario, where to choose one."""
        super().show_workshop(workshop)
        self._show_foot()

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show the lessons and the changes, and what is still owed."""
        self.owed.setText(still_to_settle(found))
        self.owed.setVisible(bool(self.owed.text()))
        self.lessons.show_lessons(found)
        self.lesson_table.show_lessons(workshop, found)
        self.form.offer(workshop)
        changes = [_row(workshop, change) for change in found.changes.values()]
        self.change_table.show_rows(_CHANGES, changes)
        for part in (self.change_table, self._hint):
            part.setVisible(bool(changes))
        self.ask.show_workshop(workshop)
        owned = any(change.owner for change in found.changes.values())
        self.nothing.setVisible(bool(found.unchanged) or not owned)
        if self.nothing.text() == self._unchanged:
            self.nothing.put(found.unchanged)
        self._unchanged = found.unchanged
        self._show_opened()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the lists, where no line of keys tells them because they are empty."""
        told = {
            key
            for hint in self.findChildren(KeyHint)
            if hint.isVisible()
            for key, _ in hint.pairs()
        }
        return tuple(pair for pair in (*_KEYS, *LESSON_KEYS) if pair[0] not in told)

    def begin(self) -> None:
        """The keyboard on the change to propose."""
        self.target.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_up(self.form)

    def leave(self) -> bool:
        """Leave the question how a change is made."""
        if self.ask.isHidden():
            return False
        self.ask.leave()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc takes a picture off the room's screen."""
        if event.key() != Qt.Key.Key_Escape or not leave_picture(self.desk):
            super().keyPressEvent(event)

    def _asked(self, key: str, change: str) -> None:
        found = self.found
        known = found.changes.get(change) if found else None
        if found is None or known is None:
            return
        if key == "Del":
            self.desk.do(drop_change, found.id, change)
            if not self.change_table.ids():
                self.begin()
        elif key == "G":
            self._go_to(known)
        elif key == "E" and not known.accepted:
            self.form.load(known)
            self.bring_up(self.form)
        elif key == "E":
            said = "It has been accepted. Propose another change instead."
            self.desk.refused.emit(said, "")
        elif not known.accepted:
            self.ask.accept(known)
            self._show_opened()
            bring_up(self.change_table if self.ask.isHidden() else self.ask)

    def _go_to(self, change: Change) -> None:
        """Bring up what accepting a change opened; where it cannot be, say where it stands."""
        if stands := no_way_there(self.desk, change):
            self.desk.refused.emit(stands, "")
        elif change.accepted and go_to_target(self.desk, change):
            self.told.emit(f"Ctrl+K and Enter go back to {self.step.title}.")

    def _show_opened(self) -> None:
        """What stands under the table is about the change that the keyboard is on."""
        found = self.found
        change = found.changes.get(self.change_table.current_id()) if found else None
        first = next(iter(found.changes.values()), None) if found else None
        change = change or first
        opened = (
            opened_words(self.desk.workshop, found.pack.title, change) if found and change else ""
        )
        stands = no_way_there(self.desk, change) if change else ""
        self.opened.setText(" ".join(each for each in (opened, stands) if each))
        self.go.setVisible(bool(opened) and not stands)
        waits = change is not None and not change.accepted
        self.accept.setVisible(waits and not self.ask.change)
        self._show_foot()

    def _show_foot(self) -> None:
        """Only while something stands in it."""
        told = bool(self.opened.text()) or not self.accept.isHidden()
        found = self.found
        self.foot.setVisible(told and found is not None and bool(found.changes))

    def _proposed(self, change: str) -> None:
        if change:
            self.change_table.go_to(change)
            self._show_opened()
            self.begin()
        else:
            self._to_changes()

    def _to_changes(self) -> None:
        self.change_table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_opened()
        bring_up(self.change_table)

    def _change_nothing(self, reason: str) -> None:
        found = self.found
        if found is not None and reason != found.unchanged:
            self.desk.do(change_nothing, found.id, reason)

    def _carry(self, lesson: str) -> None:
        found = self._lesson(lesson)
        if found is not None:
            self.form.carry(found)
            self.bring_up(self.form)

    def _reword(self, lesson: str) -> None:
        found = self._lesson(lesson)
        if found is not None:
            self.lessons.correct(found)
            self.bring_up(self.lessons)

    def _lesson(self, lesson: str) -> Lesson | None:
        found = self.found
        return next((each for each in found.lessons if each.id == lesson), None) if found else None


def _row(workshop: Workshop, change: Change) -> TableRow:
    owner = Cell(workshop.person(change.owner)) if change.owner else Cell("nobody yet", mute=True)
    return TableRow(
        change.id,
        (
            Cell(target_words(workshop, change), bold=True),
            Cell(SAYS[change.how], mute=not change.how),
            Cell(change.text),
            owner,
            Cell(short_day(change.due), mute=True),
            Cell("accepted" if change.accepted else "proposed", mute=not change.accepted),
        ),
    )
