"""What an organisation said in the round before, in the ledger until it is heard in the next."""

import pytest
from PySide6.QtCore import Qt

from facilitator.stages.values import state_authority
from tests.ui.stages.ledger.hand import Hand
from ui.desk import Desk
from ui.widgets.hairline_table import Cell

Key = Qt.Key


@pytest.fixture
def again(hand: Hand) -> Hand:
    """Round 2 is open; in round 1 the first objected and the others agreed."""
    hand.press("5", "Our grant", Key.Key_Down, Key.Key_Tab, "Only pooled outcomes", Key.Key_Return)
    hand.press("A", "L", "N")
    assert hand.round().number == 2
    return hand


def last_cell(hand: Hand, row: int) -> Cell:
    return hand.cell(row, hand.ledger.table.model().columnCount() - 1)


def test_the_objection_and_what_would_make_it_work_stand_there_while_it_is_asked(
    again: Hand,
) -> None:
    assert last_cell(again, 0) == Cell(
        "round 1: Objects (statutory duty): “Our grant” · would work: Only pooled outcomes",
        mute=True,
    )


def test_once_it_is_heard_only_what_it_says_now_stands_there(again: Hand) -> None:
    again.press("1")
    assert last_cell(again, 0) == Cell("")

    again.go_to("org-1")
    again.press("2", "Each quarter", Key.Key_Return)
    assert last_cell(again, 0) == Cell("“Each quarter”")


def test_who_had_no_words_shows_how_far_it_may_go(again: Hand, desk: Desk) -> None:
    desk.do(state_authority, "org-2", "Up to £50,000.")

    assert last_cell(again, 1).text == "May agree to: Up to £50,000."
    assert last_cell(again, 2).text == ""
