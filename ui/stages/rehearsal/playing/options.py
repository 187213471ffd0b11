"""The ways out of a decision point, as cards beside each other; the last is another way."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import CARD_CORNER, LIGHT
from ui.widgets.buttons import PaintedButton
from ui.widgets.marks import paint_focus, paint_panel
from ui.widgets.paragraph import Limits, Paragraph

_GAP = 12
_PAD = 13
_LEAST = 172


@dataclass(frozen=True)
class OptionItem:
    """One card: the option's id (empty for another way), its words, and what became of it."""

    id: str
    title: str
    note: str = ""
    state: str = ""
    key: str = ""

    def spoken(self) -> str:
        """The card in words."""
        return ". ".join(part for part in (self.title, self.note, self.state) if part)


class OptionCard(PaintedButton):
    """A card that is pressed: title, note, and in deep what became of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = OptionItem("", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_item(self, item: OptionItem) -> None:
        """Show this option."""
        if item != self.item:
            self.item = item
            self.setAccessibleName(item.spoken())
            self.setToolTip(f"Key {item.key}" if item.key else "")
            self.update()

    def tall(self, width: int) -> int:
        """How tall it must be at this width."""
        px = Typography.current().px
        title, note, state = self._paragraphs(width)
        tall = title.height + (note.height + px(2) if self.item.note else 0)
        return round(tall + (state.height + px(7) if self.item.state else 0)) + 2 * px(_PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card and its words."""
        px = Typography.current().px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill = LIGHT.rail if self.underMouse() or not self.isEnabled() else LIGHT.card
        paint_panel(painter, rect, fill, LIGHT.deep if self.item.state else LIGHT.line, CARD_CORNER)
        if self.hasFocus():
            paint_focus(painter, rect, CARD_CORNER)
        title, note, state = self._paragraphs(self.width())
        y = float(px(_PAD) - 2)
        ink = LIGHT.ink if self.isEnabled() else LIGHT.mute
        title.draw(painter, px(_PAD), y, QColor(ink))
        y += title.height + px(2)
        if self.item.note:
            note.draw(painter, px(_PAD), y, QColor(LIGHT.mute))
        if self.item.state:
            at = self.height() - px(_PAD) - state.height + 2
            state.draw(painter, px(_PAD), at, QColor(LIGHT.deep))
        if self.item.key:
            painter.setFont(Typography.current().font(11))
            painter.setPen(QColor(LIGHT.mute))
            corner = rect.adjusted(0, px(8), -px(10), 0)
            top_right = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
            painter.drawText(corner, int(top_right), self.item.key)

    def _paragraphs(self, width: int) -> tuple[Paragraph, Paragraph, Paragraph]:
        type_ = Typography.current()
        inner = max(40, width - 2 * type_.px(_PAD))
        first = inner - type_.px(16) if self.item.key else inner
        return (
            Paragraph(self.item.title, type_.font(15, 700), Limits(first, 1.25, 4)),
            Paragraph(self.item.note, type_.font(12.5), Limits(inner, 1.3, 4)),
            Paragraph(self.item.state, type_.font(15, 700), Limits(inner, 1.2, 2)),
        )


class OptionRow(QWidget):
    """Cards from left to right, all as tall as the tallest. `chosen` carries an option's id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[OptionCard] = []
        self._items: tuple[OptionItem, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: Sequence[OptionItem]) -> None:
        """Show these."""
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        while len(self._cards) < len(items):
            card = OptionCard(self)
            card.clicked.connect(lambda _=False, card=card: self.chosen.emit(card.item.id))
            self._cards.append(card)
        for at, card in enumerate(self._cards):
            card.setVisible(at < len(items))
            if at < len(items):
                card.show_item(items[at])
        self._place(self.width(), move=True)
        self.updateGeometry()

    def cards(self) -> list[OptionCard]:
        """The cards that are shown, from the left."""
        return self._cards[: len(self._items)]

    def by_key(self, key: str) -> bool:
        """Choose by a key of one of the cards; whether it was one."""
        found = next((item for item in self._items if key and item.key == key), None)
        if found is not None:
            self.chosen.emit(found.id)
        return found is not None

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all rows at this width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width, and the height that goes with it."""
        return QSize(480, self.heightForWidth(max(480, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One card."""
        return QSize(_LEAST, Typography.current().px(60))

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Lay the cards out for the new width."""
        self._place(self.width(), move=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrows go from card to card."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        cards = self.cards()
        at = next((n for n, card in enumerate(cards) if card.hasFocus()), None)
        if by is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + by < len(cards):
            cards[at + by].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, width: int, *, move: bool) -> int:
        """Put the cards side by side, on as many rows as they need; how tall all of it is."""
        cards = self.cards()
        if not cards:
            return 0
        across = max(1, min(len(cards), (width + _GAP) // (Typography.current().px(_LEAST) + _GAP)))
        wide = (width - _GAP * (across - 1)) // across
        y = 0
        for first in range(0, len(cards), across):
            row = cards[first : first + across]
            tall = max(card.tall(wide) for card in row)
            if move:
                for at, card in enumerate(row):
                    card.setGeometry(at * (wide + _GAP), y, wide, tall)
            y += tall + _GAP
        return y - _GAP
