"""The row under the field: what the room sees, and whose names go with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator import board
from facilitator.attribution import choose_for_member, choose_for_step
from ui.desk import Desk, Focus
from ui.stages.capture.page import CapturePage

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
STEP = ("purpose", "only-us")


def ctrl(qtbot: QtBot, page: CapturePage, key: Qt.Key) -> None:
    qtbot.keyClick(page.field.line, key, CTRL)


def shows(page: CapturePage) -> bool:
    return page.desk.focus.reveals(page.stage.id, page.step)


def metas(page: CapturePage) -> list[str]:
    return [item.meta for item in page.cards.cards()]


def test_a_silent_step_begins_hidden_and_says_so(page: CapturePage) -> None:
    assert not shows(page)
    assert page.bar.seen.text() == "Hidden: the room sees how many, and no words."
    assert page.bar.reveal.text() == "Show them in the room"


def test_a_step_that_is_not_silent_begins_shown_and_says_so(
    open_page: Callable[..., CapturePage],
) -> None:
    page = open_page("why-bother")

    assert shows(page)
    assert page.bar.seen.text() == "The room sees the cards."
    assert page.bar.reveal.text() == "Hide them in the room"


def test_ctrl_h_shows_the_cards_in_the_room_and_hides_them_again(
    qtbot: QtBot, page: CapturePage
) -> None:
    ctrl(qtbot, page, Key.Key_H)
    assert shows(page)
    assert page.bar.reveal.text() == "Hide them again"
    ctrl(qtbot, page, Key.Key_H)

    assert not shows(page)


def test_the_button_shows_the_cards_as_the_key_does(qtbot: QtBot, page: CapturePage) -> None:
    qtbot.mouseClick(page.bar.reveal, Qt.MouseButton.LeftButton)

    assert shows(page)


def test_showing_one_step_shows_no_other(
    qtbot: QtBot, open_page: Callable[..., CapturePage]
) -> None:
    first, second = open_page("only-us"), open_page("vanish")
    ctrl(qtbot, second, Key.Key_H)

    assert (shows(first), shows(second)) == (False, True)


def test_showing_is_no_event(qtbot: QtBot, page: CapturePage, desk: Desk) -> None:
    before = len(desk.session.history)
    ctrl(qtbot, page, Key.Key_H)

    assert len(desk.session.history) == before


def test_another_window_on_the_same_workshop_begins_hidden(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    ctrl(qtbot, page, Key.Key_H)

    assert not Focus().reveals("purpose", page.step)


def test_a_values_step_obeys_the_same_key(
    qtbot: QtBot, open_page: Callable[..., CapturePage]
) -> None:
    page = open_page("stories", "values")
    ctrl(qtbot, page, Key.Key_H)

    assert not shows(page)


def test_ctrl_u_goes_through_the_ways_of_quoting(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    said = [page.bar.names.text()]
    for _ in range(4):
        ctrl(qtbot, page, Key.Key_U)
        said.append(page.bar.names.text())

    assert said == [
        "Names: as each has chosen",
        "Names: organisation only in this step",
        "Names: unattributed in this step",
        "Names: named in this step",
        "Names: as each has chosen",
    ]


def test_ctrl_u_leaves_the_words_in_the_field(qtbot: QtBot, page: CapturePage) -> None:
    qtbot.keyClicks(page.field.line, "Half a sentence")
    ctrl(qtbot, page, Key.Key_U)

    assert page.field.line.text() == "Half a sentence"


def test_the_cards_of_the_page_are_quoted_as_was_chosen_at_once(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    desk.do(board.capture, "One door", *STEP, member="m1")
    assert metas(page) == ["Amina Yusuf · just now"]
    ctrl(qtbot, page, Key.Key_U)

    assert metas(page) == ["Council · just now"]


def to_unattributed(qtbot: QtBot, page: CapturePage, desk: Desk) -> None:
    desk.do(board.capture, "One door", *STEP, member="m1")
    desk.do(board.capture, "One purse", *STEP, organisation="o1")
    ctrl(qtbot, page, Key.Key_U)
    ctrl(qtbot, page, Key.Key_U)


def test_before_cards_lose_their_author_it_asks_once_in_place(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    to_unattributed(qtbot, page, desk)

    assert page.bar.question.isVisible()
    assert page.bar.question.question.text() == (
        "2 cards say who said them. Unattributed takes that out of the file for good, and out of "
        "every copy that is brought together with it. It cannot be taken back."
    )
    assert page.bar.question.go_on.text() == "Take 2 names out"
    assert metas(page) == ["Council · just now", "Council"]


def test_enter_on_the_question_leaves_everything_as_it_is(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    to_unattributed(qtbot, page, desk)
    qtbot.waitUntil(page.bar.question.leave.hasFocus)
    qtbot.keyClick(page.bar.question.leave, Key.Key_Return)

    assert not page.bar.question.isVisible()
    assert page.field.line.hasFocus()
    assert metas(page) == ["Council · just now", "Council"]


def test_escape_on_the_question_leaves_everything_as_it_is(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    to_unattributed(qtbot, page, desk)
    qtbot.keyClick(page.bar.question.leave, Key.Key_Escape)

    assert not page.bar.question.isVisible()
    assert desk.workshop.attribution_in[STEP] == "organisation"


def test_going_on_takes_the_names_out_and_the_keyboard_comes_back(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    to_unattributed(qtbot, page, desk)
    qtbot.keyClick(page.bar.question.leave, Key.Key_Left)
    qtbot.keyClick(page.bar.question.go_on, Key.Key_Return)

    assert {c.attribution for c in desk.workshop.contributions.values()} == {"unattributed"}
    assert metas(page) == ["unattributed · just now", "unattributed"]
    assert page.field.line.hasFocus()


def test_ctrl_u_while_it_asks_goes_past_unattributed(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    to_unattributed(qtbot, page, desk)
    ctrl(qtbot, page, Key.Key_U)

    assert not page.bar.question.isVisible()
    assert desk.workshop.attribution_in[STEP] == "named"
    assert metas(page) == ["Council · just now", "Amina Yusuf"]


def test_after_unattributed_it_says_how_a_card_is_quoted_again(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    desk.do(choose_for_step, *STEP, "unattributed")
    ctrl(qtbot, page, Key.Key_U)

    assert page.bar.remark.isVisible()
    assert page.bar.remark.text() == (
        "What is unattributed stays so: to quote it again, open the card and say who said it."
    )


def test_a_question_that_was_not_answered_goes_with_the_page(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    to_unattributed(qtbot, page, desk)
    page.hide()
    page.show()

    assert not page.bar.question.isVisible()
    assert not page.bar.question.asking


def test_capturing_for_an_unattributed_member_keeps_no_name(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    desk.do(choose_for_member, "m1", "unattributed")
    qtbot.keyClicks(page.field.line, "@ami")
    qtbot.keyClick(page.field.line, Key.Key_Return)
    qtbot.keyClicks(page.field.line, "Close Ward 9")
    qtbot.keyClick(page.field.line, Key.Key_Return)

    [card] = desk.workshop.cards(*STEP)
    assert (card.member, card.organisation) == ("", "")
    assert metas(page) == ["unattributed · just now"]
