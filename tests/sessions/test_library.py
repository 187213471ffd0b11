"""The library: what it lists, what it makes, and that looking leaves no trace."""

import json
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitator.progress import enter_step
from sessions.clock import SetClock
from sessions.library import Library, entries_of, file_name, look
from sessions.problems import Damaged, Exists, Locked, Newer, NotOurs
from sessions.session import Session


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library whose folder is not there yet."""
    return Library(tmp_path / "Facilitator")


def test_a_library_without_a_folder_is_empty(library: Library, tmp_path: Path) -> None:
    assert library.listed() == []
    assert list(tmp_path.iterdir()) == []


def test_a_workshop_is_listed_with_where_it_stands(
    library: Library, clock: SetClock, a_board: Callable[..., Any], write: Callable[..., Any]
) -> None:
    with library.create("Shaping Ellerport", clock=clock) as session:
        a_board(session, voting=3)
        write(session)
        write(session)
        write(session)
        session.undo()
        session.do(enter_step, "purpose", "silent-cards", session.seconds())

    (listed,) = library.listed()

    assert listed.path.name == "shaping-ellerport.workshop"
    assert (listed.group, listed.title) == ("Ellerport Board", "Shaping Ellerport")
    assert listed.date == "2026-03-18"
    assert (listed.stage, listed.step) == ("purpose", "silent-cards")
    assert listed.contributions == 2
    assert listed.problem is None


def test_the_workshop_that_was_changed_last_comes_first(library: Library) -> None:
    for name in ("one", "two", "three"):
        library.create(name).close()
    os.utime(library.folder / "two.workshop", (2_000_000_000, 2_000_000_000))
    os.utime(library.folder / "one.workshop", (1_000_000_000, 1_000_000_000))

    listed = library.listed()

    assert [each.path.stem for each in listed] == ["two", "three", "one"]
    assert listed[0].changed - listed[2].changed == timedelta(seconds=1_000_000_000)


def test_what_cannot_be_read_is_listed_with_its_sentence(library: Library, kept: Path) -> None:
    library.folder.mkdir()
    for name in ("good", "cut", "newer", "altered"):
        shutil.copyfile(kept, library.folder / f"{name}.workshop")
    (library.folder / "cut.workshop").write_bytes(kept.read_bytes()[:9_000])
    (library.folder / "empty.workshop").write_bytes(b"")
    (library.folder / "text.workshop").write_text("Dear all", encoding="utf-8")
    (library.folder / "folder.workshop").mkdir()
    newer = bytearray(kept.read_bytes())
    newer[60:64] = (99).to_bytes(4)
    (library.folder / "newer.workshop").write_bytes(newer)
    words = kept.read_bytes().replace(b"Card number 7,", b"Card number 6,")
    (library.folder / "altered.workshop").write_bytes(words)

    problems = {each.path.stem: type(each.problem) for each in library.listed()}

    assert problems == {
        "good": type(None),
        "cut": Damaged,
        "empty": NotOurs,
        "text": NotOurs,
        "folder": NotOurs,
        "newer": Newer,
        "altered": Damaged,
    }


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_to_nowhere_is_listed_with_its_sentence(library: Library, tmp_path: Path) -> None:
    library.folder.mkdir()
    (library.folder / "lost.workshop").symlink_to(tmp_path / "nowhere")

    (listed,) = library.listed()

    assert "not there any more" in str(listed.problem)


def test_listing_changes_no_byte_and_leaves_nothing(
    kept: Path, crashed: Path, untouched: Callable[..., Any]
) -> None:
    with untouched(kept.parent), untouched(crashed.parent):
        assert [each.contributions for each in Library(kept.parent).listed()] == [60]
        assert [each.contributions for each in Library(crashed.parent).listed()] == [63]


def test_a_file_that_may_not_be_written_to_is_listed_all_the_same(kept: Path) -> None:
    kept.chmod(0o444)
    kept.parent.chmod(0o555)
    try:
        assert look(kept).contributions == 60
    finally:
        kept.parent.chmod(0o755)


def test_a_workshop_that_was_never_closed_is_opened_with_all_that_was_saved(crashed: Path) -> None:
    with Session.open(crashed) as session:
        assert len(session.workshop.contributions) == 63


def test_a_workshop_that_is_open_here_is_listed_as_it_stands(
    library: Library, write: Callable[..., Any]
) -> None:
    with library.create("Open") as session:
        write(session)
        assert library.listed()[0].contributions == 1
        write(session)
        assert library.listed()[0].contributions == 2


def test_a_workshop_that_is_open_elsewhere_is_listed_and_stays_open_there(
    kept: Path, captured_elsewhere: Callable[..., Any]
) -> None:
    with captured_elsewhere(kept) as process:
        for _ in range(200):
            process.stdout.readline()
        assert look(kept).contributions >= 260
        with pytest.raises(Locked):
            Session.open(kept)


def test_a_log_that_starts_anew_while_it_is_copied_is_copied_again(
    crashed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sessions import looking

    calls: list[Path] = []
    header = looking._log_header

    def once_another(path: Path) -> bytes:
        calls.append(path)
        return b"another" if len(calls) == 1 else header(path)

    monkeypatch.setattr(looking, "_log_header", once_another)

    assert len(entries_of(crashed)) == 64
    assert len(calls) == 4


@pytest.mark.parametrize("name", ["100 % sure #1", "a&b=c;d", "Ysbyty Môr – y bwrdd", "ورشة", "'"])
def test_a_file_is_found_whatever_its_name(kept: Path, name: str) -> None:
    path = kept.rename(kept.with_name(f"{name}.workshop"))

    assert look(path).contributions == 60
    with Session.open(path) as session:
        assert len(session.history) == 60


def test_a_name_that_is_taken_gets_a_number(library: Library) -> None:
    names = []
    for _ in range(3):
        with library.create("Shaping Ellerport!") as session:
            names.append(session.path.name)

    assert names == [
        "shaping-ellerport.workshop",
        "shaping-ellerport-2.workshop",
        "shaping-ellerport-3.workshop",
    ]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ysbyty Môr – y bwrdd", "ysbyty-môr-y-bwrdd"),
        ("ورشة المدينة", "ورشة-المدينة"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
        ("CON", "con-workshop"),
        ("com1", "com1-workshop"),
        (" . ", "workshop"),
        ("", "workshop"),
        ("🌊", "workshop"),
        ("x" * 200, "x" * 60),
        ("Ward 9\x00\n", "ward-9"),
    ],
)
def test_a_name_becomes_a_file_name_that_every_system_takes(name: str, slug: str) -> None:
    assert file_name(name) == slug


def test_a_long_name_is_cut_between_letters_and_never_inside_one() -> None:
    assert len(file_name("ورشة " * 40).encode()) <= 60
    assert not file_name("ورشة " * 40).endswith("-")


def test_renaming_gives_the_file_another_name_and_keeps_what_is_in_it(
    library: Library, write: Callable[..., Any]
) -> None:
    with library.create("Draft") as session:
        write(session)

    new = library.rename(session.path, "Shaping Ellerport")

    assert [found.name for found in library.folder.iterdir()] == ["shaping-ellerport.workshop"]
    assert look(new).contributions == 1


def test_renaming_takes_along_what_stands_only_in_the_log(crashed: Path) -> None:
    new = Library(crashed.parent).rename(crashed, "Rescued")

    assert [found.name for found in crashed.parent.iterdir()] == ["rescued.workshop"]
    assert look(new).contributions == 63


def test_renaming_never_overwrites(library: Library, untouched: Callable[..., Any]) -> None:
    for name in ("one", "two"):
        library.create(name).close()

    with untouched(library.folder), pytest.raises(Exists):
        library.rename(library.folder / "one.workshop", "Two")


def test_renaming_to_the_same_name_does_nothing(library: Library) -> None:
    library.create("one").close()
    path = library.folder / "one.workshop"

    assert library.rename(path, "One") == path


def test_a_workshop_that_is_open_is_not_renamed(library: Library) -> None:
    with library.create("one") as session, pytest.raises(Locked):
        library.rename(session.path, "two")


def test_workshops_are_kept_among_the_documents_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))

    library = Library.of_this_person(tmp_path / "settings.json")

    assert library.folder.name == "Facilitator"
    assert library.folder.parent.name in ("Documents", "My Documents")


def test_another_place_is_remembered_beside_the_other_settings(tmp_path: Path) -> None:
    settings = tmp_path / "config" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"theme": "dark"}', encoding="utf-8")

    Library(tmp_path / "Gweithdai").keep_choice(settings)

    assert Library.of_this_person(settings).folder == tmp_path / "Gweithdai"
    assert json.loads(settings.read_text(encoding="utf-8"))["theme"] == "dark"


@pytest.mark.parametrize("words", ["{", "[]", '{"workshops": 7}', '{"workshops": ""}', ""])
def test_settings_that_cannot_be_read_are_as_if_there_were_none(tmp_path: Path, words: str) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text(words, encoding="utf-8")

    assert Library.of_this_person(settings).folder.name == "Facilitator"
