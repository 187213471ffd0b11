"""Asking: words for the matter in hand, and an offer to mark who speaks as here."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.attendance import arrive, move_together
from facilitator.events import Event
from ui.desk import Desk
from ui.stages.ledger.laid_aside import LaidAside, Place
from ui.stages.ledger.matters import Matter, who_comes
from ui.stages.ledger.words import HereOffer, Said, WordsEditor


class Asking(QObject):
    """Asks one matter at a time and does what was answered.

    `done` carries the organisation whose position was taken, `answered` says that another matter
    was, `left` that nothing was; `moved` says that a part came or went.

    Words that were neither kept nor left with Esc are laid aside, and are there again with the
    question they were typed for.
    """

    done = Signal(str)
    answered = Signal()
    left = Signal()
    moved = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._matter: Matter | None = None
        self._place = Place("", "", is_open=False)
        self._laid_aside = LaidAside()
        self._offer = ""
        self._retry: Callable[[], object] | None = None
        self._to_mark = ""
        self._in_the_room = ""
        self.editor = WordsEditor(parent)
        self.editor.kept.connect(self._keep)
        self.editor.as_reservation.connect(self._as_reservation)
        self.editor.edited.connect(self._edited)
        self.editor.left.connect(self._give_up)
        self.here_offer = HereOffer(parent)
        self.here_offer.accepted.connect(self._mark_here)
        self.here_offer.left.connect(self.left)
        desk.refused.connect(self._refused)

    @property
    def is_busy(self) -> bool:
        """Whether something is being asked or offered."""
        return not (self.editor.isHidden() and self.here_offer.isHidden())

    def ask(self, matter: Matter, place: Place, *, quietly: bool = False) -> None:
        """Ask about a matter; `quietly` leaves the keyboard where it is."""
        self._matter, self._place = matter, place
        self._put_to_room(matter.for_room)
        typed = self._laid_aside.words(place, matter)
        self.editor.ask(matter.question, typed)
        self._edited((typed or matter.question.said).words)
        if not quietly:
            self.editor.begin()

    def go_on(self) -> bool:
        """Put the keyboard back into words that are being typed; whether any are."""
        if self._matter is None or self.editor.isHidden():
            return False
        if self._matter.for_room:
            # It went from the room's screen with this page.
            self._in_the_room = self._desk.focus.question
            self._put_to_room(self._matter.for_room)
        self.editor.begin()
        return True

    def attempt(
        self,
        organisation: str,
        act: Callable[[], Event | None],
        ask: Callable[[], object] | None = None,
    ) -> bool:
        """Take a position; where attendance says that nobody is here, offer to mark somebody.

        `ask` asks for the words that the position needs, once somebody is; without it, none are.
        """
        self._offer = ""
        if act() is not None:
            self.forget()
            self.done.emit(organisation)
            return True
        if self._offer == "mark_here":
            again = ask or (lambda: self.attempt(organisation, act))
            self.offer_to_mark(organisation, again)
        return False

    def offer_to_mark(self, organisation: str, then: Callable[[], object]) -> None:
        """Offer to mark an organisation as here; what is done then."""
        self._to_mark, self._retry = organisation, then
        workshop = self._desk.workshop
        names = [workshop.person(m) for m in who_comes(workshop, self._desk.minute(), organisation)]
        self.here_offer.offer(workshop.organisation_name(organisation), names)
        self.moved.emit()

    def come_or_go(self, organisation: str) -> None:
        """Mark that an organisation has left the room; one that is not here may be marked as here.

        Its members who are here leave at this minute, and so it is absent from this minute on;
        those who left together come back together.
        """
        at, workshop = self._desk.minute(), self._desk.workshop
        people = workshop.people_at(at)
        members = [m.id for m in workshop.members.values() if m.organisation == organisation]
        here = tuple(m for m in members if m in people)
        if here:
            self._desk.do(move_together, here, at, here=False)
        else:
            self.offer_to_mark(organisation, self.answered.emit)

    def forget(self) -> None:
        """Nothing of what is being typed is to be laid aside: it was kept, or left on purpose."""
        if self._matter is not None:
            self._laid_aside.forget(self._place, self._matter)
            self._matter = None

    def go_aside(self) -> None:
        """Put away what is asked until its subject is in hand again."""
        place, matter = self._place, self._matter
        self.put_away()
        if matter is not None:
            self._laid_aside.leave_open(place, matter)

    def open_again(self, place: Place) -> str:
        """Ask again what was open when the subject was last in hand; about which organisation.

        Where its round is not what it was, it is said what had been typed.
        """
        matter, lost = self._laid_aside.open_again(place)
        if lost:
            self._desk.refused.emit(
                "The round is not as it was when this was typed, so it is not kept: "
                f"“{lost}”. Write it again where it belongs.",
                "",
            )
        if matter is None:
            return ""
        self.ask(matter, place, quietly=True)
        return matter.organisation

    def put_away(self) -> None:
        """Put away whatever is asked or offered; what was typed is laid aside."""
        if self._matter is not None:
            self._laid_aside.lay(self._place, self._matter, self.editor.said())
        self._retry = None
        self._matter = None
        self._put_to_room("")
        self.here_offer.hide()
        self.editor.close_up()

    def _put_to_room(self, question: str) -> None:
        """Put a question on the room's screen, or take away the one that was put there."""
        if question != self._in_the_room:
            self._in_the_room = question
            self._desk.focus_on(question=question)

    def _keep(self, said: Said) -> None:
        matter = self._matter
        if matter is None:
            return
        if matter.code is not None:
            self.attempt(matter.organisation, lambda: matter.act(said))
        elif matter.act(said) is not None:
            self.forget()
            self.answered.emit()

    def _as_reservation(self, said: Said) -> None:
        matter = self._matter
        if matter is None or matter.otherwise is None:
            return
        other = matter.otherwise()
        if said.words.strip():
            self.attempt(other.organisation, lambda: other.act(said))
        else:
            self.ask(other, self._place)

    def _give_up(self) -> None:
        self.forget()
        self.left.emit()

    def _edited(self, words: str) -> None:
        if self._matter is not None and self._matter.remark is not None:
            self.editor.say(self._matter.remark(words))

    def _mark_here(self) -> None:
        again = self._retry
        if self._come() is not None:
            self.here_offer.hide()
            if again is not None:
                again()

    def _come(self) -> Event | None:
        at = self._desk.minute()
        come = who_comes(self._desk.workshop, at, self._to_mark)
        if len(come) > 1:
            return self._desk.do(move_together, come, at, here=True)
        # One alone is told of by name, also in the record.
        return self._desk.do(arrive, come[0], at) if come else None

    def _refused(self, _reason: str, offer: str) -> None:
        self._offer = offer
