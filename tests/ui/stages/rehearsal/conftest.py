"""A board with a scenario chosen and its pages on the screen; the same in play."""

from collections.abc import Callable

import pytest

from facilitator.attendance import arrive
from facilitator.guide import Guide
from facilitator.stages.gather import join_member
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.stages.values import propose
from sessions.clock import SetClock
from sessions.session import Session
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.rehearsal.page import page_for
from ui.stages.rehearsal.playing.inject_clock import InjectClock
from ui.stages.rehearsal.playing.page import PlayPage
from ui.stages.rehearsal.playing.rail import InjectRail
from ui.widgets.labels import PlainLabel

Open = Callable[[str], Page]
Pass = Callable[[float], None]


@pytest.fixture
def board(session: Session, a_board) -> Session:
    """Five organisations, four of them here, and two values."""
    a_board(session, voting=5, here=4)
    session.do(join_member, "org-1", "Ward sister", name="Wen Sister", member_id="wen")
    session.do(arrive, "wen", session.minute())
    session.do(propose, "No surprises", "We tell each other first", value_id="V1")
    session.do(propose, "Stay in the room", "Nobody walks out", value_id="V2")
    return session


@pytest.fixture
def chosen(board: Session, guide: Guide) -> Session:
    """The same, with Ward 9 chosen."""
    board.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    return board


@pytest.fixture
def open_page(a_page, desk: Desk) -> Open:
    """`open_page(step)`: the page of a step, told of changes and of focus."""

    def show(step: str) -> Page:
        page = a_page(page_for, "rehearsal", step)
        desk.refocused.connect(lambda _focus: page.show_workshop(desk.workshop))
        return page

    return show


@pytest.fixture
def found(session: Session) -> Callable[[], Rehearsal]:
    """`found()`: the rehearsal in hand, as it stands."""
    return lambda: next(reversed(session.workshop.rehearsals.values()))


@pytest.fixture
def words() -> Callable[[Page], str]:
    """`words(page)`: every label that can be seen on it."""

    def seen(page: Page) -> str:
        labels = page.findChildren(PlainLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    return seen


@pytest.fixture
def play(session: Session, guide: Guide, a_board) -> Session:
    """Three organisations that are here, two values, and Ward 9 chosen."""
    a_board(session, voting=3)
    session.do(propose, "Candour", "We say it out loud", value_id="V1")
    session.do(propose, "One budget mind", "We ask who pays last", value_id="V2")
    session.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    return session


@pytest.fixture
def page(play: Session, a_page, desk: Desk) -> PlayPage:
    """The play page, as the console has it."""
    made = a_page(page_for, "rehearsal", "play")
    desk.refocused.connect(lambda _focus: made.show_workshop(desk.workshop))
    return made


@pytest.fixture
def rail(page: PlayPage) -> InjectRail:
    """The page's own left column, in the window of the page."""
    made = page.rail()
    assert isinstance(made, InjectRail)
    window = page.window()
    window.layout().setContentsMargins(240, 0, 0, 0)
    window.resize(window.width() + 240, window.height())
    made.setParent(window)
    made.setGeometry(0, 0, 232, window.height())
    made.show()
    return made


@pytest.fixture
def injects(desk: Desk) -> InjectClock:
    """The clock of the injects, as the console has it."""
    return InjectClock(desk)


@pytest.fixture
def going(play: Session) -> None:
    """The scenario clock is going, at minute 25."""
    play.do(start_clock, "R", play.seconds(), from_minute=25)


@pytest.fixture
def passes(injects: InjectClock, clock: SetClock) -> Pass:
    """`passes(seconds)`: time goes by while the app looks at the clock."""

    def pass_time(seconds: float) -> None:
        for _ in range(int(seconds // 20)):
            clock.forward(20)
            injects.tick()

    return pass_time
