"""What every part of the editor's form shares: it shows a pack and says what was changed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from facilitator.guide import ScenarioPack
from facilitator.wording import tidy
from ui.packs.changing import Change
from ui.packs.fields import ListField, LongField, ShortField
from ui.packs.history import Spot


class Section(QWidget):
    """A part of the form. `edited` carries a change, its spot, and whether it is typing.

    `looked_at` says that the row or field in hand is another, for the picture beside the form.
    """

    edited = Signal(object, object, bool)
    looked_at = Signal()

    name = ""
    """What the section is called in a `Spot`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pack: ScenarioPack | None = None
        self.row = ""
        self._showing = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2, 0, 10, 8)
        self.column.setSpacing(10)

    def show_pack(self, pack: ScenarioPack) -> None:
        """Show this pack; fields that say it already are left alone."""
        self.pack = pack
        self._showing = True
        try:
            self.show_all(pack)
        finally:
            # Whatever went wrong, what is typed from now on must reach the pack.
            self._showing = False

    def show_all(self, pack: ScenarioPack) -> None:
        """Put the pack into the fields."""
        raise TypeError(f"{type(self).__name__} does not say how it shows a pack")

    def fields(self) -> dict[str, QWidget]:
        """The fields by the names that they have in a place of the pack."""
        return {}

    def begin(self) -> None:
        """Put the keyboard where writing begins."""
        first = next(iter(self.fields().values()), None)
        if first is not None:
            _give_keyboard(first)

    def go_to(self, spot: Spot) -> None:
        """Put the keyboard on a spot."""
        self.choose(spot)
        field = self.fields().get(spot.field)
        if field is None or not field.isEnabled():
            self.begin()
        else:
            _give_keyboard(field)

    def choose(self, spot: Spot) -> None:
        """Take the row of a spot in hand."""

    def add(self) -> bool:
        """Add a row; whether this section has any."""
        return False

    def change(self, change: Change, field: str, *, typing: bool = True, part: str = "") -> None:
        """Tell what was changed, unless the fields are only being filled."""
        if not self._showing:
            self.edited.emit(change, Spot(self.name, self.row, field, part), typing)

    def on_words(self, field: QWidget, made: Callable[[Any], Change], name: str) -> None:
        """Let a field of words write into the pack by the change that `made` gives for them."""
        if isinstance(field, ListField):
            field.textChanged.connect(lambda: self.change(made(field.lines()), name))
        elif isinstance(field, LongField):
            field.textChanged.connect(lambda: self.change(made(tidy(field.words())), name))
        elif isinstance(field, ShortField):
            field.textChanged.connect(lambda: self.change(made(tidy(field.text())), name))
        else:
            raise TypeError(f"{type(field).__name__} holds no words")


def put(field: QWidget, value: object) -> None:
    """Show a text or a list of texts in its field."""
    if isinstance(field, ListField) and isinstance(value, tuple):
        field.put_lines(value)
    elif isinstance(field, LongField | ShortField) and isinstance(value, str):
        field.put(value)


def row_at(rows: Sequence[str], wanted: str, before: str = "") -> str:
    """The row to be in hand: the one wanted, else the one before it, else the first."""
    if wanted in rows:
        return wanted
    if before in rows:
        return before
    return rows[0] if rows else ""


def _give_keyboard(field: QWidget) -> None:
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit):
        field.selectAll()
