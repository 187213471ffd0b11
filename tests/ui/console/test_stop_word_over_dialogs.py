"""The stop word while another window covers the console: a laptop passed round, a pack written."""

from collections.abc import Callable, Iterator

import pytest

from facilitator.guide import Guide
from facilitator.stages.gather import name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import start_clock
from sessions.session import Session
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console
from ui.packs.editor import PackEditor
from ui.stages.rehearsal.feeling.pass_round import PassRound
from ui.stages.rehearsal.room import STOPPED

STANDS = "Everything stands still. F9 again goes on."


@pytest.fixture
def story(session: Session, guide: Guide, shown: Callable[[Session], Console]) -> Console:
    """A console on a story that goes, at minute 25."""
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", ("rehearsal",))
    session.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    console = shown(session)
    session.do(start_clock, "R", session.seconds(), from_minute=25)
    return console


@pytest.fixture
def passed(story: Console, hands: Hands) -> Iterator[PassRound]:
    """The laptop passed round, a word on it."""
    story.navigator.go("rehearsal", "check-in-before")
    hands.press("F3")
    hands.type("torn")
    cover = hands.at.window()
    assert isinstance(cover, PassRound)
    yield cover
    cover.word.clear()
    cover._end()


@pytest.fixture
def editor(story: Console, hands: Hands) -> PackEditor:
    """A pack that is being written."""
    story.navigator.go("rehearsal", "brief")
    hands.push("Another scenario")
    hands.press("N")
    hands.type("Harbour")
    found = hands.at.window()
    assert isinstance(found, PackEditor)
    return found


def stopped(console: Console) -> bool:
    return console.desk.workshop.rehearsals["R"].stop is not None


def test_while_the_laptop_is_passed_round_the_stop_word_stops_everything_and_goes_on(
    story: Console, passed: PassRound, hands: Hands
) -> None:
    hands.press("F9")
    assert stopped(story)
    assert story.room.window.canvas._view == STOPPED
    assert passed.remark.text() == STANDS
    assert (passed.word.text(), hands.at) == ("torn", passed.word)
    hands.press("F9")
    assert not stopped(story)
    assert passed.remark.text() == ""


def test_the_stop_word_is_nobody_s_yes_to_leave_a_check_in_out(
    story: Console, passed: PassRound, hands: Hands
) -> None:
    hands.press("Ctrl+L", "F9", "Ctrl+L")
    assert passed.isVisible()
    assert passed.word.text() == "torn"


def test_while_a_pack_is_written_the_stop_word_stops_everything_and_goes_on(
    story: Console, editor: PackEditor, hands: Hands
) -> None:
    hands.press("F9")
    assert stopped(story)
    assert story.room.window.canvas._view == STOPPED
    assert STANDS in read(editor)
    assert hands.name == "Title"
    hands.press("F9")
    assert not stopped(story)
    assert STANDS not in read(editor)
    assert editor.pack.title == "Harbour"
    hands.press("Esc")
    editor.asking.other.click()
