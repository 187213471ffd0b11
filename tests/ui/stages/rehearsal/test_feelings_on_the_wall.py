"""The feelings on the wall stand as they were shown: nobody can be told from two showings."""

import pytest
from PySide6.QtCore import Qt

from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.feeling import Together, drop_feeling, give_slip
from ui.stages.rehearsal.feeling.pictures import HELD
from ui.stages.rehearsal.room import room_view

Key = Qt.Key


@pytest.fixture
def slips(chosen):
    """`slips(2, 4)`: slips of afterwards with these numbers, typed one after the other."""

    def type_them(*numbers: int, rehearsal: str = "R") -> None:
        for number in numbers:
            chosen.do(give_slip, rehearsal, "after", "calm", number)

    return type_them


@pytest.fixture
def page(slips, open_page, keys):
    """The check-in afterwards with four slips, its picture on the wall."""
    slips(1, 1, 2, 2)
    made = open_page("check-in-after")
    keys.press(Key.Key_F8, Key.Key_F6)
    return made


@pytest.fixture
def wall(desk, guide):
    """`wall()`: how many check-ins of afterwards the room sees, and their mean."""

    def seen() -> tuple[int, float | None]:
        step = guide.step("rehearsal", "check-in-after")
        view = room_view(desk.workshop, guide, step, desk.focus)
        assert view.feelings is not None
        after: Together = view.feelings[1]
        return after.count, after.mean

    return seen


def test_the_picture_does_not_change_while_it_is_on_the_wall(page, slips, wall) -> None:
    assert wall() == (4, 1.5)
    slips(5, 5, 5)
    assert wall() == (4, 1.5)


def test_shown_again_after_one_or_two_more_it_stands_as_it_did(page, slips, wall, keys) -> None:
    slips(5, 5)
    keys.press(Key.Key_F6, Key.Key_F6)
    assert wall() == (4, 1.5)


def test_shown_again_after_three_more_it_is_brought_up_to_date(page, slips, wall, keys) -> None:
    slips(5, 5, 5)
    keys.press(Key.Key_F6, Key.Key_F6)
    assert wall() == (7, 3.0)


def test_one_that_is_taken_out_cannot_be_told_from_two_showings(
    page, chosen, found, wall, keys
) -> None:
    chosen.do(drop_feeling, "R", "after", slip_id=found().feelings[0].id)
    keys.press(Key.Key_F6, Key.Key_F6)
    assert wall() == (4, 1.5)


def test_too_few_to_tell_anything_hold_nothing_back(slips, open_page, wall, keys) -> None:
    slips(1, 1)
    open_page("check-in-after")
    keys.press(Key.Key_F8, Key.Key_F6)
    assert wall() == (2, None)
    slips(4)
    keys.press(Key.Key_F6, Key.Key_F6)
    assert wall() == (3, 2.0)


def test_the_console_says_that_the_room_sees_it_as_it_stood(page, slips, keys) -> None:
    assert not page.picture.held.isVisible()
    slips(5)
    assert page.picture.held.text() == HELD
    keys.press(Key.Key_F6)
    assert not page.picture.held.isVisible()


def test_what_was_shown_of_one_rehearsal_is_not_shown_of_another(
    page, chosen, guide, desk, slips, wall, keys
) -> None:
    chosen.do(choose_scenario, guide.packs["SC2"], rehearsal_id="R2")
    slips(5, 5, 5, rehearsal="R2")
    desk.focus_on(rehearsal="R2")
    assert wall() == (3, 5.0)
    keys.press(Key.Key_F6, Key.Key_F6)
    assert wall() == (3, 5.0)
