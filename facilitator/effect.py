"""Effect: which entries of a history are applied, and as what.

What was taken back is not, nor what waits beside something else for the group's choice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from facilitator.events import Entry, Undone
from facilitator.seen import NotesReceived, OneLine, Sight
from facilitator.side_by_side import Key, Question, in_effect, look


@dataclass
class Effect:
    """The entries that are applied, oldest first, and what stands side by side."""

    entries: list[Entry]
    questions: dict[Key, Question] = field(default_factory=dict)


def taken_back(entries: Iterable[Entry]) -> set[str]:
    """Ids of the entries that are undone. Entries come oldest first.

    Read newest first, an undo is met before what it undoes; an undone undo undoes nothing. Nor
    does one that names what comes after it, which no clock that has seen both can have made. What
    was received and taken back is undone with it, unless it was received again.
    """
    ordered = entries if isinstance(entries, Sequence) else list(entries)
    gone: set[str] = set()
    received: list[Entry] = []
    for entry in reversed(ordered):
        event = entry.event
        if type(event) is Undone:
            if entry.id not in gone and event.entry < entry.id:
                gone.add(event.entry)
        elif type(event) is NotesReceived:
            received.append(entry)
    if any(entry.id in gone for entry in received):
        return _with_what_came(ordered)
    return gone


def _with_what_came(ordered: Sequence[Entry]) -> set[str]:
    """The same, where something that was received is taken back."""
    gone: set[str] = set()
    stands: dict[str, list[tuple[int, int]]] = defaultdict(list)
    went: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for entry in reversed(ordered):
        event = entry.event
        if _within(entry, went) and not _within(entry, stands):
            gone.add(entry.id)
        if entry.id in gone and not isinstance(event, NotesReceived):
            continue
        if isinstance(event, Undone) and event.entry < entry.id:
            gone.add(event.entry)
        elif isinstance(event, NotesReceived):
            for writer, first, last in event.spans:
                (went if entry.id in gone else stands)[writer].append((first, last))
    return gone


def _within(entry: Entry, spans: dict[str, list[tuple[int, int]]]) -> bool:
    return any(first <= entry.seq <= last for first, last in spans.get(entry.writer, ()))


def effect(ordered: Sequence[Entry], line: OneLine | None = None) -> Effect:
    """What is applied of entries that come oldest first; undos themselves are left out.

    `line` says of the same entries whether they are one line, where that is known.
    """
    gone = taken_back(ordered)
    stand = [e for e in ordered if e.id not in gone and type(e.event) is not Undone]
    if (line or OneLine(ordered)).unbroken:
        return Effect(stand)
    found = look(stand, Sight(ordered))
    if not found.held:
        return Effect(stand, found.questions)
    touched = {entry for entry, _ in found.held}
    applied = (in_effect(e, found.held) if e.id in touched else e for e in stand)
    return Effect([e for e in applied if e is not None], found.questions)
