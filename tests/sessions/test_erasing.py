"""Erasing a workshop: file, log, backups and drafts are gone, and others are not touched."""

import os
from pathlib import Path

import pytest

from facilitator.board import capture
from facilitator.history import root_of
from facilitator.retention import reference_of
from facilitator.stages.gather import name_workshop
from sessions.backups import Backups
from sessions.clock import SetClock
from sessions.erasing import erase
from sessions.library import Library
from sessions.problems import Damaged, Locked, Missing, NotErased
from sessions.session import Session

SECRET = b"Quillfeather"


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups")


@pytest.fixture
def kept(tmp_path: Path, clock: SetClock, backups: Backups) -> Path:
    """A workshop with two backups, beside another one with one."""
    library = Library(tmp_path / "library")
    paths = []
    for name in ("Ours", "Theirs"):
        with library.create(name, clock=clock) as session:
            session.do(name_workshop, name, f"{name} Quillfeather group", "")
            backups.keep(session, "on closing")
            session.do(capture, "Quillfeather said so", "purpose", "only-us")
            backups.keep(session, "before a merge")
            paths.append(session.path)
    return paths[0]


def everything(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def root(path: Path) -> str:
    with Session.open(path) as session:
        return root_of(session.history.entries)


def test_nothing_of_it_is_left_and_the_other_workshop_is_whole(
    kept: Path, tmp_path: Path, backups: Backups
) -> None:
    ours = root(kept)
    drafts = tmp_path / "drafts" / "field.txt"
    drafts.parent.mkdir()
    drafts.write_bytes(SECRET)
    before = {p: p.read_bytes() for p in everything(tmp_path) if "theirs" in str(p)}
    told = erase(kept, "Sam  Okafor", backups, [drafts])

    assert not kept.exists()
    assert not drafts.exists()
    assert backups.kept(ours) == []
    assert not (backups.folder / ours).exists()
    assert kept.name not in (backups.folder / "paths.json").read_text("utf-8")
    assert {p: p.read_bytes() for p in before} == before
    assert (told.files, told.copies, told.drafts, told.overwritten) == (1, 2, 1, True)
    assert told.by == "Sam Okafor"
    assert told.size > 10_000
    assert told.copies_size > 10_000


def test_its_bytes_are_overwritten_before_it_goes(
    kept: Path, backups: Backups, tmp_path: Path
) -> None:
    """An open handle still sees what lies where the file was."""
    with kept.open("rb") as file:
        assert SECRET in file.read()
        erase(kept, "", backups)
        file.seek(0)
        left = file.read()

    assert left
    assert set(left) == {0}


def test_its_reference_is_not_its_identity(kept: Path, backups: Backups) -> None:
    ours = root(kept)
    told = erase(kept, "", backups)

    assert told.reference == reference_of(ours)
    assert len(told.reference) == 16
    assert told.reference not in ours


def test_what_is_open_elsewhere_is_not_erased(kept: Path, backups: Backups) -> None:
    with Session.open(kept), pytest.raises(Locked):
        erase(kept, "", backups)

    assert SECRET in kept.read_bytes()
    assert len(backups.kept(root(kept))) == 2


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        erase(tmp_path / "gone.workshop", "")


def test_what_is_damaged_is_left_for_a_person(kept: Path, backups: Backups) -> None:
    data = bytearray(kept.read_bytes())
    at = data.find(b"said so")
    data[at : at + 4] = b"SAID"
    kept.write_bytes(data)
    with pytest.raises(Damaged):
        erase(kept, "", backups)

    assert kept.read_bytes() == bytes(data)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_draft_that_is_a_link_is_removed_and_what_it_leads_to_is_not(
    kept: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("somebody else’s", "utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(other)
    told = erase(kept, "", None, [link])

    assert not link.is_symlink()
    assert other.read_text("utf-8") == "somebody else’s"
    assert not told.overwritten


def test_what_cannot_be_erased_is_said_and_can_be_tried_again(
    kept: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        with pytest.raises(NotErased) as caught:
            erase(kept, "", backups)

    assert "could not be erased" in caught.value.what
    assert caught.value.safe
    assert caught.value.do
    assert erase(kept, "", backups).files == 1
    assert not kept.exists()
