"""A desk on a session of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.guide import load_guide
from sessions.session import Session
from ui.desk import Desk


@pytest.fixture
def desk(qapp: QApplication, session: Session) -> Iterator[Desk]:
    """A desk with an empty workshop on it."""
    made = Desk(session, load_guide())
    yield made
    made.deleteLater()
