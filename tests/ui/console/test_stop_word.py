"""The stop word: one key stops everything from anywhere, calms the room, and goes on together."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from facilitator.guide import Guide
from facilitator.stages.gather import name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import say_stop_word, start_clock
from facilitator.stages.rehearsal.injects import play_inject
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console
from ui.stages.rehearsal.casting.brief import BriefPage
from ui.stages.rehearsal.room import STOPPED

STAGES = ("values", "rehearsal")
MINUTE = 60


@pytest.fixture
def story(session: Session, guide: Guide, shown: Callable[[Session], Console]) -> Console:
    """A console on a story that goes, at minute 25, in the step “Play”."""
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", STAGES)
    session.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    console = shown(session)
    console.navigator.go("rehearsal", "play")
    session.do(start_clock, "R", session.seconds(), from_minute=25)
    return console


def stopped(console: Console) -> bool:
    return console.desk.workshop.rehearsals["R"].stop is not None


def on_the_wall(console: Console) -> object:
    return console.room.window.canvas._view


def test_one_key_stops_the_story_and_the_step_and_calms_the_room(
    story: Console, hands: Hands, clock: SetClock
) -> None:
    hands.press("F5", "F9")
    found = story.desk.workshop.rehearsals["R"]
    assert found.stop is not None
    assert not found.clock.running
    assert not story.navigator.clock()[2]
    assert on_the_wall(story) == STOPPED
    assert story.standing.isVisible()
    assert "Everything stands still." in read(story)
    clock.forward(3600)
    story.tick()
    assert found.clock.seconds(story.desk.seconds()) == 25 * MINUTE


def test_enter_on_the_button_goes_on_together(story: Console, hands: Hands) -> None:
    hands.press("F9")
    assert hands.name == "Go on together"
    hands.press("Space")
    assert stopped(story), "Space comes in the middle of typing"
    hands.press("Return")
    assert not stopped(story)
    assert story.desk.workshop.rehearsals["R"].clock.running
    assert story.navigator.clock()[2]
    assert not story.standing.isVisible()
    assert on_the_wall(story) != STOPPED


def test_the_same_key_goes_on_as_well(story: Console, hands: Hands) -> None:
    hands.press("F9", "F9")
    assert not stopped(story)
    assert story.desk.workshop.rehearsals["R"].clock.running


def test_the_key_works_from_inside_every_kind_of_field(story: Console, hands: Hands) -> None:
    kinds: set[type] = set()
    for step in story.desk.guide.stage("rehearsal").steps:
        story.navigator.go("rehearsal", step.id)
        hands.settle()
        for _ in range(40):
            if type(hands.at) not in kinds:
                kinds.add(type(hands.at))
                at, name = hands.at, hands.name
                hands.press("F9")
                assert stopped(story), name
                hands.press("F9")
                assert not stopped(story), name
                at.setFocus()
            hands.press("Tab")
    assert any(issubclass(kind, QLineEdit | QPlainTextEdit) for kind in kinds)


def test_in_every_step_the_room_is_calm_and_the_console_says_so(
    story: Console, hands: Hands, guide: Guide
) -> None:
    story.desk.do(play_inject, "R", "SC1-I3", 26)
    story.desk.focus_on(inject="SC1-I3", decision="SC1-D1")
    for step in guide.stage("rehearsal").steps:
        story.navigator.go("rehearsal", step.id)
        hands.press("F9")
        assert on_the_wall(story) == STOPPED, step.id
        assert story.standing.isVisible(), step.id
        hands.press("F9")
        assert on_the_wall(story) != STOPPED, step.id


def test_it_holds_while_one_goes_to_another_step_and_no_clock_begins(
    story: Console, hands: Hands
) -> None:
    hands.press("F9", "PgDown")
    assert stopped(story)
    assert not story.navigator.clock()[2]
    assert on_the_wall(story) == STOPPED
    hands.press("Ctrl+Space")
    assert story.notice.sentence() == "The stop word was said. Go on together first."
    assert not story.navigator.clock()[2]
    hands.press("F9")
    assert story.navigator.clock()[2]


def test_a_frozen_picture_is_let_go(story: Console, hands: Hands) -> None:
    hands.press("F5", "Ctrl+F", "F9")
    assert not story.room.window.canvas.frozen
    assert on_the_wall(story) == STOPPED


def test_it_works_from_a_dialog_and_from_the_rooms_own_window(
    story: Console, hands: Hands, qtbot
) -> None:
    hands.press("Ctrl+P", "F9")
    assert stopped(story)
    hands.press("Esc")
    story.stop_word.press()
    assert not stopped(story)
    hands.press("F5")
    story.room.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is story.room.window, timeout=1000)
    qtbot.keyClick(story.room.window, Qt.Key.Key_F9)
    assert stopped(story)


def test_who_looks_back_comes_back_to_the_room(story: Console, hands: Hands) -> None:
    hands.press("Ctrl+B")
    assert story.desk.past is not None
    hands.press("F9")
    assert story.desk.past is None
    assert stopped(story)


def test_after_a_restart_it_still_holds(
    session: Session, guide: Guide, shown: Callable[[Session], Console], tmp_path: Path
) -> None:
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", STAGES)
    session.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    session.do(start_clock, "R", session.seconds(), from_minute=25)
    session.do(say_stop_word, "R", session.seconds())
    session.close()
    console = shown(Session.open(session.path, clock=session.clock))
    assert console.standing.isVisible()
    assert on_the_wall(console) == STOPPED


def test_the_button_on_the_page_says_it_too(story: Console, hands: Hands) -> None:
    hands.push("Stop word")
    assert stopped(story)


@pytest.mark.parametrize("step", ["values/rounds", "rehearsal/play"])
def test_without_a_story_it_pauses_the_step_and_blanks_the_room(
    session: Session, shown: Callable[[Session], Console], hands: Hands, step: str
) -> None:
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", STAGES)
    console = shown(session)
    console.navigator.go(*step.split("/"))
    hands.press("F5", "F9")
    assert console.room.window.canvas.blanked
    assert not console.navigator.clock()[2]
    assert "F9 again goes on." in console.status.text()
    hands.press("F9")
    assert not console.room.window.canvas.blanked
    assert console.navigator.clock()[2]


def test_a_sleep_is_told_on_every_page_with_two_ways_on(
    story: Console, hands: Hands, clock: SetClock
) -> None:
    story.tick()
    clock.forward(3600)
    story.tick()
    hands.settle()
    assert "The laptop was away for 1 hour. The story stands at 25:00, where it was." in read(story)
    assert "Nothing is lost. If the time away counts, 3 injects arrive at once." in read(story)
    assert story.desk.workshop.rehearsals["R"].played == {}
    hands.push("Count the time away (85:00)")
    assert list(story.desk.workshop.rehearsals["R"].played) == ["SC1-I1", "SC1-I2", "SC1-I3"]
    assert not story.standing.isVisible()


def test_after_a_sleep_the_story_goes_on_from_where_it_stood(
    story: Console, hands: Hands, clock: SetClock
) -> None:
    story.tick()
    clock.forward(3600)
    story.tick()
    hands.push("Go on from 25:00")
    found = story.desk.workshop.rehearsals["R"]
    assert found.clock.running
    assert found.clock.seconds(story.desk.seconds()) == 25 * MINUTE
    assert found.played == {}


def test_closing_the_window_pauses_the_story(
    session: Session, guide: Guide, shown: Callable[[Session], Console], clock: SetClock
) -> None:
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", STAGES)
    session.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    session.close()
    first = shown(Session.open(session.path, clock=clock))
    first.desk.do(start_clock, "R", first.desk.seconds(), from_minute=25)
    clock.forward(MINUTE)
    first.close()
    clock.forward(9 * 3600)
    again = shown(Session.open(session.path, clock=clock))
    again.tick()
    found = again.desk.workshop.rehearsals["R"]
    assert not found.clock.running
    assert found.clock.seconds(again.desk.seconds()) == 26 * MINUTE
    assert not again.standing.isVisible()


def test_a_story_that_runs_is_stopped_from_another_stage(story: Console, hands: Hands) -> None:
    story.navigator.go("values", "rounds")
    hands.press("F5", "F9")
    assert stopped(story)
    assert not story.desk.workshop.rehearsals["R"].clock.running
    assert on_the_wall(story) == STOPPED


def test_leaving_the_story_for_a_later_step_leaves_the_question_of_a_sleep(
    story: Console, hands: Hands, clock: SetClock
) -> None:
    clock.forward(3600)
    story.tick()
    assert story.standing.isVisible()
    hands.press("PgDown")
    assert not story.standing.isVisible()
    assert story.desk.workshop.rehearsals["R"].clock.seconds(story.desk.seconds()) == 25 * MINUTE


def test_the_brief_opens_with_its_title_in_sight(story: Console, hands: Hands) -> None:
    hands.go_to("Rehearsal: Brief")
    page = story.page
    assert isinstance(page, BriefPage)
    assert page.area is not None
    assert page.cast.table.hasFocus()
    assert page.area.verticalScrollBar().value() == 0
