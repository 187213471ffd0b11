"""Reading commitments back, and saying how each stands."""

import pytest
from PySide6.QtCore import Qt

from facilitator.stages.commitments import commit
from ui.stages.commitments.page import page_for

ENTER, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down


@pytest.fixture
def page(a_page, session, a_board):
    """The page of two commitments."""
    a_board(session, voting=2)
    for n, text in enumerate(("Open one front door", "Repair damp homes"), 1):
        session.do(
            commit, text, f"org-{n}", "Sam Hughes", "2026-09-30", "Count", commitment_id=f"c{n}"
        )
    return a_page(page_for, "commitments", "read-back")


def status(session):
    return [c.status for c in session.workshop.commitments.values()]


def test_the_commitment_of_the_row_stands_large_above_the_list(page, keys):
    assert page.words.text() == "Open one front door"
    keys.press(DOWN)
    assert page.place.text() == "Being read · 2 of 2"
    assert page.words.text() == "Repair damp homes"
    assert page.terms.text() == ("Sam Hughes, Org 2, by 30 Sep 2026. How we will know: Count.")


def test_a_key_reports_how_the_row_stands(page, keys, session):
    keys.press(Qt.Key.Key_T, DOWN, Qt.Key.Key_L)
    assert status(session) == ["on_track", "late"]
    keys.press(Qt.Key.Key_R)
    keys.press(Qt.Key.Key_D)
    assert status(session) == ["on_track", "done"]
    assert session.workshop.commitments["c2"].reports[-1].date == "2026-03-18"
    assert page.table.model().index(1, 4).data() == "done"


def test_words_that_are_not_right_are_changed_in_place(page, keys, session):
    keys.press(DOWN, ENTER)
    keys.press(Qt.Key.Key_End)
    keys.type(" by winter")
    keys.press(ENTER)
    assert session.workshop.commitments["c2"].text == "Repair damp homes by winter"
    assert page.words.text() == "Repair damp homes by winter"
    assert keys.at is page.table


def test_no_status_is_reported_while_words_are_typed(page, keys, session):
    keys.press(ENTER)
    keys.type("DRLT")
    keys.press(ESC)
    assert status(session) == ["not_started", "not_started"]
    assert session.workshop.commitments["c1"].text == "Open one front door"


def test_with_nothing_to_read_the_page_says_so(a_page):
    page = a_page(page_for, "commitments", "read-back")
    assert page.empty.isVisible()
    assert not page.words.isVisible()
