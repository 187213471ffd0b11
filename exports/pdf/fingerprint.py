"""The fingerprint of what a document says, in words beside its code."""

from dataclasses import dataclass

import segno

from exports import blocks
from exports.pdf import scale
from exports.pdf.parts import GUTTER, Lines, Part, Row, Stack
from exports.pdf.scale import INK, MEASURE
from exports.pdf.setting import Setting
from exports.pdf.sheet import Sheet
from exports.pdf.tags import Element

SIDE = 78.0


@dataclass
class Code(Part):
    """A QR code of a text, as squares."""

    text: str
    side: float
    figure: Element | None = None

    @property
    def height(self) -> float:
        return self.side

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        matrix = segno.make_qr(self.text, error="m").matrix
        cell = self.side / len(matrix)
        with canvas.mark(self.figure, (x, top - self.side, x + self.side, top)):
            canvas.setFillColorRGB(*INK)
            for at, row in enumerate(matrix):
                y = top - (at + 1) * cell
                for start, stop in _runs(row):
                    canvas.rect(x + start * cell, y, (stop - start) * cell, cell, stroke=0, fill=1)


def _runs(row: bytearray) -> list[tuple[int, int]]:
    """Where the dark squares of a row stand side by side."""
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if dark and runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        elif dark:
            runs.append((at, at + 1))
    return runs


def fingerprint(block: blocks.Fingerprint, within: Element) -> Part:
    """The words and the digits, and the code at the right of them."""
    width = MEASURE - SIDE - GUTTER
    words = Lines(Setting(block.words, scale.NOTE, width), element=Element("P", within))
    digits = Lines(
        Setting(block.groups, scale.DIGITS, width), above=4.0, element=Element("P", within)
    )
    code = Code(block.digest, SIDE, Element("Figure", within, block.alt))
    cells: list[Part] = [Stack([words, digits]), code]
    row = Row(cells, [0.0, width + GUTTER], MEASURE, padding=0.0, ruled=False)
    return Stack([row], 12.0, whole=True)
