"""Lessons: the line that keeps one, and what has been learnt so far, with who owns it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.stages.rehearsal.debriefing import learn_lesson
from facilitator.stages.rehearsal.state import Lesson, Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.offers import best
from ui.stages.rehearsal.fields import KeepLine, NameLine
from ui.stages.rehearsal.words import in_hand, member_choices
from ui.stages.scrolled import bring_up
from ui.stages.whole_table import WholeTable
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

MOST = 6
"""Lessons listed under the line; the step “Change the paper” lists them all."""
_COLUMNS = (Column("Lesson", 3), Column("Owner", 1))
_OWN = ("Enter", "who owns it")
_WORDS = ("F2", "other words")
_CARRY = ("C", "make a change of it")
LESSON_KEYS = (_OWN, _WORDS, _CARRY)


class LessonLine(QWidget):
    """A line for a lesson, and, where they are `listed`, the lessons under it, newest first.

    A name after `@` at its end owns the lesson.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, listed: bool = True) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listed = listed
        self.correcting = ""
        self.line = KeepLine(
            "What did we learn? @ and a name at the end owns it", self, chip="lesson", tall=48
        )
        self.line.line.setAccessibleName("What did we learn?")
        self.line.kept.connect(self._keep)
        self.line.left.connect(self._stop_correcting)
        self._lessons = PlainLabel("", self, size=13, colour=LIGHT.mute)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self._lessons)
        self.setFocusProxy(self.line)

    def show_lessons(self, found: Rehearsal) -> None:
        """Show what has been learnt."""
        if self.correcting and _lesson(found, self.correcting) is None:
            self._stop_correcting()
        texts = [lesson.text for lesson in reversed(found.lessons)]
        lines = [f"· {text}" for text in texts[:MOST]]
        if len(texts) > MOST:
            lines.append(f"and {len(texts) - MOST} more")
        self._lessons.setText("\n".join(lines))
        self._lessons.setVisible(self._listed and bool(texts))

    def correct(self, lesson: Lesson) -> None:
        """Put other words to a lesson; its owner stays unless another is named."""
        self.correcting = lesson.id
        self.line.show_chip("correct")
        self.line.put(lesson.text)
        self.line.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, typed: str) -> None:
        found = in_hand(self._desk.workshop, self._desk.focus)
        rehearsal = found.id if found else ""
        before = _lesson(found, self.correcting) if found else None
        text, named = split_owner(typed)
        owner = before.owner if before else ""
        if named:
            fits = best(member_choices(self._desk.workshop), named)
            called = [each for each in fits if each.is_called(named)]
            if len(called) != 1 and len(fits) > 1:
                two = " or ".join(f"“{each.label}”" for each in fits[:2])
                self._desk.refused.emit(f"Who is meant by “{named}”: {two}? Type more of it.", "")
                return
            owner = (called or fits)[0].id if fits else named
        done = self._desk.do(learn_lesson, rehearsal, text, owner, self.correcting)
        if done is not None:
            self._stop_correcting()
            self.line.clear()

    def _stop_correcting(self) -> None:
        self.correcting = ""
        self.line.show_chip("lesson")


class LessonTable(QWidget):
    """All lessons with their owners. Enter asks who owns one; `carried` when C makes a change."""

    carried = Signal(str)
    reworded = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, carries: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lesson = ""
        self.table = WholeTable("Lessons", ("C", "F2") if carries else ("F2",), self)
        self.table.opened.connect(self._own)
        self.table.asked.connect(
            lambda key, lesson: (self.carried if key == "C" else self.reworded).emit(lesson)
        )
        self.owner = NameLine("Who owns this lesson?", self, chip="owner")
        self.owner.kept.connect(self._give_owner)
        self.owner.left.connect(self._leave)
        self.owner.hide()
        self._hint = KeyHint(LESSON_KEYS if carries else (_OWN, _WORDS), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.table, self.owner, self._hint):
            column.addWidget(part)
        self.setFocusProxy(self.table)

    def show_lessons(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show them, in the order in which they were learnt."""
        self.table.show_rows(_COLUMNS, [_row(workshop, lesson) for lesson in found.lessons])
        # While it is empty it is away altogether: a hidden table would keep Tab to itself.
        self.setVisible(bool(found.lessons))
        self.owner.offer(member_choices(workshop))
        if not self.owner.isHidden() and _lesson(found, self._lesson) is None:
            self._leave()

    def _own(self, lesson: str) -> None:
        found = self._of(lesson)
        if found is not None:
            self._lesson = lesson
            self.owner.choose(found.owner)
            self.owner.show()
            self.owner.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.owner.line.selectAll()
            bring_up(self.owner)

    def _give_owner(self, owner: str) -> None:
        lesson = self._of(self._lesson)
        found = in_hand(self._desk.workshop, self._desk.focus)
        if lesson is None or found is None:
            return
        if self._desk.do(learn_lesson, found.id, lesson.text, owner, lesson.id) is not None:
            self._leave()

    def _leave(self) -> None:
        # First, or the keyboard would go on to what comes next, and the page with it.
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.owner.clear()
        self.owner.hide()
        bring_up(self.table)

    def _of(self, lesson: str) -> Lesson | None:
        found = in_hand(self._desk.workshop, self._desk.focus)
        return _lesson(found, lesson) if found else None


def split_owner(typed: str) -> tuple[str, str]:
    """A lesson and who owns it, from "Ring first @ward sister"; no owner without such an end."""
    text, at, named = typed.rpartition(" @")
    named = named.strip()
    return (text.strip(), named) if at and text.strip() and named else (typed.strip(), "")


def _lesson(found: Rehearsal, lesson: str) -> Lesson | None:
    return next((each for each in found.lessons if each.id == lesson), None)


def _row(workshop: Workshop, lesson: Lesson) -> TableRow:
    owner = Cell(workshop.person(lesson.owner)) if lesson.owner else Cell("nobody yet", mute=True)
    return TableRow(lesson.id, (Cell(lesson.text), owner))
