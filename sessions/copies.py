"""Copies of a workshop: handed out to note-takers, taken up by each of them, and handed over again.

Nobody ever writes into a file that somebody else writes into. What is handed out is nobody's yet;
each note-taker makes a file of their own from it, and hands over a copy of that.
"""

from contextlib import closing
from pathlib import Path

from sessions.library import SUFFIX, file_name
from sessions.seat import Role, Seat, take_seat
from sessions.session import Session
from sessions.store import Store


def hand_out(session: Session, path: Path) -> None:
    """Write a copy for note-takers: everything up to now. Raises `SessionProblem`."""
    _copy_for(session, path, Seat("handed-out"))


def begin_notes(copy: Path, folder: Path, name: str) -> Path:
    """Make a note-taker's own file from a copy that was handed out; the path of it.

    The copy stays as it is: others may take it up too. `name` is what the notes are called
    ("Table 3"). A number is added where a file of that name is there. Raises `SessionProblem`.
    """
    seat = Seat("note-taker", name.strip() or "Notes")
    path = _free(folder, f"{file_name(copy.stem)}-{file_name(seat.name)}")
    with closing(Store.copy_of(copy, path)) as store:
        take_seat(store, seat)
    return path


def hand_over(session: Session, folder: Path) -> Path:
    """Write a copy of a note-taker's file into a folder, in the place of their earlier one there.

    Whole or not at all: whoever watches the folder never reads half of it. Raises
    `SessionProblem`.
    """
    path = folder / session.path.name
    session.copy_to(path, over=True)
    return path


def become(path: Path, role: Role) -> None:
    """Go on in another role in a file that nobody has open: a note-taker's copy, when the
    facilitator's laptop has died, is as good a workshop as any. Raises `SessionProblem`.
    """
    with closing(Store.open(path)) as store:
        take_seat(store, Seat(role))


def _copy_for(session: Session, path: Path, seat: Seat) -> None:
    session.copy_to(path)
    with closing(Store.open(path)) as store:
        take_seat(store, seat)


def _free(folder: Path, name: str) -> Path:
    number, tail = 1, ""
    while (path := folder / f"{name}{tail}{SUFFIX}").exists():
        number += 1
        tail = f"-{number}"
    return path
