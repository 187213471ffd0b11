"""Changing the paper: lessons with owners, and the changes to the agreement that come of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.days import example_day, short_day
from facilitator.guide import Stage, Step
from facilitator.stages.rehearsal.changing import accept_change, propose_change
from facilitator.stages.rehearsal.debriefing import learn_lesson
from facilitator.stages.rehearsal.state import Change, Lesson, Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.offers import Choice
from ui.stages.date_words import iso_date
from ui.stages.rehearsal.fields import KeepLine, NameLine
from ui.stages.rehearsal.frame import RehearsalPage
from ui.stages.rehearsal.lessons import LessonLine
from ui.stages.rehearsal.words import member_choices, target_words, targets
from ui.stages.whole_table import WholeTable
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel, SectionLabel

_LESSONS = (Column("Lesson", 3), Column("Owner", 1))
_CHANGES = (
    Column("Changes", 1.2),
    Column("How", 3),
    Column("Owner", 1.1),
    Column("By", 0.9),
    Column("Standing", 0.9),
)


class ChangePage(RehearsalPage):
    """Lessons above, changes below; Enter on a lesson gives it an owner, C makes a change of it."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        inside = self.inside
        px = Typography.current().px
        self._lesson = ""
        self.lessons = LessonLine(desk, inside, listed=False)
        self.lesson_table = WholeTable("Lessons", ("C",), inside)
        self.lesson_table.opened.connect(self._own)
        self.lesson_table.asked.connect(lambda _key, lesson: self._carry(lesson))
        self.lesson_owner = NameLine("Who owns this lesson?", inside, chip="owner")
        self.lesson_owner.kept.connect(self._give_owner)
        self.lesson_owner.left.connect(self._leave_owner)
        self.lesson_owner.hide()
        self.target = NameLine("What does it change?", inside)
        self.text = KeepLine("The words for the paper", inside)
        self.owner = NameLine("Owner", inside)
        self.due = KeepLine(f"By when? {example_day(desk.today())}", inside)
        self.due.setFixedWidth(px(190))
        self.propose = PrimaryButton("Propose this change", inside)
        self.propose.clicked.connect(self._propose)
        self.target.kept.connect(lambda _id: self.text.line.setFocus())
        self.text.kept.connect(lambda _text: self.owner.line.setFocus())
        self.owner.kept.connect(lambda _id: self.due.line.setFocus())
        self.due.kept.connect(lambda _text: self._propose())
        self.change_table = WholeTable("Changes to the agreement", (), inside)
        self.change_table.opened.connect(self._accept)
        self.accept = QuietButton("Accept the change", inside)
        self.accept.clicked.connect(lambda: self._accept(self.change_table.current_id()))
        self._none = PlainLabel(
            "No change is proposed yet. One is fine.", inside, colour=LIGHT.mute
        )
        self._lay_out()

    def _lay_out(self) -> None:
        inside, column = self.inside, self.column
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
        first.addWidget(self.target, 1)
        first.addWidget(self.text, 2)
        second.addWidget(self.owner, 1)
        second.addWidget(self.due)
        second.addWidget(self.propose)
        column.addWidget(self.lessons)
        column.addWidget(self.lesson_table)
        column.addWidget(self.lesson_owner)
        column.addWidget(KeyHint([("Enter", "who owns it"), ("C", "make a change of it")], inside))
        column.addSpacing(6)
        column.addWidget(SectionLabel("Propose a change", parent=inside))
        column.addLayout(first)
        column.addLayout(second)
        column.addSpacing(6)
        column.addWidget(SectionLabel("Changes to the agreement", parent=inside))
        column.addWidget(self._none)
        column.addWidget(self.change_table)
        column.addWidget(self.accept)
        column.addStretch(1)

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show the lessons and the changes."""
        self.lessons.show_lessons(found)
        lessons = [_lesson_row(workshop, lesson) for lesson in found.lessons]
        self.lesson_table.show_rows(_LESSONS, lessons)
        self.lesson_table.setVisible(bool(lessons))
        changes = [_change_row(workshop, change) for change in found.changes.values()]
        self.change_table.show_rows(_CHANGES, changes)
        self.change_table.setVisible(bool(changes))
        waiting = any(not change.accepted for change in found.changes.values())
        self.accept.setVisible(waiting)
        self._none.setVisible(not changes)
        self.target.offer([Choice(each, label) for each, label in targets(workshop)])
        for line in (self.owner, self.lesson_owner):
            line.offer(member_choices(workshop))

    def begin(self) -> None:
        """The keyboard on the change to propose."""
        self.target.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _own(self, lesson: str) -> None:
        """Ask who owns a lesson."""
        found = self._lesson_of(lesson)
        if found is not None:
            self._lesson = lesson
            self.lesson_owner.choose(found.owner)
            self.lesson_owner.show()
            self.lesson_owner.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.lesson_owner.line.selectAll()

    def _give_owner(self, owner: str) -> None:
        found = self._lesson_of(self._lesson)
        if found is None:
            return
        if self.desk.do(learn_lesson, self.rehearsal, found.text, owner, found.id) is not None:
            self._leave_owner()

    def _leave_owner(self) -> None:
        self.lesson_owner.clear()
        self.lesson_owner.hide()
        self.lesson_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _carry(self, lesson: str) -> None:
        """Begin a change with the words and the owner of a lesson."""
        found = self._lesson_of(lesson)
        if found is not None:
            self.text.put(found.text)
            self.owner.choose(found.owner)
            self.target.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_up(self.target)

    def _propose(self) -> None:
        done = self.desk.do(
            propose_change,
            self.rehearsal,
            self.target.chosen(),
            self.text.text(),
            self.owner.chosen(),
            iso_date(self.due.text(), self.desk.today()),
            today=self.desk.today(),
        )
        if done is not None:
            for line in (self.target, self.text, self.owner, self.due):
                line.clear()
            self.begin()

    def _accept(self, change: str) -> None:
        found = self.found
        if found is not None and change in found.changes and not found.changes[change].accepted:
            self.desk.do(accept_change, found.id, change)

    def _lesson_of(self, lesson: str) -> Lesson | None:
        found = self.found
        return next((each for each in found.lessons if each.id == lesson), None) if found else None


def _lesson_row(workshop: Workshop, lesson: Lesson) -> TableRow:
    owner = Cell(workshop.person(lesson.owner)) if lesson.owner else Cell("nobody yet", mute=True)
    return TableRow(lesson.id, (Cell(lesson.text), owner))


def _change_row(workshop: Workshop, change: Change) -> TableRow:
    owner = Cell(workshop.person(change.owner)) if change.owner else Cell("nobody yet", mute=True)
    return TableRow(
        change.id,
        (
            Cell(target_words(workshop, change), bold=True),
            Cell(change.text),
            owner,
            Cell(short_day(change.due), mute=True),
            Cell("accepted" if change.accepted else "proposed", mute=not change.accepted),
        ),
    )
