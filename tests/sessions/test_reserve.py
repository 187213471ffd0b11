"""Room that is held back for the day on which the disk is full."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from facilitator.board import capture
from sessions.problems import Full
from sessions.reserve import NAME, USED, Reserve
from sessions.session import Session


def test_it_holds_real_bytes_and_gives_them_back_once(tmp_path: Path) -> None:
    told: list[str] = []
    reserve = Reserve(tmp_path, told.append, size=100_000)
    reserve.hold()
    reserve.hold()

    assert reserve.held
    assert (tmp_path / NAME).stat().st_size == 100_000
    assert (tmp_path / NAME).stat().st_blocks * 512 >= 100_000
    assert reserve.let_go()
    assert not reserve.let_go()
    assert told == [USED]


def test_where_there_is_little_room_none_is_held_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=399_999))
    reserve = Reserve(tmp_path, lambda _: None, size=100_000)
    reserve.hold()

    assert not reserve.held


def test_a_folder_that_takes_nothing_holds_nothing_back(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "nowhere", lambda _: None, size=10)
    reserve.hold()

    assert not reserve.held
    assert not reserve.let_go()


def test_a_full_disk_is_said_once_there_is_no_reserve_left(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.reserve = Reserve(tmp_path, lambda _: None, size=10)
    session.reserve.hold()

    def full(*_: object) -> None:
        raise Full.file(session.path)

    monkeypatch.setattr(session._store, "append", full)
    with pytest.raises(Full):
        session.do(capture, "Home sooner", "purpose", "only-us")

    assert not session.reserve.held
    assert session.workshop.contributions == {}
