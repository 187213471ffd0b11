"""Play: the story's clock, the injects, the decisions, the values under strain and the lessons."""

from typing import Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.guide.scenario import DecisionPoint
from facilitator.stages.rehearsal.injects import play_inject
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.clock import ScenarioClockBar
from ui.stages.rehearsal.decision import DecisionBlock
from ui.stages.rehearsal.frame import RehearsalPage
from ui.stages.rehearsal.injects import InjectPanel, InjectRail, shown_inject
from ui.stages.rehearsal.lessons import LessonLine
from ui.stages.rehearsal.strain import StrainTable
from ui.stages.rehearsal.words import in_hand, inject_of, point_in_hand, started
from ui.widgets.labels import Eyebrow, Heading
from ui.widgets.say_block import SayBlock


class PlayPage(RehearsalPage):
    """The scenario in play. Its left column is the list of injects."""

    shows_prompt = False

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._looked_at = ""
        self._here: frozenset[str] = frozenset()
        self._rail: InjectRail | None = None
        inside = self.inside
        self.eyebrow = Eyebrow("", inside)
        self.clock = ScenarioClockBar(desk, stage, inside)
        self.clock.went_on.connect(self.begin)
        self.question = Heading("", inside)
        self.say = SayBlock(inside)
        self.panel = InjectPanel(desk, inside)
        self.panel.done.connect(self._answered)
        self.decision = DecisionBlock(desk, stage, inside)
        self.decision.put.connect(self._positions)
        self.strain = StrainTable(desk, inside, by_clock=True)
        self.lessons = LessonLine(desk, inside)
        head = QHBoxLayout()
        head.addWidget(self.eyebrow, 1)
        head.addWidget(self.clock)
        self.column.setSpacing(12)
        self.column.addLayout(head)
        for part in (self.question, self.say, self.panel, self.decision):
            self.column.addWidget(part)
        self.column.addSpacing(6)
        self.column.addWidget(self.strain)
        self.column.addWidget(self.lessons)
        self.column.addStretch(1)

    def rail(self) -> QWidget | None:
        """The injects and the roles."""
        if self._rail is None:
            self._rail = InjectRail()
            self._rail.looked_at.connect(self._look_at)
            self._rail.asked.connect(self._play)
            self.show_workshop(self.desk.workshop)
        return self._rail

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the play, or, before there is a scenario, where to choose one."""
        super().show_workshop(workshop)
        if self._rail is not None:
            self._rail.setVisible(in_hand(workshop, self.desk.focus) is not None)

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show everything as it stands."""
        here = frozenset(i for i, played in found.played.items() if played.how != "skipped")
        if here - self._here:
            # News goes before what was only looked at: it may have to be handed over.
            self._looked_at = ""
        self._here = here
        point = point_in_hand(workshop, found, self.desk.focus)
        self.eyebrow.setText(_eyebrow(found, point))
        self.question.setText(point.question if point else self.desk.words(self.step.prompt))
        ask = self.desk.words(self.step.ask)
        words = f"“{self.desk.words(self.step.say)}”" + (" Then ask:" if ask else "")
        self.say.show_script(words, ask)
        self.clock.show_clock(found)
        inject = inject_of(found, self._looked_at or self.panel.held())
        self.panel.show_inject(workshop, found, inject or shown_inject(found, ""))
        self.decision.show_decision(workshop, found, point)
        self.strain.show_strain(workshop, found)
        self.lessons.show_lessons(found)
        if self._rail is not None:
            looked_at = self._looked_at or self.panel.held()
            self._rail.show_injects(workshop, found, looked_at)

    def begin(self) -> None:
        """The keyboard on the clock before it goes, then on the newest inject or the decision."""
        found = self.found
        if found is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not started(found):
            self.clock.start.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.panel.isHidden() and not self.panel.response.isHidden():
            self.panel.response.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.decision.begin()
        self.bring_up(self.eyebrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc takes the inject off the room's screen, or puts away what was looked at."""
        if event.key() == Qt.Key.Key_Escape and self.desk.focus.inject:
            self.desk.focus_on(inject="")
        elif event.key() == Qt.Key.Key_Escape and self._looked_at:
            self._look_at("")
        else:
            super().keyPressEvent(event)

    def leave(self) -> bool:
        """Leave what the ledger asks."""
        return self.decision.ledger.leave_question()

    def _play(self, inject: str, how: str) -> None:
        """Let an inject arrive by hand, or skip it; what goes to everyone fills the screen."""
        found = self.found
        if found is None or not inject:
            return
        chosen = cast(Literal["hand", "skipped"], how)
        if self.desk.do(play_inject, found.id, inject, self.minute, how=chosen) is None:
            return
        self._looked_at = ""
        arrived = inject_of(found, inject)
        if how == "hand" and arrived is not None and arrived.for_everyone:
            self.desk.focus_on(rehearsal=found.id, inject=inject)
        self.show_workshop(self.desk.workshop)

    def _look_at(self, inject: str) -> None:
        self._looked_at = inject
        self.show_workshop(self.desk.workshop)

    def _answered(self) -> None:
        """Go on to the next inject that nobody has answered, or to the decision."""
        self._looked_at = ""
        self.show_workshop(self.desk.workshop)
        self.begin()

    def _positions(self) -> None:
        """Bring the ledger into view, with the keyboard on it."""
        self.decision.ledger.begin()
        self.bring_up(self.decision.ledger)


def _eyebrow(found: Rehearsal, point: DecisionPoint | None) -> str:
    if point is None:
        return f"Play · {found.pack.title}"
    at = found.pack.decision_points.index(point) + 1
    of = len(found.pack.decision_points)
    return f"Decision {at} of {of} · minute {point.at_min} · {found.pack.title}"
