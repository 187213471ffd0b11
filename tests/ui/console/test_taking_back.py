"""What the console says, and offers, when something is taken back or brought back."""

from facilitator.stages.gather import join_organisation
from facilitator.stages.values import name_behaviours, open_value_round, propose
from tests.ui.walk.hands import Hands
from ui.console.window import Console


def go(hands: Hands, words: str) -> None:
    hands.go_to(words)
    hands.settle()


def value(console: Console, title: str) -> str:
    made = console.desk.do(propose, title)
    assert made is not None
    return made.id


def test_a_round_taken_back_and_brought_back_is_named(console: Console, hands: Hands) -> None:
    console.desk.do(join_organisation, "Police")
    console.desk.do(open_value_round, value(console, "Stay in the room"))
    go(hands, "Value: Stay in the room")
    hands.press("Ctrl+Z")
    assert console.status.text() == "Taken back: the opening of round 1 on “Stay in the room”"
    hands.press("Ctrl+Shift+Z")

    assert console.status.text() == "Brought back: the opening of round 1 on “Stay in the room”"


def test_what_was_about_another_value_is_one_enter_away(console: Console, hands: Hands) -> None:
    first = value(console, "Stay in the room")
    console.desk.do(name_behaviours, first, ("Ring first",), ())
    go(hands, "Purpose: If we vanished")
    hands.press("Ctrl+Z")
    assert console.status.text() == (
        "Taken back: “Ring first” under “Stay in the room” · Ctrl+K, then Enter, goes there"
    )
    hands.press("Ctrl+K", "Return")

    assert console.navigator.here()[1].id == "rounds"
    assert console.desk.focus.value == first


def test_what_is_on_the_page_offers_no_way_there(console: Console, hands: Hands) -> None:
    console.desk.do(open_value_round, value(console, "Stay in the room"))
    go(hands, "Value: Stay in the room")
    hands.press("Ctrl+Z")

    assert "Ctrl+K" not in console.status.text()
    assert console.back.elsewhere == ""


def test_the_way_there_goes_with_the_sentence(console: Console, hands: Hands) -> None:
    first = value(console, "Stay in the room")
    console.desk.do(name_behaviours, first, ("Ring first",), ())
    go(hands, "Purpose: If we vanished")
    hands.press("Ctrl+Z")
    assert console.back.elsewhere == first
    hands.enter("A card")

    assert console.status.text() == ""
    assert console.back.elsewhere == ""


def test_nothing_to_take_back_says_so(console: Console, hands: Hands) -> None:
    hands.press("Ctrl+Shift+Z")
    assert console.status.text() == "Nothing was taken back."
    hands.press("Ctrl+Z", "Ctrl+Z")

    assert console.status.text() == "There is nothing to take back."
