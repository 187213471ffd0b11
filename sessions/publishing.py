"""One SQLite file of plain tables, for other programs: searched, joined, opened in Datasette."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sessions.problems import Unwritable

if TYPE_CHECKING:
    from sqlite_utils import Database


class PlainTable(Protocol):
    """What is published: see `exports.data.tables.DataTable`, which this floor does not know."""

    @property
    def name(self) -> str: ...
    @property
    def columns(self) -> tuple[str, ...]: ...
    @property
    def rows(self) -> Sequence[tuple[str | int | float | bool | None, ...]]: ...
    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def refers(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def keyed(self) -> bool: ...


def publish(path: Path, tables: Iterable[PlainTable]) -> None:
    """Write tables into a new SQLite file in the place of an older one, whole or not at all.

    Keys, references and full-text search over the words are declared. Raises `SessionProblem`.
    """
    from sqlite_utils import Database

    try:
        handle, name = tempfile.mkstemp(prefix=".writing-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise Unwritable.new(path) from error
    beside = Path(name)
    try:
        database = Database(beside)
        with closing(database.conn):
            listed = list(tables)
            there = {table.name for table in listed}
            for table in listed:
                _write(database, table, there)
            database.vacuum()
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise Unwritable.new(path) from error
    finally:
        beside.unlink(missing_ok=True)


def _write(database: "Database", table: PlainTable, there: set[str]) -> None:
    key = table.columns[0] if table.keyed else None
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    kinds = {column: _kind(row[column] for row in rows) for column in table.columns}
    references = [
        (column, other, "id")
        for column, other in table.refers
        if other in there and column in table.columns
    ]
    made = database.table(table.name)
    made.create(kinds, pk=key, foreign_keys=references)
    made.insert_all(rows)
    if table.words:
        made.enable_fts(table.words, create_triggers=True)


def _kind(data: Iterable[str | int | float | bool | None]) -> type:
    kinds = {type(datum) for datum in data if datum is not None}
    if kinds <= {bool, int} and kinds:
        return int
    return float if kinds and kinds <= {bool, int, float} else str
