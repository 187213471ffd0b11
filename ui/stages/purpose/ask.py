"""One question in a line on the page, such as "Which theme?", with names to complete."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.stages.capture.offers import Choice, Offers, best
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel
from ui.widgets.words_line import WordsLine

_LONGEST = 500

Answer = Callable[[str, Choice | None], bool]
"""Takes the words and, where they name one, the choice; whether the question is done with."""


class AskLine(QWidget):
    """A question and a line for its answer; hidden until something is asked.

    Enter answers: what stands marked in the list, else the words. A refused answer stays in the
    line. Esc leaves the question. `closed` when it is answered or left.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []
        self._may_be_new = False
        self._answer: Answer | None = None
        self._question = PlainLabel("", self, weight=600, colour=LIGHT.deep)
        self._question.setWordWrap(False)
        self.line = WordsLine(self.take_key, self, longest=_LONGEST)
        self.line.setFont(Typography.current().font(15))
        self.line.setFixedHeight(Typography.current().px(34))
        self.line.textEdited.connect(self._offer)
        self.offers = Offers(self)
        self.offers.itemClicked.connect(lambda: self._take(self.offers.chosen()))
        self.line.focus_changed.connect(self._focus_moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._question)
        row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        self.hide()

    def ask(
        self,
        question: str,
        answer: Answer,
        choices: list[Choice] | None = None,
        *,
        words: str = "",
        may_be_new: bool = True,
    ) -> None:
        """Ask; `words` stand in the line already. Without `may_be_new` only a choice answers."""
        self._answer, self._choices, self._may_be_new = answer, choices or [], may_be_new
        self._question.setText(question)
        self.line.setAccessibleName(question)
        self.line.setText(words)
        self.line.selectAll()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._choices and not words:
            self.offers.offer(best(self._choices, ""), self.line, take_first=not may_be_new)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the question used the key."""
        key = event.key()
        listed = not self.offers.isHidden()
        if listed and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.offers.step(1 if key == Qt.Key.Key_Down else -1)
        elif listed and key == Qt.Key.Key_Tab:
            self._take(self.offers.chosen(or_first=True))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_marked()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def take_marked(self) -> None:
        """Answer with what is marked in the list, else with the words, as Enter does."""
        self.line.finish_composing()
        self._take(None if self.offers.isHidden() else self.offers.chosen())

    def leave(self) -> None:
        """Leave the question unanswered."""
        if not self.isHidden():
            self._close()

    def _focus_moved(self) -> None:
        if not self.line.hasFocus():
            self.offers.hide()

    def _offer(self, typed: str) -> None:
        found = best(self._choices, typed.strip()) if self._choices else []
        # What is typed is the name of something new unless it begins the name of something old.
        begins = bool(found) and found[0].answers(typed.strip()) == 0 and bool(typed.strip())
        self.offers.offer(found, self.line, take_first=begins or not self._may_be_new)

    def _take(self, choice: Choice | None) -> None:
        words = self.line.text().strip()
        if choice is None:
            choice = next((c for c in self._choices if words and c.is_called(words)), None)
        if choice is None and not self._may_be_new:
            return
        answer = self._answer
        self.offers.hide()
        if answer is not None and answer(words, choice) and answer is self._answer:
            self._close()

    def _close(self) -> None:
        self._answer = None
        self.offers.hide()
        # The page takes the keyboard first: of a line that hides with it, Qt gives it to anybody.
        self.closed.emit()
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """The list goes with the line."""
        self.line.finish_composing()
        self.offers.hide()
        super().hideEvent(event)
