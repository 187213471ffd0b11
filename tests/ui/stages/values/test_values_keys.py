"""The single keys of the negotiation page: whatever comes next is one key away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from facilitator.rounds import latest_round
from facilitator.stages.values import propose, standing
from sessions.session import Session
from tests.ui.stages.conftest import Keys
from ui.desk import Desk
from ui.stages.values.page import page_for
from ui.stages.values.rounds import RoundsPage

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(
    a_page: Callable[..., RoundsPage], session: Session, a_board: Callable[..., list[str]]
) -> RoundsPage:
    a_board(session, voting=3)
    session.do(propose, "Candour", "We say it first.", "org-1", value_id="V1")
    session.do(propose, "Care", "We care.", "org-2", value_id="V2")
    made = a_page(page_for, "values", "rounds")
    made.show_workshop(session.workshop)
    made.begin()
    return made


def asked(page: RoundsPage) -> str:
    return page.form.keep_button.text() if not page.form.isHidden() else ""


@pytest.mark.parametrize(
    ("key", "word"), [("E", "Amend"), ("P", "Park"), ("X", "Withdraw"), ("M", "Merge")]
)
def test_one_key_asks_what_is_to_become_of_the_value(
    page: RoundsPage, keys: Keys, key: str, word: str
) -> None:
    keys.type("4")
    keys.type("Who pays?")
    keys.press(ENTER)
    keys.type("AL" + key)

    assert asked(page) == word


def test_no_key_of_the_page_fires_in_its_form(page: RoundsPage, keys: Keys) -> None:
    keys.type("P")
    keys.type("Penny, Max")

    assert page.form.answers()["owner"] == "Penny, Max"
    page.form.keep_button.setFocus()
    keys.type("X")
    assert asked(page) == "Park"


def test_n_on_an_agreed_value_takes_the_next_in_hand(
    page: RoundsPage, keys: Keys, desk: Desk
) -> None:
    keys.type("AL")
    assert desk.focus.value == "V1"
    keys.type("N")

    assert desk.focus.value == "V2"
    assert keys.at is page.ledger.table


def test_after_an_agreement_the_keyboard_is_on_what_leads_on(page: RoundsPage, keys: Keys) -> None:
    keys.type("AL")

    assert keys.at is page.ledger.action_row.button("Next: Care")


def test_o_asks_why_a_value_is_reopened(page: RoundsPage, keys: Keys, desk: Desk) -> None:
    keys.type("ALO")
    keys.type("A case came up")
    keys.press(ENTER)
    last = latest_round(desk.workshop, "V1")

    assert last is not None
    assert desk.workshop.values["V1"].reopened == last.id
    assert standing(desk.workshop, "V1") not in ("agreed", "round")


def test_o_reopens_where_the_rounds_are_done(page: RoundsPage, keys: Keys) -> None:
    for _ in range(3):
        keys.type("N4")
        keys.type("Who pays?")
        keys.press(ENTER)
        keys.type("AL")
    keys.type("O")

    assert asked(page) == "Reopen"


def test_after_an_agreement_the_arrows_go_through_the_rows(page: RoundsPage, keys: Keys) -> None:
    keys.type("AL")
    page.ledger.table.go_to("org-1")
    keys.press(Qt.Key.Key_Down)

    assert keys.at is page.ledger.table
    assert page.ledger.table.current_id() == "org-2"


def test_the_arrows_go_through_the_rows_while_a_trio_is_away(page: RoundsPage, keys: Keys) -> None:
    keys.type("4")
    keys.type("Who pays?")
    keys.press(ENTER)
    keys.type("AL")
    page.ledger.action_row.button("Send a trio").click()
    keys.press(ENTER)
    page.ledger.table.go_to("org-2")
    page.trio.button.setFocus()
    keys.press(Qt.Key.Key_Down)

    assert keys.at is page.ledger.table
    assert page.ledger.table.current_id() == "org-3"


def filled(page: RoundsPage) -> str:
    found = page.ledger.action_row.primary()
    return found.text() if found is not None else ""


@pytest.mark.parametrize("answer", ["R", "V"])
def test_once_everything_is_answered_the_next_round_is_filled(
    page: RoundsPage, keys: Keys, answer: str
) -> None:
    keys.type("5")
    keys.type("Our duty")
    keys.press(Qt.Key.Key_Down, ENTER)
    keys.type("AL" + answer)
    keys.type("In the room's words")
    keys.press(ENTER)

    assert page.ledger.sentence.text().endswith("so the next round can decide.")
    assert filled(page) == "Open round 2"


def test_where_too_many_stand_aside_another_wording_is_filled(page: RoundsPage, keys: Keys) -> None:
    for _ in range(3):
        keys.type("3")
        keys.type("Nights")
        keys.press(ENTER)
    keys.type("L")

    assert filled(page) == "Amend the wording"
