"""Writing the next version, several drafts of one version, and the themes to write from."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator import board, car_park, only_we
from facilitator.stages import purpose
from sessions.session import Session
from tests.ui.stages.conftest import Keys
from tests.ui.stages.purpose.room_seen import Room
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.purpose.draft import DraftPage
from ui.stages.purpose.page import page_for

Key = Qt.Key
LONG = "We move money and people in the same year so that nobody here waits for us to agree. " * 2


@pytest.fixture
def page(desk: Desk, a_page: Callable[..., Page]) -> DraftPage:
    made = a_page(page_for, "purpose", "draft")
    assert isinstance(made, DraftPage)
    return made


def keep(page: DraftPage, keys: Keys, text: str) -> None:
    page.words.setFocus()
    keys.type(text)
    page.keep_button.click()


def theme(session: Session, name: str, *, kept: bool = True) -> None:
    made = session.do(board.name_theme, name).id
    session.do(only_we.answer_only_we, made, "alone_can", not kept)
    session.do(only_we.answer_only_we, made, "hold_levers", True)
    session.do(only_we.answer_only_we, made, "would_be_missed", True)


def spots(page: DraftPage) -> list[tuple[bool, int]]:
    """For each draft on show whether it begins at the left, and in which row it stands."""
    panels = [page.drafts.panel(each) for each in page.desk.workshop.drafts]
    rows = sorted({panel.y() for panel in panels})
    return [(not panel.x(), rows.index(panel.y())) for panel in panels]


def test_three_drafts_of_one_version_stand_two_beside_each_other_and_none_is_cut(
    qtbot: QtBot, desk: Desk, page: DraftPage
) -> None:
    for number in (1, 2, 3):
        desk.do(purpose.draft, LONG + "x" * number, by="Table 3, with the people of the trust")
    qtbot.waitUntil(lambda: spots(page) == [(True, 0), (False, 0), (True, 1)])
    inner = page.drafts.widget()

    assert inner.width() == page.drafts.viewport().width()
    assert page.drafts.horizontalScrollBar().maximum() == 0
    assert all(
        page.drafts.panel(each).geometry().right() <= inner.width() for each in desk.workshop.drafts
    )


def test_where_two_have_no_room_the_drafts_stand_below_each_other(
    qtbot: QtBot, desk: Desk, page: DraftPage
) -> None:
    desk.do(purpose.draft, LONG)
    desk.do(purpose.draft, "One plan")
    qtbot.waitUntil(lambda: spots(page) == [(True, 0), (False, 0)])
    page.window().resize(600, 600)
    qtbot.waitUntil(lambda: spots(page) == [(True, 0), (True, 1)])
    page.window().resize(814, 600)
    qtbot.waitUntil(lambda: spots(page) == [(True, 0), (False, 0)])


def test_while_there_are_only_first_versions_an_empty_editor_begins_another(
    page: DraftPage, keys: Keys
) -> None:
    keep(page, keys, "One purse")

    assert page.keep_button.text() == "Keep as v1b"
    assert page.nothing_button.isHidden()


def test_once_there_is_a_second_version_an_empty_editor_goes_on_from_it(
    desk: Desk, page: DraftPage, keys: Keys
) -> None:
    desk.do(purpose.draft, "One purse", draft_id="d1")
    desk.do(purpose.draft, "One plan", draft_id="d1b")
    desk.do(purpose.draft, "One purse for all", "d1", draft_id="d2")
    assert page.keep_button.text() == "Keep as v3"
    assert page.words.placeholderText() == (
        "The next version, from v2. Enter on a draft below takes its words up here."
    )
    keep(page, keys, "One purse for the whole town")

    newest = list(desk.workshop.drafts.values())[-1]
    assert (newest.label, newest.revises) == ("v3", "d2")


def test_an_older_draft_is_revised_when_it_is_chosen(
    desk: Desk, page: DraftPage, keys: Keys
) -> None:
    desk.do(purpose.draft, "One purse", draft_id="d1")
    desk.do(purpose.draft, "One purse for all", "d1", draft_id="d2")
    page.drafts.go_to("d1")
    keys.press(Key.Key_Return)

    assert (page.base, page.keep_button.text()) == ("d1", "Keep as v2b")


def test_esc_starts_from_nothing_and_the_next_goes_on_from_the_newest_again(
    desk: Desk, page: DraftPage, keys: Keys
) -> None:
    desk.do(purpose.draft, "One purse", draft_id="d1")
    desk.do(purpose.draft, "One purse for all", "d1", draft_id="d2")
    keys.press(Key.Key_Escape)
    assert page.keep_button.text() == "Keep as v1b"
    keep(page, keys, "Something else")

    assert page.keep_button.text() == "Keep as v3"


def test_what_was_put_aside_is_not_gone_on_from_while_another_is_open(
    desk: Desk, page: DraftPage
) -> None:
    desk.do(purpose.draft, "One purse", draft_id="d1")
    desk.do(purpose.draft, "One purse for all", "d1", draft_id="d2")
    desk.do(purpose.draft, "One purse for us", "d1", draft_id="d2b")
    desk.do(purpose.close_draft, "d2b", "rejected")

    assert page.base == "d2"


def test_the_themes_that_the_test_kept_stand_over_the_editor(desk: Desk, page: DraftPage) -> None:
    assert page.kept.isHidden()
    theme(desk.session, "Move the money")
    theme(desk.session, "Run the leisure centre", kept=False)
    theme(desk.session, "One front door")
    desk.session.do(board.name_theme, "Not asked about")
    page.show_workshop(desk.workshop)

    assert page.kept.isVisible()
    assert page.kept.text() == "What only we can do: Move the money · One front door"


def test_a_kept_theme_that_went_to_the_car_park_is_not_named(desk: Desk, page: DraftPage) -> None:
    theme(desk.session, "Move the money")
    [made] = desk.workshop.themes
    desk.do(car_park.park_theme, made, "Finance group")

    assert page.kept.isHidden()


def test_many_kept_themes_with_long_names_stay_a_reading_aid(desk: Desk, page: DraftPage) -> None:
    for number in range(20):
        theme(desk.session, f"{number} " + "long " * 60)
    page.show_workshop(desk.workshop)

    assert page.kept.text().endswith("… · and 13 more")
    assert page.kept.height() < 90


@pytest.mark.parametrize("drafts", [0, 1, 2])
def test_the_room_sees_the_kept_themes_small_beside_what_is_written(
    room: Room, drafts: int
) -> None:
    theme(room.session, "Move the money")
    for number in range(drafts):
        room.session.do(purpose.draft, f"One purse {number}")
    view = room("draft")

    assert view.note.splitlines()[-1] == "What only we can do: Move the money"
    assert "Move the money" not in view.statement


def test_without_kept_themes_the_room_sees_no_line_for_them(room: Room) -> None:
    room.session.do(purpose.draft, "One purse")

    assert room("draft").note == "v1 · 2 words"
