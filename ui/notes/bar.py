"""The bar along the top of the note-taker's window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import OneLine, PlainLabel


class NotesBar(QWidget):
    """The bar along the top: whose workshop, whose notes, how many, and handing over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = OneLine("", self, size=16, weight=700)
        self._seat = OneLine("", self, size=13.5, colour=LIGHT.mute)
        self._handed = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._count = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.hand_over: QuietButton = PrimaryButton("Hand over", self)
        for label in (self._handed, self._count):
            label.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 1)
        row.setSpacing(18)
        row.addWidget(self._group)
        row.addWidget(self._seat, 1)
        for part in (self._handed, self._count, self.hand_over):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(Typography.current().px(52))

    def show_about(self, group: str, seat: str) -> None:
        """Show whose workshop it is, and whose notes."""
        self._group.setText(group)
        self._group.setMaximumWidth(380)
        self._seat.setText(f"Note-taking at {seat} · no network needed")

    def show_count(self, count: int) -> None:
        """Show how many notes are kept."""
        self._count.setText(f"{count:,} kept · every one saved" if count else "")

    def show_handed_over(self, words: str) -> None:
        """Show when the notes were last handed over."""
        self._handed.setText(words)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the white ground and the hairline under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT.card))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(LIGHT.line))
