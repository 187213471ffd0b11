"""A short table that stands whole in a page that scrolls, and answers to keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from ui.stages.keyed_table import KeyedTable
from ui.widgets.hairline_table import Column, TableRow


class WholeTable(KeyedTable):
    """As tall as its rows, however many: the page around it scrolls, not the table."""

    def __init__(self, name: str, keys: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(name, keys, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[TableRow]) -> None:
        """Show these rows; the keyboard stays on the row that it was on."""
        before = self.current_id()
        super().show_rows(columns, rows)
        if before and not self.current_id():
            self.go_to(before)
        self._stand_whole()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The whole of it."""
        return QSize(200, self.sizeHint().height())

    def _fit(self) -> None:
        super()._fit()
        self._stand_whole()

    def _stand_whole(self) -> None:
        tall = self.sizeHint().height()
        if tall != self.height() or self.maximumHeight() != tall:
            self.setFixedHeight(tall)
