"""The theme that a form is about stays in sight beside the form; nobody is nudged to promise."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator import board
from facilitator.stages import purpose
from facilitator.stages.gather import join_organisation
from tests.ui.stages.conftest import Keys
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.purpose.defending import DefencePanel
from ui.stages.purpose.only_we import OnlyWePage
from ui.stages.purpose.page import page_for
from ui.widgets.buttons import PrimaryButton

Key = Qt.Key


@pytest.fixture
def page(desk: Desk, a_page: Callable[..., Page]) -> OnlyWePage:
    for number in range(40):
        desk.do(join_organisation, f"Partner {number}", organisation_id=f"o{number}")
    for number in range(7):
        desk.do(board.name_theme, f"Theme {number}", f"t{number}")
    made = a_page(page_for, "purpose", "only-we-test")
    assert isinstance(made, OnlyWePage)
    # What a console of 1366 x 768 leaves for the page under a prompt of two lines.
    made.window().resize(812, 500)
    return made


def to_the_sixth(keys: Keys) -> None:
    keys.press(*[Key.Key_Down] * 5)
    keys.type("yny")


def whole(page: OnlyWePage, theme: str) -> bool:
    """Whether all of the theme's row is seen."""
    row: QWidget = page.row(theme)
    top = row.mapTo(page.area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + row.height() <= page.area.viewport().height()


@pytest.mark.parametrize("key", ["h", "o", "p"])
def test_the_row_that_a_form_is_about_is_seen_whole_beside_it(
    qtbot: QtBot, page: OnlyWePage, keys: Keys, key: str
) -> None:
    to_the_sixth(keys)
    # What the answers have set going is over before the form opens.
    qtbot.wait(20)
    keys.type(key)
    form = {"h": page.ask, "o": page.by_organisation, "p": page.parking}[key]

    qtbot.waitUntil(lambda: form.isVisible() and whole(page, "t5"))


def test_the_row_stays_in_sight_while_it_grows_with_what_is_said(
    qtbot: QtBot, page: OnlyWePage, keys: Keys
) -> None:
    to_the_sixth(keys)
    keys.type("o")
    qtbot.wait(20)
    before = page.row("t5").height()
    keys.type("nnnn")

    qtbot.waitUntil(lambda: page.row("t5").height() > before and whole(page, "t5"))


def test_while_a_form_is_open_the_keys_of_the_rows_are_not_told(
    page: OnlyWePage, keys: Keys
) -> None:
    to_the_sixth(keys)
    keys.type("o")
    assert page.hints.isHidden()
    keys.press(Key.Key_Escape)

    assert page.hints.isVisible()
    assert page.row("t5").hasFocus()


def test_asked_who_will_defend_it_no_answer_is_a_filled_button(desk: Desk, qtbot: QtBot) -> None:
    desk.do(join_organisation, "Council", organisation_id="o1")
    desk.do(purpose.draft, "One purse", draft_id="d1")
    panel = DefencePanel(desk)
    qtbot.addWidget(panel)
    panel.show_draft(desk.workshop.drafts["d1"])
    panel.show()

    assert panel.all_button.isVisible()
    assert panel.findChildren(PrimaryButton) == []
