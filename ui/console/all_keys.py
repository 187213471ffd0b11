"""All keys, on F1."""

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
    ("Leave a form or a notice", "Esc"),
)


class AllKeysDialog(QDialog):
    """A calm table of every key."""

    def __init__(self, keys: list[Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("All keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 560)
        table = HairlineTable("All keys", self)
        rows = [(key.words, "  or  ".join(key.sequences)) for key in keys] + list(ELSEWHERE)
        columns = (Column("What", 3), Column("Keys", 2))
        table.show_rows(
            columns,
            [TableRow(words, (Cell(words), Cell(keys, bold=True))) for words, keys in rows],
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
