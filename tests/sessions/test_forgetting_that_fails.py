"""Forgetting who spoke, when a step of it fails or the app dies: all of it, or none."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitator.attribution import (
    choose_for_all,
)
from facilitator.board import capture
from sessions import schema
from sessions.problems import Missing, SessionProblem
from sessions.session import Session
from sessions.store import Store, row_of
from tests.sessions.spoken import STEP, WHO, bytes_of, captured, links, near


def as_it_is(session: Session) -> list[tuple[Any, ...]]:
    """What the file's table and schema hold, by the session's own connection."""
    connection = session._store._db.conn
    rows = connection.execute("SELECT * FROM entries ORDER BY id").fetchall()
    return [*rows, *connection.execute("SELECT name, sql FROM sqlite_master ORDER BY 1").fetchall()]


STEPS_OF_IT = {
    "the guard is lifted": (sqlite3.SQLITE_DROP_TRIGGER, ""),
    "a row is rewritten": (sqlite3.SQLITE_UPDATE, "entries"),
    "the guard is put back": (sqlite3.SQLITE_CREATE_TRIGGER, ""),
    "the choice is added": (sqlite3.SQLITE_INSERT, "entries"),
    "it is committed": (sqlite3.SQLITE_TRANSACTION, "COMMIT"),
}


@pytest.mark.parametrize("step", sorted(STEPS_OF_IT))
def test_when_a_step_of_it_fails_everything_is_as_before(table: Session, step: str) -> None:
    made = captured(table)
    before, entries = as_it_is(table), list(table.history.entries)
    action, what = STEPS_OF_IT[step]

    def forbid(asked: int, first: str | None, *_: str | None) -> int:
        forbidden = asked == action and what in ("", first)
        return sqlite3.SQLITE_DENY if forbidden else sqlite3.SQLITE_OK

    table._store._db.conn.set_authorizer(forbid)
    with pytest.raises(SessionProblem):
        table.do(choose_for_all, "unattributed")
    table._store._db.conn.set_authorizer(None)

    assert as_it_is(table) == before
    assert table.history.entries == entries
    assert table.workshop.attribution == "named"
    table.do(choose_for_all, "unattributed")
    assert links(table.path, made) == []


def test_when_the_app_dies_between_rewriting_and_committing_the_file_is_as_before(
    table: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captured(table)
    before, workshop = as_it_is(table), table.workshop
    left = tmp_path / "left"

    def dies(connection: sqlite3.Connection, _path: Path) -> None:
        (named,) = connection.execute(
            "SELECT count(*) FROM entries WHERE event LIKE '%idea%' AND event LIKE ?", (f"%{WHO}%",)
        ).fetchone()
        assert named == 0, "the rows are rewritten by now"
        shutil.copytree(table.path.parent, left, ignore=shutil.ignore_patterns("left"))
        raise KeyboardInterrupt

    monkeypatch.setattr("sessions.schema.check_objects", dies)
    with pytest.raises(KeyboardInterrupt):
        table.do(choose_for_all, "unattributed")
    monkeypatch.undo()

    assert as_it_is(table) == before
    with Session.open(left / table.path.name) as again:
        assert again.workshop == workshop
        assert as_it_is(again) == before


def test_when_the_app_dies_before_it_has_swept_opening_the_file_sweeps_it(
    table: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = captured(table)
    monkeypatch.setattr(Store, "sweep", lambda _store: None)
    table.do(choose_for_all, "unattributed")
    left = tmp_path / "left"
    shutil.copytree(table.path.parent, left, ignore=shutil.ignore_patterns("left"))
    monkeypatch.undo()
    path = left / table.path.name
    assert near(bytes_of(path), made[0], WHO), "the log still holds what was there before"

    with Session.open(path) as again:
        assert not near(bytes_of(path), made[0], WHO)
        assert links(path, made) == []
        assert again.workshop == table.workshop


def test_a_sweep_that_fails_is_no_failure_of_the_choice_and_comes_with_the_next_change(
    table: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = captured(table)

    def no_room(asked: int, first: str | None, *_: str | None) -> int:
        return sqlite3.SQLITE_DENY if asked == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK

    # VACUUM attaches the file that it copies into.
    table._store._db.conn.set_authorizer(no_room)
    table.do(choose_for_all, "unattributed")
    assert not table._store.swept
    table._store._db.conn.set_authorizer(None)
    table.do(capture, "Next", *STEP)

    assert table._store.swept
    assert not near(bytes_of(table.path), made[0], WHO)


def test_a_file_that_was_moved_away_forgets_nothing_until_it_is_back(table: Session) -> None:
    captured(table)
    away = table.path.with_name("elsewhere")
    table.path.rename(away)
    with pytest.raises(Missing):
        table.do(choose_for_all, "unattributed")

    assert table.workshop.attribution == "named"
    away.rename(table.path)
    table.do(choose_for_all, "unattributed")


def test_entries_may_be_changed_within_a_transaction_only(table: Session) -> None:
    connection = table._store._db.conn
    with (
        pytest.raises(RuntimeError, match="within a transaction"),
        schema.may_be_changed(connection, table.path),
    ):
        pass
    schema.check_objects(connection, table.path)


@pytest.fixture
def rows(table: Session) -> list[tuple[Any, ...]]:
    """What the rows of a file look like after authors were forgotten, once it is closed."""
    captured(table)
    table.do(choose_for_all, "unattributed")
    entries = list(table.history.entries)
    table.close()
    with closing(sqlite3.connect(table.path)) as connection:
        found = connection.execute(
            "SELECT id, writer, seq, at, by, event, hash FROM entries"
        ).fetchall()
    assert [tuple(row) for row in found] == [row_of(entry) for entry in entries]
    return found


def test_a_rewritten_row_keeps_its_place_its_time_and_its_words(
    rows: list[tuple[Any, ...]],
) -> None:
    events = [json.loads(row[5]) for row in rows]
    ideas = [e for e in events if e["kind"] == "contribution.captured"]

    assert [e["text"] for e in ideas] == ["Idea 0", "Idea 1", "Idea 2"]
    assert [row[2] for row in rows] == list(range(1, len(rows) + 1))
    assert all("member" not in e and "organisation" not in e for e in ideas)
