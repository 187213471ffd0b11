"""The shape of a session file: its mark, its version, its tables, and what is refused.

A file is a SQLite database with our `application_id` and with `user_version` saying which shape it
has. One table holds the entries; triggers forbid rewriting them, but for the one rewriting that
`may_be_changed` allows. The other, since version 2, says what this copy is and in whose seat it is
written: it is about the file and not about the workshop, so it goes into no merge.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sessions import looking
from sessions.problems import Damaged, Newer, NotOurs

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x46435754
"""The bytes "FCWT" at offset 68, which tell a workshop from any other SQLite file."""

VERSION = 2
"""The newest shape that this app knows. Every migration adds one."""

_GUARD = "entries_are_never_changed"

# Entries are only ever added, so the file may hold nothing else that a program would act upon.
_ENTRIES = {
    "entries": """CREATE TABLE entries (
    id TEXT NOT NULL PRIMARY KEY,
    writer TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    event TEXT NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (writer, seq)
)""",
    _GUARD: """CREATE TRIGGER entries_are_never_changed
BEFORE UPDATE ON entries BEGIN
    SELECT RAISE(ABORT, 'entries are never changed');
END""",
    "entries_are_never_removed": """CREATE TRIGGER entries_are_never_removed
BEFORE DELETE ON entries BEGIN
    SELECT RAISE(ABORT, 'entries are never removed');
END""",
    # REPLACE deletes without firing the trigger above unless recursive_triggers is on, and only
    # the program that opens the file could turn that on.
    "entries_are_never_replaced": """CREATE TRIGGER entries_are_never_replaced
BEFORE INSERT ON entries WHEN EXISTS (
    SELECT 1 FROM entries WHERE id = new.id OR (writer = new.writer AND seq = new.seq)
) BEGIN
    SELECT RAISE(ABORT, 'entries are never replaced');
END""",
}
_THIS_FILE = {
    "this_file": "CREATE TABLE this_file (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"
}
_OBJECTS = {1: _ENTRIES, 2: _ENTRIES | _THIS_FILE}
"""What a file of each version is made of, to the letter."""


def bring_up_to_date(db: "Database") -> None:
    """Make the tables of a new file, or apply what an older one lacks, in one transaction."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("facilitator")

    @migrations(name="entries")
    def entries(db: "Database") -> None:
        for sql in _ENTRIES.values():
            db.execute(sql)

    @migrations(name="this file")
    def this_file(db: "Database") -> None:
        for sql in _THIS_FILE.values():
            db.execute(sql)

    with db.atomic():
        migrations.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def may_be_changed(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Within a transaction: let entries be changed, and forbid it again before it is committed.

    The guard is part of what the transaction changes, so that whatever fails inside brings it back
    together with the entries as they were.
    """
    if not connection.in_transaction:
        raise RuntimeError("entries may be changed within a transaction only")
    connection.execute(f"DROP TRIGGER {_GUARD}")
    yield
    connection.execute(_ENTRIES[_GUARD])
    check_objects(connection, path)


def check_mark(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a file that is one of ours; refuses one that is not, or is too new."""
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if mark != APPLICATION_ID or version < 1:
        raise NotOurs.file(path)
    if version > VERSION:
        raise Newer.file(path)
    return int(version)


@contextmanager
def sound_file(path: Path) -> Iterator[tuple[sqlite3.Connection, int]]:
    """A file of ours together with its log, for reading only, and its version.

    The version is that of the two together: a migration may stand in the log alone. Raises
    `SessionProblem` for whatever is not a workshop to the letter.
    """
    looking.check_file(path)
    # What is foreign, or too new, is refused before anything is made of its log.
    with looking.main_file(path, half_done=True) as connection:
        check_mark(connection, path)
    with looking.whole_file(path) as connection:
        version = check_mark(connection, path)
        check_objects(connection, path, version)
        yield connection, version


def check_objects(connection: sqlite3.Connection, path: Path, version: int = VERSION) -> None:
    """Refuse a file whose tables or triggers are not those of its version to the letter."""
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    ours = {
        name: sql
        for kind, name, table, sql in found
        # Indexes behind keys have no text; the migrations' own table is sqlite-utils' to word.
        if sql is not None and not (table == "_sqlite_migrations" and kind in ("table", "index"))
    }
    if ours != _OBJECTS[version]:
        raise Damaged.altered(path)
