"""The grid of captured cards."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.widgets.card_painting import GAP, CardDelegate, CardItem
from ui.widgets.rows import WINDOW, AnyIndex, RowsModel
from ui.widgets.scroll_bar import CalmScrollBar

CARD_MIME = "application/x-facilitator-card"
"""What dragged cards travel as: their ids in UTF-8, one a line."""
_ASKED = 60


class CardsModel(RowsModel[CardItem]):
    """The rows of a `CardFlow`; each can be dragged."""

    def __init__(self, window: int = WINDOW) -> None:
        super().__init__(CardItem.spoken, window)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A card can be selected and dragged."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Cards travel as ids."""
        return [CARD_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The ids of these cards, one a line."""
        data = QMimeData()
        ids = "\n".join(self.item(index.row()).id for index in indexes)
        data.setData(CARD_MIME, ids.encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """A card is never taken out of the list by dragging: the history says where it is."""
        return Qt.DropAction.CopyAction


class CardFlow(QListView):
    """Cards in a grid, newest first; the number of columns follows the width unless it is given.

    Emits `opened` for Enter or a double click and `delete_asked` for Delete, each with the id.
    """

    opened = Signal(str)
    delete_asked = Signal(str)
    stepped = Signal(str)
    """The keyboard went to a card."""
    laid_out = Signal()
    """The cells have another size."""

    def __init__(
        self,
        name: str = "Cards",
        parent: QWidget | None = None,
        *,
        columns: int = 0,
        several: bool = False,
    ) -> None:
        super().__init__(parent)
        self._columns, self._several = columns, several
        # It goes along with its card when others come before it.
        self._anchor = QPersistentModelIndex()
        self._cards = CardsModel()
        self._delegate = CardDelegate(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.ListMode)
        self._turn()
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(CalmScrollBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.viewport().setAcceptDrops(False)
        self.viewport().setBackgroundRole(QPalette.ColorRole.NoRole)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(self._delegate)
        self.setModel(self._cards)
        self._cards.rowsInserted.connect(self._make_room)
        self._cards.rowsRemoved.connect(self._fit_scroll_bar)
        self.activated.connect(self._open)
        self.selectionModel().currentChanged.connect(self._step)

    def show_cards(self, items: Sequence[CardItem]) -> None:
        """Show these cards, newest first; only the newest 500 are painted."""
        self._cards.show(items)

    def set_columns(self, columns: int) -> None:
        """Stand in so many columns from now on."""
        if columns != self._columns:
            self._columns = columns
            self._turn()
            self._fit_grid(fresh=True)

    def cards(self) -> Sequence[CardItem]:
        """The cards shown now."""
        return self._cards.items()

    def selected_ids(self) -> list[str]:
        """The ids of the selected cards, in the order of the list."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._cards.item(row).id for row in rows]

    def select(self, card_id: str) -> None:
        """Select the card with this id and bring it into sight; nothing if it is not shown."""
        row = self._cards.row_of(card_id)
        if row >= 0:
            self.setCurrentIndex(self._cards.index(row))

    def choose_rows(self, rows: Sequence[int]) -> None:
        """Select these rows, put the keyboard on the first and bring it into sight."""
        flag = self.selectionModel().SelectionFlag
        self.clearSelection()
        for row in rows:
            self.selectionModel().select(self._cards.index(row), flag.Select)
        if rows:
            first = self._cards.index(rows[0])
            self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
            self.scrollTo(first)

    def height_of_all(self) -> int:
        """The height at which every card can be seen."""
        columns = self._delegate.columns
        rows = -(-self._cards.rowCount() // columns)
        return rows * self._delegate.cell.height()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens a card and Delete asks for it to be taken away.

        Shift with Up or Down chooses one card more, in whatever columns the cards stand.
        """
        index = self.currentIndex()
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if index.isValid() and way and shift and self._several and self._delegate.columns > 1:
            self._choose_on(index.row(), way)
            return
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._cards.item(index.row()).id)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(self._cards.item(index.row()).id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Coming by Tab, the keyboard lands on a card, not on nothing."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._cards.rowCount():
            first = self._cards.index(0)
            flag = self.selectionModel().SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(first, flag)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the grid to the new width."""
        if event.size().width() != event.oldSize().width():
            self._fit_grid(fresh=True)
        self._fit_scroll_bar()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the application's type size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange):
            self._delegate.forget()
            self._fit_grid(fresh=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Three columns and a few rows; the page gives it more."""
        return QSize(600, max(self.height_of_all(), 120))

    def _choose_on(self, row: int, way: int) -> None:
        """Choose every card from where choosing began to the next one."""
        anchor = self._anchor.row() if self._anchor.isValid() else row
        to = min(max(row + way, 0), self._cards.rowCount() - 1)
        flag = self.selectionModel().SelectionFlag
        self.clearSelection()
        for each in range(min(anchor, to), max(anchor, to) + 1):
            self.selectionModel().select(self._cards.index(each), flag.Select)
        self.selectionModel().setCurrentIndex(self._cards.index(to), flag.NoUpdate)
        self._anchor = QPersistentModelIndex(self._cards.index(anchor))

    def _turn(self) -> None:
        one = self._columns == 1
        self.setFlow(QListView.Flow.TopToBottom if one else QListView.Flow.LeftToRight)
        self.setWrapping(not one)

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.opened.emit(self._cards.item(index.row()).id)

    def _step(self, index: QModelIndex, _before: QModelIndex) -> None:
        # Going anywhere else begins a new choice.
        self._anchor = QPersistentModelIndex()
        if index.isValid():
            self.stepped.emit(self._cards.item(index.row()).id)

    def _make_room(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Grow to three lines a card as soon as one card needs them."""
        if self._delegate.lines < 3 and self._any_needs_three(range(first, last + 1)):
            self._delegate.lines = 3
            self._fit_grid()
        self._fit_scroll_bar()

    def _any_needs_three(self, rows: range) -> bool:
        """Whether a card among the first of these rows needs three lines.

        Only those that are soon in sight are asked, so that a long list costs nothing.
        """
        asked = rows[:_ASKED]
        return any(self._delegate.needs(self._cards.item(row).text) > 2 for row in asked)

    def _fit_grid(self, *, fresh: bool = False) -> None:
        """Fit the cells to the width; `fresh` also finds the number of lines anew."""
        wide = self.viewport().width()
        columns = self._columns or (2 if self.width() < 700 else 4 if self.width() > 1500 else 3)
        self._delegate.columns = columns
        self._delegate.cell = QSize(max((wide - 1) // columns, 60), 0)
        if fresh:
            three = self._any_needs_three(range(self._cards.rowCount()))
            self._delegate.lines = 3 if three else 2
        self._delegate.cell.setHeight(self._delegate.card_height() + GAP)
        if self._delegate.cell != self.gridSize():
            self.setGridSize(self._delegate.cell)
            self.laid_out.emit()

    def _fit_scroll_bar(self) -> None:
        """Show the scroll bar only where it is needed.

        Qt's own way keeps its width free even while it is hidden, which leaves the last column no
        room.
        """
        policy = Qt.ScrollBarPolicy
        needed = self.height_of_all() > self.height() + GAP
        wanted = policy.ScrollBarAlwaysOn if needed else policy.ScrollBarAlwaysOff
        if wanted != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(wanted)
