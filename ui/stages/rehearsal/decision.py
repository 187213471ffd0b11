"""A decision in play: what is proposed and why, put to the group, and where everybody stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.events import Event
from facilitator.guide import Stage
from facilitator.guide.scenario import DecisionPoint
from facilitator.rounds import latest_round
from facilitator.stages.rehearsal.deciding import open_decision_round, put_decision
from facilitator.stages.rehearsal.state import Decision, Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.ledger.ledger import PositionLedger
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.words import (
    decision_at,
    in_hand,
    point_in_focus,
    point_in_hand,
    scenario_minute,
)
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import PlainLabel

_LEDGER_TALL = 470


class DecisionBlock(QWidget):
    """The decision point in hand, from the question to the positions.

    `put` when a decision was put to the group, so that the ledger can be brought into view.
    """

    put = Signal()

    def __init__(self, desk: Desk, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stage = stage
        self._point = ""
        self._correcting = False
        self.proposal = KeepLine("What is proposed?", self, tall=48)
        self.reasons = KeepLine("Why? The reasons, in a sentence", self)
        self.put_button = PrimaryButton("Put it to the group", self)
        self.leave_button = QuietButton("Leave it", self)
        self.correct_button = QuietButton("Correct the words", self)
        self.ask_button = QuietButton("Show the question to the room", self)
        self.hide_button = QuietButton("Take it off the room’s screen", self)
        self.back_button = QuietButton("← Decision before", self)
        self.next_button = QuietButton("Next decision →", self)
        self._text = PlainLabel("", self, size=17, weight=700)
        self._why = PlainLabel("", self, size=13, colour=LIGHT.mute)
        self.ledger = PositionLedger(desk, self._open_round, self)
        self.ledger.setMaximumHeight(Typography.current().px(_LEDGER_TALL))
        self.proposal.kept.connect(self._proposed)
        self.reasons.kept.connect(lambda _text: self._put())
        self.put_button.clicked.connect(self._put)
        self.leave_button.clicked.connect(self._leave)
        self.correct_button.clicked.connect(self._correct)
        self.ask_button.clicked.connect(self._show_to_room)
        self.hide_button.clicked.connect(lambda: desk.focus_on(decision=""))
        self.back_button.clicked.connect(lambda: self._go(-1))
        self.next_button.clicked.connect(lambda: self._go(1))
        self._form = QWidget(self)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addWidget(self.proposal)
        form.addWidget(self.reasons)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (
            self.put_button,
            self.leave_button,
            self.correct_button,
            self.ask_button,
            self.hide_button,
            self.back_button,
            self.next_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._text, self._why, self._form):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.ledger)

    def show_decision(
        self, workshop: Workshop, found: Rehearsal, point: DecisionPoint | None
    ) -> None:
        """Show the decision at this point; a pack without decision points has none."""
        self.setVisible(point is not None)
        if point is None:
            return
        put = decision_at(found, point.id)
        if point.id != self._point:
            self._point = point.id
            self._correcting = False
            self.proposal.clear()
            self.reasons.clear()
        last = latest_round(workshop, put.id) if put else None
        asking = put is None or self._correcting
        self._form.setVisible(asking)
        self.put_button.setVisible(asking)
        self.leave_button.setVisible(self._correcting)
        self.correct_button.setVisible(not asking and (last is None or not last.is_open))
        self._text.setVisible(not asking)
        self._why.setVisible(not asking and bool(put and put.reasons))
        self.ledger.setVisible(not asking)
        if put is not None:
            self._text.setText(put.text)
            self._why.setText(f"Because: {put.reasons}" if put.reasons else "")
            self.ledger.show_subject(workshop, put.id)
        shown = point_in_focus(found, self._desk.focus) is not None
        self.ask_button.setVisible(not shown)
        self.ask_button.setText("Show it to the room" if put else "Show the question to the room")
        self.hide_button.setVisible(shown)
        at, points = found.pack.decision_points.index(point), found.pack.decision_points
        self.back_button.setVisible(at > 0)
        self.next_button.setVisible(at + 1 < len(points))

    def begin(self) -> None:
        """The keyboard on what is asked for: the proposal, or the positions."""
        if self._form.isHidden():
            self.ledger.begin()
        else:
            self.proposal.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _proposed(self, text: str) -> None:
        """Enter in the proposal goes on to the reasons, which may be left empty."""
        if text:
            self.reasons.line.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._put()

    def _put(self) -> None:
        found = self._found()
        if found is None:
            return
        before = decision_at(found, self._point)
        done = self._desk.do(
            put_decision,
            found.id,
            self._point,
            before.minute if before else self._minute(found),
            self.proposal.text(),
            self.reasons.text(),
            decision_id=before.id if before else "",
        )
        if done is None:
            self.proposal.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._correcting = False
        self.proposal.clear()
        self.reasons.clear()
        self._desk.focus_on(decision=done.id)
        self._show_again()
        self.put.emit()

    def _correct(self) -> None:
        put = self._decision()
        if put is not None:
            self._correcting = True
            self.proposal.put(put.text)
            self.reasons.put(put.reasons)
            self._show_again()
            self.proposal.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._correcting = False
        self._show_again()
        self.ledger.begin()

    def _show_to_room(self) -> None:
        put = self._decision()
        self._desk.focus_on(decision=put.id if put else self._point)

    def _go(self, by: int) -> None:
        """Take the next decision point, or the one before, and ask the room its question."""
        found = self._found()
        if found is None:
            return
        ids = [point.id for point in found.pack.decision_points]
        point = ids[ids.index(self._point) + by]
        put = decision_at(found, point)
        self._desk.focus_on(decision=put.id if put else point)
        self.begin()

    def _open_round(self) -> Event | None:
        found, put = self._found(), self._decision()
        if found is None or put is None:
            return None
        return self._desk.do(open_decision_round, found.id, put.id)

    def _show_again(self) -> None:
        found = self._found()
        if found is not None:
            workshop = self._desk.workshop
            self.show_decision(workshop, found, point_in_hand(workshop, found, self._desk.focus))

    def _minute(self, found: Rehearsal) -> int:
        return scenario_minute(found, self._stage, self._desk.seconds())

    def _decision(self) -> Decision | None:
        found = self._found()
        return decision_at(found, self._point) if found else None

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)
