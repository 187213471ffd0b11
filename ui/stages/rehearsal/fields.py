"""Lines of a rehearsal page: one to keep words in, and one to name somebody in."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.stages.capture.offers import Choice, Offers, best
from ui.theme.fonts import Typography
from ui.widgets.chips import Chip
from ui.widgets.marks import paint_field
from ui.widgets.words_line import WordsLine

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeepLine(QWidget):
    """One framed line. Enter emits `kept`, Esc empties it, or `left` when it is empty already.

    The words stay until `clear`, so that refused words are still there to mend. `chip` is a word
    before the line that says what is kept; `stepped` carries -1 or 1 for the up and down keys.
    """

    kept = Signal(str)
    left = Signal()
    stepped = Signal(int)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, chip: str = "", tall: float = 44
    ) -> None:
        super().__init__(parent)
        self._chip = Chip(chip, "soft", self)
        self._chip.setVisible(bool(chip))
        self.line = WordsLine(self.take_key, self)
        self.line.setFrame(False)
        self.line.setFont(Typography.current().font(15))
        self.line.focus_changed.connect(self._focus_moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._chip)
        row.addWidget(self.line, 1)
        self.setFixedHeight(Typography.current().px(tall))
        self.setFocusProxy(self.line)
        self.ask(name)

    def ask(self, name: str) -> None:
        """Say what is asked for: inside while it is empty, and to a screen reader."""
        self.line.setPlaceholderText(name)
        self.line.setAccessibleName(name)

    def show_chip(self, text: str) -> None:
        """Show another word before the line."""
        self._chip.show_text(text)
        self._chip.setVisible(bool(text))

    def text(self) -> str:
        """What stands in it."""
        return self.line.text().strip()

    def put(self, text: str) -> None:
        """Let this stand in it."""
        self.line.setText(text)

    def clear(self) -> None:
        """Empty it, and forget what was typed."""
        self.line.setText("")

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the line used the key itself."""
        key = event.key()
        if key == Qt.Key.Key_Tab:
            self.before_tab()
            return False
        if key in ENTER:
            self.line.finish_composing()
            self.kept.emit(self.text())
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
            return True
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        return False

    def before_tab(self) -> None:
        """Something to do before Tab moves the keyboard on."""

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What is being composed stays in it."""
        self.line.finish_composing()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame, deep and strong while the keyboard is in it."""
        paint_field(QPainter(self), QRectF(self.rect()), lit=self.line.hasFocus())

    def _focus_moved(self) -> None:
        self.update()


class NameLine(KeepLine):
    """A line in which to name one of a list: it offers what fits, Enter or Tab takes it.

    `kept` carries the id; a name that is not on the list as it was typed, and nothing for none.
    """

    def __init__(
        self, name: str, parent: QWidget | None = None, *, chip: str = "", tall: float = 44
    ) -> None:
        super().__init__(name, parent, chip=chip, tall=tall)
        self._choices: list[Choice] = []
        self.offers = Offers(self)
        self.offers.itemClicked.connect(self._take)
        self.line.textEdited.connect(self._offer)

    def offer(self, choices: list[Choice]) -> None:
        """Who or what can be named."""
        self._choices = choices

    def show_all(self) -> None:
        """Offer everything that can be named, whatever is typed."""
        self.offers.offer(self._choices, self)

    def chosen(self) -> str:
        """The id of what is named; the words as typed when they name nothing on the list."""
        typed = self.text()
        named = [choice for choice in self._choices if typed and choice.is_called(typed)]
        return named[0].id if len(named) == 1 else typed

    def choose(self, each: str) -> None:
        """Let the name of this id stand in it; other words as they are."""
        self.put(next((choice.label for choice in self._choices if choice.id == each), each))

    def take_key(self, event: QKeyEvent) -> bool:
        """The keys of the list while it is open, else those of the line."""
        if not self.offers.isHidden():
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.offers.step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key == Qt.Key.Key_Escape:
                self.offers.hide()
                return True
            if key in ENTER:
                self.kept.emit(self._take())
                return True
        elif event.key() in ENTER:
            self.line.finish_composing()
            self.kept.emit(self.chosen())
            return True
        return super().take_key(event)

    def before_tab(self) -> None:
        """Take the marked name."""
        if not self.offers.isHidden():
            self._take()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """The list goes with the line."""
        self.offers.hide()
        super().hideEvent(event)

    def _offer(self, text: str) -> None:
        typed = text.strip()
        self.offers.offer(best(self._choices, typed) if typed else [], self)

    def _take(self) -> str:
        """Let the marked name stand in the line; gives its id."""
        choice = self.offers.chosen(or_first=True)
        self.offers.hide()
        if choice is None:
            return self.chosen()
        self.put(choice.label)
        return choice.id

    def _focus_moved(self) -> None:
        super()._focus_moved()
        if not self.line.hasFocus():
            self.offers.hide()
