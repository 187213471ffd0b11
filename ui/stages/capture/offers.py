"""The short list of names under a field: who can be meant by `@`, which theme by `#` or by name."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.theme.fonts import Typography

MOST_OFFERED = 8
"""Names in the list; a longer one is read, not glanced at."""


@dataclass(frozen=True)
class Choice:
    """Somebody, or a theme, that can be named. `known_as` are further words it answers to."""

    id: str
    label: str
    known_as: str = ""
    detail: str = ""

    def answers(self, typed: str) -> int | None:
        """How well it fits what was typed (0 best); None when it does not."""
        typed = typed.casefold()
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
    """The choices that fit what was typed, the best first, at most `MOST_OFFERED`."""
    fits = [(fit, choice) for choice in choices if (fit := choice.answers(typed)) is not None]
    return [choice for _, choice in sorted(fits, key=lambda pair: pair[0])][:MOST_OFFERED]


class Offers(QListWidget):
    """The list itself. It never takes the keyboard: the field it belongs to keeps it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
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
            item.setSizeHint(QSize(0, Typography.current().px(28)))
            self.addItem(item)
        self.setCurrentRow(0 if take_first else -1)
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 6
        spot = under.mapTo(window, QPoint(0, under.height() + 4))
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
