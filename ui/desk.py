"""The desk: what a page may see and ask for. The one adapter between a session and Qt."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from facilitator.chronicle import local_minute, value_of
from facilitator.days import day_in_words
from facilitator.events import Entry, Event, Redacted, Refused, Targets
from facilitator.guide import Guide, Step
from facilitator.history import Past
from facilitator.stages.rehearsal.feeling import Together
from facilitator.workshop import Workshop
from sessions.packs import FOLDER, PackFolder
from sessions.problems import SessionProblem
from sessions.session import Session
from ui.packs.shelf import PackShelf

_Asked = ParamSpec("_Asked")
_Event = TypeVar("_Event", bound=Event)

_TALKED_ABOUT = 200
"""How many stops back a value may have been spoken of and still be what was in hand."""
OFFER_NOW = "now"
"""What is offered when something is refused because the past is on the console."""


@dataclass(frozen=True)
class Felt:
    """The feelings of a rehearsal as the room was shown them last, before and after the play."""

    rehearsal: str
    before: Together
    after: Together


@dataclass(frozen=True)
class Focus:
    """What the facilitator has in hand on a page: ids, or empty. Window state, never an event.

    `compared` are the older and the newer of two drafts, and `asking` what the room is being asked
    about the draft in hand: "another_board", "stops" or "defend".
    `decision` is a decision's id, or that of a decision point for which nothing is proposed yet;
    `question` a question that is put to the room, in its own words; `inject` the inject that
    fills the room's screen; `picture` the picture that it was shown on purpose, "feelings",
    "strain" or "side by side", `felt` the feelings as it was shown them last, and `talked_over`
    what stands side by side there. `minute` is the local minute
    (ISO 8601) at which the room looks, and `turned` are the steps (stage, step) whose cards are
    shown to the room although their script is silent, or hidden although it is not. While an open
    round is `concealed`, the room sees how many have been heard, not where anybody stands. `quiet`
    is that news arrives without a sound, `away` that the laptop was away and nobody has said yet
    how the story goes on.
    """

    theme: str = ""
    draft: str = ""
    compared: tuple[str, ...] = ()
    asking: str = ""
    value: str = ""
    rehearsal: str = ""
    decision: str = ""
    inject: str = ""
    question: str = ""
    picture: str = ""
    felt: Felt | None = None
    talked_over: tuple[str, ...] = ()
    minute: str = ""
    concealed: bool = False
    turned: frozenset[tuple[str, str]] = frozenset()
    quiet: bool = False
    away: bool = False

    def reveals(self, stage: str, step: Step) -> bool:
        """Whether the room may see what is captured in a step."""
        return step.silent == ((stage, step.id) in self.turned)

    def turning(self, stage: str, step: Step) -> frozenset[tuple[str, str]]:
        """`turned`, with one step shown that was hidden, or hidden that was shown."""
        return self.turned ^ {(stage, step.id)}


class Desk(QObject):
    """A session as the pages see it.

    `changed` carries the workshop and the event that changed it (None after an undo or when
    entries came from elsewhere); `refocused` the new focus; `refused` a reason and an offer in
    plain words; `troubled` a SessionProblem; `history_asked` the id of a value whose history a
    page wants to be read; `closing` that the session is about to be let go, `words_gone` words
    that were taken out for good.
    """

    changed = Signal(object, object)
    refocused = Signal(object)
    refused = Signal(str, str)
    troubled = Signal(object)
    history_asked = Signal(str)
    closing = Signal()
    words_gone = Signal(str)

    def __init__(
        self,
        session: Session,
        guide: Guide,
        parent: QObject | None = None,
        packs: PackShelf | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.guide = guide
        # Those of the person's library; without one, those beside the workshop.
        self.packs = packs or PackShelf(guide, PackFolder(session.path.parent / FOLDER), self)
        self.focus = Focus()
        self.past: PastDesk | None = None
        self._stop_listening = session.listen(self._heard)

    @property
    def workshop(self) -> Workshop:
        """The workshop as it stands; ask again after every change."""
        return self.session.workshop

    def do(
        self,
        command: Callable[Concatenate[Workshop, _Asked], _Event],
        *args: _Asked.args,
        **kwargs: _Asked.kwargs,
    ) -> _Event | None:
        """Do what the facilitator asked; None when it was refused or could not be kept.

        Why stands in `refused` or `troubled`; nothing has changed then. While the console looks
        back everything is refused: nobody should change a present that they do not see.
        """
        return self._attempt(lambda: self.session.do(command, *args, **kwargs))

    def do_when_due(
        self,
        command: Callable[Concatenate[Workshop, _Asked], _Event],
        *args: _Asked.args,
        **kwargs: _Asked.kwargs,
    ) -> _Event | None:
        """Do what is due by the clock, also while the console looks back: the room waits for it."""
        return self._keep(lambda: self.session.do(command, *args, **kwargs))

    def undo(self) -> Event | None:
        """Take the last change back; gives what was taken back."""
        return self._attempt(self.session.undo)

    def redo(self) -> Event | None:
        """Bring back what was taken back."""
        return self._attempt(self.session.redo)

    def redact(self, targets: Targets) -> Redacted | None:
        """Take texts out for good; None when that was refused or could not be done."""
        return self._attempt(lambda: self.session.redact(targets))

    def look_back(self, entry: str = "") -> "PastDesk":
        """Look back at the workshop as it stood after an entry; without one, after the newest.

        The way into the past is a desk of its own, and this one stays in the present: the room's
        screen and the clocks are given this one and cannot show anything else. Until
        `return_to_now`, whatever is asked of either is refused.
        """
        if self.past is None:
            self.past = PastDesk(self, self.session.history.past())
        self.past.look_at(entry)
        return self.past

    def return_to_now(self) -> None:
        """Look back no longer."""
        if self.past is not None:
            self.past.deleteLater()
            self.past = None

    def focus_on(self, **fields: object) -> None:
        """Put something in hand: the fields of `Focus`."""
        focus = replace(self.focus, **fields)  # type: ignore[arg-type]  # the names are Focus's own
        if focus != self.focus:
            self.focus = focus
            self.refocused.emit(focus)

    def minute(self) -> str:
        """The local minute, ISO 8601, for attendance and locks."""
        return self.session.minute()

    def today(self) -> str:
        """The local date, ISO 8601: a day before it is past."""
        return self.minute()[:10]

    def seconds(self) -> float:
        """Seconds since 1970, for clocks."""
        return self.session.seconds()

    def words(self, text: str) -> str:
        """A text of the guide with the place's and the group's name in it."""
        about = self.workshop.about
        return self.guide.in_words(text, place=about.place_in_prompts, group=about.group)

    def close(self) -> None:
        """Let go of the session and its file."""
        self.closing.emit()
        self._stop_listening()
        self.session.close()

    def _attempt(self, act: Callable[[], _Event | None]) -> _Event | None:
        if self.past is not None:
            self.refused.emit(self.past.why_not(), OFFER_NOW)
            return None
        return self._keep(act)

    def _keep(self, act: Callable[[], _Event | None]) -> _Event | None:
        try:
            return act()
        except Refused as refusal:
            self.refused.emit(refusal.reason, refusal.offer)
        except SessionProblem as problem:
            self.troubled.emit(problem)
        return None

    def _heard(self, workshop: Workshop, event: Event | None) -> None:
        self.changed.emit(workshop, event)


class PastDesk(Desk):
    """The workshop as it stood at a moment, for pages that only show: it keeps nothing.

    What was taken back is left out, as the history is told now. Entries that come while it is
    looked at are not in it and move nothing. `minute` and `seconds` are those of the moment;
    `focus` is its own, so that what is taken in hand here stays out of the room.
    """

    def __init__(self, present: Desk, history: Past) -> None:
        super().__init__(present.session, present.guide, present, present.packs)
        # What happens now is not for those who look back.
        self._stop_listening()
        self.history = history
        self.focus = present.focus
        self._present = present
        self._workshop = present.workshop
        self.stop = len(history.stops) - 1

    @property
    def workshop(self) -> Workshop:
        """The workshop as it stood at the moment that is looked at."""
        return self._workshop

    @property
    def entry(self) -> Entry | None:
        """The entry after which the workshop is shown; None before anything happened."""
        stops = self.history.stops
        return self.history.entries[stops[self.stop]] if stops else None

    def look_at(self, entry: str = "") -> None:
        """Go to the moment after an entry, or the last stop before it; without one, the newest."""
        stops, entries = self.history.stops, self.history.entries
        newest = len(stops) - 1
        wanted = (at for at in range(newest, -1, -1) if entries[stops[at]].id <= entry)
        self.look_at_stop(next(wanted, 0) if entry else newest)

    def look_at_stop(self, stop: int) -> None:
        """Go to one of the stops; the value that it is about is taken in hand."""
        stops = self.history.stops
        self.stop = max(0, min(stop, len(stops) - 1))
        self._workshop = self.history.after(stops[self.stop] + 1 if stops else 0)
        self.focus = replace(
            self._present.focus, inject="", picture="", value=self._value_in_hand()
        )

    def _value_in_hand(self) -> str:
        """The value that was talked about at the stop, or last before it; that of now otherwise."""
        stops, entries = self.history.stops, self.history.entries
        for at in range(self.stop, max(-1, self.stop - _TALKED_ABOUT), -1):
            if stops and (value := value_of(entries[stops[at]].event, self._workshop)):
                return value
        return self._present.focus.value

    def next_step(self, offset: int) -> int:
        """The stop at which the step before or after this stop was entered; the ends beyond."""
        steps, last = self.history.steps, len(self.history.stops) - 1
        if offset > 0:
            return next((at for at in steps if at > self.stop), max(last, 0))
        return next((at for at in reversed(steps) if at < self.stop), 0)

    def why_not(self) -> str:
        """Why nothing can be changed here, and what to do."""
        return f"This is {self.when()}. Come back to now to change anything."

    def when(self) -> str:
        """The moment in words: "14:32", with its date when that is not today's."""
        entry = self.entry
        minute = local_minute(entry.at) if entry else ""
        if not minute:
            return "the past"
        time = minute[11:]
        day = minute[:10]
        return time if day == self._present.minute()[:10] else f"{day_in_words(day)}, {time}"

    def minute(self) -> str:
        """The local minute of the moment; that of now when the entry has none."""
        entry = self.entry
        return (local_minute(entry.at) if entry else "") or self._present.minute()

    def seconds(self) -> float:
        """Seconds since 1970 at the moment; those of now when the entry has no time."""
        entry = self.entry
        try:
            return datetime.datetime.fromisoformat(entry.at if entry else "").timestamp()
        except (ValueError, OverflowError, OSError):
            return self._present.seconds()

    def close(self) -> None:
        """The session is the present's."""

    def _keep(self, act: Callable[[], object]) -> None:
        """Nothing is kept here, and what would have been is refused."""
        self.refused.emit(self.why_not(), OFFER_NOW)
