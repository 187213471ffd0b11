"""Buttons: the one primary action of a page, and the quiet ones."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.marks import paint_focus, paint_panel

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class QuietButton(QPushButton):
    """A white button with a hairline. Its label is shown as it is: `&` is only an ampersand.

    A key that does the same may stand before the label, as on the buttons of the positions.
    `gives_arrows` leaves the arrow keys to what it stands in; Qt would go with them to any other
    button of the window.
    """

    gives_arrows = False

    _fill, _hover, _ink, _line = LIGHT.card, LIGHT.rail, LIGHT.ink, LIGHT.line
    _ring, _inset = LIGHT.deep, 0
    _cap = LIGHT.mute

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint: QSize | None = None
        self._key = ""
        self.setText(text)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._take_font()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show this label."""
        if text and text == self.text():
            return
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._hint = None
        self.updateGeometry()

    def text(self) -> str:
        """The label as it was given."""
        return super().text().replace("&&", "&")

    def show_key(self, key: str) -> None:
        """Show a key before the label; an empty one is left out."""
        if key != self._key:
            self._key = key
            self._hint = None
            self.updateGeometry()
            self.update()

    def key(self) -> str:
        """The key that stands before the label."""
        return self._key

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The label and its air; a row of buttons asks for it many times for one keystroke."""
        if self._hint is None:
            px = Typography.current().px
            wide = QFontMetrics(self.font()).horizontalAdvance(self.text())
            self._hint = QSize(wide + self._cap_wide() + px(28), px(34))
        return QSize(self._hint)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A button is never narrower than its label."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif self.gives_arrows and event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the application's type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._take_font()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._hint = None

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the button, its label and, where the keyboard is, a ring."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        lively = self.isEnabled() and (self.isDown() or self.isChecked() or self.underMouse())
        fill, ink = (self._hover if lively else self._fill), self._ink
        if not self.isEnabled():
            fill, ink = LIGHT.rail, LIGHT.mute
        line = LIGHT.deep if self.isChecked() else self._line
        paint_panel(painter, rect, fill, line, CORNER)
        if self.hasFocus():
            inside = rect.adjusted(self._inset, self._inset, -self._inset, -self._inset)
            paint_focus(painter, inside, CORNER - self._inset, self._ring)
        if self._key:
            middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
            left = Typography.current().px(14)
            painter.setFont(_cap_font())
            painter.setPen(QColor(self._cap if self.isEnabled() else LIGHT.mute))
            painter.drawText(rect.adjusted(left, 0, 0, 0), middle, self._key)
            rect = rect.adjusted(self._cap_wide(), 0, 0, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(rect, flags, self.text())

    def _cap_wide(self) -> int:
        if not self._key:
            return 0
        return QFontMetrics(_cap_font()).horizontalAdvance(self._key) + Typography.current().px(8)

    def _take_font(self) -> None:
        self.setFont(Typography.current().font(13, 600))


class PaintedButton(QAbstractButton):
    """A button that paints itself: Enter presses it as Space does, and the arrows are not its."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press, or leave the key to what it stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class PrimaryButton(QuietButton):
    """The filled button: the one thing to do on this page."""

    _fill, _hover, _ink, _line = LIGHT.deep, "#0B3B47", LIGHT.on_deep, ""
    _ring, _inset = LIGHT.on_deep, 2
    _cap = LIGHT.on_deep


def _cap_font() -> QFont:
    return Typography.current().font(11)
