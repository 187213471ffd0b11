"""Models that emit only the rows that changed, and hold at most the newest few hundred."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

WINDOW = 500
"""The most rows a list shows; a list over all of 10,000 rows takes 70 ms for each card."""

AnyIndex = QModelIndex | QPersistentModelIndex
ITEM_ROLE = Qt.ItemDataRole.UserRole
"""The role under which a model gives the item of a row itself."""


class Identified(Protocol):
    """Anything with an id that stays the same while the rest of it changes."""

    @property
    def id(self) -> str:
        """The id, once in a list."""
        ...


T = TypeVar("T", bound=Identified)


@dataclass(frozen=True)
class Removal:
    """Take the rows from `first` to `last` away."""

    first: int
    last: int


@dataclass(frozen=True)
class Insertion:
    """Put the new rows from `first` to `last` in; both count in the new list."""

    first: int
    last: int


def plan(old: Sequence[str], new: Sequence[str]) -> list[Removal | Insertion]:
    """The steps that turn one list of ids into another: removals from the end, then insertions.

    Rows that keep their order stay; a row that moved is taken away and put in again. Raises
    `ValueError` where an id comes twice in the new list.
    """
    place = {key: row for row, key in enumerate(new)}
    if len(place) != len(new):
        raise ValueError("an id comes twice")
    kept = _longest_rising([(row, place[key]) for row, key in enumerate(old) if key in place])
    stays_old = {row for row, _ in kept}
    stays_new = {row for _, row in kept}
    steps: list[Removal | Insertion] = []
    for first, last in reversed(_stretches(len(old), stays_old)):
        steps.append(Removal(first, last))
    for first, last in _stretches(len(new), stays_new):
        steps.append(Insertion(first, last))
    return steps


def _stretches(length: int, kept: set[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for row in range(length):
        if row in kept:
            continue
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of (old row, new row) pairs in which the new rows rise."""
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for at, (_, row) in enumerate(pairs):
        length = bisect_left(tails, row)
        before.append(tail_at[length - 1] if length else -1)
        tails[length:] = [row]
        tail_at[length:] = [at]
    rising: list[tuple[int, int]] = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        rising.append(pairs[at])
        at = before[at]
    return rising[::-1]


def change_rows(
    model: QAbstractItemModel,
    current: list[T],
    new: Sequence[T],
    changed: Callable[[int, int], None],
) -> None:
    """Bring `current`, the rows of `model`, to `new`, telling the views of nothing else.

    `changed` is called with the first and last of each stretch of kept rows whose item differs.
    """
    top = QModelIndex()
    for step in plan([item.id for item in current], [item.id for item in new]):
        if isinstance(step, Removal):
            model.beginRemoveRows(top, step.first, step.last)
            del current[step.first : step.last + 1]
            model.endRemoveRows()
        else:
            model.beginInsertRows(top, step.first, step.last)
            current[step.first : step.first] = new[step.first : step.last + 1]
            model.endInsertRows()
    differing = {
        row
        for row, (was, item) in enumerate(zip(current, new, strict=True))
        if was is not item and was != item
    }
    current[:] = new
    for first, last in _stretches(len(new), set(range(len(new))) - differing):
        changed(first, last)


class RowsModel(QAbstractListModel, Generic[T]):
    """A list of items, newest first, that shows at most `window` of them.

    Give `show` the whole list after every change; items that are the same object or equal cost
    nothing to the views.
    """

    def __init__(self, text: Callable[[T], str], window: int = WINDOW) -> None:
        super().__init__()
        self._text = text
        self._window = window
        self._items: list[T] = []

    def show(self, items: Sequence[T]) -> None:
        """Show these items, of which the first are the newest."""
        wanted = list(items[: self._window])
        now = self._items
        if len(wanted) == len(now) and all(a is b for a, b in zip(wanted, now, strict=True)):
            return
        change_rows(self, now, wanted, self._tell_changed)

    def item(self, row: int) -> T:
        """The item in this row."""
        return self._items[row]

    def items(self) -> Sequence[T]:
        """The items shown now."""
        return tuple(self._items)

    def row_of(self, item_id: str) -> int:
        """The row of the item with this id, or -1 where it is not shown."""
        return next((row for row, item in enumerate(self._items) if item.id == item_id), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, in full for a screen reader too, or the item itself."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(item)
        return None

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))
