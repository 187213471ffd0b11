"""The debrief: four phases of questions, answers without names, verdicts on values, lessons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.rehearsal.debriefing import answer_debrief
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.frame import RehearsalPage
from ui.stages.rehearsal.lessons import LessonLine
from ui.stages.rehearsal.strain import StrainTable
from ui.stages.rehearsal.words import counted, questions
from ui.stages.whole_table import WholeTable
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Eyebrow, Heading, PlainLabel, SectionLabel

_COLUMNS = (Column("Phase", 0.7), Column("Question", 4), Column("Answers", 0.7))


class DebriefPage(RehearsalPage):
    """One question at a time, large; under it the line for what is said."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        inside = self.inside
        self.phase = Eyebrow("", inside)
        self.question = Heading("", inside, size=20)
        self.answer = KeepLine("What was said? No names", inside, chip="no names", tall=48)
        self.answer.kept.connect(self._keep)
        self.answer.stepped.connect(self._step)
        self._answers = PlainLabel("", inside, size=13.5)
        hint = KeyHint([("Enter", "keep it"), ("↑ ↓", "another question")], inside)
        self.table = WholeTable("Questions of the debrief", (), inside)
        self.table.opened.connect(self._go_to)
        self.strain = StrainTable(desk, inside, by_clock=False)
        self.lessons = LessonLine(desk, inside)
        for part in (self.phase, self.question, self.answer, hint, self._answers):
            self.column.addWidget(part)
        self.column.addSpacing(6)
        self.column.addWidget(SectionLabel("Questions", parent=inside))
        self.column.addWidget(self.table)
        self.column.addSpacing(6)
        self.column.addWidget(self.strain)
        self.column.addWidget(self.lessons)
        self.column.addStretch(1)

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show the question in hand, what was said, and everything that came of it."""
        asked = questions(found.pack)
        at = self._at(found)
        given: dict[str, list[str]] = {}
        for question, answer in found.answers:
            given.setdefault(question, []).append(answer)
        if asked:
            phase, minutes, question = asked[at]
            of_phase = [q for p, _, q in asked if p == phase]
            place = f"question {of_phase.index(question) + 1} of {len(of_phase)}"
            self.phase.setText(f"{phase} · {counted(minutes, 'minute', 'minutes')} · {place}")
            self.question.setText(question)
            said = given.get(question, [])
            self._answers.setText("\n".join(f"· {each}" for each in said))
            self._answers.setVisible(bool(said))
        self.answer.setVisible(bool(asked))
        rows = [
            _row(phase, q, len(given.get(q, ())), at == n) for n, (phase, _, q) in enumerate(asked)
        ]
        self.table.show_rows(_COLUMNS, rows)
        self.strain.show_strain(workshop, found)
        self.lessons.show_lessons(found)

    def begin(self) -> None:
        """The keyboard in the answer; the room sees the question."""
        found = self.found
        asked = questions(found.pack) if found else []
        if found is not None and asked:
            self.desk.focus_on(question=asked[self._at(found)][2])
        self.answer.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _at(self, found: Rehearsal) -> int:
        """Which question is in hand: the one in focus, or the first."""
        asked = [question for _, _, question in questions(found.pack)]
        return asked.index(self.desk.focus.question) if self.desk.focus.question in asked else 0

    def _keep(self, text: str) -> None:
        found = self.found
        if found is None:
            return
        question = questions(found.pack)[self._at(found)][2]
        if self.desk.do(answer_debrief, found.id, question, text) is not None:
            self.answer.clear()

    def _step(self, by: int) -> None:
        found = self.found
        asked = questions(found.pack) if found else []
        if found is not None and asked:
            at = min(max(self._at(found) + by, 0), len(asked) - 1)
            self.desk.focus_on(question=asked[at][2])

    def _go_to(self, row: str) -> None:
        found = self.found
        if found is not None:
            self.desk.focus_on(question=row)
            self.answer.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_up(self.question)


def _row(phase: str, question: str, answers: int, in_hand: bool) -> TableRow:
    count = Cell(str(answers) if answers else "")
    return TableRow(question, (Cell(phase, mute=True), Cell(question, bold=in_hand), count))
