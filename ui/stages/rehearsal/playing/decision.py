"""A decision in play: called, put to the group with its reasons, and where everybody stands.

options.py   the ways out, as cards
speaking.py  the reasons, and who says it in public
"""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.events import Event
from facilitator.guide import Stage
from facilitator.guide.scenario import DecisionPoint
from facilitator.rounds import Round, latest_round
from facilitator.stages.rehearsal.deciding import (
    call_decision,
    is_decided,
    open_decision_round,
    put_decision,
)
from facilitator.stages.rehearsal.state import Decision, Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.ledger.actions import Action, ActionRow
from ui.stages.ledger.ledger import PositionLedger
from ui.stages.rehearsal.fields import KeepLine
from ui.stages.rehearsal.playing.decision_words import option_cards, time_left
from ui.stages.rehearsal.playing.options import OptionRow
from ui.stages.rehearsal.playing.speaking import AfterDeciding
from ui.stages.rehearsal.words import (
    decision_at,
    in_hand,
    point_in_focus,
    point_in_hand,
    scenario_minute,
    scenario_seconds,
)
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel

_LEDGER_TALL = 470
Mode = Literal["", "another", "correct"]
"""Whether words are asked for: another way than the options, or other words for what was put."""


class DecisionBlock(QWidget):
    """The decision point in hand, from the question to the positions.

    `put` when a decision was put to the group, so that the ledger can be brought into view.
    """

    put = Signal()

    def __init__(self, desk: Desk, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stage = stage
        self._rehearsal = self._point = ""
        self._mode: Mode = ""
        self._was_due = False
        self.resting = False
        """Whether the page asks for something else, so that nothing here is filled."""
        # What was typed at a point is there again when one comes back to it.
        self._drafts: dict[tuple[str, str], tuple[str, str]] = {}
        self.clock = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.options = OptionRow(self)
        self.options.chosen.connect(self.choose)
        self.proposal = KeepLine("What is proposed?", self, tall=48)
        self.reasons = KeepLine("Why? The reasons, in a sentence", self)
        self.proposal.kept.connect(self._proposed)
        self.reasons.kept.connect(lambda _text: self._put())
        for line in (self.proposal, self.reasons):
            line.left.connect(self._leave)
        self.row = ActionRow(self)
        self._text = PlainLabel("", self, size=17, weight=700)
        self.after = AfterDeciding(desk, self)
        self.ledger = PositionLedger(desk, self._open_round, self)
        self.ledger.setMaximumHeight(Typography.current().px(_LEDGER_TALL))
        self._form = QWidget(self)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addWidget(self.proposal)
        form.addWidget(self.reasons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        parts = (self.clock, self.options, self._text, self._form, self.row)
        for part in (*parts, self.ledger, self.after):
            column.addWidget(part)

    def show_decision(
        self, workshop: Workshop, found: Rehearsal, point: DecisionPoint | None
    ) -> None:
        """Show the decision at this point; a pack without decision points has none."""
        self.setVisible(point is not None)
        if point is None:
            return
        put = decision_at(found, point.id)
        if (found.id, point.id) != (self._rehearsal, self._point):
            self._take_point(found.id, point.id)
        last = latest_round(workshop, put.id) if put else None
        asking = bool(self._mode) or (put is None and not point.options)
        self._form.setVisible(asking)
        self.options.setVisible(bool(point.options))
        self.options.show_items(option_cards(workshop, found, point, put))
        beside = put is not None and (not point.options or not put.option)
        self._text.setVisible(beside and not asking)
        self.ledger.setVisible(put is not None and not asking)
        self.after.setVisible(put is not None and not asking)
        if put is not None:
            self._text.setText(put.text)
            self.ledger.show_subject(workshop, put.id)
            self.ledger.rest(self.resting)
            self._give_room()
            self.after.show_decision(workshop, found, put)
        self.row.show_actions(self._actions(workshop, found, point, put, last, asking=asking))
        self._was_due = self._due(found, point)
        self.tick(self._desk.seconds())

    def tick(self, now: float) -> None:
        """Show how long there is to decide."""
        found = self._found()
        words = time_left(found, self._point, now, self._decided()) if found else ""
        self.clock.setVisible(bool(words))
        if words != self.clock.text():
            self.clock.setText(words)
        point = self._point_now()
        due = found is not None and point is not None and self._due(found, point)
        if due != self._was_due:
            self._was_due = due
            self._show_again()

    def begin(self) -> None:
        """The keyboard on what is asked for: the options, the proposal, or the positions."""
        if not self._form.isHidden():
            self.proposal.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.ledger.isHidden():
            self.ledger.begin()
        elif self.options.cards():
            self.options.cards()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, key: str) -> bool:
        """A key of an option or of a button, while no field has the keyboard; whether it was."""
        if self.isHidden():
            return False
        if not self.options.isHidden() and self._form.isHidden() and self.options.by_key(key):
            return True
        action = self.row.of_key(key)
        if action is not None:
            action.act()
        return action is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """From any card or button here: its own key, else one that the positions show."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and self.take_key(event.text().upper()):
            return
        if self.ledger.isHidden() or not self.ledger.take_key(event):
            super().keyPressEvent(event)

    def choose(self, option: str) -> None:
        """Put one of the options to the group; without an id ask for another way."""
        found, point = self._found(), self._point_now()
        if found is None or point is None:
            return
        before = decision_at(found, point.id)
        last = latest_round(self._desk.workshop, before.id) if before else None
        if before is not None and before.option == option and option:
            self.begin()
        elif last is not None and last.is_open:
            reason = "A round is open on what was put. Lock it first, then put another way."
            self._desk.refused.emit(reason, "")
        elif self._decided():
            self._desk.refused.emit("This is decided. Take the next decision in hand.", "")
        elif option:
            # Before anybody was asked it is only corrected; afterwards it is another decision.
            known = before.id if before and last is None else ""
            self._keep(found, "", before.reasons if before and known else "", option, known)
        else:
            self._mode = "another"
            self._show_again()
            self.proposal.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def call(self) -> None:
        """Call for the decision: its minutes run, and the room sees the question."""
        found = self._found()
        if found is None:
            return
        second = scenario_seconds(found, self._stage, self._desk.seconds())
        if self._desk.do(call_decision, found.id, self._point, second) is not None:
            self._desk.focus_on(decision=self._in_focus(), inject="")
            self._show_again()
            self.begin()

    def _actions(
        self,
        workshop: Workshop,
        found: Rehearsal,
        point: DecisionPoint,
        put: Decision | None,
        last: Round | None,
        *,
        asking: bool,
    ) -> list[Action]:
        called = point.id in found.called
        shown = point_in_focus(found, self._desk.focus) is not None
        ids = [each.id for each in found.pack.decision_points]
        at = ids.index(point.id)
        actions = []
        if put is None and not called:
            primary = self._fills(found) and self._due(found, point)
            actions.append(Action("Call the decision", self.call, "C", primary=primary))
        if asking:
            primary = (called or put is not None) and self._fills(found)
            actions.append(Action("Put it to the group", self._put, primary=primary))
        if self._mode:
            actions.append(Action("Leave it", self._leave))
        if put is not None and not asking and (last is None or not last.is_open):
            actions.append(Action("Correct the words", self._correct))
        if shown:
            hide = Action("Take it off the room’s screen", self._hide)
            actions.append(hide)
        else:
            words = "Show it to the room" if put else "Show the question to the room"
            actions.append(Action(words, self._show_to_room))
        if at > 0:
            actions.append(Action("← Decision before", lambda: self._go(-1)))
        if at + 1 < len(ids):
            actions.append(Action("Next decision →", lambda: self._go(1)))
        return actions

    def _fills(self, found: Rehearsal) -> bool:
        """Whether a button here is the one to press: the story goes, and nothing else is asked."""
        return found.clock.running and not self.resting

    def _due(self, found: Rehearsal, point: DecisionPoint) -> bool:
        """Whether its minute has come."""
        second = scenario_seconds(found, self._stage, self._desk.seconds())
        return second >= point.at_min * 60

    def _give_room(self) -> None:
        """Let the ledger show its rows, as many as fit under the question on a small laptop."""
        table = self.ledger.table
        around = self.ledger.sizeHint().height() - table.sizeHint().height()
        most = Typography.current().px(_LEDGER_TALL)
        self.ledger.setMinimumHeight(min(most, around + table.maximumHeight()))

    def _take_point(self, rehearsal: str, point: str) -> None:
        """Another point: what was typed at the one before waits there."""
        before, now = (self._rehearsal, self._point), (rehearsal, point)
        typed = self.proposal.text() or self.reasons.text()
        if self._point and typed and self._mode != "correct":
            self._drafts[before] = (self.proposal.text(), self.reasons.text())
        text, why = self._drafts.pop(now, ("", ""))
        self._rehearsal, self._point = now
        self._mode = "another" if text or why else ""
        self.proposal.put(text)
        self.reasons.put(why)

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
        last = latest_round(self._desk.workshop, before.id) if before else None
        corrected = before is not None and (self._mode == "correct" or last is None)
        known = before.id if before and corrected else ""
        option = before.option if before and self._mode == "correct" else ""
        if not self._keep(found, self.proposal.text(), self.reasons.text(), option, known):
            self.proposal.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, found: Rehearsal, text: str, why: str, option: str, known: str) -> bool:
        """Put a decision, or correct the known one; False when it was refused."""
        before = found.decisions.get(known)
        minute = before.minute if before else self._minute(found)
        about = (found.id, self._point, minute)
        done = self._desk.do(put_decision, *about, text, why, option, decision_id=known)
        if done is None:
            return False
        self._mode = ""
        self.proposal.clear()
        self.reasons.clear()
        self._desk.focus_on(decision=done.id, inject="")
        self._show_again()
        self.put.emit()
        return True

    def _correct(self) -> None:
        put = self._decision()
        if put is not None:
            self._mode = "correct"
            self.proposal.put(put.text)
            self.reasons.put(put.reasons)
            self._show_again()
            self.proposal.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if not self._mode:
            return
        self._mode = ""
        self.proposal.clear()
        self.reasons.clear()
        self._show_again()
        self.begin()

    def _in_focus(self) -> str:
        put = self._decision()
        return put.id if put else self._point

    def _show_to_room(self) -> None:
        self._desk.focus_on(decision=self._in_focus(), inject="")

    def _hide(self) -> None:
        self._desk.focus_on(decision="")

    def _go(self, by: int) -> None:
        """Take the next decision point, or the one before, and ask the room its question."""
        found = self._found()
        if found is None:
            return
        ids = [point.id for point in found.pack.decision_points]
        self.take_in_hand(ids[ids.index(self._point) + by])

    def take_in_hand(self, point: str) -> None:
        """Take a decision point in hand, and ask the room its question."""
        found = self._found()
        put = decision_at(found, point) if found else None
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

    def _decided(self) -> bool:
        found = self._found()
        return found is not None and is_decided(self._desk.workshop, found, self._point)

    def _point_now(self) -> DecisionPoint | None:
        found = self._found()
        points = found.pack.decision_points if found else ()
        return next((each for each in points if each.id == self._point), None)

    def _found(self) -> Rehearsal | None:
        return in_hand(self._desk.workshop, self._desk.focus)
