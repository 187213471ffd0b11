"""What stands on a page: parts that know their height, can be divided between pages, and draw.

A part is set at its width when it is made. `top` is the page coordinate of its upper edge; points,
measured upwards from the foot of the page as in PDF.
"""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, chain
from typing import Self

from exports.pdf.scale import ACCENT, DEPTH, LINE, Colour
from exports.pdf.setting import Setting
from exports.pdf.sheet import Sheet
from exports.pdf.tags import Element

PADDING = 7.0
INSET = 6.0
GUTTER = 14.0
SPLIT_FROM = DEPTH / 3
LEAST_SPLIT = 72.0
HAIRLINE = 0.75


class Part(ABC):
    """Something with a height that can be drawn, with white space above unless it tops a page."""

    above: float = 0.0
    keeps_next: bool = False
    whole: bool = False

    @property
    @abstractmethod
    def height(self) -> float:
        """From the upper edge to the lower."""

    @property
    def least(self) -> float:
        """The height of the smallest beginning that may stand alone at the foot of a page."""
        return self.height

    def split(self, room: float) -> tuple["Part", "Part"] | None:
        """What fits in `room` and the rest; None where no sensible part fits. `room` < height."""
        return None

    def headings(self) -> Iterator["Lines"]:
        """The headings that begin in it, in reading order."""
        return iter(())

    @abstractmethod
    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        """Put it on the page."""


@dataclass
class Gap(Part):
    """White space."""

    size: float

    @property
    def height(self) -> float:
        return self.size

    def split(self, room: float) -> tuple[Part, Part] | None:
        return Gap(room), Gap(0)

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        """Nothing is drawn."""


@dataclass
class NewPage(Gap):
    """Where a page ends whatever room is left."""

    size: float = 0.0


@dataclass
class Flag(Part):
    """The short bold rule over a title."""

    width: float = 44.0
    thickness: float = 4.5

    @property
    def height(self) -> float:
        return self.thickness

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        canvas.setFillColorRGB(*ACCENT)
        canvas.rect(x, top - self.thickness, self.width, self.thickness, stroke=0, fill=1)


@dataclass
class Lines(Part):
    """Lines of a setting, `first` up to `stop`; no line of a paragraph is left alone by a split.

    `marker` is set in the indent beside the first line of all. `entry` is the level and the words
    under which the place is found in the file's outline. The lines are content of `element`, the
    marker of `label`.
    """

    setting: Setting
    first: int = 0
    stop: int = -1
    above: float = 0.0
    indent: float = 0.0
    marker: Setting | None = None
    entry: tuple[int, str] | None = None
    keeps_next: bool = False
    element: Element | None = None
    label: Element | None = None

    def __post_init__(self) -> None:
        if self.stop < 0:
            self.stop = len(self.setting.lines)

    @property
    def height(self) -> float:
        return (self.stop - self.first) * self.setting.kind.leading

    @property
    def least(self) -> float:
        lines = self.stop - self.first
        return (lines if lines < 4 else 2) * self.setting.kind.leading

    def headings(self) -> Iterator["Lines"]:
        if self.entry and not self.first:
            yield self

    def split(self, room: float) -> tuple[Part, Part] | None:
        lines = min(int(room // self.setting.kind.leading), self.stop - self.first - 2)
        if lines < 2:
            return None
        at = self.first + lines
        return replace(self, stop=at), replace(self, first=at, above=0.0)

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        if self.entry and not self.first:
            level, words = self.entry
            key = f"{canvas.getPageNumber()}-{top:.2f}"
            canvas.bookmarkPage(key, fit="XYZ", left=0, top=top + 12)
            canvas.addOutlineEntry(words, key, level, closed=False)
        if self.marker and not self.first:
            with canvas.mark(self.label):
                self.marker.draw(canvas, x, top)
        with canvas.mark(self.element):
            self.setting.draw(canvas, x + self.indent, top, range(self.first, self.stop))


@dataclass
class Stack(Part):
    """Parts one under the other; with `rule`, a line in that colour down their left side."""

    items: Sequence[Part]
    above: float = 0.0
    whole: bool = False
    rule: Colour | None = None

    @cached_property
    def _height(self) -> float:
        return sum(item.height for item in self.items) + sum(item.above for item in self.items[1:])

    @property
    def height(self) -> float:
        return self._height

    @property
    def least(self) -> float:
        if self.whole:
            return min(self.height, DEPTH)
        return self.items[0].least if self.items else 0.0

    def headings(self) -> Iterator[Lines]:
        return chain.from_iterable(item.headings() for item in self.items)

    def split(self, room: float) -> tuple[Part, Part] | None:
        taken = 0.0
        for at, item in enumerate(self.items):
            taken += item.above if at else 0.0
            if taken + item.height > room:
                pieces = item.split(room - taken)
                before, after = list(self.items[:at]), list(self.items[at + 1 :])
                if pieces:
                    return self._of([*before, pieces[0]]), self._of([pieces[1], *after], 0.0)
                return (self._of(before), self._of([item, *after], 0.0)) if at else None
            taken += item.height
        return None

    def _of(self, items: Sequence[Part], above: float | None = None) -> Self:
        return replace(self, items=items, above=self.above if above is None else above)

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        if self.rule:
            canvas.fill(self.rule, x, top - self.height, 2, self.height)
        for at, item in enumerate(self.items):
            top -= item.above if at else 0.0
            item.draw(canvas, x, top)
            top -= item.height


class Quotation(Stack):
    """Words and, under them, whose they are: the last of the words stand over the name."""

    @property
    def least(self) -> float:
        words = self.items[0].least if self.items else 0.0
        short = len(self.items) > 1 and words == self.items[0].height
        return min(self.height, DEPTH) if short else words

    def split(self, room: float) -> tuple[Part, Part] | None:
        if len(self.items) < 2 or room < self.items[0].height:
            return super().split(room)
        words, *name = self.items
        # The words would fit and the name would not: some of the words go with it.
        pieces = words.split(words.height - 1)
        if pieces is not None:
            return self._of(pieces[:1]), self._of([pieces[1], *name], 0.0)
        # What is said under a few words may be longer than a page.
        return super().split(room) if self.height > DEPTH else None


@dataclass
class Row(Part):
    """Cells side by side at their places, a hairline under them."""

    cells: Sequence[Part]
    places: Sequence[float]
    width: float
    padding: float = PADDING
    ruled: bool = True

    @cached_property
    def _height(self) -> float:
        return max((cell.height for cell in self.cells), default=0.0) + 2 * self.padding

    @property
    def height(self) -> float:
        return self._height

    def headings(self) -> Iterator[Lines]:
        return chain.from_iterable(cell.headings() for cell in self.cells)

    def split(self, room: float) -> tuple[Part, Part] | None:
        room -= 2 * self.padding
        upper: list[Part] = []
        lower: list[Part] = []
        for cell in self.cells:
            pieces = (cell, Stack(())) if cell.height <= room else cell.split(room)
            if pieces is None:
                return None
            upper.append(pieces[0])
            lower.append(pieces[1])
        # Without its hairline the row is seen to go on.
        return replace(self, cells=upper, ruled=False), replace(self, cells=lower)

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        for place, cell in zip(self.places, self.cells, strict=True):
            cell.draw(canvas, x + place, top - self.padding)
        if self.ruled:
            rule(canvas, x, top - self.height, self.width)


class Rows(Part):
    """A table: rows under a header that is repeated on each page.

    The rows are shared between the pieces of a divided table, so that the work grows with the
    number of rows and not with its square. Where they are the lines of a `figure`, all that they
    draw is its content. A header that is repeated, because the table `goes_on`, is no content.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        header: Row | None,
        above: float = 0.0,
        figure: Element | None = None,
        goes_on: bool = False,
    ) -> None:
        self.rows = rows
        self.header = header
        self.above = above
        self.figure = figure
        self.goes_on = goes_on
        self.start = 0
        self.stop = len(rows)
        self._tops = [0.0, *accumulate(row.height for row in rows)]

    def _between(self, start: int, stop: int) -> "Rows":
        piece = Rows.__new__(Rows)
        piece.rows, piece.header, piece._tops = self.rows, self.header, self._tops
        piece.start, piece.stop = start, stop
        piece.figure, piece.goes_on = self.figure, self.goes_on or start > self.start
        return piece

    @property
    def _head(self) -> float:
        return self.header.height if self.header else 0.0

    @property
    def height(self) -> float:
        return self._head + self._tops[self.stop] - self._tops[self.start]

    @property
    def least(self) -> float:
        if self.start == self.stop:
            return self._head
        if self.rows[self.start].height > SPLIT_FROM:
            return self._head + LEAST_SPLIT
        # One row at the foot of a page is taken for all of the table, and one of two or three rows
        # at the head of the next for another table.
        rows = self.stop - self.start
        last = self.stop if rows <= 3 else self.start + 2
        if any(row.height > SPLIT_FROM for row in self.rows[self.start : last]):
            last = self.start + 1
        return min(self._head + self._tops[last] - self._tops[self.start], DEPTH)

    def split(self, room: float) -> tuple[Part, Part] | None:
        topmost = room >= DEPTH
        room -= self._head
        at = bisect_right(self._tops, self._tops[self.start] + room, self.start) - 1
        row = self.rows[at]
        room -= self._tops[at] - self._tops[self.start]
        if row.height > SPLIT_FROM and room >= LEAST_SPLIT:
            pieces = row.split(room)
            if pieces and isinstance(pieces[0], Row) and isinstance(pieces[1], Row):
                before = [*self.rows[self.start : at], pieces[0]]
                after = [pieces[1], *self.rows[at + 1 : self.stop]]
                figure, again = self.figure, self.goes_on
                return (
                    Rows(before, self.header, self.above, figure, again),
                    Rows(after, self.header, 0.0, figure, goes_on=True),
                )
        if at == self.stop - 1 and at > self.start + topmost and row.height <= SPLIT_FROM:
            # The last row would stand alone under a header on the next page.
            at -= 1
        if at == self.start + 1 and not topmost and self.rows[self.start].height <= SPLIT_FROM:
            # And so would the first on this.
            return None
        if at == self.start:
            return None
        upper = self._between(self.start, at)
        upper.above = self.above
        return upper, self._between(at, self.stop)

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        box = (x, top - self.height, x + self.rows[0].width if self.rows else x, top)
        with canvas.mark(self.figure, box):
            if self.header:
                with canvas.unmarked() if self.goes_on else nullcontext():
                    self.header.draw(canvas, x, top)
                top -= self.header.height
            for row in self.rows[self.start : self.stop]:
                row.draw(canvas, x, top)
                top -= row.height


def rule(canvas: Sheet, x: float, y: float, width: float, colour: Colour = LINE) -> None:
    """Draw a hairline."""
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(HAIRLINE)
    canvas.line(x, y, x + width, y)
