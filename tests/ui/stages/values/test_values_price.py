"""The price check by keyboard: who pays what for each value that was agreed."""

import pytest
from PySide6.QtCore import Qt

from facilitator.rounds import lock_round, take_position
from facilitator.stages.values import name_cost, open_value_round, park_value, propose
from ui.stages.values.page import page_for
from ui.stages.values.price_check import priced_words

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
TITLES = {"V1": "Candour", "V2": "Speed", "V3": "Care"}


@pytest.fixture
def agreed(session, a_board):
    """Two agreed values, V1 and V2, and V3 which is parked."""
    board = a_board(session, voting=2)
    for value, title in TITLES.items():
        session.do(propose, title, value_id=value)
    for value in ("V1", "V2"):
        opened = session.do(open_value_round, value).id
        for each in board:
            session.do(take_position, opened, each, "agree")
        session.do(lock_round, opened, session.minute())
    session.do(park_value, "V3", "Bea", "", "2026-05-01")
    return session


@pytest.fixture
def page(a_page, agreed):
    """The page of the price check."""
    return a_page(page_for, "values", "price-check")


def costs(session, value="V1"):
    return [(c.organisation, c.price, c.text) for c in session.workshop.values[value].costs]


def rows(page):
    model = page.table.model()
    across = range(model.columnCount())
    return [[model.index(r, c).data() for c in across] for r in range(model.rowCount())]


@pytest.mark.parametrize(("key", "price"), [("m", "money"), ("t", "time"), ("p", "pride")])
def test_a_key_names_a_cost_of_the_value_in_hand(page, keys, session, key, price):
    keys.type(key)
    keys.fill("Org 2", "Two posts")
    keys.press(ENTER)

    assert costs(session) == [("org-2", price, "Two posts")]
    assert keys.at is page.table


def test_several_costs_stand_under_the_value_named_once(page, keys, session):
    keys.type("m")
    keys.fill("Org 2", "Two posts")
    keys.press(ENTER)
    keys.type("t")
    keys.fill("Org 1", "A day a month")
    keys.press(ENTER)

    assert rows(page)[:2] == [
        ["Candour", "Org 2", "money", "Two posts"],
        ["", "Org 1", "time", "A day a month"],
    ]


def test_only_agreed_values_are_listed(page):
    assert [row[0] for row in rows(page)] == ["Candour", "Speed"]


def test_u_marks_a_value_as_untested_and_goes_on(page, keys, session):
    keys.type("u")

    assert session.workshop.values["V1"].untested
    assert page.table.current_id() == "V2"
    assert page.count.text() == (
        "0 of 2 have a cost; “Candour” is untested; still to ask: “Speed”."
    )


def test_enter_corrects_the_cost_of_the_row(page, keys, session):
    session.do(name_cost, "V1", "org-1", "money", "Two posts")
    keys.press(Qt.Key.Key_Up, Qt.Key.Key_Up, ENTER)
    assert page.form.text.text() == "Two posts"
    keys.press(Qt.Key.Key_Backtab)
    keys.type("pride")
    keys.press(ENTER)

    assert costs(session) == [("org-1", "pride", "Two posts")]


def test_delete_drops_the_cost_of_the_row_and_no_other(page, keys, session):
    session.do(name_cost, "V1", "org-1", "money", "Two posts")
    session.do(name_cost, "V1", "org-2", "time", "A day")
    keys.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Delete)

    assert costs(session) == [("org-2", "time", "A day")]


def test_delete_where_there_is_no_cost_does_nothing(page, keys, session, refusals):
    before = len(session.history.entries)
    keys.press(Qt.Key.Key_Delete)

    assert len(session.history.entries) == before
    assert refusals == []


def test_a_cost_that_nobody_pays_is_refused_and_stays_to_be_mended(page, keys, refusals):
    keys.type("m")
    keys.fill("", "Two posts")
    keys.press(ENTER)

    assert refusals == ["Whose cost is it? Choose the organisation that will pay it."]
    assert page.form.text.text() == "Two posts"
    keys.press(ESC)
    assert keys.at is page.table


def test_a_value_with_a_cost_is_not_untested(page, keys, session, refusals):
    session.do(name_cost, "V1", "org-1", "money", "Two posts")
    keys.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    keys.type("u")

    assert refusals == ["“Candour” has a cost already, so it is not untested."]


def test_nothing_agreed_says_what_to_do(a_page, session):
    page = a_page(page_for, "values", "price-check")

    assert page.empty.isVisible()
    assert not page.table.isVisible()


def test_once_every_value_has_a_cost_nothing_is_left_to_ask(page, session):
    for value in ("V1", "V2"):
        session.do(name_cost, value, "org-1", "money", "Two posts")

    assert page.count.text() == "2 of 2 have a cost."


def test_many_open_values_are_counted(page, session):
    values = [session.workshop.values["V1"]] * 5

    assert priced_words(values) == (
        "0 of 5 have a cost; still to ask: “Candour”, “Candour” and 3 others."
    )


def test_tab_goes_past_the_price_that_a_key_has_chosen(page, keys, session):
    keys.type("m")
    keys.fill("Org 2", "time and two posts")
    keys.press(ENTER)

    assert costs(session) == [("org-2", "money", "time and two posts")]
