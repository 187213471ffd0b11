"""A folder that is watched: files that come, grow, are replaced and go; and the folder itself."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest
from PySide6.QtWidgets import QApplication

from ui.merging import shared_folder
from ui.merging.shared_folder import MOST, SharedFolder

LONG = 10_000_000
"""Milliseconds that never pass in a test: it looks when it is told to."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shared folder."""
    made = tmp_path / "shared"
    made.mkdir()
    return made


@pytest.fixture
def watched(qapp: QApplication, folder: Path, tmp_path: Path) -> Iterator[SharedFolder]:
    """The folder, watched, and what it told in `told`."""
    made = SharedFolder(folder, tmp_path / "own.workshop", every=LONG, soon=LONG)
    yield made
    made.end()


@pytest.fixture
def told(watched: SharedFolder) -> list[list[str]]:
    """The names that it told of, each time that it did."""
    found: list[list[str]] = []
    watched.rested.connect(lambda paths: found.append([path.name for path in paths]))
    return found


def look(watched: SharedFolder) -> None:
    """Look, and have the answer at once."""
    watched.compare(watched.prints())


def put(folder: Path, name: str, size: int, at: int = 0) -> Path:
    path = folder / name
    path.write_bytes(b"x" * size)
    os.utime(path, ns=(at, at))
    return path


def test_a_file_is_told_of_once_it_is_the_same_for_two_looks(
    watched: SharedFolder, folder: Path, told: list[list[str]]
) -> None:
    put(folder, "table-2.workshop", 10)
    look(watched)
    assert told == []
    look(watched)
    look(watched)

    assert told == [["table-2.workshop"]]


def test_a_file_that_grows_waits(
    watched: SharedFolder, folder: Path, told: list[list[str]]
) -> None:
    for size in (10, 20, 30):
        put(folder, "table-2.workshop", size)
        look(watched)
    assert told == []
    look(watched)

    assert told == [["table-2.workshop"]]


def test_a_file_that_is_replaced_is_told_of_again(
    watched: SharedFolder, folder: Path, told: list[list[str]]
) -> None:
    put(folder, "table-2.workshop", 10)
    look(watched)
    look(watched)
    put(folder, "new", 10, at=5).replace(folder / "table-2.workshop")
    look(watched)
    look(watched)

    assert told == [["table-2.workshop"], ["table-2.workshop"]]


def test_a_file_that_goes_and_comes_back_is_told_of_again(
    watched: SharedFolder, folder: Path, told: list[list[str]]
) -> None:
    path = put(folder, "table-2.workshop", 10)
    look(watched)
    look(watched)
    path.unlink()
    look(watched)
    put(folder, "table-2.workshop", 10)
    look(watched)
    look(watched)

    assert len(told) == 2


def test_a_folder_that_goes_away_and_comes_back_brings_nothing_new_by_that(
    watched: SharedFolder, folder: Path, told: list[list[str]]
) -> None:
    seen: list[bool] = []
    watched.away.connect(seen.append)
    put(folder, "table-2.workshop", 10)
    look(watched)
    look(watched)
    folder.rename(folder.with_name("gone"))
    look(watched)
    look(watched)
    folder.with_name("gone").rename(folder)
    look(watched)
    put(folder, "table-3.workshop", 10)
    look(watched)
    look(watched)

    assert seen == [True, False]
    assert told == [["table-2.workshop"], ["table-3.workshop"]]


def test_links_folders_hidden_files_empty_ones_and_the_own_file_are_left_alone(
    watched: SharedFolder, folder: Path, tmp_path: Path, told: list[list[str]]
) -> None:
    own = put(tmp_path, "own.workshop", 10)
    (folder / "link.workshop").symlink_to(put(tmp_path, "elsewhere.workshop", 10))
    (folder / "nowhere.workshop").symlink_to(tmp_path / "nothing")
    os.link(own, folder / "same.workshop")
    (folder / "folder.workshop").mkdir()
    put(folder, ".hidden.workshop", 10)
    put(folder, "empty.workshop", 0)
    put(folder, "notes.txt", 10)
    look(watched)
    look(watched)

    assert told == []


def test_of_a_thousand_files_the_newest_are_watched(
    watched: SharedFolder, folder: Path, told: list[list[str]]
) -> None:
    for at in range(MOST + 50):
        put(folder, f"{at:04}.workshop", 10, at=at * 1_000_000_000)
    look(watched)
    look(watched)

    assert [len(each) for each in told] == [MOST]
    assert told[0][0] == "0050.workshop"


def test_the_system_telling_of_a_change_is_enough(
    qapp: QApplication, folder: Path, tmp_path: Path
) -> None:
    watched = SharedFolder(folder, tmp_path / "own.workshop", every=LONG, soon=20)
    found: list[object] = []
    watched.rested.connect(found.append)
    watched.begin()
    put(folder, "table-2.workshop", 10)
    end = monotonic() + 20
    while not found and monotonic() < end:
        qapp.processEvents()
        sleep(0.01)
    watched.end()

    assert found == [[folder / "table-2.workshop"]]


def test_a_share_that_does_not_answer_holds_nothing_up_and_is_said_to_be_away(
    qapp: QApplication, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_folder, "SILENT", 0.05)
    answers = Event()
    monkeypatch.setattr(SharedFolder, "prints", lambda _self: {} if answers.wait(20) else None)
    watched = SharedFolder(folder, tmp_path / "own.workshop", every=LONG, soon=LONG)
    told: list[bool] = []
    watched.away.connect(told.append)

    def until(said: list[bool]) -> None:
        end = monotonic() + 15
        while told != said and monotonic() < end:
            qapp.processEvents()
            sleep(0.01)
        assert told == said

    began = monotonic()
    watched.begin()
    watched.look()
    assert monotonic() - began < 5
    until([True])
    answers.set()
    until([True, False])
    watched.end()
