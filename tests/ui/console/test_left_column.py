"""The left column by mouse: the journey, a page's own list, home and keys."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.guide import load_guide
from ui.console.left_column import LeftColumn
from ui.console.side_rail import SideRail


def test_a_page_with_a_list_of_its_own_can_be_turned_over_to_the_journey(qtbot: QtBot) -> None:
    column = LeftColumn(load_guide())
    qtbot.addWidget(column)
    column.show()
    own: QWidget = QLabel("values")
    column.show_list(own)
    assert own.isVisible()

    column.flip_button.click()
    assert column.journey.isVisible()
    assert not own.isVisible()

    column.flip_button.click()
    assert own.isVisible()


def test_without_a_list_of_its_own_there_is_nothing_to_turn_over(qtbot: QtBot) -> None:
    column = LeftColumn(load_guide())
    qtbot.addWidget(column)
    column.show()
    column.show_list(None)

    assert column.journey.isVisible()
    assert not column.flip_button.isVisible()


def test_home_and_keys_are_a_click_away(qtbot: QtBot) -> None:
    column = LeftColumn(load_guide())
    qtbot.addWidget(column)
    with qtbot.waitSignal(column.home_asked):
        column.home_button.click()
    with qtbot.waitSignal(column.keys_asked):
        column.keys_button.click()


def test_the_room_s_screen_is_opened_where_it_is_shown_to_be_closed(qtbot: QtBot) -> None:
    rail = SideRail()
    qtbot.addWidget(rail)
    rail.show()

    rail.show_screen("off", "")
    assert rail.open.isVisible()
    assert not rail.blank.isVisible()
    with qtbot.waitSignal(rail.open_asked):
        rail.open.click()

    rail.show_screen("live", "window")
    assert not rail.open.isVisible()
    assert rail.blank.isVisible()
