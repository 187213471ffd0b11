"""A console on a workshop, with its room's screen, and the hands that work it."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.guide import ELLERPORT, Guide, load_guide
from facilitator.stages.gather import name_workshop
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.demo.play import play
from ui.demo.sample import read_sample
from ui.desk import Desk
from ui.theme.fonts import load_other_faces
from ui.theme.palette import apply_theme

Show = Callable[[Session], Console]


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide that ships."""
    return load_guide()


@pytest.fixture
def hands(qapp: QApplication) -> Hands:
    """The keyboard."""
    apply_theme(qapp)
    load_other_faces()
    return Hands()


@pytest.fixture
def shown(guide: Guide, hands: Hands) -> Iterator[Show]:
    """`shown(session)`: a console on it, at the size of a small laptop, with the keyboard."""
    made: list[Console] = []

    def show(session: Session) -> Console:
        console = Console(Desk(session, guide))
        made.append(console)
        console.resize(1366, 768)
        console.show()
        console.activateWindow()
        hands.settle()
        return console

    yield show
    for console in made:
        console.close()
        console.deleteLater()
    hands.settle()


@pytest.fixture
def console(session: Session, shown: Show) -> Console:
    """A console on a workshop that has a name and a journey, and nothing else."""
    stages = ("gather", "purpose", "values", "rehearsal", "commitments", "agreement")
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", stages)
    return shown(session)


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the Ellerport workshop, played once from beginning to end."""
    path = tmp_path_factory.mktemp("played") / "ellerport.workshop"
    clock = SetClock(datetime(2026, 1, 5, 9))
    with Session.create(path, clock=clock) as session:
        play(session, read_sample(ELLERPORT), clock)
    return path


@pytest.fixture
def ellerport(played: Path, tmp_path: Path, clock: SetClock, shown: Show) -> Console:
    """A console on a copy of the played workshop, at the end of its last afternoon."""
    copy = tmp_path / "ellerport.workshop"
    shutil.copy(played, copy)
    clock.at(datetime(2026, 4, 15, 14, 50))
    return shown(Session.open(copy, clock=clock))
