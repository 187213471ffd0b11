"""How everybody's words are quoted, chosen for all and one by one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.attribution import choose_for_all, choose_for_member
from facilitator.board import capture
from facilitator.chatham_house import choose_chatham_house
from facilitator.stages.gather import join_member, join_organisation
from sessions.session import Session
from ui.desk import Desk
from ui.stages.purpose.page import page_for
from ui.stages.purpose.welcome import WelcomePage

Key = Qt.Key


@pytest.fixture
def page(
    session: Session,
    a_board: Callable[..., list[str]],
    a_page: Callable[..., WelcomePage],
    qtbot: QtBot,
) -> WelcomePage:
    a_board(session, voting=3)
    made = a_page(page_for, "purpose", "welcome")
    qtbot.waitUntil(made.table.hasFocus)
    return made


def quoted(page: WelcomePage) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def said(session: Session, member: str = "org-1-lead", count: int = 1) -> None:
    for _ in range(count):
        session.do(capture, "One door", "purpose", "why-bother", member=member)


def test_everybody_follows_the_workshop_at_first(page: WelcomePage) -> None:
    assert quoted(page) == ["As the workshop: named"] * 3
    assert page.buttons["named"].isChecked()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (Key.Key_N, "Named"),
        (Key.Key_O, "Organisation only"),
        (Key.Key_U, "Unattributed"),
    ],
)
def test_a_letter_chooses_for_the_member_in_hand(
    page: WelcomePage, keys, key: Qt.Key, words: str
) -> None:
    keys.press(Key.Key_Down, key)

    assert quoted(page) == ["As the workshop: named", words, "As the workshop: named"]


def test_delete_lets_the_member_follow_the_workshop_again(page: WelcomePage, keys) -> None:
    keys.press(Key.Key_O, Key.Key_Delete)

    assert quoted(page)[0] == "As the workshop: named"


def test_enter_goes_through_the_choices(page: WelcomePage, keys) -> None:
    seen = []
    for _ in range(4):
        keys.press(Key.Key_Return)
        seen.append(quoted(page)[0])

    assert seen == ["Named", "Organisation only", "Unattributed", "As the workshop: named"]


def test_the_same_choice_again_is_nothing_to_take_back(
    page: WelcomePage, keys, desk: Desk, refusals: list[str]
) -> None:
    keys.press(Key.Key_O)
    before = len(desk.session.history)
    keys.press(Key.Key_O)

    assert len(desk.session.history) == before
    assert refusals == []


def test_how_many_are_quoted_in_each_way_is_counted(page: WelcomePage, keys) -> None:
    keys.press(Key.Key_O, Key.Key_Down, Key.Key_U)

    assert "1 named, 1 organisation only, 1 unattributed" in page.hints.accessibleName()


def test_a_button_chooses_for_the_whole_workshop(
    page: WelcomePage, qtbot: QtBot, desk: Desk
) -> None:
    qtbot.mouseClick(page.buttons["organisation"], Qt.MouseButton.LeftButton)

    assert desk.workshop.attribution == "organisation"
    assert quoted(page) == ["As the workshop: organisation only"] * 3
    assert [way for way, b in page.buttons.items() if b.isChecked()] == ["organisation"]


def test_the_button_that_stands_stays_pressed(page: WelcomePage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.buttons["named"], Qt.MouseButton.LeftButton)

    assert page.buttons["named"].isChecked()


def test_the_workshops_choice_is_reached_and_made_by_keyboard(
    page: WelcomePage, keys, desk: Desk
) -> None:
    page.buttons["named"].setFocus()
    keys.press(Key.Key_Tab, Key.Key_Return)

    assert desk.workshop.attribution == "organisation"


def test_a_member_who_has_spoken_is_asked_about_in_place(
    page: WelcomePage, session: Session, keys, desk: Desk
) -> None:
    said(session, count=7)
    keys.press(Key.Key_U)

    assert page.question.isVisible()
    assert page.question.question.text().startswith("7 cards say who said them.")
    assert desk.workshop.attribution_of == {}


def test_leaving_the_question_changes_nothing_and_goes_back_to_the_table(
    page: WelcomePage, session: Session, keys, desk: Desk
) -> None:
    said(session)
    keys.press(Key.Key_U, Key.Key_Return)

    assert desk.workshop.attribution_of == {}
    assert page.table.hasFocus()
    assert not page.question.isVisible()


def test_going_on_takes_the_names_out(
    page: WelcomePage, session: Session, keys, desk: Desk
) -> None:
    said(session)
    said(session, "org-2-lead")
    keys.press(Key.Key_U, Key.Key_Left, Key.Key_Return)

    kept = [card.member for card in desk.workshop.contributions.values()]
    assert kept == ["", "org-2-lead"]
    assert quoted(page)[0] == "Unattributed"
    assert page.table.hasFocus()


def test_the_whole_workshop_is_asked_about_too_and_nothing_looks_chosen_before(
    page: WelcomePage, session: Session, qtbot: QtBot, desk: Desk
) -> None:
    said(session, count=2)
    qtbot.mouseClick(page.buttons["unattributed"], Qt.MouseButton.LeftButton)

    assert page.question.question.text().startswith("2 cards say who said them.")
    assert page.buttons["named"].isChecked()
    assert not page.buttons["unattributed"].isChecked()
    assert desk.workshop.attribution == "named"


def test_another_choice_meanwhile_leaves_the_question(
    page: WelcomePage, session: Session, keys, desk: Desk
) -> None:
    said(session)
    keys.press(Key.Key_U)
    page.choose("org-2-lead", "organisation")

    assert not page.question.isVisible()
    assert desk.workshop.attribution_of == {"org-2-lead": "organisation"}


def test_after_unattributed_it_says_how_words_are_quoted_again(page: WelcomePage, keys) -> None:
    keys.press(Key.Key_U)
    assert not page.remark.isVisible()
    keys.press(Key.Key_N)

    assert page.remark.isVisible()
    assert page.remark.text().startswith("What is unattributed stays so")


def test_members_stand_by_organisation(page: WelcomePage, session: Session) -> None:
    session.do(join_member, "org-1", "Chair", member_id="late")

    assert page.table.ids() == ["org-1-lead", "late", "org-2-lead", "org-3-lead"]


def test_before_anybody_is_on_the_list_the_workshops_choice_can_be_made(
    a_page: Callable[..., WelcomePage], keys, desk: Desk
) -> None:
    page = a_page(page_for, "purpose", "welcome")

    assert page.empty.isVisible()
    assert not page.table.isVisible()
    assert page.buttons["named"].hasFocus()
    keys.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
    assert desk.workshop.attribution == "unattributed"


def test_two_hundred_members_are_all_there_and_the_page_keeps_its_height(
    a_page: Callable[..., WelcomePage], session: Session, hostile: str
) -> None:
    session.do(join_organisation, "x" * 3_000, organisation_id="o1")
    for number in range(200):
        session.do(join_member, "o1", f"{hostile} {number}", member_id=f"m{number}")
    page = a_page(page_for, "purpose", "welcome")

    assert len(page.table.ids()) == 200
    assert page.height() <= 600


def test_how_the_room_is_set_up_stands_under_the_list(page: WelcomePage) -> None:
    assert page.set_up.isVisible()
    assert page.set_up.text().startswith("How the room is set up: 10 to 12 people")


def test_taking_a_choice_back_shows_what_stood_before(page: WelcomePage, desk: Desk) -> None:
    desk.do(choose_for_all, "organisation")
    desk.do(choose_for_member, "org-1-lead", "named")
    desk.undo()
    desk.undo()

    assert quoted(page) == ["As the workshop: named"] * 3
    assert page.buttons["named"].isChecked()


def test_under_the_chatham_house_rule_the_table_says_that_nobody_is_named(
    page: WelcomePage, session: Session
) -> None:
    session.do(choose_chatham_house, True)
    page.show_workshop(session.workshop)

    assert quoted(page) == ["As the workshop: nobody is named"] * 3
    assert not any(button.isChecked() for button in page.buttons.values())
