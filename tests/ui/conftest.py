"""A desk on a session of its own, and the command line in a folder of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PySide6.QtWidgets import QApplication

from facilitator.guide import load_guide
from sessions.session import Session
from ui.command_line import main
from ui.desk import Desk


@pytest.fixture
def desk(qapp: QApplication, session: Session) -> Iterator[Desk]:
    """A desk with an empty workshop on it."""
    made = Desk(session, load_guide())
    yield made
    made.deleteLater()


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `facilitator` with these arguments, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    def invoke(*arguments: object) -> Result:
        result = CliRunner().invoke(main, [str(each) for each in arguments])
        # Anything but an exit is a traceback that a person would have seen.
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return invoke


@pytest.fixture
def begun(run: Run) -> Path:
    """A workshop that has just begun."""
    assert run("new", "ashby", "--group", "Ashby Board").exit_code == 0
    return Path("ashby.workshop")
