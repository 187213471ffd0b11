"""The words we share, on the page and on the room's screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from facilitator import board
from facilitator.stages.understanding import agree_term
from tests.ui.stages.conftest import Keys
from tests.ui.stages.purpose.room_seen import Room
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.purpose.page import page_for
from ui.stages.purpose.shared_words import SharedWordsPage

Key = Qt.Key


@pytest.fixture
def page(desk: Desk, a_page: Callable[..., Page]) -> SharedWordsPage:
    made = a_page(page_for, "purpose", "words")
    assert isinstance(made, SharedWordsPage)
    return made


def said(desk: Desk) -> list[tuple[str, str]]:
    return [(t.term, t.use) for t in desk.workshop.terms.values()]


def parked(desk: Desk) -> list[str]:
    return [p.text for p in desk.workshop.car_park.values()]


def six(desk: Desk) -> None:
    for number in range(6):
        desk.do(agree_term, f"word {number}", "so", f"t{number}")


def test_a_word_a_colon_and_its_use_are_kept_with_one_enter(
    desk: Desk, page: SharedWordsPage, keys: Keys
) -> None:
    keys.type("people: everyone who lives or works here: all of them")
    keys.press(Key.Key_Return)

    assert said(desk) == [("people", "everyone who lives or works here: all of them")]
    assert page.count.text() == "1 of six agreed"
    assert page.form.term.hasFocus()


def test_enter_after_the_word_alone_goes_on_to_its_use(
    desk: Desk, page: SharedWordsPage, keys: Keys, refusals: list[str]
) -> None:
    keys.type("people")
    keys.press(Key.Key_Return)
    assert refusals == []
    keys.type("everyone who lives here")
    keys.press(Key.Key_Return)

    assert said(desk) == [("people", "everyone who lives here")]


def test_a_colon_after_the_word_alone_is_not_part_of_the_word(
    desk: Desk, page: SharedWordsPage, keys: Keys
) -> None:
    keys.type("people:")
    keys.press(Key.Key_Return)
    keys.type("everyone who lives here")
    keys.press(Key.Key_Return)

    assert said(desk) == [("people", "everyone who lives here")]


def test_a_word_without_a_use_is_refused_and_stays(
    desk: Desk, page: SharedWordsPage, keys: Keys, refusals: list[str]
) -> None:
    keys.type("people")
    keys.press(Key.Key_Return, Key.Key_Return)

    assert refusals == ["How will we use “people”? Say it in a few words, or park the word."]
    assert page.form.term.text() == "people"


def test_a_word_that_is_on_the_list_may_be_corrected_with_what_was_typed(
    desk: Desk, page: SharedWordsPage, keys: Keys
) -> None:
    desk.do(agree_term, "People", "residents", "t1")
    keys.type("people: everyone who lives or works here")
    keys.press(Key.Key_Return)
    assert page.question.question.text() == (
        "“People” is on the list, as “residents”. Put the new use in its place?"
    )
    keys.press(Key.Key_Left, Key.Key_Return)

    assert said(desk) == [("people", "everyone who lives or works here")]


def test_leaving_that_question_leaves_the_list_and_the_typed_words(
    desk: Desk, page: SharedWordsPage, keys: Keys
) -> None:
    desk.do(agree_term, "People", "residents", "t1")
    keys.type("people: everyone")
    keys.press(Key.Key_Return, Key.Key_Escape)

    assert said(desk) == [("People", "residents")]
    assert page.form.term.text() == "people: everyone"
    assert page.form.term.hasFocus()


def test_the_seventh_word_is_asked_about(desk: Desk, page: SharedWordsPage, keys: Keys) -> None:
    six(desk)
    keys.type("place: the whole borough")
    keys.press(Key.Key_Return)

    assert len(said(desk)) == 6
    assert page.question.question.text() == (
        "Six words are agreed, as many as the agenda suggests. Park “place” for another day, or go "
        "on with a seventh?"
    )


@pytest.mark.parametrize(
    ("way", "words", "aside"), [("go on", 7, []), ("park", 6, ["place: the whole borough"])]
)
def test_the_seventh_word_is_kept_or_parked_as_the_room_says(
    desk: Desk, page: SharedWordsPage, keys: Keys, way: str, words: int, aside: list[str]
) -> None:
    six(desk)
    keys.type("place: the whole borough")
    keys.press(Key.Key_Return, *[Key.Key_Left] * (1 if way == "go on" else 2), Key.Key_Return)

    assert (len(said(desk)), parked(desk)) == (words, aside)
    assert page.form.term.text() == ""


def test_after_a_seventh_the_count_says_so_and_nothing_is_asked_again(
    desk: Desk, page: SharedWordsPage, keys: Keys
) -> None:
    six(desk)
    desk.do(agree_term, "place", "the borough")
    assert page.count.text() == "7 agreed, one more than the agenda suggests"
    keys.type("risk: what may go wrong")
    keys.press(Key.Key_Return)

    assert len(said(desk)) == 8


def test_a_word_is_parked_before_it_is_agreed(
    desk: Desk, page: SharedWordsPage, keys: Keys
) -> None:
    keys.type("co-production")
    page.form.park_button.click()

    assert (said(desk), parked(desk)) == ([], ["co-production"])
    assert page.form.term.hasFocus()


def test_enter_on_a_word_corrects_it(desk: Desk, page: SharedWordsPage, keys: Keys) -> None:
    desk.do(agree_term, "people", "residents", "t1")
    page.table.setFocus()
    keys.press(Key.Key_Return)
    keys.type("everyone")
    keys.press(Key.Key_Return)

    assert said(desk) == [("people", "everyone")]
    assert page.form.editing == ""


def test_esc_leaves_the_correction(desk: Desk, page: SharedWordsPage, keys: Keys) -> None:
    desk.do(agree_term, "people", "residents", "t1")
    page.table.setFocus()
    keys.press(Key.Key_Return, Key.Key_Escape)

    assert (page.form.editing, page.form.term.text()) == ("", "")


@pytest.mark.parametrize(("key", "aside"), [("p", ["people: residents"]), ("x", [])])
def test_p_parks_a_word_on_the_list_and_x_takes_it_off(
    desk: Desk, page: SharedWordsPage, keys: Keys, key: str, aside: list[str]
) -> None:
    desk.do(agree_term, "people", "residents", "t1")
    desk.do(agree_term, "place", "the borough", "t2")
    page.table.setFocus()
    keys.type(key)

    assert (said(desk), parked(desk)) == ([("place", "the borough")], aside)
    assert page.table.current_id() == "t2"


def test_the_last_word_taken_off_gives_the_keyboard_back(
    desk: Desk, page: SharedWordsPage, keys: Keys
) -> None:
    desk.do(agree_term, "people", "residents", "t1")
    page.table.setFocus()
    keys.type("x")

    assert page.form.term.hasFocus()
    assert page.empty.isVisible()


def test_a_word_that_undo_took_away_is_not_corrected_any_more(
    desk: Desk, page: SharedWordsPage, keys: Keys
) -> None:
    desk.do(agree_term, "people", "residents", "t1")
    page.table.setFocus()
    keys.press(Key.Key_Return)
    desk.undo()

    assert (page.form.editing, page.form.use.text()) == ("", "")


def test_cards_that_were_kept_here_before_are_still_shown(
    desk: Desk, page: SharedWordsPage
) -> None:
    assert page.earlier.isHidden()
    desk.do(board.capture, "place means the borough", "purpose", "words")

    assert page.earlier.text() == "Also written down: place means the borough"


def test_long_words_are_shown_as_typed_and_widen_nothing(
    desk: Desk, page: SharedWordsPage, hostile: str
) -> None:
    desk.do(agree_term, hostile + "x" * 3000, hostile + "y" * 3000)

    assert page.minimumSizeHint().width() <= 814


def test_the_room_sees_the_question_and_then_the_words_under_it(room: Room) -> None:
    assert room("words").rows == ()
    room.session.do(agree_term, "people", "everyone who lives here")
    view = room("words")

    assert view.statement.startswith("When we say “people”")
    assert view.rows == (("people", "everyone who lives here"),)
    assert view.summary == "1 word agreed"
    assert len(view.shares) == 2


def test_many_words_have_the_rooms_screen_to_themselves(room: Room) -> None:
    for number in range(5):
        room.session.do(agree_term, f"word {number}", "so")
    view = room("words")

    assert (view.statement, len(view.rows)) == ("", 5)
    assert view.eyebrow == "Purpose · Words we share"


def test_after_the_last_of_several_words_the_one_before_is_in_hand(
    desk: Desk, page: SharedWordsPage, keys: Keys
) -> None:
    for number in (1, 2, 3):
        desk.do(agree_term, f"word {number}", "so", f"t{number}")
    page.table.setFocus()
    page.table.go_to("t3")
    keys.type("x")
    assert page.table.current_id() == "t2"
    keys.type("x")

    assert [t.id for t in desk.workshop.terms.values()] == ["t1"]
