"""`facilitator merge`: what it says, what comes in, and its exit code."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from facilitator.board import capture
from facilitator.stages.purpose import draft
from sessions.backups import Backups
from sessions.library import entries_of
from sessions.session import Session
from tests.ui.merging.tables import other_program, take_plainly
from ui.merging import taking

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _plainly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(taking, "from_elsewhere", take_plainly)


def table(begun: Path, *texts: str) -> Path:
    """A copy of a workshop in which these cards were written."""
    path = Path("table-2.workshop")
    with Session.open(begun) as session:
        session.copy_to(path)
    with Session.open(path, by="Table 2") as notes:
        for text in texts:
            notes.do(capture, text, "purpose", "only-us")
    return path


def test_notes_come_in_and_the_same_again_is_here_already(run: Run, begun: Path) -> None:
    path = table(begun, "Open the doors.", "Ask first.")
    result = run("merge", begun, path)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "New: 2 cards." in result.stdout
    assert result.stdout.endswith("2 entries came in, every one saved.\n")
    with Session.open(begun) as session:
        assert len(session.workshop.contributions) == 2
    assert run("merge", begun, path).stdout.endswith("Everything is here already.\n")


def test_a_backup_is_made_before_notes_come_in(run: Run, begun: Path) -> None:
    path = table(begun, "Open the doors.")
    run("merge", begun, path, "--dry-run")
    assert Backups().kept_for(begun.absolute()) == []
    run("merge", begun, path)

    assert [each.why for each in Backups().kept_for(begun.absolute())] == ["before a merge"]


def test_a_dry_run_changes_nothing(run: Run, begun: Path) -> None:
    path = table(begun, "Open the doors.")
    before = entries_of(begun)
    result = run("merge", begun, path, "--dry-run")

    assert result.stdout.endswith("1 entry would come in. Nothing was changed.\n")
    assert entries_of(begun) == before


def test_what_would_have_to_be_talked_over_is_told(run: Run, begun: Path) -> None:
    with Session.open(begun) as session:
        session.do(draft, "We open doors.", draft_id="d")
    path = table(begun)
    for file, text in ((path, "We open every door."), (begun, "We open some doors.")):
        with Session.open(file) as session:
            session.do(draft, text, "d")

    told = run("merge", begun, path, "--dry-run").stdout

    assert "To talk over: What comes after v1 of the purpose.\n" in told


def test_a_strange_file_is_refused_and_the_others_come_in(run: Run, begun: Path) -> None:
    path = table(begun, "Open the doors.")
    strange = other_program(Path("strange.workshop"))
    result = run("merge", begun, path, strange)

    assert result.exit_code == 1
    assert "is not a Facilitator workshop." in result.stderr
    assert "1 entry came in, every one saved." in result.stdout


def test_nothing_but_strange_files_is_said(run: Run, begun: Path) -> None:
    result = run("merge", begun, other_program(Path("strange.workshop")))

    assert result.exit_code == 1
    assert result.stdout == "Nothing of this can be taken in.\n"


def test_an_empty_folder_is_said(run: Run, begun: Path) -> None:
    Path("empty").mkdir()
    result = run("merge", begun, "empty")

    assert result.exit_code == 1
    assert result.stderr == "There is no workshop among these files.\n"


def test_it_needs_no_window() -> None:
    code = "import sys, ui.commands.merging, ui.merging.taking, ui.merging.words; "
    found = subprocess.run(
        [sys.executable, "-c", f"{code}print([m for m in sys.modules if 'PySide' in m])"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert found.stdout == "[]\n"
