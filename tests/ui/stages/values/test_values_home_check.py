"""The home check by keyboard: who may agree to what, whom each asks, and by when."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from facilitator.stages.values import Authority, authority_of, state_authority
from ui.stages.values.page import page_for

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def board(session, a_board):
    """Three voting organisations."""
    return a_board(session, voting=3)


@pytest.fixture
def page(a_page, board):
    """The page of the home check."""
    return a_page(page_for, "values", "home-check")


def test_enter_asks_what_an_organisation_can_agree_to_and_goes_on_to_the_next(page, keys, session):
    assert page.count.text() == "0 of 3 have stated their authority."
    keys.press(ENTER)
    keys.fill("Up to £50,000", "the cabinet", "30 Mar 2026")
    keys.press(ENTER)

    assert authority_of(session.workshop, "org-1") == Authority(
        "org-1", "Up to £50,000", "the cabinet", "2026-03-30"
    )
    assert page.count.text() == "1 of 3 has stated its authority."
    assert (keys.at, page.table.current_id()) == (page.table, "org-2")


def test_y_says_that_it_may_agree_to_anything(page, keys, session):
    keys.type("yyy")

    assert page.count.text() == "Every organisation has stated its authority."
    assert authority_of(session.workshop, "org-3").ask == ""


def test_what_was_stated_is_opened_to_be_corrected(page, keys, session):
    session.do(state_authority, "org-1", "Nothing", "the board", "2026-03-30")
    page.table.go_to("org-1")
    keys.press(ENTER)
    assert page.form.by.text() == "30 Mar 2026"
    keys.type("Nothing about money")
    keys.press(ENTER)

    assert authority_of(session.workshop, "org-1").limit == "Nothing about money"


def test_what_is_refused_stays_in_its_fields(page, keys, session, refusals):
    keys.press(ENTER)
    keys.fill("Up to £50,000", "the cabinet")
    keys.press(ENTER)

    assert refusals == ["By when will Org 1 have asked? Name a date."]
    assert page.form.limit.text() == "Up to £50,000"
    keys.press(ESC)
    assert authority_of(session.workshop, "org-1") is None
    assert keys.at is page.table


def test_without_organisations_it_says_where_to_add_them(a_page):
    page = a_page(page_for, "values", "home-check")

    assert page.empty.isVisible()
    assert not page.table.isVisible()


def test_coming_back_to_an_open_form_finds_the_keyboard_in_it(page, keys):
    keys.press(ENTER)
    keys.type("Up to")
    page.table.setFocus()
    page.begin()

    assert keys.at is page.form.limit
    keys.press(ESC)
    assert page.form.isHidden()


def test_a_past_date_is_refused_and_may_be_put_right(page, keys, session, refusals):
    keys.press(ENTER)
    keys.fill("Up to £50,000", "the cabinet", "2 Mar 2026")
    keys.press(ENTER)

    assert refusals == [
        "2 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    ]
    assert page.form.by.text() == "2 Mar 2026"


def test_a_limit_is_corrected_after_its_date_has_passed(page, keys, session, clock):
    session.do(state_authority, "org-1", "Nothing", "the board", "2026-03-30")
    clock.at(datetime(2026, 4, 2, 10))
    page.table.go_to("org-1")
    keys.press(ENTER)
    keys.type("Nothing about money")
    keys.press(ENTER)

    assert authority_of(session.workshop, "org-1").limit == "Nothing about money"
