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

    There may be a second thing to do, in the `other` button. A `calm` question is asked where
    nothing is lost either way. `closed` when it was answered.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, calm: bool = False) -> None:
        super().__init__(parent)
        self._calm = calm
        self._act: Callable[[], object] | None = None
        self._other: Callable[[], object] | None = None
        ink = LIGHT.deep if calm else LIGHT.on_accent_soft
        self.question = PlainLabel("", self, size=13.5, colour=ink)
        self.go_on = (QuietButton if calm else PrimaryButton)("", self)
        self.other = QuietButton("", self)
        self.leave = QuietButton("Leave it as it is", self)
        self.go_on.clicked.connect(lambda: self._go(self._act))
        self.other.clicked.connect(lambda: self._go(self._other))
        self.leave.clicked.connect(self.close_it)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.go_on, self.other, self.leave):
            buttons.addWidget(button)
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

    def ask(
        self,
        question: str,
        go_on: str,
        act: Callable[[], object],
        *,
        other: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Ask; `act` is what happens when the answer is to go on, `other` a label and its act."""
        self._act = act
        label, self._other = other or ("", None)
        self.other.setText(label)
        self.other.setVisible(other is not None)
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

    def _go(self, act: Callable[[], object] | None) -> None:
        self.close_it()
        if act is not None:
            act()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves everything as it is; the arrows go from one button to the other."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            shown = [b for b in (self.go_on, self.other, self.leave) if not b.isHidden()]
            at = next((n for n, button in enumerate(shown) if button.hasFocus()), 0)
            at += -1 if event.key() == Qt.Key.Key_Left else 1
            shown[min(max(at, 0), len(shown) - 1)].setFocus()
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
        ground, line = LIGHT.accent_soft, LIGHT.accent
        if self._calm:
            ground, line = LIGHT.deep_soft, LIGHT.deep
        paint_panel(painter, QRectF(self.rect()), ground, "", CORNER)
        bar = QRectF(0, CORNER, 3, self.height() - 2 * CORNER)
        paint_panel(painter, bar, line, "", 1)
