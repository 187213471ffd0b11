"""The board before its first theme: the loose cards have the width, and a sentence says how."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator import board
from tests.ui.stages.conftest import Keys
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.purpose.columns import LOOSE
from ui.stages.purpose.page import page_for
from ui.stages.purpose.themes import ThemesPage

Key = Qt.Key


@pytest.fixture
def page(desk: Desk, a_page: Callable[..., Page]) -> ThemesPage:
    for number in range(19):
        desk.do(board.capture, f"Card {number}", "purpose", "only-us", contribution_id=f"c{number}")
    made = a_page(page_for, "purpose", "themes")
    assert isinstance(made, ThemesPage)
    return made


def across(page: ThemesPage) -> int:
    """How many loose cards stand in the first row."""
    flow = page.columns.column(LOOSE).flow
    model = flow.model()
    tops = [flow.visualRect(model.index(row, 0)).y() for row in range(model.rowCount())]
    return tops.count(tops[0])


def test_without_a_theme_the_loose_cards_have_the_whole_width(
    qtbot: QtBot, page: ThemesPage
) -> None:
    qtbot.waitUntil(lambda: across(page) == 3)

    assert page.columns.column(LOOSE).width() > 780


def test_the_first_theme_gives_the_loose_cards_one_column(
    qtbot: QtBot, desk: Desk, page: ThemesPage
) -> None:
    desk.do(board.name_theme, "Money", "t1")
    qtbot.waitUntil(lambda: page.columns.column(LOOSE).x() > page.columns.column("t1").x())
    assert across(page) == 1
    desk.undo()

    qtbot.waitUntil(lambda: across(page) == 3)


def test_a_sentence_says_how_to_begin_until_there_is_a_theme(desk: Desk, page: ThemesPage) -> None:
    assert page.first_step.isVisible()
    assert page.first_step.text() == (
        "Begin with one card: go to it with the arrows, press M and type what its pile is called. "
        "Or press T for a theme without cards, and drag cards onto it."
    )
    desk.do(board.name_theme, "Money")

    assert page.first_step.isHidden()


def test_the_arrows_go_from_card_to_card_while_there_is_one_pile(
    qtbot: QtBot, page: ThemesPage, keys: Keys
) -> None:
    qtbot.waitUntil(lambda: across(page) == 3)
    keys.press(Key.Key_Right, Key.Key_Down)

    assert page.columns.chosen() == ("c4",)


def test_on_a_board_without_cards_the_keyboard_is_on_what_makes_a_theme(
    desk: Desk, a_page: Callable[..., Page], keys: Keys
) -> None:
    made = a_page(page_for, "purpose", "themes")
    assert isinstance(made, ThemesPage)
    assert made.add_button.hasFocus()
    assert made.first_step.isHidden()
    keys.press(Key.Key_Return)
    keys.type("Money")
    keys.press(Key.Key_Return)

    assert [t.name for t in desk.workshop.themes.values()] == ["Money"]


def test_leaving_that_question_gives_the_keyboard_to_what_is_seen(
    a_page: Callable[..., Page], keys: Keys
) -> None:
    made = a_page(page_for, "purpose", "themes")
    assert isinstance(made, ThemesPage)
    keys.press(Key.Key_Return, Key.Key_Escape)

    assert made.add_button.hasFocus()


def test_the_last_card_parked_leaves_the_keyboard_on_what_is_seen(
    desk: Desk, a_page: Callable[..., Page], keys: Keys
) -> None:
    desk.do(board.capture, "One card", "purpose", "only-us")
    made = a_page(page_for, "purpose", "themes")
    assert isinstance(made, ThemesPage)
    keys.type("p")

    assert made.empty.isVisible()
    assert made.add_button.hasFocus()


def test_shift_and_down_choose_one_card_more_and_up_one_less(
    qtbot: QtBot, page: ThemesPage
) -> None:
    qtbot.waitUntil(lambda: across(page) == 3)
    flow = page.columns.column(LOOSE).flow
    for key in [Key.Key_Down] * 3 + [Key.Key_Up]:
        qtbot.keyClick(flow, key, Qt.KeyboardModifier.ShiftModifier)

    assert page.columns.chosen() == ("c0", "c1", "c2")
