"""Going to anything: type a few letters of a step, a value, an organisation or a thing to do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.theme.fonts import Typography
from ui.widgets.scroll_bar import CalmScrollBar

MOST = 200


@dataclass(frozen=True)
class Destination:
    """Somewhere to go or something to do, and the keys that do it without this list.

    `also` are words that find it and are not shown.
    """

    words: str
    act: Callable[[], object]
    keys: str = ""
    also: str = ""


class GoToDialog(QDialog):
    """A field and the list it narrows; Enter goes there, Esc stays."""

    def __init__(self, destinations: list[Destination], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Go to")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 420)
        self._destinations = destinations
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Go to a step, or do something")
        self.field.setAccessibleName("Go to")
        self.field.setFont(Typography.current().font(16))
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Where to")
        self.list.setVerticalScrollBar(CalmScrollBar(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self.go)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows move in the list while the field keeps the keyboard; Enter goes there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow((self.list.currentRow() + step) % max(1, self.list.count()))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.go()
                return True
        return super().eventFilter(watched, event)

    def go(self) -> None:
        """Close, and go to what is chosen."""
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self._destinations[item.data(Qt.ItemDataRole.UserRole)].act()

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        self.list.clear()
        for at, destination in enumerate(self._destinations):
            words = f"{destination.words} {destination.also}".casefold()
            if all(word in words for word in wanted) and self.list.count() < MOST:
                keys = f"      {destination.keys}" if destination.keys else ""
                item = QListWidgetItem(destination.words + keys)
                item.setData(Qt.ItemDataRole.UserRole, at)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
