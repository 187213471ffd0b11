"""Whatever has the keyboard can be seen, however long the page is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facilitator.stages.rehearsal.changing import propose_change
from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.debriefing import answer_debrief, begin_phase, learn_lesson
from facilitator.stages.values import propose
from ui.stages.rehearsal.frame import RehearsalPage

Key = Qt.Key
MANY = 30


@pytest.fixture
def many_values(chosen):
    """The same board with thirty values more."""
    for at in range(MANY):
        chosen.do(propose, f"Value {at}", value_id=f"W{at}")
    return chosen


def in_sight(page: RehearsalPage, widget: QWidget) -> bool:
    """Whether a widget, or the row in hand of a table, is seen whole in the page's area."""
    QTest.qWait(30)
    assert page.area is not None
    place, on = widget.rect(), widget
    if isinstance(widget, QAbstractItemView):
        place, on = widget.visualRect(widget.currentIndex()), widget.viewport()
    viewport = page.area.viewport()
    top = on.mapTo(viewport, QPoint(0, place.top())).y()
    return widget.isVisible() and top >= 0 and top + place.height() <= viewport.height()


@pytest.fixture
def debrief(many_values, open_page):
    """The debrief in its phase Strain, the keyboard on the first value."""
    many_values.do(begin_phase, "R", "Strain", many_values.seconds())
    page = open_page("debrief")
    page.strain.table.setFocus()
    return page


@pytest.fixture
def play(many_values, open_page):
    """The story going, the keyboard on the first value."""
    many_values.do(start_clock, "R", many_values.seconds(), from_minute=25)
    page = open_page("play")
    page.strain.table.setFocus()
    return page


def test_what_we_saw_in_play_opens_in_sight(play, keys) -> None:
    keys.press(Key.Key_2)
    assert keys.at is play.strain.words.line
    assert in_sight(play, play.strain.words)


def test_from_what_we_saw_in_play_enter_comes_back_to_the_row_below(play, keys) -> None:
    keys.press(Key.Key_2, Key.Key_Return)
    assert (keys.at, play.strain.table.current_id()) == (play.strain.table, "V2")
    assert in_sight(play, play.strain.table)


def test_what_we_saw_in_the_debrief_opens_in_sight(debrief, keys) -> None:
    keys.press(Key.Key_1)
    assert in_sight(debrief, debrief.strain.words)


def test_from_what_we_saw_in_the_debrief_esc_comes_back_to_the_row(debrief, keys) -> None:
    keys.press(Key.Key_1)
    in_sight(debrief, debrief.strain.words)
    keys.press(Key.Key_Escape)
    assert keys.at is debrief.strain.table
    assert in_sight(debrief, debrief.strain.table)


def test_an_answer_from_far_down_is_put_right_in_sight(chosen, open_page, keys) -> None:
    page = open_page("debrief")
    for at in range(MANY):
        chosen.do(answer_debrief, "R", page.question.text(), f"Answer {at}")
    QTest.qWait(30)
    page.answers.table.setFocus()
    page.answers.table.go_to(str(MANY - 1))
    assert in_sight(page, page.answers.table)
    keys.press(Key.Key_Return)
    assert in_sight(page, page.answer)


def test_who_owns_a_lesson_is_asked_in_sight(chosen, open_page, keys) -> None:
    for at in range(MANY):
        chosen.do(learn_lesson, "R", f"Lesson {at}", lesson_id=f"L{at}")
    page = open_page("change")
    QTest.qWait(30)
    page.lesson_table.setFocus()
    page.lesson_table.table.go_to("L2")
    assert in_sight(page, page.lesson_table.table)
    keys.press(Key.Key_Return)
    assert in_sight(page, page.lesson_table.owner)
    keys.press(Key.Key_Escape)
    assert in_sight(page, page.lesson_table.table)


def test_a_lesson_is_put_into_other_words_in_sight(chosen, open_page, keys) -> None:
    for at in range(MANY):
        chosen.do(learn_lesson, "R", f"Lesson {at}", lesson_id=f"L{at}")
    page = open_page("change")
    QTest.qWait(30)
    page.lesson_table.setFocus()
    page.lesson_table.table.go_to(f"L{MANY - 1}")
    assert in_sight(page, page.lesson_table.table)
    keys.press(Key.Key_F2)
    assert in_sight(page, page.lessons.line)


def test_under_many_lessons_the_form_of_a_change_is_in_sight(chosen, open_page, keys) -> None:
    for at in range(MANY):
        chosen.do(learn_lesson, "R", f"Lesson {at}")
    page = open_page("change")
    assert in_sight(page, page.target)
    assert in_sight(page, page.text)


@pytest.fixture
def changes(chosen, open_page, keys):
    """Thirty changes that do not say how, the keyboard on the last."""
    for at in range(MANY):
        chosen.do(propose_change, "R", "V1", f"Change {at}", change_id=f"C{at}")
    page = open_page("change")
    page.change_table.setFocus()
    page.change_table.go_to("C0")
    return page


def test_how_a_change_is_accepted_is_asked_in_sight(changes, keys) -> None:
    keys.press(Key.Key_A)
    assert in_sight(changes, changes.ask.how)


def test_once_a_change_is_accepted_the_page_is_at_its_row_and_says_what_was_opened(
    changes, keys
) -> None:
    keys.press(Key.Key_A)
    in_sight(changes, changes.ask.how)
    keys.type("we will not")
    keys.press(Key.Key_Return, Key.Key_Return)
    assert keys.at is changes.change_table
    assert in_sight(changes, changes.change_table)
    bottom = changes.go.mapTo(changes, QPoint(0, changes.go.height())).y()
    assert changes.go.isVisible()
    assert bottom <= changes.height()
