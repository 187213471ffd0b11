"""The list of values in the left column."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.stages.values.rail import RailItem, ValueRail

TITLES = ("One budget mind", "Nobody left behind", "Stay in the room")


def test_the_list_scrolls_where_there_is_less_room(qtbot: QtBot) -> None:
    rail = ValueRail()
    qtbot.addWidget(rail)
    rail.resize(232, 200)
    rail.show()
    remarks = ("clarified", "with reservations", "not agreed yet")
    items = [RailItem(t, t, r) for t, r in zip(TITLES, remarks, strict=True)]
    rail.show_values(items, TITLES[0])
    for _ in range(4):
        QApplication.processEvents()

    assert rail.list.verticalScrollBar().isVisible()
