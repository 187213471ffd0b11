"""`facilitator export`: which files it writes, what it says and what it refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from facilitator.guide import load_guide
from facilitator.stages.gather import join_member, join_organisation
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.debriefing import learn_lesson
from sessions.session import Session

Run = Callable[..., Result]
PACK = load_guide().packs["SC1"]


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


def test_a_document_is_exported_as_a_page_for_the_web(run: Run, begun: Path) -> None:
    result = run("export", begun, "--document", "record", "--as", "html")

    (page,) = Path().glob("*.html")
    assert (result.exit_code, result.stdout) == (0, f"The session record is in {page}.\n")
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


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


def rehearse(path: Path, lesson: str = "Ring first") -> None:
    """Rehearse Ward 9 in a workshop at which Ilka Moss is."""
    with Session.open(path) as session:
        if not session.workshop.organisations:
            session.do(join_organisation, "Council", organisation_id="O")
            session.do(join_member, "O", "Leader", "Ilka Moss")
        found = session.do(choose_scenario, PACK)
        session.do(learn_lesson, found.id, lesson)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("debrief", "The debrief is in papers/ashby-board-debrief-ward-9-v0-1.pdf."),
        ("role-cards", "The role cards are in papers/ashby-board-role-cards-ward-9.pdf."),
        ("slips", "The check-in slips are in papers/ashby-board-check-in-slips-ward-9.pdf."),
    ],
)
def test_a_document_of_each_rehearsal_is_exported(
    run: Run, begun: Path, document: str, said: str
) -> None:
    rehearse(begun)
    rehearse(begun)
    result = run("export", begun, "--document", document, "--out", "papers")

    assert (result.exit_code, result.stderr) == (0, "")
    again = said.replace("ward-9", "ward-9-2")
    assert result.stdout == f"{said}\n{again}\n"
    assert [p.read_bytes()[:4] for p in Path("papers").iterdir()] == [b"%PDF", b"%PDF"]


def test_a_debrief_says_where_somebody_can_be_known(run: Run, begun: Path) -> None:
    rehearse(begun, "Moss knew before us.")
    result = run("export", begun, "--document", "debrief")

    assert result.exit_code == 0
    assert result.stderr == "“Moss” in the lesson “Moss knew before us”.\n"


def test_without_a_rehearsal_there_is_no_debrief(run: Run, begun: Path) -> None:
    result = run("export", begun, "--document", "debrief")

    assert result.exit_code == 1
    assert result.stderr == "Nothing was rehearsed in this workshop yet, so nothing was written.\n"
