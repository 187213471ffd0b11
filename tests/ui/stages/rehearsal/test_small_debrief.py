"""The debrief on the smallest screen: the middle of a console of 960 × 600."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.stages.rehearsal.debriefing import begin_phase
from ui.stages.rehearsal.debriefing.page import DebriefPage
from ui.theme.fonts import Typography

WIDE, TALL = 405, 320


@pytest.fixture
def page(chosen, open_page) -> DebriefPage:
    """The debrief in its phase Strain."""
    chosen.do(begin_phase, "R", "Strain", chosen.seconds())
    made = open_page("debrief")
    made.window().resize(WIDE, TALL)
    QTest.qWait(30)
    return made


def inside(page: DebriefPage, widget: QWidget) -> bool:
    """Whether nothing of a widget is cut at the left or the right of the page."""
    left = widget.mapTo(page, QPoint(0, 0)).x()
    return left >= 0 and left + widget.width() <= page.width()


def test_nothing_is_cut_at_the_sides(page: DebriefPage) -> None:
    parts = [page.question, page.answer, page.phases.ring, page.phases.next, page.strain]
    buttons = list(page.phases._buttons.values())
    assert len(buttons) == 4
    assert all(inside(page, each) for each in (*parts, *buttons))


def test_the_clock_of_the_phase_stands_under_the_phases_and_beside_them_where_there_is_room(
    page: DebriefPage,
) -> None:
    def under() -> bool:
        last = list(page.phases._buttons.values())[-1]
        bottom = last.mapTo(page, QPoint(0, last.height())).y()
        return page.phases.ring.mapTo(page, QPoint(0, 0)).y() >= bottom

    assert under()
    page.window().resize(900, TALL)
    QTest.qWait(30)
    assert not under()


def test_no_heading_of_the_values_under_strain_is_cut(page: DebriefPage) -> None:
    table = page.strain.table
    metrics = QFontMetrics(Typography.current().font(12, 600))
    for at in range(table.model().columnCount()):
        title = table.model().headerData(at, Qt.Orientation.Horizontal)
        assert metrics.horizontalAdvance(title) + 10 <= table.columnWidth(at), title
