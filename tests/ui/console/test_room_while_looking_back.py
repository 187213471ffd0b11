"""The room while the console looks back: it sees nothing of the past, and the present goes on."""

import pytest

from facilitator.board import capture
from facilitator.car_park import park
from facilitator.guide import Guide
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.values import park_value, propose
from sessions.clock import SetClock
from tests.ui.console.moments import past, seen, written
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console
from ui.room.view import RoomView


@pytest.fixture
def room_saw(console: Console) -> list[RoomView]:
    """Every view that the room's screen and its preview are given, from now on."""
    seen: list[RoomView] = []
    for screen in (console.room.window.canvas, console.side.preview):

        def noted(view: RoomView, show=screen.show_view) -> None:
            seen.append(view)
            show(view)

        screen.show_view = noted
    return seen


def test_the_room_sees_nothing_of_the_past(
    console: Console, hands: Hands, clock: SetClock, room_saw: list[RoomView]
) -> None:
    hands.press("F5")
    secret = console.desk.do(propose, "Shame the county", "We shame the county first.").id
    hands.go_to("Value: Shame the county")
    console.desk.do(park_value, secret, "The chair", "Who said this?", "2026-06-10")
    console.desk.do(propose, "No surprises", "Nobody learns it from the news.")
    hands.go_to("Value: No surprises")
    before = console.room.window.canvas.accessibleDescription()
    now = room_saw[-1]
    picture = console.room.window.canvas.grab().toImage()
    room_saw.clear()
    hands.press("Ctrl+B")
    shown = set()
    while console.time_line.slider.value() > 0:
        hands.press("Left", "Ctrl+Down")
        # Whatever happens now makes the console give the room its view again.
        console.desk.do_when_due(capture, "Said elsewhere", "purpose", "only-us")
        console.tick()
        page = past(console).page
        assert page is not None
        shown.update(read(page))
    hands.press("Esc")

    assert any("Shame the county" in words for words in shown), "the console looked at it"
    assert len(room_saw) > 10
    assert set(room_saw) == {now}, "the same view all the while"
    assert console.room.window.canvas.accessibleDescription() == before
    assert console.room.window.canvas.grab().toImage() == picture


def test_hiding_and_taking_in_hand_in_the_past_stays_out_of_the_room(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    written(console, hands, clock, "One")
    focus = console.desk.focus
    hands.press("Ctrl+B")
    past(console).desk.focus_on(
        value="another", turned=frozenset({("purpose", "only-us")}), inject="i1"
    )

    assert console.desk.focus == focus
    hands.press("Esc")
    assert console.desk.focus == focus


def test_what_comes_while_looking_back_moves_nothing_and_is_there_afterwards(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    written(console, hands, clock, "One", "Two")
    hands.press("F5", "Ctrl+H", "Ctrl+B", "Left")
    words, stop = console.time_line.words(), console.time_line.slider.value()
    console.desk.session.do(capture, "From the next table", "purpose", "only-us")
    console.desk.session.do(park, "The eastern bypass")
    hands.settle()

    assert (console.time_line.words(), console.time_line.slider.value()) == (words, stop)
    assert seen(console) == ["One"]
    assert "The eastern bypass" not in read(console.side)
    assert "From the next table" in console.room.window.canvas.accessibleDescription()
    hands.press("Esc")
    assert "From the next table" in [c.text for c in console.desk.workshop.contributions.values()]
    assert console.desk.workshop.card_count("purpose", "only-us") == 3


def test_the_clock_of_the_room_goes_on_while_the_console_looks_back(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    written(console, hands, clock, "One", "Two")
    left = console.navigator.clock()[0]
    hands.press("Ctrl+B", "Left")
    clock.forward(60)
    console.tick()

    assert console.navigator.clock()[0] == left - 60


def test_an_inject_that_is_due_arrives_in_the_room_while_the_console_looks_back(
    console: Console, hands: Hands, clock: SetClock, guide: Guide
) -> None:
    hands.go_to("Rehearsal: Play")
    pack = guide.packs["SC1"]
    made = console.desk.do(choose_scenario, pack).id
    console.desk.do(start_clock, made, console.desk.seconds(), from_minute=25)
    news = [inject for inject in pack.injects if inject.for_everyone]
    first = min(news, key=lambda inject: inject.at_min)
    hands.press("F5", "Ctrl+B", "Left")
    words = console.time_line.words()
    for _ in range(first.at_min - 25):
        clock.forward(60)
        console.tick()
    hands.settle()

    assert first.id in console.desk.workshop.rehearsals[made].played
    assert first.text in console.room.window.canvas.accessibleDescription()
    assert not console.notice.sentence()
    assert console.time_line.words() == words
    hands.press("Esc")
    assert first.text in console.room.window.canvas.accessibleDescription(), "and stays there"
