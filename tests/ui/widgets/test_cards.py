"""The grid of cards, and themes that cards are dropped on."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent

from ui.theme.palette import apply_theme
from ui.widgets.card_painting import CardItem
from ui.widgets.cards import CARD_MIME, CardFlow
from ui.widgets.theme_column import ThemeColumn


def cards(count: int) -> list[CardItem]:
    return [CardItem(str(i), f"Card {i}", "Council", ("voice",)) for i in range(count)]


@pytest.fixture
def flow(qtbot, qapp):
    apply_theme(qapp)
    flow = CardFlow()
    qtbot.addWidget(flow)
    flow.resize(814, 400)
    flow.show()
    return flow


def test_no_more_than_the_newest_five_hundred_are_painted(flow) -> None:
    flow.show_cards(cards(10_000))
    assert len(flow.cards()) == 500
    assert flow.cards()[0].id == "0"


@pytest.mark.parametrize(("width", "columns"), [(500, 2), (814, 3), (1600, 4)])
def test_the_number_of_columns_follows_the_width(flow, qapp, width: int, columns: int) -> None:
    flow.resize(width, 400)
    flow.show_cards(cards(columns + 1))
    qapp.processEvents()
    tops = [flow.visualRect(flow.model().index(row, 0)).y() for row in range(columns + 1)]
    assert len(set(tops[:columns])) == 1
    assert tops[columns] > tops[0]


def test_a_single_column_begins_at_the_top(qtbot, qapp) -> None:
    column = CardFlow(columns=1)
    qtbot.addWidget(column)
    column.resize(260, 600)
    column.show_cards(cards(3))
    column.show()
    qapp.processEvents()
    assert column.visualRect(column.model().index(0, 0)).y() == 0


def test_a_card_that_needs_a_third_line_makes_room_for_it(flow) -> None:
    flow.show_cards(cards(3))
    before = flow.gridSize().height()
    flow.show_cards([CardItem("long", "many words " * 30), *cards(3)])
    assert flow.gridSize().height() > before


def test_the_scroll_bar_shows_only_when_there_is_more_than_fits(flow) -> None:
    flow.show_cards(cards(3))
    assert flow.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    flow.show_cards(cards(60))
    assert flow.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn


def test_enter_opens_the_card_the_keyboard_is_on(flow, qtbot) -> None:
    flow.show_cards(cards(3))
    flow.select("1")
    with qtbot.waitSignal(flow.opened) as opened:
        qtbot.keyClick(flow, Qt.Key.Key_Return)
    assert opened.args == ["1"]


def test_enter_opens_a_card_once(flow, qtbot) -> None:
    flow.show_cards(cards(3))
    flow.select("1")
    heard: list[str] = []
    flow.opened.connect(heard.append)
    qtbot.keyClick(flow, Qt.Key.Key_Return)
    assert heard == ["1"]


def test_a_double_click_opens_a_card_once(flow, qtbot, qapp) -> None:
    flow.show_cards(cards(3))
    qapp.processEvents()
    heard: list[str] = []
    flow.opened.connect(heard.append)
    at = flow.visualRect(flow.model().index(1, 0)).center()
    qtbot.mouseClick(flow.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(flow.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard == ["1"]


def test_delete_asks_for_the_card_to_go_and_takes_nothing_away(flow, qtbot) -> None:
    flow.show_cards(cards(3))
    flow.select("2")
    with qtbot.waitSignal(flow.delete_asked) as asked:
        qtbot.keyClick(flow, Qt.Key.Key_Delete)
    assert asked.args == ["2"]
    assert len(flow.cards()) == 3


def test_the_keyboard_stays_on_its_card_when_a_new_one_arrives(flow) -> None:
    flow.show_cards(cards(3))
    flow.select("1")
    flow.show_cards([CardItem("new", "New", lit=True), *cards(3)])
    assert flow.selected_ids() == ["1"]


def test_a_screen_reader_hears_the_whole_card(flow) -> None:
    long = "word " * 1000
    flow.show_cards([CardItem("a", long.strip(), "Council", ("voice",))])
    child = QAccessible.queryAccessibleInterface(flow).child(0)
    said = child.text(QAccessible.Text.Name)
    assert said == f"{long.strip()}. Council. voice"


def test_hostile_and_endless_words_are_painted_as_words(flow) -> None:
    flow.show_cards(
        [
            CardItem("a", "<b>&<script>alert(1)</script>", "<i>x</i>", ("<u>t</u>",)),
            CardItem("b", "x" * 300_000),
            CardItem("c", "نحتاج إلى خطة 🎉 Ŵyl\nnew line", lit=True),
        ]
    )
    assert not flow.grab().isNull()


def test_a_card_dropped_on_a_theme_is_announced(qtbot, flow) -> None:
    column = ThemeColumn("One purse")
    qtbot.addWidget(column)
    flow.show_cards(cards(2))
    mime: QMimeData = flow.model().mimeData([flow.model().index(1, 0)])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(column.card_dropped) as dropped:
        column.dropEvent(drop)
    assert dropped.args == ["1"]
    assert mime.hasFormat(CARD_MIME)


def test_a_theme_says_its_name_and_its_count(qtbot) -> None:
    column = ThemeColumn("One purse")
    qtbot.addWidget(column)
    column.show_theme("With, not for", cards(4))
    assert column.accessibleName() == "With, not for, 4"


def test_a_card_that_comes_from_elsewhere_while_several_are_chosen_is_not_chosen(
    qtbot, qapp
) -> None:
    flow = CardFlow(several=True)
    qtbot.addWidget(flow)
    flow.resize(814, 400)
    flow.show()
    flow.show_cards(cards(6))
    flow.setCurrentIndex(flow.model().index(1, 0))
    down = (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(flow, *down)
    flow.show_cards([CardItem("new", "A new card", "Council"), *cards(6)])
    qtbot.keyClick(flow, *down)

    assert sorted(flow.selected_ids()) == ["1", "2", "3"]
