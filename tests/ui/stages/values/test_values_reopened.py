"""A value that was reopened: what was agreed does not stand for its new version."""

from collections.abc import Callable

import pytest

from facilitator.guide import load_guide
from facilitator.rounds import lock_round, take_position
from facilitator.stages.values import (
    amend,
    open_value_round,
    park_value,
    propose,
    reopen_value,
    standing,
)
from sessions.session import Session
from ui.desk import Desk
from ui.room.view import RoomView
from ui.stages.values.page import page_for
from ui.stages.values.room import room_view
from ui.stages.values.rounds import RoundsPage, rail_items


@pytest.fixture
def page(
    a_page: Callable[..., RoundsPage], session: Session, a_board: Callable[..., list[str]]
) -> RoundsPage:
    """The page with a value on which a round was held: all but one supported it."""
    a_board(session, voting=3)
    session.do(propose, "One purse", "Our budgets are one.", value_id="V1")
    made = a_page(page_for, "values", "rounds")
    made.show_workshop(session.workshop)
    return made


def held(desk: Desk, code: str = "agree") -> None:
    made = desk.do(open_value_round, "V1").id
    for each in ("org-2", "org-3"):
        desk.do(take_position, made, each, "agree")
    desk.do(take_position, made, "org-1", code, "" if code == "agree" else "Who pays?")
    desk.do(lock_round, made, "2026-03-18T10:15")


def in_the_room(desk: Desk) -> RoomView:
    guide = load_guide()
    return room_view(desk.workshop, guide, guide.step("values", "rounds"), desk.focus)


@pytest.mark.parametrize(
    ("code", "was"), [("agree", "agreed"), ("reservation", "agreed with reservations")]
)
def test_the_ledger_says_what_it_was_and_that_it_is_not_agreed_yet(
    page: RoundsPage, desk: Desk, code: str, was: str
) -> None:
    held(desk, code)
    desk.do(reopen_value, "V1", "A case came up")

    assert page.ledger.sentence.text() == (
        f"Reopened: it was {was} on 18 Mar 2026. The new version is not agreed yet."
    )


def test_a_value_that_never_was_agreed_says_after_which_round(page: RoundsPage, desk: Desk) -> None:
    held(desk, "need_more")
    desk.do(park_value, "V1", "Ann", "Who pays?", "2026-06-10")
    desk.do(reopen_value, "V1", "Ann knows")

    assert page.ledger.sentence.text() == (
        "Reopened after round 1, which did not agree. It is not agreed yet."
    )


def test_the_list_calls_it_reopened_until_it_is_amended(page: RoundsPage, desk: Desk) -> None:
    held(desk)
    desk.do(reopen_value, "V1", "A case came up")
    assert [item.remark for item in rail_items(desk.workshop)] == ["reopened"]

    desk.do(amend, "V1", "Our budgets are nearly one.")
    assert standing(desk.workshop, "V1") == "amended"


def test_the_bar_of_the_old_round_does_not_stand_for_the_new_version(
    page: RoundsPage, desk: Desk
) -> None:
    held(desk)
    assert page.ledger.bar.accessibleName() == "3 support"
    desk.do(reopen_value, "V1", "A case came up")

    assert page.ledger.bar.accessibleName() == "Nobody has taken a position yet"


def test_the_room_sees_nobody_stand_on_the_new_version(page: RoundsPage, desk: Desk) -> None:
    held(desk)
    assert in_the_room(desk).positions == (("agree", 3),)
    desk.do(reopen_value, "V1", "A case came up")

    assert in_the_room(desk).eyebrow == "Values · reopened"
    assert in_the_room(desk).positions == ()
