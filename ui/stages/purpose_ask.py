"""One question in a line on the page, such as "Which theme?", with names to complete."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.stages.capture_offers import Choice, Offers, best, commit_composed
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel

_LONGEST = 500

Answer = Callable[[str, Choice | None], bool]
"""Takes the words and, where they name one, the choice; whether the question is done with."""


class _Line(QLineEdit):
    """The line: it lets the question see keys before it takes them."""

    left = Signal()

    def __init__(self, owner: "AskLine") -> None:
        super().__init__(owner)
        self._owner = owner
        self._composing = ""
        self.setMaxLength(_LONGEST)
        self.setFont(Typography.current().font(15))
        self.setFixedHeight(Typography.current().px(34))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._owner.take_key(event.key())
        ):
            return True
        return bool(super().event(event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def finish_composing(self) -> None:
        """Keep what an input method is still composing."""
        composing, self._composing = self._composing, ""
        commit_composed(self, composing)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.left.emit()


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
        self.line = _Line(self)
        self.line.textEdited.connect(self._offer)
        self.offers = Offers(self)
        self.offers.itemClicked.connect(lambda: self._take(self.offers.chosen()))
        self.line.left.connect(self.offers.hide)
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

    def take_key(self, key: int) -> bool:
        """Whether the question used the key."""
        listed = not self.offers.isHidden()
        if listed and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.offers.step(1 if key == Qt.Key.Key_Down else -1)
        elif listed and key == Qt.Key.Key_Tab:
            self._take(self.offers.chosen(or_first=True))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.line.finish_composing()
            self._take(self.offers.chosen() if listed else None)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def leave(self) -> None:
        """Leave the question unanswered."""
        if not self.isHidden():
            self._close()

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
        self.hide()
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """The list goes with the line."""
        self.line.finish_composing()
        self.offers.hide()
        super().hideEvent(event)
