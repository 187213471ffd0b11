"""A ledger on a value of its own, and the hand that types on it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.events import Event
from facilitator.rounds import Round, latest_round
from facilitator.stages.values import open_value_round, propose
from ui.desk import Desk
from ui.stages.ledger.ledger import PositionLedger
from ui.widgets.hairline_table import Cell
from ui.widgets.rows import ITEM_ROLE


class Hand:
    """A ledger on a value of its own, and the hand that types on it."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.refusals: list[tuple[str, str]] = []
        desk.session.do(propose, "Candour", value_id="V1")
        self.ledger = PositionLedger(desk, self.open_round)
        qtbot.addWidget(self.ledger)
        self.ledger.resize(814, 500)
        desk.changed.connect(lambda workshop, _event: self.ledger.show_subject(workshop, "V1"))
        desk.refused.connect(lambda reason, offer: self.refusals.append((reason, offer)))
        self.ledger.show()
        self.ledger.show_subject(desk.workshop, "V1")
        self.ledger.begin()

    def open_round(self) -> Event | None:
        return self.desk.do(open_value_round, "V1")

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            target = self.ledger.focusWidget() or self.ledger.table
            if isinstance(key, str):
                self.qtbot.keyClicks(target, key)
            else:
                self.qtbot.keyClick(target, key)

    def codes(self) -> dict[str, str]:
        found = latest_round(self.desk.workshop, "V1")
        return {o: p.code for o, p in found.standing().items()} if found else {}

    def cell(self, row: int, column: int) -> Cell:
        model = self.ledger.table.model()
        found = model.index(row, column).data(ITEM_ROLE)
        assert isinstance(found, Cell)
        return found

    def round(self) -> Round:
        found = latest_round(self.desk.workshop, "V1")
        assert found is not None
        return found

    def go_to(self, organisation: str) -> None:
        self.ledger.table.go_to(organisation)
