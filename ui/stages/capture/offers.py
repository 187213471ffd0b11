"""The short list of names under a field: who can be meant by `@`, which theme by `#` or by name."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.marks import paint_panel
from ui.widgets.rows import WINDOW
from ui.widgets.scroll_bar import CalmScrollBar

MOST_OFFERED = 8
"""Names in the list; a longer one is read, not glanced at."""


@dataclass(frozen=True)
class Choice:
    """Somebody, or a theme, that can be named. `known_as` are further words it answers to.

    `handle` is the key or two that name it alone.
    """

    id: str
    label: str
    known_as: str = ""
    detail: str = ""
    handle: str = ""

    def answers(self, typed: str) -> int | None:
        """How well it fits what was typed, the smaller the better; None when it does not."""
        typed = typed.casefold()
        if typed and typed == self.handle:
            return -1
        label = self.label.casefold()
        words = f"{label} {self.known_as.casefold()}"
        if label.startswith(typed):
            return 0
        if any(word.startswith(typed) for word in words.split()):
            return 1
        initials = "".join(word[0] for word in label.split())
        if initials.startswith(typed):
            return 2
        return 3 if typed in words else None

    def is_called(self, typed: str) -> bool:
        """Whether this is its name, whatever the capitals."""
        return self.label.casefold() == typed.strip().casefold()


def best(choices: list[Choice], typed: str) -> list[Choice]:
    """The choices that fit what was typed, the best first, at most `MOST_OFFERED`.

    Before anything is typed those with handles all stand there, to be looked up.
    """
    fits = [(fit, choice) for choice in choices if (fit := choice.answers(typed)) is not None]
    looked_up = not typed and any(choice.handle for choice in choices)
    most = WINDOW if looked_up else MOST_OFFERED
    return [choice for _, choice in sorted(fits, key=lambda pair: pair[0])][:most]


class _ChoiceDelegate(QStyledItemDelegate):
    """A name, with its handle as a key cap before it."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        type_ = Typography.current()
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        if chosen:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        x = rect.x() + type_.px(8)
        if choice.handle:
            tall, wide = type_.px(19), type_.px(24)
            cap = QRectF(x, rect.center().y() - tall / 2 + 0.5, wide, tall)
            paint_panel(painter, cap, LIGHT.card, LIGHT.line, 4)
            painter.setFont(type_.font(12, 600))
            painter.setPen(QColor(LIGHT.ink))
            centre = middle | int(Qt.AlignmentFlag.AlignHCenter)
            painter.drawText(cap, centre, choice.handle.upper())
            x += wide + type_.px(8)
        font = type_.font(14)
        words = QRectF(x, rect.y(), rect.right() - x - type_.px(6), rect.height())
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(font)
        painter.setPen(palette.color(role))
        painter.drawText(
            words, middle, QFontMetrics(font).elidedText(text, elide, round(words.width()))
        )


class Offers(QListWidget):
    """The list itself. It never takes the keyboard: the field it belongs to keeps it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollBar(CalmScrollBar(self))
        self.setItemDelegate(_ChoiceDelegate(self))
        self.setAccessibleName("Suggestions")
        # It lies on the window, so that no page cuts it; it goes when its field goes.
        parent.destroyed.connect(self.deleteLater)
        self.hide()

    def offer(self, choices: list[Choice], under: QWidget, *, take_first: bool = True) -> None:
        """Show the choices under a widget, none hides the list.

        Without `take_first` nothing is chosen until an arrow key or Tab chooses it.
        """
        self.clear()
        if not choices:
            self.hide()
            return
        window = under.window()
        if self.parent() is not window:
            self.setParent(window)
        self.setFont(Typography.current().font(14))
        for choice in choices:
            words = f"{choice.label}   {choice.detail}" if choice.detail else choice.label
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            if choice.handle:
                key = f"{words}, key {choice.handle}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, key)
            item.setSizeHint(QSize(0, Typography.current().px(28)))
            self.addItem(item)
        self.setCurrentRow(0 if take_first else -1)
        spot = under.mapTo(window, QPoint(0, under.height() + 4))
        row = self.sizeHintForRow(0)
        below = max(MOST_OFFERED, (window.height() - spot.y() - 10) // row)
        height = row * min(self.count(), below) + 6
        width = min(520, max(280, under.width() // 2), window.width())
        left = max(0, min(spot.x(), window.width() - width))
        top = max(0, min(spot.y(), window.height() - height))
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()

    def chosen(self, *, or_first: bool = False) -> Choice | None:
        """The choice that is marked; with `or_first`, the first when none is."""
        item = self.currentItem() or (self.item(0) if or_first else None)
        found = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found if isinstance(found, Choice) else None

    def step(self, rows: int) -> None:
        """Move the mark down by so many rows, round the end."""
        here = self.currentRow()
        count = max(1, self.count())
        self.setCurrentRow((here + rows) % count if here >= 0 else (0 if rows > 0 else count - 1))
