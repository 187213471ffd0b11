"""The words that a position needs, asked for in place, under the table."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.decision import CATEGORIES, Category
from ui.stages.form_row import LineField
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

CHOICES: tuple[Category, ...] = tuple(CATEGORIES)
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


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
    """A question and a line for the answer; for an objection, its category as well.

    Enter keeps and Esc leaves. `kept` carries the words and the category; the editor stays open
    until it is closed, so that refused words are still there to mend.
    """

    kept = Signal(str, str)
    as_reservation = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._category: Category = ""
        self._objection = False
        self._question = PlainLabel("", self, size=14, weight=600)
        self.line = WordsLine(self._take_key, self)
        self._hint = KeyHint(parent=self)
        self._categories = QWidget(self)
        self.category_buttons: dict[Category, QuietButton] = {}
        choices = QHBoxLayout(self._categories)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(8)
        for at, category in enumerate(CHOICES, start=1):
            button = QuietButton(f"{at}  {CATEGORIES[category]}", self._categories)
            button.setCheckable(True)
            button.setToolTip(f"Alt {at}")
            button.setAccessibleDescription("What the objection is about")
            button.clicked.connect(lambda _=False, chosen=category: self._choose(chosen))
            self.category_buttons[category] = button
            choices.addWidget(button)
        choices.addStretch(1)
        self._keep_button = PrimaryButton("Keep", self)
        self.reservation_button = QuietButton("Record as a reservation instead", self)
        self._leave_button = QuietButton("Leave it", self)
        self._keep_button.clicked.connect(self._keep)
        self.reservation_button.clicked.connect(lambda: self.as_reservation.emit(self.line.text()))
        self._leave_button.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self._keep_button, self.reservation_button, self._leave_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        for part in (self._question, self.line, self._categories):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self._hint)
        self.hide()

    def ask(
        self, question: str, words: str = "", *, objection: bool = False, category: Category = ""
    ) -> None:
        """Ask for words, with those that are there already; an objection has a category."""
        self._objection = objection
        self._category = category if objection else ""
        self._question.setText(question)
        self.line.setAccessibleName(question)
        self.line.setText(words)
        self.line.selectAll()
        self._categories.setVisible(objection)
        self.reservation_button.setVisible(objection)
        keys = [("Enter", "keep"), ("Esc", "leave it")]
        if objection:
            keys[1:1] = [("Alt 1–4 or ↑ ↓", "what it is about")]
        self._hint.show_keys(keys)
        self._show_category()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put the editor away, empty."""
        self.line.clear()
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
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif (
            self._objection and key in _KEYS and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self._choose(CHOICES[_KEYS.index(Qt.Key(key))])
        elif self._objection and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
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
        self.kept.emit(self.line.text(), self._category)


class HereOffer(QWidget):
    """An offer to mark an organisation as here, when it speaks and attendance says it is not."""

    accepted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", self, colour=LIGHT.mute)
        self.button = PrimaryButton("", self)
        self.button.clicked.connect(self.accepted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self._words, 1)
        self.hide()

    def offer(self, organisation: str, member: str) -> None:
        """Offer it: the organisation's name, and who of it would be marked; nobody, no button."""
        self.button.setText(f"Mark {organisation} as here")
        self.button.setVisible(bool(member))
        self._words.setText(
            f"{member} came, from this minute on."
            if member
            else f"Nobody from {organisation} is on the list yet. Add them on the gather page."
        )
        self.show()
        if member:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
