"""All keys, on F1."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.console.keyboard import Key
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.labels import Heading, PlainLabel

ELSEWHERE = (
    ("Keep what is in the field", "Enter"),
    ("Who said it", "@ and a key, or a name"),
    ("Whoever spoke last said it", "@@"),
    ("Which theme", "#"),
    ("Show the captured cards in the room, or hide them", "Ctrl+H"),
    ("Whose names go with this step’s words", "Ctrl+U"),
    ("Position of the organisation in hand", "1 to 7"),
    ("Leave a form or a notice; come back from a history or the past", "Esc"),
)


def _row(at: int, words: str, keys: str) -> TableRow:
    """A key; without one, what those under it have in common."""
    return TableRow(f"{at}", (Cell(words, mute=not keys), Cell(keys, bold=True)))


class AllKeysDialog(QDialog):
    """A calm table of every key: those of the page that is up, as (key, what it does), first."""

    def __init__(
        self,
        keys: list[Key],
        on_page: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("All keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 560)
        table = HairlineTable("All keys", self, scrolls=True)
        here = [(does[:1].upper() + does[1:], key) for key, does in on_page]
        everywhere = [(key.words, "  or  ".join(key.sequences)) for key in keys]
        first = [("On this page", ""), *here, ("Everywhere", "")] if here else []
        columns = (Column("What", 3), Column("Keys", 2))
        table.show_rows(
            columns, [_row(at, *row) for at, row in enumerate([*first, *everywhere, *ELSEWHERE])]
        )
        close = QuietButton("Close", self)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading("All keys", self, size=20))
        column.addWidget(PlainLabel("No letter fires while you type into a field.", self))
        column.addWidget(table, 1)
        column.addWidget(close)
        close.setFocus()
