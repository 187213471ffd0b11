"""The four minutes of a trio, on the console and on the room's screen."""

import pytest

from facilitator.rounds import lock_round, take_position
from facilitator.stages.values import open_value_round, propose
from facilitator.trio import begin_trio
from sessions.clock import SetClock
from sessions.session import Session
from ui.console.window import Console
from ui.room.view import RoomClock
from ui.stages.values.rounds import RoundsPage
from ui.widgets.clock_ring import clock_words


@pytest.fixture
def away(console: Console, session: Session, a_board) -> RoundsPage:
    """The page of a value about which three are away."""
    a_board(session, voting=3)
    session.do(propose, "One purse", "Our budgets are one.", "org-2", value_id="V1")
    made = session.do(open_value_round, "V1").id
    session.do(take_position, made, "org-1", "need_more", "Who pays?")
    for each in ("org-2", "org-3"):
        session.do(take_position, made, each, "agree")
    session.do(lock_round, made, session.minute())
    console.navigator.go("values", "rounds")
    console.desk.do(begin_trio, "V1", "org-1", "org-2", "org-3", session.seconds())
    page = console.page
    assert isinstance(page, RoundsPage)
    return page


def test_console_and_room_tell_the_same_second(
    console: Console, away: RoundsPage, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[RoomClock] = []
    monkeypatch.setattr(console.room.window.canvas, "show_clock", told.append)
    for _ in range(8):
        clock.forward(0.7)
        console.tick()
        assert away.trio.clock.accessibleName() == f"{clock_words(told[-1].seconds_left)} left"
    assert len({each.seconds_left for each in told}) > 4
