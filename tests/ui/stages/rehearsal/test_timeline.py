"""The timeline: what is chosen, moved and asked on it, how near one looks, where marks stand."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.stages.rehearsal.timeline.places import LANES, LEAST_SPAN, Scale, TimelineMark, placed
from ui.stages.rehearsal.timeline.widget import Timeline
from ui.theme.palette import apply_theme

Key = Qt.Key
Held = Qt.KeyboardModifier


@pytest.fixture
def timeline(qapp: QApplication, qtbot: QtBot) -> Timeline:
    """Three injects, of which one has arrived, and a decision point, at minute 41."""
    apply_theme(qapp)
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(800, made.sizeHint().height())
    made.show()
    made.activateWindow()
    marks = [
        TimelineMark("I1", "inject", 28, "The plan leaks", "arrived"),
        TimelineMark("I2", "inject", 43, "A call", "held", private=True, movable=True),
        TimelineMark("D1", "decision", 48, "Decision 1"),
        TimelineMark("I3", "inject", 56, "A letter", movable=True),
    ]
    made.show_marks(marks, 41 * 60)
    made.setFocus()
    return made


def heard(signal) -> list[tuple]:
    """What a signal carries from now on."""
    said: list[tuple] = []
    signal.connect(lambda *what: said.append(what))
    return said


def point(timeline: Timeline, each: str) -> QPoint:
    found = timeline.place_of(each)
    assert found is not None
    return found.toPoint()


def test_the_keyboard_begins_at_what_comes_next(timeline: Timeline) -> None:
    mark = timeline.mark()
    assert mark is not None
    assert mark.id == "I2"
    assert timeline.accessibleName() == "Timeline: minute 43 · A call · held"


def test_the_arrows_choose_from_mark_to_mark_and_stay_at_the_ends(
    timeline: Timeline, qtbot: QtBot
) -> None:
    chosen = heard(timeline.chosen)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Home, Key.Key_Left):
        qtbot.keyClick(timeline, key)
    assert chosen == [("D1",), ("I3",), ("I1",)]


@pytest.mark.parametrize("held", [Held.AltModifier, Held.ShiftModifier])
def test_alt_or_shift_with_an_arrow_moves_the_chosen_inject_a_minute(
    timeline: Timeline, qtbot: QtBot, held: Held
) -> None:
    moved = heard(timeline.moved)
    qtbot.keyClick(timeline, Key.Key_Right, held)
    qtbot.keyClick(timeline, Key.Key_Left, held)
    assert moved == [("I2", 44), ("I2", 42)]


def test_what_has_arrived_is_neither_moved_nor_asked_about(
    timeline: Timeline, qtbot: QtBot
) -> None:
    moved, asked = heard(timeline.moved), heard(timeline.asked)
    timeline.choose("I1")
    qtbot.keyClick(timeline, Key.Key_Right, Held.AltModifier)
    for key in (Key.Key_R, Key.Key_S, Key.Key_H):
        qtbot.keyClick(timeline, key)
    assert (moved, asked) == ([], [])


def test_letters_ask_about_the_chosen_inject_and_enter_opens_it(
    timeline: Timeline, qtbot: QtBot
) -> None:
    asked, opened = heard(timeline.asked), heard(timeline.opened)
    for key in (Key.Key_H, Key.Key_S, Key.Key_R, Key.Key_Return):
        qtbot.keyClick(timeline, key)
    assert asked == [("H", "I2"), ("S", "I2"), ("R", "I2")]
    assert opened == [("I2",)]


def test_plus_and_minus_look_nearer_and_farther_and_0_shows_all(
    timeline: Timeline, qtbot: QtBot
) -> None:
    whole = timeline.seen()
    qtbot.keyClick(timeline, Key.Key_Plus)
    near = timeline.seen()
    assert near[1] - near[0] < whole[1] - whole[0]
    assert near[0] <= 43 <= near[1]
    qtbot.keyClick(timeline, Key.Key_Minus)
    assert timeline.seen() == pytest.approx(whole)
    for _ in range(20):
        qtbot.keyClick(timeline, Key.Key_Plus)
    assert timeline.seen()[1] - timeline.seen()[0] == pytest.approx(LEAST_SPAN)
    qtbot.keyClick(timeline, Key.Key_0)
    assert timeline.seen() == pytest.approx(whole)


def wheel(timeline: Timeline, by: int, held: Held) -> bool:
    """Turn the wheel in the middle; whether the timeline took it."""
    at = QPointF(400, 50)
    event = QWheelEvent(
        at,
        timeline.mapToGlobal(at),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    timeline.wheelEvent(event)
    return event.isAccepted()


def test_the_wheel_zooms_with_ctrl_and_pans_once_zoomed(timeline: Timeline) -> None:
    assert not wheel(timeline, -120, Held.NoModifier), "the page around it scrolls"
    assert wheel(timeline, 120, Held.ControlModifier)
    before = timeline.seen()
    assert wheel(timeline, -120, Held.NoModifier)
    assert timeline.seen()[0] > before[0]


def test_dragging_a_mark_moves_it_to_a_whole_minute(timeline: Timeline, qtbot: QtBot) -> None:
    moved = heard(timeline.moved)
    start = point(timeline, "I3")
    left, right = timeline.seen()
    by = round(4.7 * (timeline.width() - 32) / (right - left))
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(timeline, start + QPoint(by, 0))
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
    assert moved == [("I3", 61)]


def test_esc_while_dragging_leaves_a_mark_where_it_was(timeline: Timeline, qtbot: QtBot) -> None:
    moved = heard(timeline.moved)
    start = point(timeline, "I3")
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(timeline, start + QPoint(60, 0))
    qtbot.keyClick(timeline, Key.Key_Escape)
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert moved == []


def test_dragging_the_ground_pans_a_zoomed_timeline(timeline: Timeline, qtbot: QtBot) -> None:
    qtbot.keyClick(timeline, Key.Key_Plus)
    qtbot.keyClick(timeline, Key.Key_Plus)
    before, at = timeline.seen(), QPoint(400, timeline.height() - 8)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(timeline, at + QPoint(-80, 0))
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=at + QPoint(-80, 0))
    assert timeline.seen()[0] > before[0]


def test_a_zoomed_timeline_goes_along_with_the_clock(timeline: Timeline, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyClick(timeline, Key.Key_Plus)
    for second in range(41 * 60, 56 * 60, 10):
        timeline.show_marks(timeline.marks(), second)
    left, right = timeline.seen()
    assert left <= 56 <= right


def test_the_clock_past_the_last_mark_is_still_seen(timeline: Timeline) -> None:
    timeline.show_marks(timeline.marks(), 90 * 60)
    assert timeline.seen()[1] >= 90


def test_two_hundred_marks_have_a_place_or_are_counted() -> None:
    marks = [TimelineMark(f"{n}", "inject", 25 + n * 0.3, f"News {n}") for n in range(200)]
    places, crowds = placed(marks, Scale(20, 90, 20, 70, 800))
    assert len(places) + sum(crowd.count for crowd in crowds) == 200
    assert crowds
    for lane in range(LANES):
        xs = [each.x for each in places if each.lane == lane]
        assert all(b - a >= 17 for a, b in pairwise(xs))


def test_nearer_every_one_of_two_hundred_has_its_own_place() -> None:
    marks = [TimelineMark(f"{n}", "inject", 25 + n * 0.3, f"News {n}") for n in range(200)]
    scale = Scale(20, 90, 20, 70, 800).by(6, 40)
    places, crowds = placed(marks, scale)
    assert places
    assert crowds == []


def test_the_chosen_mark_is_shown_in_the_thickest_crowd() -> None:
    marks = [TimelineMark(f"{n}", "inject", 30, f"News {n}") for n in range(20)]
    places, _ = placed(marks, Scale(20, 90, 20, 70, 800), chosen="inject 17")
    assert "17" in [each.mark.id for each in places]


def test_names_stand_where_no_other_mark_is() -> None:
    marks = [TimelineMark(f"{n}", "inject", 30 + 3 * n, "A rather long name") for n in range(3)]
    places, _ = placed(marks, Scale(20, 90, 20, 70, 800))
    assert [each.lane for each in places] == [0, 1, 2]
