"""The ledger: where every organisation stands on one subject, by one key or one click each."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.afterwards import take_late_position
from facilitator.answering import settle
from facilitator.attendance import arrive
from facilitator.decision import AGREED, CODES, Category, Code, Position, tally
from facilitator.events import Event, Refused
from facilitator.rounds import (
    Round,
    latest_round,
    lock_round,
    rounds_about,
    take_position,
    take_positions,
)
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.ledger.actions import Action, ActionRow
from ui.stages.ledger.rows import columns, rows, sentence, to_settle, unheard
from ui.stages.ledger.table import LedgerTable
from ui.stages.ledger.words import HereOffer, WordsEditor
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.position_bar import PositionBar

_NEED_WORDS: frozenset[Code] = frozenset({"reservation", "stand_aside", "need_more", "object"})
_HINTS = (
    ("1–7", "position"),
    ("↑ ↓", "organisation"),
    ("A", "everyone here agrees"),
    ("R", "how it was settled"),
    ("L", "lock"),
)

Arrange = Callable[[Workshop, list[Action]], list[Action]]
"""What a page makes of the ledger's own actions: its own beside them, and which comes first."""


class PositionLedger(QWidget):
    """Where every organisation stands on one subject: bar, table, words, and what can be done.

    `open_round` opens the next round on the subject through the desk; None when it was refused.
    `arrange` puts a page's own actions beside the ledger's. `remark` stands beside the buttons.
    """

    def __init__(
        self,
        desk: Desk,
        open_round: Callable[[], Event | None],
        parent: QWidget | None = None,
        *,
        arrange: Arrange | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open_round = open_round
        self._arrange = arrange
        self._subject = ""
        self._shown: object = None
        self._resting = False
        self._offer = ""
        self._asked: tuple[str, Code | None] = ("", None)
        self._retry: Callable[[], object] | None = None
        self.remark = ""
        self.bar = PositionBar(self)
        self.table = LedgerTable(self)
        self.table.asked.connect(lambda key, _organisation: self._key(key))
        self.table.chosen.connect(self.take)
        self.table.opened.connect(lambda _organisation: self._correct())
        self.editor = WordsEditor(self)
        self.editor.kept.connect(self._keep_words)
        self.editor.as_reservation.connect(self._as_reservation)
        self.editor.left.connect(self._leave)
        self.here_offer = HereOffer(self)
        self.here_offer.accepted.connect(self._mark_here)
        self.here_offer.left.connect(self._leave)
        self.sentence = PlainLabel("", self, size=14, weight=600)
        self.action_row = ActionRow(self)
        self._hint = KeyHint(_HINTS, self)
        desk.refused.connect(self._refused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        for part in (self.editor, self.here_offer, self.sentence, self.action_row, self._hint):
            column.addWidget(part)
        column.addStretch(0)
        self.setFocusProxy(self.table)

    def show_subject(self, workshop: Workshop, subject: str) -> None:
        """Show where everybody stands on a subject (a value, a draft or a decision, by its id)."""
        other = subject != self._subject
        self._subject = subject
        if other:
            self._put_away()
        about = rounds_about(workshop, subject)
        here = self._here()
        shown = (subject, about, here, list(workshop.organisations.values()))
        last = about[-1] if about else None
        if shown != self._shown:
            self._shown = shown
            self.bar.show_counts(list(tally(last.standing()).items()) if last else [])
            self.table.show_organisations(columns(about), rows(workshop, about, here))
            if other or not self.table.current_id():
                self._go_to_first()
        self.sentence.setText(sentence(workshop, last, here))
        own = self._own_actions(workshop, last)
        self.action_row.show_actions(
            self._arrange(workshop, own) if self._arrange else own, self.remark
        )
        self._show_parts()

    def rest(self, resting: bool) -> None:
        """Offer nothing while the page asks for something else, so that one button is filled."""
        self._resting = resting
        self._show_parts()

    def begin(self) -> None:
        """Put the keyboard on the first organisation to be heard, or else to be answered."""
        self._put_away()
        current = self._round()
        waiting = unheard(self._desk.workshop, current, self._here())
        if not waiting and current is not None and (open_point := to_settle(current)):
            waiting = [open_point.organisation]
        self.table.go_to(next(iter(waiting), self.table.current_id()))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, code: Code) -> None:
        """Record a position of the organisation in hand, asking for the words that it needs."""
        organisation = self.table.current_id()
        current = self._round() or (self._opened() if organisation else None)
        if current is None or not organisation or (code == "absent" and not current.is_open):
            return
        self._put_away()
        if code in _NEED_WORDS and not self._barred(current, organisation):
            self._ask(current, organisation, code)
        else:
            self._record(organisation, code)

    def settle_point(self) -> None:
        """Ask how the objection or the question of the organisation in hand was settled."""
        current, organisation = self._round(), self.table.current_id()
        if current is None or not organisation:
            return
        position = current.positions.get(organisation)
        if position is None or position.code not in ("object", "need_more"):
            self._desk.do(settle, current.id, organisation, "")
            return
        self._put_away()
        self._asked = (organisation, None)
        name = self._desk.workshop.organisation_name(organisation)
        question = (
            f"How was {name}'s objection settled? Only {name} says that it is."
            if position.code == "object"
            else f"How was {name}'s question answered?"
        )
        self.editor.ask(question, position.resolved)
        self._show_parts()

    def everyone_agrees(self) -> None:
        """Record that all who are here and have not been heard agree."""
        current = self._round() or self._opened()
        if current is None or not current.is_open:
            return
        self._put_away()
        silent = tuple(unheard(self._desk.workshop, current, self._here()))
        self._desk.do(take_positions, current.id, silent, "agree", at=self._desk.minute())
        self.begin()

    def lock(self) -> None:
        """Lock the open round at this minute; the keyboard goes to whoever is still to be heard."""
        current = self._round()
        if current is not None and current.is_open:
            self._desk.do(lock_round, current.id, at=self._desk.minute())
            self.begin()

    def open_next(self) -> None:
        """Open the next round, and begin with the first organisation."""
        if self._open_round() is not None:
            self._go_to_first()
            self.begin()

    def _round(self) -> Round | None:
        return latest_round(self._desk.workshop, self._subject) if self._subject else None

    def _opened(self) -> Round | None:
        """The first round, opened because somebody speaks; None when it was refused."""
        return self._round() if self._subject and self._open_round() is not None else None

    def _here(self) -> frozenset[str] | None:
        present = self._desk.workshop.present_at(self._desk.minute())
        return None if present is None else frozenset(present)

    def _barred(self, current: Round, organisation: str) -> bool:
        """Whether the organisation may not speak now, so that asking for words would be in vain."""
        if not current.is_open:
            earlier = current.positions.get(organisation)
            return earlier is not None and earlier.code != "absent"
        here = self._here()
        return here is not None and organisation not in here

    def _ask(self, current: Round, organisation: str, code: Code) -> None:
        """Open the editor with the domain's own question, and what was said before."""
        self._asked = (organisation, code)
        said = current.standing().get(organisation) or Position(organisation, code)
        self.editor.ask(
            self._question(current, organisation, code),
            said.text,
            objection=code == "object",
            category=said.category,
        )
        self._show_parts()

    def _question(self, current: Round, organisation: str, code: Code) -> str:
        """The question whose answer a position needs: what a position without words is refused."""
        workshop = self._desk.workshop
        try:
            if current.is_open:
                take_position(workshop, current.id, organisation, code)
            else:
                day = self._desk.minute()[:10]
                take_late_position(workshop, current.id, organisation, code, day)
        except Refused as refusal:
            return refusal.reason
        return ""

    def _keep_words(self, text: str, category: Category) -> None:
        organisation, code = self._asked
        current = self._round()
        if code is not None:
            self._record(organisation, code, text, category)
        elif current and self._desk.do(settle, current.id, organisation, text) is not None:
            self.begin()

    def _as_reservation(self, text: str) -> None:
        organisation, _ = self._asked
        current = self._round()
        if text.strip():
            self._record(organisation, "reservation", text)
        elif current is not None:
            self._ask(current, organisation, "reservation")

    def _record(
        self, organisation: str, code: Code, text: str = "", category: Category = ""
    ) -> None:
        """Record a position, late where the round is locked, and go on to the next organisation."""
        current = self._round()
        if current is None:
            return
        desk, at = self._desk, self._desk.minute()
        self._offer = ""
        done: Event | None
        if current.is_open:
            done = desk.do(take_position, current.id, organisation, code, text, category, at)
        else:
            done = desk.do(
                take_late_position, current.id, organisation, code, at[:10], text, category
            )
        if done is not None:
            self._leave()
            waiting = unheard(desk.workshop, self._round(), self._here())
            self.table.go_to(self.table.below(organisation) or next(iter(waiting), organisation))
        elif self._offer == "mark_here":
            self._asked = (organisation, code)
            self._retry = lambda: self._again(organisation, code, text, category)
            member = self._first_member(organisation)
            self.here_offer.offer(
                desk.workshop.organisation_name(organisation), desk.workshop.person(member)
            )
            self._show_parts()

    def _again(self, organisation: str, code: Code, text: str, category: Category) -> None:
        """Take the position again, now that somebody has been marked as here."""
        if code in _NEED_WORDS and not text.strip():
            self.table.go_to(organisation)
            self.take(code)
        else:
            self._record(organisation, code, text, category)

    def _mark_here(self) -> None:
        member, again = self._first_member(self._asked[0]), self._retry
        if member and self._desk.do(arrive, member, self._desk.minute()) is not None:
            self.here_offer.hide()
            if again is not None:
                again()

    def _first_member(self, organisation: str) -> str:
        members = self._desk.workshop.members.values()
        return next((m.id for m in members if m.organisation == organisation), "")

    def _refused(self, _reason: str, offer: str) -> None:
        self._offer = offer

    def _show_parts(self) -> None:
        """What came of it and what can be done, unless words are being asked for."""
        asking = self._resting or not (self.editor.isHidden() and self.here_offer.isHidden())
        self.sentence.setVisible(bool(self.sentence.text()) and not asking)
        self.action_row.setVisible(not asking)
        self._hint.setVisible(not asking)

    def _leave(self) -> None:
        self._put_away()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        self._retry = None
        self.here_offer.hide()
        self.editor.close_up()
        self._show_parts()

    def _correct(self) -> None:
        """Open the words of the position that is there already."""
        current, organisation = self._round(), self.table.current_id()
        earlier = current.standing().get(organisation) if current else None
        if earlier is not None and earlier.code in _NEED_WORDS:
            self.take(earlier.code)

    def _key(self, key: str) -> None:
        match key:
            case "A":
                self.everyone_agrees()
            case "L":
                self.lock()
            case "R":
                self.settle_point()
            case _:
                self.take(CODES[int(key) - 1])

    def _go_to_first(self) -> None:
        waiting = unheard(self._desk.workshop, self._round(), self._here())
        self.table.go_to(next(iter([*waiting, *self._desk.workshop.organisations]), ""))

    def _own_actions(self, workshop: Workshop, last: Round | None) -> list[Action]:
        """What can be done about the rounds now; what the state asks for stands first."""
        if not workshop.organisations:
            return []
        if last is None:
            return [Action("Open round 1", self.open_next, primary=True)]
        if last.is_open:
            made = [Action(f"Lock round {last.number}", self.lock, "L", primary=True)]
            if unheard(workshop, last, self._here()):
                made.append(Action("Everyone here agrees", self.everyone_agrees, "A"))
            return made
        if last.outcome() in AGREED and not last.late:
            return []
        label = f"Open round {last.number + 1}"
        waiting = to_settle(last)
        if waiting is None:
            return [Action(label, self.open_next, primary=True)]
        matter = "objection" if waiting.code == "object" else "question"
        name = workshop.organisation_name(waiting.organisation)
        answer = Action(f"Answer {name}'s {matter}", self._answer_first, "R", primary=True)
        return [answer, Action(label, self.open_next)]

    def _answer_first(self) -> None:
        current = self._round()
        waiting = to_settle(current) if current else None
        if waiting is not None:
            self.table.go_to(waiting.organisation)
            self.settle_point()
