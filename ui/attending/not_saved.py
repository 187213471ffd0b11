"""The bar that says calmly that nothing is saved now, since when, why, and what can be done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_panel

GO_ON = "Go on in another folder…"
TRY_AGAIN = "Try again"
STILL_HERE = (
    "Everything that was kept until then is safe here, and what you typed is still in its field. "
    "It is tried again by itself."
)


class NotSavedBar(QWidget):
    """Stands along the top of a window while its workshop cannot be saved.

    `go_on_asked` for another folder, `try_asked` for another attempt. It takes the keyboard from
    nobody.
    """

    go_on_asked = Signal()
    try_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        # The console keeps its columns in a front of its own; others have them at once.
        front = getattr(window, "front", window)
        super().__init__(front)
        self._since = ""
        self.title = PlainLabel("", self, size=13.5, weight=700, colour=LIGHT.on_accent_soft)
        self.words = PlainLabel(STILL_HERE, self, size=12.5, colour=LIGHT.on_accent_soft)
        self.go_on = PrimaryButton(GO_ON, self)
        self.try_again = QuietButton(TRY_AGAIN, self)
        self.go_on.clicked.connect(self.go_on_asked)
        self.try_again.clicked.connect(self.try_asked)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(10)
        row.addLayout(lines, 1)
        for button in (self.try_again, self.go_on):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = front.layout()
        if isinstance(column, QBoxLayout):
            # Under the bar with the clock, over everything else.
            column.insertWidget(1, self)
        self.hide()

    @property
    def since(self) -> str:
        """Since when nothing is saved, "14:32"; nothing while all is well."""
        return self._since

    def show_why(self, why: str) -> None:
        """Say that nothing is saved, and why; since when stays as it was first said."""
        self._since = self._since or f"{datetime.now():%H:%M}"
        said = f"Not saved since {self._since}: {why}"
        if said == self.title.text() and self.isVisible():
            return
        self.title.setText(said)
        self.setAccessibleName(said)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def all_is_well(self) -> None:
        """Take the bar away."""
        self._since = ""
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the soft ground."""
        paint_panel(QPainter(self), QRectF(self.rect()), LIGHT.accent_soft, "", 0)
