"""Closing by keyboard: the wording, what home still has to say, and when we look again."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from facilitator.afterwards import take_late_position
from facilitator.attendance import leave
from facilitator.hands import show_hands
from facilitator.rounds import latest_round, lock_round, take_position
from facilitator.stages.gather import join_member
from facilitator.stages.values import (
    amend,
    merge_value,
    open_value_round,
    park_value,
    propose,
    reopen_value,
    standing,
    withdraw_value,
)
from ui.stages.values.page import page_for

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def agree(session, value="V1", *, sub=False):
    """Agree on a value while the fourth is away; with `sub`, the third has only a substitute."""
    if sub:
        session.do(join_member, "org-3", "Deputy", authority=False, member_id="org-3-lead")
    session.do(propose, "Candour", "We say it first.", value_id=value)
    session.do(leave, "org-4-lead", session.minute())
    opened = session.do(open_value_round, value).id
    for each in ("org-1", "org-2", "org-3"):
        session.do(take_position, opened, each, "agree")
    session.do(lock_round, opened, session.minute())


def agree_on_another(session, number):
    """Agree on one more value while the fourth is away."""
    value = session.do(propose, f"Value {number}", "We say it first.").id
    opened = session.do(open_value_round, value).id
    session.do(take_position, opened, "org-4", "absent")
    for each in ("org-1", "org-2", "org-3"):
        session.do(take_position, opened, each, "agree")
    session.do(lock_round, opened, session.minute())


def lock(session, value, code):
    """A locked round in which the first says this and the others agree."""
    opened = session.do(open_value_round, value).id
    session.do(take_position, opened, "org-1", code, "Who pays?" if code == "need_more" else "")
    for each in ("org-2", "org-3", "org-4"):
        here = each != "org-4"
        session.do(take_position, opened, each, "agree" if here else "absent")
    session.do(lock_round, opened, session.minute())


@pytest.fixture
def board(session, a_board):
    """Four voting organisations."""
    return a_board(session, voting=4)


def the_page(a_page):
    return a_page(page_for, "values", "close")


def rows(table):
    model = table.model()
    across = range(model.columnCount())
    return [[model.index(r, c).data() for c in across] for r in range(model.rowCount())]


def test_the_wording_that_was_agreed_is_there_to_be_read(a_page, session, board):
    agree(session)
    page = the_page(a_page)

    assert rows(page.agreed) == [["Candour", "We say it first.", "agreed"]]
    assert page.deadline.text() == (
        "Late positions may come until 1 Apr 2026, ten working days after the last round."
    )


def test_what_home_still_has_to_say_is_listed_mandates_first(a_page, session, board):
    agree(session, sub=True)
    page = the_page(a_page)

    assert rows(page.table) == [
        ["Org 3", "Candour", "does “I support it” stand at home?", "1 Apr 2026"],
        ["Org 4", "Candour", "its position, if it wishes", "1 Apr 2026"],
    ]
    assert page._home_head.accessibleName() == "Still to come from home, 1 mandate, 1 late position"


def test_a_mandate_is_confirmed_with_enter_twice(a_page, session, board, keys):
    agree(session, sub=True)
    page = the_page(a_page)
    keys.press(ENTER)
    assert page.form.title.text() == (
        "Org 3 said “I support it” on Candour. Does it stand at home?"
    )
    assert not page.form.position.isVisible()
    keys.press(ENTER)

    assert latest_round(session.workshop, "V1").mandates == {"org-3": "2026-03-18"}
    assert (keys.at, len(rows(page.table))) == (page.table, 1)


def test_where_home_does_not_confirm_the_position_is_corrected_with_a_reason(
    a_page, session, board, keys, refusals
):
    agree(session, sub=True)
    page = the_page(a_page)
    keys.press(ENTER)
    keys.type("We do not")
    keys.press(TAB)
    keys.type("I can live")
    keys.press(TAB)
    keys.type("Only on weekdays")
    keys.press(ENTER)
    assert refusals == ["A locked round changes only for a reason, which is recorded. What is it?"]
    keys.press(TAB)
    keys.type("The board met")
    keys.press(ENTER)

    (made,) = latest_round(session.workshop, "V1").corrections
    assert (made.organisation, made.after.text, made.why) == (
        "org-3",
        "Only on weekdays",
        "The board met",
    )
    assert standing(session.workshop, "V1") == "agreed_with_reservations"
    assert [row[0] for row in rows(page.table)] == ["Org 4"]


def test_a_late_position_is_recorded_on_the_date_on_which_it_came(
    a_page, session, board, keys, clock
):
    agree(session)
    clock.at(datetime(2026, 3, 25, 9))
    page = the_page(a_page)
    keys.press(ENTER)
    assert page.form.date.text() == "25 Mar 2026"
    keys.type("I can live")
    keys.press(Qt.Key.Key_Backtab)
    keys.type("24 Mar 2026")
    keys.press(TAB, TAB)
    keys.type("Not at night")
    keys.press(ENTER)

    found = latest_round(session.workshop, "V1")
    assert (found.late["org-4"].text, found.came["org-4"]) == ("Not at night", "2026-03-24")
    assert rows(page.table) == []
    assert page.deadline.text().endswith("Nothing is awaited.")


def test_a_late_objection_puts_the_value_on_the_table_again(a_page, session, board, keys, refusals):
    agree(session)
    page = the_page(a_page)
    keys.press(ENTER)
    keys.type("I object")
    keys.press(TAB, TAB)
    keys.type("We are not allowed to")
    keys.press(ENTER)
    assert refusals[0].startswith("Is Org 4's objection about a statutory duty")
    keys.press(Qt.Key.Key_Backtab)
    keys.type("statutory")
    keys.press(ENTER)

    assert rows(page.again) == [["Candour", "Org 4", "objects: “We are not allowed to”"]]
    assert rows(page.agreed) == []
    assert page.none.isVisible()


def test_what_the_form_asks_for_besides_is_brought_into_sight(a_page, session, board, keys, qtbot):
    for number in range(8):
        agree_on_another(session, number)
    page = the_page(a_page)
    keys.press(ENTER)
    keys.type("I object")

    button = page.form.keep_button
    edge = button.rect().bottomLeft()
    # Not before the form has found its place: where a button stands until then says nothing.
    below = page.area.viewport().height()
    qtbot.waitUntil(lambda: button.mapTo(page.area.widget(), edge).y() > below)
    qtbot.waitUntil(lambda: 0 < button.mapTo(page.area.viewport(), edge).y() <= below)


def test_once_the_ten_days_are_over_no_late_position_is_awaited(a_page, session, board, clock):
    agree(session, sub=True)
    clock.at(datetime(2026, 4, 2, 9))
    page = the_page(a_page)

    assert page.deadline.text() == "Late positions were open until 1 Apr 2026."
    assert [row[2] for row in rows(page.table)] == ["does “I support it” stand at home?"]


def test_esc_leaves_what_is_awaited(a_page, session, board, keys):
    agree(session)
    page = the_page(a_page)
    keys.press(ENTER, ESC)

    assert page.form.isHidden()
    assert keys.at is page.table


def test_a_form_about_something_that_is_awaited_no_longer_goes_away(
    a_page, session, board, keys, desk
):
    agree(session)
    page = the_page(a_page)
    keys.press(ENTER)
    desk.undo()

    assert page.form.isHidden()


def test_the_day_of_the_review_is_kept_in_words(a_page, session, board, keys, refusals):
    page = the_page(a_page)
    assert keys.at is page.review.date
    keys.press(ENTER)
    assert refusals == ["When will you look at this again? Name a date."]
    keys.type("23 Nov 2026")
    keys.press(ENTER)

    assert session.workshop.paper.review_on == "2026-11-23"
    before = len(session.history.entries)
    keys.press(ENTER)
    assert len(session.history.entries) == before


def test_the_review_is_not_on_a_day_that_is_past(a_page, session, board, keys, refusals):
    the_page(a_page)
    keys.type("2 Mar 2026")
    keys.press(ENTER)

    assert refusals == [
        "2 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    ]
    assert session.workshop.paper.review_on == ""


def test_before_anything_is_agreed_it_says_so(a_page, session):
    page = the_page(a_page)

    assert page.none.isVisible()
    assert page.deadline.text() == (
        "Late positions may come for ten working days once something is agreed."
    )
    assert not page.table.isVisible()


def test_forty_that_were_away_are_walked_through_without_leaving_the_screen(
    a_page, session, a_board, keys, qtbot
):
    a_board(session, voting=45, here=25)
    session.do(propose, "Candour", value_id="V1")
    opened = session.do(open_value_round, "V1").id
    for number in range(1, 26):
        session.do(take_position, opened, f"org-{number}", "agree")
    session.do(lock_round, opened, session.minute())
    page = the_page(a_page)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 200)
    for _ in range(19):
        keys.press(Qt.Key.Key_Down)
        row = page.table.visualRect(page.table.currentIndex())
        bottom = page.table.viewport().mapTo(page.area.viewport(), row.bottomLeft()).y()
        assert 0 < bottom <= page.area.viewport().height()
    assert page.table.current_id().endswith("org-45")


def test_everything_that_is_not_settled_is_listed_with_how_far_it_came(a_page, session, board):
    agree(session)
    for number in range(2, 8):
        session.do(propose, f"Value {number}", "We try.", value_id=f"V{number}")
    session.do(open_value_round, "V3")
    session.do(take_position, latest_round(session.workshop, "V3").id, "org-1", "agree")
    lock(session, "V4", "need_more")
    lock(session, "V5", "need_more")
    session.do(amend, "V5", "We try harder.")
    lock(session, "V6", "agree")
    session.do(reopen_value, "V6", "The county has asked.")
    session.do(park_value, "V7", "org-2-lead", "Who pays?", "2026-09-30")
    page = the_page(a_page)

    assert rows(page.left) == [
        ["Value 2", "No round was held on it.", "proposed"],
        ["Value 3", "Round 1 is open: 1 of 3 heard.", "round 1"],
        ["Value 4", "Not yet: Org 1's question is unanswered.", "not agreed yet"],
        [
            "Value 5",
            "The wording was changed after round 1. No round was held on it since.",
            "amended",
        ],
        ["Value 6", "Reopened: The county has asked. No round since.", "reopened"],
        ["Value 7", "Chief executive brings it back by 30 Sep 2026. Who pays?", "parked"],
    ]
    assert page._left_head.accessibleName() == "Not settled yet, 6 values"


def test_what_came_late_is_on_the_table_again_and_not_listed_twice(a_page, session, board):
    agree(session)
    session.do(
        take_late_position,
        latest_round(session.workshop, "V1").id,
        "org-4",
        "object",
        "2026-03-18",
        "We may not.",
        "statutory_duty",
    )
    page = the_page(a_page)

    assert len(rows(page.again)) == 1
    assert not page.left.isVisible()


def test_what_was_merged_or_withdrawn_is_settled(a_page, session, board):
    agree(session)
    session.do(propose, "Honesty", value_id="V2")
    session.do(merge_value, "V2", "V1")
    session.do(propose, "Speed", value_id="V3")
    session.do(withdraw_value, "V3", "", "It is in the purpose")
    page = the_page(a_page)

    assert not page.left.isVisible()
    assert not page._left_head.isVisible()


def test_an_open_round_with_a_show_of_hands_says_how_many_were_counted(a_page, session, board):
    session.do(propose, "Value 2", "We try.", value_id="V2")
    opened = session.do(open_value_round, "V2").id
    session.do(show_hands, opened, {"agree": 3, "reservation": 1})

    assert rows(the_page(a_page).left)[-1][1] == "Round 1 is open: a show of hands, 4 hands."
