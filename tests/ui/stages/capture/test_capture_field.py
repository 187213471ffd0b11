from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.wording import LONGEST
from ui.stages.capture.field import CaptureField
from ui.stages.capture.offers import Choice

Key = Qt.Key
PEOPLE = [
    Choice("o1", "Council", "Ellerport City Council"),
    Choice("o2", "Acute trust"),
    Choice("m1", "Amina Yusuf", "Leader of the council", "Council"),
    Choice("o3", "Public health"),
    Choice("o4", "Public Health Wales"),
]
THEMES = [Choice("t1", "hard choices"), Choice("t2", "Voice")]


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[CaptureField]:
    page = QWidget()
    made = CaptureField("What was said?", page)
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addStretch(1)
    page.resize(814, 400)
    qtbot.addWidget(page)
    made.offer_people(PEOPLE)
    made.offer_themes(THEMES)
    page.show()
    made.line.setFocus()
    qtbot.waitUntil(made.line.hasFocus)
    yield made
    page.close()


@pytest.fixture
def kept(field: CaptureField) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    field.kept.connect(lambda *said: found.append(said))
    return found


def offered(field: CaptureField) -> list[str]:
    if field.offers.isHidden():
        return []
    return [field.offers.item(row).text() for row in range(field.offers.count())]


def compose(field: CaptureField, text: str) -> None:
    QCoreApplication.sendEvent(field.line, QInputMethodEvent(text, []))


def test_enter_keeps_the_words(qtbot: QtBot, field: CaptureField, kept: list[object]) -> None:
    qtbot.keyClicks(field.line, "Move the money")
    qtbot.keyClick(field.line, Key.Key_Return)

    assert kept == [("Move the money", "", "", "")]


def test_the_words_stay_until_the_page_says_that_they_were_kept(
    qtbot: QtBot, field: CaptureField, kept: list[object]
) -> None:
    qtbot.keyClicks(field.line, "Move the money")
    qtbot.keyClick(field.line, Key.Key_Return)

    assert field.line.text() == "Move the money"
    field.clear()
    assert field.line.text() == ""


def test_at_and_a_few_letters_offer_who_fits_and_enter_takes_the_first(
    qtbot: QtBot, field: CaptureField, kept: list[object]
) -> None:
    qtbot.keyClicks(field.line, "@co")
    assert offered(field) == ["Council", "Amina Yusuf   Council"]
    qtbot.keyClick(field.line, Key.Key_Return)
    qtbot.keyClicks(field.line, "One front door")
    qtbot.keyClick(field.line, Key.Key_Return)

    assert kept == [("One front door", "o1", "", "")]


def test_the_arrows_and_tab_choose_from_the_list(qtbot: QtBot, field: CaptureField) -> None:
    qtbot.keyClicks(field.line, "@co")
    qtbot.keyClick(field.line, Key.Key_Down)
    qtbot.keyClick(field.line, Key.Key_Tab)

    assert field.line.hasFocus()
    assert field.who() == PEOPLE[2]


def test_a_click_chooses_from_the_list(qtbot: QtBot, field: CaptureField) -> None:
    qtbot.keyClicks(field.line, "@co")
    item = field.offers.item(1)
    spot = field.offers.visualItemRect(item).center()
    qtbot.mouseClick(field.offers.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert field.who() == PEOPLE[2]


def test_a_whole_name_and_a_space_names_them_without_the_list(
    qtbot: QtBot, field: CaptureField
) -> None:
    qtbot.keyClicks(field.line, "@council One door")

    assert (field.who(), field.line.text()) == (PEOPLE[0], "One door")


def test_a_name_that_begins_a_longer_one_waits_for_the_choice(
    qtbot: QtBot, field: CaptureField
) -> None:
    qtbot.keyClicks(field.line, "@public health ")

    assert field.who() is None
    assert offered(field) == ["Public health", "Public Health Wales"]


def test_a_name_in_mid_sentence_stays_in_the_sentence_unless_it_is_chosen(
    qtbot: QtBot, field: CaptureField
) -> None:
    qtbot.keyClicks(field.line, "Ask the @council nicely")

    assert (field.who(), field.line.text()) == (None, "Ask the @council nicely")


def test_a_mail_address_opens_no_list(qtbot: QtBot, field: CaptureField) -> None:
    qtbot.keyClicks(field.line, "Write to a@co")

    assert offered(field) == []


def test_a_hash_takes_a_theme_that_is_there(
    qtbot: QtBot, field: CaptureField, kept: list[object]
) -> None:
    qtbot.keyClicks(field.line, "Close the ward #hard")
    qtbot.keyClick(field.line, Key.Key_Return)

    assert kept == [("Close the ward", "", "t1", "")]


def test_a_hash_and_another_word_make_a_new_theme(
    qtbot: QtBot, field: CaptureField, kept: list[object]
) -> None:
    qtbot.keyClicks(field.line, "Close the ward #money")
    assert offered(field) == ["money   a new theme"]
    qtbot.keyClick(field.line, Key.Key_Return)
    qtbot.keyClick(field.line, Key.Key_Return)

    assert kept == [("Close the ward", "", "", "money")]


def test_a_number_sign_at_the_head_of_a_sentence_stays_text(
    qtbot: QtBot, field: CaptureField, kept: list[object]
) -> None:
    qtbot.keyClicks(field.line, "#1 priority")
    qtbot.keyClick(field.line, Key.Key_Return)

    assert kept == [("#1 priority", "", "", "")]


def test_tab_makes_a_new_theme_of_several_words(qtbot: QtBot, field: CaptureField) -> None:
    qtbot.keyClicks(field.line, "#pooled money")
    qtbot.keyClick(field.line, Key.Key_Tab)

    assert field.theme() is not None
    assert field.theme() == Choice("", "pooled money", detail="a new theme: press Tab")


def test_backspace_at_the_start_takes_the_theme_and_then_who(
    qtbot: QtBot, field: CaptureField
) -> None:
    qtbot.keyClicks(field.line, "@council ")
    qtbot.keyClicks(field.line, "#voice ")
    assert field.theme() == THEMES[1]
    qtbot.keyClick(field.line, Key.Key_Backspace)
    assert (field.who(), field.theme()) == (PEOPLE[0], None)
    qtbot.keyClick(field.line, Key.Key_Backspace)

    assert field.who() is None


def test_backspace_over_a_selection_only_removes_the_words(
    qtbot: QtBot, field: CaptureField
) -> None:
    qtbot.keyClicks(field.line, "@council One door")
    field.line.home(False)
    field.line.end(True)
    field.line.setSelection(len(field.line.text()), -len(field.line.text()))
    qtbot.keyClick(field.line, Key.Key_Backspace)

    assert (field.who(), field.line.text()) == (PEOPLE[0], "")


def test_escape_closes_the_list_and_then_empties_the_field(
    qtbot: QtBot, field: CaptureField
) -> None:
    qtbot.keyClicks(field.line, "Ask @co")
    qtbot.keyClick(field.line, Key.Key_Escape)
    assert (offered(field), field.line.text()) == ([], "Ask @co")
    qtbot.keyClick(field.line, Key.Key_Escape)

    assert field.line.text() == ""


def test_ctrl_z_brings_back_what_escape_emptied(qtbot: QtBot, field: CaptureField) -> None:
    qtbot.keyClicks(field.line, "Move the money")
    qtbot.keyClick(field.line, Key.Key_Escape)
    qtbot.keyClick(field.line, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert field.line.text() == "Move the money"


def test_ctrl_z_is_left_to_the_console_once_the_words_were_kept(
    qtbot: QtBot, field: CaptureField
) -> None:
    qtbot.keyClicks(field.line, "Move the money")
    assert field.line.isUndoAvailable()
    field.clear()

    assert not field.line.isUndoAvailable()


def test_words_still_being_composed_are_kept_on_enter(
    qtbot: QtBot, field: CaptureField, kept: list[object]
) -> None:
    field.line.insert("Tŷ ")
    compose(field, "bach")
    qtbot.keyClick(field.line, Key.Key_Return)

    assert kept == [("Tŷ bach", "", "", "")]


def test_words_still_being_composed_stay_when_the_step_changes(
    qtbot: QtBot, field: CaptureField
) -> None:
    compose(field, "مرحبا")
    field.window().hide()

    assert field.line.text() == "مرحبا"


@pytest.mark.parametrize(
    "text", ["<b>&<script>alert(1)</script>", "👩🏽‍⚕️ yes", "Mae’r plant yn gyntaf", "الأطفال أولاً"]
)
def test_words_in_any_script_are_kept_as_they_are(
    qtbot: QtBot, field: CaptureField, kept: list[tuple[str, ...]], text: str
) -> None:
    QGuiApplication.clipboard().setText(text)
    field.line.paste()
    qtbot.keyClick(field.line, Key.Key_Return)

    assert kept[0][0] == text


def test_a_paste_of_five_thousand_characters_is_kept_whole(
    qtbot: QtBot, field: CaptureField, kept: list[tuple[str, ...]]
) -> None:
    QGuiApplication.clipboard().setText("word " * 1000)
    field.line.paste()
    qtbot.keyClick(field.line, Key.Key_Return)

    assert kept[0][0] == ("word " * 1000).strip()


def test_a_paste_too_long_for_a_card_is_not_quietly_cut_to_the_length_of_one(
    qtbot: QtBot, field: CaptureField, kept: list[tuple[str, ...]]
) -> None:
    QGuiApplication.clipboard().setText("x" * (LONGEST + 500))
    field.line.paste()
    qtbot.keyClick(field.line, Key.Key_Return)

    assert len(kept[0][0]) > LONGEST


def test_a_long_name_is_cut_in_its_chip_and_leaves_room_to_type(
    qtbot: QtBot, field: CaptureField
) -> None:
    name = "Ellerport and Quayfold University Hospitals NHS Foundation Trust"
    field.offer_people([Choice("o9", name)])
    qtbot.keyClicks(field.line, "@ell")
    qtbot.keyClick(field.line, Key.Key_Return)

    assert field.line.width() > 400
    assert field.line.accessibleDescription() == f"said by {name}"


def test_the_list_goes_when_the_keyboard_goes_elsewhere(qtbot: QtBot, field: CaptureField) -> None:
    qtbot.keyClicks(field.line, "@co")
    field.line.clearFocus()

    assert offered(field) == []
