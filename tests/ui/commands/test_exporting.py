"""`facilitator export`: documents and data as files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from facilitator.stages.gather import join_organisation
from sessions.session import Session

Run = Callable[..., Result]


def test_an_export_is_written_beside_the_workshop(run: Run, begun: Path) -> None:
    result = run("export", begun)

    assert result.exit_code == 0
    (paper,) = Path().glob("*.pdf")
    assert paper.name in result.stdout


def test_an_export_goes_where_it_is_told(run: Run, begun: Path) -> None:
    run("export", begun, "--out", "papers")

    assert len(list(Path("papers").glob("*.pdf"))) == 1


def test_every_document_there_is_is_exported(run: Run, begun: Path) -> None:
    result = run("export", begun, "--document", "all")

    assert (result.exit_code, result.stderr) == (0, "")
    names = sorted(path.name for path in Path().glob("*.pdf"))
    assert [name in result.stdout for name in names] == [True, True]
    assert ["-agreement-" in names[0], "-record-" in names[1]] == [True, True]


def test_a_document_of_which_there_is_nothing_yet_is_not_exported(run: Run, begun: Path) -> None:
    result = run("export", begun, "--document", "review")

    assert result.exit_code == 1
    assert result.stderr.endswith(" Nothing was written.\n")
    assert list(Path().glob("*.pdf")) == []


@pytest.mark.parametrize(
    ("form", "start"),
    [("csv", b"PK"), ("json", b"{"), ("sqlite", b"SQLite format 3"), ("ics", b"BEGIN:VCALENDAR")],
)
def test_the_data_of_a_workshop_is_exported(run: Run, begun: Path, form: str, start: bytes) -> None:
    before = begun.read_bytes()
    result = run("export", begun, "--as", form, "--out", "data")

    (path,) = Path("data").iterdir()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(f" in {path}.\n")
    assert path.read_bytes().startswith(start)
    assert begun.read_bytes() == before


def test_a_workshop_is_exported_while_the_app_has_it_open(run: Run, begun: Path) -> None:
    with Session.open(begun) as opened:
        opened.do(join_organisation, "The Observatory")
        result = run("export", begun, "--as", "json")
        assert opened.do(join_organisation, "The Harbour")

    assert (result.exit_code, result.stderr) == (0, "")
    (path,) = Path().glob("*.json")
    assert "The Observatory" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "asked",
    [("--as", "csv", "--document", "agreement"), ("--as", "html", "--document", "slips")],
)
def test_a_form_that_a_document_does_not_come_in_is_refused(
    run: Run, begun: Path, asked: tuple[str, ...]
) -> None:
    result = run("export", begun, *asked)

    assert result.exit_code == 2
    assert sorted(path.name for path in Path().iterdir()) == [begun.name]


def test_something_that_is_no_workshop_is_not_exported(run: Run) -> None:
    Path("notes.txt").write_text("Notes.", encoding="utf-8")

    result = run("export", "notes.txt")

    assert result.exit_code == 1
    assert "“notes.txt” is not a Facilitator workshop." in result.stderr


def test_a_workshop_that_is_not_there_is_not_exported(run: Run) -> None:
    result = run("export", "gone.workshop")

    assert result.exit_code == 1
    assert "“gone.workshop” is not there" in result.stderr
