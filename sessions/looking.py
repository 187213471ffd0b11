"""Looking into a session file without touching it: no lock, no byte changed, nothing left beside.

The file is only ever read through SQLite. On POSIX, opening and closing it in any other way would
drop the lock that a session in this very process holds on it, and let a second copy of the app in.
"""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from sessions.problems import Damaged, Missing, NotOurs, SessionProblem, Unreadable

_WAL_HEADER = 32
_TRIES = 5


def log_of(path: Path) -> Path:
    """The write-ahead log beside a file: what was saved and not yet folded into it."""
    return path.with_name(path.name + "-wal")


def has_log(path: Path) -> bool:
    """Whether anything stands in the log: the file is open somewhere, or was never closed."""
    try:
        return log_of(path).stat().st_size > _WAL_HEADER
    except OSError:
        return False


def check_file(path: Path) -> None:
    """Refuse what is not there, is no file, or has nothing in it."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Missing.file(path) from error
    except OSError as error:
        raise Unreadable.file(path) from error
    if not stat.S_ISREG(found.st_mode):
        raise NotOurs.folder(path)
    if found.st_size == 0:
        raise NotOurs.empty(path)


@contextmanager
def main_file(path: Path, half_done: bool = False) -> Iterator[sqlite3.Connection]:
    """The file alone, without its log, for reading only.

    `half_done` looks also into one that is shorter than it says: when folding a log into its file
    is cut off, by a crash or a full disk, the log still holds what the file lacks.
    """
    with problems_of(path), closing(_unlocked(path)) as connection:
        guard(connection)
        if half_done:
            connection.execute("PRAGMA writable_schema = ON")
        yield connection


@contextmanager
def whole_file(path: Path) -> Iterator[sqlite3.Connection]:
    """The file together with its log, as they stand now: a private copy when there is a log."""
    if not has_log(path):
        with main_file(path) as connection:
            yield connection
        return
    with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
        copy = Path(folder) / "copy.workshop"
        try:
            _copy(path, copy)
        except OSError as error:
            raise Unreadable.file(path) from error
        with problems_of(path), closing(sqlite3.connect(copy, timeout=0)) as connection:
            guard(connection)
            yield connection


def guard(connection: sqlite3.Connection) -> None:
    """Trust nothing that a file brings with it: no functions in its schema, no odd cells."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


@contextmanager
def problems_of(path: Path) -> Iterator[None]:
    """What SQLite says of a file that is being read, in plain words."""
    try:
        yield
    except sqlite3.Error as error:
        raise reading_problem(error, path) from error
    except UnicodeDecodeError as error:
        # It quotes from a broken schema, and Python cannot read the quote.
        raise Damaged.file(path) from error


def reading_problem(error: sqlite3.Error, path: Path) -> SessionProblem:
    """The problem that an error of SQLite stands for, when a file is read."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_NOTADB"):
        return NotOurs.file(path)
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return Unreadable.file(path)
    return Damaged.file(path)


def _unlocked(path: Path) -> sqlite3.Connection:
    """A connection that takes no lock, ignores the log and can write nothing."""
    name = path.absolute().as_posix()
    # Four slashes before a server's name: two alone would make it the address's host.
    address = quote(os.fsencode(name if name.startswith("/") else f"/{name}"))
    return sqlite3.connect(f"file://{address}?mode=ro&immutable=1", uri=True, timeout=0)


def _copy(path: Path, copy: Path) -> None:
    """Copy a file and its log so that they belong together, even while somebody writes.

    A log that starts anew gets a new salt in its header: then the two are of different times.
    """
    for _ in range(_TRIES):
        before = _log_header(path)
        with main_file(path, half_done=True) as connection:
            copy.write_bytes(connection.serialize())
        shutil.copyfile(log_of(path), log_of(copy))
        if before == _log_header(copy):
            return
    raise Unreadable.file(path)


def _log_header(path: Path) -> bytes:
    with log_of(path).open("rb") as log:
        return log.read(_WAL_HEADER)
