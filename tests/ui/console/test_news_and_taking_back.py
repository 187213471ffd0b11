"""Ctrl+Z after news: what the room has seen stays, and nothing else goes in its place unawares."""

from collections.abc import Callable

import pytest

from facilitator.guide import Guide
from facilitator.stages.gather import name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.injects import play_inject
from facilitator.stages.rehearsal.observing import take_note
from facilitator.stages.rehearsal.state import Rehearsal
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.walk.hands import Hands
from ui.console.window import Console

STAYS = (
    "News that has arrived stays: the room has seen it. "
    "Ctrl+Z again takes back what was done before it."
)


@pytest.fixture
def story(session: Session, guide: Guide, shown: Callable[[Session], Console]) -> Console:
    """A console on a story that goes, at minute 27, with a note taken."""
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", ("rehearsal",))
    session.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    console = shown(session)
    console.navigator.go("rehearsal", "play")
    session.do(start_clock, "R", session.seconds(), from_minute=27)
    session.do(take_note, "R", 1600, "They looked away")
    return console


def noted(console: Console) -> list[str]:
    return [note.text for note in rehearsal(console).notes.values()]


def rehearsal(console: Console) -> Rehearsal:
    return console.desk.workshop.rehearsals["R"]


def test_right_after_news_nothing_is_taken_back_and_the_second_time_what_was_before(
    story: Console, hands: Hands, clock: SetClock
) -> None:
    clock.forward(61)
    story.tick()
    assert list(rehearsal(story).played) == ["SC1-I1"]
    hands.press("Ctrl+Z")
    assert story.status.text() == STAYS
    assert noted(story) == ["They looked away"]
    hands.press("Ctrl+Z")
    assert noted(story) == []
    assert list(rehearsal(story).played) == ["SC1-I1"]


def test_what_was_done_after_the_news_is_taken_back_at_once(story: Console, hands: Hands) -> None:
    story.desk.do(play_inject, "R", "SC1-I3", 27)
    story.desk.do(take_note, "R", 1700, "They laughed")
    hands.press("Ctrl+Z")
    assert noted(story) == ["They looked away"]
    hands.press("Ctrl+Z")
    assert story.status.text() == STAYS
    assert noted(story) == ["They looked away"]


def test_what_was_skipped_is_no_news(story: Console, hands: Hands) -> None:
    story.desk.do(play_inject, "R", "SC1-I3", 27, how="skipped")
    hands.press("Ctrl+Z")
    assert noted(story) == []
