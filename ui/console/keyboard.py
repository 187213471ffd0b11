"""The console's keys. None fires while somebody types, unless it holds Ctrl or is an F key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid


@dataclass(frozen=True)
class Key:
    """One thing the keyboard does: what it is called, its sequences, and the act itself."""

    words: str
    sequences: tuple[str, ...]
    act: Callable[[], object]


class Keyboard(QObject):
    """Installs keys on a window.

    A line that is empty gives Ctrl+Z up to the console: there is nothing in it to take back, and
    the facilitator means the card that was kept just now. `strayed` when the control that had the
    keyboard has gone or was switched off, and Qt has given the keyboard to the next one it found.
    """

    strayed = Signal()

    def __init__(self, window: QWidget, keys: list[Key]) -> None:
        super().__init__(window)
        self.keys = keys
        self._window = window
        every = [sequence for key in keys for sequence in key.sequences]
        self._never_typed = {QKeySequence(each).toString() for each in every if len(each) > 1}
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
            isinstance(new, QLineEdit | QPlainTextEdit | QComboBox | QAbstractSpinBox)
            and new.window() is self._window
        ):
            new.installEventFilter(self)
        if old is not None and new is not None and old.window() is new.window() is self._window:
            QTimer.singleShot(0, self, lambda: self._look_after(old, new))

    def _look_after(self, old: QWidget, new: QWidget) -> None:
        """Tell when the keyboard went on because what had it went away."""
        gone = not isValid(old) or not old.isVisible() or not old.isEnabled()
        if gone and isValid(new) and new.hasFocus():
            self.strayed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Give the console its keys where a control would keep them for itself."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        takes_back = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
            QKeySequence.StandardKey.Redo
        )
        if takes_back:
            if _has_nothing_to_take_back(watched):
                event.ignore()
                return True
            return False
        # On some desktops Ctrl+K deletes to the end of the line in any field.
        if QKeySequence(event.keyCombination()).toString() in self._never_typed:
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


def _has_nothing_to_take_back(field: QObject) -> bool:
    """Whether a field is empty, so that what is meant is the last thing that was kept."""
    if isinstance(field, QPlainTextEdit):
        history = field.document()
        return not (history.isUndoAvailable() or history.isRedoAvailable())
    return isinstance(field, QLineEdit) and not field.text()
