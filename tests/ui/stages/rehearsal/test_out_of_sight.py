"""Out of sight: news tells itself in a band, and a field with the keyboard is brought up."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.guide import Guide
from facilitator.stages.rehearsal.casting import choose_scenario, name_observers
from facilitator.stages.rehearsal.injects import answer_inject
from facilitator.stages.values import propose

Key = Qt.Key
MINUTE = 60
PRIVATE = "For the Board chair only: hand it over · A promise already made"


def whole(widget: QWidget) -> bool:
    """Whether all of it is in sight."""
    return widget.visibleRegion().boundingRect().height() == widget.height()


@pytest.fixture
def below(page, play, going, qtbot):
    """The keyboard in the line of lessons under many values, the page scrolled to its end."""
    for number in range(12):
        play.do(propose, f"Value {number}", "We say so")
    page.show_workshop(play.workshop)
    page.lessons.line.line.setFocus()
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200, timeout=1000)
    bar.setValue(bar.maximum())
    qtbot.wait(1)
    return page


def test_news_for_one_part_is_told_over_a_page_that_is_scrolled_away(below, passes, qtbot) -> None:
    passes(3 * MINUTE)
    qtbot.waitUntil(below.band.isVisible, timeout=1000)
    assert below.band.accessibleName() == PRIVATE


def test_j_brings_the_news_up_with_the_keyboard_where_one_says_what_was_done(
    below, passes, keys, qtbot
) -> None:
    passes(3 * MINUTE)
    qtbot.waitUntil(below.band.isVisible, timeout=1000)
    below.clock.pause.setFocus()
    below.area.verticalScrollBar().setValue(below.area.verticalScrollBar().maximum())
    keys.press(Key.Key_J)
    assert keys.at is below.panel.response.line
    qtbot.waitUntil(lambda: whole(below.panel.response), timeout=1000)
    qtbot.waitUntil(below.band.isHidden, timeout=1000)


def test_the_band_is_pressed_as_well(below, passes, qtbot) -> None:
    passes(3 * MINUTE)
    qtbot.waitUntil(below.band.isVisible, timeout=1000)
    below.band.click()
    qtbot.waitUntil(lambda: whole(below.panel.response), timeout=1000)


def test_news_for_everyone_says_that_it_is_on_the_wall_and_goes_when_taken_off(
    below, passes, desk, play, qtbot
) -> None:
    passes(31 * MINUTE)
    qtbot.waitUntil(below.band.isVisible, timeout=1000)
    assert below.band.accessibleName() == "On the wall: The date is out · and 2 more"
    desk.focus_on(inject="")
    qtbot.waitUntil(lambda: "On the wall" not in below.band.accessibleName(), timeout=1000)
    assert below.band.accessibleName().endswith("Two readmissions · and 1 more")


def test_news_that_was_answered_is_told_no_more(below, passes, play, qtbot) -> None:
    passes(3 * MINUTE)
    qtbot.waitUntil(below.band.isVisible, timeout=1000)
    play.do(answer_inject, "R", "SC1-I1", "They asked the ward")
    below.show_workshop(play.workshop)
    qtbot.waitUntil(below.band.isHidden, timeout=1000)


def test_news_in_sight_needs_no_band(page, going, passes, qtbot) -> None:
    passes(3 * MINUTE)
    qtbot.waitUntil(lambda: whole(page.panel.response), timeout=1000)
    qtbot.wait(1)
    assert page.band.isHidden()
    assert page.band.first() == ""


def test_the_field_in_hand_stays_in_sight_when_news_comes_over_it(
    page, going, passes, qtbot
) -> None:
    page.decision.choose("")
    line = page.decision.proposal
    qtbot.waitUntil(lambda: whole(line), timeout=1000)
    passes(31 * MINUTE)
    qtbot.waitUntil(page.panel.isVisible, timeout=1000)
    qtbot.waitUntil(lambda: whole(line), timeout=1000)


def test_a_question_is_answered_in_sight_under_many_values(page, play, going, keys, qtbot) -> None:
    for number in range(12):
        play.do(propose, f"Value {number}", "We say so")
    page.show_workshop(play.workshop)
    page.decision.choose("")
    keys.type("Wait")
    keys.press(Key.Key_Return, Key.Key_Return, Key.Key_1, Key.Key_1, Key.Key_4)
    qtbot.waitUntil(lambda: whole(keys.at), timeout=1000)
    keys.type("Who pays?")
    keys.press(Key.Key_Return, Key.Key_L)
    page.area.verticalScrollBar().setValue(0)
    keys.press(Key.Key_R)
    assert keys.at is not page.decision.ledger.table
    qtbot.waitUntil(lambda: whole(keys.at), timeout=1000)


def test_a_task_is_asked_for_in_sight_under_a_long_story(
    chosen, guide: Guide, open_page, keys, qtbot
) -> None:
    long = msgspec.structs.replace(guide.packs["SC1"], situation="The ward is full tonight. " * 60)
    chosen.do(choose_scenario, long, rehearsal_id="L")
    chosen.do(name_observers, "L", ("wen",))
    page = open_page("brief")
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 100, timeout=1000)
    page.area.verticalScrollBar().setValue(0)
    page.cast._ask_task("wen")
    qtbot.waitUntil(lambda: whole(page.cast.task), timeout=1000)
    page.area.verticalScrollBar().setValue(0)
    page.cast._ask("Board chair")
    qtbot.waitUntil(lambda: whole(page.cast.who), timeout=1000)


@pytest.mark.parametrize("which", ["ledger", "strain"])
def test_the_row_under_the_keyboard_is_in_sight(page, play, going, keys, qtbot, which) -> None:
    for number in range(12):
        play.do(propose, f"Value {number}", "We say so")
    page.show_workshop(play.workshop)
    page.decision.choose("")
    keys.type("Wait")
    keys.press(Key.Key_Return, Key.Key_Return)
    table = page.decision.ledger.table if which == "ledger" else page.strain.table
    table.setFocus()
    qtbot.wait(1)
    page.area.verticalScrollBar().setValue(0 if which == "ledger" else 10_000)
    keys.press(*([Key.Key_Down] * 14), *([Key.Key_Up] * 3), Key.Key_Down)
    qtbot.wait(1)
    row = table.visualRect(table.currentIndex())
    assert table.viewport().visibleRegion().contains(row.center())
