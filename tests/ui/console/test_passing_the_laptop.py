"""While the laptop is passed round, the console is out of sight and out of reach."""

import pytest

from facilitator.stages.rehearsal.casting import choose_scenario
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console


@pytest.fixture
def passing(console: Console, hands: Hands) -> Console:
    """A console whose laptop is passed round in the check-in before the play."""
    desk = console.desk
    desk.do(choose_scenario, desk.guide.packs["SC1"], rehearsal_id="R")
    hands.go_to("Rehearsal: Check-in")
    hands.press("F3")
    hands.settle()
    return console


@pytest.mark.parametrize("key", ["PgDown", "PgUp", "Ctrl+K", "F1", "Ctrl+P", "Ctrl+B", "Ctrl+O"])
def test_no_key_of_the_console_does_anything(passing: Console, hands: Hands, key: str) -> None:
    here, cover = passing.navigator.here()[1].id, hands.at.window()
    assert cover.isModal()
    hands.press(key)
    assert passing.navigator.here()[1].id == here == "check-in-before"
    assert hands.at.window() is cover
    assert passing.desk.past is None


def test_a_check_in_that_was_kept_cannot_be_taken_back_by_the_next(
    passing: Console, hands: Hands
) -> None:
    hands.enter("torn4")
    hands.press("Return", "Ctrl+Z")
    assert len(passing.desk.workshop.rehearsals["R"].feelings) == 1
    assert hands.at.text() == ""


def test_the_console_comes_back_with_the_key_of_the_facilitator(
    passing: Console, hands: Hands
) -> None:
    hands.press("Ctrl+L")
    hands.settle()
    assert hands.at.window() is passing
    assert "Private. Only counts and means leave this screen." in read(passing)
    assert hands.name == "One word"
