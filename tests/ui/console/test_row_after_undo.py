"""Taking a position back brings the row back with it: the key that puts it right comes next."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.rounds import latest_round
from facilitator.stages.gather import join_organisation
from facilitator.stages.values import propose
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.stages.ledger.ledger import PositionLedger

NAMES = ("Council", "Police", "Trust", "Voice")


@pytest.fixture
def ledger(console: Console, hands: Hands) -> PositionLedger:
    """Four organisations and one value in hand, on which nobody has been heard."""
    for name in NAMES:
        console.desk.do(join_organisation, name, organisation_id=name)
    console.desk.do(propose, "Candour", value_id="V1")
    console.desk.do(propose, "Care", value_id="V2")
    hands.go_to("Value: Candour")
    hands.settle()
    assert console.page is not None
    (found,) = console.page.findChildren(PositionLedger)
    return found


def codes(console: Console) -> dict[str, str]:
    found = latest_round(console.desk.workshop, "V1")
    return {o: p.code for o, p in found.positions.items()} if found else {}


def test_the_key_after_an_undo_is_for_the_organisation_that_it_was_about(
    console: Console, hands: Hands, ledger: PositionLedger
) -> None:
    hands.press("1", "1", "1", "Ctrl+Z", "6")

    assert codes(console) == {"Council": "agree", "Police": "agree", "Trust": "abstain"}


def test_several_undos_go_up_row_by_row_and_redo_comes_down_again(
    console: Console, hands: Hands, ledger: PositionLedger
) -> None:
    hands.press("1", "1", "1", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert ledger.table.current_id() == "Council"

    hands.press("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert ledger.table.current_id() == "Police"
    hands.press("6")
    assert codes(console) == {"Council": "agree", "Police": "abstain"}


def test_an_empty_question_about_another_organisation_is_left(
    console: Console, hands: Hands, ledger: PositionLedger
) -> None:
    hands.press("1", "5")
    assert ledger.asking.is_busy
    hands.press("Ctrl+Z", "6")

    assert codes(console) == {"Council": "abstain"}
    assert not ledger.asking.is_busy


def test_words_in_another_line_stay_with_whom_they_are_about(
    console: Console, hands: Hands, ledger: PositionLedger
) -> None:
    hands.press("1", "5", "Tab")
    hands.type("A limit")
    hands.press("Shift+Tab", "Ctrl+Z")

    assert ledger.editor.remedy.text() == "A limit"
    assert ledger.table.current_id() == "Police"


def test_those_who_agreed_together_are_taken_back_to_the_first_of_them(
    console: Console, hands: Hands, ledger: PositionLedger
) -> None:
    hands.press("1", "A")
    ledger.table.go_to("Voice")
    hands.press("Ctrl+Z")

    assert ledger.table.current_id() == "Police"


def test_after_a_lock_is_taken_back_too_the_keyboard_is_on_the_row(
    console: Console, hands: Hands, ledger: PositionLedger
) -> None:
    hands.press("1", "1", "1", "1", "L", "Ctrl+Z", "Ctrl+Z")

    assert ledger.table.current_id() == "Voice"
    assert QApplication.focusWidget() is ledger.table


def test_what_was_about_another_value_leaves_the_row(
    console: Console, hands: Hands, ledger: PositionLedger
) -> None:
    hands.press("1", "1")
    hands.go_to("Value: Care")
    hands.settle()
    hands.press("Down", "Down", "Ctrl+Z")

    assert codes(console) == {"Council": "agree"}
    assert ledger.table.current_id() == "Trust"
