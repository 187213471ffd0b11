"""Words on a page: labels that never guess at markup, and headings."""

import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT

_LONG_WORD = re.compile(r"\S{28}(?=\S)")


def as_tip(text: str) -> str:
    """A text for a tool tip, which guesses at markup: made so that it shows as it was typed."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"


class PlainLabel(QLabel):
    """A wrapped label that shows text as it was typed, markup and all.

    `size` is in pixels where body text is 14 and grows with it.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: float = 14,
        weight: int = 400,
        colour: str = LIGHT.ink,
        italic: bool = False,
    ) -> None:
        super().__init__(parent)
        self._size, self._weight, self._italic = size, weight, italic
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.set_colour(colour)
        self._take_font()
        self.setText(text)

    def set_colour(self, colour: str) -> None:
        """Show the words in another colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self.setPalette(palette)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show this text; words too long for any line may break anywhere."""
        if text == self.accessibleName() and text:
            return
        self.setAccessibleName(text)
        super().setText(_LONG_WORD.sub(lambda found: found[0] + "\u200b", text))

    def text(self) -> str:
        """The text as it was given."""
        return self.accessibleName()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the application's type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._take_font()

    def _take_font(self) -> None:
        wanted = Typography.current().font(self._size, self._weight, italic=self._italic)
        self.setFont(wanted)


class OneLine(PlainLabel):
    """A label of one line that ends in … where there is no room for all of it."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: float = 14,
        weight: int = 400,
        colour: str = LIGHT.ink,
    ) -> None:
        super().__init__(text, parent, size=size, weight=weight, colour=colour)
        self.setWordWrap(False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as need be."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint as much as there is room for."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        words = " ".join(self.text().split())
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(self.rect(), middle, shown)


class Heading(PlainLabel):
    """The sentence at the head of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, size: float = 27) -> None:
        super().__init__(text, parent, size=size, weight=700)


class Eyebrow(PlainLabel):
    """The line above a heading: stage, step and way of working."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, size=13, weight=700, colour=LIGHT.deep)


class SectionLabel(QWidget):
    """A small spaced label over a section of a rail, with an optional remark at its right."""

    def __init__(self, text: str = "", right: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = self._right = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_text(text, right)

    def show_text(self, text: str, right: str = "") -> None:
        """Show this label and remark."""
        if (text, right) != (self._text, self._right):
            self._text, self._right = text, right
            self.setAccessibleName(f"{text}, {right}" if right else text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size of the words."""
        metrics = QFontMetricsF(self._font())
        wide = metrics.horizontalAdvance(self._text.upper() + "  " + self._right.upper())
        return QSize(round(wide) + 4, Typography.current().px(20))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrower than the words: the label is cut before the rail grows."""
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the label in spaced capitals."""
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(QColor(LIGHT.mute))
        middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        right = self._right.upper()
        painter.drawText(QRectF(self.rect()), middle | int(Qt.AlignmentFlag.AlignRight), right)
        metrics = QFontMetricsF(self._font())
        room = self.width() - (metrics.horizontalAdvance(right) + 12 if right else 0)
        label = metrics.elidedText(self._text.upper(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(0, 0, room, self.height()), middle, label)

    @staticmethod
    def _font() -> QFont:
        font = Typography.current().font(11, 700)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 110)
        return font
