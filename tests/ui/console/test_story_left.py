"""A story that is left while it goes: for a later step it is paused, elsewhere its news is told."""

from collections.abc import Callable

import pytest

from facilitator.guide import Guide
from facilitator.stages.gather import name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.injects import answer_inject
from facilitator.stages.rehearsal.state import Rehearsal
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console

MINUTE = 60
NEWS = "News in the story: A promise already made. For the Board chair only: hand it over."


@pytest.fixture
def story(session: Session, guide: Guide, shown: Callable[[Session], Console]) -> Console:
    """A console on a story that goes, at minute 27, in the step “Play”."""
    stages = ("values", "rehearsal")
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", stages)
    session.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    console = shown(session)
    console.navigator.go("rehearsal", "play")
    session.do(start_clock, "R", session.seconds(), from_minute=27)
    return console


def rehearsal(console: Console) -> Rehearsal:
    return console.desk.workshop.rehearsals["R"]


def goes_by(console: Console, clock: SetClock, minutes: int) -> None:
    for _ in range(minutes * 3):
        clock.forward(20)
        console.tick()


@pytest.mark.parametrize("step", ["check-in-after", "debrief", "change", "close"])
def test_a_later_step_of_the_rehearsal_pauses_the_story(
    story: Console, clock: SetClock, step: str
) -> None:
    clock.forward(30)
    story.navigator.go("rehearsal", step)
    assert not rehearsal(story).clock.running
    assert story.status.text() == "The story is paused at 27:30. In Play it goes on there."


@pytest.mark.parametrize("step", ["values/rounds", "rehearsal/brief", "rehearsal/check-in-before"])
def test_a_hop_elsewhere_lets_the_story_run(story: Console, step: str) -> None:
    story.navigator.go(*step.split("/"))
    assert rehearsal(story).clock.running
    assert story.status.text() == ""


def test_news_tells_itself_on_another_page_and_the_room_is_shown_nothing(
    story: Console, hands: Hands, clock: SetClock
) -> None:
    hands.press("F5")
    story.navigator.go("values", "rounds")
    before = story.room.window.canvas._view
    goes_by(story, clock, 2)
    assert NEWS in read(story)
    goes_by(story, clock, 30)
    everyone = "It is for everyone, and fills the room’s screen in Play. And 2 more."
    assert f"News in the story: The date is out. {everyone}" in read(story)
    assert story.room.window.canvas._view == before


def test_the_news_is_one_key_away_and_gone_once_it_was_looked_at(
    story: Console, hands: Hands, clock: SetClock
) -> None:
    story.navigator.go("values", "rounds")
    goes_by(story, clock, 2)
    hands.press("Ctrl+K", "Return")
    assert story.navigator.here()[1].activity == "play"
    assert not story.story_news.isVisible()
    story.navigator.go("values", "rounds")
    assert not story.story_news.isVisible()


def test_news_that_was_answered_or_left_is_gone(
    story: Console, hands: Hands, clock: SetClock
) -> None:
    story.navigator.go("values", "rounds")
    goes_by(story, clock, 2)
    story.desk.do(answer_inject, "R", "SC1-I1", "They asked the ward")
    assert not story.story_news.isVisible()
    goes_by(story, clock, 15)
    assert story.story_news.isVisible()
    hands.push("Leave it", back=True)
    assert not story.story_news.isVisible()


def test_on_play_itself_no_news_stands_over_the_page(story: Console, clock: SetClock) -> None:
    goes_by(story, clock, 2)
    assert list(rehearsal(story).played) == ["SC1-I1"]
    assert not story.story_news.isVisible()


def test_who_reads_the_past_is_told_as_well(story: Console, hands: Hands, clock: SetClock) -> None:
    hands.press("Ctrl+B")
    goes_by(story, clock, 2)
    assert NEWS in read(story)
    hands.press("Esc")
    story.tick()
    assert not story.story_news.isVisible()
