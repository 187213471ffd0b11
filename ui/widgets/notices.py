"""Inline words when something may not be done, and when there is nothing yet."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.marks import paint_panel


class Notice(QWidget):
    """The sentence in which the app says that something may not be done now.

    It goes away with Esc, or when the page calls `dismiss` after the next change. With
    `by_escape=False` whoever shows it takes Esc: two notices on a window cannot both. `escaped`
    says that it was Esc, for whoever leaves with it what was refused.
    """

    dismissed = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None, *, by_escape: bool = True) -> None:
        super().__init__(parent)
        self._by_escape = by_escape
        self._label = PlainLabel("", self, size=13.5, colour=LIGHT.on_accent_soft)
        lines = QHBoxLayout(self)
        lines.setContentsMargins(14, 10, 14, 10)
        lines.addWidget(self._label)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self._by_escape_key)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show the sentence, and have it read aloud."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self._escape.setEnabled(self._by_escape)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Take the notice away."""
        if not self.isHidden():
            self._escape.setEnabled(False)
            self.hide()
            self.dismissed.emit()

    def _by_escape_key(self) -> None:
        self.dismiss()
        self.escaped.emit()

    def sentence(self) -> str:
        """What it says now; nothing when it is away."""
        return "" if self.isHidden() else self._label.text()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the soft ground and the bar at its left."""
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), LIGHT.accent_soft, "", CORNER)
        bar = QRectF(0, CORNER, 3, self.height() - 2 * CORNER)
        paint_panel(painter, bar, LIGHT.accent, "", 1)


class EmptyState(QWidget):
    """What stands where there is nothing yet: a heading, a sentence, and perhaps what to do."""

    acted = Signal()

    def __init__(
        self, heading: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self._heading = Heading(heading, self, size=18)
        self._sentence = PlainLabel(sentence, self, colour=LIGHT.mute)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 24, 0, 24)
        lines.setSpacing(8)
        lines.addWidget(self._heading)
        lines.addWidget(self._sentence)
        if action:
            self.button = QuietButton(action, self)
            self.button.clicked.connect(self.acted)
            lines.addWidget(self.button)
