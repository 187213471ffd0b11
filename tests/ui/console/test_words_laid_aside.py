"""What is half typed when the facilitator goes elsewhere is there again, and only where it was."""

import pytest

from facilitator.answering import SMALLEST_CHANGE
from facilitator.rounds import latest_round, lock_round, take_positions
from facilitator.stages.values import amend, name_behaviours, propose
from sessions.session import Session
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.stages.values.behaviours import BehavioursPage
from ui.stages.values.propose import ProposePage
from ui.stages.values.rounds import RoundsPage


@pytest.fixture
def page(console: Console, session: Session, hands: Hands, a_board) -> RoundsPage:
    """The rounds on the first of two values, with the keyboard on the first organisation."""
    a_board(session, voting=3)
    session.do(propose, "One purse", "Our budgets are one.", value_id="V1")
    session.do(propose, "Candour", "We say it first.", value_id="V2")
    console.navigator.go("values", "rounds")
    hands.settle()
    found = console.page
    assert isinstance(found, RoundsPage)
    return found


def texts(page: RoundsPage) -> dict[str, str]:
    return page.form.answers()


@pytest.mark.parametrize("away", ["pages", "by name", "list"])
def test_a_reservation_being_typed_is_there_again(
    console: Console, page: RoundsPage, hands: Hands, away: str
) -> None:
    hands.press("1", "2")
    hands.type("Only pooled")
    if away == "pages":
        hands.press("PgDown", "PgUp")
    elif away == "by name":
        hands.go_to("Value: Candour")
        assert page.ledger.editor.isHidden()
        hands.go_to("Value: One purse")
    else:
        hands.press("Ctrl+Down", "Ctrl+Up")
    hands.type(" money")
    hands.press("Return")

    last = latest_round(console.desk.workshop, "V1")
    assert last is not None
    assert last.positions["org-2"].text == "Only pooled money"


def test_the_smallest_change_is_asked_of_the_room_again(
    console: Console, page: RoundsPage, hands: Hands
) -> None:
    hands.press("5")
    hands.type("Our duty")
    hands.press("Alt+1", "Return")
    page.ledger.table.go_to("org-1")
    hands.press("W")
    hands.type("A year")
    hands.press("PgDown")
    assert console.desk.focus.question == ""

    hands.press("PgUp")
    assert console.desk.focus.question == SMALLEST_CHANGE
    assert page.ledger.editor.line.text() == "A year"


def test_words_for_one_organisation_are_not_offered_to_another(
    page: RoundsPage, hands: Hands
) -> None:
    hands.press("2")
    hands.type("Only pooled")
    page.ledger.table.go_to("org-2")
    page.ledger.table.setFocus()
    hands.press("2")
    assert page.ledger.editor.line.text() == ""

    page.ledger.table.go_to("org-1")
    page.ledger.table.setFocus()
    hands.press("2")
    assert page.ledger.editor.line.text() == "Only pooled"


def test_words_left_with_escape_do_not_come_back(page: RoundsPage, hands: Hands) -> None:
    hands.press("2")
    hands.type("Only pooled")
    hands.press("Esc", "2")

    assert page.ledger.editor.line.text() == ""


def test_words_that_were_kept_do_not_come_back(page: RoundsPage, hands: Hands) -> None:
    hands.press("2")
    hands.type("Only pooled")
    hands.press("Return", "Ctrl+Down", "Ctrl+Up")

    assert not page.ledger.asking.is_busy


def test_words_whose_position_is_taken_back_are_asked_for_anew(
    page: RoundsPage, hands: Hands
) -> None:
    hands.press("2")
    hands.type("Only pooled")
    hands.press("Return", "Ctrl+Z")
    page.ledger.table.go_to("org-1")
    hands.press("2")

    assert page.ledger.editor.line.text() == ""


def test_a_question_with_nothing_typed_is_not_asked_again(page: RoundsPage, hands: Hands) -> None:
    hands.press("2", "Ctrl+Down", "Ctrl+Up")

    assert not page.ledger.asking.is_busy


def test_words_whose_round_was_locked_meanwhile_are_said_and_not_put_into_it(
    console: Console, page: RoundsPage, hands: Hands
) -> None:
    hands.press("1", "2")
    hands.type("Only pooled")
    hands.press("Ctrl+Down")
    last = latest_round(console.desk.workshop, "V1")
    assert last is not None
    console.desk.session.do(take_positions, last.id, ("org-2", "org-3"), "agree")
    console.desk.session.do(lock_round, last.id, console.desk.minute())
    hands.press("Ctrl+Up")

    assert page.ledger.editor.isHidden()
    assert console.notice.sentence() == (
        "The round is not as it was when this was typed, so it is not kept: “Only pooled”. "
        "Write it again where it belongs."
    )


def test_going_through_the_list_of_values_leaves_the_keyboard_in_it(
    page: RoundsPage, hands: Hands
) -> None:
    hands.press("2")
    hands.type("Only pooled")
    hands.press("Ctrl+Down")
    rail = page.rail()
    assert rail is not None
    rail.list.setFocus()
    hands.press("Up")

    assert hands.at is rail.list
    assert page.ledger.editor.line.text() == "Only pooled"


@pytest.mark.parametrize("away", ["pages", "by name"])
def test_a_form_being_filled_is_there_again(page: RoundsPage, hands: Hands, away: str) -> None:
    hands.press("E")
    hands.type(" Always.")
    if away == "pages":
        hands.press("PgDown", "PgUp")
    else:
        hands.go_to("Value: Candour")
        assert page.form.isHidden()
        hands.go_to("Value: One purse")
    hands.type(" Yes.")

    assert texts(page)["wording"] == "Our budgets are one. Always. Yes."


def test_a_form_left_with_escape_does_not_come_back(page: RoundsPage, hands: Hands) -> None:
    hands.press("E")
    hands.type(" Always.")
    hands.press("Esc", "E")

    assert texts(page)["wording"] == "Our budgets are one."


def test_a_form_that_was_kept_does_not_come_back(page: RoundsPage, hands: Hands) -> None:
    hands.press("E")
    hands.type(" Always.")
    hands.press("Return", "Ctrl+Down", "Ctrl+Up")

    assert page.form.isHidden()


def test_a_form_with_nothing_typed_is_not_opened_again(page: RoundsPage, hands: Hands) -> None:
    hands.press("M", "Ctrl+Down", "Ctrl+Up")

    assert page.form.isHidden()


def test_a_stray_key_for_a_trio_leaves_a_form_as_it_is(page: RoundsPage, hands: Hands) -> None:
    hands.press("E")
    hands.type(" Always.")
    hands.press("Ctrl+T")

    assert texts(page)["wording"] == "Our budgets are one. Always."


def test_a_form_about_a_value_that_moved_on_says_what_was_typed(
    console: Console, page: RoundsPage, hands: Hands
) -> None:
    hands.press("E")
    hands.type(" Always.")
    hands.press("Ctrl+Down")
    console.desk.session.do(amend, "V1", "Our purse is one.")
    hands.press("Ctrl+Up")

    assert page.form.isHidden()
    assert console.notice.sentence() == (
        "The value is not as it was when this was typed, so it is not kept: “Our budgets are one. "
        "Always.”. Write it again where it belongs."
    )


def test_the_proposal_of_a_new_value_that_was_kept_does_not_come_back(
    console: Console, page: RoundsPage, hands: Hands
) -> None:
    hands.push("Propose a value")
    hands.type("Time")
    hands.press("Return")
    hands.go_to("Value: One purse")

    assert page.form.isHidden()
    assert len(console.desk.workshop.values) == 3


def test_half_a_meaning_on_the_propose_page_is_there_again(
    console: Console, page: RoundsPage, hands: Hands
) -> None:
    console.navigator.go("values", "propose")
    hands.settle()
    hands.press("Down", "Return")
    hands.type("We look")
    hands.press("PgDown", "PgUp")
    hands.type(" first")

    propose_page = console.page
    assert isinstance(propose_page, ProposePage)
    assert propose_page.about.answers() == {"meaning": "We look first"}


def test_half_a_proposal_is_there_again_after_a_question_about_another(
    console: Console, page: RoundsPage, hands: Hands
) -> None:
    console.navigator.go("values", "propose")
    hands.settle()
    hands.type("Time")
    hands.press("Down", "Return", "Esc")

    propose_page = console.page
    assert isinstance(propose_page, ProposePage)
    assert propose_page.form.answers()["title"] == "Time"


@pytest.fixture
def behaviours(
    console: Console, session: Session, page: RoundsPage, hands: Hands
) -> BehavioursPage:
    """Making the first value visible; it has a line, and the second has none."""
    session.do(name_behaviours, "V1", ("Show the figures",), ())
    console.navigator.go("values", "behaviours")
    hands.settle()
    found = console.page
    assert isinstance(found, BehavioursPage)
    return found


def test_half_a_behaviour_waits_for_its_value(
    console: Console, behaviours: BehavioursPage, hands: Hands
) -> None:
    hands.type("Say it")
    hands.press("Tab")
    hands.type("Pass it")
    hands.press("Ctrl+Down")
    assert (behaviours.will.field.text(), behaviours.will_not.field.text()) == ("", "")

    hands.press("Ctrl+Up")
    assert behaviours.will_not.field.text() == "Pass it"
    hands.type(" first")
    hands.press("Return")
    assert console.desk.workshop.values["V1"].will == ("Show the figures", "Say it first")


def test_half_a_correction_corrects_its_line_when_it_is_taken_up_again(
    console: Console, behaviours: BehavioursPage, hands: Hands
) -> None:
    hands.press("Tab", "Tab", "Return")
    hands.type("Show all figures")
    hands.press("Ctrl+Down", "Ctrl+Up", "Return")

    assert console.desk.workshop.values["V1"].will == ("Show all figures",)


def test_a_value_without_behaviours_keeps_its_fields_under_their_heads(
    behaviours: BehavioursPage, hands: Hands
) -> None:
    before = behaviours.will.field.geometry()
    hands.press("Ctrl+Down")

    assert behaviours.will.lines.isHidden()
    assert behaviours.will.field.geometry() == before
