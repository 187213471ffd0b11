"""How a captured card is painted: its words on up to three lines, who said it, and its theme."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import CARD_CORNER, LIGHT
from ui.widgets.marks import paint_panel, paint_pill, pill_height, pill_width
from ui.widgets.paragraph import Limits, Paragraph
from ui.widgets.rows import ITEM_ROLE

GAP = 12
"""The air between cards, in pixels."""
_PAD = 12
_MOST_LINES = 3
_REMEMBERED = 1_200


@dataclass(frozen=True)
class CardItem:
    """One card: its words, who said it and when, its themes, and whether it is the newest."""

    id: str
    text: str
    meta: str = ""
    tags: tuple[str, ...] = ()
    lit: bool = False

    def spoken(self) -> str:
        """The whole card in words, for a screen reader."""
        return ". ".join(part for part in (self.text, self.meta, ", ".join(self.tags)) if part)


class CardDelegate(QStyledItemDelegate):
    """Paints cards in a grid of `columns`, every card as tall as `lines` lines of text need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = 1
        self.lines = 2
        self.cell = QSize(200, 100)
        self._paragraphs: OrderedDict[tuple[str, int, int, int], Paragraph] = OrderedDict()

    def forget(self) -> None:
        """Lay every card out again: the type has changed."""
        self._paragraphs.clear()

    def card_height(self) -> int:
        """The height of a card at the present number of lines."""
        type_ = Typography.current()
        return round(2 * _PAD + type_.px(14) * 1.4 * self.lines + type_.px(26))

    def needs(self, text: str) -> int:
        """How many lines the words take, up to three."""
        return min(self._paragraph(text, _MOST_LINES).lines, _MOST_LINES)

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every cell has the same size."""
        return self.cell

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one card."""
        item: CardItem = index.data(ITEM_ROLE)
        cell = QRect(option.rect)
        state = option.state
        rect = self._card_rect(cell)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        here = bool(state & QStyle.StateFlag.State_HasFocus)
        fill = LIGHT.deep_soft if selected else LIGHT.card
        line = LIGHT.deep if item.lit or selected else LIGHT.line
        if item.lit:
            paint_panel(painter, rect.adjusted(-2, -2, 2, 2), LIGHT.deep_soft, "", CARD_CORNER + 2)
        paint_panel(painter, rect, fill, line, CARD_CORNER)
        if here:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(LIGHT.deep), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), CARD_CORNER - 1, CARD_CORNER - 1)
        words = self._paragraph(item.text, self.lines)
        words.draw(painter, rect.x() + _PAD, rect.y() + _PAD - 2, QColor(LIGHT.ink))
        top = rect.y() + _PAD + Typography.current().px(14) * 1.4 * self.lines
        if words.lines < self.lines:
            top = rect.y() + _PAD + words.height
        self._paint_meta(painter, item, QRectF(rect.x() + _PAD, top, rect.width() - 2 * _PAD, 0))

    def _paint_meta(self, painter: QPainter, item: CardItem, room: QRectF) -> None:
        type_ = Typography.current()
        font, tag_font = type_.font(12), type_.font(11.5, 600)
        tall = pill_height(tag_font)
        metrics = QFontMetricsF(font)
        x = room.x()
        y = room.y() + type_.px(4)
        tags_wide = sum(pill_width(tag, "", tag_font) + 6 for tag in item.tags[:1])
        space = max(room.width() - tags_wide - 4, room.width() * 0.35)
        meta = metrics.elidedText(item.meta, Qt.TextElideMode.ElideRight, space)
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.mute))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(QRectF(x, y, space + 4, tall), flags, meta)
        x += metrics.horizontalAdvance(meta) + (8 if meta else 0)
        for tag in item.tags:
            left = room.right() - x
            if left < type_.px(40):
                break
            inner = left - (pill_width("", "", tag_font) + 2)
            label = QFontMetricsF(tag_font).elidedText(tag, Qt.TextElideMode.ElideRight, inner)
            pill = QRectF(x, y, pill_width(label, "", tag_font), tall)
            paint_pill(painter, pill, label, "", tag_font, LIGHT.gold_soft, LIGHT.gold)
            x = pill.right() + 6

    def _card_rect(self, cell: QRect) -> QRectF:
        """The card inside its cell, so that the outer cards touch both edges of the view."""
        column = round(cell.x() / max(cell.width(), 1)) if self.columns > 1 else 0
        wide = cell.width() - GAP * (self.columns - 1) / self.columns
        x = cell.x() + column * GAP / self.columns
        return QRectF(round(x) + 1, cell.y() + 2, round(wide) - 2, cell.height() - GAP)

    def _paragraph(self, text: str, lines: int) -> Paragraph:
        inner = round(self.cell.width() - GAP * (self.columns - 1) / self.columns) - 2 - 2 * _PAD
        font = Typography.current().font(14)
        key = (text, inner, lines, font.pixelSize())
        found = self._paragraphs.get(key)
        if found is None:
            found = Paragraph(text, font, Limits(inner, 1.4, lines))
            self._paragraphs[key] = found
            if len(self._paragraphs) > _REMEMBERED:
                self._paragraphs.popitem(last=False)
        return found
