"""The workshops that are tortured, and what must hold of them afterwards."""

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from facilitator.board import capture
from facilitator.history import replay
from facilitator.stages.gather import name_workshop
from facilitator.workshop import Workshop
from sessions.copies import begin_notes, hand_out
from sessions.library import entries_of
from sessions.problems import SessionProblem
from sessions.session import Session

STEP = ("purpose", "only-us")
SECRET = "Quillfeather"
"""Words that are taken out, and must be nowhere afterwards."""


class Lost(Exception):  # noqa: N818  the worst that can be said
    """A word that was acknowledged is not there, or one that was taken out is."""


class Templates:
    """Files that every round begins with a copy of."""

    def __init__(self, folder: Path, tables: int = 3) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.main = folder / "main.workshop"
        with Session.create(self.main) as session:
            session.do(name_workshop, "Shaping", "Ashby Board", "Ashby", "2026-03-18")
            for number in range(40):
                session.do(capture, f"Begun {number}", *STEP)
            hand_out(session, folder / "out.workshop")
        self.tables = [self._table(number) for number in range(tables)]
        self.older = folder / "older.workshop"
        _make_older(self.main, self.older)

    def _table(self, number: int) -> Path:
        path = begin_notes(self.folder / "out.workshop", self.folder, f"Table {number}")
        with Session.open(path) as session:
            for card in range(30):
                session.do(capture, f"Table {number} card {card}", *STEP)
        return path

    def copied(self, template: Path, to: Path) -> Path:
        """A copy of a template, to be tortured."""
        shutil.copyfile(template, to)
        return to


def _make_older(main: Path, older: Path) -> None:
    """The same workshop as a file of version 1, as the app wrote it before there were seats."""
    shutil.copyfile(main, older)
    with closing(sqlite3.connect(older, isolation_level=None)) as connection:
        connection.execute("DROP TABLE this_file")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'this file'")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("VACUUM")


def texts(workshop: Workshop) -> set[str]:
    """Every card's words."""
    return {card.text for card in workshop.contributions.values()}


def whole(path: Path, acknowledged: Iterable[str], may_have: Iterable[str] = ()) -> set[str]:
    """Open a file as anybody would, and check that nothing acknowledged is lost.

    What is there and was never acknowledged can only be what was in hand: `may_have`. The words
    of all cards.
    """
    try:
        with Session.open(path) as session:
            found = texts(session.workshop)
            if session.workshop != replay(session.history.entries):
                raise Lost(f"{path}: the workshop is not what its entries add up to")
    except SessionProblem as problem:
        raise Lost(f"{path}: {problem}") from problem
    missing = set(acknowledged) - found
    if missing:
        raise Lost(f"{path}: {len(missing)} acknowledged words are gone: {sorted(missing)[:3]}")
    begun = {f"Begun {number}" for number in range(40)}
    if strange := found - set(acknowledged) - set(may_have) - begun:
        raise Lost(f"{path}: words that nobody acknowledged: {sorted(strange)[:3]}")
    check_integrity(path)
    return found


def check_integrity(path: Path) -> None:
    """SQLite's own check, and every entry's hash."""
    with closing(sqlite3.connect(path)) as connection:
        (said,) = connection.execute("PRAGMA integrity_check").fetchone()
    if said != "ok":
        raise Lost(f"{path}: {said}")
    entries_of(path)
