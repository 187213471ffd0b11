"""The ledger's table: the keys of the positions, and a menu of them for the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from facilitator.decision import CODES
from ui.stages.keyed_table import KeyedTable
from ui.theme.fonts import Typography
from ui.theme.tokens import position_look
from ui.widgets.hairline_table import Column, TableRow

_LEAST_ROWS = 4
_LEAST = 142
"""Pixels for the rows at the least: four short ones, or one of as many lines as there may be."""
_ONE_ROW = 36
"""Pixels of the row in hand while words about it are asked for: the words come first."""

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""The keys that go to the next row, also while the keyboard is on a button."""

KEYS = "123456789ACGHILRVW"
"""The keys that act on the row in hand, or on the round; others go on to the ledger."""


class LedgerTable(KeyedTable):
    """A row for each organisation; as tall as its rows, and scrolling where there is less room.

    `asked` carries a key (`1` to `9`, `A`, `L`, `R` …) and the organisation it was pressed on;
    `chosen` a position's code from the menu that a click into the newest round's column opens.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Where every organisation stands", KEYS, parent)
        self._gives_way = False
        self.clicked.connect(self._clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_organisations(self, columns: Sequence[Column], rows: Sequence[TableRow]) -> None:
        """Show these rows; the keyboard stays on the organisation that it was on."""
        before = self.current_id()
        self.show_rows(columns, rows)
        if not self.current_id():
            self.go_to(before)
        if self.maximumHeight() != (tall := self._height_of_all()):
            self.setMaximumHeight(tall)

    def below(self, organisation: str) -> str:
        """The organisation in the next row, or nothing after the last."""
        order = self.ids()
        at = order.index(organisation) + 1 if organisation in order else 0
        return order[at] if at < len(order) else ""

    def step(self, by: int) -> None:
        """Go so many rows down, or up, and take the keyboard; past either end nothing moves."""
        at = self.currentIndex().row() + by
        if 0 <= at < self.model().rowCount():
            self.go_to(self.ids()[at])
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def position_menu(self) -> QMenu:
        """The seven positions, to choose one with the mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, code in enumerate(CODES, start=1):
            entry = menu.addAction(f"{key}   {position_look(code).says}")
            entry.triggered.connect(lambda _=False, code=code: self.chosen.emit(code))
        return menu

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few rows, one while it gives way: it gets what the page can spare, up to all of them.

        Tall rows are fewer, so that long words never push the buttons off a small laptop.
        """
        head = self.horizontalHeader().sizeHint().height()
        shown = range(min(self.model().rowCount(), _LEAST_ROWS))
        tall = sum(self.rowHeight(at) for at in shown)
        most = Typography.current().px(_ONE_ROW if self._gives_way else _LEAST)
        return QSize(480, head + min(tall, most) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few rows."""
        return QSize(200, self.sizeHint().height())

    def give_way(self, gives_way: bool) -> None:
        """Whether it may shrink to one row, for words that are asked for under it."""
        if gives_way != self._gives_way:
            self._gives_way = gives_way
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Words wrap anew in another width, so the rows are of other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMaximumHeight(self._height_of_all())
        # Where words are asked for, the row they are about stays in view.
        self.scrollTo(self.currentIndex())

    def _clicked(self, index: QModelIndex) -> None:
        """Offer the positions on a click into the newest round's column, the last but one."""
        if index.column() == self.model().columnCount() - 2:
            under = self.visualRect(index).bottomLeft()
            self.position_menu().popup(self.viewport().mapToGlobal(under))
