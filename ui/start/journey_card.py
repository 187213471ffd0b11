"""The cards on the start page: one for each kind of workshop."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.tokens import CARD_CORNER, LIGHT
from ui.widgets.buttons import PrimaryButton
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_focus


class JourneyCard(QWidget):
    """A kind of workshop: title, what it is for, how long it takes. `chosen` carries its id.

    The first card is the primary one: it has a button, the others are chosen themselves.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, primary: bool = False) -> None:
        super().__init__(parent)
        self._id = ""
        self._primary = primary
        self._title = PlainLabel("", self, size=16, weight=700)
        self._summary = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._length = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 11, 13, 11)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._summary)
        if primary:
            self.button = PrimaryButton("New workshop", self)
            self.button.clicked.connect(self._choose)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self.button)
            row.addWidget(self._length, 1)
            column.addLayout(row)
            self.setFocusProxy(self.button)
        else:
            column.addWidget(self._length)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        column.addStretch(1)
        self.setFixedHeight(130)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_journey(self, journey: str, title: str, summary: str, length: str) -> None:
        """Show this kind of workshop."""
        self._id = journey
        self._title.setText(title)
        self._summary.setText(summary)
        self._length.setText(length)
        self.setAccessibleName(f"{title}. {summary}. {length}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter or Space chooses the card."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click chooses the card."""
        if self.rect().contains(event.position().toPoint()):
            self._choose()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the white card, deep-edged when it is the primary one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(LIGHT.deep if self._primary else LIGHT.line), 1))
        painter.setBrush(QColor(LIGHT.card))
        painter.drawRoundedRect(box, CARD_CORNER, CARD_CORNER)
        if self.hasFocus() and not self._primary:
            paint_focus(painter, box, CARD_CORNER)

    def _choose(self) -> None:
        if self._id:
            self.chosen.emit(self._id)
