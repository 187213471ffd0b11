"""Rows whose hash is right and whose columns are of another type than we write."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sessions.library import look
from sessions.problems import Damaged
from sessions.session import Session
from sessions.store import digest_of


@pytest.mark.parametrize(
    ("column", "odd"),
    [
        ("id", b"bytes"),
        ("writer", b"w"),
        ("seq", "one"),
        ("at", b"t"),
        ("by", b"F"),
    ],
)
def test_a_row_of_another_type_is_damage_and_no_crash(
    session: Session, write: Callable[..., Any], column: str, odd: object
) -> None:
    write(session)
    session.close()
    path: Path = session.path
    row = {
        "id": "019d0047-d1c0-7000-b774-4bffbd71d7ed",
        "writer": "w",
        "seq": 7,
        "at": "",
        "by": "F",
        "event": '{"kind":"hat"}',
    }
    row[column] = odd
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        values = (*row.values(), digest_of(tuple(row.values())))
        connection.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    assert isinstance(look(path).problem, Damaged)
    with pytest.raises(Damaged, match="another program"):
        Session.open(path)


def test_an_event_that_is_nested_without_end_is_damage_and_no_crash(
    session: Session, write: Callable[..., Any]
) -> None:
    write(session)
    session.close()
    deep = '{"kind":"hat","in":' + "[" * 100_000 + "]" * 100_000 + "}"
    row = ("019d0047-d1c0-7000-b774-4bffbd71d7ed", "w", 7, "", "F", deep)
    with closing(sqlite3.connect(session.path, isolation_level=None)) as connection:
        values = (*row, digest_of(row))
        connection.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    assert isinstance(look(session.path).problem, Damaged)
