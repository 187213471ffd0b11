"""Saying who said it in two keystrokes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator import board
from facilitator.attribution import choose_for_member
from facilitator.stages.gather import join_organisation
from ui.desk import Desk
from ui.stages.capture.field import CaptureField
from ui.stages.capture.offers import MOST_OFFERED, Choice
from ui.stages.capture.page import CapturePage

Key = Qt.Key


def offered(field: CaptureField) -> list[str]:
    if field.offers.isHidden():
        return []
    return [field.offers.item(row).text() for row in range(field.offers.count())]


def who(page: CapturePage) -> str:
    found = page.field.who()
    return found.id if found else ""


def test_at_a_key_and_the_space_name_somebody(qtbot: QtBot, page: CapturePage) -> None:
    qtbot.keyClicks(page.field.line, "@a One door")

    assert (who(page), page.field.line.text()) == ("m1", "One door")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_enter_and_tab_name_somebody_by_key_too(
    qtbot: QtBot, page: CapturePage, key: Qt.Key
) -> None:
    qtbot.keyClicks(page.field.line, "@c")
    qtbot.keyClick(page.field.line, key)

    assert who(page) == "o1"


def test_a_capital_serves_as_well(qtbot: QtBot, page: CapturePage) -> None:
    qtbot.keyClicks(page.field.line, "@A One door")

    assert who(page) == "m1"


def test_whoever_has_the_key_comes_first_in_the_list(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    desk.do(join_organisation, "Acute trust", organisation_id="o2")
    assert desk.workshop.handles == {"o1": "c", "m1": "a", "o2": "t"}
    qtbot.keyClicks(page.field.line, "@a")

    assert offered(page.field) == ["Amina Yusuf   Council", "Acute trust"]


def test_the_beginning_of_a_name_still_finds_it(qtbot: QtBot, page: CapturePage) -> None:
    qtbot.keyClicks(page.field.line, "@yus")
    qtbot.keyClick(page.field.line, Key.Key_Return)

    assert who(page) == "m1"


def test_a_name_in_full_comes_before_a_key(qtbot: QtBot, page: CapturePage) -> None:
    page.field.offer_people([Choice("x", "A"), Choice("y", "Barnardo", handle="a")])
    qtbot.keyClicks(page.field.line, "@a ")

    assert who(page) == "x"


def test_a_name_in_full_that_begins_another_waits_although_it_is_a_key(
    qtbot: QtBot, page: CapturePage
) -> None:
    people = [Choice("x", "A"), Choice("y", "A team"), Choice("z", "Barnardo", handle="a")]
    page.field.offer_people(people)
    qtbot.keyClicks(page.field.line, "@a ")

    assert who(page) == ""
    assert offered(page.field)


def test_a_key_that_nobody_has_stays_in_the_sentence(qtbot: QtBot, page: CapturePage) -> None:
    qtbot.keyClicks(page.field.line, "@z One door")

    assert (who(page), page.field.line.text()) == ("", "@z One door")


def test_a_key_in_mid_sentence_stays_in_the_sentence(qtbot: QtBot, page: CapturePage) -> None:
    qtbot.keyClicks(page.field.line, "Meet us @a quarter to ten")

    assert (who(page), page.field.line.text()) == ("", "Meet us @a quarter to ten")


def test_at_alone_lists_everybody_with_their_keys(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    for number in range(30):
        desk.do(join_organisation, f"Partner {number}", organisation_id=f"p{number}")
    qtbot.keyClicks(page.field.line, "@")
    offers = page.field.offers
    spoken = [
        offers.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(offers.count())
    ]

    assert len(spoken) == 32
    assert spoken[:2] == ["Council   Ellerport City Council, key c", "Partner 0, key p"]
    assert offers.geometry().bottom() <= page.height()


def test_once_something_is_typed_the_list_is_short(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    for number in range(30):
        desk.do(join_organisation, f"Partner {number}", organisation_id=f"p{number}")
    qtbot.keyClicks(page.field.line, "@partn")

    assert len(offered(page.field)) == MOST_OFFERED


def test_two_hundred_names_are_told_apart_by_their_keys(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    for number in range(200):
        desk.do(join_organisation, f"Partner {number}", organisation_id=f"p{number}")
    qtbot.keyClicks(page.field.line, f"@{desk.workshop.handles['p199']} Late but here")

    assert (who(page), page.field.line.text()) == ("p199", "Late but here")


def keep(qtbot: QtBot, page: CapturePage, text: str) -> None:
    qtbot.keyClicks(page.field.line, text)
    qtbot.keyClick(page.field.line, Key.Key_Return)


def test_at_at_names_whoever_spoke_last(qtbot: QtBot, page: CapturePage, desk: Desk) -> None:
    keep(qtbot, page, "@a One door")
    keep(qtbot, page, "@@Another door")

    assert [c.member for c in desk.workshop.cards("purpose", "only-us")] == ["m1", "m1"]
    assert [c.text for c in desk.workshop.cards("purpose", "only-us")] == [
        "One door",
        "Another door",
    ]


def test_at_at_names_an_unattributed_speaker_whom_only_the_window_remembers(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    desk.do(choose_for_member, "m1", "unattributed")
    keep(qtbot, page, "@a One door")
    qtbot.keyClicks(page.field.line, "@@")

    assert who(page) == "m1"


def test_at_at_and_a_space_leave_no_space_before_the_words(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    keep(qtbot, page, "@c One door")
    keep(qtbot, page, "@@ Another door")

    assert desk.workshop.newest_cards("purpose", "only-us", 1)[0].text == "Another door"


def test_at_at_remembers_across_steps_and_restarts_what_is_kept(
    qtbot: QtBot, open_page: Callable[..., CapturePage], desk: Desk
) -> None:
    desk.do(board.capture, "Why", "purpose", "why-bother", member="m1")
    desk.do(board.capture, "By nobody", "purpose", "why-bother")
    page = open_page("vanish")
    qtbot.keyClicks(page.field.line, "@@")

    assert who(page) == "m1"


def test_at_at_before_anybody_has_spoken_opens_the_list(qtbot: QtBot, page: CapturePage) -> None:
    qtbot.keyClicks(page.field.line, "@@")

    assert page.field.line.text() == "@"
    assert offered(page.field) == ["Council   Ellerport City Council", "Amina Yusuf   Council"]


def test_two_signs_within_a_word_are_no_name(qtbot: QtBot, page: CapturePage) -> None:
    keep(qtbot, page, "@a One door")
    qtbot.keyClicks(page.field.line, "Write a@@b")

    assert (who(page), page.field.line.text()) == ("", "Write a@@b")
