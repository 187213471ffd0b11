from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from facilitator.guide import load_guide
from sessions.session import Session
from tests.ui.stages.ledger.hand import Hand
from ui.desk import Desk


@pytest.fixture
def desk(session: Session, a_board: Callable[..., list[str]], qtbot: QtBot) -> Desk:
    a_board(session, voting=4, guests=1)
    return Desk(session, load_guide())


@pytest.fixture
def hand(qtbot: QtBot, desk: Desk) -> Hand:
    return Hand(qtbot, desk)
