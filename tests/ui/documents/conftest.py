"""The documents page of a console, and waiting for what its worker does."""

from collections.abc import Callable, Iterator
from time import monotonic

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.guide import load_guide
from facilitator.stages.gather import name_workshop
from sessions.session import Session
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.desk import Desk
from ui.documents.page import DocumentsPage
from ui.theme.fonts import load_other_faces
from ui.theme.palette import apply_theme

Wait = Callable[[], None]


@pytest.fixture
def hands(qapp: QApplication) -> Hands:
    """The keyboard."""
    apply_theme(qapp)
    load_other_faces()
    return Hands()


@pytest.fixture
def console(session: Session, hands: Hands) -> Iterator[Console]:
    """A console on a workshop that has a name and a journey, and nothing else."""
    stages = ("gather", "purpose", "values", "rehearsal", "commitments", "agreement")
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", stages)
    made = Console(Desk(session, load_guide()))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    hands.settle()
    yield made
    made.close()
    made.deleteLater()
    hands.settle()


@pytest.fixture
def page(console: Console, hands: Hands) -> DocumentsPage:
    """Its documents, opened by their key, with the agreement printed."""
    hands.press("Ctrl+E")
    assert console.papers.page is not None
    wait_for(console.papers.page)
    return console.papers.page


def wait_for(page: DocumentsPage) -> None:
    """Wait until the worker has nothing left to do, and everything it told was heard."""
    until = monotonic() + 20
    while page._soon.isActive() or not page.press.idle:
        assert monotonic() < until, "the worker does not come to an end"
        QApplication.processEvents()
    QApplication.processEvents()
