"""Lessons: the line that keeps one, and what has been learnt so far."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.stages.rehearsal.debriefing import learn_lesson
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.words import in_hand
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel

MOST = 6
"""Lessons listed under the line; the step “Change the paper” lists them all."""


class LessonLine(QWidget):
    """A line for a lesson, and, where they are `listed`, the lessons under it, newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, listed: bool = True) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listed = listed
        self.line = KeepLine("What did we learn?", self, chip="lesson", tall=48)
        self.line.kept.connect(self._keep)
        self._lessons = PlainLabel("", self, size=13, colour=LIGHT.mute)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self._lessons)
        self.setFocusProxy(self.line)

    def show_lessons(self, found: Rehearsal) -> None:
        """Show what has been learnt."""
        texts = [lesson.text for lesson in reversed(found.lessons)]
        lines = [f"· {text}" for text in texts[:MOST]]
        if len(texts) > MOST:
            lines.append(f"and {len(texts) - MOST} more")
        self._lessons.setText("\n".join(lines))
        self._lessons.setVisible(self._listed and bool(texts))

    def _keep(self, text: str) -> None:
        found = in_hand(self._desk.workshop, self._desk.focus)
        rehearsal = found.id if found else ""
        if self._desk.do(learn_lesson, rehearsal, text) is not None:
            self.line.clear()
