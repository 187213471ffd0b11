"""A check-in as it is typed: a word and a number, in two fields or in one line."""

import re
from collections.abc import Callable

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.stages.rehearsal.fields import ENTER
from ui.theme.fonts import Typography
from ui.widgets.words_line import WordsLine

LONGEST_WORD = 60
_IN_ONE_LINE = re.compile(r"(?P<word>.*[^\s,;:])[\s,;:]+(?P<number>\d)")


def in_one_line(typed: str) -> tuple[str, str]:
    """The word and the number in "tense 4"; the words alone where no number ends them."""
    found = _IN_ONE_LINE.fullmatch(typed.strip())
    return (found["word"], found["number"]) if found else (typed.strip(), "")


def number_in(typed: str) -> int:
    """The number that was typed; 0 for none, and for whatever is no single digit."""
    return int(typed) if re.fullmatch(r"\d", typed.strip()) else 0


class WordAndNumber(QWidget):
    """Two fields. Enter emits `kept` with the word and the number, or goes on to the number.

    The number is 0 where none was typed. `passed` when there is nothing to keep, `stepped` for the
    up and down keys, `emptied` for Esc with something typed. What was typed stays until `put`.
    """

    kept = Signal(str, int)
    passed = Signal()
    stepped = Signal(int)
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = _field("One word", self._word_key, self, LONGEST_WORD)
        self.number = _field("1 to 5", self._number_key, self, 0)
        # 6 to 9 can be typed, so that what is refused can be told from what was not typed.
        digit = QRegularExpressionValidator(QRegularExpression("[1-9]"), self.number)
        self.number.setValidator(digit)
        self.number.setFixedWidth(Typography.current().px(74))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.word, 1)
        row.addWidget(self.number)
        QWidget.setTabOrder(self.word, self.number)
        self.setFocusProxy(self.word)

    def put(self, word: str = "", tension: int = 0) -> None:
        """Let these stand in the fields, or nothing."""
        self.word.setText(word)
        self.number.setText(str(tension) if tension else "")

    def typed(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.word.text().strip() or self.number.text())

    def about(self, whose: str) -> None:
        """Say to a screen reader whose check-in it is."""
        for field in (self.word, self.number):
            field.setAccessibleDescription(whose)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What is being composed stays in it."""
        self.word.finish_composing()
        super().hideEvent(event)

    def _word_key(self, event: QKeyEvent) -> bool:
        if event.key() not in ENTER:
            return self._other_key(event)
        self.word.finish_composing()
        word, number = self.word.text().strip(), self.number.text()
        if not number:
            word, number = in_one_line(word)
        if word and not number:
            self.number.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._keep(word, number)
        return True

    def _number_key(self, event: QKeyEvent) -> bool:
        if event.key() not in ENTER:
            return self._other_key(event)
        self._keep(self.word.text().strip(), self.number.text())
        return True

    def _keep(self, word: str, number: str) -> None:
        if word or number:
            self.kept.emit(word, number_in(number))
        else:
            self.passed.emit()

    def _other_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and self.typed():
            self.emptied.emit()
        else:
            return False
        return True


def _field(
    name: str, takes: Callable[[QKeyEvent], bool], parent: QWidget, longest: int
) -> WordsLine:
    field = WordsLine(takes, parent, longest=longest)
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    field.setTextMargins(6, 0, 6, 0)
    field.setMinimumHeight(Typography.current().px(36))
    return field
