"""Hostile files whose tables, triggers, views or marks are not those of a workshop."""

from pathlib import Path

from sessions.schema import APPLICATION_ID
from tests.sessions.intake.planted import Spoil, run, schema_row

COLUMNS = "id TEXT, writer TEXT, seq INTEGER, at TEXT, by TEXT, event TEXT, hash BLOB"
LOOP = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
GUARDS = ("entries_are_never_changed", "entries_are_never_removed", "entries_are_never_replaced")

STATEMENTS: dict[str, tuple[str, ...]] = {
    "trigger after insert": ("CREATE TRIGGER q AFTER INSERT ON entries BEGIN SELECT 1; END",),
    "trigger on this_file": ("CREATE TRIGGER q AFTER INSERT ON this_file BEGIN SELECT 1; END",),
    "trigger on migrations": (
        "CREATE TRIGGER q AFTER INSERT ON _sqlite_migrations BEGIN SELECT 1; END",
    ),
    "trigger that forges": (
        "CREATE TRIGGER q AFTER INSERT ON entries BEGIN "
        "INSERT INTO this_file VALUES ('role', 'facilitator'); END",
    ),
    "view": ("CREATE VIEW v AS SELECT 1",),
    "view without end": (f"CREATE VIEW v AS {LOOP}",),
    "view over entries": ("CREATE VIEW v AS SELECT * FROM entries, entries AS b, entries AS c",),
    "view in the place of entries": (
        "DROP TABLE entries",
        f"CREATE VIEW entries AS {LOOP}",
    ),
    "view in the place of this_file": (
        "DROP TABLE this_file",
        f"CREATE VIEW this_file(name, value) AS SELECT x, x FROM ({LOOP})",
    ),
    "search table": ("CREATE VIRTUAL TABLE f USING fts5(words)",),
    "old search table": ("CREATE VIRTUAL TABLE f USING fts4(words)",),
    "tree table": ("CREATE VIRTUAL TABLE r USING rtree(id, a, b)",),
    "table of pages": ("CREATE VIRTUAL TABLE d USING dbstat(main)",),
    "virtual migrations": (
        "DROP TABLE _sqlite_migrations",
        "CREATE VIRTUAL TABLE _sqlite_migrations USING dbstat(main)",
    ),
    "view as migrations": (
        "DROP TABLE _sqlite_migrations",
        f"CREATE VIEW _sqlite_migrations AS {LOOP}",
    ),
    "migrations that compute": (
        "DROP TABLE _sqlite_migrations",
        "CREATE TABLE _sqlite_migrations (a TEXT, b AS (hex(zeroblob(100000000))))",
        "INSERT INTO _sqlite_migrations VALUES ('x')",
    ),
    "migrations that check": (
        "DROP TABLE _sqlite_migrations",
        "CREATE TABLE _sqlite_migrations (a TEXT CHECK (length(randomblob(100000000)) > 1))",
    ),
    "migrations indexed by an expression": (
        "CREATE INDEX i ON _sqlite_migrations (length(name || hex(zeroblob(9))))",
    ),
    "no migrations": ("DROP TABLE _sqlite_migrations",),
    "table more": ("CREATE TABLE more (x)",),
    "table with a strange name": ('CREATE TABLE "a\nb\u202e" (x)',),
    "many tables": tuple(f"CREATE TABLE t{n} (x)" for n in range(300)),
    "column more": ("ALTER TABLE entries ADD COLUMN more",),
    "column less": ("CREATE TABLE e2 (x)", "DROP TABLE this_file"),
    "index more": ("CREATE INDEX i ON entries (by)",),
    "index of an expression": ("CREATE INDEX i ON entries (upper(event))",),
    "index of some": ("CREATE INDEX i ON entries (by) WHERE seq > 3",),
    "statistics": ("ANALYZE",),
    "a counter": ("CREATE TABLE c (x INTEGER PRIMARY KEY AUTOINCREMENT)",),
    "generated column": (
        "DROP TABLE entries",
        f"CREATE TABLE entries ({COLUMNS}, more AS (hex(zeroblob(100000000))))",
    ),
    "generated id": (
        "DROP TABLE entries",
        "CREATE TABLE entries (x, id AS (x || 'a'), writer, seq, at, by, event, hash)",
    ),
    "without rowid": (
        "DROP TABLE entries",
        "CREATE TABLE entries (id TEXT NOT NULL PRIMARY KEY, writer TEXT, seq INTEGER, at TEXT, "
        "by TEXT, event TEXT, hash BLOB) WITHOUT ROWID",
    ),
    "strict": ("DROP TABLE entries", f"CREATE TABLE entries ({COLUMNS}) STRICT"),
    "no keys": ("DROP TABLE entries", f"CREATE TABLE entries ({COLUMNS})"),
    "no entries": ("DROP TABLE entries",),
    "entries with a check": (
        "DROP TABLE entries",
        f"CREATE TABLE entries ({COLUMNS}, CHECK (length(randomblob(100000000)) > 1))",
    ),
    "entries with a default": (
        "DROP TABLE entries",
        f"CREATE TABLE entries ({COLUMNS}, x DEFAULT (random()))",
    ),
    "columns in another order": (
        "DROP TABLE entries",
        "CREATE TABLE entries (hash, event, by, at, seq, writer, id)",
    ),
    "entries that fold case": (
        "DROP TABLE entries",
        f"CREATE TABLE entries ({COLUMNS.replace('id TEXT', 'id TEXT COLLATE NOCASE')})",
    ),
    "version 0": ("PRAGMA user_version = 0",),
    "version -1": ("PRAGMA user_version = -1",),
    "version 3": ("PRAGMA user_version = 3",),
    "version of the year 4000": ("PRAGMA user_version = 2147483647",),
    "version 1 with the tables of 2": ("PRAGMA user_version = 1",),
    "version 2 with the tables of 1": ("DROP TABLE this_file",),
    "no mark": ("PRAGMA application_id = 0",),
    "another mark": ("PRAGMA application_id = 1196444487",),
    "a negative mark": (f"PRAGMA application_id = -{APPLICATION_ID}",),
    "vacuumed as it goes": ("PRAGMA auto_vacuum = FULL", "VACUUM"),
    "vacuumed step by step": ("PRAGMA auto_vacuum = INCREMENTAL", "VACUUM"),
    "small pages": ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 512", "VACUUM"),
    "large pages": ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 65536", "VACUUM"),
    "a role that there is not": (
        "INSERT OR REPLACE INTO this_file VALUES ('role', 'king'), ('seat', char(0) || 'x')",
    ),
    "a seat without end": (
        "INSERT OR REPLACE INTO this_file VALUES "
        "('role', 'note-taker'), ('seat', hex(zeroblob(3000000)))",
    ),
    "a seat of bytes": ("INSERT OR REPLACE INTO this_file VALUES (x'ff00', x'ff00')",),
    "much said of the file": (
        f"INSERT INTO this_file SELECT 'n' || x, x FROM ({LOOP} LIMIT 20000)",
    ),
}

SCHEMA_ROWS: dict[str, tuple[str, dict[str, object]]] = {
    "schema of nonsense": ("name = 'entries'", {"sql": "CREATE TABLE entries (((("}),
    "schema of bytes": ("name = 'entries'", {"sql": b"\xff\x00\xfe"}),
    "schema of nothing": ("name = 'entries'", {"sql": None}),
    "schema without end": ("name = 'entries'", {"sql": "CREATE TABLE entries (" + "a," * 9**5}),
    "schema of deep brackets": (
        "name = 'this_file'",
        {"sql": "CREATE TABLE this_file (x CHECK " + "(" * 5000 + "1" + ")" * 5000 + ")"},
    ),
    "entries rooted at 0": ("name = 'entries'", {"rootpage": 0}),
    "entries rooted in the schema": ("name = 'entries'", {"rootpage": 1}),
    "entries rooted in the clouds": ("name = 'entries'", {"rootpage": 2**31 - 1}),
    "entries rooted below": ("name = 'entries'", {"rootpage": -3}),
    "entries rooted in text": ("name = 'entries'", {"rootpage": "here"}),
    "entries rooted in an index": ("name = 'entries'", {"rootpage": 5}),
    "index rooted in entries": ("name = 'sqlite_autoindex_entries_1'", {"rootpage": 4}),
    "all rooted in one": ("rootpage > 0", {"rootpage": 4}),
    "entries of another type": ("name = 'entries'", {"type": "view"}),
    "entries of no type": ("name = 'entries'", {"type": None}),
    "entries of another name": ("name = 'entries'", {"name": "Entries"}),
    "a trigger of another table": ("type = 'trigger'", {"tbl_name": "this_file"}),
    "index of another name": ("name = 'sqlite_autoindex_entries_1'", {"name": "sqlite_x"}),
}


def _other_body(guard: str) -> Spoil:
    return lambda path: run(
        path,
        f"DROP TRIGGER {guard}",
        f"CREATE TRIGGER {guard} AFTER INSERT ON entries BEGIN SELECT 1; END",
    )


def _dropped(guard: str) -> Spoil:
    return lambda path: run(path, f"DROP TRIGGER {guard}")


def _statements(statements: tuple[str, ...]) -> Spoil:
    return lambda path: run(path, *statements)


def _schema_row(where: str, columns: dict[str, object]) -> Spoil:
    return lambda path: schema_row(path, where, **columns)


def _doubled_schema(path: Path) -> None:
    run(
        path,
        "PRAGMA writable_schema = ON",
        "INSERT INTO sqlite_master SELECT * FROM sqlite_master WHERE name = 'entries'",
    )


CASES: dict[str, Spoil] = {
    **{name: _statements(each) for name, each in STATEMENTS.items()},
    **{name: _schema_row(*each) for name, each in SCHEMA_ROWS.items()},
    **{f"other body {guard}": _other_body(guard) for guard in GUARDS},
    **{f"dropped {guard}": _dropped(guard) for guard in GUARDS},
    "schema said twice": _doubled_schema,
}
