"""Reading the private copy of a file from elsewhere: exact schema, checked pages, checked rows.

Nothing that the file brings is ever run: its schema must be ours to the letter before a row is
read, and SQLite is told to allow nothing but reading our own tables.
"""

import os
import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from facilitator.events import Entry
from facilitator.history import History
from sessions import looking, schema
from sessions.intake.answers import Read, TurnedBack
from sessions.intake.rows import Flaw, entry_of
from sessions.problems import SessionProblem
from sessions.seat import seat_of

_COLUMNS = "rowid, id, writer, seq, at, by, event, hash"
_FORWARDS = f"SELECT {_COLUMNS} FROM entries NOT INDEXED ORDER BY rowid"
_BACKWARDS = f"{_FORWARDS} DESC"
_ONE = f"SELECT {_COLUMNS} FROM entries NOT INDEXED WHERE rowid = ?"
_MOST_SINGLY = 20_000
_LONGEST_TEXT = 200

# Longer than any event may be, so that a row too long for us can still be counted and passed by.
_LONGEST_VALUE = 64 * 1024 * 1024
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: _LONGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 32,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 32,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 20_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 8,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_MAY_BE_READ = {"sqlite_master", "sqlite_schema", "entries", "this_file"}
_MAY_BE_ASKED = {"integrity_check", "writable_schema"}
# The migrations' own table is sqlite-utils' to word, but it holds four plain columns: nothing that
# is worked out, checked or kept by some extension.
_MIGRATIONS = re.compile(
    r'CREATE TABLE ["\[]?_sqlite_migrations["\]]? \((\s*["\[]?[a-z_]+["\]]? '
    r"(INTEGER|TEXT)( PRIMARY KEY)?,?)+\s*\)"
)
_MIGRATIONS_INDEX = re.compile(
    r'CREATE UNIQUE INDEX ["\[]?idx_+sqlite_migrations_[a-z_]+["\]]?\s+'
    r'ON ["\[]?_sqlite_migrations["\]]? \([a-z_", \[\]]+\)'
)

Row = tuple[object, ...]


def read_copy(copy: Path, version: int, until: float) -> Read:
    """What can be read of a copy, by `until` (of `time.monotonic`). Raises `TurnedBack`."""
    try:
        return _read(copy, version, until)
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name == "SQLITE_INTERRUPT":
            raise TurnedBack("too_slow") from error
        if name in ("SQLITE_NOMEM", "SQLITE_TOOBIG"):
            raise TurnedBack("too_large") from error
        raise TurnedBack("damaged") from error
    except UnicodeDecodeError as error:
        # SQLite quotes from a broken schema in its own messages, and Python cannot read the quote.
        raise TurnedBack("damaged") from error
    except MemoryError as error:
        raise TurnedBack("too_large") from error


def _read(copy: Path, version: int, until: float) -> Read:
    with closing(_connect(copy)) as connection:
        connection.set_progress_handler(lambda: time.monotonic() > until, 20_000)
        marred = not _can_be_begun(connection)
        _check_objects(connection, version)
        if not marred:
            marred = not _is_whole(connection)
        rows, lost, torn = _rows(connection)
        read = _sifted(rows, until)
        read.lost, read.torn, read.marred = lost, torn, marred
        if version > 1:
            read.role, read.seat = _seat(connection)
    if not read.rows and (read.marred or read.altered or read.odd or lost or torn):
        raise TurnedBack("damaged")
    return read


def _connect(copy: Path) -> sqlite3.Connection:
    # With a log it is read through shared memory, of which nobody else has this one.
    how = "mode=ro" if looking.has_log(copy) else "mode=ro&immutable=1"
    name = copy.absolute().as_posix()
    address = quote(os.fsencode(name if name.startswith("/") else f"/{name}"))
    connection = sqlite3.connect(f"file://{address}?{how}", uri=True, timeout=0)
    looking.guard(connection)
    connection.execute("PRAGMA query_only = ON")
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    connection.set_authorizer(_may)
    return connection


def _may(
    action: int, first: str | None, _second: str | None, _db: str | None, _by: str | None
) -> int:
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and first in _MAY_BE_READ:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first in _MAY_BE_ASKED:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _can_be_begun(connection: sqlite3.Connection) -> bool:
    """Whether the file is as long as it says; if not, from here on it is read as far as it goes."""
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_CORRUPT":
            raise
        connection.execute("PRAGMA writable_schema = ON")
        return False
    return True


def _check_objects(connection: sqlite3.Connection, version: int) -> None:
    try:
        schema.check_objects(connection, Path(), version)
    except SessionProblem as error:
        raise TurnedBack("altered") from error
    names: set[object] = set()
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    for kind, name, table, sql in found:
        # Where the schema itself is damaged, SQLite lets pass that it says something twice.
        if name in names or not _is_of_our_form(kind, name, table, sql):
            raise TurnedBack("altered")
        names.add(name)


def _is_of_our_form(kind: object, name: object, table: object, sql: object) -> bool:
    if sql is None:
        return kind == "index"
    if not isinstance(sql, str):
        return False
    if table == "_sqlite_migrations":
        ours = _MIGRATIONS if kind == "table" else _MIGRATIONS_INDEX
        return ours.fullmatch(sql) is not None
    if kind == "table":
        return table == name
    return kind == "trigger" and table == "entries"


def _is_whole(connection: sqlite3.Connection) -> bool:
    try:
        return connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") in ("SQLITE_INTERRUPT", "SQLITE_NOMEM"):
            raise
        return False


def _rows(connection: sqlite3.Connection) -> tuple[list[Row], int, bool]:
    """Every row that can be reached: from the start, from the end, and singly in between.

    Also how many cannot be reached, and whether that number is unknown.
    """
    found: dict[int, Row] = {}
    if _walk(connection, _FORWARDS, found, int.__gt__):
        return list(found.values()), 0, False
    low = max(found, default=0)
    after: dict[int, Row] = {}
    _walk(connection, _BACKWARDS, after, int.__lt__)
    after = {number: row for number, row in after.items() if number > low}
    high = min(after, default=low + _MOST_SINGLY)
    # Numbers begin at 1 and have no gaps, unless a file was made to look otherwise.
    for number in range(low + 1, min(high, low + _MOST_SINGLY)):
        try:
            row = connection.execute(_ONE, [number]).fetchone()
        except sqlite3.DatabaseError as error:
            _pass_by(error)
        else:
            if row is not None and row[0] == number:
                found[number] = row
    torn = not after or high > low + _MOST_SINGLY
    lost = 0 if torn else high - 1 - sum(number < high for number in found)
    found.update(after)
    return [found[number] for number in sorted(found)], max(lost, 0), torn


def _walk(
    connection: sqlite3.Connection,
    sql: str,
    found: dict[int, Row],
    goes_on: Callable[[int, int], bool],
) -> bool:
    """Gather rows until one cannot be read, or is out of turn; whether the end was reached."""
    last: int | None = None
    try:
        for row in connection.execute(sql):
            number = row[0]
            # A damaged tree can lead back into itself, and then has no end.
            if last is not None and not goes_on(number, last):
                return False
            found[number] = row
            last = number
    except sqlite3.DatabaseError as error:
        _pass_by(error)
        return False
    return True


def _pass_by(error: sqlite3.DatabaseError) -> None:
    if getattr(error, "sqlite_errorname", "") in ("SQLITE_INTERRUPT", "SQLITE_NOMEM"):
        raise error


def _sifted(rows: list[Row], until: float) -> Read:
    """The rows that are entries of ours, each place once, and how many are not."""
    read = Read()
    entries: dict[str, Entry] = {}
    places: set[tuple[str, int]] = set()
    for row in rows:
        entry = entry_of(row[1:])
        if entry is Flaw.ALTERED:
            read.altered += 1
        elif not isinstance(entry, Entry):
            read.odd += 1
        elif entry.id in entries or (entry.writer, entry.seq) in places:
            read.doubled += 1
        else:
            entries[entry.id] = entry
            places.add((entry.writer, entry.seq))
            read.rows.append(row[1:])
    if time.monotonic() > until:
        raise TurnedBack("too_slow")
    _try_out(list(entries.values()))
    return read


def _try_out(entries: list[Entry]) -> None:
    """Add them up once, here, where it does no harm if that cannot be done."""
    try:
        History(entries)
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as e:
        raise TurnedBack("altered") from e


def _seat(connection: sqlite3.Connection) -> tuple[str, str]:
    try:
        rows = connection.execute("SELECT name, value FROM this_file LIMIT 20").fetchall()
    except sqlite3.DatabaseError as error:
        _pass_by(error)
        return "", ""
    said = {n: v for n, v in rows if isinstance(n, str) and isinstance(v, str)}
    seat = seat_of({name: value[:_LONGEST_TEXT] for name, value in said.items()})
    return (seat.role, seat.name) if "role" in said else ("", "")
