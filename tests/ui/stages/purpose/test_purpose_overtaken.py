"""What was offered and is taken back before it is chosen; and letters typed beside the board."""

import pytest
from PySide6.QtCore import Qt

from facilitator import board
from facilitator.stages import purpose
from facilitator.stages.gather import join_organisation
from tests.ui.stages.conftest import Keys
from ui.desk import Desk
from ui.stages.purpose.page import page_for
from ui.stages.purpose.themes import ThemesPage

Key = Qt.Key


@pytest.fixture
def themes(a_page, session) -> ThemesPage:
    """The board, with a card on it."""
    session.do(join_organisation, "Police", "Police", organisation_id="o1")
    session.do(board.capture, "Home sooner", "purpose", "only-us", contribution_id="c1")
    return a_page(page_for, "purpose", "themes")


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_J])
def test_a_theme_that_is_taken_back_while_it_is_offered_is_not_there(
    themes: ThemesPage, desk: Desk, keys: Keys, refusals: list[str], key: Qt.Key
) -> None:
    for name in ("Prevention", "Money"):
        desk.do(board.name_theme, name)
    keys.press(key)
    desk.undo()
    keys.type("Mon")
    keys.press(Key.Key_Return)

    assert refusals == ["That theme is no longer there."]


def test_letters_typed_to_choose_who_said_a_card_are_no_keys_of_the_board(
    themes: ThemesPage, desk: Desk, keys: Keys
) -> None:
    themes.editor.edit("c1")
    themes.editor.who.setFocus()
    keys.type("p")

    assert not desk.workshop.contributions["c1"].parked
    assert themes.editor.who.currentText() == "Police"


def test_a_draft_that_is_taken_back_while_it_is_offered_is_not_there(
    a_page, desk: Desk, keys: Keys, refusals: list[str]
) -> None:
    page = a_page(page_for, "purpose", "draft")
    first = desk.do(purpose.draft, "We hold the budget.")
    desk.do(purpose.draft, "We hold the budget together.", first.id)
    page.drafts.pair_asked.emit(first.id)
    desk.undo()
    keys.type("v2")
    keys.press(Key.Key_Return)

    assert refusals == ["That draft is no longer there."]
    assert desk.focus.compared == ()
