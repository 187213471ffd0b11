"""Wrapped plain text for painted widgets: laid out once, drawn many times, cut at a word."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

_LINE_SEPARATOR = "\u2028"
_ELLIPSIS = "…"


@dataclass(frozen=True)
class Run:
    """A stretch of text in one weight and, if it differs from the rest, one colour.

    `line` runs under the words or through them, and `ground` is a colour behind them.
    """

    text: str
    weight: int = 400
    colour: str = ""
    line: Literal["", "under", "through"] = ""
    ground: str = ""


class Paragraph:
    """Text shaped for one font and width; it holds plain text only, so markup is shown as typed.

    `width` and `height` are what the text takes up, in pixels; `elided` says that some was cut.
    """

    def __init__(self, text: str, font: QFont, limits: "Limits", runs: Sequence[Run] = ()) -> None:
        self.text = text
        self.elided = False
        self._limits = limits
        shown = limits.shorten(text.replace("\r\n", "\n").replace("\n", _LINE_SEPARATOR), font)
        cut = self._shape(shown, font, runs)
        if cut is None and len(shown) < len(text):
            cut = len(shown.encode("utf-16-le")) // 2
        if cut is not None:
            self.elided = True
            self._shape_cut(_before(shown, cut), font, runs)

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Paint the text with its top left corner at (x, y)."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))

    def _shape_cut(self, kept: str, font: QFont, runs: Sequence[Run]) -> None:
        kept = kept.rstrip(" ,;:\u2028")
        while self._shape(kept + _ELLIPSIS, font, runs) is not None and kept:
            shorter = kept.rsplit(" ", 1)[0] if " " in kept[-30:] else kept[:-1]
            kept = shorter.rstrip(" ,;:\u2028")

    def _shape(self, text: str, font: QFont, runs: Sequence[Run]) -> int | None:
        """Lay the text out; where it overflows, the UTF-16 position at which the last line ends."""
        layout = QTextLayout(text, font)
        option = QTextOption()
        if _reads_from_the_right(text):
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        if runs:
            layout.setFormats(_formats(runs))
        step = max(font.pixelSize() * self._limits.leading, 1.0)
        usual = QFontMetricsF(font).height()
        self._layout, self.width, self.height, self.lines = layout, 0.0, 0.0, 0
        overflow: int | None = None
        end = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self._limits.width, 1.0))
            # A fallback face may be taller than ours; only what it adds pushes lines apart.
            tall = step + max(line.height() - max(usual, step) - 1, 0.0)
            if self.lines and self._limits.passed(self.lines + 1, self.height + tall):
                overflow = end
                line.setPosition(QPointF(0, -100_000))
                break
            line.setPosition(QPointF(0, self.height + (tall - line.height()) / 2))
            self.lines += 1
            self.height += tall
            self.width = max(self.width, line.naturalTextWidth())
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return overflow


@dataclass(frozen=True)
class Limits:
    """The room that a paragraph has: a width, and perhaps a number of lines or a height.

    `leading` is the distance between lines as a multiple of the font size; zero lines or height
    means any number.
    """

    width: float
    leading: float = 1.36
    lines: int = 0
    height: float = 0.0

    def passed(self, lines: int, height: float) -> bool:
        """Whether so much text is more than there is room for."""
        if self.lines and lines > self.lines:
            return True
        return bool(self.height and height > self.height + 0.5)

    def shorten(self, text: str, font: QFont) -> str:
        """The text without what could never be shown, so that a very long card costs no more."""
        lines = self.lines
        if self.height:
            by_height = int(self.height / max(font.pixelSize() * self.leading, 1.0)) + 1
            lines = min(lines, by_height) if lines else by_height
        if not lines:
            return text
        a_line = int(self.width / max(font.pixelSize() * 0.15, 1.0)) + 8
        return text[: lines * a_line]


def _reads_from_the_right(text: str) -> bool:
    """Whether the first letter with a direction is Arabic, Hebrew or the like."""
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((way in ("R", "AL") for way in directions if way in ("L", "R", "AL")), False)


def _before(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    made = []
    start = 0
    for run in runs:
        length = len(run.text.encode("utf-16-le")) // 2
        entry = QTextLayout.FormatRange()
        entry.start, entry.length = start, length
        style = QTextCharFormat()
        style.setFontWeight(run.weight)
        if run.colour:
            style.setForeground(QColor(run.colour))
        if run.ground:
            style.setBackground(QColor(run.ground))
        style.setFontUnderline(run.line == "under")
        style.setFontStrikeOut(run.line == "through")
        entry.format = style
        made.append(entry)
        start += length
    return made
