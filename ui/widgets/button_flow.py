"""Buttons from left to right, on as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.buttons import QuietButton
from ui.widgets.wrapping import in_lines

_GAP = 8


class ButtonFlow(QWidget):
    """Places the buttons that are shown; those that are hidden take no room.

    The left and right arrows go from button to button and never out of it.
    """

    def __init__(
        self, buttons: Sequence[QuietButton], parent: QWidget | None = None, *, gap: int = _GAP
    ) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._gap = gap
        for button in self._buttons:
            button.setParent(self)
            button.gives_arrows = True
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines at this width."""
        places = in_lines(self._hints(), width, self._gap)
        return places[-1].bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All of them on one line."""
        hints = self._hints()
        wide = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The widest of them."""
        hints = self._hints()
        tall = max((hint.height() for hint in hints), default=0)
        return QSize(max((hint.width() for hint in hints), default=0), tall)

    def event(self, event: QEvent) -> bool:
        """Place them anew when one was shown or hidden, or says something longer."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return bool(super().event(event))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Place them anew: Qt tells nobody of a button that says something else while hidden."""
        super().showEvent(event)
        self._place()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place them for the new width."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the button beside; at an end stay there."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        shown = [b for b in self._buttons if not b.isHidden() and b.isEnabled()]
        at = next((n for n, each in enumerate(shown) if each.hasFocus()), None)
        if by is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + by < len(shown):
            shown[at + by].setFocus(Qt.FocusReason.OtherFocusReason)

    def _hints(self) -> list[QSize]:
        return [button.sizeHint() for button in self._buttons if not button.isHidden()]

    def _place(self) -> None:
        shown = [button for button in self._buttons if not button.isHidden()]
        places = in_lines(self._hints(), self.width(), self._gap)
        for button, place in zip(shown, places, strict=True):
            button.setGeometry(place)
