"""History: the order of entries, undo and redo, and the workshop they add up to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import fields

from facilitator.effect import Effect, effect, taken_back
from facilitator.events import Entry, Event, Undone, Unknown
from facilitator.progress import StepEntered, TimerExtended, TimerPaused, TimerResumed
from facilitator.seen import EntriesSeen, NotesReceived, OneLine, Read, read_so_far
from facilitator.workshop import Workshop

_COUNTER_FULL = 0xFFF
_SILENT = (TimerExtended, TimerPaused, TimerResumed, EntriesSeen, Unknown)


class EntryClock:
    """A hybrid logical clock whose ticks have the shape of a UUIDv7 (RFC 9562).

    48 bits of milliseconds, a counter of 12 bits, 62 bits of chance. A tick is always above every
    id seen, so a laptop whose clock is wrong still continues the story that it has read.
    """

    def __init__(self, milliseconds: Callable[[], int], seen: str = "") -> None:
        self._milliseconds = milliseconds
        self._last = 0
        self._counter = 0
        self.see(seen)

    def see(self, entry_id: str) -> None:
        """Take note of an id: later ticks are above it."""
        if not entry_id:
            return
        milliseconds = milliseconds_of(entry_id)
        counter = int(entry_id[15:18], 16)
        if (milliseconds, counter) > (self._last, self._counter):
            self._last, self._counter = milliseconds, counter

    def tick(self) -> str:
        """The next id, as lower-case text with hyphens."""
        now = self._milliseconds()
        if now > self._last:
            self._last, self._counter = now, 0
        elif self._counter < _COUNTER_FULL:
            self._counter += 1
        else:
            self._last, self._counter = self._last + 1, 0
        chance = int.from_bytes(os.urandom(8)) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return (
            f"{self._last >> 16:08x}-{self._last & 0xFFFF:04x}-7{self._counter:03x}-"
            f"{chance >> 48:04x}-{chance & 0xFFFF_FFFF_FFFF:012x}"
        )


def milliseconds_of(entry_id: str) -> int:
    """The milliseconds since 1970 that an entry's id holds."""
    return int(entry_id[:8] + entry_id[9:13], 16)


def root_of(entries: Iterable[Entry]) -> str:
    """The id of the oldest entry, which all copies of a workshop share; empty before the first.

    No clock that has seen it makes a smaller one, so it stays the oldest through every merge.
    """
    return min((entry.id for entry in entries), default="")


def replay(entries: Iterable[Entry]) -> Workshop:
    """The workshop that entries add up to, in whatever order they come."""
    return _applied(effect(sorted(entries, key=lambda entry: entry.id)))


def _applied(found: Effect) -> Workshop:
    workshop = Workshop()
    for entry in found.entries:
        entry.event.apply(workshop)
    workshop.side_by_side = found.questions
    return workshop


class Past:
    """A history as it is told now, and the workshop as it stood after any entry of it.

    What was taken back is left out, and so are the undos themselves: the past is shown as if what
    was undone had never been done. Entries that come later are not in it; ask for another then.

    `stops` are the places (in `entries`) at which something changed that can be looked at: clocks
    and what this version does not know are passed over. `steps` are those among the stops (by
    their number) at which a step of the journey began.
    """

    EVERY = 200
    """Entries from one kept workshop to the next: folding so many costs a fraction of a frame."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(effect(list(entries)).entries)
        self.stops = tuple(
            at for at, e in enumerate(self.entries) if not isinstance(e.event, _SILENT)
        )
        self.steps = tuple(
            stop
            for stop, at in enumerate(self.stops)
            if isinstance(self.entries[at].event, StepEntered)
        )
        self._kept = [Workshop()]

    def after(self, count: int) -> Workshop:
        """The workshop as it stood after so many entries; the caller's own, to look at."""
        count = max(0, min(count, len(self.entries)))
        while len(self._kept) * self.EVERY <= count:
            begin = (len(self._kept) - 1) * self.EVERY
            self._kept.append(self._folded(begin, begin + self.EVERY))
        return self._folded(count // self.EVERY * self.EVERY, count)

    def _folded(self, begin: int, end: int) -> Workshop:
        """A copy of the workshop that is kept for `begin`, with the entries up to `end` applied."""
        workshop = copied(self._kept[begin // self.EVERY])
        for entry in self.entries[begin:end]:
            entry.event.apply(workshop)
        return workshop


def copied(workshop: Workshop) -> Workshop:
    """The same workshop in containers of its own: it stays as it is while the other goes on.

    Entities are frozen, so they are shared.
    """
    made = Workshop()
    for noun in fields(workshop):
        setattr(made, noun.name, _own(getattr(workshop, noun.name)))
    return made


def _own(held: object) -> object:
    if isinstance(held, dict):
        inside = next(iter(held.values()), None)
        if isinstance(inside, list | dict | set):
            return {key: inside.copy() for key, inside in held.items()}
    return held.copy() if isinstance(held, list | dict | set) else held


class History:
    """The entries of a workshop in order, and the workshop as it stands.

    The workshop is changed in place by an entry that comes last, and made anew when an entry
    arrives late, takes another back, or may stand beside another. All come to the same.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        each_once = {entry.id: entry for entry in entries}
        self.entries = sorted(each_once.values(), key=lambda entry: entry.id)
        self._known = set(each_once)
        self._make_anew()

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._known

    @property
    def last_id(self) -> str:
        """The id of the newest entry; empty before the first."""
        return self.entries[-1].id if self.entries else ""

    def read_so_far(self) -> Read:
        """Which entries are here, by their writers' numbers."""
        return read_so_far(self.entries)

    def extend(self, entries: Iterable[Entry]) -> Workshop:
        """Take entries in, each once, and give the workshop that follows."""
        unseen = {e.id: e for e in entries if e.id not in self._known}
        new = sorted(unseen.values(), key=lambda entry: entry.id)
        if not new:
            return self.workshop
        in_order = new[0].id > self.last_id
        self.entries.extend(new)
        self._known.update(unseen)
        if in_order and self._go_on(new):
            for entry in new:
                entry.event.apply(self.workshop)
        else:
            if not in_order:
                self.entries.sort(key=lambda entry: entry.id)
            self._make_anew()
        return self.workshop

    def _go_on(self, new: list[Entry]) -> bool:
        """Whether entries that come last may be applied to the workshop as it stands."""
        read_all = [self._line.goes_on(entry) for entry in new]
        events = [entry.event for entry in new]
        if any(isinstance(event, Undone | NotesReceived) for event in events):
            return False
        return all(self._stands_alone(e, read) for e, read in zip(events, read_all, strict=True))

    def _stands_alone(self, event: Event, read_all: bool) -> bool:
        """Whether an event neither begins nor ends a question of what stands side by side."""
        if read_all:
            open_ones = self.workshop.side_by_side
            return not open_ones or not (
                event.decides() or any(setting.key in open_ones for setting in event.settings())
            )
        return not (event.settings() or event.locks() or event.decides())

    def _make_anew(self) -> None:
        self._line = OneLine(self.entries)
        self.workshop = _applied(effect(self.entries, self._line))

    def past(self) -> Past:
        """The history as it is told at this moment, to look back into."""
        return Past(self.entries)

    def to_undo(self, by: str) -> Entry | None:
        """The newest change made in a seat that is in effect; None when there is none.

        What stands, because the room has seen what came of it, is passed over.
        """
        gone = taken_back(self.entries)
        for entry in reversed(self.entries):
            changes = entry.event.undoable and not isinstance(entry.event, Undone)
            if entry.by != by or not changes or entry.id in gone:
                continue
            if not entry.event.stands(self.workshop):
                return entry
        return None

    def to_redo(self, by: str) -> Entry | None:
        """The undo that "bring it back" would undo; None after any newer change in that seat."""
        gone = taken_back(self.entries)
        kinds = {e.id: e.event for e in self.entries if isinstance(e.event, Undone)}
        for entry in reversed(self.entries):
            if entry.by != by or not entry.event.undoable or entry.id in gone:
                continue
            if not isinstance(entry.event, Undone):
                return None
            if entry.event.entry not in kinds:
                return entry
        return None
