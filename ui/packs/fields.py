"""Fields of the editor: they write into the pack as one types, and have no past of their own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facilitator.wording import tidy
from ui.packs.changing import lines
from ui.stages.form_row import LineField, WordsField
from ui.stages.keyed_table import KeyedTable
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.scroll_bar import CalmScrollBar

_FIELDS = (QLineEdit, QPlainTextEdit, QSpinBox, QComboBox)


class GivesUpUndo(QObject):
    """Lets Ctrl+Z and Ctrl+Shift+Z through to the window: what is taken back is the pack's."""

    def watch(self, within: QWidget) -> None:
        """Every field within a widget, and the parts that the fields are made of."""
        for field in within.findChildren(QWidget):
            if isinstance(field, _FIELDS):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave the two keys to the window's shortcuts."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(
            QKeySequence.StandardKey.Redo
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class LongField(WordsField):
    """Several lines of text, in which Enter begins a new line."""

    def __init__(self, name: str, parent: QWidget | None = None, *, tall: float = 76) -> None:
        super().__init__(name, parent)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBar(CalmScrollBar(self))
        self.setFixedHeight(Typography.current().px(tall))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave Esc to the window."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            QPlainTextEdit.keyPressEvent(self, event)

    def put(self, text: str) -> None:
        """Show this text, unless that is what stands here but for stray space."""
        if tidy(self.words()) != text:
            self.setPlainText(text)


class ListField(LongField):
    """One thing a line."""

    def put_lines(self, texts: Sequence[str]) -> None:
        """Show these, unless they are what stands here."""
        if self.lines() != tuple(texts):
            self.setPlainText("\n".join(texts))

    def lines(self) -> tuple[str, ...]:
        """What stands on each line."""
        return lines(self.words())


class ShortField(LineField):
    """A line of text that is told apart from what is in the pack only by stray space."""

    def put(self, text: str) -> None:
        """Show this text from its beginning, unless that is what stands here."""
        if tidy(self.text()) != text:
            super().put(text)


class Fields(QWidget):
    """Fields in lines, each with its name over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def add_line(self, *fields: tuple[QWidget, int], note: str = "") -> None:
        """Add a line of (field, share of the width); `note` stands after the name of the first."""
        line = QHBoxLayout()
        line.setSpacing(8)
        for number, (field, share) in enumerate(fields):
            name = field.accessibleName()
            words = f"{name}: {note}" if note and not number else name
            label = PlainLabel(words, self, size=12.5, colour=LIGHT.mute)
            label.setWordWrap(bool(note) and not number)
            label.setMinimumWidth(20)
            cell = QVBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(label)
            cell.addWidget(field)
            if not isinstance(field, LongField):
                cell.addStretch(1)
            line.addLayout(cell, share)
        self.column.addLayout(line)


class _Rows(KeyedTable):
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Del and Backspace both mean that a row should go."""
        if event.key() == Qt.Key.Key_Backspace:
            self.asked.emit("Del", self.current_id())
        else:
            super().keyPressEvent(event)


class RowsField(QWidget):
    """A short table of rows to write: added, removed and moved by keys.

    `selected` when the keyboard's row is another, `opened` with Enter, `added`, `removed` and
    `moved` (row, -1 or 1) when the writer asks for it.
    """

    selected = Signal(str)
    opened = Signal(str)
    added = Signal()
    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(self, name: str, one: str, tall: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.table = _Rows(name, ("N", "Del"), self)
        self.table.setFixedHeight(Typography.current().px(tall))
        self.table.asked.connect(self._asked)
        self.table.opened.connect(self.opened)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.hint = KeyHint(
            [
                ("N", f"a new {one}"),
                ("Enter", "write"),
                ("Alt ↑ ↓", "move"),
                ("Del", "remove"),
            ],
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table)
        column.addWidget(self.hint)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[TableRow], row: str) -> None:
        """Show these rows, with the keyboard's row on one of them where it is there."""
        self._showing = True
        try:
            self.table.show_rows(columns, rows)
            if row != self.table.current_id():
                self.table.go_to(row)
        finally:
            self._showing = False

    def begin(self) -> None:
        """Put the keyboard on the rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Alt with an arrow moves the row."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        row = self.table.current_id()
        if by is not None and row and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(row, by)
        else:
            super().keyPressEvent(event)

    def _asked(self, key: str, row: str) -> None:
        if key == "N":
            self.added.emit()
        elif row:
            self.removed.emit(row)

    def _row_changed(self) -> None:
        if not self._showing:
            self.selected.emit(self.table.current_id())
