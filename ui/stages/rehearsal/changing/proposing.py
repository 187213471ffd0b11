"""Proposing a change to the paper: what it changes and how, the words, who brings it, by when."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.days import example_day, short_day
from facilitator.stages.rehearsal.changing import propose_change
from facilitator.stages.rehearsal.state import Change, ChangeKind, Lesson
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.offers import Choice
from ui.stages.date_words import iso_date
from ui.stages.rehearsal.changing.ways import WAYS, way_choices, words_to_begin_with
from ui.stages.rehearsal.fields import KeepLine, NameLine
from ui.stages.rehearsal.playing.naming import ValueLine
from ui.stages.rehearsal.words import in_hand, member_choices, targets
from ui.stages.scrolled import bring_up
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton
from ui.widgets.labels import PlainLabel, SectionLabel


class ProposeForm(QWidget):
    """Enter goes from line to line, and at the end proposes; the same form puts a change right.

    `proposed` carries the id of the change, nothing when correcting it was left.
    """

    proposed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.editing = ""
        self._lesson = ""
        self._put = ""
        self._head = SectionLabel("Propose a change", parent=self)
        self.about = PlainLabel("", self, size=13, colour=LIGHT.mute)
        self.about.hide()
        self.naming = ValueLine(desk, self, stays=False)
        self.target = NameLine("What does it change?", self)
        self.how = NameLine("How? we will, we will not, other words", self)
        self.text = KeepLine("The words for the paper", self)
        self.owner = NameLine("Owner", self)
        self.due = KeepLine(f"By when? {example_day(desk.today())}", self)
        self.due.setFixedWidth(Typography.current().px(190))
        self.button = PrimaryButton("Propose this change", self)
        self.button.clicked.connect(self._propose)
        self.naming.left.connect(lambda: self._to(self.target))
        self.target.kept.connect(self._after_target)
        self.target.line.textChanged.connect(self._show_how)
        self.how.kept.connect(self._after_how)
        self.text.kept.connect(lambda _text: self._to(self.owner))
        self.owner.kept.connect(lambda _id: self._to(self.due))
        self.due.kept.connect(lambda _text: self._propose())
        self._lines = (self.target, self.how, self.text, self.owner, self.due)
        for line in self._lines:
            line.left.connect(self._leave)
        for named in (self.target, self.how, self.owner):
            named.stepped.connect(named.show_all)
        first, last = QHBoxLayout(), QHBoxLayout()
        for row in (first, last):
            row.setSpacing(8)
        first.addWidget(self.target, 1)
        first.addWidget(self.how, 1)
        last.addWidget(self.owner, 1)
        last.addWidget(self.due)
        last.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.about)
        column.addWidget(self.naming)
        column.addLayout(first)
        column.addWidget(self.text)
        column.addLayout(last)
        self.setFocusProxy(self.target)
        self._show_how()

    def offer(self, workshop: Workshop) -> None:
        """Offer what may be changed, and who may bring it."""
        self.naming.show_workshop(workshop)
        self.target.offer([Choice(each, label) for each, label in targets(workshop)])
        self.owner.offer(member_choices(workshop))
        found = in_hand(workshop, self._desk.focus)
        known = found.changes.get(self.editing) if found else None
        if self.editing and (known is None or known.accepted):
            # It has gone or is settled: what was typed to correct it is kept, as a new one.
            self._correct("")

    def carry(self, lesson: Lesson) -> None:
        """Begin a change with the words and the owner of a lesson."""
        self._correct("")
        self._lesson = lesson.id
        self.about.setText(f"From the lesson: {lesson.text}")
        self.about.show()
        self.text.put(lesson.text)
        self._put = lesson.text
        self.owner.choose(lesson.owner)
        self._to(self.target)

    def load(self, change: Change) -> None:
        """Fill it with a change, to put it right."""
        self._correct(change.id)
        self._lesson = change.lesson
        self.about.hide()
        self.target.choose(change.target)
        self.how.choose(WAYS.get(change.how, ""))
        self.text.put(change.text)
        self._put = ""
        self.owner.choose(change.owner)
        self.due.put(short_day(change.due))
        self._to(self.text)

    def _correct(self, change: str) -> None:
        self.editing = change
        self._head.show_text("Put the change right" if change else "Propose a change")
        self.button.setText("Keep the change" if change else "Propose this change")

    def _after_target(self, target: str) -> None:
        if not target:
            self.target.show_all()
        elif len(way_choices(target)) > 1:
            self._to(self.how)
        else:
            for only in way_choices(target):
                self._begin_with(target, cast(ChangeKind, only.id))
            self._to(self.text)

    def _after_how(self, how: str) -> None:
        self._begin_with(self.target.chosen(), cast(ChangeKind, how))
        self._to(self.text)

    def _begin_with(self, target: str, how: ChangeKind) -> None:
        """Let the present words stand in the line, unless others were typed there."""
        now = words_to_begin_with(self._desk.workshop, target, how)
        if self.text.text() in ("", self._put):
            lesson = self._lesson_words()
            self._put = now or lesson
            self.text.put(self._put)

    def _lesson_words(self) -> str:
        found = in_hand(self._desk.workshop, self._desk.focus)
        known = [each for each in found.lessons if each.id == self._lesson] if found else []
        return known[0].text if known else ""

    def _show_how(self) -> None:
        """Only a value changes in more than one way."""
        choices = way_choices(self.target.chosen()) if self.target.text() else []
        self.how.offer(choices)
        several = len(choices) > 1 and self.target.chosen() in self._desk.workshop.values
        self.how.setVisible(several)

    def _propose(self) -> None:
        target = self.target.chosen()
        ways = way_choices(target)
        how = self.how.chosen() if not self.how.isHidden() else ways[0].id if ways else ""
        if how and how not in {each.id for each in ways}:
            said = "How does it change the value: we will, we will not, or other words?"
            self._desk.refused.emit(said, "")
            self._to(self.how)
            return
        found = in_hand(self._desk.workshop, self._desk.focus)
        today = self._desk.today()
        done = self._desk.do(
            propose_change,
            found.id if found else "",
            target,
            self.text.text(),
            self.owner.chosen(),
            iso_date(self.due.text(), today),
            self.editing,
            today,
            cast(ChangeKind, how),
            self._lesson,
        )
        if done is not None:
            self._clear()
            self.proposed.emit(done.id)

    def _leave(self) -> None:
        """Esc in an empty line leaves a change that was being put right as it is."""
        if self.editing or self._lesson:
            self._clear()
            self.proposed.emit("")

    def _clear(self) -> None:
        self._correct("")
        self._lesson = self._put = ""
        self.about.hide()
        for line in self._lines:
            line.clear()

    def _to(self, line: KeepLine) -> None:
        line.line.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(line)
