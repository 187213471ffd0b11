"""The debrief: four phases with their clocks, a question at a time, and what each is asked over."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.debriefing.answers import Answers
from ui.stages.rehearsal.debriefing.lessons import LessonLine, LessonTable
from ui.stages.rehearsal.debriefing.memory import Memory
from ui.stages.rehearsal.debriefing.phases import PhaseBar
from ui.stages.rehearsal.feeling.pictures import (
    PICTURE_KEYS,
    FeelingsInRoom,
    StrainInRoom,
    leave_picture,
)
from ui.stages.rehearsal.frame import RehearsalPage
from ui.stages.rehearsal.playing.strain import StrainTable
from ui.stages.rehearsal.words import counted, questions
from ui.stages.scrolled import follow
from ui.stages.whole_table import WholeTable
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.labels import Eyebrow, Heading, SectionLabel

_COLUMNS = (Column("Phase", 0.7), Column("Question", 4), Column("Answers", 0.7))
_KEYS = (
    ("Ctrl+↓", "begin the next phase"),
    ("Ctrl+↑", "begin the phase before"),
)
FEEL, RETRACE, STRAIN = "feel", "retrace", "strain"


class DebriefPage(RehearsalPage):
    """One question at a time, large; under it the line for what is said, and what helps to answer.

    With the questions of Feel stand the feelings, with those of Retrace the memory of the play,
    with those of Strain the values. Lessons are learnt in every phase.
    """

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        inside = self.inside
        self.phases = PhaseBar(desk, inside)
        self.phases.begun.connect(self._begun)
        self.phase = Eyebrow("", inside)
        self.question = Heading("", inside, size=20)
        self.answers = Answers(desk, inside)
        self.answers.stepped.connect(self._step)
        self.answer = self.answers.line
        self.feelings = FeelingsInRoom(desk, inside)
        self.memory = Memory(inside)
        self.strain = StrainTable(desk, inside, by_clock=False)
        self.strain_picture = StrainInRoom(desk, inside)
        self.lessons = LessonLine(desk, inside, listed=False)
        self.lesson_table = LessonTable(desk, inside)
        self.lesson_table.reworded.connect(self._reword)
        self.table = WholeTable("Questions of the debrief", (), inside)
        self.table.opened.connect(self._go_to)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self.phases, self.phase, self.question, self.answers),
            (self.feelings, self.memory, self.strain, self.strain_picture),
            (self.lessons, self.lesson_table),
            (SectionLabel("Questions", parent=inside), self.table),
        )
        for group in groups:
            for part in group:
                self.column.addWidget(part)
            self.column.addSpacing(6)
        self.column.addStretch(1)
        if self.area is not None:
            helping = (self.answers.table, self.memory.table, self.strain.table)
            for table in (*helping, self.lesson_table.table, self.table):
                follow(self.area, table)

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show the question in hand, what was said, and everything that came of it."""
        asked = questions(found.pack)
        at = self._at(found)
        given: dict[str, int] = {}
        for each, _ in found.answers:
            given[each] = given.get(each, 0) + 1
        named = ""
        if asked:
            named, minutes, question = asked[at]
            of_phase = [q for p, _, q in asked if p == named]
            place = f"question {of_phase.index(question) + 1} of {len(of_phase)}"
            self.phase.setText(f"{named} · {counted(minutes, 'minute', 'minutes')} · {place}")
            self.question.setText(question)
            self.answers.show_answers(found, question)
        self.answers.setVisible(bool(asked))
        self.phases.show_phase(found)
        rows = [_row(phase, q, given.get(q, 0), at == n) for n, (phase, _, q) in enumerate(asked)]
        self.table.show_rows(_COLUMNS, rows)
        self._show_helps(workshop, found, named.casefold())
        self.lessons.show_lessons(found)
        self.lesson_table.show_lessons(workshop, found)

    def _show_helps(self, workshop: Workshop, found: Rehearsal, phase: str) -> None:
        """What helps to answer: another thing in each phase, and what no phase asks for always."""
        named = {each.phase.casefold() for each in found.pack.debrief}
        helps: tuple[tuple[str, QWidget], ...] = (
            (FEEL, self.feelings),
            (RETRACE, self.memory),
            (STRAIN, self.strain),
            (STRAIN, self.strain_picture),
        )
        for of, part in helps:
            part.setVisible(phase == of or of not in named)
        self.feelings.show_picture(workshop, found)
        self.memory.show_memory(workshop, found)
        self.strain.show_strain(workshop, found)
        self.strain_picture.show_picture(workshop, found)

    def begin(self) -> None:
        """The keyboard in the answer; the room sees the question; a fresh debrief begins."""
        found = self.found
        if found is not None:
            self.phases.begin(fresh=not found.answers)
        found = self.found
        asked = questions(found.pack) if found else []
        if found is not None and asked:
            self.desk.focus_on(question=asked[self._at(found)][2])
        self.answer.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the phases and of the pictures."""
        return (*_KEYS, *PICTURE_KEYS)

    def tick(self, now: float) -> None:
        """The clock of the phase."""
        self.phases.tick(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc takes a picture off the room's screen."""
        if event.key() != Qt.Key.Key_Escape or not leave_picture(self.desk):
            super().keyPressEvent(event)

    def _at(self, found: Rehearsal) -> int:
        """Which question is in hand: the one in focus, or the first of the phase in hand."""
        asked = questions(found.pack)
        in_focus = [question for _, _, question in asked]
        if self.desk.focus.question in in_focus:
            return in_focus.index(self.desk.focus.question)
        phase = found.phase.phase if found.phase else ""
        return next((at for at, each in enumerate(asked) if each[0] == phase), 0)

    def _begun(self, phase: str) -> None:
        """Go to the first question of the phase that has begun; typing goes on after the last."""
        found = self.found
        first = [q for p, _, q in questions(found.pack) if p == phase] if found else []
        if first:
            self._go_to(first[0])
        else:
            self.answer.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        found = self.found
        asked = questions(found.pack) if found else []
        if found is not None and asked:
            at = min(max(self._at(found) + by, 0), len(asked) - 1)
            self.desk.focus_on(question=asked[at][2])

    def _go_to(self, question: str) -> None:
        if self.found is not None:
            self.desk.focus_on(question=question)
            self.answer.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_up(self.phases)

    def _reword(self, lesson: str) -> None:
        found = self.found
        known = [each for each in found.lessons if each.id == lesson] if found else []
        if known:
            self.lessons.correct(known[0])
            self.bring_up(self.lessons)


def _row(phase: str, question: str, answers: int, in_hand: bool) -> TableRow:
    count = Cell(str(answers) if answers else "")
    return TableRow(question, (Cell(phase, mute=True), Cell(question, bold=in_hand), count))
