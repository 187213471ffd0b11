"""The only-we page: three answers, hands, organisations, and where what fails goes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator import board, car_park, only_we
from facilitator.history import replay
from facilitator.only_we import QUESTIONS, Hands
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.purpose.only_we import OnlyWePage
from ui.stages.purpose.page import page_for
from ui.stages.purpose.verdict import in_a_line

Key = Qt.Key


@pytest.fixture
def desk(desk: Desk, a_board: Callable[..., list[str]]) -> Desk:
    a_board(desk.session, voting=5)
    return desk


@pytest.fixture
def page(desk: Desk, a_page: Callable[..., Page]) -> OnlyWePage:
    desk.do(board.name_theme, "One purse", "t1")
    desk.do(board.name_theme, "<b>&<script>", "t2")
    desk.do(board.capture, "Pool it", "purpose", "only-us", theme="t1", contribution_id="c1")
    desk.do(board.capture, "Share it", "purpose", "vanish", theme="t1", contribution_id="c2")
    made = a_page(page_for, "purpose", "only-we-test")
    assert isinstance(made, OnlyWePage)
    return made


def said(page: OnlyWePage, theme: str = "t1") -> str:
    return page.row(theme).accessibleName()


def answers(desk: Desk, theme: str = "t1") -> list[bool | None]:
    found = desk.workshop.only_we.get(theme) or only_we.OnlyWe(theme)
    return [found.answer(question).is_yes for question in QUESTIONS]


def test_without_themes_the_page_says_what_comes_first(a_page: Callable[..., Page]) -> None:
    page = a_page(page_for, "purpose", "only-we-test")

    assert isinstance(page, OnlyWePage)
    assert page.empty.isVisible()


def test_the_theme_the_keyboard_is_on_is_in_hand(desk: Desk, page: OnlyWePage, keys) -> None:
    assert desk.focus.theme == "t1"
    keys.press(Key.Key_Down)

    assert desk.focus.theme == "t2"


def test_each_answer_is_kept_at_once(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.type("ny")

    assert answers(desk) == [False, True, None]
    assert "2 of 3 answered" in said(page)


def test_each_answer_is_one_step_to_take_back(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.type("ny")
    before = replay(desk.session.history.entries)
    keys.type("y")
    desk.undo()

    assert desk.workshop == before
    assert "2 of 3 answered" in said(page)


def test_a_number_turns_an_answer_over(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.type("nyy3")

    assert only_we.fate(desk.workshop, "t1") == "fails"
    assert "Fails: nobody would miss it" in said(page)


def test_a_stray_letter_changes_no_answer_that_is_given(
    desk: Desk, page: OnlyWePage, keys, refusals: list[str]
) -> None:
    keys.type("nyyn")

    assert answers(desk) == [False, True, True]
    assert refusals == []


def test_an_arrow_puts_another_question_in_hand(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.press(Key.Key_Right)
    keys.type("n")

    assert answers(desk) == [None, False, None]


def test_hands_are_counted_with_a_few_keys(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.type("h")
    keys.type("2 9")
    keys.press(Key.Key_Return, Key.Key_Escape)

    assert desk.workshop.only_we["t1"].alone_can.hands == Hands(2, 9)
    assert "Could one of us do this alone? No. 9 of 11" in said(page)
    assert page.row("t1").hasFocus()


def test_after_a_count_the_hands_for_the_next_question_are_asked(
    desk: Desk, page: OnlyWePage, keys
) -> None:
    keys.type("h")
    for hands in ("2 9", "9 1 1", "8 2"):
        assert page.ask.line.hasFocus()
        keys.type(hands)
        keys.press(Key.Key_Return)

    assert answers(desk) == [False, True, True]
    assert page.ask.isHidden()
    assert page.row("t1").hasFocus()


def test_the_question_whose_hands_are_asked_next_is_the_one_shown_in_hand(
    page: OnlyWePage, keys
) -> None:
    keys.type("h")
    keys.type("2 9")
    keys.press(Key.Key_Return)

    assert page.ask.line.accessibleName().startswith("Do we hold the levers?")
    assert page.row("t1").in_hand == "hold_levers"


def test_a_question_that_is_answered_is_not_asked_again_by_hands(
    desk: Desk, page: OnlyWePage, keys
) -> None:
    desk.do(only_we.answer_only_we, "t1", "hold_levers", True)
    keys.type("h")
    keys.type("2 9")
    keys.press(Key.Key_Return)

    assert page.row("t1").in_hand == "would_be_missed"


def test_hands_are_counted_for_the_theme_in_hand(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.press(Key.Key_Down)
    for hands in ("1 8", "7 2"):
        keys.type("h")
        keys.type(hands)
        keys.press(Key.Key_Return)

    assert answers(desk, "t2") == [False, True, None]
    assert answers(desk) == [None, None, None]


def test_an_even_count_is_no_answer_and_the_page_says_what_to_do(
    desk: Desk, page: OnlyWePage, keys
) -> None:
    keys.type("h")
    keys.type("5 5")
    keys.press(Key.Key_Return)
    assert "5 to 5: no side has more than half, so there is no answer." in said(page)
    assert "Ask again, or say yes or no outright." in said(page)
    keys.type("n")

    assert answers(desk)[0] is False
    assert "Could one of us do this alone? No. 5 to 5" in said(page)


@pytest.mark.parametrize("typed", ["", "nine", "9", "9 2 1 4", "-"])
def test_what_is_no_count_is_refused_and_stays_in_the_line(
    desk: Desk, page: OnlyWePage, keys, refusals: list[str], typed: str
) -> None:
    keys.type("h")
    keys.type(typed)
    keys.press(Key.Key_Return)

    assert refusals == [
        "Type the hands as numbers: how many yes, how many no, and who is unsure. Such as 9 2."
    ]
    assert page.ask.line.text() == typed
    assert desk.workshop.only_we == {}


def test_organisations_say_it_one_by_one(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.type("o")
    keys.type("nnynu")
    keys.press(Key.Key_Escape)

    assert desk.workshop.only_we["t1"].alone_can.hands == Hands(1, 3, 1)
    assert answers(desk)[0] is False
    assert "No. 3 of 5. Yes: Org 3 · Unsure: Org 5" in said(page)
    assert page.row("t1").hasFocus()


def test_the_question_stays_in_hand_until_every_organisation_was_heard(
    page: OnlyWePage, keys
) -> None:
    keys.type("o")
    keys.type("nnn")
    assert page.row("t1").in_hand == "alone_can"
    keys.press(Key.Key_Escape)

    assert page.row("t1").in_hand == "hold_levers"


def test_beside_a_count_only_those_that_differ_are_marked(
    desk: Desk, page: OnlyWePage, keys
) -> None:
    keys.type("h")
    keys.type("2 9")
    keys.press(Key.Key_Return, Key.Key_Escape, Key.Key_Left)
    keys.type("o")
    assert "Mark only those that differ" in read(page)
    keys.press(Key.Key_Right)
    keys.type("y")

    assert "No. 9 of 11. Yes: Org 2" in said(page)


def test_a_mark_is_taken_away_with_backspace(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.type("o")
    keys.type("y")
    assert desk.workshop.only_we["t1"].alone_can.positions == {"org-1": "yes"}
    keys.press(Key.Key_Left, Key.Key_Backspace)

    assert desk.workshop.only_we["t1"].alone_can.positions == {}


def test_a_click_turns_an_organisations_word(desk: Desk, page: OnlyWePage, qtbot: QtBot) -> None:
    page.by_button.click()
    view = page.by_organisation.organisations
    spot = view.visualRect(view.model().index(1, 0)).center()
    for word in ("yes", "no", "unsure", ""):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)

        positions = desk.workshop.only_we["t1"].alone_can.positions
        assert positions.get("org-2", "") == word


def test_forty_organisations_stand_in_rows_that_can_be_scrolled(
    desk: Desk, a_board: Callable[..., list[str]], page: OnlyWePage, keys
) -> None:
    a_board(desk.session, voting=40)
    keys.type("o")
    view = page.by_organisation.organisations

    assert view.model().rowCount() == 40
    assert view.height() < 240
    first = [view.visualRect(view.model().index(at, 0)) for at in range(4)]
    assert len({rect.y() for rect in first[:3]}) == 1
    assert first[3].y() > first[0].y()
    assert first[0].size() == view.gridSize()


def test_the_panel_closes_when_its_theme_goes(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.type("o")
    desk.do(board.dissolve_theme, "t1")

    assert page.by_organisation.isHidden()


def test_a_theme_without_a_destination_is_not_parked(
    desk: Desk, page: OnlyWePage, keys, refusals: list[str]
) -> None:
    keys.type("yyyp")
    keys.press(Key.Key_Return)

    assert refusals == [
        "Say where “One purse” goes: a theme is not put aside without a destination."
    ]
    assert page.parking.destination.hasFocus()
    assert not desk.workshop.car_park


def test_a_failing_theme_is_parked_whole_in_one_change(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.type("yyy")
    before = replay(desk.session.history.entries)
    keys.type("p")
    keys.fill("Housing board", "Org 3", "June")
    keys.press(Key.Key_Return)

    [item] = desk.workshop.car_park.values()
    assert (item.destination, item.carrier, item.back_at) == ("Housing board", "Org 3", "June")
    assert item.contributions == ("c1", "c2")
    assert said(page).endswith("In the car park, for Housing board · 2 cards")
    assert page.row("t1").hasFocus()
    desk.undo()
    assert desk.workshop == before


def test_a_theme_is_not_parked_for_a_day_that_is_past(
    desk: Desk, page: OnlyWePage, keys, refusals: list[str]
) -> None:
    keys.type("yyyp")
    keys.fill("Housing board", "Org 3", "2 Mar 2026")
    keys.press(Key.Key_Return)

    assert refusals == [
        "2 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    ]
    assert page.parking.back_at.hasFocus()
    assert not desk.workshop.car_park


def test_a_failing_theme_without_cards_is_parked_too(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.press(Key.Key_Down)
    keys.type("yyyp")
    keys.fill("Housing board")
    keys.press(Key.Key_Return)

    assert [p.theme for p in desk.workshop.car_park.values()] == ["t2"]
    assert page.row("t2").hasFocus()


def test_cards_that_were_parked_alone_are_told_apart(desk: Desk, page: OnlyWePage) -> None:
    desk.do(car_park.park, "", contribution="c1")

    assert "1 card. " in said(page)
    assert "1 in the car park by themselves" in said(page)


def test_a_theme_that_is_kept_is_not_offered_the_car_park(page: OnlyWePage, keys) -> None:
    keys.type("nyyp")

    assert page.parking.isHidden()


def test_esc_leaves_the_car_park_form(desk: Desk, page: OnlyWePage, keys) -> None:
    keys.type("yyyp")
    keys.press(Key.Key_Escape)

    assert page.parking.isHidden()
    assert page.row("t1").hasFocus()


def test_a_long_name_stays_inside_the_page(desk: Desk, page: OnlyWePage, keys) -> None:
    desk.do(board.name_theme, "Endless" * 43, "t1")
    keys.type("yyyp")

    assert page.row("t1").width() <= page.width()
    assert page.minimumSizeHint().width() <= 814


def read(page: QWidget) -> str:
    from ui.widgets.labels import PlainLabel

    return "\n".join(label.text() for label in page.findChildren(PlainLabel) if label.isVisible())


def test_an_answer_turned_over_drops_the_count_that_said_otherwise(
    desk: Desk, page: OnlyWePage, keys
) -> None:
    keys.type("h")
    keys.type("2 9")
    keys.press(Key.Key_Return, Key.Key_Escape)
    keys.type("1")

    assert in_a_line(desk.workshop.only_we["t1"].alone_can) == "yes · decided otherwise"
