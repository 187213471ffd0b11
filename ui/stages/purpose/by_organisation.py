"""What each organisation says to one question of the only-we test."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.only_we import Answer, Said
from facilitator.workshop import Workshop
from ui.stages.purpose.verdict import hands_words
from ui.theme.fonts import Typography
from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_focus, paint_panel
from ui.widgets.rows import ITEM_ROLE, RowsModel
from ui.widgets.scroll_bar import CalmScrollBar

KEYS = (
    ("Y", "yes"),
    ("N", "no"),
    ("U", "unsure"),
    ("Backspace", "nothing"),
    ("Esc", "done"),
)
_SAYS: dict[int, Said] = {
    Qt.Key.Key_Y: "yes",
    Qt.Key.Key_N: "no",
    Qt.Key.Key_U: "unsure",
    Qt.Key.Key_Backspace: "",
    Qt.Key.Key_Delete: "",
}
_TURN: dict[Said, Said] = {"": "yes", "yes": "no", "no": "unsure", "unsure": ""}
_COLUMNS = 3
_MOST_ROWS = 4


@dataclass(frozen=True)
class Standing:
    """An organisation, and what it says."""

    id: str
    name: str
    said: Said

    def spoken(self) -> str:
        """In words, for a screen reader."""
        return f"{self.name}: {self.said or 'nothing said'}"


class _Delegate(QStyledItemDelegate):
    """Paints an organisation and, at the right, its word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cell = QSize(200, 34)

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
        """Paint one organisation."""
        item: Standing = index.data(ITEM_ROLE)
        type_ = Typography.current()
        rect = QRectF(option.rect).adjusted(0, 2, -6, -2)
        said = item.said
        paint_panel(painter, rect, LIGHT.deep_soft if said else LIGHT.card, LIGHT.line, CORNER)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, rect, CORNER)
        inner = rect.adjusted(10, 0, -10, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        bold = type_.font(13, 700)
        painter.setFont(bold)
        painter.setPen(QColor(LIGHT.deep))
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignRight), said)
        inner.setRight(inner.right() - QFontMetricsF(bold).horizontalAdvance(said) - 8)
        font = type_.font(13)
        name = QFontMetricsF(font).elidedText(item.name, Qt.TextElideMode.ElideRight, inner.width())
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.ink))
        painter.drawText(inner, middle, name)


class _Organisations(QListView):
    """The organisations in three columns; `said` carries an id and a word, `left` nothing."""

    said = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = RowsModel[Standing](Standing.spoken)
        self.setAccessibleName("Organisations")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBar(CalmScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.NoRole)
        self.viewport().setAutoFillBackground(False)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(self._rows)
        self.clicked.connect(self._turn)

    def show_rows(self, rows: list[Standing]) -> None:
        """Show these, and keep the place."""
        self._rows.show(rows)
        self._fit()
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Y, N and U say it and go on; Enter and Esc leave."""
        index = self.currentIndex()
        key = event.key()
        if key in _SAYS and index.isValid():
            self.said.emit(self._rows.item(index.row()).id, _SAYS[key])
            following = self._rows.index(index.row() + 1)
            if following.isValid() and _SAYS[key]:
                self.setCurrentIndex(following)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Three columns at any width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tall = Typography.current().px(34)
        rows = -(-self._rows.rowCount() // _COLUMNS)
        policy = Qt.ScrollBarPolicy
        more = rows > _MOST_ROWS
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if more else policy.ScrollBarAlwaysOff
        )
        cell = QSize(max((self.viewport().width() - 1) // _COLUMNS, 60), tall)
        if cell != self.gridSize():
            self._delegate.cell = cell
            self.setGridSize(cell)
        self.setFixedHeight(max(1, min(rows, _MOST_ROWS)) * tall + 2)

    def _turn(self, index: QModelIndex) -> None:
        item = self._rows.item(index.row())
        self.said.emit(item.id, _TURN[item.said])


class ByOrganisation(QWidget):
    """The panel over the themes; hidden until a question is asked of each organisation."""

    said = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel("", self, weight=600, colour=LIGHT.deep)
        self._how = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.organisations = _Organisations(self)
        self.organisations.said.connect(self.said)
        self.organisations.left.connect(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._title, self._how, self.organisations, KeyHint(KEYS, self)):
            column.addWidget(part)
        self.setFocusProxy(self.organisations)
        self.hide()

    def show_answer(self, title: str, workshop: Workshop, answer: Answer) -> None:
        """Show what each organisation says to the question."""
        self._title.setText(title)
        if answer.counted is not None and answer.is_yes is None:
            self._how.setText(
                f"Hands: {hands_words(answer.counted)}, no answer. Mark who said what."
            )
        elif answer.counted is not None:
            self._how.setText(f"Hands: {hands_words(answer.counted)}. Mark only those that differ.")
        elif answer.outright is not None:
            said = "yes" if answer.outright else "no"
            self._how.setText(f"The group said {said}. Mark only those that differ.")
        else:
            self._how.setText("Without a count, what more than half of them say is the answer.")
        self.organisations.show_rows(
            [
                Standing(o.id, o.short, answer.positions.get(o.id, ""))
                for o in workshop.organisations.values()
            ]
        )

    def leave(self) -> None:
        """Close the panel."""
        if not self.isHidden():
            # The page takes the keyboard first: of a panel that hides, Qt gives it to anybody.
            self.closed.emit()
            self.hide()
