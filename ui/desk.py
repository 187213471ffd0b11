"""The desk: what a page may see and ask for. The one adapter between a session and Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from facilitator.events import Event, Refused
from facilitator.guide import Guide, Step
from facilitator.workshop import Workshop
from sessions.problems import SessionProblem
from sessions.session import Session

_Asked = ParamSpec("_Asked")
_Event = TypeVar("_Event", bound=Event)


@dataclass(frozen=True)
class Focus:
    """What the facilitator has in hand on a page: ids, or empty. Window state, never an event.

    `compared` are the older and the newer of two drafts, and `asking` what the room is being asked
    about the draft in hand: "another_board", "stops" or "defend".
    `decision` is a decision's id, or that of a decision point for which nothing is proposed yet;
    `question` a question that is put to the room, in its own words; `inject` the inject that
    fills the room's screen. `minute` is the local minute (ISO 8601) at which the room looks, and
    `turned` are the steps (stage, step) whose cards are shown to the room although their script
    is silent, or hidden although it is not. While an open round is `concealed`, the room sees how
    many have been heard, not where anybody stands.
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
    minute: str = ""
    concealed: bool = False
    turned: frozenset[tuple[str, str]] = frozenset()

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
    plain words; `troubled` a SessionProblem.
    """

    changed = Signal(object, object)
    refocused = Signal(object)
    refused = Signal(str, str)
    troubled = Signal(object)

    def __init__(self, session: Session, guide: Guide, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.guide = guide
        self.focus = Focus()
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

        Why stands in `refused` or `troubled`; nothing has changed then.
        """
        return self._attempt(lambda: self.session.do(command, *args, **kwargs))

    def undo(self) -> Event | None:
        """Take the last change back; gives what was taken back."""
        return self._attempt(self.session.undo)

    def redo(self) -> Event | None:
        """Bring back what was taken back."""
        return self._attempt(self.session.redo)

    def focus_on(self, **fields: object) -> None:
        """Put something in hand: the fields of `Focus`."""
        focus = replace(self.focus, **fields)  # type: ignore[arg-type]  # the names are Focus's own
        if focus != self.focus:
            self.focus = focus
            self.refocused.emit(focus)

    def minute(self) -> str:
        """The local minute, ISO 8601, for attendance and locks."""
        return self.session.minute()

    def seconds(self) -> float:
        """Seconds since 1970, for clocks."""
        return self.session.seconds()

    def words(self, text: str) -> str:
        """A text of the guide with the place's and the group's name in it."""
        about = self.workshop.about
        return self.guide.in_words(text, place=about.place_in_prompts, group=about.group)

    def close(self) -> None:
        """Let go of the session and its file."""
        self._stop_listening()
        self.session.close()

    def _attempt(self, act: Callable[[], _Event | None]) -> _Event | None:
        try:
            return act()
        except Refused as refusal:
            self.refused.emit(refusal.reason, refusal.offer)
        except SessionProblem as problem:
            self.troubled.emit(problem)
        return None

    def _heard(self, workshop: Workshop, event: Event | None) -> None:
        self.changed.emit(workshop, event)
