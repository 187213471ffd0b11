"""What can be done to a value where it is proposed: corrected, merged, put in its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.rounds import lock_round, take_position
from facilitator.stages.values import (
    name_behaviours,
    on_the_table,
    open_value_round,
    park_value,
    propose,
    standing,
)
from ui.stages.values.page import page_for

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(a_page, session, a_board):
    """The page with three values on the table, and the keyboard on the first of them."""
    a_board(session, voting=3)
    for value, title in (("V1", "Candour"), ("V2", "Speed"), ("V3", "Care")):
        session.do(propose, title, f"We value {title}.", value_id=value)
    page = a_page(page_for, "values", "propose")
    page.table.setFocus()
    page.table.go_to("V1")
    return page


def titles(session):
    return [value.title for value in on_the_table(session.workshop)]


def test_f2_corrects_a_value(page, keys, session):
    keys.press(Qt.Key.Key_F2)
    keys.fill("Straight talk", "Org 2")
    keys.press(ENTER)

    found = session.workshop.values["V1"]
    assert (found.title, found.wording, found.proposed_by) == (
        "Straight talk",
        "We value Candour.",
        "org-2",
    )
    assert (keys.at, page.table.current_id()) == (page.table, "V1")


def test_a_value_proposed_with_its_meaning_is_one_step_to_take_back(page, keys, session):
    page.begin()
    keys.fill("Thrift", "Org 1", "We waste nothing.", "Every pound is told.", "A bad year")
    keys.press(ENTER)
    (made,) = [v for v in on_the_table(session.workshop) if v.title == "Thrift"]
    assert made.meaning == "Every pound is told."
    session.undo()

    assert titles(session) == ["Candour", "Speed", "Care"]


def test_once_positions_were_taken_the_wording_is_amended_and_not_corrected(page, keys, session):
    opened = session.do(open_value_round, "V1").id
    for each in ("org-1", "org-2", "org-3"):
        session.do(take_position, opened, each, "need_more", "Who?")
    session.do(lock_round, opened, session.minute())
    keys.press(Qt.Key.Key_F2)
    keys.fill("Candour first", "", "The audit")
    keys.press(ENTER)

    found = session.workshop.values["V1"]
    assert (found.title, found.wording, found.test_day) == (
        "Candour first",
        "We value Candour.",
        "The audit",
    )
    assert standing(session.workshop, "V1") == "not_agreed"


def test_m_merges_a_value_with_its_twin(page, keys, session):
    keys.press(Qt.Key.Key_M)
    keys.type("Care")
    keys.press(ENTER)

    assert standing(session.workshop, "V1") == "merged"
    assert session.workshop.values["V1"].ending.into == "V3"


def test_a_value_alone_on_the_table_has_no_twin(page, keys, session, refusals):
    for value in ("V2", "V3"):
        session.do(park_value, value, "Bea", "", "2026-05-01")
    keys.press(Qt.Key.Key_M)

    assert refusals == ["There is no other value on the table to merge it into."]
    assert page.about.isHidden()


def test_alt_and_an_arrow_take_a_value_earlier_or_later(page, keys, session):
    QTest.keyClick(keys.at, Qt.Key.Key_Down, ALT)
    assert titles(session) == ["Speed", "Candour", "Care"]
    assert page.table.current_id() == "V1"
    QTest.keyClick(keys.at, Qt.Key.Key_Down, ALT)
    QTest.keyClick(keys.at, Qt.Key.Key_Up, ALT)

    assert titles(session) == ["Speed", "Candour", "Care"]


def test_the_end_of_the_list_is_said_in_words(page, keys, refusals):
    QTest.keyClick(keys.at, Qt.Key.Key_Up, ALT)

    assert refusals == ["“Candour” is taken first already."]


def test_a_ninth_value_is_kept_and_remarked_upon(page, session):
    for number in range(4, 9):
        session.do(propose, f"Value {number}")
    assert not page.too_many.isVisible()
    session.do(propose, "The ninth")

    assert page.too_many.isVisible()
    assert page.too_many.text() == (
        "9 values, and there is time for 8. Merge twins with M, or park some in the rounds."
    )
    session.do(park_value, "V1", "Bea", "", "2026-05-01")
    assert not page.too_many.isVisible()


def test_a_fourth_behaviour_is_kept_and_remarked_upon(a_page, session):
    session.do(propose, "Candour", value_id="V1")
    page = a_page(page_for, "values", "behaviours")
    session.do(name_behaviours, "V1", ("a", "b", "c"), ("d",))
    assert "remembered" not in page.hints.accessibleName()
    session.do(name_behaviours, "V1", ("a", "b", "c", "d"), ("d",))

    assert page.hints.accessibleName().endswith("4 under “We will”: one to three are remembered")


def test_the_arrow_down_goes_from_the_form_to_the_values(page, keys):
    page.form.begin()
    keys.press(Qt.Key.Key_Down)

    assert keys.at is page.table


def test_the_arrow_down_in_a_choice_chooses(page, keys):
    page.form.box("by").setFocus()
    keys.press(Qt.Key.Key_Down)

    assert page.form.answers()["by"] == "org-1"
