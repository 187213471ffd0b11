"""A board with a scenario chosen, and its pages on the screen."""

from collections.abc import Callable

import pytest

from facilitator.attendance import arrive
from facilitator.guide import Guide
from facilitator.stages.gather import join_member
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.stages.values import propose
from sessions.session import Session
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.rehearsal.page import page_for
from ui.widgets.labels import PlainLabel

Open = Callable[[str], Page]


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
