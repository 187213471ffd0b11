"""A capture page on a workshop with two organisations and a member of each."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from facilitator import board
from facilitator.guide import load_guide
from facilitator.stages.gather import join_member, join_organisation
from sessions.session import Session
from ui.desk import Desk
from ui.stages.capture.page import CapturePage


@pytest.fixture
def desk(session: Session) -> Iterator[Desk]:
    made = Desk(session, load_guide())
    session.do(board.name_theme, "Voice", theme="t1")
    session.do(join_organisation, "Ellerport City Council", "Council", organisation_id="o1")
    session.do(join_member, "o1", "Leader", "Amina Yusuf", member_id="m1")
    yield made
    made.deleteLater()


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> Callable[..., CapturePage]:
    """`open_page(step, stage)`: its capture page, told of every change, the keyboard in it."""

    def show(step: str = "only-us", stage: str = "purpose") -> CapturePage:
        made = CapturePage(desk, desk.guide.stage(stage), desk.guide.step(stage, step))
        qtbot.addWidget(made)
        made.resize(814, 560)
        desk.changed.connect(lambda workshop, _event: made.show_workshop(workshop))
        desk.refocused.connect(lambda _focus: made.show_workshop(desk.workshop))
        made.show_workshop(desk.workshop)
        made.show()
        made.activateWindow()
        made.begin()
        qtbot.waitUntil(made.field.line.hasFocus)
        return made

    return show


@pytest.fixture
def page(open_page: Callable[..., CapturePage]) -> CapturePage:
    return open_page()
