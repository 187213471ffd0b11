"""What is being asked while the facilitator turns to something else."""

from PySide6.QtCore import Qt

from facilitator.answering import SMALLEST_CHANGE
from facilitator.rounds import take_position
from facilitator.stages.gather import join_organisation
from facilitator.stages.purpose import draft
from facilitator.stages.values import open_value_round, propose
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.stages.values.rounds import RoundsPage


def rounds_page(console: Console, hands: Hands) -> RoundsPage:
    """The rounds on the first of two values, to which the police object."""
    session = console.desk.session
    session.do(join_organisation, "Police", "Police", "partner", True, organisation_id="police")
    session.do(propose, "Candour", value_id="V1")
    session.do(propose, "One budget", value_id="V2")
    opened = session.do(open_value_round, "V1")
    session.do(take_position, opened.id, "police", "object", "Our duty", "statutory_duty")
    console.navigator.go("values", "rounds")
    hands.settle()
    page = console.page
    assert isinstance(page, RoundsPage)
    return page


def test_a_question_put_about_a_value_is_not_put_about_the_purpose(
    console: Console, hands: Hands
) -> None:
    console.desk.session.do(draft, "Only we end homelessness here.")
    rounds_page(console, hands)
    hands.press("W")
    assert console.desk.focus.question == SMALLEST_CHANGE

    console.navigator.go("purpose", "positions")
    hands.settle()
    assert console.room.window.canvas.accessibleDescription().count(SMALLEST_CHANGE) == 0


def test_a_form_about_one_value_is_left_when_another_is_taken_in_hand(
    console: Console, hands: Hands
) -> None:
    page = rounds_page(console, hands)
    hands.push("Park")
    assert page.form.isVisible()

    hands.go_to("Value: One budget")
    assert console.desk.focus.value == "V2"
    assert page.form.isHidden()
    assert hands.at is page.ledger.table


def test_escape_on_the_ledger_leaves_the_form_above_it(console: Console, hands: Hands) -> None:
    page = rounds_page(console, hands)
    hands.push("Withdraw")
    page.ledger.table.setFocus(Qt.FocusReason.MouseFocusReason)
    hands.press("Esc")

    assert page.form.isHidden()
    assert page.ledger.action_row.isVisible()


def test_words_being_typed_are_not_lost_to_a_stray_key_for_a_trio(
    console: Console, hands: Hands
) -> None:
    page = rounds_page(console, hands)
    hands.press("2")
    hands.type("Only if")
    hands.press("Ctrl+T")

    assert page.form.isHidden()
    assert page.ledger.editor.line.text() == "Only if"


def test_going_to_a_value_by_name_leaves_the_keyboard_on_its_ledger(
    console: Console, hands: Hands
) -> None:
    page = rounds_page(console, hands)
    hands.tab_to("Withdraw")
    hands.go_to("Value: One budget")

    assert hands.at is page.ledger.table
