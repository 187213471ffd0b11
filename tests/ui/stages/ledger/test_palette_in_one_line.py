"""The seven positions stand on one line also where the page is narrowest."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.stages.ledger.palette import PositionPalette, offers
from ui.theme.palette import apply_theme

NARROWEST = 789
"""Pixels of the middle column in a rehearsal, on the smallest laptop."""


def test_the_seven_positions_stand_on_one_line_in_a_rehearsal(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp)
    palette = PositionPalette()
    qtbot.addWidget(palette)
    palette.show_offers(offers("positions"))

    assert palette.heightForWidth(NARROWEST) == palette.heightForWidth(2_000)
    assert palette.heightForWidth(NARROWEST) < palette.heightForWidth(NARROWEST // 2)
