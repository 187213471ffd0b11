import time

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator import board, car_park
from facilitator.guide import load_guide
from sessions.session import Session
from ui.desk import Desk
from ui.stages.purpose.columns import LOOSE
from ui.stages.purpose.page import page_for
from ui.stages.purpose.themes import ThemesPage
from ui.widgets.cards import CARD_MIME

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hand:
    """The board, and the hand that types on it."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.refusals: list[str] = []
        desk.refused.connect(lambda reason, _offer: self.refusals.append(reason))
        stage = desk.guide.stage("purpose")
        page = page_for(desk, stage, stage.step("themes"))
        assert isinstance(page, ThemesPage)
        self.page = page
        qtbot.addWidget(page)
        page.resize(814, 520)
        desk.changed.connect(lambda workshop, _event: page.show_workshop(workshop))
        desk.refocused.connect(lambda _focus: page.show_workshop(desk.workshop))
        page.show_workshop(desk.workshop)
        page.show()
        qtbot.waitUntil(page.isActiveWindow)
        page.begin()

    def press(self, *keys: Qt.Key | str, shift: bool = False) -> None:
        for key in keys:
            target: QWidget = self.page.focusWidget() or self.page
            if isinstance(key, str):
                self.qtbot.keyClicks(target, key)
            elif shift:
                self.qtbot.keyClick(target, key, SHIFT)
            else:
                self.qtbot.keyClick(target, key)

    def piles(self) -> dict[str, list[str]]:
        found = {"": [c.text for c in self.page.columns.column(LOOSE).flow.cards()]}
        for theme in self.desk.workshop.themes.values():
            column = self.page.columns.column(theme.id)
            found[theme.name] = [card.text for card in column.flow.cards()]
        return found


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session, load_guide())


@pytest.fixture
def hand(qtbot: QtBot, desk: Desk) -> Hand:
    for number, question in enumerate(("why-bother", "only-us", "only-us"), start=1):
        desk.do(board.capture, f"Card {number}", "purpose", question, contribution_id=f"c{number}")
    return Hand(qtbot, desk)


def test_without_cards_the_board_says_where_they_come_from(qtbot: QtBot, desk: Desk) -> None:
    hand = Hand(qtbot, desk)

    assert hand.page.empty.isVisible()
    assert not hand.page.columns.isVisible()


def test_the_cards_of_every_question_are_loose_at_first(hand: Hand) -> None:
    assert hand.piles() == {"": ["Card 1", "Card 2", "Card 3"]}
    assert hand.page.tally.text() == "3 loose · 0 placed · drag, or select and press M"


def test_closing_words_are_not_sorted(hand: Hand) -> None:
    hand.desk.do(board.capture, "Surprised", "purpose", "unexpected")

    assert len(hand.piles()[""]) == 3


def test_m_and_a_new_name_move_the_card_to_a_new_theme(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Return)

    assert hand.piles() == {"": ["Card 2", "Card 3"], "One purse": ["Card 1"]}


def test_the_keyboard_stays_with_the_loose_cards_after_a_move(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Return)
    hand.press(Key.Key_M, "one p", Key.Key_Return)

    assert hand.piles() == {"": ["Card 3"], "One purse": ["Card 1", "Card 2"]}
    assert hand.page.columns.here() == LOOSE


def test_several_cards_move_in_one_change(hand: Hand) -> None:
    hand.press(Key.Key_Space)
    hand.press(Key.Key_Down, shift=True)
    hand.desk.do(board.name_theme, "One purse")
    hand.press(Key.Key_M, "One purse", Key.Key_Return)
    assert hand.piles() == {"": ["Card 3"], "One purse": ["Card 1", "Card 2"]}
    hand.desk.undo()

    assert hand.piles() == {"": ["Card 1", "Card 2", "Card 3"], "One purse": []}


def test_a_card_is_made_loose_again_by_name(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Return, Key.Key_Right)
    assert hand.page.columns.here() != LOOSE
    hand.press(Key.Key_M, "loose", Key.Key_Return)

    assert hand.piles()["One purse"] == []


def test_escape_leaves_the_question_and_nothing_moves(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Escape)

    assert hand.page.ask.isHidden()
    assert hand.page.columns.here() == LOOSE
    assert not hand.desk.workshop.themes


def test_a_refused_name_stays_in_the_line(hand: Hand) -> None:
    hand.desk.do(board.name_theme, "One purse", theme="t1")
    hand.page.add()
    hand.press("one PURSE", Key.Key_Return)

    assert hand.refusals == ["There is a theme called “One purse” already."]
    assert hand.page.ask.line.text() == "one PURSE"


def test_typing_a_name_with_m_and_p_in_it_moves_and_parks_nothing(hand: Hand) -> None:
    hand.page.add()
    hand.press("Mumps", Key.Key_Return)

    assert [theme.name for theme in hand.desk.workshop.themes.values()] == ["Mumps"]
    assert not hand.desk.workshop.car_park


def test_p_puts_the_card_into_the_car_park_and_off_the_board(hand: Hand) -> None:
    hand.press(Key.Key_P)

    assert hand.desk.workshop.contributions["c1"].parked
    assert hand.piles() == {"": ["Card 2", "Card 3"]}


def test_several_cards_are_parked_in_one_change(hand: Hand) -> None:
    before = hand.piles()
    hand.page.columns.column(LOOSE).flow.selectAll()
    hand.press(Key.Key_P)
    assert all(card.parked for card in hand.desk.workshop.contributions.values())
    hand.desk.undo()

    assert hand.piles() == before
    assert not hand.desk.workshop.car_park


def test_parking_without_a_card_says_what_to_choose(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Return)
    hand.press(Key.Key_P, Key.Key_P, Key.Key_P)

    assert hand.refusals == ["Choose a card first: arrows go to it, Shift adds more."]


def test_a_new_name_and_its_cards_are_one_change(hand: Hand) -> None:
    before = hand.piles()
    hand.press(Key.Key_M, "One purse", Key.Key_Return)
    hand.desk.undo()

    assert hand.piles() == before
    assert not hand.desk.workshop.themes


def test_s_splits_the_chosen_cards_off_in_one_change(hand: Hand) -> None:
    hand.page.columns.column(LOOSE).flow.selectAll()
    hand.press(Key.Key_M, "One purse", Key.Key_Return, Key.Key_Right)
    before = hand.piles()
    hand.press(Key.Key_S, "Two purses", Key.Key_Return)
    assert hand.piles() == {"": [], "One purse": ["Card 2", "Card 3"], "Two purses": ["Card 1"]}
    hand.desk.undo()

    assert hand.piles() == before


def test_a_whole_theme_is_not_split_and_the_name_stays_in_the_line(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Return, Key.Key_Right)
    hand.page.split_button.click()
    hand.press("Two purses", Key.Key_Return)

    assert hand.refusals == [
        "That is every card of the theme, so nothing is split. Rename it instead."
    ]
    assert hand.page.ask.line.text() == "Two purses"


def test_splitting_loose_cards_names_a_theme_for_them(hand: Hand) -> None:
    hand.press(Key.Key_S, "One purse", Key.Key_Return)

    assert hand.piles() == {"": ["Card 2", "Card 3"], "One purse": ["Card 1"]}


def test_after_a_rename_the_keyboard_is_back_in_the_theme(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Return, Key.Key_Right)
    hand.press(Key.Key_F2, "One budget", Key.Key_Return)

    [theme] = hand.desk.workshop.themes
    assert hand.page.columns.here() == theme


def test_t_and_j_name_and_join_themes(hand: Hand) -> None:
    hand.press(Key.Key_T, "One purse", Key.Key_Return)
    hand.press(Key.Key_T, "Voice", Key.Key_Return)
    hand.press(Key.Key_J, "One", Key.Key_Return)

    assert [theme.name for theme in hand.desk.workshop.themes.values()] == ["One purse"]


def test_a_parked_theme_says_on_the_board_where_it_went(hand: Hand) -> None:
    hand.press(Key.Key_M, "Leisure", Key.Key_Return)
    [theme] = hand.desk.workshop.themes
    item = hand.desk.do(car_park.park_theme, theme, "Sports trust")
    column = hand.page.columns.column(theme)
    assert column.accessibleName() == "Leisure, 0. In the car park, for Sports trust · 1 card"
    hand.desk.do(car_park.take_up, item.id, "They sent it back.")

    assert column.accessibleName() == "Leisure, 1"


def test_f2_renames_the_theme_the_keyboard_is_in(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Return, Key.Key_Right, Key.Key_F2)
    assert hand.page.ask.line.text() == "One purse"
    hand.press("One budget", Key.Key_Return)

    assert hand.piles() == {"": ["Card 2", "Card 3"], "One budget": ["Card 1"]}


def test_merging_moves_the_cards_into_the_other_theme(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Return)
    hand.press(Key.Key_M, "Voice", Key.Key_Return, Key.Key_Right)
    hand.page.merge()
    hand.press("voi", Key.Key_Return)

    assert hand.piles() == {"": ["Card 3"], "Voice": ["Card 1", "Card 2"]}


def test_merging_asks_which_theme_when_none_is_in_hand(hand: Hand) -> None:
    hand.desk.do(board.name_theme, "One purse", theme="t1")
    hand.desk.do(board.name_theme, "Voice", theme="t2")
    hand.page.merge()
    hand.press("Voice", Key.Key_Return, "One", Key.Key_Return)

    assert list(hand.desk.workshop.themes) == ["t1"]


def test_enter_opens_the_card_to_correct_it(hand: Hand) -> None:
    hand.press(Key.Key_Return)
    hand.press("First", Key.Key_Return)

    assert hand.piles() == {"": ["First", "Card 2", "Card 3"]}
    assert hand.page.columns.here() == LOOSE


def test_cards_dropped_on_a_theme_move_in_one_change(hand: Hand) -> None:
    hand.desk.do(board.name_theme, "One purse", theme="t1")
    hand.page.columns.column(LOOSE).flow.selectAll()
    data = QMimeData()
    data.setData(CARD_MIME, b"c1\nc2\nc3")
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    hand.page.columns.column("t1").dropEvent(event)
    assert hand.piles() == {"": [], "One purse": ["Card 1", "Card 2", "Card 3"]}
    hand.desk.undo()

    assert hand.piles() == {"": ["Card 1", "Card 2", "Card 3"], "One purse": []}


def test_choosing_in_one_pile_lets_go_of_the_other(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Return)
    hand.press(Key.Key_Space, Key.Key_Right, Key.Key_Space)

    assert hand.page.columns.chosen() == ("c1",)


def test_the_loose_pile_stands_first_for_the_keyboard(hand: Hand) -> None:
    hand.press(Key.Key_M, "One purse", Key.Key_Return)
    hand.press(Key.Key_Tab)

    [theme] = hand.desk.workshop.themes
    assert hand.page.columns.here() == theme


def test_two_hundred_cards_on_twelve_themes_stay_quick(qtbot: QtBot, desk: Desk) -> None:
    for number in range(12):
        desk.do(board.name_theme, f"Theme {number} " + "with a long name " * 3, f"t{number}")
    for number in range(200):
        theme = f"t{number % 13}" if number % 13 < 12 else ""
        desk.do(board.capture, f"Card {number} " * 9, "purpose", "only-us", theme=theme)
    hand = Hand(qtbot, desk)
    began = time.perf_counter()
    for _ in range(5):
        hand.press(Key.Key_M, "Theme 3", Key.Key_Return)

    assert hand.page.columns.verticalScrollBar().value() == 0
    # Generous for a busy machine; a board built anew for every card takes several times as long.
    assert (time.perf_counter() - began) / 5 < 0.5
    assert len(hand.piles()[""]) == 15 - 5
