"""What is written in silence stays off the room's screen until it is shown there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.attribution import choose_for_member, choose_for_step
from facilitator.board import capture
from facilitator.stages.gather import join_member, join_organisation, name_workshop
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.console.steps import clipped, cut_off
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console
from ui.room.view import RoomView

SECRET = "Close Ward 9 and say so"
STAGES = ("gather", "purpose", "values", "rehearsal", "commitments", "agreement")
LONG_PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwll and the Greater Upper Valley of the Ebbw"


@pytest.fixture
def seen(console: Console, hands: Hands) -> list[RoomView]:
    """Every view that the room's screen is given from now on."""
    hands.press("F5")
    given: list[RoomView] = []
    canvas = console.room.window.canvas
    show = canvas.show_view

    def noted(view: RoomView) -> None:
        given.append(view)
        show(view)

    canvas.show_view = noted  # type: ignore[method-assign]
    return given


def strings(seen: list[RoomView]) -> str:
    return "\n".join(words for view in seen for words in view.strings())


def test_a_card_never_flashes_up_while_it_is_written(
    console: Console, hands: Hands, seen: list[RoomView]
) -> None:
    hands.go_to("Purpose: What only we can do")
    hands.enter(SECRET)
    hands.enter("Another")
    hands.press("Ctrl+Z", "Ctrl+Shift+Z")
    console.tick()

    assert len(console.desk.workshop.contributions) == 2
    assert SECRET not in strings(seen)
    assert seen[-1].summary == "2 written, hidden until you are ready"
    assert SECRET not in console.room.window.canvas.accessibleDescription()


def test_coming_and_going_between_steps_shows_nothing(
    console: Console, hands: Hands, seen: list[RoomView]
) -> None:
    hands.go_to("Purpose: Why are we bothering?")
    hands.enter("Because I must")
    hands.go_to("Purpose: What only we can do")
    hands.enter(SECRET)
    hands.press("PgDown", "PgUp", "PgUp", "PgDown")

    assert "Because I must" in strings(seen)
    assert SECRET not in strings(seen)


def test_showing_one_step_leaves_the_next_one_hidden(
    console: Console, hands: Hands, seen: list[RoomView]
) -> None:
    hands.go_to("Purpose: What only we can do")
    hands.enter("First question")
    hands.press("Ctrl+H")
    assert [card.text for card in seen[-1].cards] == ["First question"]
    hands.press("PgDown")
    hands.enter(SECRET)

    assert seen[-1].eyebrow == "Purpose"
    assert SECRET not in strings(seen)


def test_a_step_that_was_shown_is_still_shown_when_one_comes_back_to_it(
    console: Console, hands: Hands, seen: list[RoomView]
) -> None:
    hands.go_to("Purpose: What only we can do")
    hands.enter("First question")
    hands.press("Ctrl+H", "PgDown", "PgUp")

    assert [card.text for card in seen[-1].cards] == ["First question"]


def test_the_preview_on_the_console_shows_what_the_room_sees(
    console: Console, hands: Hands, seen: list[RoomView]
) -> None:
    hands.go_to("Purpose: What only we can do")
    hands.enter(SECRET)

    assert SECRET not in console.side.preview.accessibleDescription()


def test_after_a_restart_a_silent_step_is_hidden_again(
    console: Console, hands: Hands, shown: Callable[[Session], Console], clock: SetClock
) -> None:
    hands.go_to("Purpose: What only we can do")
    hands.enter(SECRET)
    hands.press("Ctrl+H")
    path: Path = console.desk.session.path
    console.close()
    again = shown(Session.open(path, clock=clock))
    hands.press("F5")

    assert again.navigator.here()[1].id == "only-us"
    assert SECRET not in again.room.window.canvas.accessibleDescription()


def test_the_room_is_told_of_a_choice_of_attribution_at_once(
    console: Console, hands: Hands, seen: list[RoomView]
) -> None:
    desk = console.desk
    desk.do(join_organisation, "Council", organisation_id="o1")
    desk.do(join_member, "o1", "Leader", "Amina Yusuf", member_id="m1")
    hands.go_to("Purpose: Why are we bothering?")
    desk.do(capture, "Because I must", "purpose", "why-bother", member="m1")
    assert seen[-1].cards[0].meta == "Amina Yusuf"
    desk.do(choose_for_step, "purpose", "why-bother", "organisation")
    assert seen[-1].cards[0].meta == "Council"
    desk.do(choose_for_member, "m1", "unattributed")

    assert seen[-1].cards[0].meta == ""
    assert "Amina Yusuf" not in "\n".join(read(console.pages))


@pytest.mark.parametrize("title", ["Why are we bothering?", "What only we can do"])
def test_both_questions_carry_the_name_of_the_place_on_both_windows(
    console: Console, hands: Hands, seen: list[RoomView], title: str
) -> None:
    hands.go_to(f"Purpose: {title}")

    assert "Ellerport" in f"{seen[-1].eyebrow} {seen[-1].statement}"
    assert any("Ellerport" in words for words in read(console.header))


@pytest.mark.parametrize("title", ["Why are we bothering?", "What only we can do"])
def test_a_place_with_a_name_of_eighty_letters_fits_on_both_windows(
    session: Session, shown: Callable[[Session], Console], hands: Hands, title: str
) -> None:
    assert len(LONG_PLACE) == 80
    session.do(name_workshop, "A day", "The Board", LONG_PLACE, "2026-03-18", STAGES)
    console = shown(session)
    hands.press("F5")
    console.room.window.resize(1920, 1080)
    hands.go_to(f"Purpose: {title}")
    hands.settle()

    assert any(LONG_PLACE in words for words in read(console.header))
    assert clipped(console) + cut_off(console) == []
    assert LONG_PLACE in console.room.window.canvas.accessibleDescription()
