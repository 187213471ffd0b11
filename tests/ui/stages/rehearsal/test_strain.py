"""Values under strain: marked at the minute in play, judged in the debrief."""

import pytest
from PySide6.QtCore import Qt

from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.observing import mark_value
from sessions.clock import SetClock
from sessions.session import Session
from ui.desk import Desk
from ui.stages.rehearsal.playing.strain import StrainTable

Key = Qt.Key
MINUTE = 60


@pytest.fixture
def going(chosen: Session) -> Session:
    """The same board, the story going since minute 25."""
    chosen.do(start_clock, "R", chosen.seconds(), from_minute=25)
    return chosen


@pytest.fixture
def table(desk: Desk, qtbot, found):
    """`table(by_clock)`: the table by itself, told of every change, with the keyboard on it."""

    def show(by_clock: bool) -> StrainTable:
        made = StrainTable(desk, by_clock=by_clock)
        qtbot.addWidget(made)
        desk.changed.connect(lambda workshop, _event: made.show_strain(workshop, found()))
        made.show_strain(desk.workshop, found())
        made.resize(800, 300)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.table.setFocus()
        return made

    return show


def marks(found) -> list[tuple[str, int, str, str]]:
    return [(m.value, m.minute, m.verdict, m.seen) for m in found().marks.values()]


def row(table: StrainTable, at: int = 0) -> list[str]:
    model = table.table.model()
    return [model.index(at, column).data() for column in range(model.columnCount())]


def test_in_play_a_key_marks_the_value_at_the_minute_of_the_story(
    going, table, keys, found, clock: SetClock
) -> None:
    seen = table(by_clock=True)
    clock.forward(16 * MINUTE)
    keys.press(Key.Key_2)
    keys.type("Finance came first")
    keys.press(Key.Key_Return)
    assert marks(found) == [("V1", 41, "bent", "Finance came first")]
    assert row(seen) == ["No surprises", "", "△ 41", "", "Finance came first"]
    assert seen.table.current_id() == "V2"


@pytest.mark.parametrize(("key", "verdict"), [("1", "held"), ("2", "bent"), ("3", "broke")])
def test_before_the_clock_goes_a_mark_stands_where_the_play_begins(
    chosen, table, keys, found, key: str, verdict: str
) -> None:
    table(by_clock=True)
    keys.type(key)
    assert marks(found) == [("V1", 25, verdict, "")]


def test_a_value_is_marked_as_often_as_it_happens_and_the_row_shows_the_newest(
    going, table, keys, found, clock: SetClock
) -> None:
    seen = table(by_clock=True)
    for key in (Key.Key_1, Key.Key_3, Key.Key_1):
        keys.press(key, Key.Key_Escape)
        seen.table.setFocus()
        clock.forward(5 * MINUTE)
    assert [mark[1:3] for mark in marks(found)] == [(25, "held"), (30, "broke"), (35, "held")]
    assert row(seen)[1:4] == ["● 35", "", "✕ 30"]


def test_delete_takes_the_newest_mark_of_the_row_out(going, table, keys, found) -> None:
    going.do(mark_value, "R", "V1", 30, "held")
    going.do(mark_value, "R", "V2", 31, "bent")
    going.do(mark_value, "R", "V1", 28, "broke")
    table(by_clock=True)
    keys.press(Key.Key_Delete)
    assert [mark[:3] for mark in marks(found)] == [("V1", 30, "held"), ("V2", 31, "bent")]


def test_enter_corrects_the_words_and_the_minute_of_the_newest_mark(
    going, table, keys, found
) -> None:
    going.do(mark_value, "R", "V1", 30, "held", "Said it")
    seen = table(by_clock=True)
    keys.press(Key.Key_Return)
    assert (seen.words.text(), seen.minute.text()) == ("Said it", "30")
    keys.press(Key.Key_Tab)
    seen.minute.line.selectAll()
    keys.type("33")
    keys.press(Key.Key_Return)
    assert marks(found) == [("V1", 33, "held", "Said it")]


def test_what_is_typed_about_one_value_is_kept_when_another_is_marked(
    going, table, keys, found
) -> None:
    seen = table(by_clock=True)
    keys.press(Key.Key_2)
    keys.type("Finance came first")
    seen.table.setFocus()
    seen.table.go_to("V2")
    keys.press(Key.Key_1)
    assert marks(found) == [("V1", 25, "bent", "Finance came first"), ("V2", 25, "held", "")]


def test_a_mark_that_is_taken_back_closes_its_question(going, table, keys, desk) -> None:
    seen = table(by_clock=True)
    keys.press(Key.Key_1)
    assert seen.words.isVisible()
    desk.undo()
    assert not seen.words.isVisible()


def test_in_the_debrief_a_key_judges_at_the_minute_of_the_mark_that_says_the_same(
    going, table, keys, found
) -> None:
    going.do(mark_value, "R", "V1", 30, "held")
    going.do(mark_value, "R", "V1", 41, "broke", "Two left")
    going.do(mark_value, "R", "V1", 56, "held")
    seen = table(by_clock=False)
    assert row(seen)[4] == "In play: held at 30, broke at 41, held at 56"
    keys.press(Key.Key_3)
    strain = found().strains["V1"]
    assert (strain.verdict, strain.minute, strain.moment) == ("broke", 41, "Two left")
    assert seen.minute.text() == "41"
    assert row(seen) == ["No surprises", "", "", "✕", "Minute 41 · Two left"]


def test_of_many_marks_the_first_are_told_and_the_rest_is_counted(going, table) -> None:
    for minute in range(10):
        going.do(mark_value, "R", "V1", minute, "held")
    told = row(table(by_clock=False))[4]
    assert told.startswith("In play: held at 0, ")
    assert told.endswith("held at 7, and 2 more")


def test_a_verdict_that_no_mark_says_is_offered_the_minute_of_the_last_mark(
    going, table, keys, found
) -> None:
    going.do(mark_value, "R", "V1", 30, "held", "Said it")
    table(by_clock=False)
    keys.press(Key.Key_2)
    strain = found().strains["V1"]
    assert (strain.verdict, strain.minute, strain.moment) == ("bent", 30, "")


def test_a_minute_that_was_typed_stays_when_the_verdict_changes(going, table, keys, found) -> None:
    going.do(mark_value, "R", "V1", 30, "held")
    seen = table(by_clock=False)
    keys.press(Key.Key_1, Key.Key_Tab)
    seen.minute.line.selectAll()
    keys.type("44")
    keys.press(Key.Key_Return)
    seen.table.go_to("V1")
    keys.press(Key.Key_3)
    assert (found().strains["V1"].verdict, found().strains["V1"].minute) == ("broke", 44)
