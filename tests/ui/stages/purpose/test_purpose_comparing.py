"""Two drafts compared on the draft page: by key, by button, and left again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea

from facilitator.rounds import open_round
from facilitator.stages import purpose
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.purpose.draft import DraftPage
from ui.stages.purpose.page import page_for
from ui.stages.purpose.words import draft_in_hand

Key = Qt.Key
FIRST = "We share a budget, and say so."
SECOND = "We share one pound for all, and say so."


@pytest.fixture
def page(desk: Desk, a_page: Callable[..., Page]) -> DraftPage:
    """The draft page with v1, v2 that revises it, and v1b beside the first."""
    desk.do(purpose.draft, FIRST, draft_id="d1")
    desk.do(purpose.draft, SECOND, "d1", draft_id="d2")
    desk.do(purpose.draft, "Tell the city what it cost.", draft_id="d1b")
    made = a_page(page_for, "purpose", "draft")
    assert isinstance(made, DraftPage)
    return made


def button(page: DraftPage, draft: str, label: str) -> QPushButton:
    found = page.drafts.panel(draft).findChildren(QPushButton)
    return next(each for each in found if each.text() == label)


def test_d_compares_a_draft_with_the_one_it_revises(desk, page, keys) -> None:
    page.drafts.go_to("d2")
    keys.type("d")

    assert desk.focus.compared == ("d1", "d2")
    assert not page.words.isVisible()
    assert page.comparison.title.text() == "v1 → v2 · 4 words came, 2 went"
    assert page.comparison.wording.accessibleDescription() == (
        "added: one pound for all. removed: a budget"
    )


@pytest.mark.parametrize("leave", ["d", "c", "Esc"])
def test_the_comparison_is_left_by_the_same_key_or_by_esc(desk, page, keys, leave) -> None:
    page.drafts.go_to("d2")
    keys.type("d")
    if leave == "Esc":
        keys.press(Key.Key_Escape)
    else:
        keys.type(leave)

    assert desk.focus.compared == ()
    assert page.comparison.isHidden()
    assert page.words.isVisible()
    assert page.drafts.panel("d2").hasFocus()


def test_c_on_two_drafts_compares_them_the_older_first(desk, page, keys) -> None:
    page.drafts.go_to("d2")
    keys.type("c")
    assert "marked" in page.drafts.panel("d2").accessibleName()
    page.drafts.go_to("d1b")
    keys.type("c")

    assert desk.focus.compared == ("d1b", "d2")
    assert page.comparison.title.text().startswith("v1b → v2")
    assert "compared" in page.drafts.panel("d1b").accessibleName()


def test_c_again_takes_the_mark_away(desk, page, keys) -> None:
    page.drafts.go_to("d2")
    keys.type("cc")

    assert "marked" not in page.drafts.panel("d2").accessibleName()
    assert desk.focus.compared == ()


def test_esc_takes_the_mark_away(page, keys) -> None:
    page.drafts.go_to("d2")
    keys.type("c")
    keys.press(Key.Key_Escape)

    assert "marked" not in page.drafts.panel("d2").accessibleName()


def test_a_draft_begun_from_nothing_has_none_before_it(desk, page, keys, refusals) -> None:
    page.drafts.go_to("d1")
    keys.type("d")

    assert refusals == ["v1 was begun from nothing. Mark two drafts with C to compare them."]
    assert desk.focus.compared == ()


def test_the_button_asks_with_which_and_takes_a_label(desk, page, keys) -> None:
    button(page, "d2", "Compare with…").click()
    keys.type("v1b")
    keys.press(Key.Key_Return)

    assert desk.focus.compared == ("d1b", "d2")
    assert page.ask.isHidden()


def test_what_was_being_written_is_there_after_a_comparison(page, keys) -> None:
    keys.type("Half a thought")
    page.drafts.go_to("d2")
    keys.type("d")
    page.comparison.leave_button.click()

    assert page.words.toPlainText() == "Half a thought"


def test_enter_on_a_draft_leaves_the_comparison_and_revises(desk, page, keys) -> None:
    page.drafts.go_to("d2")
    keys.type("d")
    keys.press(Key.Key_Return)

    assert page.words.hasFocus()
    assert page.words.toPlainText() == SECOND
    assert desk.focus.compared == ()


def test_moving_to_another_draft_keeps_the_comparison(desk, page, keys) -> None:
    page.drafts.go_to("d2")
    keys.type("d")
    keys.press(Key.Key_Down)

    assert page.comparison.isVisible()
    assert desk.focus.draft != "d2"


def test_a_compared_draft_that_is_taken_back_ends_the_comparison(desk, page) -> None:
    page.compare("d1", "d1b")
    desk.undo()

    assert page.comparison.isHidden()
    assert page.words.isVisible()


def test_two_drafts_of_the_same_words_say_so(desk, page) -> None:
    desk.do(purpose.draft, FIRST, draft_id="d1c")
    page.compare("d1", "d1c")

    assert page.comparison.title.text() == "v1 → v1c · the same, word for word"
    assert [p.change for p in page.comparison.wording.pieces()] == ["same"]


def test_a_draft_written_anew_stands_plain_over_the_old_one(page) -> None:
    page.compare("d1", "d1b")

    told = [(p.change, p.text) for p in page.comparison.wording.pieces() if p.text.strip()]
    assert told == [("same", "Tell the city what it cost."), ("removed", FIRST)]


def test_two_very_long_drafts_leave_room_for_the_others(desk, page, qtbot) -> None:
    desk.do(purpose.draft, "word " * 1_500, draft_id="l1")
    desk.do(purpose.draft, "word " * 1_400 + "end " * 100, "l1", draft_id="l2")
    page.compare("l1", "l2")
    qtbot.waitUntil(lambda: page.comparison.height() > 0)

    [area] = page.comparison.findChildren(QScrollArea)
    assert area.height() <= 210
    assert area.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert page.drafts.height() > 60


def test_a_single_draft_offers_no_comparison(desk, a_page) -> None:
    desk.do(purpose.draft, FIRST, draft_id="d1")
    page = a_page(page_for, "purpose", "draft")

    assert button(page, "d1", "Compare with…").isHidden()


def test_comparing_two_drafts_chooses_neither(desk, page, keys) -> None:
    page.drafts.go_to("d1")
    keys.type("c")
    page.drafts.go_to("d1b")
    keys.type("c")
    keys.press(Key.Key_Escape)

    assert draft_in_hand(desk.workshop, desk.focus.draft).id == "d2"


def test_leaving_by_the_button_puts_the_keyboard_on_the_newer_and_chooses_neither(
    desk, page
) -> None:
    page.compare("d1", "d1b")
    page.comparison.leave_button.click()

    assert page.drafts.panel("d1b").hasFocus()
    assert draft_in_hand(desk.workshop, desk.focus.draft).id == "d2"


def test_after_a_restart_the_adopted_draft_is_in_hand_before_an_open_one(desk, page) -> None:
    adopted = Workshop(drafts=dict(desk.workshop.drafts))
    purpose.PurposeAdopted("d1").apply(adopted)

    assert draft_in_hand(adopted, "").id == "d1"
    assert draft_in_hand(adopted, "d2").id == "d2"


def test_the_draft_whose_round_is_open_comes_before_the_newest(desk, page) -> None:
    desk.do(open_round, "d1", FIRST)

    assert draft_in_hand(desk.workshop, "").id == "d1"
