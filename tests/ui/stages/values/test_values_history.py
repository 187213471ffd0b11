"""The history of a value as a page: what stands on it, and how it is read."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.rounds import lock_round, take_position, take_positions
from facilitator.stages.values import amend, open_value_round, propose
from ui.desk import Desk
from ui.stages.values.history import HistoryPage
from ui.stages.values.history_lines import HistoryLine, SmallWording

Key = Qt.Key


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> HistoryPage:
    """The page, at its size on a small laptop, told of every change."""
    made = HistoryPage(desk)
    qtbot.addWidget(made)
    made.resize(814, 600)
    desk.changed.connect(lambda workshop, _event: made.show_workshop(workshop))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.begin()
    return made


def what(page: HistoryPage) -> list[str]:
    return [line.what for line in page.lines.lines()]


def negotiated(desk: Desk, board: list[str], amendments: int = 1) -> str:
    value = desk.do(propose, "No surprises", "Nobody learns it from the news.").id
    for number in range(amendments):
        asked = desk.do(open_value_round, value).id
        desk.do(take_positions, asked, tuple(board[1:]), "agree")
        desk.do(take_position, asked, board[0], "object", f"Not yet {number}", "harm")
        desk.do(lock_round, asked, desk.minute())
        desk.do(amend, value, f"Nobody learns it from the news, version {number}.", board[0])
    return value


def test_without_any_value_the_page_says_what_will_stand_there(page: HistoryPage) -> None:
    page.read("")

    assert not page.empty.isHidden()
    assert page.wording.isHidden()
    assert page.eyebrow.text() == "History"


def test_the_wording_stands_over_what_happened(page: HistoryPage, desk: Desk, a_board) -> None:
    value = negotiated(desk, a_board(desk.session, voting=3))
    page.read(value)

    assert page.wording.accessibleName() == "Nobody learns it from the news, version 0."
    assert page.eyebrow.text() == "History · No surprises · amended"
    assert what(page) == [
        "proposed it",
        "opened round 1",
        "I object (harm)",
        "locked round 1: 2 support it, 1 objects",
        "amended the wording, in answer to round 1",
    ]


def test_a_wording_that_moved_shows_how(page: HistoryPage, desk: Desk, a_board) -> None:
    page.read(negotiated(desk, a_board(desk.session, voting=3)))
    moved = page.lines.findChildren(SmallWording)

    assert [w.accessibleDescription() for w in moved] == ["", "added: , version 0"]


def test_a_change_is_told_as_it_happens_and_taken_back_with_it(
    page: HistoryPage, desk: Desk
) -> None:
    page.read(desk.do(propose, "No surprises").id)
    desk.do(amend, page.value, "Other words.")
    assert what(page) == ["proposed it", "amended the wording"]
    desk.undo()

    assert what(page) == ["proposed it"]


def test_a_value_that_is_taken_back_gives_way_to_another(page: HistoryPage, desk: Desk) -> None:
    one = desk.do(propose, "One").id
    page.read(desk.do(propose, "Two").id)
    desk.undo()

    assert page.value == one


def test_ctrl_and_an_arrow_read_the_next_value_and_take_nothing_in_hand(
    page: HistoryPage, desk: Desk, qtbot: QtBot
) -> None:
    one, two = desk.do(propose, "One").id, desk.do(propose, "Two").id
    page.read(one)
    focus = desk.focus
    read = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up):
        qtbot.keyClick(page.area, key, Qt.KeyboardModifier.ControlModifier)
        read.append(page.value)

    assert read == [two, one, two]
    assert desk.focus == focus, "the room stays with the value in hand"


def test_the_list_chooses_whose_history_is_read(page: HistoryPage, desk: Desk) -> None:
    one, two = desk.do(propose, "One").id, desk.do(propose, "Two").id
    page.read(one)
    rail = page.rail()
    rail.chosen.emit(two)

    assert page.value == two
    assert not rail.propose_button.isVisible()


def test_two_hundred_lines_scroll_by_keyboard(
    page: HistoryPage, desk: Desk, a_board, qtbot: QtBot
) -> None:
    value = negotiated(desk, a_board(desk.session, voting=2))
    for number in range(200):
        desk.do(amend, value, f"Nobody learns it from the news, version {number + 1}.")
    page.read(value)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 5_000)
    bar = page.area.verticalScrollBar()
    assert len(page.lines.findChildren(HistoryLine)) > 200
    places = [bar.value()]
    for act in (
        lambda: qtbot.keyClick(page.area, Key.Key_Down),
        lambda: page.turn(1),
        lambda: page.turn(-1),
        lambda: qtbot.keyClick(page.area, Key.Key_End),
        lambda: qtbot.keyClick(page.area, Key.Key_Home),
    ):
        act()
        places.append(bar.value())

    assert places[0] == 0
    assert 0 < places[1] < places[2]
    assert places[3] == places[1]
    assert places[4:] == [bar.maximum(), 0]


@pytest.mark.parametrize("text", ["W" * 3_000, "wort " * 700, "<b>&amp;</b> مجلس\nline two"])
def test_words_of_any_length_and_script_wrap_inside_the_page(
    page: HistoryPage, desk: Desk, text: str, qtbot: QtBot
) -> None:
    value = desk.do(propose, text[:300], text).id
    desk.do(amend, value, text + " more", why=text)
    page.read(value)
    qtbot.wait(20)
    inside = page.area.widget()

    assert inside is not None
    assert inside.width() <= page.area.viewport().width()
    for line in page.lines.findChildren(HistoryLine):
        assert line.height() >= line.heightForWidth(line.width()) - 1
    for wording in page.lines.findChildren(SmallWording):
        assert wording.height() >= wording.heightForWidth(wording.width()) - 1


def test_each_line_is_named_for_a_screen_reader(page: HistoryPage, desk: Desk, a_board) -> None:
    page.read(negotiated(desk, a_board(desk.session, voting=3)))
    names = [line.accessibleName() for line in page.lines.findChildren(HistoryLine)]

    assert "09:30 Org 1: I object (harm). “Not yet 0”" in names
    assert page.area.accessibleName() == "The history of “No surprises”"
