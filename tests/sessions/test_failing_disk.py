"""A disk that fails: what was acknowledged stays, what failed did not happen, and work resumes."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator.board import capture
from sessions.library import look
from sessions.problems import Full, Missing, Unwritable
from sessions.session import Session

LONG = "A long card. " * 1_000


def fill_up(session: Session) -> None:
    """Let there be no more room for the file."""
    (pages,) = session._store._db.execute("PRAGMA page_count").fetchone()
    session._store._db.execute(f"PRAGMA max_page_count = {pages}")


def make_room(session: Session) -> None:
    """Let there be room again."""
    session._store._db.execute("PRAGMA max_page_count = 100000")


def test_a_full_disk_changes_nothing(session: Session, write: Callable[..., Any]) -> None:
    write(session, "Before")
    heard = []
    session.listen(lambda *_: heard.append(1))
    fill_up(session)

    with pytest.raises(Full, match="disk is full"):
        session.do(capture, LONG, "purpose", "why")

    assert [card.text for card in session.workshop.contributions.values()] == ["Before"]
    assert len(session.history) == 1
    assert heard == []


def test_work_resumes_when_there_is_room_again(session: Session, write: Callable[..., Any]) -> None:
    fill_up(session)
    with pytest.raises(Full):
        session.do(capture, LONG, "purpose", "why")
    make_room(session)

    write(session, "After")
    session.close()

    with Session.open(session.path) as again:
        assert [card.text for card in again.workshop.contributions.values()] == ["After"]
        assert [entry.seq for entry in again.history.entries] == [1]


def test_an_undo_that_cannot_be_saved_is_not_done(
    session: Session, write: Callable[..., Any]
) -> None:
    write(session)
    before = session.workshop
    session._store._db.execute("PRAGMA query_only = ON")

    with pytest.raises(Unwritable):
        session.undo()

    assert session.workshop is before
    assert session.can_undo()
    session._store._db.execute("PRAGMA query_only = OFF")
    assert session.undo() is not None


def test_entries_from_elsewhere_are_taken_in_all_or_none(
    session: Session, tmp_path: Path, write: Callable[..., Any]
) -> None:
    with Session.create(tmp_path / "other.workshop") as other:
        write(other, "Short")
        write(other, LONG.strip())
        theirs = other.history.entries
    fill_up(session)

    with pytest.raises(Full):
        session.receive(theirs)
    assert len(session.history) == 0

    make_room(session)
    assert session.receive(theirs) == 2


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
def test_a_file_that_was_moved_away_takes_no_change_until_it_is_back(
    session: Session, write: Callable[..., Any]
) -> None:
    write(session, "Before")
    away = session.path.with_name("elsewhere")
    session.path.rename(away)

    with pytest.raises(Missing, match="moved, renamed or replaced"):
        write(session, "Lost?")
    assert len(session.history) == 1

    away.rename(session.path)
    write(session, "After")
    session.close()
    with Session.open(session.path) as again:
        assert [card.text for card in again.workshop.contributions.values()] == ["Before", "After"]


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")
def test_a_file_that_was_replaced_by_another_takes_no_change(
    session: Session, write: Callable[..., Any], tmp_path: Path
) -> None:
    write(session)
    (tmp_path / "synced").write_bytes(b"what a sync service brought")
    (tmp_path / "synced").replace(session.path)

    with pytest.raises(Missing):
        write(session)

    assert session.path.read_bytes() == b"what a sync service brought"


def test_a_new_file_for_which_there_is_no_room_is_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(db: Any) -> None:
        db.execute("PRAGMA max_page_count = 1")
        db.execute("CREATE TABLE big (x)")

    monkeypatch.setattr("sessions.schema.bring_up_to_date", no_room)

    with pytest.raises(Full, match="could not be started"):
        Session.create(tmp_path / "new.workshop")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("pages", [0, 1, 3])
def test_a_log_that_was_only_half_folded_in_loses_nothing(
    session: Session, write: Callable[..., Any], tmp_path: Path, pages: int
) -> None:
    """As a crash, or a full disk, leaves it: the file says how long it will be, and is not yet.

    The pages that were there before the log was begun are there still.
    """
    before = len(session.path.read_bytes()) // 4096
    for number in range(60):
        write(session, f"Card {number} " + "and why. " * 40)
    log = session.path.with_name(session.path.name + "-wal").read_bytes()
    session.close()
    folder = tmp_path / "half"
    folder.mkdir()
    path = folder / "half.workshop"
    folded_in = session.path.read_bytes()
    assert len(folded_in) > 10 * 4096
    path.write_bytes(folded_in[: (before + pages) * 4096])
    (folder / "half.workshop-wal").write_bytes(log)

    assert look(path).contributions == 60
    with Session.open(path) as again:
        assert again.workshop == session.workshop
        write(again)
    with Session.open(path) as again:
        # With what had been read when the last was written.
        assert len(again.history) == 62
