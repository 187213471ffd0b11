"""Recorders: seats of one workshop that write apart and hear of each other when told to."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.events import Entry, Event
from facilitator.history import History
from facilitator.rewriting import rewriting
from facilitator.seen import EntriesSeen, NotesReceived, read_so_far, spans_of
from tests.facilitator.conftest import Room


class Recorder(Room):
    """A room that says what it had read, as a session does before its first change."""

    def __init__(self, seat: str = "Facilitator", writer: str = "", start: int = 1_000) -> None:
        super().__init__(seat, writer, start)
        self.told = False

    def happened(self, event: Event) -> Entry:
        if not self.told and len(self.history):
            self.told = True
            super().happened(EntriesSeen(*self.history.read_so_far()))
        self.told = True
        return super().happened(event)

    def receive(self, entries: Iterable[Entry]) -> None:
        super().receive(entries)
        self.told = False
        self.rewrite()

    def rewrite(self) -> None:
        """Write anew what may no longer be kept, and record it."""
        found = rewriting(self.history.entries)
        if found.anew:
            self.history = History([found.anew.get(e.id, e) for e in self.history.entries])
        for record in found.records:
            self.happened(record)

    def copy(self, seat: str) -> Recorder:
        """Somebody else who has read all of this."""
        made = Recorder(seat, start=self.milliseconds)
        made.receive(self.history.entries)
        return made

    def bring_in(self, other: Recorder) -> Entry | None:
        """Take in what another has and this one has not, as one change that can be taken back."""
        new = [entry for entry in other.history.entries if entry.id not in self.history]
        if not new:
            return None
        self.receive(new)
        self.told = True
        read = read_so_far(self.history.entries)
        return self.happened(NotesReceived(spans_of(new), (other.seat,), len(new), *read))
