"""A workshop's bytes, held in memory: any thread writes them elsewhere while the app goes on."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sessions.problems import SessionProblem
from sessions.store import copy_database

_FORMATS = slice(18, 20)
"""Where a database says how it is written and read (SQLite's file format, section 1.3)."""
_WITHOUT_LOG = b"\x01\x01"


def written(held: bytes, path: Path) -> SessionProblem | None:
    """Write what `Session.held` gave into a file, in the place of an earlier one.

    Whole or not at all. What came in the way is handed back, for whoever asked on another thread.
    """
    # The bytes hold what is in the log, too; only their head still says that there is one, and
    # SQLite reads no memory that has a log.
    plain = bytearray(held)
    plain[_FORMATS] = _WITHOUT_LOG
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            connection.deserialize(bytes(plain))
            copy_database(connection, path, over=True)
    except SessionProblem as problem:
        return problem
    return None
