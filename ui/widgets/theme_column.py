"""A theme on the board: a panel with a name, a count and its cards."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.tokens import CARD_CORNER, LIGHT
from ui.widgets.card_painting import CardItem
from ui.widgets.cards import CARD_MIME, CardFlow
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_panel

_MOST_SHOWN = 6
_SPREAD, _MOST_ROWS = 3, 3
"""Columns of a pile that has the whole board, and the rows of it that are seen at once."""


class ThemeColumn(QWidget):
    """One pile of cards. A card dropped on it is announced by `card_dropped`, with its id.

    `loose` is the pile of cards without a theme, in a dashed border.
    """

    card_dropped = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None, *, loose: bool = False) -> None:
        super().__init__(parent)
        self._loose = loose
        self._over = False
        self._columns = 1
        self._title = PlainLabel(
            title, self, size=15, weight=700, colour=LIGHT.mute if loose else LIGHT.ink
        )
        self._count = PlainLabel("0", self, size=12, weight=600, colour=LIGHT.mute)
        self._count.setWordWrap(False)
        self._note = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._note.hide()
        self.flow = CardFlow(title, self, columns=1, several=True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(10, 11, 10, 10)
        lines.setSpacing(8)
        lines.addLayout(head)
        lines.addWidget(self._note)
        lines.addWidget(self.flow)
        lines.addStretch(1)
        self.flow.laid_out.connect(self._fit_height)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(title)

    def put_on_top(self, part: QWidget) -> None:
        """Put something between the theme's name and its cards."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, part)

    def spread(self, *, wide: bool) -> None:
        """Lay the cards out over the whole board, or one under the other."""
        self._columns = _SPREAD if wide else 1
        self.flow.set_columns(self._columns)
        self._fit_height()

    def show_theme(self, title: str, items: Sequence[CardItem], note: str = "") -> None:
        """Show the theme's name and its cards; a note says what else is to be known of it."""
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._count.setText(str(len(items)))
        self.flow.setAccessibleName(title)
        self.setAccessibleName(f"{title}, {len(items)}" + (f". {note}" if note else ""))
        self.flow.show_cards(items)
        self._fit_height()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A card may come in."""
        if event.mimeData().hasFormat(CARD_MIME):
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """The card went elsewhere."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Say which cards were dropped here."""
        self._over = False
        self.update()
        event.acceptProposedAction()
        for card_id in bytes(event.mimeData().data(CARD_MIME).data()).decode().split("\n"):
            self.card_dropped.emit(card_id)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the panel; a card held over it makes its border deep."""
        line = LIGHT.deep if self._over else LIGHT.dot if self._loose else LIGHT.line
        fill = LIGHT.paper if self._loose else LIGHT.rail
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), fill, line, CARD_CORNER, dashed=self._loose)

    def _fit_height(self) -> None:
        rows = max(-(-len(self.flow.cards()) // self._columns), 1)
        most = _MOST_SHOWN if self._columns == 1 else _MOST_ROWS
        self.flow.setFixedHeight(min(rows, most) * max(self.flow.gridSize().height(), 60))
