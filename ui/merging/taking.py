"""Taking in files from elsewhere: the one way in, and what each of them is called."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from sessions.progress import Progress, unheard
from sessions.taken import Taken, TurnedAway

Found = Taken | TurnedAway
"""What could be read of a file, or why nothing could."""


class TakesIn(Protocol):
    """Reads files, folders and archives from elsewhere: see `sessions.intake`."""

    def __call__(self, paths: Iterable[Path], progress: Progress) -> list[Found]:
        """What could be read of each; `progress` may raise `Cancelled`."""
        ...


def from_elsewhere(paths: Iterable[Path], progress: Progress) -> list[Found]:
    """The one way in: looked up when the first file is read."""
    from sessions.intake import take_in

    return take_in(paths, progress)


def taken_from(paths: list[Path]) -> list[Found]:
    """What could be read of these, at once, each called by its seat."""
    return by_seat(from_elsewhere(paths, unheard))


def by_seat(taken: list[Found]) -> list[Found]:
    """Call a note-taker's file by the seat in which it was written; two of one seat by both."""
    seats = Counter(_seat(each) for each in taken)
    named: list[Found] = []
    for each in taken:
        seat = _seat(each)
        label = f"{seat} ({each.label})" if seats[seat] > 1 else seat
        named.append(replace(each, label=label) if isinstance(each, Taken) and seat else each)
    return named


def _seat(taken: Found) -> str:
    return taken.seat if isinstance(taken, Taken) and taken.role == "note-taker" else ""
