from collections.abc import Callable

import pytest

from sessions.session import Session
from tests.ui.stages.purpose.room_seen import Room


@pytest.fixture
def room(session: Session, a_board: Callable[..., list[str]]) -> Room:
    a_board(session, voting=4)
    return Room(session)
