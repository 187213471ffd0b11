"""What the room is asked before it adopts: would another board sign this, what would we stop?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator import statement
from facilitator.stages.purpose import Draft
from ui.desk import Desk
from ui.stages.form_row import LineField
from ui.stages.keyed_table import HELD, KeyedTable
from ui.stages.purpose.words import ANOTHER_BOARD, STOPS
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS = {"y": True, "yes": True, "n": False, "no": False}
"""What is an answer where it stands alone in the line."""
_YES, _NO = "Yes, another board would", "No, only we would"
_LISTED = (Column("We would have to stop"),)


class Panel(QWidget):
    """A question about the draft in hand, in the place of the ledger. `left` when it is done with.

    The page asks `show_draft` after every change and `begin` when the question comes up.
    """

    left = Signal()

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = ""
        self.question = PlainLabel(question, self, size=20, weight=700)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 6, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self.question)
        self.hide()

    def show_draft(self, draft: Draft) -> None:
        """Show what was answered about a draft."""
        self.draft = draft.id

    def begin(self) -> None:
        """Put the keyboard where the answer goes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves the question."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AnotherBoardPanel(Panel):
    """Yes or no, and what the room said of it.

    The keyboard begins in the words, where nothing that is typed is lost: Y or N alone is the
    answer, and with more letters a word. Alt+Y and Alt+N answer beside words; Enter keeps.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(ANOTHER_BOARD, parent)
        self._desk = desk
        self._shown: Draft | None = None
        self._alone = False
        self._before: bool | None = None
        self.yes = QuietButton(f"Y   {_YES}", self)
        self.no = QuietButton(f"N   {_NO}", self)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        for button in (self.yes, self.no):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.toggled.connect(self._show_answer)
            button.clicked.connect(self._to_the_words)
            answers.addWidget(button)
        answers.addStretch(1)
        self.line = LineField(
            "What the room said of it", "Y or N, or the room’s words: nobody else could", self
        )
        self.line.textEdited.connect(self._typed)
        for keys, button in (("Alt+Y", self.yes), ("Alt+N", self.no)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        self.keep_button = PrimaryButton("Keep the answer", self)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button = QuietButton("Leave it", self)
        self.leave_button.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        hints = (
            ("Y N", "alone: the answer"),
            ("Alt Y  Alt N", "the answer, beside words"),
            ("Enter", "keep"),
            ("Esc", "leave it"),
        )
        self.column.addLayout(answers)
        self.column.addWidget(self.line)
        self.column.addLayout(buttons)
        self.column.addWidget(KeyHint(hints, self))
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        """Show what was answered; what is being typed stays until the answer itself changes."""
        super().show_draft(draft)
        before, self._shown = self._shown, draft
        known = before is not None and (before.id, before.another_board)
        if known == (draft.id, draft.another_board):
            return
        found = draft.another_board
        self._alone = False
        self._choose(found.would_sign if found else None)
        self.line.put(found.text if found else "")

    def begin(self) -> None:
        """The keyboard goes to the words."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the line keeps; a letter typed on a button is a word's, or the answer."""
        letter = event.text() if event.text().isprintable() else ""
        if event.key() in _ENTER:
            self._keep()
        elif letter and not event.modifiers() & HELD:
            if self.line.text() and letter.casefold() in _LETTERS:
                (self.yes if _LETTERS[letter.casefold()] else self.no).click()
            else:
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)
                self.line.setText(self.line.text() + letter)
                self._typed(self.line.text())
        else:
            super().keyPressEvent(event)

    def _typed(self, words: str) -> None:
        """Y or N alone is the answer; with the next letter it is a word, and answers nothing."""
        answer = _LETTERS.get(words.strip().casefold())
        if answer is not None:
            if not self._alone:
                self._before = self._answer()
            self._alone = True
            self._choose(answer)
        elif self._alone:
            self._alone = False
            self._choose(self._before)

    def _answer(self) -> bool | None:
        return self.yes.isChecked() if self.yes.isChecked() or self.no.isChecked() else None

    def _choose(self, answer: bool | None) -> None:
        for button, means in ((self.yes, True), (self.no, False)):
            button.setAutoExclusive(False)
            button.setChecked(answer is means)
            button.setAutoExclusive(True)

    def _show_answer(self) -> None:
        """A tick at the answer given: a line round it would look like the keyboard's."""
        for button, key, words in ((self.yes, "Y", _YES), (self.no, "N", _NO)):
            button.setText(f"{'✓' if button.isChecked() else key}   {words}")

    def _to_the_words(self) -> None:
        if self._alone:
            self._alone = False
            self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        answer = self._answer()
        if answer is None:
            self._desk.refused.emit("Yes or no first: would another board sign this?", "")
            self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        words = "" if self._alone else self.line.text()
        done = self._desk.do(statement.answer_another_board, self.draft, answer, words)
        if done is not None:
            self.left.emit()


class StopsPanel(Panel):
    """One thing after another that would have to stop; each is on the room's screen at once.

    Enter keeps one, and on an empty line it is done. X takes one off the list.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(STOPS, parent)
        self._desk = desk
        self._stops: tuple[str, ...] = ()
        self.table = KeyedTable(STOPS, ("X", "Del"), self)
        self.table.asked.connect(lambda _key, row: self._drop(row))
        self.line = LineField(
            "One thing that would have to stop", "A meeting, a budget line, a habit", self
        )
        self.keep_button = PrimaryButton("Keep", self)
        self.nothing_button = QuietButton("Nothing", self)
        self.done_button = QuietButton("Done", self)
        self.keep_button.clicked.connect(self._keep)
        self.nothing_button.clicked.connect(lambda: self._name("nothing"))
        self.done_button.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        for button in (self.keep_button, self.nothing_button, self.done_button):
            row.addWidget(button)
        keys = (
            ("Enter", "keep one; with nothing typed: done"),
            ("X", "on the list: take it off"),
            ("Esc", "leave it"),
        )
        self.column.addLayout(row)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(KeyHint(keys, self))
        self.column.addStretch(0)

    def show_draft(self, draft: Draft) -> None:
        """Show what was named so far."""
        if draft.id != self.draft:
            self.line.clear()
        super().show_draft(draft)
        self._stops = draft.stops
        # Rows go by their place: two things named may look alike, and none has an id.
        rows = [TableRow(str(at), (Cell(text),)) for at, text in enumerate(draft.stops)]
        self.table.show_rows(_LISTED, rows)
        self.table.setVisible(bool(draft.stops))
        self.nothing_button.setVisible(not draft.stops)

    def begin(self) -> None:
        """Typing goes into the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the line keeps."""
        if event.key() in _ENTER:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if not self.line.text().strip() and self._stops:
            self.left.emit()
        else:
            self._name(self.line.text())

    def _name(self, text: str) -> None:
        done = self._desk.do(statement.name_stop, self.draft, text)
        if done is None:
            self.begin()
            return
        self.line.clear()
        if isinstance(done, statement.NothingToStop):
            self.left.emit()
        else:
            self.begin()

    def _drop(self, row: str) -> None:
        if row:
            self._desk.do(statement.drop_stop, self.draft, self._stops[int(row)])
