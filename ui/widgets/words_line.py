"""A line of words whose owner sees the keys before it does."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.wording import LONGEST


def commit_composed(widget: QWidget, composing: str) -> None:
    """Keep the words that an input method is still composing in a text widget."""
    if composing:
        QGuiApplication.inputMethod().commit()
        event = QInputMethodEvent()
        event.setCommitString(composing)
        QCoreApplication.sendEvent(widget, event)


class WordsLine(QLineEdit):
    """One line. `takes` is asked of every key, Tab too, and says whether it used it.

    Ctrl+Z goes on to the window when the line has nothing of its own to take back.
    """

    focus_changed = Signal()

    def __init__(
        self, takes: Callable[[QKeyEvent], bool], parent: QWidget, *, longest: int = LONGEST
    ) -> None:
        super().__init__(parent)
        self._takes = takes
        self._composing = ""
        # A paste of hundreds of thousands of characters freezes a line for seconds. One character
        # more than a text holds, so that too long a paste is refused and not quietly cut.
        self.setMaxLength(longest + 1)

    def event(self, event: QEvent) -> bool:
        """Offer a key to the owner before Qt moves the keyboard or types it."""
        if isinstance(event, QKeyEvent):
            kind = event.type()
            if kind == QEvent.Type.KeyPress and self._takes(event):
                return True
            # A line claims Ctrl+Z even when it has nothing to take back; then it is for the card.
            if kind == QEvent.Type.ShortcutOverride and self._has_no_use_for(event):
                event.ignore()
                return False
        return bool(super().event(event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Remember what is being composed."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def finish_composing(self) -> None:
        """Keep what an input method is still composing."""
        composing, self._composing = self._composing, ""
        commit_composed(self, composing)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def _has_no_use_for(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
