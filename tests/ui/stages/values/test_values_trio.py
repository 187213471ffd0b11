"""The trio on the page: three different people, what they bring back, and the time they have."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from facilitator.attendance import leave
from facilitator.guide import load_guide
from facilitator.rounds import rounds_about
from facilitator.stages.values import propose
from facilitator.trio import trios_on
from sessions.session import Session
from tests.ui.stages.conftest import Keys
from ui.desk import Desk
from ui.stages.values.page import page_for
from ui.stages.values.room import room_view
from ui.stages.values.rounds import RoundsPage

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down
WORDING = "We treat our budgets as one city pound, and say what we give up."


@pytest.fixture
def page(
    a_page: Callable[..., RoundsPage], session: Session, a_board: Callable[..., list[str]]
) -> RoundsPage:
    a_board(session, voting=4)
    session.do(propose, "One purse", WORDING, "org-2", value_id="V1")
    made = a_page(page_for, "values", "rounds")
    made.show_workshop(session.workshop)
    made.begin()
    return made


@pytest.fixture
def stuck(page: RoundsPage, keys: Keys) -> RoundsPage:
    """The proposer asks something, and the round is locked."""
    keys.type("1")
    keys.type("4")
    keys.type("Who pays?")
    keys.press(ENTER)
    keys.type("AL")
    return page


def send(page: RoundsPage) -> None:
    page.ledger.action_row.button("Send a trio").click()


def hear(page: RoundsPage, keys: Keys, words: str) -> None:
    send(page)
    keys.press(ENTER)
    page.trio.button.click()
    keys.type(words)
    keys.press(ENTER)


def test_a_proposer_who_objects_is_not_sent_twice(stuck: RoundsPage, keys: Keys) -> None:
    send(stuck)
    said = stuck.form.answers()
    assert (said["objector"], said["proposer"], said["neutral"]) == ("org-2", "org-1", "org-3")

    keys.press(ENTER)
    assert stuck.trio.isVisible()


def test_who_is_not_here_is_not_offered(stuck: RoundsPage, desk: Desk) -> None:
    desk.do(leave, "org-1-lead", desk.minute())
    send(stuck)

    assert stuck.form.answers()["proposer"] == "org-3"


def test_the_room_names_the_three_as_the_members_are_listed(
    stuck: RoundsPage, keys: Keys, desk: Desk
) -> None:
    send(stuck)
    keys.press(ENTER)
    guide = load_guide()
    seen = room_view(desk.workshop, guide, guide.step("values", "rounds"), desk.focus)

    assert seen.note.startswith("Org 1, Org 2 and Org 3 look for")


def test_what_they_bring_back_stands_on_the_page_until_the_next_round(
    stuck: RoundsPage, keys: Keys
) -> None:
    hear(stuck, keys, "Name the joint funds")
    assert stuck.note.isVisible()
    assert stuck.note.text() == "Org 1, Org 2 and Org 3 brought back: “Name the joint funds”"

    keys.type("N")
    assert "brought back" not in stuck.note.text()


def test_the_next_round_asks_first_what_a_trio_that_is_away_brought(
    stuck: RoundsPage, keys: Keys, desk: Desk, refusals: list[str]
) -> None:
    send(stuck)
    keys.press(ENTER)
    keys.type("N")
    assert refusals == [
        "A trio is away on this. Hear what it brings back first; “nothing yet” is an answer."
    ]
    keys.type("Name the joint funds")
    keys.press(ENTER)
    assert trios_on(desk.workshop, "V1")[0].brought == "Name the joint funds"

    keys.type("N")
    assert len(rounds_about(desk.workshop, "V1")) == 2


def test_words_they_bring_back_are_the_reason_of_the_amendment(
    stuck: RoundsPage, keys: Keys
) -> None:
    hear(stuck, keys, "Name the joint funds")
    keys.type("E")

    said = stuck.form.answers()
    assert said["wording"] == WORDING
    assert said["why"] == "A trio brought back: Name the joint funds"


def test_a_wording_they_bring_back_is_the_new_wording(stuck: RoundsPage, keys: Keys) -> None:
    better = WORDING.replace("one city pound", "one pound for what we pooled")
    hear(stuck, keys, better)
    keys.type("E")

    assert stuck.form.answers()["wording"] == better


@pytest.mark.parametrize("nothing", ["Nothing yet.", "nothing"])
def test_empty_hands_are_no_reason(stuck: RoundsPage, keys: Keys, nothing: str) -> None:
    hear(stuck, keys, nothing)
    keys.type("E")

    assert stuck.form.answers()["why"] == ""


def test_very_long_words_stand_shortened_on_the_page(
    stuck: RoundsPage, keys: Keys, desk: Desk
) -> None:
    hear(stuck, keys, "x" * 3000)

    assert len(stuck.note.text()) < 300
    assert trios_on(desk.workshop, "V1")[0].brought == "x" * 3000


def test_a_value_without_behaviours_says_so_before_the_first_position(
    page: RoundsPage, keys: Keys
) -> None:
    assert page.note.text().startswith("No behaviour is named yet")

    keys.type("1")
    assert not page.note.isVisible()
