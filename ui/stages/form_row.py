"""Inline forms: fields with their labels in lines, the button that keeps them, Esc to leave."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facilitator.wording import LONGEST
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import PlainLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAUSE = 1000
"""Milliseconds after which typing in a choice begins a new word."""


def _tall() -> int:
    return Typography.current().px(34)


class LineField(QLineEdit):
    """A line of text. Its name stands over it in a form; `hint` inside while it is empty."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(LONGEST)
        self.setTextMargins(6, 0, 6, 0)
        self.setMinimumSize(64, _tall())

    def put(self, text: str) -> None:
        """Show this text from its beginning."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


class WordsField(QPlainTextEdit):
    """Several lines of text. Enter belongs to the form; Shift and Enter begin a new line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setFixedHeight(Typography.current().px(76))

    def words(self) -> str:
        """What stands in it; a paste that is too long is cut just where it is refused."""
        return self.toPlainText()[: LONGEST + 1]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave Enter and Esc to the form."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and plain):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChoiceField(QComboBox):
    """One of a few, by id. With `free` a text of one's own may be typed instead."""

    def __init__(self, name: str, parent: QWidget | None = None, *, free: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(_tall())
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self._offered: tuple[tuple[str, str], ...] = ()
        self._searched = ""
        self._since_key = QElapsedTimer()
        if free:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            line = LineField(name)
            line.setMinimumSize(0, 0)
            line.setTextMargins(2, 0, 2, 0)
            self.setLineEdit(line)
            # Completing in place would turn a typed "Ann" into the "Annabel" of the list.
            line.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none; its stub does not

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these, as (id, label); what was chosen or typed stays."""
        if tuple(choices) == self._offered:
            return
        # What was chosen is told by what was offered until now.
        kept, typed = self.chosen(), self.currentText()
        self._offered = tuple(choices)
        blocked = QSignalBlocker(self)
        self.clear()
        for each, label in choices:
            self.addItem(label, each)
        if self.isEditable():
            self.setCurrentIndex(-1)
            self.setEditText("" if kept and kept != typed and not self.knows(kept) else typed)
        if not self.isEditable() or self.knows(kept):
            self.choose(kept)
        del blocked

    def knows(self, each: str) -> bool:
        """Whether this id is offered."""
        return any(each == one for one, _ in self._offered)

    def choose(self, each: str) -> None:
        """Choose by id; what is not offered is the first, or the text itself where one may type."""
        ids = [one for one, _ in self._offered]
        if each in ids:
            self.setCurrentIndex(ids.index(each))
        elif self.isEditable():
            self.setCurrentIndex(-1)
            self.setEditText(each)
        else:
            self.setCurrentIndex(0 if ids else -1)

    def chosen(self) -> str:
        """The id, or what was typed; nothing when there is none."""
        typed = self.currentText()
        at = self.currentIndex()
        if self.isEditable() and (at < 0 or typed != self._offered[at][1]):
            fits = [one for one, label in self._offered if label.casefold() == typed.casefold()]
            return fits[0] if len(fits) == 1 else typed
        return str(self.currentData()) if at >= 0 else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose by typing; leave Enter and Esc to the form. Space or F4 opens the list."""
        if event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.ignore()
        elif self.isEditable() or not self._search(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Typing begins a new search."""
        super().focusInEvent(event)
        self._searched = ""

    def _search(self, event: QKeyEvent) -> bool:
        """Choose the first label that begins with what is typed, or has a word that does.

        Qt's own search opens the list at a space, in the middle of "Public Health".
        """
        text = event.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if held or not text or not text.isprintable():
            return False
        if not self._since_key.isValid() or self._since_key.elapsed() > _PAUSE:
            self._searched = ""
        if text == " " and not self._searched:
            return False
        self._searched += text.casefold()
        self._since_key.start()
        labels = [label.casefold() for _, label in self._offered]
        fits = [at for at, label in enumerate(labels) if label.startswith(self._searched)]
        fits += [at for at, label in enumerate(labels) if f" {self._searched}" in label]
        if fits:
            self.setCurrentIndex(fits[0])
        return True


class TickField(QCheckBox):
    """A yes or no, with its words beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name.replace("&", "&&"), parent)
        self.setAccessibleName(name)
        self.setMinimumHeight(_tall())


class NumberField(QSpinBox):
    """A whole number within bounds."""

    def __init__(
        self, name: str, least: int, most: int, suffix: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.setMinimumHeight(_tall())


class InlineForm(QWidget):
    """Fields in lines. `kept` when Enter or the button says so, `left` with Esc or "Leave it".

    The form keeps what was typed until its owner empties it, so that a refused entry can be
    mended. Without `leave` it stays where it is.
    """

    kept = Signal()
    left = Signal()

    def __init__(
        self, keep: str, parent: QWidget | None = None, *, leave: bool = True, quiet: bool = False
    ) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", self, size=15, weight=700)
        self.title.hide()
        self.keep_button = (QuietButton if quiet else PrimaryButton)(keep, self)
        self.keep_button.clicked.connect(self.kept)
        self.leave_button = QuietButton("Leave it", self)
        self.leave_button.clicked.connect(self.left)
        self.leave_button.setVisible(leave)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._fields: list[QWidget] = []
        self._names: dict[QWidget, PlainLabel] = {}
        self._buttons: list[QWidget] = [self.keep_button, self.leave_button]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.title)

    def say(self, title: str) -> None:
        """Put a title over the fields."""
        self.title.setText(title)
        self.title.setVisible(bool(title))

    def add_line(self, *fields: tuple[QWidget, int]) -> QHBoxLayout:
        """Add a line of (field, share of the width)."""
        line = QHBoxLayout()
        line.setSpacing(8)
        for field, share in fields:
            cell = QVBoxLayout()
            cell.setSpacing(2)
            if not isinstance(field, TickField):
                label = PlainLabel(field.accessibleName(), self, size=12.5, colour=LIGHT.mute)
                label.setWordWrap(False)
                label.setMinimumWidth(20)
                cell.addWidget(label)
                self._names[field] = label
            else:
                cell.addStretch(1)
            cell.addWidget(field)
            line.addLayout(cell, share)
        self._column.addLayout(line)
        self._fields += [field for field, _ in fields]
        return line

    def show_field(self, field: QWidget, shown: bool) -> None:
        """Show a field with its name over it, or neither."""
        field.setVisible(shown)
        if name := self._names.get(field):
            name.setVisible(shown)

    def rename(self, field: QWidget, name: str) -> None:
        """Give a field another name, over it and for a screen reader."""
        field.setAccessibleName(name)
        if label := self._names.get(field):
            label.setText(name)

    def order_tabs(self, *fields: QWidget) -> None:
        """Let Tab go through these, and then to the buttons."""
        self._fields = list(fields)
        for before, after in pairwise([*fields, *self._buttons]):
            QWidget.setTabOrder(before, after)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Put the keyboard's order right: Qt loses it while a form finds its place in a page."""
        self.order_tabs(*self._fields)
        super().showEvent(event)

    def end_line(self, *fields: tuple[QWidget, int]) -> None:
        """Add the last line, with the buttons at its end."""
        line = self.add_line(*fields)
        if not fields:
            line.addStretch(1)
        for button in self._buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)

    def add_button(self, button: QuietButton) -> None:
        """Put one more after the form's own; `end_line` then places them all."""
        self._buttons.append(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter keeps from any field; Esc leaves."""
        if event.key() in _ENTER:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
