"""`facilitator verify`: what it says of a document and a workshop, and its exit code."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result

from exports.documents.shelf import paper
from exports.pdf import render_pdf
from facilitator.stages.gather import join_organisation
from sessions.clock import SetClock
from sessions.reading import read_history
from sessions.session import Session

Run = Callable[..., Result]


def _written(session: Path, made: datetime) -> Path:
    """The agreement of a workshop as it is now, dated as it is told."""
    document = paper(read_history(session).workshop, "agreement").make(made)
    path = Path("agreement.pdf")
    path.write_bytes(render_pdf(document))
    return path


@pytest.mark.parametrize("document", ["agreement", "record"])
def test_a_document_that_was_just_exported_agrees(run: Run, begun: Path, document: str) -> None:
    run("export", begun, "--document", document)
    (path,) = Path().glob("*.pdf")
    result = run("verify", path, begun)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "It says what the workshop said when it was written" in result.stdout


@pytest.mark.parametrize("later", [timedelta(milliseconds=5), timedelta(days=40)])
def test_a_document_is_compared_with_what_was_so_when_it_was_written(
    run: Run, begun: Path, later: timedelta
) -> None:
    clock = SetClock(datetime(2030, 1, 7, 9, 0, 0, 400_000, tzinfo=UTC))
    with Session.open(begun, clock=clock) as session:
        session.do(join_organisation, "The Harbour")
        clock.forward(0.005)
        path = _written(begun, clock.now())
        clock.forward(later.total_seconds())
        session.do(join_organisation, "The Observatory")
    result = run("verify", path, begun)

    assert result.exit_code == 0
    assert "It says what the workshop said when it was written" in result.stdout


def test_a_document_of_another_workshop_does_not_agree(run: Run, begun: Path) -> None:
    path = _written(begun, datetime.now(UTC) + timedelta(hours=1))
    run("new", "other", "--group", "Harbour Board")
    result = run("verify", path, "other.workshop")

    assert result.exit_code == 1
    assert "Only on the paper: “Ashby Board”" in result.stdout


def test_a_document_agrees_while_the_app_has_the_workshop_open(run: Run, begun: Path) -> None:
    path = _written(begun, datetime.now(UTC))
    with Session.open(begun):
        result = run("verify", path, begun)

    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("file", "said"),
    [("ashby.workshop", "This file is no PDF"), ("gone.pdf", "gone.pdf could not be read")],
)
def test_what_cannot_be_compared_is_neither_yes_nor_no(
    run: Run, begun: Path, file: str, said: str
) -> None:
    result = run("verify", file, begun)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_moment_without_a_time_zone_cannot_be_compared(run: Run, begun: Path) -> None:
    path = _written(begun, datetime(2026, 11, 24, 9, 0))
    result = run("verify", path, begun)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "What is attached to this PDF cannot be read" in result.stderr
