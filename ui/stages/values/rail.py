"""The values on the table, as a list in the left column: a mark, the title, where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.stages.values.in_hand import Mark
from ui.theme.fonts import Typography
from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import SectionLabel
from ui.widgets.marks import paint_focus, paint_panel, paint_symbol
from ui.widgets.paragraph import Limits, Paragraph
from ui.widgets.rows import ITEM_ROLE, RowsModel
from ui.widgets.scroll_bar import CalmScrollBar

_SIDE = 12
_MARK = 22


@dataclass(frozen=True)
class RailItem:
    """One value in the list: its mark, title, and where it stands in a word or two."""

    id: str
    title: str
    remark: str
    mark: Mark = "open"

    def spoken(self) -> str:
        """The row in words."""
        return f"{self.title}, {self.remark}"


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        wide = self._view.viewport().width()
        return QSize(wide, self.height(index.data(ITEM_ROLE), wide))

    def height(self, item: RailItem, wide: int) -> int:
        """How tall a row is at this width."""
        words = self._title(item, wide, chosen=True)
        below = self._remark_height() if self._is_below(item) else 0
        return round(words.height) + below + Typography.current().px(18)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item: RailItem = index.data(ITEM_ROLE)
        px = Typography.current().px
        rect = QRectF(option.rect)
        chosen = index.row() == self._view.currentIndex().row()
        if chosen:
            box = rect.adjusted(0, 1, 0, -1)
            paint_panel(painter, box, LIGHT.card, LIGHT.line, CORNER)
            if self._view.hasFocus():
                paint_focus(painter, box, CORNER)
        closed = item.mark in ("done", "parked", "gone")
        self._paint_mark(painter, item.mark, QPointF(_SIDE + px(6), rect.center().y()))
        words = self._title(item, round(rect.width()), chosen=chosen)
        ink = LIGHT.mute if closed and not chosen else LIGHT.ink
        below = self._is_below(item)
        tall = words.height + (self._remark_height() if below else 0)
        y = rect.center().y() - tall / 2
        words.draw(painter, _SIDE + px(_MARK), y, QColor(ink))
        painter.setFont(Typography.current().font(12))
        painter.setPen(QColor(LIGHT.mute))
        middle = Qt.AlignmentFlag.AlignVCenter
        if below:
            under = QRectF(_SIDE + px(_MARK), y + words.height, rect.width(), self._remark_height())
            painter.drawText(under, int(middle | Qt.AlignmentFlag.AlignLeft), item.remark)
        else:
            beside = rect.adjusted(0, 0, -_SIDE, 0)
            painter.drawText(beside, int(middle | Qt.AlignmentFlag.AlignRight), item.remark)

    @staticmethod
    def _remark_height() -> int:
        return Typography.current().px(18)

    @staticmethod
    def _remark_width(item: RailItem) -> float:
        return QFontMetricsF(Typography.current().font(12)).horizontalAdvance(item.remark)

    def _is_below(self, item: RailItem) -> bool:
        """Whether the remark is so wide that it would leave the title no room beside it."""
        return self._remark_width(item) > Typography.current().px(68)

    def _title(self, item: RailItem, wide: int, *, chosen: bool) -> Paragraph:
        type_ = Typography.current()
        room = wide - 2 * _SIDE - type_.px(_MARK)
        if not self._is_below(item):
            room -= round(self._remark_width(item)) + type_.px(8)
        return Paragraph(
            item.title,
            type_.font(13.5, 600 if chosen or item.mark not in ("parked", "gone") else 400),
            Limits(max(room, type_.px(60)), 1.35, 3),
        )

    @staticmethod
    def _paint_mark(painter: QPainter, mark: Mark, centre: QPointF) -> None:
        px = Typography.current().px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark == "done":
            pen = QPen(QColor(LIGHT.will), px(2))
            painter.setPen(pen)
            x, y, step = centre.x(), centre.y(), px(4)
            painter.drawPolyline(
                [
                    QPointF(x - step, y),
                    QPointF(x - step * 0.25, y + step * 0.8),
                    QPointF(x + step, y - step),
                ]
            )
        elif mark == "parked":
            painter.setFont(Typography.current().font(13, 700))
            painter.setPen(QColor(LIGHT.mute))
            box = QRectF(centre.x() - px(8), centre.y() - px(10), px(16), px(20))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "P")
        elif mark == "gone":
            paint_symbol(painter, "–", centre, px(13), QColor(LIGHT.mute))
        elif mark == "now":
            paint_symbol(painter, "●", centre, px(15), QColor(LIGHT.deep))
        else:
            paint_symbol(painter, "○", centre, px(14), QColor(LIGHT.dot))
        painter.restore()


class _ValueList(QListView):
    """The list itself; Up and Down choose at once, Enter goes on to the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: RowsModel[RailItem] = RowsModel(RailItem.spoken)
        self.setAccessibleName("Values on the table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(CalmScrollBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self._row = _RowDelegate(self)
        self.setItemDelegate(self._row)
        self.setModel(self.rows)

    def fit(self) -> None:
        """Take the height at which every value can be seen; scroll only where there is less.

        A scroll bar makes titles wrap and so the list taller: one that came while there was too
        little room would keep itself in place for ever.
        """
        count = self.rows.rowCount()
        each = (self._row.height(self.rows.item(row), self.width()) for row in range(count))
        whole = max(40, sum(each) + 4)
        self.setMaximumHeight(whole)
        policy = Qt.ScrollBarPolicy
        fits = self.height() >= whole
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Titles wrap anew in another width, so the list is of another height."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(index)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))


class ValueRail(QWidget):
    """The list of values, and a button to propose another.

    `chosen` carries the id of the value that is taken in hand, `entered` says that the keyboard
    should go to the page, `propose_asked` that another value is to be proposed.
    """

    chosen = Signal(str)
    entered = Signal()
    propose_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_hand = ""
        self._shown: object = None
        self._showing = False
        self.list = _ValueList(self)
        self.list.selectionModel().currentChanged.connect(self._chose)
        self.list.activated.connect(lambda _index: self.entered.emit())
        self.propose_button = QuietButton("+ Propose a value", self)
        self.propose_button.setAccessibleName("Propose a value")
        self.propose_button.clicked.connect(self.propose_asked)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(SectionLabel("Values on the table", parent=self))
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 10, 0)
        foot.addWidget(self.propose_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 13, 10, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        column.addStretch(0)

    def show_values(self, items: Sequence[RailItem], in_hand: str) -> None:
        """Show these values, with one of them in hand; measured only when something changed."""
        shown = (tuple(items), in_hand, Typography.current())
        if shown == self._shown and in_hand == self._in_hand:
            return
        self._shown = shown
        self._showing = True
        self._in_hand = in_hand
        self.list.rows.show(items)
        row = self.list.rows.row_of(in_hand)
        if row >= 0 and row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.list.rows.index(row))
        self.list.fit()
        self.list.viewport().update()
        self._showing = False

    def _chose(self, index: QModelIndex) -> None:
        if self._showing or not index.isValid():
            return
        item: RailItem = index.data(ITEM_ROLE)
        if item.id != self._in_hand:
            self._in_hand = item.id
            self.chosen.emit(item.id)
