"""Esc in the left column leaves what the page asks, as it does on the page; so does the Esc that
takes a refusal away.
"""

import pytest

from facilitator.stages import purpose
from facilitator.stages.values import propose
from sessions.session import Session
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.stages.purpose.positions import PositionsPage
from ui.stages.values.rounds import RoundsPage


@pytest.fixture
def rounds(console: Console, session: Session, hands: Hands, a_board) -> RoundsPage:
    a_board(session, voting=3)
    session.do(propose, "One purse", "Our budgets are one.", value_id="V1")
    console.navigator.go("values", "rounds")
    hands.settle()
    page = console.page
    assert isinstance(page, RoundsPage)
    return page


@pytest.fixture
def positions(console: Console, session: Session, hands: Hands, a_board) -> PositionsPage:
    a_board(session, voting=3)
    session.do(purpose.draft, "One purse", draft_id="d1")
    console.navigator.go("purpose", "positions")
    hands.settle()
    page = console.page
    assert isinstance(page, PositionsPage)
    return page


def test_the_words_of_a_position_are_left(rounds: RoundsPage, hands: Hands) -> None:
    hands.press("2")
    rail = rounds.rail()
    assert rail is not None
    rail.list.setFocus()
    hands.press("Esc")

    assert not rounds.ledger.asking.is_busy


def test_a_form_on_a_value_is_left(rounds: RoundsPage, hands: Hands) -> None:
    hands.press("P")
    assert not rounds.form.isHidden()
    rail = rounds.rail()
    assert rail is not None
    rail.list.setFocus()
    hands.press("Esc")

    assert rounds.form.isHidden()


def test_a_question_about_the_draft_is_left(
    console: Console, positions: PositionsPage, hands: Hands
) -> None:
    positions.ask("another_board")
    console.journey.setFocus()
    hands.press("Esc")

    assert positions.ledger.isVisible()
    assert console.desk.focus.asking == ""


def test_the_words_of_a_position_on_the_draft_are_left(
    console: Console, positions: PositionsPage, hands: Hands
) -> None:
    hands.press("2")
    console.journey.setFocus()
    hands.press("Esc")

    assert not positions.ledger.asking.is_busy


def test_one_escape_leaves_refused_words_and_the_refusal(
    console: Console, rounds: RoundsPage, hands: Hands
) -> None:
    hands.press("2", "Return")
    assert console.notice.sentence()
    hands.press("Esc")

    assert console.notice.sentence() == ""
    assert not rounds.ledger.asking.is_busy
    hands.press("1")
    assert console.desk.workshop.rounds


def test_one_escape_leaves_a_refused_form_and_the_refusal(
    console: Console, rounds: RoundsPage, hands: Hands
) -> None:
    hands.press("P", "Return")
    assert console.notice.sentence()
    hands.press("Esc")

    assert rounds.form.isHidden()


@pytest.mark.parametrize(("step", "form"), [("propose", "about"), ("home-check", "form")])
def test_one_escape_leaves_what_was_refused_about_a_row(
    console: Console, rounds: RoundsPage, hands: Hands, step: str, form: str
) -> None:
    console.navigator.go("values", step)
    hands.settle()
    table = console.page.table
    table.setFocus()
    hands.press("Return", "Return")
    assert console.notice.sentence()
    hands.press("Esc")

    assert getattr(console.page, form).isHidden()
    assert hands.at is table
