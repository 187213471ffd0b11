"""Paper to be written on: lines under a question, and slips to be cut apart."""

from dataclasses import dataclass

from exports.blocks import Slips
from exports.pdf.parts import HAIRLINE, Part, rule
from exports.pdf.scale import (
    AXIS,
    CELL,
    DEPTH,
    FIGURE,
    INK,
    MARGIN,
    MEASURE,
    MUTE,
    NOTE,
    PAGE_WIDTH,
)
from exports.pdf.setting import Setting
from exports.pdf.sheet import Sheet
from exports.pdf.tags import Element

SLIPS_BESIDE = 2
SLIPS_BELOW = 4
SLIP_HEIGHT = (DEPTH - 8) / SLIPS_BELOW
RING = 12.0


@dataclass
class Ruled(Part):
    """Lines to write on by hand."""

    lines: int
    gap: float
    width: float = MEASURE
    above: float = 0.0

    @property
    def height(self) -> float:
        return self.lines * self.gap

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        for line in range(1, self.lines + 1):
            rule(canvas, x, top - line * self.gap, self.width, MUTE)


class SlipRow(Part):
    """Slips side by side, with a broken line under them and between them to cut along."""

    def __init__(self, block: Slips, count: int, parent: Element) -> None:
        self._printed = block.printed
        self._elements = [Element("P", parent) for _ in range(count)]

    @property
    def height(self) -> float:
        return SLIP_HEIGHT

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        wide = PAGE_WIDTH / SLIPS_BESIDE
        for at, element in enumerate(self._elements):
            left = x if at == 0 else at * wide + 24
            with canvas.mark(element):
                self._slip(canvas, left, top - 6, wide - MARGIN - 24)
        canvas.saveState()
        canvas.setStrokeColorRGB(*MUTE)
        canvas.setLineWidth(HAIRLINE)
        canvas.setDash(4, 4)
        canvas.line(0, top - SLIP_HEIGHT, PAGE_WIDTH, top - SLIP_HEIGHT)
        canvas.line(wide, top, wide, top - SLIP_HEIGHT)
        canvas.restoreState()

    def _slip(self, canvas: Sheet, x: float, top: float, width: float) -> None:
        title, word, number, *numbers, at_ease, tense = self._printed
        heading = Setting(title, FIGURE, width)
        heading.draw(canvas, x, top, range(min(2, len(heading.lines))))
        top -= 2 * FIGURE.leading + 4
        Setting(word, NOTE, width).draw(canvas, x, top)
        rule(canvas, x, top - 38, width, MUTE)
        top -= 48
        Setting(number, NOTE, width).draw(canvas, x, top)
        top -= NOTE.leading + RING + 4
        for at, digit in enumerate(numbers):
            self._ring(canvas, digit, x + RING + at * (width - 2 * RING) / 4, top)
        top -= RING + 3
        ends = [Setting(end, AXIS.coloured(INK), width) for end in (at_ease, tense)]
        ends[0].draw(canvas, x, top)
        ends[1].draw(canvas, x + width - ends[1].line_width(ends[1].lines[0]), top)

    def _ring(self, canvas: Sheet, digit: str, x: float, y: float) -> None:
        canvas.setStrokeColorRGB(*MUTE)
        canvas.setLineWidth(HAIRLINE)
        canvas.circle(x, y, RING, stroke=1, fill=0)
        number = Setting(digit, CELL, 2 * RING)
        wide = number.line_width(number.lines[0])
        number.draw(canvas, x - wide / 2, y + CELL.leading / 2)


def slip_rows(block: Slips, parent: Element) -> list[SlipRow]:
    """All the slips, four rows of two to a page, each a paragraph of `parent`."""
    full, left = divmod(block.count, SLIPS_BESIDE)
    counts = [SLIPS_BESIDE] * full + ([left] if left else [])
    return [SlipRow(block, count, parent) for count in counts]
