"""Taking in: what is read of files, folders and archives from elsewhere, with nothing touched."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator.board import capture
from facilitator.stages.gather import name_workshop
from sessions.copies import begin_notes, hand_out
from sessions.intake import Cancelled, Taken, TurnedAway, check, take_in
from sessions.problems import Missing, NotOurs, SessionProblem
from sessions.reading import read_history
from sessions.session import Session
from tests.sessions.intake.planted import left_open, plain_workshop


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound workshop with sixty cards."""
    path = tmp_path_factory.mktemp("made") / "sixty.workshop"
    plain_workshop(path)
    return path


@pytest.fixture
def sixty(made: Path, tmp_path: Path) -> Path:
    """A copy of it, alone in a folder."""
    (tmp_path / "stick").mkdir()
    return Path(shutil.copy(made, tmp_path / "stick"))


def taken(path: Path) -> Taken:
    """What is taken in of a single file."""
    (found,) = take_in([path])
    assert isinstance(found, Taken), found
    return found


def away(path: Path) -> TurnedAway:
    """How a single file is turned away."""
    (found,) = take_in([path])
    assert isinstance(found, TurnedAway), found
    return found


def test_a_sound_file_is_taken_in_whole(sixty: Path) -> None:
    found = taken(sixty)

    assert list(found.entries) == read_history(sixty).entries
    assert (found.path, found.label, found.damaged, found.accounts) == (sixty, "sixty", 0, ())
    assert found.newest == found.entries[-1].at


def test_what_stands_only_in_the_log_is_taken_in_too(
    sixty: Path, untouched: Callable[..., Any]
) -> None:
    left_open(sixty)

    with untouched(sixty.parent):
        assert len(taken(sixty).entries) == 71


def test_neither_the_file_nor_its_folder_is_touched(
    sixty: Path, untouched: Callable[..., Any]
) -> None:
    before = sixty.stat()

    with untouched(sixty.parent):
        taken(sixty)
    after = sixty.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert os.listdir(sixty.parent) == [sixty.name]


def test_a_file_says_in_whose_seat_it_was_written(sixty: Path, tmp_path: Path) -> None:
    with Session.open(sixty) as session:
        hand_out(session, tmp_path / "for notes.workshop")
    notes = begin_notes(tmp_path / "for notes.workshop", tmp_path, "Table 3")

    found = taken(notes)
    assert (found.role, found.seat) == ("note-taker", "Table 3")
    assert taken(tmp_path / "for notes.workshop").role == "handed-out"


def test_a_file_that_is_open_here_is_read_and_stays_locked(sixty: Path) -> None:
    with Session.open(sixty) as session:
        session.do(capture, "While it is open", "purpose", "why")
        assert len(taken(sixty).entries) == len(session.history)

        script = "import sys; from pathlib import Path; from sessions.session import Session\n"
        other = subprocess.run(
            [sys.executable, "-c", script + "Session.open(Path(sys.argv[1]))", sixty],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Locked" in other.stderr


def test_a_folder_brings_every_workshop_in_it_in_the_order_of_names(
    made: Path, tmp_path: Path
) -> None:
    for name in ("b.workshop", "a.workshop", "deep/er/c.WORKSHOP", "notes.txt", ".d.workshop"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(made, tmp_path / name)
    (tmp_path / ".hidden").mkdir()
    shutil.copy(made, tmp_path / ".hidden" / "e.workshop")
    (tmp_path / "f.workshop").symlink_to(made)

    found = take_in([tmp_path])
    assert [each.label for each in found] == ["a", "b", "f", "c"]
    assert [isinstance(each, Taken) for each in found] == [True, True, False, True]


def test_a_folder_that_leads_into_itself_is_read_once(made: Path, tmp_path: Path) -> None:
    shutil.copy(made, tmp_path / "a.workshop")
    (tmp_path / "again").symlink_to(tmp_path)

    assert len(take_in([tmp_path])) == 1


def test_no_more_than_two_hundred_of_a_folder_are_read(tmp_path: Path) -> None:
    for number in range(203):
        (tmp_path / f"{number:03}.workshop").write_bytes(b"x")

    found = take_in([tmp_path])
    assert len(found) == 201
    assert isinstance(found[-1], TurnedAway)
    assert "more in" in found[-1].problem.what


def test_an_archive_brings_its_members_under_their_own_names(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "day.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(made, "Tables/Table 3.workshop")
        packed.write(made, "Table 4.workshop")

    found = take_in([tmp_path / "day.zip"])
    assert [each.label for each in found] == ["Table 3", "Table 4"]
    assert {each.path for each in found} == {tmp_path / "day.zip"}
    assert [len(each.entries) for each in found if isinstance(each, Taken)] == [60, 60]


def test_a_row_that_was_altered_is_left_out_and_the_rest_is_taken(sixty: Path) -> None:
    whole = sixty.read_bytes()
    assert whole.count(b"Card 7:") == whole.count(b"Card 8:") == 1
    sixty.write_bytes(whole.replace(b"Card 7:", b"Card 6:").replace(b"Card 8:", b"Card 6:"))

    found = taken(sixty)
    assert (len(found.entries), found.damaged) == (58, 2)
    assert found.accounts == ("2 entries are not as saved, and left out.",)


def test_a_page_that_is_gone_leaves_what_stands_before_and_after_it(sixty: Path) -> None:
    whole = bytearray(sixty.read_bytes())
    at = whole.index(b"Card 30:") // 4096 * 4096
    whole[at : at + 4096] = bytes(4096)
    sixty.write_bytes(whole)

    found = taken(sixty)
    seqs = [entry.seq for entry in found.entries]
    assert (min(seqs), max(seqs)) == (1, 60)
    assert 30 < len(seqs) < 60
    assert len(seqs) + found.damaged == 60
    assert "damaged part of the file" in found.accounts[0]


def test_what_is_no_workshop_is_turned_away_with_its_name_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "Re:\nminutes\u202etxt.pdf"
    path.write_bytes(b"%PDF-1.7 " * 99)

    found = away(path)
    assert type(found.problem) is NotOurs
    assert found.label == "Re: minutes�txt.pdf"
    assert found.problem.what == "“Re: minutes�txt.pdf” is not a Facilitator workshop."


def test_a_name_of_three_hundred_letters_is_shortened(tmp_path: Path) -> None:
    found = away(tmp_path / ("x" * 300 + ".workshop"))

    assert len(found.label) == 80
    assert len(found.problem.what) < 200


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert type(away(tmp_path / "gone.workshop").problem) is Missing
    assert type(away(tmp_path / "no\0ught.workshop").problem) is Missing


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.symlink_to("elsewhere"), "only points to"),
        (lambda path: path.mkdir(), "There is no workshop in"),
        (lambda path: path.touch(), "is empty"),
    ],
)
def test_what_lies_in_the_place_of_a_file_is_named(
    tmp_path: Path, spoil: Callable[[Path], object], words: str
) -> None:
    spoil(tmp_path / "notes.workshop")

    assert words in away(tmp_path / "notes.workshop").problem.what


@pytest.mark.skipif(os.name == "nt", reason="there are no devices among its files")
def test_a_device_is_not_read() -> None:
    assert type(away(Path("/dev/zero")).problem) is NotOurs


def test_one_bad_file_does_not_keep_the_others_out(made: Path, tmp_path: Path) -> None:
    (tmp_path / "b.workshop").write_bytes(b"Dear all")
    for name in ("a.workshop", "c.workshop"):
        shutil.copy(made, tmp_path / name)

    found = take_in(sorted(tmp_path.iterdir()))
    assert [type(each) for each in found] == [Taken, TurnedAway, Taken]


def test_whoever_waits_is_told_how_far_it_is(made: Path, tmp_path: Path) -> None:
    paths = [Path(shutil.copy(made, tmp_path / f"{number}.workshop")) for number in range(3)]
    told: list[tuple[int, int]] = []

    take_in(paths, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert {done for done, _ in told} == {0, 1, 2, 3}
    assert told[-1] == (3, 3)


def test_whoever_waits_may_stop_it(made: Path, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        take_in([made, made, made], stop)


def test_nothing_is_left_in_the_system_s_temporary_folder(
    sixty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))

    taken(sixty)
    assert list(place.iterdir()) == []


def test_no_files_are_no_trouble() -> None:
    assert take_in([]) == []


def test_what_was_read_to_its_end_may_be_opened_and_anything_else_is_refused(
    session: Session, tmp_path: Path
) -> None:
    session.do(name_workshop, "Shaping", "Ashby Board", "Ashby", "2026-03-18")
    check(session.path)

    for name, content in (("paper.pdf", b"%PDF-1.7"), ("empty.workshop", b"")):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(SessionProblem, match=name):
            check(path)
