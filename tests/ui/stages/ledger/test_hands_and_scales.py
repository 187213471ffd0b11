"""A show of hands, the gradients, and a round that the room does not see yet."""

import pytest
from PySide6.QtCore import Qt

from facilitator.decision import Rule
from facilitator.stages.gather import choose_rule
from tests.ui.stages.ledger.hand import Hand
from ui.desk import Desk
from ui.stages.ledger.matters import counted
from ui.stages.ledger.room import where_we_stand

Key = Qt.Key


def test_a_show_of_hands_opens_the_round_and_stands_in_the_bar_at_once(hand: Hand) -> None:
    hand.press("H", "3 1 0 1", Key.Key_Return)

    assert hand.round().hands == {"agree": 3, "reservation": 1, "need_more": 1}
    assert hand.ledger.bar.accessibleName() == "3 support, 1 live with it, 1 need an answer"
    assert hand.ledger.sentence.text() == (
        "Hands: 3 in support, 1 reservation and 1 question. Now say whose hands these were: "
        "1 reservation and 1 question."
    )


def test_what_is_counted_is_said_while_it_is_typed(hand: Hand) -> None:
    hand.press("H", "3 1")

    assert hand.ledger.editor.remark.text() == "3 in support and 1 reservation · 4 of 5 here"


def test_only_those_who_differ_are_named_and_the_others_follow_with_one_key(hand: Hand) -> None:
    hand.press("H", "4 1", Key.Key_Return)
    hand.go_to("org-3")
    hand.press("2", "Only if", Key.Key_Return)
    assert hand.ledger.sentence.text() == (
        "Hands: 4 in support and 1 reservation. The other 4 stand at “support”: press A."
    )
    assert hand.ledger.action_row.labels()[0] == "The other 4: support"

    hand.press("A")
    assert hand.codes() == {
        "org-3": "reservation",
        "org-1": "agree",
        "org-2": "agree",
        "org-4": "agree",
        "guest-1": "agree",
    }


def test_the_others_wait_until_those_who_differ_are_named(hand: Hand) -> None:
    hand.press("H", "4 1", Key.Key_Return, "A")

    assert hand.refusals[-1][0] == "First say whose hands these were: 1 reservation."
    assert hand.codes() == {}


def test_more_hands_than_organisations_are_counted_again(hand: Hand) -> None:
    hand.press("H", "9 2", Key.Key_Return)

    assert hand.refusals[-1][0] == (
        "That is 11 hands, and 5 organisations are here. Count again: one hand for each "
        "organisation."
    )
    assert hand.ledger.editor.line.text() == "9 2"


def test_no_hands_are_no_count(hand: Hand) -> None:
    hand.press("H", "none", Key.Key_Return)

    assert hand.refusals[-1][0] == (
        "Nobody has raised a hand. Type how many take each position, as in 9 2."
    )


def test_counts_are_read_in_the_order_of_the_keys() -> None:
    assert counted("9, 2/0 1 ") == {"agree": 9, "reservation": 2, "need_more": 1}
    assert counted("") == {}
    assert counted("1 1 1 1 1 1 1 1") == dict.fromkeys(
        ("agree", "reservation", "stand_aside", "need_more", "object", "abstain"), 1
    )


def test_gradients_take_the_keys_one_to_eight_and_nine_for_absence(hand: Hand, desk: Desk) -> None:
    desk.do(choose_rule, Rule(scale="gradients"))
    hand.press("1", "2", "4", "9")

    assert hand.codes() == {
        "org-1": "agree",
        "org-2": "agree",
        "org-3": "abstain",
        "org-4": "absent",
    }
    assert hand.round().positions["org-2"].gradient == "minor_contention"
    assert hand.cell(1, 1).text == "minor contention"


def test_serious_disagreement_asks_the_organisation_which_it_means(hand: Hand, desk: Desk) -> None:
    desk.do(choose_rule, Rule(scale="gradients"))
    hand.press("7")
    assert hand.codes() == {}
    assert hand.ledger.sentence.text() == (
        "Serious disagreement: ask Org 1 which of these it means."
    )
    assert [o.code for o in hand.ledger.palette_of_positions.offers()] == [
        "reservation",
        "stand_aside",
        "need_more",
        "object",
    ]

    hand.press("3", "The night shifts", Key.Key_Return)
    said = hand.round().positions["org-1"]
    assert (said.code, said.gradient) == ("stand_aside", "serious_disagreement")
    assert len(hand.ledger.palette_of_positions.offers()) == 9


def test_escape_leaves_the_question_which_it_means(hand: Hand, desk: Desk) -> None:
    desk.do(choose_rule, Rule(scale="gradients"))
    hand.press("7", Key.Key_Escape)

    assert hand.codes() == {}
    assert len(hand.ledger.palette_of_positions.offers()) == 9


@pytest.mark.parametrize("keys", [("3",), ("I",), ("H",)])
def test_leaving_what_was_asked_next_offers_the_whole_scale_again(
    hand: Hand, desk: Desk, keys: tuple[str, ...]
) -> None:
    desk.do(choose_rule, Rule(scale="gradients"))
    hand.press("7", *keys)
    assert hand.ledger.editor.isVisible()
    hand.press(Key.Key_Escape)

    assert len(hand.ledger.palette_of_positions.offers()) == 9
    assert "which of these" not in hand.ledger.sentence.text()
    hand.press("4")
    assert hand.round().positions["org-1"].gradient == "abstain"


def test_a_lock_that_is_refused_offers_the_whole_scale_again(hand: Hand, desk: Desk) -> None:
    desk.do(choose_rule, Rule(scale="gradients"))
    hand.press("1", "7", "L")

    assert hand.refusals
    assert len(hand.ledger.palette_of_positions.offers()) == 9


def test_who_is_marked_as_here_first_keeps_the_gradient_that_was_said(
    hand: Hand, desk: Desk
) -> None:
    desk.do(choose_rule, Rule(scale="gradients"))
    hand.press("1")
    hand.go_to("org-2")
    hand.press("G", "8")
    hand.ledger.here_offer.button.click()
    hand.press("Our duty", Key.Key_Down, Key.Key_Return)

    assert hand.round().positions["org-2"].gradient == "veto"


def test_dont_like_but_will_support_is_a_reservation_in_its_own_words(
    hand: Hand, desk: Desk
) -> None:
    desk.do(choose_rule, Rule(scale="gradients"))
    hand.press("6", "We will carry it", Key.Key_Return)

    said = hand.round().positions["org-1"]
    assert (said.code, said.text) == ("reservation", "We will carry it")
    assert said.gradient == "dislike_but_support"


def test_a_concealed_round_tells_the_room_only_how_many_are_heard(hand: Hand, desk: Desk) -> None:
    hand.ledger.conceal()
    hand.press("1", "1", "5", "Our duty", Key.Key_Down, Key.Key_Return)

    seen = where_we_stand(desk.workshop, hand.round(), desk.focus)
    assert (seen.positions, seen.to_answer, seen.heard) == ((), "", "3 of 5 heard")


def test_showing_comes_first_once_everybody_is_heard_and_then_locking(
    hand: Hand, desk: Desk
) -> None:
    hand.ledger.conceal()
    hand.press("A")
    assert hand.ledger.action_row.labels() == ["Show where we stand", "Lock round 1"]

    hand.ledger.action_row.button("Show where we stand").click()
    assert hand.ledger.action_row.labels() == ["Lock round 1"]
    assert where_we_stand(desk.workshop, hand.round(), desk.focus).positions == (("agree", 5),)


def test_a_locked_round_is_shown_though_the_next_one_will_be_concealed(
    hand: Hand, desk: Desk
) -> None:
    hand.ledger.conceal()
    hand.press("A", "L")

    assert where_we_stand(desk.workshop, hand.round(), desk.focus).positions == (("agree", 5),)
    assert desk.focus.concealed


def test_the_key_of_the_capture_pages_hides_and_shows(hand: Hand, desk: Desk, qtbot) -> None:
    hand.press("1")
    qtbot.keyClick(hand.ledger.table, Key.Key_H, Qt.KeyboardModifier.ControlModifier)

    assert desk.focus.concealed
    assert "Show where we stand" in hand.ledger.action_row.labels()


def test_hiding_where_everybody_stands_leaves_the_keyboard_in_the_words(
    hand: Hand, desk: Desk, qtbot
) -> None:
    hand.press("5", "We ")
    qtbot.keyClick(hand.ledger.editor.line, Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    hand.press("cannot")

    assert desk.focus.concealed
    assert hand.ledger.editor.said().words == "We cannot"


def test_which_position_was_meant_is_not_answered_for_another_organisation(
    hand: Hand, desk: Desk
) -> None:
    desk.do(choose_rule, Rule(scale="gradients"))
    hand.press("7", Key.Key_Down)
    assert len(hand.ledger.palette_of_positions.offers()) == 9
    assert "which of these" not in hand.ledger.sentence.text()

    hand.press("1")
    assert hand.codes() == {"org-2": "agree"}
    assert hand.round().positions["org-2"].gradient == "endorsement"


def test_escape_on_the_table_leaves_the_words_that_are_asked_for(hand: Hand) -> None:
    hand.press("5", "Our duty")
    hand.ledger.table.setFocus()
    hand.press(Key.Key_Escape)

    assert hand.ledger.editor.isHidden()
    assert hand.ledger.action_row.isVisible()


def test_leaving_the_count_of_hands_opens_no_round(hand: Hand) -> None:
    hand.press("H", "3", Key.Key_Escape)

    assert hand.codes() == {}
    assert hand.desk.workshop.rounds == {}


def test_hands_are_not_counted_again_in_a_locked_round(hand: Hand) -> None:
    hand.press("A", "L")
    hand.go_to("org-1")
    hand.press("H")

    assert hand.refusals[-1][0] == ("Round 1 is locked. Open the next round to count again.")
    assert len(hand.desk.workshop.rounds) == 1


def test_the_gradient_that_is_asked_about_has_the_sign_of_no_position(
    hand: Hand, desk: Desk
) -> None:
    desk.do(choose_rule, Rule(scale="gradients"))
    hand.ledger.show_subject(desk.workshop, "V1")
    palette = hand.ledger.palette_of_positions

    def objects(key: str) -> bool:
        """Whether anything on a button is as warm as the sign of an objection."""
        picture = palette.button(key).grab().toImage()
        places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        colours = (picture.pixelColor(x, y) for x, y in places)
        return any(each.red() - each.blue() > 60 for each in colours)

    assert (objects("7"), objects("8")) == (False, True)
    hand.press("7")
    assert objects("5")
