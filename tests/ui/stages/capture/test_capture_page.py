from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facilitator import board
from facilitator.stages.gather import join_organisation
from facilitator.wording import LONGEST
from ui.desk import Desk
from ui.stages.capture.page import CapturePage
from ui.widgets.rows import WINDOW

Key = Qt.Key


def capture(qtbot: QtBot, page: CapturePage, text: str) -> None:
    qtbot.keyClicks(page.field.line, text)
    qtbot.keyClick(page.field.line, Key.Key_Return)


def shown(page: CapturePage) -> list[str]:
    return [item.text for item in page.cards.cards()]


def test_before_the_first_card_the_page_says_what_to_do(page: CapturePage) -> None:
    assert page.empty.isVisible()
    assert not page.cards.isVisible()


def test_a_card_is_captured_with_who_and_a_new_theme_by_keyboard_alone(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    qtbot.keyClicks(page.field.line, "@ami")
    qtbot.keyClick(page.field.line, Key.Key_Return)
    qtbot.keyClicks(page.field.line, "One door #money")
    qtbot.keyClick(page.field.line, Key.Key_Return)
    qtbot.keyClick(page.field.line, Key.Key_Return)

    [card] = desk.workshop.cards("purpose", "only-us")
    assert (card.text, card.member, card.organisation) == ("One door", "m1", "o1")
    assert desk.workshop.themes[card.theme].name == "money"
    assert page.cards.cards()[0].meta == "Amina Yusuf · just now"


def test_a_card_without_a_name_is_unattributed(qtbot: QtBot, page: CapturePage, desk: Desk) -> None:
    capture(qtbot, page, "Nobody said this")

    [card] = desk.workshop.cards("purpose", "only-us")
    assert card.attribution == "unattributed"
    assert page.cards.cards()[0].meta == "unattributed · just now"


def test_only_the_newest_card_is_lit(qtbot: QtBot, page: CapturePage) -> None:
    for text in ("First", "Second", "Third"):
        capture(qtbot, page, text)

    assert shown(page) == ["Third", "Second", "First"]
    assert [item.lit for item in page.cards.cards()] == [True, False, False]


def test_cards_that_did_not_change_are_not_made_again(qtbot: QtBot, page: CapturePage) -> None:
    for text in ("First", "Second"):
        capture(qtbot, page, text)
    first = page.cards.cards()[1]
    capture(qtbot, page, "Third")

    assert page.cards.cards()[2] is first


def test_refused_words_stay_in_the_field(qtbot: QtBot, page: CapturePage, desk: Desk) -> None:
    refusals: list[str] = []
    desk.refused.connect(lambda reason, _offer: refusals.append(reason))
    QGuiApplication.clipboard().setText("x" * (LONGEST + 500))
    page.field.line.paste()
    qtbot.keyClick(page.field.line, Key.Key_Return)

    assert len(refusals) == 1
    assert page.field.line.text()
    assert not desk.workshop.contributions


def test_enter_in_an_empty_field_keeps_nothing(qtbot: QtBot, page: CapturePage, desk: Desk) -> None:
    qtbot.keyClick(page.field.line, Key.Key_Return)

    assert not desk.workshop.contributions


def test_the_count_says_that_every_card_is_saved(qtbot: QtBot, page: CapturePage) -> None:
    capture(qtbot, page, "First")

    assert "1 kept, every one saved" in page.hints.accessibleName()


def test_enter_on_a_card_opens_it_and_enter_keeps_the_correction(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    capture(qtbot, page, "Frist")
    page.cards.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.cards, Key.Key_Return)
    assert page.editor.words.hasFocus()
    qtbot.keyClicks(page.editor.words, "First")
    qtbot.keyClick(page.editor.words, Key.Key_Return)

    assert shown(page) == ["First"]
    assert page.editor.isHidden()
    assert page.field.line.hasFocus()


def test_escape_leaves_a_card_as_it_was(qtbot: QtBot, page: CapturePage) -> None:
    capture(qtbot, page, "First")
    page.cards.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.cards, Key.Key_Return)
    qtbot.keyClicks(page.editor.words, "Something else")
    qtbot.keyClick(page.editor.words, Key.Key_Escape)

    assert shown(page) == ["First"]


def test_emptied_words_are_refused_and_the_editor_stays_open(
    qtbot: QtBot, page: CapturePage
) -> None:
    capture(qtbot, page, "First")
    page.cards.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.cards, Key.Key_Return)
    qtbot.keyClick(page.editor.words, Key.Key_Backspace)
    qtbot.keyClick(page.editor.words, Key.Key_Return)

    assert shown(page) == ["First"]
    assert page.editor.isVisible()


def test_a_renamed_organisation_is_shown_by_its_new_name(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    desk.do(board.capture, "One door", "purpose", "only-us", organisation="o1")
    desk.do(join_organisation, "Ellerport City Council", "The city", organisation_id="o1")

    assert page.cards.cards()[0].meta == "The city · just now"


def test_taking_a_card_back_takes_it_off_the_page(
    qtbot: QtBot, page: CapturePage, desk: Desk
) -> None:
    capture(qtbot, page, "First")
    capture(qtbot, page, "Second")
    desk.undo()

    assert shown(page) == ["First"]


def test_of_very_many_cards_the_newest_are_shown(page: CapturePage, desk: Desk) -> None:
    texts = [f"Card {number}" for number in range(2_000)]
    desk.do(board.import_cards, texts, "purpose", "only-us", "comments")

    assert shown(page)[:2] == ["Card 1999", "Card 1998"]
    assert len(shown(page)) == WINDOW
    assert "2,000 kept" in page.hints.accessibleName()
