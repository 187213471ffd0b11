"""The ledger: where every organisation stands on one subject, by one key or one click each."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.decision import Code
from facilitator.events import Event
from facilitator.hands import show_hands
from facilitator.rounds import (
    NEEDED,
    Round,
    latest_round,
    lock_round,
    rounds_about,
)
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.keyed_table import HELD
from ui.stages.ledger import matters
from ui.stages.ledger.actions import Action, ActionRow
from ui.stages.ledger.asking import Asking
from ui.stages.ledger.laid_aside import place_of
from ui.stages.ledger.matters import Matter
from ui.stages.ledger.next_steps import HIDDEN, NEXT_ROUND, Does, hints, own_actions
from ui.stages.ledger.palette import Offer, PositionPalette, meanings, offers
from ui.stages.ledger.rows import columns, in_the_bar, next_up, rows, sentence, to_settle, unheard
from ui.stages.ledger.table import KEYS, STEPS, LedgerTable
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.position_bar import PositionBar

Arrange = Callable[[Workshop, list[Action]], list[Action]]
"""What a page makes of the ledger's own actions: its own beside them, and which comes first."""


class PositionLedger(QWidget):
    """Where every organisation stands on one subject: bar, table, words, and what can be done.

    `open_round` opens the next round through the desk; None when it was refused. `arrange` puts a
    page's own actions beside the ledger's. `remark` stands beside the buttons.
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
        self._meant: Offer | None = None
        self._asked = ""
        self.remark = ""
        self.bar = PositionBar(self)
        self.palette_of_positions = PositionPalette(self)
        self.palette_of_positions.chosen.connect(self.say)
        self.table = LedgerTable(self)
        self.table.asked.connect(lambda key, _organisation: self._key(key))
        self.table.chosen.connect(self.take)
        self.table.opened.connect(lambda _organisation: self._correct())
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.asking = Asking(desk, self)
        self.asking.done.connect(self._go_on)
        self.asking.answered.connect(self.begin)
        self.asking.left.connect(self._leave)
        self.asking.moved.connect(self._show_parts)
        self.editor, self.here_offer = self.asking.editor, self.asking.here_offer
        self._does = Does(
            self.open_next,
            self.lock,
            self.everyone_agrees,
            self.count_hands,
            self._answer_first,
            self.ask_smallest_change,
            self.conceal,
        )
        conceal = QShortcut(QKeySequence("Ctrl+H"), self)
        conceal.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        conceal.activated.connect(self.conceal)
        self.sentence = PlainLabel("", self, size=14, weight=600)
        self.action_row = ActionRow(self)
        self._hint = KeyHint(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        asked = (self.editor, self.here_offer)
        told = (self.sentence, self.action_row, self._hint)
        for part in (self.bar, self.palette_of_positions, self.table, *asked, *told):
            column.addWidget(part, 1 if part is self.table else 0)
        column.addStretch(0)
        self.setFocusProxy(self.table)

    def show_subject(self, workshop: Workshop, subject: str) -> None:
        """Show where everybody stands on a subject (a value, a draft or a decision, by its id)."""
        other = subject != self._subject
        self._subject = subject
        if other:
            self._meant = None
            self.asking.go_aside()
        about = rounds_about(workshop, subject)
        here = self._here()
        names = (list(workshop.organisations.values()), list(workshop.authorities.values()))
        shown = (subject, about, here, names, workshop.rule, workshop.values.get(subject))
        last = about[-1] if about else None
        if shown != self._shown:
            self._shown = shown
            self.bar.show_counts(*in_the_bar(workshop, last, here, self._desk.minute()))
            self.table.show_organisations(columns(about), rows(workshop, about, here))
            if other or not self.table.current_id():
                self._go_to_first()
        if self._meant is None:
            self.palette_of_positions.show_offers(offers(workshop.rule.scale))
            self.sentence.setText(sentence(workshop, last, here))
        if other:
            self.table.go_to(self.asking.open_again(place_of(subject, last)))
        silent = len(unheard(workshop, last, here))
        concealed = self._desk.focus.concealed
        own = own_actions(workshop, last, silent, self._does, concealed=concealed)
        arranged = self._arrange(workshop, own) if self._arrange else own
        self.action_row.show_actions(arranged, self.remark)
        self._hint.show_keys(hints(last))
        self._hint.show_tail(HIDDEN if concealed and last is not None and last.is_open else "")
        self._show_parts()

    def rest(self, resting: bool) -> None:
        """Offer nothing while the page asks for something else, so that one button is filled."""
        self._resting = resting
        self._show_parts()

    def begin(self) -> None:
        """The keyboard goes to words being typed, else to who is to be heard, or answered."""
        if self.asking.go_on():
            return
        self._put_away()
        current = self._round()
        turn = next_up(self._desk.workshop, current, self._here())
        self.table.go_to(turn or self.table.current_id())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_to(self, round_id: str, organisation: str) -> None:
        """Take an organisation in hand of whom something was taken back, or brought back.

        Only in a round of what is shown; words that are being typed are left where they are.
        """
        found = self._desk.workshop.rounds.get(round_id)
        here = self.isVisible() and found is not None and found.subject == self._subject
        if here and not self.editor.has_words():
            if not self._resting:
                self._leave()
            self.table.go_to(organisation)

    def say(self, offer: Offer) -> None:
        """Take what was offered for the organisation in hand; ask which it means where it must."""
        if offer.asks and self._meant is None:
            self._ask_meaning(offer)
        else:
            self.take(offer.code, offer)

    def take(self, code: Code, offer: Offer | None = None) -> None:
        """Take a position of the organisation in hand, asking for the words that it needs."""
        organisation = self.table.current_id()
        current = self._round() or (self._opened() if organisation else None)
        if current is None or not organisation:
            return
        self._put_away()
        earlier = current.positions.get(organisation)
        in_the_room = earlier is not None and earlier.code != "absent"
        if not current.is_open and (in_the_room or code == "absent"):
            # Nothing to correct: it says so, without asking for a reason first.
            if earlier is None or (earlier.code, code) == ("absent", "absent"):
                return
            self._ask(matters.correction(self._desk, current, organisation, code))
            return
        gradient = offer.gradient if offer else ""
        if code in NEEDED and not self._barred(current, organisation):
            self._ask(matters.position(self._desk, current, organisation, code, gradient))
            return
        self.asking.attempt(
            organisation,
            lambda: matters.take(self._desk, current, organisation, code, None, gradient),
            (lambda: self._take_of(organisation, code, offer)) if code in NEEDED else None,
        )

    def everyone_agrees(self) -> None:
        """All who are here and have not been heard agree; after a show of hands, as most did."""
        current = self._round() or self._opened()
        if current is None or not current.is_open:
            return
        self._put_away()
        matters.the_rest(self._desk, current, unheard(self._desk.workshop, current, self._here()))
        self.begin()

    def count_hands(self) -> None:
        """Ask for a show of hands; the first round opens once they are counted."""
        current = self._round()
        if current is not None and not current.is_open:
            self._desk.do(show_hands, current.id, {})
        elif self._subject:
            self._ask(matters.hands(self._desk, lambda: self._round() or self._opened()))

    def conceal(self) -> None:
        """Hide from the room where everybody stands while a round is open, or show it."""
        self._desk.focus_on(concealed=not self._desk.focus.concealed)
        if self._subject:
            self.show_subject(self._desk.workshop, self._subject)
            if not self.asking.is_busy:
                # Words that are being typed would become positions.
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_smallest_change(self) -> None:
        """Ask the objector in hand, else the first, for the smallest change."""
        current = self._round()
        said = current.standing() if current else {}
        in_hand = said.get(self.table.current_id())
        if current is not None and (in_hand is None or not in_hand.waits):
            first = to_settle(self._desk.workshop, current)
            self.table.go_to(first.organisation if first else "")
        self._ask_by_key("W")

    def lock(self) -> None:
        """Lock the open round at this minute; the keyboard goes to what comes next."""
        current = self._round()
        if current is None or not current.is_open:
            return
        locked = self._desk.do(lock_round, current.id, at=self._desk.minute()) is not None
        self.begin()
        last, leads_on = self._round(), self.action_row.primary()
        if locked and last is not None and to_settle(self._desk.workshop, last) is None:
            # Nobody is to be answered, so the next thing is what the filled button does.
            (leads_on or self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_next(self) -> None:
        """Open the next round, and begin with the first organisation."""
        if self._open_round() is not None:
            self._go_to_first()
            self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves whatever is asked, from wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape and self.leave_question():
            return
        if not self.take_key(event):
            super().keyPressEvent(event)

    def leave_question(self) -> bool:
        """Leave what is asked, as Esc does; whether anything was."""
        asked = self._meant is not None or self.asking.is_busy
        if asked:
            self.asking.forget()
            self._leave()
        return asked

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key on a button says, or one of the table's, from wherever on the page.

        Whether it was such a key. None is while words are being asked for.
        """
        if event.modifiers() & HELD or self._resting or self.asking.is_busy or not self._subject:
            return False
        key = QKeySequence(event.key()).toString()
        action = self.action_row.of_key(key)
        current = self._round()
        if action is not None:
            action.act()
        elif event.key() in STEPS:
            self.table.step(STEPS[Qt.Key(event.key())])
        elif key in KEYS:
            self._key(key)
        elif key == NEXT_ROUND and current is not None and current.is_open:
            self._open_round()  # The domain says what comes before it.
        else:
            return False
        return True

    def _round(self) -> Round | None:
        return latest_round(self._desk.workshop, self._subject) if self._subject else None

    def _opened(self) -> Round | None:
        """The next round, opened because somebody speaks; None when it was refused."""
        return self._round() if self._subject and self._open_round() is not None else None

    def _here(self) -> frozenset[str] | None:
        present = self._desk.workshop.present_at(self._desk.minute())
        return None if present is None else frozenset(present)

    def _ask_meaning(self, offer: Offer) -> None:
        organisation = self.table.current_id()
        if organisation:
            self._put_away()
            self._meant, self._asked = offer, organisation
            name = self._desk.workshop.organisation_name(organisation)
            self.palette_of_positions.show_offers(meanings(offer.gradient))
            self.sentence.setText(f"{offer.words}: ask {name} which of these it means.")
            self._show_parts()

    def _moved(self, *_: object) -> None:
        """Which position was meant is asked of one organisation: on another it is over."""
        if self._meant is not None and self.table.current_id() not in ("", self._asked):
            self._leave()

    def _barred(self, current: Round, organisation: str) -> bool:
        """Whether the organisation may not speak now, so that asking for words would be in vain."""
        here = self._here()
        return current.is_open and here is not None and organisation not in here

    def _ask(self, matter: Matter | None) -> None:
        if matter is not None:
            self._put_away()
            self.asking.ask(matter, place_of(self._subject, self._round()))
            self._show_parts()

    def _come_or_go(self) -> None:
        """The organisation in hand has left the room, or has come."""
        organisation = self.table.current_id()
        if organisation:
            self._put_away()
            self.asking.come_or_go(organisation)
            self._show_parts()

    def _go_on(self, organisation: str) -> None:
        """After a position: the next organisation, or the first that is still to be heard."""
        self._leave()
        waiting = unheard(self._desk.workshop, self._round(), self._here())
        self.table.go_to(self.table.below(organisation) or next(iter(waiting), organisation))

    def _take_of(self, organisation: str, code: Code, offer: Offer | None) -> None:
        """Somebody has been marked as here, so that the words can be asked for now."""
        self.table.go_to(organisation)
        self.take(code, offer)

    def _show_parts(self) -> None:
        """What came of it and what can be done, unless words are being asked for."""
        asking = self._resting or self.asking.is_busy
        self.sentence.setVisible(bool(self.sentence.text()) and not asking)
        self.palette_of_positions.setVisible(bool(self._desk.workshop.organisations) and not asking)
        self.action_row.setVisible(not asking)
        self._hint.setVisible(not asking)
        self.table.give_way(self.asking.is_busy)

    def _leave(self) -> None:
        self._put_away()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        meant, self._meant = self._meant, None
        self.asking.put_away()
        if meant is not None and self._subject:
            # The whole scale is offered again, whatever came in between.
            self.show_subject(self._desk.workshop, self._subject)
        self._show_parts()

    def _correct(self) -> None:
        """Open the words of the position that is there already."""
        current, organisation = self._round(), self.table.current_id()
        earlier = current.standing().get(organisation) if current else None
        if earlier is not None and earlier.code in NEEDED:
            self.take(earlier.code)

    def _key(self, key: str) -> None:
        if key.isdigit():
            for offer in [o for o in self.palette_of_positions.offers() if o.key == key][:1]:
                self.say(offer)
            return
        acts: dict[str, Callable[[], object]] = {
            "A": self.everyone_agrees,
            "G": self._come_or_go,
            "H": self.count_hands,
            "L": self.lock,
        }
        if key in acts:
            acts[key]()
        else:
            self._ask_by_key(key)

    def _ask_by_key(self, key: str) -> None:
        """Ask what a key asks about the organisation in hand."""
        organisation = self.table.current_id()
        if organisation and self._subject:
            about = (self._subject, self._round(), organisation)
            self._ask(matters.by_key(self._desk, key, *about))

    def _go_to_first(self) -> None:
        waiting = unheard(self._desk.workshop, self._round(), self._here())
        self.table.go_to(next(iter([*waiting, *self._desk.workshop.organisations]), ""))

    def _answer_first(self) -> None:
        current = self._round()
        if current and (waiting := to_settle(self._desk.workshop, current)):
            self.table.go_to(waiting.organisation)
            self._ask_by_key("R")
