"""Writing the public statement in the group's own words, with the age at which they read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from facilitator.stages.agreement import PublicStatement, write_statement
from facilitator.wording import shortened
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.documents import ports
from ui.stages.form_row import InlineForm, LineField, WordsField
from ui.stages.scrolled import scrolled
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.scroll_bar import CalmScrollBar

_LONGEST_SHOWN = 160
EMPTY = "Nothing written: it is put together from what was agreed."


class OwnWords(QWidget):
    """The public statement as one writes it. `left` when it was kept or left alone."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = PublicStatement()
        self.heading = Heading("In our own words", self, size=20)
        about = "For everybody to read, so name nobody. Shift and Enter begin a new line."
        self.about = PlainLabel(about, self, colour=LIGHT.mute)
        self.form = InlineForm("Keep it", self)
        self.text = WordsField("The statement")
        self.text.setFixedHeight(Typography.current().px(230))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setVerticalScrollBar(CalmScrollBar(self.text))
        self.reply = LineField("How anybody can answer", "Write to the board’s secretary")
        self.start = QuietButton("Begin with what was agreed", self.form)
        self.start.clicked.connect(self._begin_with_agreed)
        self.form.add_button(self.start)
        self.form.add_line((self.text, 1))
        self.form.add_line((self.reply, 1))
        self.form.end_line()
        self.age = PlainLabel("", self, weight=700)
        self.hardest = PlainLabel("", self, size=13.5)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(24, 20, 24, 16)
        inner.setSpacing(10)
        for part in (self.heading, self.about, self.form, self.age, self.hardest):
            inner.addWidget(part)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inside, "In our own words"))
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self._show_age)
        self.form.kept.connect(self._keep)
        self.form.left.connect(self.left)

    def begin(self) -> None:
        """Show what is kept, and take the keyboard."""
        self._put(self._desk.workshop.paper.statement)
        self._show_age()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Follow what was kept elsewhere; what is being typed is left alone."""
        if self._typed() == (self._shown.text, self._shown.reply):
            self._put(workshop.paper.statement)

    def _put(self, statement: PublicStatement) -> None:
        self._shown = statement
        if self._typed()[0] != statement.text:
            self.text.setPlainText(statement.text)
        self.reply.put(statement.reply)

    def _typed(self) -> tuple[str, str]:
        return self.text.words(), self.reply.text()

    def _begin_with_agreed(self) -> None:
        """Take the words that were put together, so that they can be made one's own."""
        self.text.setPlainText(ports.put_together(self._desk.workshop))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_age(self) -> None:
        text = self.text.words()
        reading = ports.reading_of(text)
        self.start.setVisible(not text.strip())
        self.hardest.setVisible(bool(reading.hardest))
        if not reading.words:
            self.age.setText(EMPTY)
            return
        aim = f"Reads {ports.told(reading)}; it aims at age {ports.TARGET} or so."
        few = " So few words say little about it." if reading.short else ""
        self.age.setText(f"{aim}{few}")
        told = [
            f"“{shortened(each.text, _LONGEST_SHOWN)}” {each.words} words"
            + (f"; long: {', '.join(each.long_words)}" if each.long_words else "")
            for each in reading.hardest
        ]
        self.hardest.setText("\n".join(["The hardest to read:", *told]) if told else "")

    def _keep(self) -> None:
        if self._desk.do(write_statement, *self._typed()) is not None:
            self.left.emit()
