"""Correcting a card in place: its words, or putting it into the car park."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from facilitator import board, car_park
from facilitator.wording import LONGEST
from ui.desk import Desk
from ui.theme.fonts import Typography
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.words_line import commit_composed


class Words(QPlainTextEdit):
    """Words of more than a line, never markup. `kept` on Enter, `left` on Esc.

    Shift+Enter begins a new line; with `ctrl_keeps` Enter does too, and Ctrl+Enter keeps.
    """

    kept = Signal()
    left = Signal()

    def __init__(
        self, name: str, lines: int, parent: QWidget | None = None, *, ctrl_keeps: bool = False
    ) -> None:
        super().__init__(parent)
        self._ctrl_keeps = ctrl_keeps
        self._composing = ""
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        type_ = Typography.current()
        self.setFont(type_.font(15))
        self.document().setDocumentMargin(8)
        self.setFixedHeight(type_.px(lines * 22 + 24))

    def words(self) -> str:
        """What stands in it, with what an input method is still composing.

        One character more than a text may have tells the domain that it is too long.
        """
        composing, self._composing = self._composing, ""
        commit_composed(self, composing)
        return self.toPlainText()[: LONGEST + 1]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter keeps and Esc leaves; everything else is typing."""
        modifier = Qt.KeyboardModifier
        ctrl = bool(event.modifiers() & modifier.ControlModifier)
        shift = bool(event.modifiers() & modifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if ctrl if self._ctrl_keeps else not shift:
                self.kept.emit()
            else:
                self.insertPlainText("\n")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Remember what is being composed."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)


class CardEditor(QWidget):
    """The words of one card, to correct; hidden until a card is opened. `done` when it closes."""

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card = ""
        self.words = Words("The words of the card", 3, self)
        self.words.kept.connect(self._keep)
        self.words.left.connect(self._close)
        self._keep_button = PrimaryButton("Keep the words", self)
        self._park_button = QuietButton("To the car park", self)
        self._leave_button = QuietButton("Leave it", self)
        self._keep_button.clicked.connect(self._keep)
        self._park_button.clicked.connect(self._park)
        self._leave_button.clicked.connect(self._close)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._keep_button, self._park_button, self._leave_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            PlainLabel("Correct the card. The earlier words stay in the record.", self)
        )
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.hide()

    @property
    def card(self) -> str:
        """The id of the card that is open, or nothing."""
        return self._card

    def edit(self, card: str) -> None:
        """Open a card by its id."""
        found = self._desk.workshop.contributions.get(card)
        if found is None:
            return
        self._card = card
        self.words.setPlainText(found.text)
        self.words.selectAll()
        self._park_button.setVisible(not found.parked)
        self.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        text = self.words.words()
        card = self._desk.workshop.contributions.get(self._card)
        unchanged = card is not None and text.strip() == card.text
        if unchanged or self._desk.do(board.correct, self._card, text) is not None:
            self._close()

    def _park(self) -> None:
        if self._desk.do(car_park.park, "", contribution=self._card) is not None:
            self._close()

    def _close(self) -> None:
        self._card = ""
        self.hide()
        self.done.emit()
