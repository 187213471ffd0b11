"""A small workshop to be spoilt, and the ways to spoil it: SQL, rows, bytes."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facilitator.board import capture
from sessions.clock import SetClock
from sessions.session import Session
from sessions.store import digest_of

Spoil = Callable[[Path], object]
"""Makes a hostile file at a path at which a sound workshop lies."""

INSERT = "INSERT INTO entries (id, writer, seq, at, by, event, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
SOUND = {
    "id": "019cf000-0000-7000-8000-000000000001",
    "writer": "00000000000000aa",
    "seq": 1,
    "at": "2026-03-18T14:30:00+00:00",
    "by": "Table 3",
    "event": '{"kind":"from.tomorrow"}',
}


def plain_workshop(path: Path, cards: int = 60) -> None:
    """A closed workshop with so many cards, written on the morning of the workshop."""
    clock = SetClock(datetime(2026, 3, 18, 9, 30, tzinfo=UTC))
    with Session.create(path, clock=clock) as session:
        for number in range(cards):
            clock.forward(7)
            session.do(capture, f"Card {number}: {'people wait, ' * 8}", "purpose", "why")


def run(path: Path, *statements: str) -> None:
    """Run SQL on a closed file, as any program might."""
    with closing(_unsafe(path)) as connection:
        for statement in statements:
            connection.execute(statement)


def rows(path: Path, forged: Iterable[dict[str, Any]]) -> None:
    """Put rows in that no app of ours wrote; with a right hash where there can be one."""
    with closing(_unsafe(path)) as connection:
        connection.execute("BEGIN")
        for each in forged:
            said = SOUND | each
            values = tuple(said[name] for name in SOUND)
            connection.execute(INSERT, (*values, each.get("hash", right_hash(values))))
        connection.execute("COMMIT")


def right_hash(values: tuple[Any, ...]) -> bytes:
    """The hash of what a row says; of nothing where it says what cannot be hashed."""
    try:
        return digest_of(values)
    except (TypeError, ValueError, OverflowError):
        return digest_of(())


def edited(path: Path, at: int, content: bytes) -> None:
    """Overwrite bytes at a place; from the end when it is negative."""
    whole = bytearray(path.read_bytes())
    at = at if at >= 0 else len(whole) + at
    whole[at : at + len(content)] = content
    path.write_bytes(whole)


def rewritten(change: Callable[[bytes], bytes]) -> Spoil:
    """A file whose bytes are what `change` makes of the sound ones."""
    return lambda path: path.write_bytes(change(path.read_bytes()))


def fresh(path: Path) -> Path:
    """The place, with nothing there any more."""
    path.unlink()
    return path


def schema_row(path: Path, where: str, **columns: object) -> None:
    """Change what the schema says of one of its objects, past all of SQLite's checks."""
    with closing(_unsafe(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for name, value in columns.items():
            connection.execute(f"UPDATE sqlite_master SET {name} = ? WHERE {where}", [value])


def left_open(path: Path) -> None:
    """Leave a file as a crash does: with a log in which ten more cards stand."""
    elsewhere = path.with_name("open")
    elsewhere.mkdir()
    shutil.copy(path, elsewhere / path.name)
    with Session.open(elsewhere / path.name) as session:
        for number in range(10):
            session.do(capture, f"Late card {number}", "purpose", "why")
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy(elsewhere / name, path.with_name(name))
    shutil.rmtree(elsewhere)


def _unsafe(path: Path) -> sqlite3.Connection:
    """A connection that does not wait for the disk: what it writes is to be broken anyway."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    return connection
