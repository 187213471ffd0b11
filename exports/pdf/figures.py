"""Figures drawn as vectors: the bar of positions, its key, and the lines people sign on."""

from collections.abc import Iterable
from dataclasses import dataclass

from exports.blocks import PositionBar
from exports.pdf.parts import HAIRLINE, Part, rule
from exports.pdf.scale import (
    BAR,
    KEY,
    LINE,
    MUTE,
    NOTE,
    POSITION_FILL,
    POSITION_INK,
    SIGN_COLOUR,
    Sign,
)
from exports.pdf.setting import Setting
from exports.pdf.sheet import Sheet
from exports.pdf.tags import Element
from exports.pictures import PositionCode

BAR_HEIGHT = 21.0
CORNER = 5.0
MARK = 15.0
KEY_GAP = 20.0
SIGN_DROP = 26.0


class Bar(Part):
    """Counts of positions as lengths of one bar with rounded ends, each with its number."""

    def __init__(
        self, block: PositionBar, width: float, above: float = 0.0, figure: Element | None = None
    ) -> None:
        self.above = above
        self.width = width
        self.figure = figure
        self.counts = [(code, count) for code, count in block.counts if count > 0]

    @property
    def height(self) -> float:
        return BAR_HEIGHT

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        with canvas.mark(self.figure, (x, top - BAR_HEIGHT, x + self.width, top)):
            self._draw(canvas, x, top)

    def _draw(self, canvas: Sheet, x: float, top: float) -> None:
        foot = top - BAR_HEIGHT
        total = sum(count for _, count in self.counts)
        canvas.saveState()
        outline = canvas.beginPath()
        outline.roundRect(x, foot, self.width, BAR_HEIGHT, CORNER)
        canvas.clipPath(outline, stroke=0, fill=0)
        left = x
        for code, count in self.counts:
            length = self.width * count / total
            canvas.setFillColorRGB(*POSITION_FILL[code])
            canvas.rect(left, foot, length, BAR_HEIGHT, stroke=0, fill=1)
            self._number(canvas, code, count, left, length, top)
            if left > x:
                # Neighbours of one colour (standing aside, abstaining) are told apart by a gap.
                canvas.setFillColorRGB(1, 1, 1)
                canvas.rect(left - 0.75, foot, 1.5, BAR_HEIGHT, stroke=0, fill=1)
            left += length
        canvas.restoreState()
        if not self.counts or any(code == "absent" for code, _ in self.counts):
            canvas.setStrokeColorRGB(*LINE)
            canvas.setLineWidth(HAIRLINE)
            canvas.roundRect(x, foot, self.width, BAR_HEIGHT, CORNER, stroke=1, fill=0)

    def _number(
        self, canvas: Sheet, code: PositionCode, count: int, left: float, length: float, top: float
    ) -> None:
        number = Setting(str(count), BAR.coloured(POSITION_INK[code]), length)
        if len(number.lines) == 1 and (width := number.line_width(number.lines[0])) < length - 4:
            drop = (BAR_HEIGHT - BAR.leading) / 2
            number.draw(canvas, left + (length - width) / 2, top - drop)


class Key(Part):
    """The marks of a figure with their words, over as many lines as they need."""

    def __init__(
        self,
        entries: Iterable[tuple[Sign, str]],
        width: float,
        above: float = 0.0,
        parent: Element | None = None,
    ) -> None:
        self.above = above
        self.entries: list[tuple[Sign, Setting, float, int]] = []
        at, row = 0.0, 0
        words_of = Element("L", parent) if parent is not None else None
        self.elements: list[Element | None] = []
        for sign, words in entries:
            item = Element("LI", words_of) if words_of is not None else None
            self.elements.append(Element("LBody", item) if item is not None else None)
            setting = Setting(words, KEY, width)
            length = MARK + setting.line_width(setting.lines[0])
            if at and at + length > width:
                at, row = 0.0, row + 1
            self.entries.append((sign, setting, at, row))
            at += length + KEY_GAP
        self._height = (row + 1) * KEY.leading if self.entries else 0.0

    @property
    def height(self) -> float:
        return self._height

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        for (sign, setting, at, row), element in zip(self.entries, self.elements, strict=True):
            line = top - row * KEY.leading
            draw_mark(canvas, sign, x + at + 4.5, line - KEY.leading / 2)
            with canvas.mark(element):
                setting.draw(canvas, x + at + MARK, line)


def draw_mark(canvas: Sheet, sign: Sign, x: float, y: float) -> None:
    """Draw a symbol around a point: ● ○ – △ ✕, a square or a bar, by what it stands for."""
    canvas.setStrokeColorRGB(*SIGN_COLOUR[sign])
    canvas.setFillColorRGB(*SIGN_COLOUR[sign])
    canvas.setLineWidth(1.8)
    path = canvas.beginPath()
    match sign:
        case "agree" | "held" | "after":
            canvas.circle(x, y, 4.2, stroke=0, fill=1)
        case "reservation" | "before":
            canvas.circle(x, y, 3.4, stroke=1, fill=0)
        case "stand_aside" | "abstain":
            canvas.line(x - 4, y, x + 4, y)
        case "need_more" | "bent":
            path.moveTo(x - 4, y - 3.2)
            path.lineTo(x + 4, y - 3.2)
            path.lineTo(x, y + 3.8)
            path.close()
            canvas.drawPath(path, stroke=1, fill=0)
        case "object" | "broke":
            canvas.line(x - 3.2, y - 3.2, x + 3.2, y + 3.2)
            canvas.line(x - 3.2, y + 3.2, x + 3.2, y - 3.2)
        case "absent":
            canvas.setLineWidth(HAIRLINE)
            canvas.rect(x - 3.6, y - 3.6, 7.2, 7.2, stroke=1, fill=0)
        case "planned":
            canvas.setLineWidth(HAIRLINE)
            canvas.rect(x - 4.5, y - 4.5, 9, 9, stroke=1, fill=0)
        case "actual":
            canvas.rect(x - 4.5, y - 2.5, 9, 5, stroke=0, fill=1)


@dataclass
class SignHere(Part):
    """A line to sign on in ink, and what belongs there."""

    words: str
    width: float
    element: Element | None = None

    @property
    def height(self) -> float:
        return SIGN_DROP + NOTE.leading + 3

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        rule(canvas, x, top - SIGN_DROP, self.width, MUTE)
        with canvas.mark(self.element):
            Setting(self.words, NOTE, self.width).draw(canvas, x, top - SIGN_DROP - 3)
