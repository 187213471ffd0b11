"""Tables of note-takers: copies of a workshop, each written in by somebody, and handed over."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from facilitator.board import capture
from sessions.clock import Clock
from sessions.copies import begin_notes, hand_out, hand_over
from sessions.library import entries_of, seat_in
from sessions.problems import SessionProblem
from sessions.progress import Progress
from sessions.session import Session
from sessions.taken import Taken, TurnedAway

Write = Callable[[Session], object]


class Tables:
    """Hands a workshop out, and takes down what each table wrote in its own copy."""

    def __init__(self, session: Session, folder: Path, clock: Clock) -> None:
        self.session = session
        self.folder = folder
        self.clock = clock
        folder.mkdir(exist_ok=True)

    def hand_out(self, name: str) -> Path:
        """A copy of the workshop as it is now."""
        path = self.folder / f"{name}.workshop"
        path.unlink(missing_ok=True)
        self.session.copy_to(path)
        return path

    def write(self, path: Path, *writes: Write) -> Path:
        """Write in a copy, in the seat that it is named after."""
        with Session.open(path, by=path.stem, clock=self.clock) as notes:
            for write in writes:
                write(notes)
        return path

    def note_taker(self, name: str, folder: Path, *writes: Write) -> Path:
        """What a note-taker of that name hands over into a folder."""
        own = self.folder / "laptops"
        own.mkdir(exist_ok=True)
        # Called as a copy of the workshop is: no cloud service made it for that.
        copy = own / self.session.path.name
        copy.unlink(missing_ok=True)
        hand_out(self.session, copy)
        with Session.open(begin_notes(copy, own, name), clock=self.clock) as notes:
            for write in writes:
                write(notes)
            return hand_over(notes, folder)

    def notes(self, name: str, *writes: Write) -> Path:
        """A copy in which a table wrote."""
        return self.write(self.hand_out(name), *writes)


def cards(*texts: str) -> Write:
    """Writes cards on the second question."""

    def write(notes: Session) -> None:
        for text in texts:
            notes.do(capture, text, "purpose", "only-us")

    return write


def take_plainly(paths: Iterable[Path], progress: Progress) -> list[Taken | TurnedAway]:
    """Takes whole files in, without the care that files from elsewhere need."""
    found: list[Taken | TurnedAway] = []
    every = [f for p in paths for f in (sorted(p.glob("*.workshop")) if p.is_dir() else [p])]
    for at, path in enumerate(every):
        progress(at, len(every))
        try:
            entries = entries_of(path)
        except SessionProblem as problem:
            found.append(TurnedAway(path, path.stem, problem))
        else:
            seat = seat_in(path)
            newest = entries[-1].at if entries else ""
            taken = Taken(path, path.stem, tuple(entries), newest=newest)
            found.append(replace(taken, role=seat.role, seat=seat.name))
    progress(len(every), len(every))
    return found


def other_program(path: Path) -> Path:
    """A database of another program under a workshop's name."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    return path
