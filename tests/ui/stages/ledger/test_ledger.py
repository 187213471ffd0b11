import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from facilitator.attendance import leave
from facilitator.rounds import latest_round
from sessions.clock import SetClock
from tests.ui.stages.ledger.hand import Hand
from ui.desk import Desk

Key = Qt.Key


def test_the_first_key_opens_the_first_round_and_goes_on_to_the_next_organisation(
    hand: Hand,
) -> None:
    hand.press("1")

    assert hand.codes() == {"org-1": "agree"}
    assert hand.ledger.table.current_id() == "org-2"


def test_the_keys_follow_the_order_of_the_codes(hand: Hand) -> None:
    hand.press("1", "6", "7")

    assert hand.codes() == {"org-1": "agree", "org-2": "abstain", "org-3": "absent"}


def test_a_reservation_is_asked_for_in_the_words_of_the_domain_and_kept_word_for_word(
    hand: Hand,
) -> None:
    hand.press("2")
    assert hand.ledger.editor.line.accessibleName() == (
        "What is Org 1's reservation? It is kept word for word."
    )

    hand.press("Only for pooled outcomes", Key.Key_Return)

    found = latest_round(hand.desk.workshop, "V1")
    assert found is not None
    assert found.positions["org-1"].text == "Only for pooled outcomes"
    assert hand.ledger.editor.isHidden()
    assert hand.ledger.table.hasFocus()


def test_escape_leaves_the_words_and_takes_no_position(hand: Hand) -> None:
    hand.press("2", "Perhaps not", Key.Key_Escape)

    assert hand.codes() == {}
    assert hand.ledger.table.hasFocus()
    assert hand.ledger.table.current_id() == "org-1"


def test_an_objection_takes_its_category_by_a_key_with_alt(hand: Hand, qtbot: QtBot) -> None:
    hand.press("5", "We cannot share the register")
    modifier = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(hand.ledger.editor.line, Key.Key_1, modifier)
    hand.press(Key.Key_Return)

    found = latest_round(hand.desk.workshop, "V1")
    assert found is not None
    assert found.positions["org-1"].category == "statutory_duty"


def test_an_objection_takes_its_category_by_the_arrows(hand: Hand) -> None:
    hand.press("5", "It will hurt", Key.Key_Down, Key.Key_Down, Key.Key_Return)

    found = latest_round(hand.desk.workshop, "V1")
    assert found is not None
    assert found.positions["org-1"].category == "harm"


def test_an_objection_without_a_category_is_refused_and_its_words_stay(hand: Hand) -> None:
    hand.press("5", "We do not like it", Key.Key_Return)

    assert hand.codes() == {}
    assert hand.refusals[-1][1] == "reservation"
    assert hand.ledger.editor.line.text() == "We do not like it"


def test_an_objection_can_be_recorded_as_a_reservation_instead(hand: Hand, qtbot: QtBot) -> None:
    hand.press("5", "We do not like it")
    qtbot.keyClick(hand.ledger.editor.reservation_button, Key.Key_Return)

    assert hand.codes() == {"org-1": "reservation"}


def test_everyone_here_agrees_leaves_those_who_have_been_heard_and_those_who_are_away(
    hand: Hand, desk: Desk
) -> None:
    desk.do(leave, "org-3-lead", desk.minute())
    hand.press("6", "A")

    assert hand.codes() == {
        "org-1": "abstain",
        "org-2": "agree",
        "org-4": "agree",
        "guest-1": "agree",
    }


def test_an_organisation_that_is_not_here_is_offered_to_be_marked_and_then_heard(
    hand: Hand, desk: Desk, clock: SetClock
) -> None:
    desk.do(leave, "org-1-lead", desk.minute())
    clock.forward(60)
    hand.press("2")
    assert hand.refusals[-1][1] == "mark_here"
    assert hand.ledger.here_offer.button.text() == "Mark Org 1 as here"
    assert hand.ledger.here_offer.button.hasFocus()

    hand.press(Key.Key_Return, "We must ask first", Key.Key_Return)

    assert hand.codes() == {"org-1": "reservation"}


def test_locking_too_early_goes_to_whoever_is_still_to_be_heard(hand: Hand) -> None:
    hand.press("1", Key.Key_Down, "1", "1", "1", "L")

    assert hand.refusals[-1][0] == "Still to hear: Org 2."
    assert hand.ledger.table.current_id() == "org-2"


def test_the_result_stands_under_the_table_after_the_lock(hand: Hand) -> None:
    hand.press("A", "L")

    assert hand.ledger.sentence.text() == (
        "Agreed by consent: 4 of 4 voting organisations here, quorum met."
    )


def test_an_objection_is_settled_in_the_rooms_words(hand: Hand) -> None:
    hand.press("5", "Our grant", Key.Key_Up, Key.Key_Return, "A", "L")
    hand.ledger.table.go_to("org-1")
    hand.press("R", "Reworded to pooled outcomes", Key.Key_Return)

    assert "resolved: Reworded to pooled outcomes" in hand.cell(0, 2).text
    assert hand.ledger.action_row.labels() == ["Open round 2"]


def test_settling_where_nothing_is_open_is_refused_in_plain_words(hand: Hand) -> None:
    hand.press("1", Key.Key_Up, "R")

    assert hand.refusals[-1][0] == "Org 1 has neither an objection nor a question in round 1."


def test_an_absent_organisation_speaks_late_after_the_lock(hand: Hand) -> None:
    hand.press("7", "A", "L")
    hand.ledger.table.go_to("org-1")
    hand.press("2", "We need it in writing", Key.Key_Return)

    found = latest_round(hand.desk.workshop, "V1")
    assert found is not None
    assert found.late["org-1"].text == "We need it in writing"
    assert hand.cell(0, 2).text == "Came late. “We need it in writing”"


def test_an_open_round_is_marked_and_a_locked_one_is_not(hand: Hand) -> None:
    across = Qt.Orientation.Horizontal
    hand.press("A")
    assert hand.ledger.table.model().headerData(1, across) == "Round 1 · open"

    hand.press("L")
    assert hand.ledger.table.model().headerData(1, across) == "Round 1"


def test_a_click_into_the_open_round_offers_the_seven_positions(
    hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The offscreen platform warns when a menu grabs the keyboard, so it is only caught here.
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _spot: opened.append(menu))
    table = hand.ledger.table
    spot = table.visualRect(table.model().index(1, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert len(opened[0].actions()) == 7
    opened[0].actions()[0].trigger()

    assert hand.codes() == {"org-2": "agree"}


def test_a_click_on_a_name_offers_nothing(
    hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _spot: opened.append(menu))
    table = hand.ledger.table
    spot = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert opened == []


def test_keys_in_the_words_take_no_position(hand: Hand) -> None:
    hand.press("2", "1 and 7 and ALR")

    assert hand.codes() == {}
    assert hand.ledger.editor.line.text() == "1 and 7 and ALR"


def test_enter_opens_the_words_again_to_correct_them(hand: Hand) -> None:
    hand.press("2", "Ony if", Key.Key_Return, Key.Key_Up, Key.Key_Return)
    assert hand.ledger.editor.line.text() == "Ony if"

    hand.press("Only if", Key.Key_Return)

    found = latest_round(hand.desk.workshop, "V1")
    assert found is not None
    assert found.positions["org-1"].text == "Only if"
