"""The close of the purpose: a word each, and what happens next, on the page and in the room."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from facilitator import rounds, statement
from facilitator.next_steps import name_next_step
from facilitator.stages import purpose
from facilitator.stages.gather import join_member, join_organisation
from facilitator.workshop import Workshop
from tests.ui.stages.conftest import Keys
from tests.ui.stages.purpose.room_seen import Room
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.purpose.close import ClosePage, seen_instead
from ui.stages.purpose.page import page_for

Key = Qt.Key


@pytest.fixture
def page(desk: Desk, a_page: Callable[..., Page]) -> ClosePage:
    desk.do(join_organisation, "City Council", "Council", organisation_id="o1")
    desk.do(join_member, "o1", "Leader", "Amina Yusuf", member_id="m1")
    made = a_page(page_for, "purpose", "close")
    assert isinstance(made, ClosePage)
    return made


def said(desk: Desk) -> list[tuple[str, str, str]]:
    return [(s.text, s.owner, s.due) for s in desk.workshop.next_steps.values()]


def test_a_closing_word_is_kept_as_a_card(desk: Desk, page: ClosePage, keys: Keys) -> None:
    keys.type("Honesty @a")
    keys.press(Key.Key_Return)

    [card] = desk.workshop.cards("purpose", "unexpected")
    assert (card.text, card.member) == ("Honesty", "m1")


def test_what_happens_next_is_kept_with_who_does_it_in_one_line(
    desk: Desk, page: ClosePage, keys: Keys
) -> None:
    page.steps.field.line.setFocus()
    keys.type("Send it to the boards @a")
    keys.press(Key.Key_Return)

    assert said(desk) == [("Send it to the boards", "m1", "")]
    assert page.steps.field.line.hasFocus()


def test_by_when_is_kept_where_it_is_known(desk: Desk, page: ClosePage, keys: Keys) -> None:
    page.steps.field.line.setFocus()
    keys.type("@c Book the room")
    keys.press(Key.Key_Tab)
    assert page.steps.due.hasFocus()
    keys.type("30 Nov 2026")
    keys.press(Key.Key_Return)

    assert said(desk) == [("Book the room", "o1", "2026-11-30")]
    assert page.steps.due.text() == ""


def test_a_next_step_is_not_due_on_a_day_that_is_past(
    desk: Desk, page: ClosePage, keys: Keys, refusals: list[str]
) -> None:
    page.steps.field.line.setFocus()
    keys.type("@c Book the room")
    keys.press(Key.Key_Tab)
    keys.type("2 Mar 2026")
    keys.press(Key.Key_Return)

    assert refusals == [
        "2 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    ]
    assert said(desk) == []


def test_a_next_step_that_nobody_does_is_refused_and_stays(
    desk: Desk, page: ClosePage, keys: Keys, refusals: list[str]
) -> None:
    page.steps.field.line.setFocus()
    keys.type("Tell everybody")
    keys.press(Key.Key_Return)

    assert refusals == ["Who does it? Name a member or an organisation with @: “all” means nobody."]
    assert (said(desk), page.steps.field.line.text()) == ([], "Tell everybody")


def test_a_name_that_nobody_has_is_warned_of_beside_the_line(
    desk: Desk, page: ClosePage, keys: Keys
) -> None:
    page.steps.field.line.setFocus()
    keys.type("Tell everybody @zzz")
    keys.press(Key.Key_Return)
    assert page.steps.warning.sentence().startswith("Nobody here answers to “@zzz”.")
    keys.press(Key.Key_Backspace)

    assert page.steps.warning.isHidden()


def test_a_number_sign_in_a_next_step_is_a_letter(desk: Desk, page: ClosePage, keys: Keys) -> None:
    page.steps.field.line.setFocus()
    keys.type("Book room #4")
    assert page.steps.field.offers.isHidden()
    keys.type(" @c")
    keys.press(Key.Key_Return)

    assert said(desk) == [("Book room #4", "o1", "")]


def test_enter_on_a_next_step_corrects_it(desk: Desk, page: ClosePage, keys: Keys) -> None:
    desk.do(name_next_step, "Send it", "m1", "2026-11-30", "n1")
    page.steps.table.setFocus()
    keys.press(Key.Key_Return)
    assert page.steps.due.text() == "30 Nov 2026"
    keys.type(" to the boards")
    keys.press(Key.Key_Return)

    assert said(desk) == [("Send it to the boards", "m1", "2026-11-30")]


def test_esc_leaves_the_correction_and_the_next_one_is_new(
    desk: Desk, page: ClosePage, keys: Keys
) -> None:
    desk.do(name_next_step, "Send it", "m1", "2026-11-30", "n1")
    page.steps.table.setFocus()
    keys.press(Key.Key_Return, Key.Key_Escape)
    assert page.steps.due.text() == ""
    keys.type("Book the room @c")
    keys.press(Key.Key_Return)

    assert [text for text, _, _ in said(desk)] == ["Send it", "Book the room"]


def test_a_step_that_undo_took_away_is_not_corrected_any_more(
    desk: Desk, page: ClosePage, keys: Keys
) -> None:
    desk.do(name_next_step, "Send it", "m1", "", "n1")
    page.steps.table.setFocus()
    keys.press(Key.Key_Return)
    desk.undo()

    assert (page.steps.editing, page.steps.field.line.text()) == ("", "")


def test_x_takes_a_next_step_off_and_gives_the_keyboard_back(
    desk: Desk, page: ClosePage, keys: Keys
) -> None:
    desk.do(name_next_step, "Send it", "m1", "", "n1")
    page.steps.table.setFocus()
    keys.type("x")

    assert said(desk) == []
    assert page.steps.field.line.hasFocus()


def test_many_next_steps_leave_the_closing_words_their_place(desk: Desk, page: ClosePage) -> None:
    for number in range(200):
        desk.do(name_next_step, f"Step {number} " + "x" * 300, "m1")

    assert page.steps.table.height() < 150
    assert page.minimumSizeHint().height() <= 600


def test_the_room_sees_what_happens_next_and_who_does_it(room: Room) -> None:
    adopted(room)
    assert "One word" in room("close").note
    room.session.do(name_next_step, "Send it to the boards", "org-1", "2026-11-30")
    view = room("close")

    assert view.rows == (("Send it to the boards", "Org 1", "30 Nov 2026"),)
    assert (view.statement, view.note) == ("One purse", "")


def test_before_a_purpose_is_adopted_the_room_sees_it_too(room: Room) -> None:
    room.capture("Hope", "unexpected")
    room.session.do(name_next_step, "Send it to the boards", "org-1")
    view = room("close")

    assert view.rows == (("Send it to the boards", "Org 1", ""),)
    assert view.cards == ()


def adopted(room: Room) -> None:
    do = room.session.do
    do(purpose.draft, "One purse", draft_id="d1")
    do(rounds.open_round, "d1", "One purse", round_id="r1")
    for each in room.session.workshop.organisations:
        do(rounds.take_position, "r1", each, "agree")
    do(rounds.lock_round, "r1", room.session.minute())
    do(statement.answer_another_board, "d1", False)
    do(statement.name_stop, "d1", "nothing")
    do(purpose.adopt, "d1")


def test_the_bar_says_that_the_room_sees_what_happens_next_and_no_cards(
    desk: Desk, page: ClosePage, refusals: list[str]
) -> None:
    assert page.words.bar.seen.text() == "The room sees the cards."
    desk.do(name_next_step, "Send it to the boards", "m1")
    assert page.words.bar.seen.text() == "The room sees what happens next, not the words."

    page.words.bar.hide_or_show()

    assert refusals == [
        "These cards are not on the room's screen here: there is nothing to hide or show."
    ]
    assert page.words.bar.reveal.isHidden()


def test_once_there_is_a_purpose_the_bar_says_that_the_room_sees_it() -> None:
    adopted = Workshop()
    purpose.PurposeDrafted("d1", "We share a budget.").apply(adopted)
    purpose.PurposeAdopted("d1").apply(adopted)

    assert seen_instead(adopted) == (
        "The room sees the purpose, and how many closing words there are."
    )
