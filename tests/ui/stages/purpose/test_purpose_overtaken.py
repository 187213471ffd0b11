"""What was offered, or was being corrected, and is taken back before anything came of it."""

import pytest
from PySide6.QtCore import Qt

from facilitator import board
from facilitator.next_steps import drop_next_step, name_next_step
from facilitator.stages import purpose
from facilitator.stages.gather import join_organisation
from facilitator.stages.understanding import agree_term, drop_term
from tests.ui.stages.conftest import Keys
from ui.desk import Desk
from ui.stages.purpose.page import page_for
from ui.stages.purpose.themes import ThemesPage

Key = Qt.Key


@pytest.fixture
def themes(a_page, session) -> ThemesPage:
    """The board, with a card on it."""
    session.do(board.capture, "Home sooner", "purpose", "only-us")
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


@pytest.mark.parametrize(("typed", "left"), [("", ("", "")), (" of us", ("people", "all of us"))])
def test_the_words_of_a_correction_stay_when_its_word_goes_meanwhile(
    a_page, desk: Desk, keys: Keys, typed: str, left: tuple[str, str]
) -> None:
    page = a_page(page_for, "purpose", "words")
    desk.do(agree_term, "people", "all", "t1")
    page.table.opened.emit("t1")
    keys.press(Key.Key_End)
    keys.type(typed)
    desk.do(drop_term, "t1")
    assert (page.form.term.text(), page.form.use.text()) == left

    page.form.kept.emit()
    assert [(t.term, t.use) for t in desk.workshop.terms.values()] == ([left] if typed else [])


@pytest.mark.parametrize(("typed", "left"), [("", []), (" to all", ["Send it to all"])])
def test_what_happens_next_stays_in_its_line_when_it_goes_meanwhile(
    a_page, desk: Desk, keys: Keys, typed: str, left: list[str]
) -> None:
    desk.do(join_organisation, "Police", "Police", organisation_id="o1")
    page = a_page(page_for, "purpose", "close")
    step = desk.do(name_next_step, "Send it", "o1").id
    page.steps.table.opened.emit(step)
    keys.type(typed)
    desk.do(drop_next_step, step)
    keys.press(Key.Key_Return)

    assert [s.text for s in desk.workshop.next_steps.values()] == left
