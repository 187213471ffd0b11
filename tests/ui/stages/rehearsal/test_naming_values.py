"""A rehearsal in a workshop that has no values: they are named where they would be tested."""

import pytest
from PySide6.QtCore import Qt

from facilitator.guide import Guide
from facilitator.stages.gather import name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.debriefing import begin_phase
from sessions.session import Session
from ui.stages.rehearsal.playing.naming import ELSEWHERE, HERE

Key = Qt.Key


@pytest.fixture
def bare(session: Session, guide: Guide, a_board) -> Session:
    """A journey of gather and rehearsal, Ward 9 chosen, and no values."""
    a_board(session, voting=3)
    journey = ("gather", "rehearsal")
    session.do(name_workshop, "Rehearsal", "Ashby Board", "Ashby", "2026-03-18", journey)
    session.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    return session


@pytest.fixture
def debrief(bare: Session, open_page):
    """The debrief in its phase Strain."""
    bare.do(begin_phase, "R", "Strain", bare.seconds())
    return open_page("debrief")


def values(session: Session) -> list[tuple[str, str]]:
    return [(value.title, value.wording) for value in session.workshop.values.values()]


def name(keys, *lines: str) -> None:
    for line in lines:
        keys.type(line)
        keys.press(Key.Key_Return)


def tab_to(keys, wanted, most: int = 40) -> None:
    for _ in range(most):
        if keys.at is wanted:
            return
        keys.press(Key.Key_Tab)
    raise AssertionError("Tab never came to it")


def test_values_are_named_in_a_row_with_what_they_say(debrief, keys, bare) -> None:
    tab_to(keys, debrief.strain.naming.line.line)
    name(keys, "Candour: we say it out loud", "One purse")
    assert values(bare) == [("Candour", "we say it out loud"), ("One purse", "One purse")]
    assert keys.at is debrief.strain.naming.line.line


def test_an_empty_line_goes_on_to_the_values_and_a_verdict_is_given(
    debrief, keys, found, bare
) -> None:
    tab_to(keys, debrief.strain.naming.line.line)
    name(keys, "Candour: we say it out loud", "")
    keys.press(Key.Key_2)
    (strain,) = found().strains.values()
    assert (bare.workshop.values[strain.value].title, strain.verdict) == ("Candour", "bent")


def test_in_play_a_value_that_was_just_named_is_marked(bare, open_page, keys, found) -> None:
    bare.do(start_clock, "R", bare.seconds(), from_minute=25)
    page = open_page("play")
    tab_to(keys, page.strain.naming.line.line)
    name(keys, "Candour", "")
    keys.press(Key.Key_3)
    assert [(m.minute, m.verdict) for m in found().marks.values()] == [(25, "broke")]


def test_it_says_where_the_values_will_be_negotiated(debrief, bare) -> None:
    about = debrief.strain.naming.about
    assert about.text() == ELSEWHERE
    journey = ("gather", "rehearsal", "values")
    bare.do(name_workshop, "Rehearsal", "Ashby Board", "Ashby", "2026-03-18", journey)
    assert about.text() == HERE


def test_where_a_values_stage_names_them_the_line_stays_for_a_row_of_them_and_then_goes(
    bare, debrief, keys
) -> None:
    journey = ("rehearsal", "values")
    bare.do(name_workshop, "Rehearsal", "Ashby Board", "Ashby", "2026-03-18", journey)
    tab_to(keys, debrief.strain.naming.line.line)
    name(keys, "Candour")
    assert debrief.strain.naming.isVisible()
    name(keys, "One purse", "")
    assert not debrief.strain.naming.isVisible()
    assert keys.at is debrief.strain.table


def test_a_line_that_is_left_stays_where_the_journey_has_no_other(debrief, keys) -> None:
    tab_to(keys, debrief.strain.naming.line.line)
    name(keys, "Candour", "")
    assert debrief.strain.naming.isVisible()
    assert not debrief.strain.naming.about.isVisible()


def test_a_value_that_is_there_already_is_not_named_twice_and_the_words_stay(
    debrief, keys, bare, refusals
) -> None:
    tab_to(keys, debrief.strain.naming.line.line)
    name(keys, "Candour", "candour: again")
    assert refusals == ["“Candour” is on the table already."]
    assert debrief.strain.naming.line.text() == "candour: again"


def test_a_change_to_a_value_is_proposed_where_there_were_none(
    bare, open_page, keys, found
) -> None:
    page = open_page("change")
    keys.press(Key.Key_Backtab)
    assert keys.at is page.form.naming.line.line
    name(keys, "Candour: we say it out loud", "")
    assert keys.at is page.target.line
    assert not page.form.naming.isVisible()
    name(keys, "cand", "we will", "ring first", "", "")
    (change,) = found().changes.values()
    assert (bare.workshop.values[change.target].title, change.how) == ("Candour", "will")


def test_esc_leaves_the_question_for_what_the_change_changes(bare, open_page, keys) -> None:
    page = open_page("change")
    keys.press(Key.Key_Backtab, Key.Key_Escape)
    assert keys.at is page.target.line
