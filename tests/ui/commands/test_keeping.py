"""`facilitator due` and `facilitator erase`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator.board import capture
from facilitator.history import root_of
from facilitator.retention import keep_until
from facilitator.stages.gather import name_workshop
from sessions.backups import Backups
from sessions.library import Library
from sessions.session import Session
from ui.command_line import main
from ui.erasures import FOLDER


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One that is past its day, with a copy of it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with Library(tmp_path / "library").create("Lido") as session:
        session.do(name_workshop, "Lido day", "Lido Board", "Ellerport")
        session.do(keep_until, "2020-03-18")
        session.do(capture, "Close the lido", "purpose", "only-us")
        Backups().keep(session, "on closing")
        return session.path


def run(*args: object, typed: str = "") -> Result:
    return CliRunner().invoke(main, [str(each) for each in args], input=typed)


def test_those_past_their_day_are_listed(workshop: Path) -> None:
    done = run("due", "--library", workshop.parent)

    assert done.exit_code == 0
    assert f"{workshop}: to be kept until 18 March 2020." in done.output


def test_where_none_is_past_its_day_that_is_said(tmp_path: Path) -> None:
    assert "No workshop is past its day." in run("due", "--library", tmp_path).output


def test_without_the_word_nothing_is_erased(workshop: Path) -> None:
    done = run("erase", workshop, typed="yes\n")

    assert done.exit_code == 1
    assert "Nothing was erased" in done.output
    assert workshop.exists()


@pytest.mark.parametrize(("args", "typed"), [((), "erase\n"), (("--word", "erase"), "")])
def test_with_the_word_it_is_erased_with_its_copies(
    workshop: Path, args: tuple[str, ...], typed: str
) -> None:
    with Session.open(workshop) as session:
        root = root_of(session.history.entries)
    assert len(Backups().kept(root)) == 1
    done = run("erase", workshop, "--by", "Sam", *args, typed=typed)

    assert done.exit_code == 0, done.output
    assert not workshop.exists()
    assert Backups().kept(root) == []
    (made,) = (workshop.parent / FOLDER).iterdir()
    assert str(made) in done.output
    assert "lido" not in made.name


def test_one_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    done = run("erase", tmp_path / "gone.workshop", "--word", "erase")

    assert done.exit_code == 1
    assert "is not there any more" in done.output
