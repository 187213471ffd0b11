"""A list for the left column: a mark, a title and a remark on each row, one row in hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.fonts import Typography
from ui.theme.tokens import CARD_CORNER, LIGHT
from ui.widgets.labels import as_tip
from ui.widgets.marks import paint_focus, paint_panel
from ui.widgets.paragraph import Limits, Paragraph

Mark = Literal["done", "now", "todo", "none"]

_ROW = Qt.ItemDataRole.UserRole
_REMEMBERED = 2000
"""Heights of rows that are kept."""


@dataclass(frozen=True)
class RailRow:
    """One row. `mark` is its dot, unless `symbol` stands there instead; `inner` rows are indented.

    `in_hand` is the row the console is at. A title that `wraps` takes a second line where it must.
    """

    id: str
    title: str
    remark: str = ""
    mark: Mark = "none"
    symbol: str = ""
    inner: bool = False
    in_hand: bool = False
    wraps: bool = False

    def spoken(self) -> str:
        """The row in words, for a screen reader."""
        state = {"done": "done", "now": "now", "todo": "to come", "none": ""}[self.mark]
        return ", ".join(part for part in (self.title, self.remark, state) if part)


class _RowPainter(QStyledItemDelegate):
    """Paints a row: the one in hand on a white card when it is an outer one."""

    def __init__(self, rail: QListWidget) -> None:
        super().__init__(rail)
        self._list = rail
        # By row and width: Qt asks for every row whenever one of them says something else.
        self._heights: dict[tuple[RailRow, int, int], int] = {}

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of a row."""
        row: RailRow = index.data(_ROW)
        key = (row, self._list.viewport().width(), Typography.current().body)
        tall = self._heights.get(key)
        if tall is None:
            if len(self._heights) > _REMEMBERED:
                self._heights.clear()
            tall = self._heights[key] = _tall(row, key[1])
        return QSize(100, tall)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the mark, the title cut to the room there is, and the remark at its right."""
        row: RailRow = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(10, 1, -10, -1)
        if row.in_hand and not row.inner:
            paint_panel(painter, box, LIGHT.card, LIGHT.line, CARD_CORNER)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if has_focus:
            paint_focus(painter, box, CARD_CORNER)
        _paint_mark(painter, row, QPointF(box.left() + 16, box.center().y()))
        remark = _remark(row)
        room = box.adjusted(34 if row.inner else 33, 0, -9, 0)
        painter.setFont(_remark_font(row))
        painter.setPen(QColor(LIGHT.deep if row.in_hand and row.inner else LIGHT.mute))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), remark)
        room = _title_room(row, box)
        face = _title_font(row)
        if row.wraps:
            words = Paragraph(row.title, face, Limits(round(room.width()), 1.3, 2))
            top = room.center().y() - words.height / 2
            words.draw(painter, room.x(), top, QColor(_title_colour(row)))
        else:
            painter.setFont(face)
            painter.setPen(QColor(_title_colour(row)))
            title = QFontMetricsF(face).elidedText(
                row.title, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), title)
        painter.restore()


def _tall(row: RailRow, wide: int) -> int:
    """How tall a row is in a list that is so wide."""
    px = Typography.current().px
    if row.wraps:
        box = QRectF(0, 0, wide, 36).adjusted(10, 1, -10, -1)
        room = _title_room(row, box).width()
        if QFontMetricsF(_title_font(row)).horizontalAdvance(row.title) > room:
            return px(56)
    return px(29 if row.inner else 36)


def _remark(row: RailRow) -> str:
    return "✓" if row.inner and row.mark == "done" else row.remark


def _remark_font(row: RailRow) -> QFont:
    return Typography.current().font(12, 700 if row.in_hand and row.inner else 400)


def _title_font(row: RailRow) -> QFont:
    return Typography.current().font(13.5, 700 if not row.inner or row.in_hand else 400)


def _title_room(row: RailRow, box: QRectF) -> QRectF:
    """What the mark and the remark leave of a row for its title."""
    remark = _remark(row)
    taken = QFontMetricsF(_remark_font(row)).horizontalAdvance(remark) + (8 if remark else 0)
    return box.adjusted(34 if row.inner else 33, 0, -9 - taken, 0)


def _title_colour(row: RailRow) -> str:
    if row.inner:
        return LIGHT.deep if row.in_hand else LIGHT.mute
    return LIGHT.mute if row.mark == "done" and not row.in_hand else LIGHT.ink


def _paint_mark(painter: QPainter, row: RailRow, at: QPointF) -> None:
    if row.symbol:
        painter.setFont(Typography.current().font(13, 700))
        painter.setPen(QColor(LIGHT.deep if row.in_hand else LIGHT.mute))
        box = QRectF(at.x() - 9, at.y() - 10, 18, 20)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), row.symbol)
    elif not row.inner and row.mark != "none":
        filled = {"done": LIGHT.dot, "now": LIGHT.deep}.get(row.mark)
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(LIGHT.dot), 1.8))
        painter.setBrush(QColor(filled) if filled else Qt.BrushStyle.NoBrush)
        radius = 6.0 if filled else 5.2
        painter.drawEllipse(at, radius, radius)


class RailList(QListWidget):
    """The rows of a rail. `chosen` carries a row's id on a click or Enter."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RailRow, ...] = ()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_RowPainter(self))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(LIGHT.rail))
        self.setPalette(palette)
        self.itemClicked.connect(self._choose)

    def show_rows(self, rows: Sequence[RailRow]) -> None:
        """Show these rows; nothing happens when they are the ones shown."""
        if tuple(rows) == self._rows:
            return
        current, before = self.current_id(), self._rows
        self._rows = tuple(rows)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        for at, row in enumerate(rows):
            if at >= len(before) or row != before[at]:
                self._show_row(at, row)
            if row.in_hand and (not self.hasFocus() or row.id == current):
                self.setCurrentRow(at)
        ids = [row.id for row in rows]
        if self.hasFocus() and current in ids and ids.index(current) != self.currentRow():
            # Rows that came before it must not slip another under the keyboard.
            self.setCurrentRow(ids.index(current))
        self.scheduleDelayedItemsLayout()

    def _show_row(self, at: int, row: RailRow) -> None:
        item = self.item(at)
        if item is None:
            item = QListWidgetItem()
            item.setData(_ROW, row)
            self.addItem(item)
        item.setData(_ROW, row)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken())
        item.setToolTip(as_tip(row.title))

    def current_id(self) -> str:
        """The id of the row under the keyboard."""
        at = self.currentRow()
        return self._rows[at].id if 0 <= at < len(self._rows) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses the row under the keyboard."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        row: RailRow = item.data(_ROW)
        self.chosen.emit(row.id)
