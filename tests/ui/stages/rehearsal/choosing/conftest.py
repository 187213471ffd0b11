"""The list of packs on the page of the brief, over a folder of own packs."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from facilitator.guide import Guide, ScenarioPack
from sessions.packs import PackFolder
from tests.ui.walk.hands import Hands
from ui.desk import Desk
from ui.packs.editor import PackEditor
from ui.stages.rehearsal.casting.choose import ScenarioChooser
from ui.stages.rehearsal.page import page_for


@pytest.fixture
def folder(desk: Desk) -> PackFolder:
    """The folder of own packs beside the workshop."""
    return desk.packs.folder


@pytest.fixture
def flood(guide: Guide) -> ScenarioPack:
    """A pack of one's own."""
    return replace(guide.packs["SC3"], id="own-1", title="Harbour flood")


@pytest.fixture
def hands(qapp: QApplication) -> Hands:
    """The keyboard."""
    return Hands()


@pytest.fixture
def chooser(
    a_page: Callable[..., Any], desk: Desk, hands: Hands
) -> Iterator[Callable[[], ScenarioChooser]]:
    """`chooser()`: the list of packs on the page of the brief, with the keyboard in it."""
    made: list[ScenarioChooser] = []

    def show() -> ScenarioChooser:
        page = a_page(page_for, "rehearsal", "brief")
        desk.refocused.connect(lambda _focus: page.show_workshop(desk.workshop))
        made.append(page.chooser)
        hands.settle()
        return page.chooser

    yield show
    for each in made:
        for window in each.window().findChildren(PackEditor):
            window.hide()
