"""Forty organisations, twenty values, five rounds, long words: on a small laptop nothing is cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPushButton,
    QStyleOptionViewItem,
    QWidget,
)

from benchmarks.negotiation import DAY, negotiated
from facilitator.decision import Code
from facilitator.rounds import latest_round, take_position
from sessions.clock import SetClock
from sessions.session import Session
from ui.console.window import Console
from ui.stages.values.rounds import RoundsPage
from ui.theme.fonts import Typography
from ui.theme.tokens import position_look
from ui.widgets.buttons import PrimaryButton
from ui.widgets.hairline_table import ITEM_ROLE, Cell
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import OneLine
from ui.widgets.marks import pill_width


@pytest.fixture(scope="module")
def entries() -> list:
    """The history of the long negotiation, made once."""
    return negotiated(40, 20, 5)


@pytest.fixture
def long(entries, tmp_path: Path, shown) -> Console:
    """A console on it, at the first value's fifth round."""
    session = Session.create(tmp_path / "long.workshop", clock=SetClock(DAY))
    session.receive(entries)
    console: Console = shown(session)
    console.navigator.go("values", "rounds")
    console.desk.focus_on(value="value-0")
    settle()
    assert (console.width(), console.height()) == (1366, 768)
    return console


@pytest.fixture
def page(long: Console) -> RoundsPage:
    """The page of the rounds."""
    assert isinstance(long.page, RoundsPage)
    return long.page


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def visible(page: QWidget) -> Iterator[QWidget]:
    """Everything on the page that can be seen."""
    for part in page.findChildren(QWidget):
        if part.isVisible() and not part.isWindow():
            yield part


def scrolls(part: QWidget) -> bool:
    """Whether it may be larger than what is around it, because that scrolls."""
    around = part.parentWidget()
    area = around.parentWidget() if around is not None else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is around


def name_of(part: QWidget) -> str:
    return f"{type(part).__name__} “{part.accessibleName()[:40]}” {part.geometry().getRect()}"


def beyond(page: QWidget) -> list[str]:
    """What stands out of what it is in."""
    return [
        f"{name_of(part)} in {name_of(around)}"
        for part in visible(page)
        if (around := part.parentWidget()) is not None
        and not scrolls(part)
        and not around.rect().contains(part.geometry())
    ]


def cut(page: QWidget) -> list[str]:
    """Words that have less room than they need, and no sign that they go on."""
    found = []
    for part in visible(page):
        if isinstance(part, OneLine):
            continue
        if isinstance(part, QLabel) and part.text():
            needed = part.heightForWidth(part.width()) if part.wordWrap() else 0
            if needed > part.height():
                found.append(f"{name_of(part)} needs {needed}")
        elif isinstance(part, QPushButton) and part.sizeHint().width() > part.width():
            found.append(name_of(part))
    return found


SAID: tuple[Code, ...] = ("agree", "reservation", "stand_aside", "need_more", "object", "abstain")
WORDS = "We can live with it as long as the night service is told a full week before anything " * 4


STATES = ["open", "said", "locked"]


@pytest.fixture(params=STATES)
def at(request, long: Console, page: RoundsPage) -> RoundsPage:
    """The page as a round opens, once everybody has said much, and after it was locked."""
    if request.param != "open":
        made = latest_round(long.desk.workshop, "value-0")
        assert made is not None
        for number, each in enumerate(long.desk.workshop.organisations):
            code = SAID[number % len(SAID)]
            about = "harm" if code == "object" else ""
            said = "" if code in ("agree", "abstain") else WORDS
            long.desk.do(take_position, made.id, each, code, said, about)
        settle()
    if request.param == "locked":
        page.ledger.table.setFocus()
        QTest.keyClick(page.ledger.table, Qt.Key.Key_L)
        settle()
        last = latest_round(long.desk.workshop, "value-0")
        assert last is not None
        assert last.outcome() == "not_adopted_objection"
    return page


def test_everything_lies_within_what_is_around_it(at: RoundsPage) -> None:
    assert list(visible(at))
    assert beyond(at) == []


def test_no_words_are_cut(at: RoundsPage) -> None:
    assert cut(at) == []


def test_every_row_is_as_tall_as_its_words(at: RoundsPage) -> None:
    table = at.ledger.table
    delegate, option = table.itemDelegate(), QStyleOptionViewItem()
    needed = [
        max(
            delegate.sizeHint(option, table.model().index(row, column)).height()
            for column in range(table.model().columnCount())
        )
        for row in range(table.model().rowCount())
    ]

    assert [table.rowHeight(row) for row in range(len(needed))] == needed


def test_headings_and_pills_fit_their_columns(at: RoundsPage) -> None:
    table = at.ledger.table
    model, type_ = table.model(), Typography.current()
    heading, pill = type_.font(12, 600), type_.font(12, 600)
    cut_off = []
    for column in range(model.columnCount()):
        title = model.headerData(column, Qt.Orientation.Horizontal)
        wide = table.columnWidth(column)
        if QFontMetrics(heading).horizontalAdvance(title) > wide - 10:
            cut_off.append(title)
        for row in range(model.rowCount()):
            cell: Cell = model.index(row, column).data(ITEM_ROLE)
            if cell.pill:
                look = position_look(cell.pill)
                word = cell.text or look.word
                if pill_width(word, look.symbol, pill) > wide - 8:
                    cut_off.append(word)

    assert sorted(set(cut_off)) == []


def in_sight(page: RoundsPage, rect: QRect) -> bool:
    """Whether a part of the ledger's table can be seen whole."""
    view = page.ledger.table.viewport()
    return view.visibleRegion().contains(rect) and view.visibleRegion().boundingRect().contains(
        rect
    )


def test_the_row_in_hand_is_always_in_sight(at: RoundsPage) -> None:
    table = at.ledger.table
    table.go_to("org-0")
    table.setFocus()
    settle()
    hidden = []
    for _ in range(40):
        row = table.visualRect(table.currentIndex())
        if not in_sight(at, row):
            hidden.append(table.current_id())
        QTest.keyClick(table, Qt.Key.Key_Down)
        settle()

    assert table.current_id() == "org-39"
    assert hidden == []


def test_the_next_organisation_is_in_sight_after_each_position(page: RoundsPage) -> None:
    table = page.ledger.table
    table.go_to("org-0")
    table.setFocus()
    hidden = []
    for _ in range(40):
        QTest.keyClick(table, Qt.Key.Key_1)
        settle()
        if not in_sight(page, table.visualRect(table.currentIndex())):
            hidden.append(table.current_id())

    assert hidden == []


def test_the_primary_action_can_be_seen_whole(at: RoundsPage) -> None:
    filled = [part for part in visible(at) if isinstance(part, PrimaryButton)]

    # While somebody is still to be heard, nothing is: the lock would be refused.
    assert len(filled) == (0 if at.ledger.sentence.text().startswith("Round 5 is open") else 1)
    assert all(part.visibleRegion().boundingRect() == part.rect() for part in filled)


def test_the_keys_can_be_seen_whole(at: RoundsPage) -> None:
    (keys,) = [part for part in visible(at) if isinstance(part, KeyHint)]

    assert keys.visibleRegion().boundingRect() == keys.rect()


def test_the_value_in_hand_is_in_sight_in_its_list(long: Console, page: RoundsPage) -> None:
    long.desk.focus_on(value="value-19")
    settle()
    rail = page.rail()
    assert rail is not None
    row = rail.list.visualRect(rail.list.currentIndex())

    assert rail.list.rows.item(rail.list.currentIndex().row()).id == "value-19"
    assert rail.list.viewport().visibleRegion().contains(row)
