"""A table whose rows answer to single keys while the keyboard is on it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.widgets.hairline_table import HairlineTable

HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
# What a clicker sends: the console's, never a table's.
_PAGES = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class KeyedTable(HairlineTable):
    """Emits `asked` with the key and the row's id; other letters go on to the window.

    `keys` are as Qt writes them: "A", "F2", "Del". Ids are empty while the table is.
    """

    asked = Signal(str, str)

    def __init__(self, name: str, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(name, parent, scrolls=True)
        self._keys = frozenset(keys)

    def ids(self) -> list[str]:
        """The ids of the rows, from the top."""
        return [self._table.row(at).id for at in range(self._table.rowCount())]

    def go_to(self, row: str) -> None:
        """Put the keyboard's row on the one with this id, if it is there."""
        ids = self.ids()
        if row in ids:
            self.setCurrentIndex(self._table.index(ids.index(row), 0))
            # A row that was added just now is not in the range of the scroll bar yet.
            self.updateGeometries()
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Answer to the keys; Qt's search by first letter would swallow the others."""
        key = QKeySequence(event.key()).toString()
        held = event.modifiers() & HELD
        if key in self._keys and not held:
            self.asked.emit(key, self.current_id())
        elif held or event.key() in _PAGES or (event.text().strip() and not self._opens(event)):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the first row."""
        super().focusInEvent(event)
        if not self.current_id() and self._table.rowCount():
            self.setCurrentIndex(self._table.index(0, 0))

    @staticmethod
    def _opens(event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
