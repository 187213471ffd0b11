"""Entries are only ever added: no program that goes through SQLite can rewrite one by accident."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitator.events import Entry
from facilitator.stages.gather import WorkshopNamed
from sessions.session import Session
from sessions.store import row_of


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE entries SET event = '{}' WHERE seq = 3", "never changed"),
        ("UPDATE entries SET seq = seq", "never changed"),
        ("DELETE FROM entries WHERE seq = 3", "never removed"),
        ("DELETE FROM entries", "never removed"),
        (
            "REPLACE INTO entries SELECT id, writer, seq, at, 'Mayor', event, hash"
            " FROM entries WHERE seq = 3",
            "never replaced",
        ),
        (
            "INSERT OR REPLACE INTO entries SELECT 'x', writer, seq, at, by, event, hash"
            " FROM entries WHERE seq = 3",
            "never replaced",
        ),
        (
            "INSERT INTO entries SELECT * FROM entries WHERE seq = 3"
            " ON CONFLICT (id) DO UPDATE SET by = 'Mayor'",
            "never replaced",
        ),
    ],
)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_rewriting_is_forbidden_by_the_file_itself(
    kept: Path, statement: str, said: str, recursive: str
) -> None:
    with closing(sqlite3.connect(kept, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA recursive_triggers = {recursive}")
        before = connection.execute("SELECT * FROM entries").fetchall()

        with pytest.raises(sqlite3.IntegrityError, match=said):
            connection.execute(statement)

        assert connection.execute("SELECT * FROM entries").fetchall() == before


def test_a_file_is_written_through_a_log_and_synced(session: Session) -> None:
    asked = {
        name: session._store._db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "journal_mode",
            "synchronous",
            "locking_mode",
            "trusted_schema",
            "cell_size_check",
        )
    }

    assert asked == {
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "trusted_schema": 0,
        "cell_size_check": 1,
    }


def test_a_reopened_file_is_written_in_the_same_way(session: Session) -> None:
    session.close()
    with Session.open(session.path) as again:
        test_a_file_is_written_through_a_log_and_synced(again)


def test_the_hash_of_an_entry_is_the_same_in_every_version() -> None:
    at = "2026-03-18T09:30:00+00:00"
    named = WorkshopNamed("Môr 🌊", "Bwrdd", "Ellerport")
    entry = Entry("019d0047-d1c0-7001-8f35-915f3172d195", "7d27509e181325a1", 300, at, "A", named)
    event = '{"kind":"workshop.named","title":"Môr 🌊","group":"Bwrdd","place":"Ellerport"}'

    *said, digest = row_of(entry)

    # Written out by the format's rules: fixed array, short and long strings, a 16-bit number.
    framed = b"".join(
        [
            b"\x96",
            b"\xd9\x24" + entry.id.encode(),
            b"\xb0" + entry.writer.encode(),
            b"\xcd\x01\x2c",
            b"\xb9" + at.encode(),
            b"\xa1A",
            b"\xd9" + bytes([len(event.encode())]) + event.encode(),
        ]
    )
    assert said == [entry.id, entry.writer, 300, at, "A", event]
    assert digest == hashlib.sha256(framed).digest()


def test_a_closed_workshop_is_one_file(session: Session, write: Callable[..., Any]) -> None:
    write(session)
    session.close()

    assert [found.name for found in session.path.parent.iterdir()] == [session.path.name]
