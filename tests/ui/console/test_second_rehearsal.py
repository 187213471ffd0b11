"""A second rehearsal in the same workshop: it begins afresh, on the console and in the room."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from facilitator.guide import Guide
from facilitator.stages.gather import name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import pause_clock, start_clock
from facilitator.stages.rehearsal.injects import play_inject
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console
from ui.desk import Focus
from ui.stages.rehearsal.casting.brief import BriefPage
from ui.stages.rehearsal.playing.page import PlayPage


@pytest.fixture
def played(session: Session, guide: Guide, shown: Callable[[Session], Console]) -> Console:
    """A console on a story that goes at minute 30, with news and a decision in hand."""
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", ("rehearsal",))
    session.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    console = shown(session)
    console.navigator.go("rehearsal", "play")
    session.do(start_clock, "R", session.seconds(), from_minute=30)
    session.do(play_inject, "R", "SC1-I3", 30)
    console.desk.focus_on(inject="SC1-I3", decision="SC1-D1", question="What now?")
    return console


def another(console: Console, pack: str, stop_word: str = "") -> str:
    """Choose another scenario in the step Brief; the id of its rehearsal."""
    console.navigator.go("rehearsal", "brief")
    assert isinstance(console.page, BriefPage)
    console.page.chooser.chosen.emit(console.desk.guide.packs[pack], stop_word)
    return next(reversed(console.desk.workshop.rehearsals))


def test_nothing_of_the_first_is_left_in_hand(played: Console) -> None:
    played.navigator.go("rehearsal", "brief")
    played.desk.focus_on(picture="feelings", question="What now?")
    second = another(played, "SC2")
    assert played.desk.focus == replace(Focus(), rehearsal=second)


def test_the_story_before_stands_still_and_brings_no_news(played: Console, clock: SetClock) -> None:
    another(played, "SC2")
    assert not played.desk.workshop.rehearsals["R"].clock.running
    before = played.desk.workshop.rehearsals["R"].played
    for _ in range(90):
        clock.forward(20)
        played.tick()
    assert played.desk.workshop.rehearsals["R"].played == before


def test_the_ticks_and_the_timer_are_those_of_this_playing(
    played: Console, clock: SetClock
) -> None:
    clock.forward(600)
    another(played, "SC2")
    left, total, _ = played.navigator.clock()
    assert left == total
    rows = [row for row in played.journey._rows._rows if row.inner]
    assert [row.mark for row in rows if row.mark == "done"] == []
    played.navigator.go("rehearsal", "play")
    assert played.navigator.clock()[0] == played.navigator.clock()[1]


def test_the_button_that_starts_the_second_story_is_not_clipped(
    played: Console, hands: Hands
) -> None:
    played.desk.do(pause_clock, "R", played.desk.seconds())
    hands.settle()
    another(played, "SC2")
    played.navigator.go("rehearsal", "play")
    hands.settle()
    page = played.page
    assert isinstance(page, PlayPage)
    assert page.clock.start.text() == "Start the clock"
    assert page.clock.start.width() >= page.clock.start.sizeHint().width()


def test_another_way_typed_in_the_first_playing_of_a_pack_is_not_in_the_second(
    played: Console, hands: Hands
) -> None:
    page = played.page
    assert isinstance(page, PlayPage)
    page.decision.choose("")
    hands.type("Half a way")
    another(played, "SC1")
    played.navigator.go("rehearsal", "play")
    assert page.decision.proposal.text() == ""
    played.desk.focus_on(rehearsal="R", decision="SC1-D1")
    assert page.decision.proposal.text() == "Half a way"


def test_the_prompt_of_the_brief_names_the_stop_word_that_was_set(
    played: Console, hands: Hands
) -> None:
    another(played, "SC2", "Time out")
    assert any("Anyone may say “Time out”." in text for text in read(played))
    assert not any("Pause please" in text for text in read(played))
