"""The console's keys. None fires while somebody types, unless it holds Ctrl or is an F key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget


@dataclass(frozen=True)
class Key:
    """One thing the keyboard does: what it is called, its sequences, and the act itself."""

    words: str
    sequences: tuple[str, ...]
    act: Callable[[], object]


class Keyboard(QObject):
    """Installs keys on a window.

    A line that is empty gives Ctrl+Z up to the console: there is nothing in it to take back, and
    the facilitator means the card that was kept just now.
    """

    def __init__(self, window: QWidget, keys: list[Key]) -> None:
        super().__init__(window)
        self.keys = keys
        self._window = window
        for key in keys:
            for sequence in key.sequences:
                shortcut = QShortcut(QKeySequence(sequence), window)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(key.act)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Watch the control that has the keyboard, and only that: this runs for every event."""
        if old is not None:
            old.removeEventFilter(self)
        if (
            isinstance(new, QLineEdit | QComboBox | QAbstractSpinBox)
            and new.window() is self._window
        ):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Give the console its keys where a control would keep them to no use."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        takes_back = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
            QKeySequence.StandardKey.Redo
        )
        if takes_back and isinstance(watched, QLineEdit) and not watched.text():
            event.ignore()
            return True
        # A letter chooses an entry of these: it must not blank the room's screen.
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if (
            isinstance(watched, QComboBox | QAbstractSpinBox)
            and plain
            and event.text()
            and event.text().isprintable()
        ):
            event.accept()
            return True
        return False
