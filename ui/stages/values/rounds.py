"""Rounds on a value: its wording and what changed, its behaviours, and where everybody stands."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.events import Event
from facilitator.explain import rule_in_words
from facilitator.guide import Stage, Step
from facilitator.rounds import Round, latest_round
from facilitator.stages.values import (
    CLOSED,
    Value,
    on_the_table,
    open_value_round,
    rounds_are_done,
    standing,
)
from facilitator.trio import trio_away
from facilitator.wording import shortened
from facilitator.wording_diff import differences
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.ledger.actions import Action
from ui.stages.ledger.ledger import PositionLedger
from ui.stages.ledger.next_steps import NEXT_ROUND
from ui.stages.page import SideNote
from ui.stages.scrolled import scrolled
from ui.stages.values.columns import BehaviourColumns
from ui.stages.values.endings import (
    Intent,
    amending,
    can_take,
    merging,
    parking,
    proposing,
    reopening,
    withdrawing,
)
from ui.stages.values.forms import AskForm
from ui.stages.values.in_hand import (
    beforehand,
    ending_words,
    how_it_moved,
    in_hand,
    mark,
    next_open,
    revised_words,
    standing_words,
    wording_before,
)
from ui.stages.values.laid_aside import FormsLaidAside, Place, place_of
from ui.stages.values.rail import RailItem, ValueRail
from ui.stages.values.trio import TrioStrip, reporting, sending
from ui.stages.values.value_page import ValuePage
from ui.theme.tokens import LIGHT
from ui.widgets.labels import Eyebrow, PlainLabel
from ui.widgets.notices import EmptyState
from ui.widgets.wording import WordingView


class RoundsPage(ValuePage):
    """The negotiation of the value in hand."""

    shows_prompt = False

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._intent: Intent | None = None
        self._place = Place()
        self._laid_aside = FormsLaidAside()
        self._shown = ""
        self._rail: ValueRail | None = None
        self.empty = EmptyState(
            "No value is on the table yet",
            "Propose one here, or go back to “Propose”. Then take it round the room.",
            "Propose a value",
            parent=self,
        )
        self.empty.acted.connect(self._propose)
        self.eyebrow = Eyebrow("", self)
        self.wording = WordingView(self)
        self.ended = PlainLabel("", self, colour=LIGHT.mute)
        self.behaviours = BehaviourColumns(self)
        self.form = AskForm(self)
        self.form.kept.connect(self._keep)
        self.form.left.connect(self._leave)
        self.trio = TrioStrip(desk, self)
        self.trio.back.connect(self._hear_trio)
        desk.refused.connect(self._refused)
        self.note = PlainLabel("", self, size=13, colour=LIGHT.gold)
        self.ledger = PositionLedger(desk, self._open_round, self, arrange=self._arrange)
        self.trio.stepped.connect(self.ledger.table.step)
        send = QShortcut(QKeySequence("Ctrl+T"), self)
        send.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        send.activated.connect(self._send_or_hear_trio)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for part in (
            self.eyebrow,
            self.wording,
            self.ended,
            self.form,
            self.trio,
            self.behaviours,
            self.note,
            self.empty,
        ):
            inside.addWidget(part)
        inside.addSpacing(6)
        inside.addWidget(self.ledger, 1)
        inside.addStretch(0)
        self._scroll = scrolled(content, "The value in hand")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def rail(self) -> QWidget | None:
        """The values on the table, to take one in hand."""
        if self._rail is None:
            self._rail = ValueRail()
            self._rail.chosen.connect(self.take_in_hand)
            self._rail.entered.connect(self.begin)
            self._rail.propose_asked.connect(self._propose)
            self.show_workshop(self.desk.workshop)
        return self._rail

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the value in hand as it stands."""
        value = in_hand(workshop, self.desk.focus.value)
        # A form is about the value it was opened on: it waits until that is in hand again.
        other = value is not None and self._shown not in ("", value.id)
        over = other and self._intent is not None
        self._shown = value.id if value is not None else self._shown
        if over:
            self._put_away()
        self.empty.setVisible(value is None and self.form.isHidden())
        self.trio.show_trio(workshop, trio_away(workshop, value.id) if value else None)
        # Each is told once whether it is seen: a part that went and came again would have
        # everything under it laid out and painted twice for every key.
        named = value is not None and bool(value.will or value.will_not)
        for part in (self.eyebrow, self.wording, self.ledger):
            part.setVisible(value is not None)
        note = (beforehand(workshop, value) or revised_words(value)) if value is not None else ""
        if note != self.note.text():
            self.note.setText(note)
        self.note.setVisible(bool(note) and self.form.isHidden())
        self.ended.setVisible(value is not None and value.ending is not None)
        # A small laptop has no room for both; the room's screen shows them all the time.
        self.behaviours.setVisible(named and self.form.isHidden() and self.trio.isHidden())
        if self._rail is not None:
            self._rail.show_values(rail_items(workshop), value.id if value else "")
        if value is None:
            return
        if self.desk.focus.value != value.id:
            # From now on it stays in hand, also when it is agreed and others are not.
            self.desk.focus_on(value=value.id)
            return
        self.eyebrow.setText(_eyebrow(workshop, value))
        before = wording_before(workshop, value)
        self.wording.show_pieces(differences(before or value.wording, value.wording))
        ended = ending_words(workshop, value)
        self.ended.setText(ended[:1].upper() + ended[1:])
        self.behaviours.show_behaviours(value.will, value.will_not)
        self.ledger.remark = rule_in_words(workshop.rule)
        self.ledger.show_subject(workshop, value.id)
        if other:
            self._open_again(value)
        if over and self.isVisible():
            self.begin()

    def tick(self, now: float) -> None:
        """Show how long a trio still has."""
        self.trio.tick(now)

    def begin(self) -> None:
        """The keyboard goes to an open form, else to the first organisation to be heard."""
        if self._intent is not None:
            self.form.begin()
        elif in_hand(self.desk.workshop, self.desk.focus.value) is None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ledger.begin()

    def side_notes(self, workshop: Workshop) -> tuple[SideNote, ...]:
        """How the wording of the value in hand moved."""
        value = in_hand(workshop, self.desk.focus.value)
        if value is None:
            return ()
        return (SideNote("How the wording moved", how_it_moved(workshop, value)),)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves an open form, also when the keyboard is on the ledger."""
        if event.key() == Qt.Key.Key_Escape and self.leave():
            return
        if not self.ledger.take_key(event):
            super().keyPressEvent(event)

    def leave(self) -> bool:
        """Leave an open form, or what the ledger asks."""
        if self._intent is None:
            return self.ledger.leave_question()
        self._leave()
        return True

    def take_in_hand(self, value: str) -> None:
        """Take another value in hand; an open form waits for the one that it is about."""
        self.desk.focus_on(value=value)

    def _open_round(self) -> Event | None:
        return self.desk.do(open_value_round, self.desk.focus.value)

    def _arrange(self, workshop: Workshop, own: list[Action]) -> list[Action]:
        """The ledger's actions and the value's own; the one that the state asks for is filled."""
        value = in_hand(workshop, self.desk.focus.value)
        if value is None:
            return own
        history = Action("History", lambda: self._show_history(value.id), "Ctrl+Shift+H")
        return [*self._actions(workshop, value, own), history]

    def _show_history(self, value: str) -> None:
        self.desk.history_asked.emit(value)

    def _actions(self, workshop: Workshop, value: Value, own: list[Action]) -> list[Action]:
        last = latest_round(workshop, value.id)
        if standing(workshop, value.id) in CLOSED:
            return self._closed_actions(workshop, value)
        park = Action("Park", lambda: self._ask(parking(self.desk, value)), "P")
        withdraw = Action("Withdraw", lambda: self._ask(withdrawing(self.desk, value)), "X")
        if last is not None and last.is_open:
            return [*own, park, withdraw]
        amend = Action("Amend the wording", lambda: self._ask(amending(self.desk, value)), "E")
        made = self._round_actions(workshop, value, own, amend, park)
        if last is not None and any(p.waits for p in last.standing().values()):
            away = trio_away(workshop, value.id)
            label = "They are back" if away else "Send a trio"
            made.insert(len(made) - 1, Action(label, self._send_or_hear_trio, "Ctrl+T"))
        if can_take(workshop, value):
            made.append(Action("Merge", lambda: self._ask(merging(self.desk, value)), "M"))
        made.append(withdraw)
        return made

    def _round_actions(
        self, workshop: Workshop, value: Value, own: list[Action], amend: Action, park: Action
    ) -> list[Action]:
        """Open the next round, amend, or park: whichever comes next stands first."""
        last = latest_round(workshop, value.id)
        if last is None:
            return [*own, amend, park]
        if rounds_are_done(workshop, value.id):
            reopen = Action("Reopen", lambda: self._ask(reopening(self.desk, value)), "O")
            answer = [replace(a, primary=False) for a in own if a.keys != NEXT_ROUND]
            return [replace(park, primary=True), *answer, amend, reopen]
        label = f"Open round {last.number + 1}"
        answer = [a for a in own if a.keys != NEXT_ROUND]
        amend_first = not answer and _wording_is_in_the_way(workshop, value, last)
        onward = not answer and not amend_first
        next_round = Action(label, self.ledger.open_next, NEXT_ROUND, primary=onward)
        amend = replace(amend, primary=amend_first)
        both = [amend, next_round] if amend_first or answer else [next_round, amend]
        return [*answer, *both, park]

    def _closed_actions(self, workshop: Workshop, value: Value) -> list[Action]:
        made = []
        if coming := next_open(workshop, value.id):
            title = shortened(coming.title, 40)
            made.append(
                Action(f"Next: {title}", lambda: self._go_to(coming.id), NEXT_ROUND, primary=True)
            )
        made.append(Action("Reopen", lambda: self._ask(reopening(self.desk, value)), "O"))
        return made

    def _go_to(self, value: str) -> None:
        self.take_in_hand(value)
        self.ledger.begin()

    def _send_or_hear_trio(self) -> None:
        if self.ledger.asking.is_busy or self._intent is not None:
            return  # Something is being typed already.
        value = in_hand(self.desk.workshop, self.desk.focus.value)
        if value is not None and trio_away(self.desk.workshop, value.id) is None:
            self._ask(sending(self.desk, value, self.ledger.table.current_id()))
        elif value is not None:
            self._hear_trio()

    def _hear_trio(self) -> None:
        value = in_hand(self.desk.workshop, self.desk.focus.value)
        away = trio_away(self.desk.workshop, value.id) if value else None
        if away is not None:
            self._ask(reporting(self.desk, away))

    def _refused(self, _reason: str, offer: str) -> None:
        """The next round waits for the trio: ask at once what it brought."""
        if offer == "trio" and self.isVisible():
            self._hear_trio()

    def _propose(self) -> None:
        self._ask(proposing(self.desk))

    def _ask(self, intent: Intent) -> None:
        self._put_away()
        value = in_hand(self.desk.workshop, self.desk.focus.value)
        self._intent = intent
        self._place = place_of(self.desk.workshop, value.id if value else "")
        for part in (self.empty, self.behaviours, self.note):
            part.hide()
        self.ledger.rest(True)
        typed = self._laid_aside.typed(self._place, intent)
        self.form.ask(intent.question, intent.fields, intent.keep, typed)
        self._scroll.ensureWidgetVisible(self.form)

    def _open_again(self, value: Value) -> None:
        """Open the form again that was being filled when another value was taken in hand."""
        intent, lost = self._laid_aside.open_again(place_of(self.desk.workshop, value.id))
        if lost:
            self.desk.refused.emit(
                "The value is not as it was when this was typed, so it is not kept: "
                f"“{lost}”. Write it again where it belongs.",
                "",
            )
        if intent is not None:
            # Whoever goes through the list of values stays there.
            before = self.window().focusWidget()
            self._ask(intent)
            if before is not None and not self.isAncestorOf(before):
                before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, said: dict[str, str]) -> None:
        intent, place = self._intent, self._place
        if intent is not None and intent.act(said) is not None:
            # The first that is proposed is in hand already, and has put its form away.
            self._laid_aside.forget(place, intent)
            self._leave()

    def _leave(self) -> None:
        intent, self._intent = self._intent, None
        if intent is not None:
            self._laid_aside.forget(self._place, intent)
        self._put_away()
        self.show_workshop(self.desk.workshop)
        self.begin()

    def _put_away(self) -> None:
        """Put a form away; what was typed into it is laid aside."""
        if self._intent is not None and self.form.is_touched():
            self._laid_aside.lay(self._place, self._intent, self.form.answers())
        elif self._intent is not None:
            self._laid_aside.forget(self._place, self._intent)
        self._intent = None
        self.form.close_up()
        self.ledger.rest(False)


def rail_items(workshop: Workshop) -> list[RailItem]:
    """Every value as the list in the left column shows it."""
    return [
        RailItem(v.id, v.title, standing_words(workshop, v.id), mark(workshop, v.id))
        for v in on_the_table(workshop)
    ]


def _eyebrow(workshop: Workshop, value: Value) -> str:
    parts = ["Negotiate", value.title]
    name = workshop.organisation_name
    history = [f"proposed by {name(value.proposed_by)}"] if value.proposed_by else []
    if value.amendments:
        by = value.amendments[-1].by
        history.append(f"amended by {name(by)}" if by else "amended")
    if history:
        parts.append(", ".join(history))
    return " · ".join(parts)


def _wording_is_in_the_way(workshop: Workshop, value: Value, last: Round) -> bool:
    """Whether another wording, rather than another round on the same one, should come next.

    Not where the quorum was missed, nor where all that was objected or asked has been answered
    since: then the next round can decide. Whoever asks has seen that nobody waits for an answer.
    """
    if standing(workshop, value.id) != "not_agreed":
        return False
    return last.result is not None and last.result.outcome not in (
        "not_adopted_quorum",
        "not_adopted_objection",
        "not_adopted_question",
    )
