"""A question in its place on the page, before something that cannot be taken back."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_panel


class AskOnce(QWidget):
    """Hidden until it asks. The keyboard is on the button that leaves everything as it is.

    `closed` when it was answered either way.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] | None = None
        self.question = PlainLabel("", self, size=13.5, colour=LIGHT.on_accent_soft)
        self.go_on = PrimaryButton("", self)
        self.leave = QuietButton("Leave it as it is", self)
        self.go_on.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.close_it)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addWidget(self.question)
        column.addLayout(buttons)
        self.hide()

    @property
    def asking(self) -> bool:
        """Whether it waits for an answer."""
        return self._act is not None

    def ask(self, question: str, go_on: str, act: Callable[[], object]) -> None:
        """Ask; `act` is what happens when the answer is to go on."""
        self._act = act
        self.question.setText(question)
        self.setAccessibleName(question)
        self.go_on.setText(go_on)
        self.show()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_it(self) -> None:
        """Leave everything as it is."""
        if self._act is not None:
            self._act = None
            self.hide()
            self.closed.emit()

    def _go_on(self) -> None:
        act = self._act
        self.close_it()
        if act is not None:
            act()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves everything as it is; the arrows go from one button to the other."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            (self.go_on if event.key() == Qt.Key.Key_Left else self.leave).setFocus()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """A question that is not answered while its page is up was not wanted."""
        self._act = None
        self.hide()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the soft ground and the bar at its left, as of a notice."""
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), LIGHT.accent_soft, "", CORNER)
        bar = QRectF(0, CORNER, 3, self.height() - 2 * CORNER)
        paint_panel(painter, bar, LIGHT.accent, "", 1)
