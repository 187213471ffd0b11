"""The laptop passed round: one empty word and a number, over everything else on the console."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.stages.rehearsal.feeling import give_slip
from facilitator.stages.rehearsal.state import When
from ui.desk import Desk
from ui.stages.rehearsal.feeling.entry import LONGEST_WORD, in_one_line, number_in
from ui.stages.rehearsal.fields import ENTER
from ui.stages.rehearsal.words import stop_in_force
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import Eyebrow, Heading, PlainLabel
from ui.widgets.words_line import WordsLine

ENDS = "Ctrl+L"
"""The facilitator's key. Esc and the window's own button do not end it: whoever has the laptop
should not see by mishap what others wrote."""
STOPS = "F9"
THANKS = "Thank you. Pass it on."
_PROMISE = "Your name is not kept. What you write is counted, never shown by itself."
_NOT_KEPT = "It could not be kept. Please hand the laptop to the facilitator."
_NUMBERS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
_ENDS_OF_SCALE = {1: "at ease", 5: "tense"}
_WIDE, _GAP = 620, 12


class _BigKey(QuietButton):
    """One number of the scale."""

    _hover = LIGHT.deep_soft

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(str(number), parent)
        said = _ENDS_OF_SCALE.get(number)
        self.setAccessibleName(f"{number}, {said}" if said else str(number))
        self.setCheckable(True)
        px = Typography.current().px
        self.setFont(Typography.current().font(26, 700))
        self.setFixedSize(px((_WIDE - 4 * _GAP) / 5), px(72))


class PassRound(QDialog):
    """Covers the console while it is passed from hand to hand.

    It shows nothing that anybody wrote, and counts nothing. A veil under it hides the console even
    where the desktop puts the dialog somewhere else. `stop_asked` with the key of the stop word,
    which is anybody's.
    """

    stop_asked = Signal()

    def __init__(self, desk: Desk, rehearsal: str, when: When, prompt: str, over: QWidget) -> None:
        super().__init__(over, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._desk = desk
        self._rehearsal, self._when = rehearsal, when
        self._number = 0
        self._over = over
        self._ended = self._sure = False
        self._reason = ""
        self.setWindowTitle("Check-in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.veil = QWidget(over)
        for widget in (self, self.veil):
            palette = widget.palette()
            palette.setColor(QPalette.ColorRole.Window, QColor(LIGHT.paper))
            widget.setPalette(palette)
            widget.setAutoFillBackground(True)
        self.eyebrow = Eyebrow("", self)
        self.heading = Heading(prompt, self, size=26)
        self._prompt = prompt
        self.word = WordsLine(self._takes, self, longest=LONGEST_WORD)
        self.word.setAccessibleName("One word")
        self.word.setPlaceholderText("One word")
        self.word.setFont(Typography.current().font(24))
        self.word.setTextMargins(10, 0, 10, 0)
        self.word.setMinimumHeight(Typography.current().px(60))
        self.word.textEdited.connect(self._typed)
        self.keys = [_BigKey(number, self) for number in range(1, 6)]
        for number, key in enumerate(self.keys, 1):
            key.clicked.connect(lambda _=False, chosen=number: self._choose(chosen))
        self.remark = PlainLabel("", self, size=15, colour=LIGHT.on_accent_soft)
        self.done_button = PrimaryButton("Done", self)
        self.done_button.clicked.connect(self._done)
        self.pass_button = QuietButton("I would rather not", self)
        self.pass_button.clicked.connect(lambda: self._thank())
        self.next_button = PrimaryButton("I have the laptop now", self)
        self.next_button.clicked.connect(self._next)
        self._ends = PlainLabel(
            f"Facilitator: {ENDS} takes the laptop back", self, size=11, colour=LIGHT.mute
        )
        self._ends.setWordWrap(False)
        QShortcut(QKeySequence(ENDS), self).activated.connect(self._end)
        QShortcut(QKeySequence(STOPS), self).activated.connect(self._stop)
        desk.refused.connect(self._refused)
        self._lay_out()
        self._next()

    def _lay_out(self) -> None:
        px = Typography.current().px
        self._scale = QWidget(self)
        numbers = QVBoxLayout(self._scale)
        numbers.setContentsMargins(0, 0, 0, 0)
        keys, ends = QHBoxLayout(), QHBoxLayout()
        keys.setSpacing(px(_GAP))
        for key in self.keys:
            keys.addWidget(key)
        for text in _ENDS_OF_SCALE.values():
            label = PlainLabel(text, self._scale, size=15, colour=LIGHT.mute)
            label.setWordWrap(False)
            ends.addWidget(label)
            if text == _ENDS_OF_SCALE[1]:
                ends.addStretch(1)
        numbers.addLayout(keys)
        numbers.addLayout(ends)
        buttons = QHBoxLayout()
        for button in (self.done_button, self.pass_button, self.next_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(px(16))
        middle.addStretch(2)
        for part in (self.eyebrow, self.heading, self.word, self._scale, self.remark):
            part.setMaximumWidth(px(_WIDE))
            middle.addWidget(part)
        middle.addLayout(buttons)
        middle.addStretch(3)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addLayout(middle)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.addLayout(across, 1)
        column.addWidget(self._ends, 0, Qt.AlignmentFlag.AlignLeft)
        self.heading.setMinimumWidth(px(_WIDE))

    def cover(self) -> None:
        """Cover the console, and let the first person begin."""
        self._over.installEventFilter(self)
        self._follow()
        self.veil.show()
        self.veil.raise_()
        self.open()
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay over the console wherever it goes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._follow()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter is Done; the numbers choose; the first letter of the next person begins."""
        if event.key() in ENTER:
            if self.word.isVisible():
                self._done()
            else:
                self._next()
        elif event.key() in _NUMBERS and self.word.isVisible():
            self._choose(_NUMBERS.index(Qt.Key(event.key())) + 1)
        elif not self.word.isVisible() and event.text().strip():
            self._next()
            self.word.insert(event.text())
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc ends nothing here."""

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Only the facilitator's key ends it."""
        if self._ended:
            super().closeEvent(event)
        else:
            event.ignore()

    def _follow(self) -> None:
        self.setGeometry(self._over.frameGeometry())
        self.veil.setGeometry(QRect(0, 0, self._over.width(), self._over.height()))

    def _takes(self, event: QKeyEvent) -> bool:
        """A number chooses, also while the keyboard is in the word; Esc empties the word."""
        if event.key() in _NUMBERS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(_NUMBERS.index(Qt.Key(event.key())) + 1)
        elif event.key() in ENTER:
            self.word.finish_composing()
            self._done()
        elif event.key() == Qt.Key.Key_Escape:
            self.word.clear()
        else:
            return False
        return True

    def _typed(self) -> None:
        self._sure = False
        self.remark.setText("")

    def _choose(self, number: int) -> None:
        self._number = number
        self._sure = False
        for at, key in enumerate(self.keys, 1):
            key.setChecked(at == number)
        self.remark.setText("")

    def _done(self) -> None:
        word, typed = in_one_line(self.word.text())
        number = self._number or number_in(typed)
        self._reason = ""
        if not word and not number:
            self._thank()
        elif not word:
            self.remark.setText("And a word: one is enough.")
            self.word.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not number:
            self.remark.setText("And a number: 1 is at ease, 5 is tense.")
        elif self._desk.do(give_slip, self._rehearsal, self._when, word, number) is None:
            self.remark.setText(self._reason or _NOT_KEPT)
        else:
            self._thank("Kept, without a name")

    def _refused(self, reason: str, _offer: str) -> None:
        """Remember why: the console that tells it is covered."""
        self._reason = reason

    def _stop(self) -> None:
        self.stop_asked.emit()
        self._sure = False
        stopped = stop_in_force(self._desk.workshop) is not None
        self.remark.setText(f"Everything stands still. {STOPS} again goes on." if stopped else "")

    def _thank(self, about: str = "") -> None:
        """Show nothing of what was given."""
        self._empty()
        self._show(asking=False)
        self.eyebrow.setText(about)
        self.heading.setText(THANKS)
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self) -> None:
        self._empty()
        self._show(asking=True)
        self.eyebrow.setText(_PROMISE)
        self.heading.setText(self._prompt)
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, asking: bool) -> None:
        for part in (self.word, self._scale, self.done_button, self.pass_button):
            part.setVisible(asking)
        self.next_button.setVisible(not asking)

    def _empty(self) -> None:
        # A line that is cleared can be undone; what the one before wrote must not come back.
        self.word.setText("")
        self._choose(0)

    def _end(self) -> None:
        """Give the console back; something typed and not kept is asked about first."""
        if (self.word.text().strip() or self._number) and not self._sure:
            self._sure = True
            self.remark.setText(
                f"This one is not kept yet. Enter keeps it; {ENDS} again leaves it out."
            )
            return
        self._ended = True
        self._over.removeEventFilter(self)
        self.veil.hide()
        self.veil.deleteLater()
        self.done(QDialog.DialogCode.Accepted)
