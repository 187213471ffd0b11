"""A calm table: hairlines between rows, no grid, words wrapped, pills for positions."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT, position_look
from ui.widgets.marks import pill_height, stamp_pill
from ui.widgets.paragraph import Limits, Paragraph
from ui.widgets.rows import ITEM_ROLE, WINDOW, AnyIndex, change_rows
from ui.widgets.scroll_bar import CalmScrollBar

_PAD = 8
_MOST_LINES = 6
_MOST_LAID = 1000


@dataclass(frozen=True)
class Cell:
    """What stands in one cell: words, or a position as a pill, in words of its own if there are.

    `under` is a quieter line below the words; `tone` colours words that want a look.
    """

    text: str = ""
    bold: bool = False
    pill: str | None = None
    mute: bool = False
    under: str = ""
    tone: Literal["", "ask", "wrong"] = ""

    def spoken(self) -> str:
        """The cell in words."""
        if self.pill and not self.text:
            return position_look(self.pill).says
        return f"{self.text}, {self.under}" if self.under else self.text

    def colour(self) -> str:
        """The colour of its words."""
        if self.tone:
            return LIGHT.gold if self.tone == "ask" else LIGHT.will_not
        return LIGHT.mute if self.mute else LIGHT.ink


@dataclass(frozen=True)
class TableRow:
    """One row: an id that stays, and its cells from left to right; gold where it is `tinted`."""

    id: str
    cells: tuple[Cell, ...]
    tinted: bool = False


@dataclass(frozen=True)
class Column:
    """One column: its heading, its share of the width, and the pixels that it has at least."""

    title: str
    share: float = 1.0
    least: int = 0


class TableModel(QAbstractTableModel):
    """The rows of a `HairlineTable`; it tells its view only of what changed."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[Column, ...] = ()
        self._rows: list[TableRow] = []

    def show(self, columns: Sequence[Column], rows: Sequence[TableRow]) -> None:
        """Show these columns and rows, at most 500; other columns begin the table afresh."""
        if tuple(columns) != self._columns:
            self.beginResetModel()
            self._columns, self._rows = tuple(columns), list(rows[:WINDOW])
            self.endResetModel()
        else:
            change_rows(self, self._rows, rows[:WINDOW], self._tell_changed)

    def columns(self) -> tuple[Column, ...]:
        """The columns shown now."""
        return self._columns

    def row(self, at: int) -> TableRow:
        """The row at this place."""
        return self._rows[at]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, or the cell itself."""
        cell = self._cell(index)
        if cell is None:
            return None
        if role == ITEM_ROLE:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.spoken()
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A column's heading."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and section < len(self._columns):
            return self._columns[section].title
        return None

    def _cell(self, index: AnyIndex) -> Cell | None:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        cells = self._rows[index.row()].cells
        return cells[index.column()] if index.column() < len(cells) else Cell()

    def _tell_changed(self, first: int, last: int) -> None:
        end = len(self._columns) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, end))


class _Laid:
    """Words that were laid out, to be painted again: laying them out takes most of a frame."""

    def __init__(self) -> None:
        self.generation = 0
        self._paragraphs: OrderedDict[tuple[str, bool, bool, int, int], Paragraph] = OrderedDict()
        self._listens = False

    def paragraph(self, text: str, bold: bool, wide: int, *, under: bool = False) -> Paragraph:
        """The words in this width, in the type of the moment."""
        self._listen()
        type_ = Typography.current()
        key = (text, bold, under, wide, type_.body)
        found = self._paragraphs.get(key)
        if found is None:
            font = type_.font(12 if under else 13.5, 600 if bold else 400)
            found = Paragraph(text, font, Limits(max(wide - 2 * _PAD, 20), 1.4, _MOST_LINES))
            self._paragraphs[key] = found
            if len(self._paragraphs) > _MOST_LAID:
                self._paragraphs.popitem(last=False)
        else:
            self._paragraphs.move_to_end(key)
        return found

    def _listen(self) -> None:
        """Forget everything when a face is loaded: signs that were boxes have a shape now."""
        app = QGuiApplication.instance()
        if not self._listens and isinstance(app, QGuiApplication):
            self._listens = True
            app.fontDatabaseChanged.connect(self._forget)

    def _forget(self) -> None:
        self.generation += 1
        self._paragraphs.clear()


_laid = _Laid()


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        cell: Cell = index.data(ITEM_ROLE)
        type_ = Typography.current()
        wide = self._table.columnWidth(index.column())
        if cell.pill:
            font = type_.font(12, 600)
            tall = pill_height(font)
        else:
            tall = _laid.paragraph(cell.text, cell.bold, wide).height if cell.text else 0.0
            tall += _laid.paragraph(cell.under, False, wide, under=True).height if cell.under else 0
        return QSize(wide, max(round(tall) + type_.px(15), type_.px(35)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell: Cell = index.data(ITEM_ROLE)
        rect = QRect(option.rect)
        here = index.row() == self._table.currentIndex().row() and self._table.hasFocus()
        model = index.model()
        if isinstance(model, TableModel) and model.row(index.row()).tinted:
            painter.fillRect(rect, QColor(LIGHT.gold_soft))
        if here:
            painter.fillRect(rect, QColor(LIGHT.deep_soft))
            painter.fillRect(rect.x(), rect.y(), rect.width(), 2, QColor(LIGHT.deep))
        elif option.state & QStyle.StateFlag.State_Selected:
            # The style has filled the row in the colour of a selection, unreadably dark for ink.
            painter.fillRect(rect, QColor(LIGHT.rail))
        rule = QColor(LIGHT.deep if here else LIGHT.line)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, rule)
        if cell.pill:
            look = position_look(cell.pill)
            word = cell.text or look.word
            box = rect.adjusted(_PAD, 0, 0, -1)
            pixels = Typography.current().px(12)
            stamp_pill(painter, box, word, look.symbol, pixels, look.soft, look.on_soft)
        elif cell.text:
            words = _laid.paragraph(cell.text, cell.bold, rect.width())
            tall, under = words.height, None
            if cell.under:
                under = _laid.paragraph(cell.under, False, rect.width(), under=True)
                tall += under.height
            y = rect.y() + (rect.height() - 1 - tall) / 2
            words.draw(painter, rect.x() + _PAD, y, QColor(cell.colour()))
            if under is not None:
                under.draw(painter, rect.x() + _PAD, y + words.height, QColor(LIGHT.mute))


class _CalmHeader(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(100, Typography.current().px(32))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        painter.save()
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(LIGHT.line))
        painter.setFont(Typography.current().font(12, 600))
        painter.setPen(QColor(LIGHT.mute))
        title = self.model().headerData(section, Qt.Orientation.Horizontal)
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(rect.adjusted(_PAD, 0, -2, 0), flags, str(title or ""))
        painter.restore()


def _widths(columns: Sequence[Column], room: int) -> list[int]:
    """What each column gets of the room: its share, unless it needs more than that."""
    px = Typography.current().px
    wide = [0] * len(columns)
    left, shares = room, sum(column.share for column in columns) or 1.0
    for at, column in sorted(enumerate(columns), key=lambda each: -each[1].least):
        wide[at] = max(px(column.least), int(left * column.share / shares))
        left, shares = max(left - wide[at], 0), (shares - column.share) or 1.0
    return wide


class HairlineTable(QTableView):
    """A table as tall as its rows unless `scrolls`; Enter or a double click emits `opened`."""

    opened = Signal(str)

    def __init__(
        self, name: str = "Table", parent: QWidget | None = None, *, scrolls: bool = False
    ) -> None:
        super().__init__(parent)
        self._scrolls = scrolls
        self._table = TableModel()
        self._measured: dict[str, tuple[TableRow, object, int]] = {}
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(_CalmHeader(self))
        self.verticalHeader().hide()
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(CalmScrollBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        if not scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self._table)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._table.row(index.row()).id))

    def show_rows(self, columns: Sequence[Column], rows: Sequence[TableRow]) -> None:
        """Show these columns and rows."""
        self._table.show(columns, rows)
        self._fit()

    def current_id(self) -> str:
        """The id of the row the keyboard is on, or nothing."""
        index = self.currentIndex()
        return self._table.row(index.row()).id if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens the row."""
        if self.current_id() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current_id())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new width out."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its rows."""
        return QSize(480, self._height_of_all())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its rows, unless it scrolls."""
        return QSize(200, 120 if self._scrolls else self._height_of_all())

    def _height_of_all(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(self._table.rowCount()))
        return self.horizontalHeader().sizeHint().height() + rows + 2

    def _row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Paint the row that the keyboard left and the one that it came to, and no other."""
        for index in (current, previous):
            rect = self.visualRect(index)
            self.viewport().update(0, rect.y() - 2, self.viewport().width(), rect.height() + 4)

    def _fit(self) -> None:
        columns = self._table.columns()
        for at, wide in enumerate(_widths(columns, self.viewport().width())):
            self.setColumnWidth(at, wide)
        if self._fit_rows():
            self.updateGeometry()

    def _fit_rows(self) -> bool:
        """Give each row the height of its words; measured again only where they changed.

        Whether the table is of another height now: if not, nothing around it is laid out anew.
        """
        widths = tuple(self.columnWidth(at) for at in range(len(self._table.columns())))
        under = (widths, Typography.current(), _laid.generation)
        measured = {}
        for at in range(self._table.rowCount()):
            row = self._table.row(at)
            before = self._measured.get(row.id)
            # Most rows are the very same: comparing 500 of them word by word takes milliseconds.
            if before is None or (before[0] is not row and before[0] != row) or before[1] != under:
                self.resizeRowToContents(at)
                before = (row, under, self.rowHeight(at))
            elif self.rowHeight(at) != before[2]:
                self.setRowHeight(at, before[2])
            measured[row.id] = before
        before_all = sum(height for _, _, height in self._measured.values())
        self._measured = measured
        return before_all != sum(height for _, _, height in measured.values())
