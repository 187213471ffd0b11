"""The words that a position needs, asked for in place, under the table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.decision import CATEGORIES, Category
from facilitator.wording import joined
from ui.stages.form_row import LineField
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

CHOICES: tuple[Category, ...] = tuple(CATEGORIES)
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


@dataclass(frozen=True)
class Said:
    """What was typed: the words, an objection's category, what would make it work, and why."""

    words: str = ""
    category: Category = ""
    would_work: str = ""
    why: str = ""


@dataclass(frozen=True)
class Question:
    """What is asked about an organisation, and what stands in the lines already.

    `remedy` asks as well what would make it work, `why` for the reason of a change; both have a
    line of their own. Without `worded` there is no line for words. `hint` stands in an empty line.
    """

    text: str
    said: Said = Said()
    objection: bool = False
    remedy: bool = False
    why: bool = False
    worded: bool = True
    hint: str = ""


class WordsLine(LineField):
    """One line of the room's words. `take_key` sees keys first and says whether it used them."""

    def __init__(
        self, take_key: Callable[[QKeyEvent], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent=parent)
        self._take_key = take_key

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Give the key to the editor first."""
        if not self._take_key(event):
            super().keyPressEvent(event)


class WordsEditor(QWidget):
    """A question and the lines that answer it; for an objection, its category as well.

    Enter keeps and Esc leaves. `kept` carries what was `Said`; the editor stays open until it is
    closed, so that refused words are still there to mend. `edited` carries the words as they are
    typed, `came_or_went` whether it is there.
    """

    kept = Signal(object)
    as_reservation = Signal(object)
    edited = Signal(str)
    left = Signal()
    came_or_went = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._category: Category = ""
        self._asked = Question("")
        self._question = PlainLabel("", self, size=14, weight=600)
        self.line = WordsLine(self._take_key, self)
        self.line.textEdited.connect(self.edited)
        self.remedy = WordsLine(self._take_key, self)
        self.why = WordsLine(self._take_key, self)
        self.remark = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._hint = KeyHint(parent=self)
        self._more = _labelled(
            self,
            (("What would make it work?", self.remedy), ("Why it is changed", self.why)),
        )
        self.remedy.setPlaceholderText("The smallest change; it may stay empty")
        self.why.setPlaceholderText("A locked round changes only for a reason, which is recorded")
        self._categories = QWidget(self)
        self.category_buttons: dict[Category, QuietButton] = {}
        self._keep_button = PrimaryButton("Keep", self)
        self.reservation_button = QuietButton("Record as a reservation instead", self)
        self._leave_button = QuietButton("Leave it", self)
        self._keep_button.clicked.connect(self._keep)
        self.reservation_button.clicked.connect(lambda: self.as_reservation.emit(self.said()))
        self._leave_button.clicked.connect(self.left)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        choices = QHBoxLayout(self._categories)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(8)
        for at, category in enumerate(CHOICES, start=1):
            button = QuietButton(f"{at}  {CATEGORIES[category]}", self._categories)
            button.setCheckable(True)
            # Tab goes on to the next line: a space typed there would choose another category.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(f"Alt {at}")
            button.setAccessibleDescription("What the objection is about")
            button.clicked.connect(lambda _=False, chosen=category: self._choose(chosen))
            self.category_buttons[category] = button
            choices.addWidget(button)
        choices.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self._keep_button, self.reservation_button, self._leave_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        for part in (self._question, self.line, self.remark, self._categories):
            column.addWidget(part)
        for _, row in self._more:
            column.addWidget(row)
        column.addLayout(buttons)
        column.addWidget(self._hint)
        order = [self.line, self.remedy, self.why]
        buttons_last = [self._keep_button, self.reservation_button, self._leave_button]
        for first, second in pairwise([*order, *buttons_last]):
            QWidget.setTabOrder(first, second)

    def ask(self, question: Question, typed: Said | None = None) -> None:
        """Ask, with what was said before, or with what was `typed` and laid aside."""
        self._asked = question
        said = typed or question.said
        self._category = said.category if question.objection else ""
        self._question.setText(question.text)
        self.remark.setText("")
        self.remark.hide()
        for line, words in (
            (self.line, said.words),
            (self.remedy, said.would_work),
            (self.why, said.why),
        ):
            line.setText(words)
        self.line.setPlaceholderText(question.hint)
        self.line.setAccessibleName(question.text)
        self.line.setVisible(question.worded)
        if typed is None:
            self.line.selectAll()
        self._categories.setVisible(question.objection)
        self.reservation_button.setVisible(question.objection)
        for line, row in self._more:
            row.setVisible(question.remedy if line is self.remedy else question.why)
        keys = [("Enter", "keep"), ("Esc", "leave it")]
        if question.remedy or (question.why and question.worded):
            keys[1:1] = [("Tab", "next line")]
        if question.objection:
            keys[1:1] = [("Alt 1–4 or ↑ ↓", "what it is about")]
        self._hint.show_keys(keys)
        self._show_category()
        self.show()

    def begin(self) -> None:
        """Put the keyboard on the first line."""
        first = self.line if self._asked.worded else self.why
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, remark: str) -> None:
        """Say something under the line about what is being typed."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def said(self) -> Said:
        """What stands in the lines now."""
        return Said(self.line.text(), self._category, self.remedy.text(), self.why.text())

    def has_words(self) -> bool:
        """Whether anything stands in one of its lines."""
        return any(line.text() for line in (self.line, self.remedy, self.why))

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name
        """Say that it comes or goes, for whoever makes room for it."""
        super().setVisible(visible)
        self.came_or_went.emit(visible)

    def close_up(self) -> None:
        """Put the editor away, empty."""
        for line in (self.line, self.remedy, self.why):
            line.clear()
        self._category = ""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves from any of the buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        objection = self._asked.objection
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif objection and key in _KEYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._choose(CHOICES[_KEYS.index(Qt.Key(key))])
        elif objection and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        at = CHOICES.index(self._category) if self._category else (-1 if by > 0 else 0)
        self._choose(CHOICES[(at + by) % len(CHOICES)])

    def _choose(self, category: Category) -> None:
        self._category = category
        self._show_category()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_category(self) -> None:
        for category, button in self.category_buttons.items():
            button.setChecked(category == self._category)

    def _keep(self) -> None:
        self.kept.emit(self.said())


def _labelled(
    parent: QWidget, lines: Sequence[tuple[str, WordsLine]]
) -> list[tuple[WordsLine, QWidget]]:
    """Each further line with its label before it, in a row of its own."""
    made = []
    for label, line in lines:
        row = QWidget(parent)
        inside = QGridLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setHorizontalSpacing(12)
        words = PlainLabel(label, row, size=13, colour=LIGHT.mute)
        words.setWordWrap(False)
        line.setAccessibleName(label)
        inside.addWidget(words, 0, 0)
        inside.addWidget(line, 0, 1)
        inside.setColumnStretch(1, 1)
        made.append((line, row))
    return made


class HereOffer(QWidget):
    """An offer to mark an organisation as here, when it speaks and attendance says it is not."""

    accepted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", self, colour=LIGHT.mute)
        self._hint = KeyHint(parent=self)
        self.button = PrimaryButton("", self)
        self.button.clicked.connect(self.accepted)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._hint)
        self.hide()

    def offer(self, organisation: str, members: list[str]) -> None:
        """Offer it: the organisation's name, and who of it would be marked; nobody, no button."""
        self.button.setText(f"Mark {organisation} as here")
        self.button.setVisible(bool(members))
        self._words.setText(
            f"{joined(members)} came, from this minute on."
            if members
            else f"Nobody from {organisation} is on the list yet. Add them on the gather page."
        )
        way_out = ("Esc", "leave it")
        self._hint.show_keys([("Enter", "mark"), way_out] if members else [way_out])
        self.show()
        if members:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
