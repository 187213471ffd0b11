"""What is refused: in plain words, with the file's bytes unchanged and nothing left beside it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sessions.library import look
from sessions.problems import (
    Damaged,
    Exists,
    Locked,
    Missing,
    Newer,
    NotOurs,
    ReadOnly,
    SessionProblem,
    Unwritable,
)
from sessions.schema import APPLICATION_ID, VERSION
from sessions.session import Session

MACHINE_WORDS = ("sqlite", "errno", "database", "exception", "0x", "none", "wal", "traceback")


def refused(path: Path, kind: type[SessionProblem]) -> SessionProblem:
    """The problem with which a file is refused; it says all that a problem has to say."""
    with pytest.raises(SessionProblem) as caught:
        Session.open(path)
    problem = caught.value
    assert type(problem) is kind, problem
    for part in (problem.what, problem.safe, problem.do):
        assert part.endswith(".")
        assert part[0].isupper() or part[0] == "“"
        assert not any(word in part.lower() for word in MACHINE_WORDS), part
    return problem


def changed_by_another_program(path: Path, *statements: str) -> None:
    """Run SQL on a closed file, as a curious person with a database browser would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_text_is_not_ours(kept: Path, untouched: Callable[..., Any]) -> None:
    kept.write_text("Dear all,\n" * 500, encoding="utf-8")

    with untouched(kept.parent):
        assert "not a Facilitator workshop" in refused(kept, NotOurs).what


def test_a_text_that_begins_like_a_database_is_not_ours(
    kept: Path, untouched: Callable[..., Any]
) -> None:
    kept.write_bytes(b"SQLite format 3\x00" + b"nonsense " * 900)

    with untouched(kept.parent):
        refused(kept, NotOurs)


def test_another_app_s_database_is_not_ours(tmp_path: Path, untouched: Callable[..., Any]) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    path = folder / "other.workshop"
    changed_by_another_program(
        path, "CREATE TABLE entries (id)", "PRAGMA application_id = 7", "PRAGMA user_version = 1"
    )

    with untouched(folder):
        refused(path, NotOurs)


def test_an_empty_file_is_refused(kept: Path, untouched: Callable[..., Any]) -> None:
    kept.write_bytes(b"")

    with untouched(kept.parent):
        assert "is empty" in refused(kept, NotOurs).what


def test_a_folder_is_refused(tmp_path: Path, untouched: Callable[..., Any]) -> None:
    folder = tmp_path / "folder.workshop"
    folder.mkdir()

    with untouched(tmp_path):
        assert "not a file" in refused(folder, NotOurs).what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.workshop")

    refused(tmp_path / "pipe.workshop", NotOurs)


def test_a_missing_file_is_refused_and_not_made(
    tmp_path: Path, untouched: Callable[..., Any]
) -> None:
    with untouched(tmp_path):
        assert "wastebasket" in refused(tmp_path / "gone.workshop", Missing).do
        refused(tmp_path / "no folder" / "gone.workshop", Missing)


def test_a_newer_file_is_refused(kept: Path, untouched: Callable[..., Any]) -> None:
    changed_by_another_program(kept, f"PRAGMA user_version = {VERSION + 1}")

    with untouched(kept.parent):
        assert "newer Facilitator" in refused(kept, Newer).what


def test_a_newer_file_that_was_never_closed_is_refused(
    crashed: Path, untouched: Callable[..., Any]
) -> None:
    # Only the mark in the file itself is looked at: nothing in a log that may be newer too.
    content = bytearray(crashed.read_bytes())
    content[60:64] = (VERSION + 1).to_bytes(4)
    crashed.write_bytes(content)

    with untouched(crashed.parent):
        refused(crashed, Newer)


def test_the_mark_and_the_version_stand_in_a_new_file_from_the_first_moment(
    session: Session,
) -> None:
    script = "import sys; sys.stdout.buffer.write(open(sys.argv[1], 'rb').read(72))"
    found = subprocess.run(
        [sys.executable, "-c", script, session.path], capture_output=True, check=True
    ).stdout

    assert found[:16] == b"SQLite format 3\x00"
    assert found[60:64] == VERSION.to_bytes(4)
    assert found[68:72] == APPLICATION_ID.to_bytes(4) == b"FCWT"


def test_a_read_only_file_is_refused(kept: Path, untouched: Callable[..., Any]) -> None:
    kept.chmod(0o444)

    with untouched(kept.parent):
        assert "Copy it" in refused(kept, ReadOnly).do


@pytest.mark.skipif(os.name == "nt", reason="folders there have no such bit")
def test_a_file_in_a_read_only_folder_is_refused(kept: Path, untouched: Callable[..., Any]) -> None:
    kept.parent.chmod(0o555)

    try:
        with untouched(kept.parent):
            assert "folder" in refused(kept, ReadOnly).what
    finally:
        kept.parent.chmod(0o755)


def test_a_file_that_another_copy_of_the_app_has_open_is_refused(
    kept: Path, held_elsewhere: Callable[..., Any], untouched: Callable[..., Any]
) -> None:
    with held_elsewhere(kept), untouched(kept.parent):
        assert "open in another window" in refused(kept, Locked).what


def test_a_file_that_another_copy_of_the_app_writes_to_is_refused(
    kept: Path, captured_elsewhere: Callable[..., Any]
) -> None:
    with captured_elsewhere(kept) as process:
        for _ in range(20):
            process.stdout.readline()
        refused(kept, Locked)
        process.kill()
        process.stdout.read()

    with Session.open(kept) as session:
        assert len(session.history) >= 80


def test_a_second_session_of_the_same_app_is_refused_and_the_first_keeps_its_lock(
    kept: Path, held_elsewhere: Callable[..., Any], write: Callable[..., Any]
) -> None:
    with Session.open(kept) as session:
        refused(kept, Locked)
        look(kept)
        other = subprocess.run(
            [
                sys.executable,
                "-c",
                "import sys; from pathlib import Path; from sessions.session import Session\n"
                "Session.open(Path(sys.argv[1]))",
                kept,
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Locked" in other.stderr
        write(session)


def test_a_file_can_be_opened_once_the_other_copy_is_closed(
    kept: Path, held_elsewhere: Callable[..., Any]
) -> None:
    with held_elsewhere(kept) as other:
        other.stdin.close()
        other.wait()

        with Session.open(kept) as session:
            assert len(session.history) == 60


@pytest.mark.parametrize("share", [0.9, 0.5, 0.2])
def test_a_truncated_file_is_refused(
    kept: Path, untouched: Callable[..., Any], share: float
) -> None:
    content = kept.read_bytes()
    kept.write_bytes(content[: int(len(content) * share)])

    with untouched(kept.parent):
        assert "damaged" in refused(kept, Damaged).what


def test_a_file_cut_off_in_its_first_page_is_refused(
    kept: Path, untouched: Callable[..., Any]
) -> None:
    kept.write_bytes(kept.read_bytes()[:100])

    with untouched(kept.parent):
        refused(kept, Damaged)


def test_a_schema_that_is_not_even_text_is_refused(
    kept: Path, untouched: Callable[..., Any]
) -> None:
    content = kept.read_bytes()
    assert b"CREATE UNIQUE" in content
    kept.write_bytes(content.replace(b"CREATE UNIQUE", b"CREATE \xd1NIQUE"))

    with untouched(kept.parent):
        refused(kept, Damaged)


def test_altered_words_are_counted_and_refused(kept: Path, untouched: Callable[..., Any]) -> None:
    content = kept.read_bytes()
    assert content.count(b"Card number 7,") == content.count(b"Card number 8,") == 1
    content = content.replace(b"Card number 7,", b"Card number 6,")
    kept.write_bytes(content.replace(b"Card number 8,", b"Card number 6,"))

    with untouched(kept.parent):
        problem = refused(kept, Damaged)
    assert "2 entries are not as it was saved, of 60" in problem.what
    assert problem.safe == "Nothing in the file was changed."


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("by", "'Mayor'"),
        ("at", "'2020-01-01T00:00:00'"),
        ("seq", "900"),
        ("writer", "'another'"),
        ("event", "'{}'"),
        ("event", "x'ff'"),
        ("hash", "zeroblob(32)"),
        ("id", "id || '0'"),
        # The same characters in the same order, with the border between two columns moved.
        ("writer", "writer || substr(at, 1, 1), at = substr(at, 2)"),
        ("by", "by || substr(event, 1, 1), event = substr(event, 2)"),
    ],
)
def test_every_column_of_an_entry_is_guarded(
    kept: Path, untouched: Callable[..., Any], column: str, value: str
) -> None:
    guards = "entries_are_never_changed"
    with closing(sqlite3.connect(kept)) as connection:
        (text,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", [guards]
        ).fetchone()
    changed_by_another_program(
        kept,
        f"DROP TRIGGER {guards}",
        f"UPDATE entries SET {column} = {value} WHERE seq = 30",
        text,
    )

    with untouched(kept.parent):
        assert "1 entry is not as it was saved, of 60" in refused(kept, Damaged).what


def test_a_damaged_file_that_was_never_closed_is_refused_with_its_log_unchanged(
    crashed: Path, untouched: Callable[..., Any]
) -> None:
    content = crashed.read_bytes()
    assert b"Card number 7," in content
    crashed.write_bytes(content.replace(b"Card number 7,", b"Card number 6,"))

    with untouched(crashed.parent):
        assert "1 entry" in refused(crashed, Damaged).what


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER entries_are_never_changed",
        "CREATE TRIGGER quiet AFTER INSERT ON entries BEGIN SELECT 1; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more (x)",
        "ALTER TABLE entries ADD COLUMN more",
        "CREATE TRIGGER quiet AFTER INSERT ON _sqlite_migrations BEGIN SELECT 1; END",
    ],
)
def test_a_file_whose_shape_another_program_changed_is_refused(
    kept: Path, untouched: Callable[..., Any], statement: str
) -> None:
    changed_by_another_program(kept, statement)

    with untouched(kept.parent):
        assert "another program" in refused(kept, Damaged).what


def test_a_new_workshop_never_overwrites_a_file(kept: Path, untouched: Callable[..., Any]) -> None:
    with untouched(kept.parent), pytest.raises(Exists):
        Session.create(kept)


def test_a_new_workshop_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="Make the folder first"):
        Session.create(tmp_path / "nowhere" / "new.workshop")


def test_a_new_workshop_with_an_impossible_name_is_refused(
    tmp_path: Path, untouched: Callable[..., Any]
) -> None:
    with untouched(tmp_path), pytest.raises(Unwritable):
        Session.create(tmp_path / ("x" * 300 + ".workshop"))
