"""What had been seen: which entries a writer had read when it wrote another.

Entries are in one order everywhere, but that order does not say who knew what. So a writer puts
down what it has read, as the last number of each other writer, before it writes its first entry and
again whenever entries came from elsewhere. Of two entries of which neither writer had seen the
other, none is an answer to the other: they are side by side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from facilitator.events import Entry, Event

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class EntriesSeen(Event, frozen=True, tag="entries.seen"):
    """A writer had read these entries: by writer, the last number of theirs that it had.

    `missing` are those before it that it did not have, (writer, first number, last number): they
    were damaged in the file that brought the others.
    """

    undoable = False
    for_note_takers = True

    last: dict[str, int]
    missing: tuple[tuple[str, int, int], ...] = ()

    def apply(self, workshop: Workshop) -> None:
        """Nothing of its own: it says what the entries after it were written in the light of."""


class NotesReceived(Event, frozen=True, tag="notes.received"):
    """Entries came in from elsewhere, all at once; taking this back takes all of them back.

    `spans` are (writer, first number, last number), `names` what they came from ("Table 3");
    `last` and `missing` what had been read by then, as in `EntriesSeen`. An entry that was brought
    in several times stays as long as one of them stands.
    """

    for_note_takers = True

    spans: tuple[tuple[str, int, int], ...]
    names: tuple[str, ...] = ()
    count: int = 0
    last: dict[str, int] = msgspec.field(default_factory=dict)
    missing: tuple[tuple[str, int, int], ...] = ()

    def apply(self, workshop: Workshop) -> None:
        """Nothing of its own: what came in applies itself."""


class Read(NamedTuple):
    """What has been read: `last` and `missing`, as in `EntriesSeen`."""

    last: dict[str, int]
    missing: tuple[tuple[str, int, int], ...] = ()


def read_so_far(entries: Iterable[Entry]) -> Read:
    """Which entries are here, by their writers' numbers."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        numbers[entry.writer].add(entry.seq)
    last, missing = {}, []
    for writer, those in sorted(numbers.items()):
        last[writer] = max(those)
        # Writers number from 1 on without gaps: mostly there is nothing to look for.
        if len(those) == last[writer] and min(those) == 1:
            continue
        before = 0
        for number in sorted(those):
            if number > before + 1:
                missing.append((writer, before + 1, number - 1))
            before = number
    return Read(last, tuple(missing))


def spans_of(entries: Iterable[Entry]) -> tuple[tuple[str, int, int], ...]:
    """Entries by their writers' numbers: (writer, first, last), without gaps within."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for entry in entries:
        numbers[entry.writer].append(entry.seq)
    spans = []
    for writer, those in sorted(numbers.items()):
        first = last = -1
        for number in sorted(set(those)):
            if number != last + 1 or first < 0:
                if first >= 0:
                    spans.append((writer, first, last))
                first = number
            last = number
        spans.append((writer, first, last))
    return tuple(spans)


class Sight:
    """Who had seen what, in a history.

    A writer that never said what it had read had read whatever others had written before who never
    said either: that is how files grew before there were copies of them.
    """

    def __init__(self, ordered: Iterable[Entry]) -> None:
        self._numbers: dict[str, list[int]] = defaultdict(list)
        self._read: dict[str, list[Read]] = defaultdict(list)
        for entry in ordered:
            self.hear(entry)

    def hear(self, entry: Entry) -> None:
        """Take note of what an entry says that its writer had read."""
        event = entry.event
        if not isinstance(event, EntriesSeen | NotesReceived):
            return
        at = bisect_right(self._numbers[entry.writer], entry.seq)
        self._numbers[entry.writer].insert(at, entry.seq)
        self._read[entry.writer].insert(at, Read(event.last, event.missing))

    def saw(self, later: Entry, earlier: Entry) -> bool:
        """Whether the writer of one entry had read the other when it wrote."""
        if later.writer == earlier.writer:
            return earlier.seq < later.seq
        at = bisect_right(self._numbers.get(later.writer, ()), later.seq)
        if at:
            read = self._read[later.writer][at - 1]
            return earlier.seq <= read.last.get(earlier.writer, 0) and not any(
                writer == earlier.writer and first <= earlier.seq <= last
                for writer, first, last in read.missing
            )
        return earlier.writer not in self._numbers and earlier.id < later.id


_TELLING = (EntriesSeen, NotesReceived)


class OneLine:
    """Whether a history is one line: every writer had read all that was written before.

    Then nothing in it is side by side, and nobody needs to look. Entries come in order.
    """

    def __init__(self, ordered: Iterable[Entry] = ()) -> None:
        self.unbroken = True
        self._writer = ""
        self._numbers: dict[str, int] = {}
        self._told = False
        self._read_all = True
        last = None
        for entry in ordered:
            # Mostly one writer goes on: only where another begins is there anything to look at.
            if entry.writer != self._writer or type(entry.event) in _TELLING:
                if last is not None:
                    self._count(last)
                self.goes_on(entry)
            last = entry
        if last is not None:
            self._count(last)

    def _count(self, entry: Entry) -> None:
        self._numbers[entry.writer] = max(entry.seq, self._numbers.get(entry.writer, 0))

    def goes_on(self, entry: Entry) -> bool:
        """Take the next entry, and say whether its writer had read everything before it."""
        event = entry.event
        if isinstance(event, EntriesSeen | NotesReceived):
            self._told = True
            read, own = event.last, entry.writer
            # Where something was missing it may be here by now: then it is looked at closely.
            self._read_all = not event.missing and all(
                read.get(w, 0) >= n for w, n in self._numbers.items() if w != own
            )
        elif entry.writer != self._writer:
            # Before anybody said what they had read, everybody had read everything.
            self._read_all = not self._told
        self.unbroken = self.unbroken and self._read_all
        self._writer = entry.writer
        self._count(entry)
        return self._read_all
