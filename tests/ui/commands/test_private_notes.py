"""A note-taker's private note: in the file, so that it is not lost, and in nothing that is written
from it.
"""

import logging
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator.board import capture
from facilitator.notes import note_privately
from sessions.clock import SetClock
from sessions.session import Session
from tests.conftest import MORNING
from tests.ui.console.planted_names import all_of, files_under
from ui.command_line import main

PRIVATE = "wombat"


@pytest.fixture
def noted(tmp_path: Path, a_board) -> Path:
    """A workshop with a card and a private note of the same step."""
    path = tmp_path / "board.workshop"
    with Session.create(path, clock=SetClock(MORNING)) as session:
        a_board(session, voting=6)
        session.do(capture, "Said aloud", "purpose", "only-us")
        made = session.do(note_privately, f"A {PRIVATE}", "purpose", "only-us")
        session.do(note_privately, f"The {PRIVATE} spoke for three", "", "", "", made.id)
    return path


@pytest.mark.parametrize("form", ["pdf", "html", "csv", "json", "sqlite", "ics"])
def test_no_document_and_no_table_tells_of_it(
    noted: Path, tmp_path: Path, form: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    args = ["export", str(noted), "--as", form, "--out", str(tmp_path / "out")]
    args += ["--document", "all"] if form in ("pdf", "html") else []
    done = CliRunner().invoke(main, args)

    assert done.exit_code == 0, done.output
    text = "\n".join(all_of(content) for _, content in files_under(tmp_path / "out"))
    assert "Said aloud" in text or form == "ics"
    assert PRIVATE not in (text + done.output + caplog.text).casefold()


def test_it_is_kept_in_the_file(noted: Path) -> None:
    assert PRIVATE in all_of(noted.read_bytes())
