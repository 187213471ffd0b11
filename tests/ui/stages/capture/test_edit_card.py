"""Correcting a card: who said it, and how it is quoted."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator import board
from facilitator.attribution import attribute_card
from ui.desk import Desk
from ui.stages.capture.page import CapturePage

Key = Qt.Key
STEP = ("purpose", "only-us")


def metas(page: CapturePage) -> list[str]:
    return [item.meta for item in page.cards.cards()]


@pytest.fixture
def opened(qtbot: QtBot, page: CapturePage, desk: Desk) -> CapturePage:
    """The page with one card of the member, which is open to be corrected."""
    desk.do(board.capture, "One door", *STEP, member="m1", contribution_id="k1")
    page.editor.edit("k1")
    qtbot.waitUntil(page.editor.words.hasFocus)
    return page


def test_an_opened_card_says_who_said_it_and_how_it_is_quoted(opened: CapturePage) -> None:
    assert opened.editor.who.currentText() == "Amina Yusuf, Council"
    assert opened.editor.quoted.currentText() == "As chosen: named"


def test_a_card_may_be_quoted_otherwise_than_the_rest(
    qtbot: QtBot, opened: CapturePage, desk: Desk
) -> None:
    editor = opened.editor
    qtbot.keyClicks(editor.quoted, "org")
    qtbot.keyClick(editor.quoted, Key.Key_Return)

    assert editor.isHidden()
    assert metas(opened) == ["Council · just now"]


def test_who_said_a_card_may_be_corrected(qtbot: QtBot, opened: CapturePage, desk: Desk) -> None:
    qtbot.keyClicks(opened.editor.who, "Council")
    qtbot.keyClick(opened.editor.who, Key.Key_Return)

    assert metas(opened) == ["Council · just now"]


def test_a_card_is_made_unattributed_after_it_was_asked_once(
    qtbot: QtBot, opened: CapturePage, desk: Desk
) -> None:
    editor = opened.editor
    qtbot.keyClicks(editor.quoted, "Unattributed")
    qtbot.keyClick(editor.quoted, Key.Key_Return)
    assert editor.question.isVisible()
    assert editor.question.question.text().startswith("1 card says who said it.")
    qtbot.keyClick(editor.question.leave, Key.Key_Left)
    qtbot.keyClick(editor.question.go_on, Key.Key_Space)

    assert editor.isHidden()
    assert desk.workshop.contributions["k1"].member == ""
    assert metas(opened) == ["unattributed · just now"]


def test_leaving_the_question_leaves_the_card_and_the_editor_open(
    qtbot: QtBot, opened: CapturePage, desk: Desk
) -> None:
    editor = opened.editor
    qtbot.keyClicks(editor.quoted, "Unattributed")
    qtbot.keyClick(editor.quoted, Key.Key_Return)
    qtbot.keyClick(editor.question.leave, Key.Key_Return)

    assert editor.isVisible()
    assert editor.words.hasFocus()
    assert desk.workshop.contributions["k1"].member == "m1"


def test_an_unattributed_card_is_named_again_when_its_speaker_is_named(
    qtbot: QtBot, opened: CapturePage, desk: Desk
) -> None:
    desk.do(attribute_card, "k1", "unattributed")
    editor = opened.editor
    editor.edit("k1")
    assert editor.who.currentText() == "Kept nowhere"
    qtbot.keyClicks(editor.who, "Amina")
    qtbot.keyClicks(editor.quoted, "Named")
    qtbot.keyClick(editor.quoted, Key.Key_Return)

    assert metas(opened) == ["Amina Yusuf · just now"]


def test_without_its_speaker_an_unattributed_card_stays_so_and_the_app_says_why(
    qtbot: QtBot, opened: CapturePage, desk: Desk
) -> None:
    refusals: list[str] = []
    desk.refused.connect(lambda reason, _offer: refusals.append(reason))
    desk.do(attribute_card, "k1", "unattributed")
    opened.editor.edit("k1")
    qtbot.keyClicks(opened.editor.quoted, "Named")
    qtbot.keyClick(opened.editor.quoted, Key.Key_Return)

    assert refusals == [
        "Who said this is kept nowhere. Say who it was, then it can be quoted that way."
    ]
    assert opened.editor.isVisible()


def test_a_card_that_was_not_changed_is_left_without_an_event(
    qtbot: QtBot, opened: CapturePage, desk: Desk
) -> None:
    before = len(desk.session.history)
    qtbot.keyClick(opened.editor.words, Key.Key_Return)

    assert opened.editor.isHidden()
    assert len(desk.session.history) == before
