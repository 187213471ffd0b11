"""A console whose workshop was handed out to tables, and waiting for what is read beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.guide import load_guide
from facilitator.stages.gather import name_workshop
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.merging.tables import Tables, take_plainly
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.desk import Desk
from ui.merging import taking
from ui.theme.fonts import load_other_faces
from ui.theme.palette import apply_theme

Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def hands(qapp: QApplication) -> Hands:
    """The keyboard."""
    apply_theme(qapp)
    load_other_faces()
    return Hands()


@pytest.fixture
def tables(session: Session, tmp_path: Path, clock: SetClock) -> Tables:
    """Where note-takers' copies lie, of a workshop that has a name and a journey."""
    stages = ("gather", "purpose", "values", "rehearsal", "commitments", "agreement")
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", stages)
    return Tables(session, tmp_path / "handed over", clock)


@pytest.fixture
def console(
    session: Session,
    tables: Tables,
    hands: Hands,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[Console]:
    """A console on that workshop, on the page of the second question."""
    monkeypatch.setattr(taking, "from_elsewhere", take_plainly)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    made = Console(Desk(session, load_guide()))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    hands.settle()
    made.navigator.go("purpose", "only-us")
    hands.settle()
    yield made
    made.close()
    made.deleteLater()
    hands.settle()


@pytest.fixture
def wait(hands: Hands) -> Wait:
    """`wait(until)`: let the worker work until that holds."""

    def until(holds: Callable[[], bool]) -> None:
        end = monotonic() + 30
        while not holds():
            assert monotonic() < end, "it never came"
            hands.settle()
            sleep(0.01)
        hands.settle()

    return until
