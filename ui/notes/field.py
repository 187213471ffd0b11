"""The note-taker's field: who, the words, whether it is private, and when it was said."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from ui.stages.capture.field import CaptureField
from ui.stages.capture.offers import Choice
from ui.theme.tokens import LIGHT
from ui.widgets.chips import Chip
from ui.widgets.marks import paint_field, paint_panel

SAID = "What was said, word for word"
PRIVATE = "A private note: nobody is shown it"


class NoteField(CaptureField):
    """One line for one note. Tab makes a private note of it, and back.

    `last_asked` is the arrow up in an empty field: the last note is to be put right.
    """

    last_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SAID, parent, with_themes=False)
        self.private = False
        self.stays_as_it_is = False
        """Whether what is put right is private, or is not, for good: it is one note either way."""
        self.stamp = ""
        """The local time at which it was said (ISO 8601), where it was stamped."""
        self._private_chip = Chip("private", "gold", self)
        self._stamp_chip = Chip("", "soft", self)
        row = self.layout()
        if row is not None:
            for chip in (self._private_chip, self._stamp_chip):
                chip.hide()
                row.addWidget(chip)

    def take_key(self, event: QKeyEvent) -> bool:
        """Tab, and the arrow up in an empty field; all others are the field's."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if self.offers.isHidden() and plain:
            if event.key() == Qt.Key.Key_Tab:
                if not self.stays_as_it_is:
                    self.make_private(not self.private)
                return True
            if event.key() == Qt.Key.Key_Up and not self.line.text():
                self.last_asked.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and (self.private or self.stamp):
                self.clear()
                self.left.emit()
                return True
        return super().take_key(event)

    def make_private(self, private: bool) -> None:
        """Make a private note of it, or what somebody said."""
        self.private = private
        self._private_chip.setVisible(private)
        ground = self.line.palette()
        ground.setColor(QPalette.ColorRole.Base, QColor(LIGHT.gold_soft if private else LIGHT.card))
        self.line.setPalette(ground)
        self.line.setPlaceholderText(PRIVATE if private else SAID)
        self.line.setAccessibleName(PRIVATE if private else SAID)
        self.update()

    def put_stamp(self, at: str) -> None:
        """Keep the time at which it was said."""
        self.stamp = at
        self._stamp_chip.show_text(at[11:19])
        self._stamp_chip.setAccessibleName(f"said at {at[11:19]}" if at else "")
        self._stamp_chip.setVisible(bool(at))

    def speak_for(self, choice: Choice | None) -> None:
        """Somebody speaks; None for somebody who is not to be named."""
        self._put_who(choice)

    def clear(self) -> None:
        """Empty the field, for what is said next."""
        super().clear()
        self.stays_as_it_is = False
        self.make_private(False)
        self.put_stamp("")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Gold while the note is private."""
        if not self.private:
            super().paintEvent(event)
            return
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        paint_field(painter, QRectF(self.rect()), lit=self.line.hasFocus())
        paint_panel(painter, box, LIGHT.gold_soft, LIGHT.gold, 8)
