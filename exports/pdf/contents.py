"""The table of contents of a long document: its sections, and the pages on which they begin."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.pdf import scale
from exports.pdf.parts import Gap, Lines, Part
from exports.pdf.scale import MEASURE
from exports.pdf.setting import Setting, shortened
from exports.pdf.sheet import Sheet
from exports.pdf.tags import Element

MOST_WITHOUT_CONTENTS = 21
"""Pages that a document may have before it needs contents."""
MOST_ENTRIES = 70
"""With more, only sections are listed and not what is under them."""
STEP = 16.0


class ContentsHere(Gap):
    """Where the contents stand, if there are any."""

    def __init__(self, element: Element) -> None:
        super().__init__(0.0)
        self.element = element


@dataclass
class Entry(Part):
    """A section and its page, which is told once it is known."""

    heading: Lines
    element: Element
    level: int
    page: int = 0
    above: float = 0.0

    @property
    def height(self) -> float:
        return scale.CELL.leading + 3

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        kind = scale.CELL_HEAD if self.level == 1 else scale.CELL
        number = Setting(str(self.page), scale.CELL, MEASURE)
        wide = number.line_width(number.lines[0])
        left = (self.level - 1) * STEP
        words = self.heading.entry[1] if self.heading.entry else ""
        with canvas.mark(self.element):
            shortened(words, kind, MEASURE - left - 40).draw(canvas, x + left, top)
            number.draw(canvas, x + MEASURE - wide, top)


def contents(element: Element, headings: Sequence[Lines]) -> list[Part]:
    """A line for each section, and for what is under it where that is not too much."""
    levels = {id(each): each.entry[0] for each in headings if each.entry}
    listed = [each for each in headings if levels[id(each)] in (1, 2)]
    if len(listed) > MOST_ENTRIES:
        listed = [each for each in listed if levels[id(each)] == 1]
    head = Element("TOCI", element)
    title = Lines(Setting("Contents", scale.LABEL, MEASURE), above=26.0, element=head)
    title.keeps_next = True
    return [
        title,
        *(
            Entry(each, Element("TOCI", element), levels[id(each)], above=4.0 if at else 8.0)
            for at, each in enumerate(listed)
        ),
    ]
