"""The positions as buttons: one click, or the key that stands on it, for the row in hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.decision import CODES, Code, Scale
from facilitator.gradients import GRADIENTS, MEANT, SAID, Gradient
from ui.theme.fonts import Typography
from ui.theme.tokens import CORNER, LIGHT, position_look
from ui.widgets.marks import paint_panel, paint_symbol
from ui.widgets.wrapping import in_lines

_GAP = 6
_CENTRE = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True)
class Offer:
    """One button: its key, its words, and the position or the gradient that it takes.

    `asks` where the organisation has to say which position it means.
    """

    key: str
    words: str
    code: Code
    gradient: Gradient = ""
    asks: bool = False


def offers(scale: Scale) -> tuple[Offer, ...]:
    """What may be said on a scale, in the order of its keys."""
    if scale == "positions":
        return tuple(
            Offer(str(at), position_look(code).word, code) for at, code in enumerate(CODES, start=1)
        )
    made = []
    for at, gradient in enumerate(GRADIENTS, start=1):
        meant = MEANT[gradient]
        asks = len(meant) > 1
        made.append(Offer(str(at), SAID[gradient], _code(meant[-1]), gradient, asks))
    return (*made, Offer("9", position_look("absent").word, "absent"))


def meanings(gradient: Gradient) -> tuple[Offer, ...]:
    """The positions that a gradient may stand for, under their own keys."""
    codes = [code for code in CODES if code in MEANT[gradient]]
    return tuple(
        Offer(str(CODES.index(code) + 1), position_look(code).word, code, gradient)
        for code in codes
    )


def _code(word: str) -> Code:
    return next(code for code in CODES if code == word)


class _Button(QAbstractButton):
    """A key cap, a symbol and a word."""

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.offer = offer
        self._hint: QSize | None = None
        # The keys do the same from the table, where the keyboard is and should stay.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(offer.words)
        says = SAID[offer.gradient] if offer.gradient else position_look(offer.code).says
        self.setToolTip(f"{offer.key}   {says}")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its parts; asked for many times for one keystroke, and reckoned once."""
        if self._hint is None:
            px = Typography.current().px
            key = QFontMetricsF(self._font(key=True)).horizontalAdvance(self.offer.key)
            words = QFontMetricsF(self._font(key=False)).horizontalAdvance(self.offer.words)
            self._hint = QSize(round(key + words + px(16) + px(31)), px(27))
        return QSize(self._hint)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the application's type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._hint = None
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        painter = QPainter(self)
        px = Typography.current().px
        look = position_look(self.offer.code)
        rect = QRectF(self.rect())
        lively = self.isDown() or self.underMouse()
        paint_panel(painter, rect, LIGHT.rail if lively else LIGHT.card, LIGHT.line, CORNER)
        middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        face = self._font(key=True)
        key = QFontMetricsF(face).horizontalAdvance(self.offer.key)
        painter.setFont(face)
        painter.setPen(QColor(LIGHT.mute))
        x = float(px(9))
        painter.drawText(QRectF(x, 0, key + 2, rect.height()), middle, self.offer.key)
        x += key + px(14)
        if self.offer.asks:
            # Which position it stands for is asked: until then it has the sign of none.
            painter.setFont(self._font(key=False))
            painter.setPen(QColor(LIGHT.mute))
            painter.drawText(QRectF(x - px(5), 0, px(10), rect.height()), _CENTRE, "?")
        else:
            ink = QColor(look.colour if look.code in ("agree", "object") else LIGHT.ink)
            paint_symbol(painter, look.symbol, QPointF(x, rect.center().y()), px(11), ink)
        painter.setFont(self._font(key=False))
        painter.setPen(QColor(LIGHT.ink))
        x += px(10)
        painter.drawText(QRectF(x, 0, rect.width() - x, rect.height()), middle, self.offer.words)

    @staticmethod
    def _font(*, key: bool) -> QFont:
        return Typography.current().font(11 if key else 12.5, 400 if key else 600)


class PositionPalette(QWidget):
    """A button for each position, on as many lines as they need. `chosen` carries an `Offer`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[_Button] = []
        self.setAccessibleName("Positions")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_offers(self, shown: Sequence[Offer]) -> None:
        """Show these; nothing happens when they are the ones shown."""
        if [button.offer for button in self._buttons] == list(shown):
            return
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for offer in shown:
            button = _Button(offer, self)
            button.clicked.connect(lambda _=False, offer=offer: self.chosen.emit(offer))
            button.show()
            self._buttons.append(button)
        self.updateGeometry()
        self._place(self.width(), move=True)

    def offers(self) -> list[Offer]:
        """What is offered now."""
        return [button.offer for button in self._buttons]

    def button(self, key: str) -> QAbstractButton:
        """The button that this key stands on; KeyError when none does."""
        for button in self._buttons:
            if button.offer.key == key:
                return button
        raise KeyError(key)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines at this width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width, and the height that goes with it."""
        return QSize(560, self.heightForWidth(max(560, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """At least the widest button."""
        hints = [button.sizeHint() for button in self._buttons]
        widest = max((hint.width() for hint in hints), default=80)
        return QSize(widest, max((hint.height() for hint in hints), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the buttons out for the new width."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def _place(self, width: int, *, move: bool) -> int:
        places = in_lines([button.sizeHint() for button in self._buttons], width, _GAP)
        if move:
            for button, place in zip(self._buttons, places, strict=True):
                button.setGeometry(place)
        return places[-1].bottom() + 1 if places else 0
