"""Store: the one connection to a session file. It appends entries and reads them back."""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from facilitator.events import Entry
from facilitator.kinds import decode, encode
from sessions import looking, schema
from sessions.problems import (
    Damaged,
    Exists,
    Full,
    Locked,
    Missing,
    OnAShare,
    ReadOnly,
    SessionProblem,
    Unwritable,
)
from sessions.progress import Progress, unheard
from sessions.shares import is_on_a_share

if TYPE_CHECKING:
    from sqlite_utils import Database

_INSERT = "INSERT INTO entries (id, writer, seq, at, by, event, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
_UPDATE = "UPDATE entries SET event = ?, hash = ? WHERE id = ?"
_SELECT = "SELECT id, writer, seq, at, by, event, hash FROM entries"

_AT_A_TIME = 1_000
"""Rows between two looks at whether to go on."""

_ODD = """SELECT count(*) FROM entries WHERE typeof(id) <> 'text' OR typeof(writer) <> 'text' OR
typeof(seq) <> 'integer' OR typeof(at) <> 'text' OR typeof(by) <> 'text'"""

_sha256 = hashlib.sha256
_framed = msgspec.msgpack.Encoder().encode

Row = tuple[str, str, int, str, str, str, bytes]


class Store:
    """A session file that is open here and nowhere else.

    What `append` and `rewrite` return from is on the disk. Every failure is a `SessionProblem`, and
    has changed nothing.
    """

    def __init__(self, path: Path, db: "Database") -> None:
        self.path = path
        self.swept = True
        """Whether nothing that was rewritten can still be found anywhere in the file."""
        self._db = db
        self._file = _identity(path)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new file and open it. Never overwrites."""
        path = path.absolute()
        if is_on_a_share(path):
            raise OnAShare.file(path)
        try:
            path.open("xb").close()
        except FileExistsError as error:
            raise Exists.file(path) from error
        except FileNotFoundError as error:
            raise Missing.folder(path) from error
        except OSError as error:
            raise Unwritable.new(path) from error
        db = _connect(path)
        try:
            # Before the log is switched on, so that the mark and the version are in the file
            # itself from the first moment: they are what another app, or a newer one, looks at.
            schema.bring_up_to_date(db)
            return cls._take(path, db)
        except BaseException as error:
            db.close()
            path.unlink(missing_ok=True)
            if isinstance(error, sqlite3.Error):
                full = _name(error).startswith("SQLITE_FULL")
                raise (Full if full else Unwritable).new(path) from error
            raise

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file, or refuse it with its bytes unchanged."""
        path = path.absolute()
        looking.check_file(path)
        interrupted = looking.has_log(path)
        # Once a file is open for writing, closing it folds its log in. So what may yet be refused
        # is found out beforehand: on a private copy where there is a log.
        with schema.sound_file(path) as (connection, version):
            _check_writable(path)
            if is_on_a_share(path):
                raise OnAShare.file(path)
            if interrupted:
                read_entries(connection, path)
        db = _connect(path)
        try:
            with _writing(path, ReadOnly.file(path)):
                store = cls._take(path, db)
                store.swept = not interrupted
                if version < schema.VERSION:
                    schema.bring_up_to_date(db)
                    # The version is looked up in the file itself, without its log.
                    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return store
        except BaseException:
            db.close()
            raise

    @classmethod
    def copy_of(cls, source: Path, path: Path) -> Self:
        """Make a new file from another, which is only looked at, and open it."""
        with schema.sound_file(source) as (connection, _):
            entries = read_entries(connection, source)
        store = cls.create(path)
        try:
            store.append(entries)
        except BaseException:
            store.close()
            path.unlink(missing_ok=True)
            raise
        return store

    @classmethod
    def _take(cls, path: Path, db: "Database") -> Self:
        """Lock the file for as long as it is open, and write through a log from here on."""
        # Exclusive before the log is first used: then the log needs no shared memory, and a
        # second copy of the app is told at once that the file is taken.
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        (mode,) = db.execute("PRAGMA journal_mode = WAL").fetchone()
        if mode != "wal":
            raise Unwritable.new(path)
        db.execute("PRAGMA synchronous = FULL")
        # What is rewritten is overwritten; and what is copied on the way never lies on the disk.
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("SELECT 1 FROM entries LIMIT 1").fetchone()
        return cls(path, db)

    def read(self) -> list[Entry]:
        """Every entry, each checked against its hash; `Damaged` says how many fail."""
        try:
            return read_entries(self._db.conn, self.path)
        except sqlite3.Error as error:
            raise looking.reading_problem(error, self.path) from error

    def said_of_this_file(self) -> dict[str, str]:
        """What this copy says of itself: see `sessions.seat`. Never part of the workshop."""
        with looking.problems_of(self.path):
            rows = self._db.execute("SELECT name, value FROM this_file").fetchall()
        return {str(name): str(value) for name, value in rows}

    def say_of_this_file(self, **said: str) -> None:
        """Write down what this copy is; all of it, or none."""
        self._check_it_is_there()
        with (
            _writing(self.path, Unwritable.file(self.path)),
            _all_or_none(self._db.conn) as connection,
        ):
            connection.executemany(
                "INSERT OR REPLACE INTO this_file (name, value) VALUES (?, ?)", said.items()
            )

    def copy_to(self, path: Path, *, over: bool = False) -> None:
        """Write everything that is kept here into another file. Raises `SessionProblem`."""
        copy_database(self._db.conn, path, over=over)

    def held(self) -> bytes:
        """What is kept here, byte by byte, to be written elsewhere on another thread."""
        with _writing(self.path, Unwritable.file(self.path)):
            return self._db.conn.serialize()

    def append(self, entries: Iterable[Entry], progress: Progress = unheard) -> None:
        """Put entries on the disk: all of them, or none, also when `progress` raises."""
        rows = [row_of(entry) for entry in entries]
        self._check_it_is_there()
        with _writing(self.path, Unwritable.file(self.path)):
            if len(rows) == 1:
                self._db.execute(_INSERT, rows[0])
            else:
                with _all_or_none(self._db.conn) as connection:
                    _insert(connection, rows, progress)
        self.sweep()

    def rewrite(
        self,
        rewritten: Iterable[Entry],
        added: Iterable[Entry],
        progress: Progress = unheard,
    ) -> None:
        """Put entries in the place of those with their ids, and add others: all of it, or none.

        Afterwards nothing in the file, nor in its log, says what the rewritten ones said before.
        """
        changed = [(event, digest, id_) for id_, *_, event, digest in map(row_of, rewritten)]
        rows = [row_of(entry) for entry in added]
        self._check_it_is_there()
        with (
            _writing(self.path, Unwritable.file(self.path)),
            _all_or_none(self._db.conn) as connection,
        ):
            with schema.may_be_changed(connection, self.path):
                connection.executemany(_UPDATE, changed)
            _insert(connection, rows, progress)
        self.swept = False
        self.sweep()

    def sweep(self) -> None:
        """Leave nothing behind of what was rewritten, once; again at the next chance if it fails.

        The entries are rewritten by then. What may be left are pages that nobody reads, and a full
        disk is no reason to say that the change was not made.
        """
        if self.swept:
            return
        with suppress(sqlite3.Error):
            self._db.execute("VACUUM")
            busy, _, _ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self.swept = not busy

    def let_go(self) -> None:
        """Let go of a file that is not there any more, or cannot be written to."""
        with suppress(sqlite3.Error):
            self._db.close()

    def close(self) -> None:
        """Fold the log into the file and let go of it."""
        self.sweep()
        self._db.close()

    def _check_it_is_there(self) -> None:
        if self._file != _identity(self.path):
            raise Missing.while_open(self.path)


def row_of(entry: Entry) -> Row:
    """An entry as it lies in the table. Raises `Damaged` for bytes that are no text."""
    try:
        event = encode(entry.event).decode()
    except UnicodeDecodeError as error:
        raise Damaged.incoming() from error
    said = (entry.id, entry.writer, entry.seq, entry.at, entry.by, event)
    return (*said, digest_of(said))


def digest_of(said: tuple[object, ...]) -> bytes:
    """The hash that is kept beside an entry's other columns: see `read_entries`."""
    return _sha256(_framed(said)).digest()


def read_entries(connection: sqlite3.Connection, path: Path) -> list[Entry]:
    """Every entry of a file, in the order in which they came.

    Each is checked against its hash: the SHA-256 of its other columns as an array of MessagePack,
    which says how long each of them is, so that none can run into the next. Raises `Damaged` with
    the number of those that fail.
    """
    entries = []
    # What is of another type than we write has its place among neither names nor times.
    (bad,) = connection.execute(_ODD).fetchone()
    if bad:
        raise Damaged.altered(path)
    for id_, writer, seq, at, by, event, digest in connection.execute(_SELECT):
        try:
            if digest_of((id_, writer, seq, at, by, event)) == digest:
                entries.append(Entry(id_, writer, seq, at, by, decode(event)))
            else:
                bad += 1
        except (msgspec.DecodeError, TypeError, ValueError, RecursionError):
            bad += 1
    if bad:
        raise Damaged.rows(path, bad, bad + len(entries))
    return entries


def _connect(path: Path) -> "Database":
    from sqlite_utils import Database

    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    looking.guard(connection)
    if sys.platform == "darwin":
        # There an ordinary sync leaves the words in the drive's own memory.
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")
    return Database(connection, execute_plugins=False)


def _check_writable(path: Path) -> None:
    if not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK)):
        raise ReadOnly.file(path)
    folder = path.absolute().parent
    # On Windows that bit of a folder means something else.
    open_to_us = os.name == "nt" or folder.stat().st_mode & 0o222
    if not (open_to_us and os.access(folder, os.W_OK)):
        raise ReadOnly.folder(path)


def _identity(path: Path) -> tuple[int, int]:
    """Which file lies at a path: to notice when it was moved, deleted or replaced."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_dev, found.st_ino


def _insert(connection: sqlite3.Connection, rows: list[Row], progress: Progress) -> None:
    for at in range(0, len(rows), _AT_A_TIME):
        progress(at, len(rows))
        connection.executemany(_INSERT, rows[at : at + _AT_A_TIME])
    progress(len(rows), len(rows))


def copy_database(connection: sqlite3.Connection, path: Path, *, over: bool) -> None:
    """Write what is committed into a file without a log, whole or not at all.

    Raises `SessionProblem`; overwrites nothing unless told to.
    """
    beside = path.with_name(f".{path.name}.writing")
    try:
        beside.unlink(missing_ok=True)
        with _writing(path, Unwritable.new(path)):
            connection.execute("VACUUM INTO ?", [str(beside)])
        synced(beside)
        if path.exists() and not over:
            raise Exists.file(path)
        beside.replace(path)
    except Full as error:
        raise Full.new(path) from error
    except OSError as error:
        raise Unwritable.new(path) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def synced(path: Path) -> None:
    """Have the disk keep a file that SQLite made without waiting for it, and its name."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    if os.name != "nt":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def _all_or_none(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One transaction: what happens in it is on the disk afterwards, or did not happen."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _writing(path: Path, forbidden: SessionProblem) -> Iterator[None]:
    """What SQLite says of a file that is being written, in plain words.

    `forbidden` is what it means here that the system does not allow it.
    """
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise Damaged.incoming() from error
    except sqlite3.ProgrammingError:
        raise  # a mistake of ours, such as a session used after it was closed
    except sqlite3.Error as error:
        name = _name(error)
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise Locked.file(path) from error
        if name.startswith("SQLITE_FULL"):
            raise Full.file(path) from error
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            raise forbidden from error
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise Damaged.file(path) from error
        raise Unwritable.file(path) from error


def _name(error: sqlite3.Error) -> str:
    """SQLite's own name for an error; empty when it is Python's."""
    return getattr(error, "sqlite_errorname", "")
