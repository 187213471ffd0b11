"""Session: a workshop that is being kept. Do, undo, redo, receive, listen."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar, cast

from facilitator.attribution import AttributionChosen, AuthorsForgotten, ContributionAttributed
from facilitator.chatham_house import ChathamHouseChosen, NamesForgotten
from facilitator.events import Entry, Event, Refused, Undone, new_id
from facilitator.forgetting import forgetting, kept_of, last_turn, might_forget
from facilitator.history import EntryClock, History
from facilitator.nameless import Known
from facilitator.workshop import Workshop
from sessions.clock import Clock, WallClock
from sessions.problems import Damaged
from sessions.seat import seat_of
from sessions.store import Store

P = ParamSpec("P")
E = TypeVar("E", bound=Event)

Hear = Callable[[Workshop, Event | None], None]
"""What is told of a change: the workshop as it now stands, and the event that was applied to it.

The event is None when the workshop was made anew: after undo, redo, entries from elsewhere, and
whenever authors were forgotten.
"""

NOT_FOR_NOTE_TAKERS = "That is the facilitator’s to do. Here, notes are taken."
"""What a note-taker is told who would open a round or go on to another step."""

# What can make a card unattributed whose author is in the file.
_MAY_FORGET = (AttributionChosen, ChathamHouseChosen, ContributionAttributed, Undone)


class Session:
    """One workshop, its file, and the seat in which things are done ("Facilitator", "Table 3").

    A note-taker's file says whose it is; in it only what a note-taker may do is done.

    A change is on the disk before it is seen. `Refused` and `SessionProblem` leave both the file
    and the workshop as they were, and the session goes on.

    Whatever makes a card unattributed also takes its author out of the file, for good and in the
    same transaction; no undo brings it back.
    """

    def __init__(self, store: Store, by: str, clock: Clock | None) -> None:
        self.path = store.path
        self.seat = seat_of(store.said_of_this_file())
        self.by = by or self.seat.name
        self.clock = clock or WallClock()
        self._store = store
        self._history = History(store.read())
        forgot = any(
            isinstance(e.event, AuthorsForgotten | NamesForgotten) for e in self._history.entries
        )
        # Where the app stopped in the middle of it, what it left behind goes now.
        store.swept = store.swept or not forgot
        store.sweep()
        try:
            self._ids = EntryClock(self._milliseconds, self._history.last_id)
        except ValueError as error:
            raise Damaged.altered(self.path) from error
        # Names that left the file while it is open here, so that they do not come back in words.
        self._heard = Known()
        self._writer = new_id()
        self._seq = 0
        self._listeners: list[Hear] = []

    @classmethod
    def create(cls, path: Path, *, by: str = "", clock: Clock | None = None) -> Self:
        """Start a workshop in a new file. Raises `SessionProblem`; never overwrites."""
        return cls._keep(Store.create(path), by, clock)

    @classmethod
    def open(cls, path: Path, *, by: str = "", clock: Clock | None = None) -> Self:
        """Open a workshop. Raises `SessionProblem`, with the file's bytes unchanged."""
        return cls._keep(Store.open(path), by, clock)

    @classmethod
    def _keep(cls, store: Store, by: str, clock: Clock | None) -> Self:
        try:
            return cls(store, by, clock)
        except BaseException:
            store.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def workshop(self) -> Workshop:
        """The workshop as it stands. Ask again after a change: an undo makes it anew."""
        return self._history.workshop

    @property
    def history(self) -> History:
        """Every entry, in order."""
        return self._history

    def do(
        self, command: Callable[Concatenate[Workshop, P], E], *args: P.args, **kwargs: P.kwargs
    ) -> E:
        """Run a command, keep its event, and give it back. `Refused` comes through."""
        event = command(self.workshop, *args, **kwargs)
        if self.seat.role != "facilitator" and not event.for_note_takers:
            raise Refused(NOT_FOR_NOTE_TAKERS)
        if self.workshop.chatham_house:
            self._heard |= Known.of([event])
            event = cast(E, kept_of(event, self.workshop, self._heard))
        forgot = self._add(event)
        self._announce(None if forgot else event)
        return event

    def undo(self) -> Event | None:
        """Take back the newest change of this seat, and give it; None when there is none."""
        entry = self._history.to_undo(self.by)
        if entry is None:
            return None
        self._add(Undone(entry.id))
        self._announce(None)
        return entry.event

    def redo(self) -> Event | None:
        """Bring back what was last taken back, and give it; None when there is nothing."""
        undo = self._history.to_redo(self.by)
        if undo is None or not isinstance(undo.event, Undone):
            return None
        taken_back = undo.event.entry
        self._add(Undone(undo.id))
        self._announce(None)
        return next((e.event for e in self._history.entries if e.id == taken_back), None)

    def can_undo(self) -> bool:
        """Whether there is a change of this seat to take back."""
        return self._history.to_undo(self.by) is not None

    def can_redo(self) -> bool:
        """Whether something taken back can be brought back."""
        return self._history.to_redo(self.by) is not None

    def receive(self, entries: Iterable[Entry]) -> int:
        """Take in entries from elsewhere, each once; how many were new.

        All of them are kept, or none: `SessionProblem` when they contradict what is here.
        """
        entries = list(entries)
        new = {entry.id: entry for entry in entries if entry.id not in self._history}
        if new and last_turn([*self._history.entries, *new.values()]):
            # Their copies of what was written anew here still say how the people are called.
            self._heard |= Known.of(entry.event for entry in entries)
        if not new:
            return 0
        newest = max(new)
        try:
            EntryClock(self._milliseconds, newest)
        except ValueError as error:
            raise Damaged.incoming() from error
        self._ids.see(newest)
        if not self._keep_forgetting(list(new.values())):
            self._store.append(new.values())
            self._history.extend(new.values())
        self._announce(None)
        return len(new)

    def listen(self, hear: Hear) -> Callable[[], None]:
        """Be told of every change from now on; returns the way to stop."""
        self._listeners.append(hear)

        def stop() -> None:
            if hear in self._listeners:
                self._listeners.remove(hear)

        return stop

    def minute(self) -> str:
        """The local minute ("2026-03-18T14:30"), for attendance and locks."""
        return self.clock.now().strftime("%Y-%m-%dT%H:%M")

    def seconds(self) -> float:
        """Seconds since 1970, for the step's timer and the scenario's clock."""
        return self.clock.now().timestamp()

    def copy_to(self, path: Path, *, over: bool = False) -> None:
        """Write a copy of the file as it is now. Raises `SessionProblem`.

        Overwrites nothing unless told to.
        """
        self._store.copy_to(path, over=over)

    def close(self) -> None:
        """Let go of the file. Everything is saved already."""
        self._store.close()

    def _milliseconds(self) -> int:
        return int(self.seconds() * 1000)

    def _add(self, event: Event) -> bool:
        """Stamp an event, put it on the disk, and only then fold it in.

        Whether authors were forgotten because of it.
        """
        entry = self._stamp(event, self._seq + 1)
        if isinstance(event, _MAY_FORGET) and self._keep_forgetting([entry]):
            return True
        self._store.append([entry])
        self._seq += 1
        self._history.extend([entry])
        return False

    def _keep_forgetting(self, new: list[Entry]) -> bool:
        """Keep entries and take out of the file whose author they forbid to keep, all at once.

        False, with nothing done, when they forbid nothing.
        """
        together = [*self._history.entries, *new]
        if not might_forget(together):
            return False
        after = History(together)
        if last_turn(together):
            self._heard |= Known.of(entry.event for entry in together)
        found = forgetting(after.entries, after.workshop, self._heard)
        if not found.rewritten:
            return False
        ours = {entry.id for entry in self._history.entries}
        anew = {entry.id: entry for entry in found.rewritten}
        added = [anew.get(entry.id, entry) for entry in new]
        seq = self._seq + sum(entry.writer == self._writer for entry in new)
        for record in found.records:
            seq += 1
            added.append(self._stamp(record, seq))
        self._store.rewrite([e for e in found.rewritten if e.id in ours], added)
        self._seq = seq
        kept = [anew.get(entry.id, entry) for entry in self._history.entries]
        self._history = History([*kept, *added])
        return True

    def _stamp(self, event: Event, seq: int) -> Entry:
        now = self.clock.now().isoformat(timespec="seconds")
        return Entry(self._ids.tick(), self._writer, seq, now, self.by, event)

    def _announce(self, event: Event | None) -> None:
        # Everybody is told, in turn, even when one of them fails; what failed is raised after.
        with ExitStack() as in_turn:
            for hear in reversed(self._listeners):
                in_turn.callback(hear, self.workshop, event)
