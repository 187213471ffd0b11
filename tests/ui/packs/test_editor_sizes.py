"""The editor's window at any height: nothing in it chases its own size.

What does, calls itself until the stack is full: the process dies in the test that names it.
"""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from facilitator.guide import ScenarioPack
from tests.ui.packs.conftest import Open
from tests.ui.walk.hands import Hands
from ui.packs.editor import PackEditor

WIDTHS = (1100, 1300, 1366)
SECTIONS = range(5)
PANES = range(3)
# The window from 560 to 860: the heights that this leaves to what stands at the left, the right.
LEFT, RIGHT = range(390, 751), range(160, 500)


def settle() -> None:
    QCoreApplication.sendPostedEvents()


def through(area: QWidget, heights: range) -> None:
    for height in heights:
        area.resize(area.width(), height)


def wide(editor: PackEditor, width: int) -> PackEditor:
    editor.resize(width, 700)
    settle()
    return editor


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("number", PANES)
def test_every_pane_has_any_height(
    opened: Open, street: ScenarioPack, number: int, width: int
) -> None:
    editor = wide(opened(street), width)
    editor.show_pane(number)
    through(editor.panes, RIGHT)
    assert editor.panes.height() == RIGHT[-1]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("number", SECTIONS)
def test_every_section_has_any_height(
    opened: Open, street: ScenarioPack, number: int, width: int
) -> None:
    editor = wide(opened(street), width)
    editor.show_section(number)
    through(editor.areas[number], LEFT)
    assert editor.areas[number].height() == LEFT[-1]


@pytest.mark.parametrize("height", range(600, 861, 13))
def test_the_room_s_picture_is_16_to_9_beside_a_scroll_bar_and_without(
    opened: Open, street: ScenarioPack, hands: Hands, height: int
) -> None:
    editor = opened(street)
    editor.resize(1300, height)
    settle()
    picture = editor.room.picture
    assert picture.width() > 300
    assert abs(picture.height() - picture.width() * 9 / 16) <= 1
