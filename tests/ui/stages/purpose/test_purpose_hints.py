"""Hints on the board: offered, taken, put aside, never applied by themselves."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator import board
from facilitator.history import replay
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.purpose.columns import LOOSE
from ui.stages.purpose.hints import MOST_HINTS
from ui.stages.purpose.page import page_for
from ui.stages.purpose.themes import ThemesPage

Key = Qt.Key
PLAN = ("One plan for every child from birth", "Every child has one plan, from before birth")
MONEY = ("Move money between organisations within the year", "In-year money moved between orgs")


class Board:
    """The themes page, and how to wait for what it hears."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: Page) -> None:
        assert isinstance(page, ThemesPage)
        self.qtbot, self.desk, self.page = qtbot, desk, page

    def hints(self) -> list[str]:
        return [line.accessibleName() for line in self.page.suggested.lines if not line.isHidden()]

    def wait_for(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.hints()) == count)

    def wait_long_enough(self) -> None:
        with self.qtbot.waitSignal(self.page._listener.heard):
            pass

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            target = self.page.focusWidget() or self.page
            if isinstance(key, str):
                self.qtbot.keyClicks(target, key)
            else:
                self.qtbot.keyClick(target, key)

    def themes(self) -> dict[str, str]:
        found = self.desk.workshop.themes
        cards = self.desk.workshop.contributions.values()
        return {c.id: found[c.theme].name if c.theme else "" for c in cards}


@pytest.fixture
def put(desk: Desk) -> Callable[..., None]:
    def capture(*texts: str, theme: str = "") -> None:
        for text in texts:
            name = f"c{len(desk.workshop.contributions) + 1}"
            desk.do(board.capture, text, "purpose", "only-us", theme=theme, contribution_id=name)

    return capture


@pytest.fixture
def on_board(qtbot: QtBot, desk: Desk, a_page, put) -> Board:
    put(*PLAN, "Open the libraries late")
    return Board(qtbot, desk, a_page(page_for, "purpose", "themes"))


def test_two_loose_cards_that_sound_alike_are_offered_and_nothing_is_done(on_board) -> None:
    on_board.wait_for(1)

    [hint] = on_board.hints()
    assert hint == f"{PLAN[0]} / {PLAN[1]} – sound alike: put them together?"
    assert set(on_board.themes().values()) == {""}


def test_g_takes_the_hint_under_a_name_that_is_asked_for(on_board) -> None:
    on_board.wait_for(1)
    before = replay(on_board.desk.session.history.entries)
    on_board.press("g")
    assert on_board.page.columns.chosen() == ("c1", "c2")
    on_board.press("Children", Key.Key_Return)

    assert on_board.themes() == {"c1": "Children", "c2": "Children", "c3": ""}
    assert on_board.hints() == []
    on_board.desk.undo()
    assert on_board.desk.workshop == before
    on_board.wait_for(1)


def test_a_hint_that_is_not_named_is_not_taken(on_board) -> None:
    on_board.wait_for(1)
    on_board.press("g", Key.Key_Escape)

    assert on_board.desk.workshop.themes == {}
    assert len(on_board.hints()) == 1


@pytest.mark.parametrize("key", ["x", Key.Key_Delete])
def test_a_hint_that_is_put_aside_stays_away_when_another_card_comes(on_board, put, key) -> None:
    on_board.wait_for(1)
    on_board.press(key)
    on_board.wait_for(0)
    put("A plan for every child, from birth")
    on_board.wait_long_enough()

    assert not any(PLAN[0] in hint and PLAN[1] in hint for hint in on_board.hints())
    assert on_board.page.columns.here() == LOOSE


def test_a_click_takes_a_hint_and_the_cross_puts_it_aside(on_board) -> None:
    on_board.wait_for(1)
    line = on_board.page.suggested.lines[0]
    on_board.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert on_board.page.ask.isVisible()
    on_board.press(Key.Key_Escape)
    on_board.qtbot.mouseClick(line.cross, Qt.MouseButton.LeftButton)

    on_board.wait_for(0)


def test_enter_on_the_hint_itself_takes_it(on_board) -> None:
    on_board.wait_for(1)
    on_board.page.suggested.lines[0].setFocus()
    on_board.press(Key.Key_Return)

    assert on_board.page.ask.isVisible()


def test_a_card_that_sounds_like_a_theme_is_put_there_with_one_key(on_board, put) -> None:
    on_board.desk.do(board.name_theme, "One purse", "t1")
    put(MONEY[0], theme="t1")
    on_board.press("x")
    put(MONEY[1])
    on_board.qtbot.waitUntil(lambda: any("One purse" in hint for hint in on_board.hints()))
    on_board.page.columns.choose(["c5"])
    on_board.press("g")

    assert on_board.themes()["c5"] == "One purse"
    on_board.desk.undo()
    assert on_board.themes()["c5"] == ""


def test_the_hint_that_names_the_card_under_the_keyboard_is_in_hand(on_board, put) -> None:
    put("Warm homes tonight", "Warm homes tonight please")
    on_board.wait_for(2)
    for card, pair in (("c5", {"c4", "c5"}), ("c2", {"c1", "c2"})):
        on_board.page.columns.choose([card])

        assert set(on_board.page.suggested.in_hand.cards) == pair


def test_no_more_than_three_hints_are_offered(on_board, put) -> None:
    for word in ("apple", "bread", "cider", "dough", "elder"):
        put(f"{word} {word}s pie tart", f"tart pie {word}")
    put(*(f"{n}alpha {n}beta" for n in "pqrst"), *(f"{n}beta {n}alpha" for n in "pqrst"))
    on_board.wait_for(MOST_HINTS)
    on_board.wait_long_enough() if on_board.page._listener._hearing else None

    assert len(on_board.hints()) == MOST_HINTS


def test_g_without_a_hint_says_so(on_board, refusals) -> None:
    on_board.wait_for(1)
    on_board.press("x")
    on_board.wait_for(0)
    on_board.press("g")

    assert refusals == ["No loose cards sound alike enough to suggest anything."]


def test_the_keys_of_hints_are_shown_only_beside_hints(on_board) -> None:
    assert "take the hint" not in on_board.page.hints.accessibleName()
    on_board.wait_for(1)

    assert "G: take the hint" in on_board.page.hints.accessibleName()


def test_the_name_of_a_theme_may_hold_the_letters_of_the_keys(on_board) -> None:
    on_board.wait_for(1)
    on_board.press("g", "gxsjtp", Key.Key_Return)

    assert [t.name for t in on_board.desk.workshop.themes.values()] == ["gxsjtp"]
    assert on_board.desk.workshop.car_park == {}


def test_very_long_cards_and_names_are_offered_in_short(on_board, put) -> None:
    on_board.desk.do(board.name_theme, "Quiet " * 50, "t1")
    put("quiet nights " * 230, theme="t1")
    put("nights quiet " * 230)
    on_board.qtbot.waitUntil(lambda: any("Quiet" in hint for hint in on_board.hints()))

    assert on_board.page.suggested.height() < 400
    assert on_board.page.suggested.width() <= on_board.page.width()
