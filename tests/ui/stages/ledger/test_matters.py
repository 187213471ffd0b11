"""What can be asked about an organisation in a round, by one key, and what comes of the answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator import attendance
from facilitator.answering import SMALLEST_CHANGE
from facilitator.decision import Rule
from facilitator.stages.gather import choose_rule, join_member
from sessions.clock import SetClock
from tests.ui.stages.ledger.hand import Hand
from ui.desk import Desk
from ui.widgets.key_hint import KeyHint

Key = Qt.Key


def object_to(hand: Hand, organisation: str = "org-1") -> None:
    """An objection about a statutory duty."""
    hand.go_to(organisation)
    hand.press("5", "Our duty", Key.Key_Down, Key.Key_Return)


def test_what_would_make_it_work_is_asked_with_an_objection(hand: Hand) -> None:
    hand.press("5", "Our grant", Key.Key_Down)
    hand.ledger.editor.remedy.setFocus()
    hand.press("Only pooled outcomes", Key.Key_Return)

    said = hand.round().positions["org-1"]
    assert (said.text, said.category) == ("Our grant", "statutory_duty")
    assert said.would_work == "Only pooled outcomes"
    assert "would work: Only pooled outcomes" in hand.cell(0, 2).text


def test_the_smallest_change_is_asked_of_the_objector_and_of_the_room(
    hand: Hand, desk: Desk
) -> None:
    object_to(hand)
    hand.go_to("org-1")
    hand.press("W")
    assert desk.focus.question == SMALLEST_CHANGE

    hand.press("A limit", Key.Key_Return)
    assert hand.round().positions["org-1"].would_work == "A limit"
    assert desk.focus.question == ""


def test_leaving_the_smallest_change_takes_it_off_the_rooms_screen(hand: Hand, desk: Desk) -> None:
    object_to(hand)
    hand.go_to("org-1")
    hand.press("W", Key.Key_Escape)

    assert desk.focus.question == ""
    assert hand.round().positions["org-1"].would_work == ""


def test_who_agrees_is_not_asked_for_a_change(hand: Hand) -> None:
    hand.press("1", Key.Key_Up, "W")

    assert hand.refusals[-1][0] == "Org 1 asks for nothing in round 1."


def test_the_group_finds_an_objection_not_valid_and_thinks_again(hand: Hand) -> None:
    object_to(hand)
    hand.go_to("org-1")
    hand.press("V", "It is a wish, not a duty", Key.Key_Return)
    assert hand.round().positions["org-1"].not_valid == "It is a wish, not a duty"
    assert "not valid, recorded as a reservation" in hand.cell(0, 2).text

    hand.go_to("org-1")
    hand.press("V")
    assert hand.round().positions["org-1"].not_valid == ""


def test_an_objection_found_not_valid_does_not_block(hand: Hand) -> None:
    object_to(hand)
    hand.go_to("org-1")
    hand.press("V", "A wish", Key.Key_Return, "A", "L")

    assert hand.ledger.sentence.text() == (
        "Agreed with reservations, by consent: 4 of 4 voting organisations here, quorum met; "
        "the objection of Org 1 is recorded as a reservation."
    )


def test_an_objection_is_tested_after_the_lock_and_the_next_round_can_decide(hand: Hand) -> None:
    object_to(hand)
    hand.press("A", "L", "V", "A wish", Key.Key_Return)

    assert "not valid, recorded as a reservation: A wish" in hand.cell(0, 2).text
    assert hand.ledger.sentence.text() == (
        "Not yet: every objection and question has been settled, or found not to be valid, since, "
        "so the next round can decide."
    )
    hand.go_to("org-1")
    hand.press("V")
    assert hand.ledger.sentence.text() == "Not yet: Org 1 objects (statutory duty)."


def test_what_the_lock_was_counted_with_is_not_found_otherwise_afterwards(hand: Hand) -> None:
    object_to(hand)
    hand.go_to("org-1")
    hand.press("V", "A wish", Key.Key_Return, "A", "L")
    hand.go_to("org-1")
    hand.press("V")

    assert hand.refusals[-1][0].startswith("Round 1 was counted with that finding.")


@pytest.mark.parametrize(("code", "told"), [("5", True), ("4", False)])
def test_the_key_of_the_test_is_told_after_the_lock_where_somebody_objects(
    hand: Hand, code: str, told: bool
) -> None:
    hand.press(code, "Words", Key.Key_Down, Key.Key_Return, "A", "L")

    shown = [pair for hint in hand.ledger.findChildren(KeyHint) for pair in hint.pairs()]
    assert (("V", "not a valid objection") in shown) is told


def test_where_votes_are_counted_there_is_no_validity_to_test(hand: Hand, desk: Desk) -> None:
    desk.do(choose_rule, Rule(kind="majority", formal=True))
    object_to(hand)
    hand.go_to("org-1")
    hand.press("V")

    assert hand.refusals[-1][0] == (
        "Where votes are counted, an objection is a no. There is nothing to test."
    )


def test_a_declared_interest_makes_the_organisation_abstain_in_this_round_and_the_next(
    hand: Hand, desk: Desk
) -> None:
    hand.press("1", Key.Key_Up, "I", "Manages the charity", Key.Key_Return)
    assert hand.codes() == {"org-1": "abstain"}
    declared = next(iter(desk.workshop.interests.values()))
    assert (declared.member, declared.item) == ("org-1-lead", "Candour")

    hand.go_to("org-1")
    hand.press("1")
    assert hand.refusals[-1] == (
        "Org 1 declared an interest in this, so it abstains.",
        "abstain",
    )

    hand.go_to("org-2")
    hand.press("4", "Who pays?", Key.Key_Return, "A", "L")
    hand.ledger.open_next()
    assert hand.codes() == {"org-1": "abstain"}


def test_who_leaves_the_room_is_absent_from_that_minute(hand: Hand, desk: Desk) -> None:
    hand.press("1", "1")
    hand.go_to("org-2")
    hand.press("G", "A", "L")

    assert hand.codes()["org-2"] == "absent"
    assert desk.workshop.present_at(desk.minute()) == {"org-1", "org-3", "org-4", "guest-1"}


def test_who_comes_back_is_marked_as_here_by_the_same_key(hand: Hand, desk: Desk) -> None:
    hand.press("G", "G")
    assert hand.ledger.here_offer.button.text() == "Mark Org 1 as here"

    hand.press(Key.Key_Return)
    assert "org-1" in (desk.workshop.present_at(desk.minute()) or ())


def here(desk: Desk) -> set[str]:
    """The members of the first organisation who are here."""
    return {m for m in desk.workshop.people_at(desk.minute()) if m in ("org-1-lead", "deputy")}


def with_a_deputy(desk: Desk) -> None:
    """A second member of the first organisation came."""
    desk.do(join_member, "org-1", "Deputy", "", member_id="deputy")
    desk.do(attendance.arrive, "deputy", desk.minute())


def test_those_who_left_together_come_back_together(hand: Hand, desk: Desk) -> None:
    with_a_deputy(desk)
    hand.press("G")
    assert here(desk) == set()
    hand.press("G", Key.Key_Return)

    assert here(desk) == {"org-1-lead", "deputy"}


def test_who_went_home_before_the_others_left_stays_away(
    hand: Hand, desk: Desk, clock: SetClock
) -> None:
    with_a_deputy(desk)
    desk.do(attendance.leave, "deputy", desk.minute())
    clock.forward(300)
    hand.press("G", "G", Key.Key_Return)

    assert here(desk) == {"org-1-lead"}


def test_the_offer_names_who_comes_and_the_way_out(hand: Hand, desk: Desk) -> None:
    with_a_deputy(desk)
    hand.press("G", "G")
    offer = hand.ledger.here_offer
    (hint,) = offer.findChildren(KeyHint)
    assert "Chief executive and Deputy came" in " ".join(
        x.text() for x in offer.findChildren(QLabel)
    )
    assert ("Esc", "leave it") in hint.pairs()

    hand.press(Key.Key_Escape)
    assert offer.isHidden()
    assert here(desk) == set()


def test_a_mandate_is_confirmed_on_a_date(hand: Hand, desk: Desk) -> None:
    desk.do(attendance.leave, "org-1-lead", desk.minute())
    desk.do(join_member, "org-1", "Deputy", "", True, False, member_id="deputy")
    desk.do(attendance.arrive, "deputy", desk.minute())
    hand.press("A", "L")
    hand.go_to("org-1")
    hand.press("C")
    assert hand.ledger.editor.line.text() == desk.minute()[:10]

    hand.ledger.editor.line.clear()
    hand.press("25 Mar 2026", Key.Key_Return)
    assert hand.round().mandates == {"org-1": "2026-03-25"}


def test_a_mandate_that_nobody_waits_for_is_refused(hand: Hand) -> None:
    hand.press("A", "L")
    hand.go_to("org-1")
    hand.press("C")

    assert hand.refusals[-1][0] == "Org 1's position is not waiting for a mandate."


def test_a_locked_round_changes_only_with_a_reason(hand: Hand) -> None:
    hand.press("A", "L")
    hand.go_to("org-1")
    hand.press("6")
    assert not hand.ledger.editor.line.isVisible()

    hand.press(Key.Key_Return)
    assert hand.refusals[-1][0] == (
        "A locked round changes only for a reason, which is recorded. What is it?"
    )
    hand.press("We had misheard", Key.Key_Return)

    assert hand.codes()["org-1"] == "abstain"
    (corrected,) = hand.round().corrections
    assert (corrected.before.code, corrected.why) == ("agree", "We had misheard")
    assert "Corrected: We had misheard" in hand.cell(0, 2).text


def test_a_correction_to_an_objection_asks_for_its_words_category_and_reason(hand: Hand) -> None:
    hand.press("A", "L")
    hand.go_to("org-1")
    hand.press("5", "Our duty", Key.Key_Down)
    hand.ledger.editor.why.setFocus()
    hand.press("They had not been heard", Key.Key_Return)

    assert hand.round().positions["org-1"].category == "statutory_duty"
    assert hand.ledger.sentence.text() == "Not yet: Org 1 objects (statutory duty)."


def test_the_answer_asked_for_first_is_the_one_that_blocks(hand: Hand) -> None:
    object_to(hand, "guest-1")
    hand.go_to("org-3")
    hand.press("4", "Who pays?", Key.Key_Return, "A", "L")

    assert hand.ledger.action_row.labels()[0] == "Answer Org 3's question"


def test_a_late_objection_is_settled_by_the_same_key(hand: Hand) -> None:
    hand.press("7", "A", "L")
    hand.go_to("org-1")
    hand.press("5", "Our duty", Key.Key_Down, Key.Key_Return)
    assert hand.ledger.sentence.text() == (
        "On the table again: Org 1 (statutory duty) objected late."
    )

    hand.go_to("org-1")
    hand.press("R", "Reworded", Key.Key_Return)
    assert hand.ledger.sentence.text().startswith("Agreed by consent")


@pytest.mark.parametrize("key", ["W", "V", "R", "M"])
def test_keys_before_the_first_round_do_nothing(hand: Hand, key: str) -> None:
    hand.press(key)

    assert hand.codes() == {}
    assert hand.refusals == []


def test_a_click_on_a_position_takes_it_for_the_row_in_hand(hand: Hand, qtbot: QtBot) -> None:
    button = hand.ledger.palette_of_positions.button("1")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert hand.codes() == {"org-1": "agree", "org-2": "agree"}
    assert hand.ledger.table.hasFocus()


def test_tab_goes_from_the_reason_to_what_would_make_it_work(hand: Hand) -> None:
    hand.press("5", "Our grant", Key.Key_Down, Key.Key_Tab, "Say which b", Key.Key_Return)

    said = hand.round().positions["org-1"]
    assert (said.category, said.would_work) == ("statutory_duty", "Say which b")
