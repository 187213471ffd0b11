"""The rehearsal's pages by keyboard alone: brief, check-ins, reading in, debrief, change, close."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from facilitator.stages.rehearsal.casting import give_role
from facilitator.stages.rehearsal.feeling import check_in
from facilitator.stages.rehearsal.state import Feeling, Part, Rehearsal
from sessions.session import Session
from ui.stages.page import Page
from ui.widgets.labels import PlainLabel

Key = Qt.Key
Open = Callable[[str], Page]


def found(session: Session) -> Rehearsal:
    return next(reversed(session.workshop.rehearsals.values()))


def words(page: Page) -> str:
    return "\n".join(label.text() for label in page.findChildren(PlainLabel) if label.isVisible())


def test_a_scenario_is_chosen_by_arrows_and_enter(board, open_page, desk, keys) -> None:
    page = open_page("brief")
    assert "Hospital care of an older relative" in words(page)
    keys.press(Key.Key_Down)
    assert "The hole in the joint fund" in words(page)
    keys.press(Key.Key_Up, Key.Key_Return)
    assert found(board).pack.title == "Ward 9"
    assert found(board).stop_word == "Pause please"
    assert desk.focus.rehearsal == found(board).id
    assert "24 beds, 91% full" in words(page)


def test_a_stop_word_of_ones_own_is_kept(board, open_page, keys) -> None:
    open_page("brief")
    keys.press(Key.Key_Tab)
    keys.type("Stop there")
    keys.press(Key.Key_Return)
    assert found(board).stop_word == "Stop there"


def test_all_six_scenarios_can_be_chosen_one_in_place_of_the_other(
    board, guide, open_page, keys
) -> None:
    page = open_page("brief")
    chosen = []
    for down in range(len(guide.packs)):
        if down:
            page.other_button.click()
        keys.press(*[Key.Key_Down] * bool(down), Key.Key_Return)
        chosen.append([r.pack.id for r in board.workshop.rehearsals.values()])
    assert chosen == [[pack] for pack in guide.packs]


def test_a_role_is_given_by_typing_part_of_a_name(chosen, open_page, keys) -> None:
    open_page("brief")
    keys.press(Key.Key_Return)
    keys.type("wen")
    keys.press(Key.Key_Return)
    assert found(chosen).parts == (Part("Hospital chief executive", "wen"),)
    keys.press(Key.Key_Return)
    keys.type("Chief exec")
    keys.press(Key.Key_Down, Key.Key_Return)
    assert found(chosen).parts[1] == Part("Council finance officer", "org-2-lead")


def test_nobody_is_given_their_own_job_and_the_name_stays_to_be_mended(
    chosen, open_page, keys, refusals
) -> None:
    page = open_page("brief")
    keys.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    keys.type("wen")
    keys.press(Key.Key_Return)
    assert found(chosen).parts == ()
    assert refusals == ["Wen Sister does that job. Give them another part."]
    assert page.cast.who.line.text() == "Wen Sister"
    assert page.cast.who.isVisible()


def test_a_name_that_is_not_on_the_list_is_refused(chosen, open_page, keys, refusals) -> None:
    open_page("brief")
    keys.press(Key.Key_Return)
    keys.type("Nobody we know")
    keys.press(Key.Key_Return)
    assert refusals == ["That person is not on the list. Add them first."]


def test_delete_frees_a_role(chosen, open_page, keys) -> None:
    chosen.do(give_role, "R", "Hospital chief executive", "wen")
    open_page("brief")
    keys.press(Key.Key_Delete)
    assert found(chosen).parts == ()


def test_one_person_may_play_two_roles(chosen, open_page, keys) -> None:
    open_page("brief")
    for _ in range(2):
        keys.press(Key.Key_Return)
        keys.type("wen")
        keys.press(Key.Key_Return)
    assert [part.member for part in found(chosen).parts] == ["wen", "wen"]


def test_an_observer_is_added_and_taken_off_by_name(chosen, open_page, keys) -> None:
    open_page("brief")
    keys.press(Key.Key_Tab)
    keys.type("wen")
    keys.press(Key.Key_Return)
    assert found(chosen).observers == ("wen",)
    keys.type("wen")
    keys.press(Key.Key_Return)
    assert found(chosen).observers == ()


@pytest.mark.parametrize("when", ["before", "after"])
def test_check_ins_are_typed_one_after_the_other(chosen, open_page, keys, when) -> None:
    page = open_page(f"check-in-{when}")
    for word, number in (("wary", "4"), ("keen", "2")):
        keys.fill(word, number)
        keys.press(Key.Key_Return)
    keys.press(Key.Key_Down)
    keys.fill("calm", "1")
    keys.press(Key.Key_Return)
    assert found(chosen).feelings == (
        Feeling(when, "org-1-lead", "wary", 4),
        Feeling(when, "org-2-lead", "keen", 2),
        Feeling(when, "org-4-lead", "calm", 1),
    )
    assert page.sums.text() == "3 of 5 · mean 2.3 · the room sees only how many"
    assert page.private.text() == "Private. Only counts and means leave this screen."


def test_only_those_who_are_here_are_asked_to_check_in(chosen, open_page) -> None:
    page = open_page("check-in-before")
    assert page.table.ids() == ["org-1-lead", "org-2-lead", "org-3-lead", "org-4-lead", "wen"]


def test_a_number_out_of_range_is_refused_and_stays(chosen, open_page, keys, refusals) -> None:
    page = open_page("check-in-before")
    keys.fill("wary", "7")
    keys.press(Key.Key_Return)
    assert found(chosen).feelings == ()
    assert refusals == ["The number goes from 1, at ease, to 5, tense."]
    assert (page.word.text(), page.number.text()) == ("wary", "7")


def test_a_check_in_is_put_right_by_going_back_to_it(chosen, open_page, keys) -> None:
    chosen.do(check_in, "R", "before", "org-1-lead", "wary", 4)
    page = open_page("check-in-before")
    keys.press(Key.Key_Up)
    assert page.word.text() == "wary"
    keys.fill("weary", "3")
    keys.press(Key.Key_Return)
    assert [(f.word, f.tension) for f in found(chosen).feelings] == [("weary", 3)]


def test_reading_in_shows_who_plays_what(chosen, open_page) -> None:
    chosen.do(give_role, "R", "Local reporter", "wen")
    page = open_page("read-in")
    at = page.table.ids().index("Local reporter")
    assert page.table.model().index(at, 1).data() == "Wen Sister"


def test_a_page_without_a_scenario_says_where_to_choose_one(board, open_page) -> None:
    for step in ("check-in-before", "read-in", "play", "debrief", "change"):
        assert "No scenario yet" in words(open_page(step))
