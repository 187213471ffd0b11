"""Going to anything: type a few letters of a step, a value, an organisation or a thing to do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.wording import shortened
from ui.attending.draft_places import passing
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel
from ui.widgets.scroll_bar import CalmScrollBar

MOST = 200
_LONGEST_SAID = 60


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
        passing(self.field)
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
        self.nothing = PlainLabel("", self, size=13, colour=LIGHT.mute)
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
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
        found = [(_fits(wanted, each), at) for at, each in enumerate(self._destinations)]
        for _, at in sorted((fit, at) for fit, at in found if fit is not None)[:MOST]:
            destination = self._destinations[at]
            keys = f"      {destination.keys}" if destination.keys else ""
            item = QListWidgetItem(destination.words + keys)
            item.setData(Qt.ItemDataRole.UserRole, at)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setText(f"Nothing is called “{shortened(typed.strip(), _LONGEST_SAID)}”.")
        self.nothing.setVisible(not self.list.count())


def _fits(wanted: list[str], to: Destination) -> int | None:
    """How well a destination answers what was typed, 0 best; None when it does not.

    A title, or its part after the colon, that begins with the words comes first, then one that
    contains them, then one that has each somewhere, then one found by what is not shown.
    """
    title, typed = to.words.casefold(), " ".join(wanted)
    if not all(word in f"{title} {to.also.casefold()}" for word in wanted):
        return None
    if any(part.startswith(typed) for part in (title, title.partition(": ")[2])):
        return 0
    if typed in title:
        return 1
    return 2 if all(word in title for word in wanted) else 3
