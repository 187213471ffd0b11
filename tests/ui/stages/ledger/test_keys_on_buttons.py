"""The keys that stand on the buttons of the ledger, and which of them is filled."""

import pytest
from PySide6.QtCore import Qt

from facilitator.attendance import leave
from tests.ui.stages.ledger.hand import Hand
from ui.desk import Desk
from ui.widgets.buttons import PrimaryButton, QuietButton

Key = Qt.Key


def test_a_key_stands_on_its_button(hand: Hand) -> None:
    hand.press("1")
    row = hand.ledger.action_row

    assert row.button("Lock round 1").key() == "L"
    assert row.button("Hide from the room").key() == "Ctrl+H"


def test_a_button_is_as_wide_as_its_key_and_its_label(hand: Hand) -> None:
    keyed, bare = QuietButton("Lock", hand.ledger), QuietButton("Lock", hand.ledger)
    keyed.show_key("L")

    assert keyed.sizeHint().width() > bare.sizeHint().width() + 8


def test_the_lock_is_not_filled_while_it_would_be_refused(hand: Hand) -> None:
    hand.press("1")
    assert hand.ledger.action_row.primary() is None

    hand.press("A")
    filled = hand.ledger.action_row.primary()
    assert filled is not None
    assert filled.text() == "Lock round 1"


def test_hands_without_names_leave_the_lock_quiet(hand: Hand) -> None:
    hand.press("H", "4 1", Key.Key_Return)

    assert hand.ledger.action_row.primary() is None


def test_more_hands_than_are_to_be_heard_leave_no_number_below_nothing(hand: Hand) -> None:
    hand.press("1", "1", "1", "1", "H", "3 2", Key.Key_Return)

    assert hand.ledger.action_row.labels()[0] == "The other 0: support"


def test_a_round_that_nobody_is_here_for_says_so(hand: Hand, desk: Desk) -> None:
    for member in list(desk.workshop.members):
        desk.do(leave, member, desk.minute())
    hand.open_round()

    assert hand.ledger.sentence.text() == (
        "Round 1 is open, and nobody is marked as here. Press G on who came."
    )
    assert hand.ledger.action_row.primary() is None


def test_n_opens_the_next_round(hand: Hand) -> None:
    hand.press("4", "Who pays?", Key.Key_Return, "A", "L", "N")

    assert hand.round().number == 2


def test_n_in_an_open_round_says_what_comes_before_it(hand: Hand) -> None:
    hand.press("1", "N")

    assert hand.refusals[-1][0] == "Round 1 is still open. Lock it before the next one."


def test_the_keyboard_stays_on_its_button_when_the_number_on_it_changes(
    hand: Hand, desk: Desk
) -> None:
    hand.press("1", "6")
    button = hand.ledger.action_row.button("The other 3 support it")
    button.setFocus()
    desk.undo()

    assert button.text() == "The other 4 support it"
    assert hand.ledger.focusWidget() is button


def test_a_key_works_from_a_button_as_from_the_table(hand: Hand) -> None:
    hand.press("1")
    hand.ledger.action_row.button("Show of hands").setFocus()
    hand.press("6")

    assert hand.codes()["org-2"] == "abstain"


def test_no_key_fires_while_words_are_typed(hand: Hand) -> None:
    hand.press("1", "2", "Leave no one")

    assert hand.ledger.editor.line.text() == "Leave no one"
    assert hand.codes() == {"org-1": "agree"}


def test_no_key_fires_beside_the_words_that_are_asked_for(hand: Hand) -> None:
    hand.press("1", "2", "Leave no one")
    hand.press(Key.Key_Tab)
    assert isinstance(hand.ledger.focusWidget(), PrimaryButton)
    hand.press("A")

    assert hand.codes() == {"org-1": "agree"}


def test_after_a_lock_the_keyboard_is_on_who_objects(hand: Hand) -> None:
    hand.press("1", "4", "Who pays?", Key.Key_Return, "A", "L")

    assert hand.ledger.table.hasFocus()
    assert hand.ledger.table.current_id() == "org-2"


def locked_in_agreement(hand: Hand) -> None:
    """A round that agreed, with a button that has the keyboard."""
    hand.press("A")
    hand.go_to("org-2")
    hand.ledger.action_row.button("Lock round 1").setFocus()


def test_up_and_down_go_through_the_rows_from_a_button_too(hand: Hand) -> None:
    locked_in_agreement(hand)
    hand.press(Key.Key_Down)
    assert hand.ledger.table.hasFocus()
    assert hand.ledger.table.current_id() == "org-3"

    hand.ledger.action_row.button("Lock round 1").setFocus()
    hand.press(Key.Key_Up, Key.Key_Up)
    assert hand.ledger.table.current_id() == "org-1"


@pytest.mark.parametrize(("row", "key"), [("org-1", Key.Key_Up), ("guest-1", Key.Key_Down)])
def test_an_arrow_past_the_rows_stays_in_the_table(hand: Hand, row: str, key: Qt.Key) -> None:
    locked_in_agreement(hand)
    hand.go_to(row)
    hand.press(key, key, key)

    assert hand.ledger.table.hasFocus()
    assert hand.ledger.table.current_id() == row


def test_left_and_right_go_from_button_to_button_and_not_out_of_them(hand: Hand) -> None:
    hand.press("1")
    row = hand.ledger.action_row
    row.button(row.labels()[0]).setFocus()
    hand.press(Key.Key_Right)
    assert row.button(row.labels()[1]).hasFocus()

    hand.press(Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert row.button(row.labels()[0]).hasFocus()
    hand.press(*[Key.Key_Right] * 9)
    assert row.button(row.labels()[-1]).hasFocus()
