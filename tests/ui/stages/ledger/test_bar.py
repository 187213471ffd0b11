"""The bar is as long as everybody who is asked, and what nobody has said yet stays empty."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from facilitator.attendance import arrive, leave
from facilitator.stages.gather import join_member, join_organisation
from tests.ui.stages.ledger.hand import Hand
from ui.desk import Desk
from ui.stages.ledger.room import where_we_stand
from ui.stages.values.practice import to_practise
from ui.theme.tokens import position_look

Key = Qt.Key


def colour_at(hand: Hand, share: float) -> str:
    """The colour of the bar at this share of its width, above its words."""
    picture = hand.ledger.bar.grab().toImage()
    colour = picture.pixelColor(round(picture.width() * share), 5)
    return QColor(colour).name().upper()


def test_one_who_is_heard_does_not_fill_the_bar(hand: Hand) -> None:
    hand.press("1")

    assert hand.ledger.bar.accessibleName() == "1 support, 4 not heard yet"
    assert colour_at(hand, 0.05) == position_look("agree").colour
    assert colour_at(hand, 0.9) == hand.ledger.palette().window().color().name().upper()


def test_once_everybody_is_heard_the_bar_is_full(hand: Hand) -> None:
    hand.press("1", "A")

    assert hand.ledger.bar.accessibleName() == "5 support"
    assert colour_at(hand, 0.9) == position_look("agree").colour


def test_who_has_left_is_not_waited_for_in_the_bar(hand: Hand, desk: Desk) -> None:
    hand.press("1")
    desk.do(leave, "org-4-lead", desk.minute())

    assert hand.ledger.bar.accessibleName() == "1 support, 3 not heard yet"


def test_hands_that_were_not_raised_are_not_heard_yet(hand: Hand) -> None:
    hand.press("H", "2 1", Key.Key_Return)

    assert hand.ledger.bar.accessibleName() == "2 support, 1 live with it, 2 not heard yet"


def test_the_room_sees_the_same_empty_part(hand: Hand, desk: Desk) -> None:
    hand.press("1", "1")

    seen = where_we_stand(desk.workshop, hand.round(), desk.focus)
    assert (seen.positions, seen.silent) == ((("agree", 2),), 3)


def test_a_locked_round_waits_for_nobody(hand: Hand, desk: Desk) -> None:
    hand.press("A", "L")
    desk.do(join_organisation, "Newcomer", organisation_id="new")
    desk.do(join_member, "new", "Chair", member_id="new-lead")
    desk.do(arrive, "new-lead", desk.minute())

    assert hand.ledger.bar.accessibleName() == "5 support"
    assert where_we_stand(desk.workshop, hand.round(), desk.focus).silent == 0


def test_the_short_words_are_those_that_were_practised(desk: Desk) -> None:
    for each in to_practise(desk.workshop.rule):
        word = position_look(each.code).word
        assert word in each.words.lower(), f"“{word}” was practised as “{each.words}”"
