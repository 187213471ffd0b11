"""Looking back from the console: what is shown, what is refused, and what comes back."""

from datetime import datetime

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from facilitator.board import capture
from facilitator.events import Entry
from facilitator.progress import enter_step
from facilitator.rounds import PositionTaken
from facilitator.stages.values import propose
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.console.moments import NOW, past, seen, written
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console


def test_each_key_goes_one_change_back_and_forth(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    written(console, hands, clock, "One", "Two", "Three")
    hands.press("Ctrl+B")
    assert seen(console) == ["One", "Two", "Three"]
    hands.press("Left")
    assert seen(console) == ["One", "Two"]
    hands.press("Left", "Right")

    assert seen(console) == ["One", "Two"]
    assert console.time_line.words() == "The past: 09:32 · the card “Two”"
    assert console.desk.workshop.card_count("purpose", "only-us") == 3


def test_the_whole_page_stands_as_it_did(ellerport: Console, hands: Hands) -> None:
    taken = [
        e
        for e in ellerport.desk.session.history.entries
        if isinstance(e.event, PositionTaken) and e.event.round == "V3-R1"
    ]
    ellerport.look_back(taken[4].id)
    hands.settle()
    shelf = past(ellerport)

    assert shelf.page is not None
    assert f"{shelf.page.stage.id}/{shelf.page.step.id}" == "values/rounds"
    assert "Negotiate · In the room before we choose · proposed by Elected Members" in read(
        shelf.page
    )
    assert "Price check" in read(ellerport.side), "what came next"
    room = ellerport.room.window.canvas.accessibleDescription()
    assert "When will we meet to see what held?" in room, "the room is at now"


def test_ctrl_and_an_arrow_go_by_steps_and_home_and_end_to_the_ends(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    written(console, hands, clock, "One", "Two")
    hands.press("PgDown")
    hands.enter("Three")
    hands.press("Ctrl+B", "Ctrl+Left")
    assert console.time_line.words().endswith("the step “Purpose: If we vanished” began")
    hands.press("Ctrl+Left")
    assert console.time_line.words().endswith("the step “Purpose: What only we can do” began")
    hands.press("PgDown")
    assert console.time_line.words().endswith("the step “Purpose: If we vanished” began")
    hands.press("Home")
    assert seen(console) == []
    hands.press("End")
    assert seen(console) == ["One", "Two", "Three"]


def test_what_was_taken_back_is_no_moment(console: Console, hands: Hands, clock: SetClock) -> None:
    written(console, hands, clock, "One", "Two")
    hands.press("Ctrl+Z")
    hands.enter("Three")
    hands.press("Ctrl+B", "Left")

    assert seen(console) == ["One"]


def test_escape_and_the_button_come_back_to_now(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    written(console, hands, clock, "One", "Two")
    page = console.pages.currentWidget()
    for way in ("Esc", "Return"):
        hands.press("Ctrl+B", "Left")
        assert console.pages.currentWidget() is not page
        if way == "Return":
            hands.tab_to("Back to now")
        hands.press(way)
        assert console.pages.currentWidget() is page
        assert not console.time_line.isVisible()
        assert hands.at.window() is console
        assert page.isAncestorOf(hands.at)


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Space", "Ctrl++", "Ctrl+P"])
def test_nothing_is_changed_from_the_past(
    console: Console, hands: Hands, clock: SetClock, keys: str
) -> None:
    written(console, hands, clock, "One", "Two")
    clock.at(NOW.replace(minute=50))
    hands.press("Ctrl+B", "Left")
    before = len(console.desk.session.history)
    hands.press(keys)

    assert console.notice.sentence() == "This is 09:31. Come back to now to change anything."
    assert len(console.desk.session.history) == before
    assert not console.status.text()


def test_a_moment_of_another_day_is_named_with_its_date(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    written(console, hands, clock, "One", "Two")
    clock.at(datetime(2026, 4, 2, 10))
    hands.press("Ctrl+B", "Left", "Ctrl+Z")

    assert console.notice.sentence() == (
        "This is 18 March 2026, 09:31. Come back to now to change anything."
    )


def test_a_step_of_the_journey_chosen_from_the_past_is_refused(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    written(console, hands, clock, "One", "Two")
    hands.press("Ctrl+B", "Left")
    hands.go_to("Values: Rounds")
    console.room.next_step.emit()

    assert console.notice.sentence().startswith("This is 09:31.")
    assert console.navigator.here()[1].id == "only-us"
    assert console.time_line.is_past


def test_the_first_escape_takes_the_notice_away_and_the_second_comes_back(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    written(console, hands, clock, "One")
    hands.press("Ctrl+B", "Ctrl+Z", "Esc")
    assert not console.notice.sentence()
    assert console.time_line.is_past
    hands.press("Esc")

    assert not console.time_line.is_past


def test_no_field_and_no_button_of_the_past_can_be_used(ellerport: Console, hands: Hands) -> None:
    ellerport.look_back()
    pages = set()
    while ellerport.time_line.slider.value() > 0:
        hands.press("Ctrl+Left")
        page = past(ellerport).page
        assert page is not None
        pages.add(f"{page.stage.id}/{page.step.id}")
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox):
            assert not [part for part in page.findChildren(kind) if part.isEnabled()]
    assert len(pages) > 15


@pytest.mark.parametrize(
    ("step", "keys"),
    [
        ("Purpose: What only we can do", ()),
        ("Values: Propose", ()),
        ("Values: Propose", ("Tab", "Tab")),
        ("Gather: Who is here?", ()),
    ],
)
def test_what_is_typed_and_not_kept_survives_the_journey(
    console: Console, hands: Hands, step: str, keys: tuple[str, ...]
) -> None:
    console.desk.do(propose, "No surprises")
    hands.go_to(step)
    hands.press(*keys)
    at = hands.at
    hands.type("A draft nobody has kept")
    assert at is hands.at
    hands.press("Ctrl+B", "Left", "Ctrl+Left", "Home", "End", "Esc")

    assert hands.at is at
    assert at.text() == "A draft nobody has kept"


def test_an_objection_half_written_survives_the_journey(
    console: Console, hands: Hands, session: Session, a_board
) -> None:
    a_board(session, voting=3)
    value = console.desk.do(propose, "No surprises").id
    hands.go_to("Value: No surprises")
    hands.push("Open round 1")
    hands.press("5")
    hands.type("It harms")
    at = hands.at
    hands.press("Ctrl+B", "Left", "Left", "Esc", "Ctrl+Shift+H", "Esc")

    assert hands.at is at
    hands.type(" us")
    hands.press("Alt+2", "Return")
    (position,) = console.desk.workshop.rounds[
        console.desk.workshop.rounds_of[value][0]
    ].positions.values()
    assert (position.text, position.category) == ("It harms us", "harm")


def test_going_home_from_the_past_lets_the_file_go_with_its_clock_stopped(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    written(console, hands, clock, "One", "Two")
    hands.press("Ctrl+B", "Left")
    history = console.desk.session.history
    console.close()

    assert type(history.entries[-1].event).__name__ == "TimerPaused"


def test_a_workshop_in_which_nothing_was_kept_can_be_looked_back_at(
    console: Console, hands: Hands
) -> None:
    hands.press("Ctrl+B", "Left", "Left", "Ctrl+Left", "Home")

    assert console.time_line.slider.value() == 0
    assert console.time_line.is_past


def test_entries_without_a_time_and_words_of_any_length_are_shown(
    console: Console, hands: Hands, session: Session
) -> None:
    clock = session._ids
    for number, text in enumerate(("W" * 3_000, "Two\nlines & <b>markup</b>"), 1):
        event = capture(session.workshop, text, "purpose", "only-us")
        session.receive([Entry(clock.tick(), "elsewhere", number, "", "Note-taker", event)])
    console.navigator.go("purpose", "only-us")
    hands.press("Ctrl+B", "Left")
    assert console.time_line.words().startswith("The past · ")
    hands.press("Ctrl+Z")

    assert console.notice.sentence() == "This is the past. Come back to now to change anything."
    hands.settle()
    assert clipped(console.time_line) + cut_off(console.time_line) == []


def test_a_step_that_no_guide_knows_does_not_stop_the_journey(
    console: Console, hands: Hands
) -> None:
    console.desk.session.do(enter_step, "jousting", "lances", 12.0)
    console.navigator.go("purpose", "only-us")
    hands.press("Ctrl+B", "Left", "Left")

    assert console.time_line.is_past


def test_every_control_has_a_name_and_nothing_is_cut(ellerport: Console, hands: Hands) -> None:
    QAccessible.setActive(True)
    ellerport.look_back()
    found = {}
    while ellerport.time_line.slider.value() > 0:
        hands.press("Ctrl+Left")
        # The page comes when the slider leaves time for it, and is then laid out.
        for _ in range(3):
            hands.settle()
        faults = unnamed(ellerport) + clipped(ellerport) + cut_off(ellerport)
        if faults:
            found[ellerport.time_line.words()] = faults

    assert found == {}
