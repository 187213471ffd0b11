"""Would another board sign this: a letter alone answers, and no letter of a word is lost."""

import pytest
from PySide6.QtCore import Qt

from facilitator import statement
from facilitator.stages import purpose
from ui.stages.purpose.asking import AnotherBoardPanel

Key = Qt.Key


@pytest.fixture
def panel(desk, qtbot) -> AnotherBoardPanel:
    """The question about a draft, with the keyboard where it begins."""
    desk.do(purpose.draft, "One purse", draft_id="d1")
    made = AnotherBoardPanel(desk)
    qtbot.addWidget(made)
    made.show_draft(desk.workshop.drafts["d1"])
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin()
    return made


@pytest.mark.parametrize("words", ["Not with our money", "yes and no", "Nobody", "You know"])
def test_no_letter_of_the_words_is_lost(desk, panel, keys, words) -> None:
    keys.type(words)

    assert panel.line.text() == words
    assert not panel.yes.isChecked()
    assert not panel.no.isChecked()


@pytest.mark.parametrize(("letter", "signs"), [("y", True), ("N", False), ("no", False)])
def test_a_letter_alone_is_the_answer_and_no_words(desk, panel, keys, letter, signs) -> None:
    keys.type(letter)
    keys.press(Key.Key_Return)

    assert desk.workshop.drafts["d1"].another_board == statement.AnotherBoard(signs, "")


def test_a_word_that_begins_with_the_letter_leaves_the_answer_as_it_was(desk, panel, keys) -> None:
    desk.do(statement.answer_another_board, "d1", False)
    panel.show_draft(desk.workshop.drafts["d1"])
    keys.type("y")
    assert panel.yes.isChecked()

    keys.type("orkshire could")
    assert panel.no.isChecked()


def test_alt_and_a_letter_answer_beside_the_words(desk, panel, keys, qtbot) -> None:
    keys.type("Nobody, ")
    qtbot.keyClick(keys.at, Key.Key_N, Qt.KeyboardModifier.AltModifier)
    keys.type("only you")
    keys.press(Key.Key_Return)

    assert desk.workshop.drafts["d1"].another_board == statement.AnotherBoard(
        False, "Nobody, only you"
    )


def test_after_the_words_were_refused_a_letter_answers(desk, panel, keys) -> None:
    keys.type("Not with our money")
    keys.press(Key.Key_Return)
    keys.type("n")
    keys.press(Key.Key_Return)

    assert desk.workshop.drafts["d1"].another_board == statement.AnotherBoard(
        False, "Not with our money"
    )


def test_words_typed_on_a_button_go_into_the_line(panel, keys) -> None:
    panel.yes.setFocus()
    keys.type("N")
    keys.type("ot us")

    assert panel.line.text() == "Not us"


def test_an_answer_by_the_mouse_takes_the_letter_out_of_the_line(panel, keys) -> None:
    keys.type("n")
    panel.yes.click()

    assert panel.line.text() == ""
    assert panel.yes.isChecked()
