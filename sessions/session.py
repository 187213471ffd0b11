"""Session: a workshop that is being kept. Do, undo, redo, receive, listen."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Protocol, Self, TypeVar, cast

from facilitator.attribution import AttributionChosen, AuthorsForgotten, ContributionAttributed
from facilitator.chatham_house import ChathamHouseChosen, NamesForgotten
from facilitator.events import Entry, Event, Redacted, Refused, Targets, Undone, new_id
from facilitator.forgetting import kept_of, last_turn
from facilitator.history import EntryClock, History
from facilitator.nameless import Known
from facilitator.redaction import redact
from facilitator.rewriting import Rewriting, rewriting
from facilitator.seen import EntriesSeen, NotesReceived, read_so_far, spans_of
from facilitator.workshop import Workshop
from sessions.clock import Clock, WallClock
from sessions.coming_back import come_back
from sessions.problems import Damaged, Full, Missing
from sessions.progress import Progress, unheard
from sessions.reserve import Reserve
from sessions.seat import seat_of, take_seat
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

# What can make a card unattributed whose author is in the file, and what takes words out.
_MAY_REWRITE = (
    AttributionChosen,
    ChathamHouseChosen,
    ContributionAttributed,
    Undone,
    Redacted,
)


class KeepsBackups(Protocol):
    """Whoever keeps copies of a workshop: see `sessions.backups`."""

    def keep(self, session: "Session", why: str) -> object:
        """Keep a copy of it as it is now. Raises `SessionProblem`."""
        ...

    def expect_rewriting(self, session: "Session") -> None:
        """Hear that something is about to leave it for good. Raises `SessionProblem`."""
        ...

    def rewritten(self, session: "Session") -> None:
        """Hear that something left it for good. Raises `SessionProblem`."""
        ...


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
        self.backups: KeepsBackups | None = None
        self.reserve: Reserve | None = None
        self._writer = new_id()
        self._seq = 0
        # Whether something left the file for good that may still be in its backups.
        self._left = False
        # Whether it stands in the file what had been read when the next change is made.
        self._told = False
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
        self.hear_names(entries)
        new = self._unseen(entries)
        if new:
            self._put_down(new, looks=True)
            self._told = False
            self._announce(None)
        return len(new)

    def bring_in(
        self,
        entries: Iterable[Entry],
        names: tuple[str, ...] = (),
        again: Iterable[Entry] = (),
        progress: Progress = unheard,
    ) -> int:
        """Take in what note-takers wrote, as one change that can be taken back; how many were new.

        `names` say what it came from. `again` are entries that are here and were taken back with
        what they came in with: they come back. All of it is kept, or none: `progress` may stop it
        by raising what it likes, `SessionProblem` says what it contradicts.
        """
        new = self._unseen(entries)
        brought = [*new, *again]
        if not brought:
            return 0
        read = read_so_far([*self._history.entries, *new])
        received = NotesReceived(spans_of(brought), names, len(brought), *read)
        self._put_down([*new, self._stamp(received, self._seq + 1)], looks=True, progress=progress)
        self._told = True
        self._announce(None)
        return len(new)

    def hear_names(self, entries: Iterable[Entry]) -> None:
        """Take note of the names in entries, as long as the file is open and only in memory.

        A copy still says how the people are called of whom nothing here does any more; that is how
        they are known in what it brings. Nothing is noted where nobody's name has to go.
        """
        those = list(entries)
        if last_turn(self._history.entries) or last_turn(those):
            self._heard |= Known.of(entry.event for entry in those)

    def redact(self, targets: Targets) -> Redacted:
        """Take texts out of the file and its backups for good. `Refused` comes through.

        A backup is made first; afterwards neither it nor any other holds the words. Raises
        `SessionProblem`: before anything was taken out, or once it is gone from here and not yet
        from the backups, which then follow at the next start.
        """
        redact(self.workshop, targets)
        self.back_up("before a redaction")
        return self.do(redact, targets)

    def back_up(self, why: str) -> None:
        """Have a copy kept, where there is somebody who keeps them."""
        if self.backups is not None:
            self.backups.keep(self, why)

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

    def go_on_in(self, path: Path) -> None:
        """Go on in a new file, with everything that was kept, where the old one is lost to us.

        For a stick that was pulled out, a folder that is read-only now, a disk that stays full:
        all of it is known here still. The old file is left as it is. Raises `SessionProblem`, and
        goes on as before then.
        """
        store = Store.create(path)
        try:
            store.append(self._history.entries)
            take_seat(store, self.seat)
        except BaseException:
            store.let_go()
            path.unlink(missing_ok=True)
            raise
        self._store.let_go()
        self._store, self.path = store, store.path

    def try_to_save(self) -> None:
        """Find out whether changes can be kept again; raises why not, a `SessionProblem`.

        A file that was away and is there again, such as on a stick, is taken up where it was.
        """
        try:
            self._store.say_of_this_file(tried=self.clock.now().isoformat(timespec="seconds"))
        except Missing:
            store = come_back(list(self._history.entries), self.path)
            self._store.let_go()
            self._store = store

    def held(self) -> bytes:
        """The file as it is now, for `sessions.held` to write. Raises `SessionProblem`."""
        return self._store.held()

    def close(self) -> None:
        """Let go of the file. Everything is saved already."""
        self._store.close()

    def _milliseconds(self) -> int:
        return int(self.seconds() * 1000)

    def _add(self, event: Event) -> bool:
        """Stamp an event, put it on the disk, and only then fold it in.

        Whether anything was written anew because of it.
        """
        first = []
        if not self._told and self._history.entries:
            # Before anything else it is said what had been read when it was written.
            first.append(self._stamp(EntriesSeen(*self._history.read_so_far()), self._seq + 1))
        entry = self._stamp(event, self._seq + 1 + len(first))
        anew = self._put_down([*first, entry], looks=isinstance(event, _MAY_REWRITE))
        self._told = True
        return anew

    def _unseen(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those that are not here yet; from now on the clock is above all of them."""
        new = {entry.id: entry for entry in entries if entry.id not in self._history}
        if new:
            newest = max(new)
            try:
                EntryClock(self._milliseconds, newest)
            except ValueError as error:
                raise Damaged.incoming() from error
            self._ids.see(newest)
        return list(new.values())

    def _put_down(self, new: list[Entry], *, looks: bool, progress: Progress = unheard) -> bool:
        """Put entries on the disk, and fold them in; all of them, or none.

        `looks` for what they, or those that are here, forbid to keep: words that were taken out,
        and who said what is unattributed. That is written anew in the same transaction; whether
        anything was.
        """
        together = [*self._history.entries, *new]
        if looks:
            self.hear_names(together)
        found = rewriting(together, self._heard) if looks else Rewriting()
        anew = found.anew
        added = [anew.get(entry.id, entry) for entry in new]
        seq = self._seq + sum(entry.writer == self._writer for entry in new)
        for record in found.records:
            seq += 1
            added.append(self._stamp(record, seq))
        rewritten = [entry for id_, entry in anew.items() if id_ in self._history]
        if rewritten:
            if self.backups is not None:
                self.backups.expect_rewriting(self)
            self._with_reserve(lambda: self._store.rewrite(rewritten, added, progress))
            kept = [anew.get(entry.id, entry) for entry in self._history.entries]
            self._history = History([*kept, *added])
        else:
            self._with_reserve(lambda: self._store.append(added, progress))
            self._history.extend(added)
        self._seq = seq
        self._left = self._left or bool(rewritten)
        return bool(anew)

    def _with_reserve(self, write: Callable[[], None]) -> None:
        """Write; on a full disk once more, where there is room that was held back for it."""
        try:
            write()
        except Full:
            if self.reserve is None or not self.reserve.let_go():
                raise
            write()

    def _stamp(self, event: Event, seq: int) -> Entry:
        now = self.clock.now().isoformat(timespec="seconds")
        return Entry(self._ids.tick(), self._writer, seq, now, self.by, event)

    def _announce(self, event: Event | None) -> None:
        # Everybody is told, in turn, even when one of them fails; what failed is raised after.
        with ExitStack() as in_turn:
            if self._left and self.backups is not None:
                self._left = False
                in_turn.callback(self.backups.rewritten, self)
            for hear in reversed(self._listeners):
                in_turn.callback(hear, self.workshop, event)
