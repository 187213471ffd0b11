"""Marks along a line: the mean of how people felt, and the minutes at which a value was strained.

A track is a cell of a table, so that a picture of two hundred values is divided between pages as
any table is, with its axis repeated.
"""

from collections.abc import Sequence

from exports.pdf.figures import draw_mark
from exports.pdf.parts import HAIRLINE, Part
from exports.pdf.scale import AXIS, CLOUD, FIGURE, LINE, MUTE, Sign
from exports.pdf.setting import Setting
from exports.pdf.sheet import Sheet
from exports.pictures import Felt, Strain, StrainLine

APART = 11.0
LANE = 13.0
MOST_LANES = 12
EDGE = 8.0
TRACK = 16.0
WORD_GAP = 14.0


class Axis(Part):
    """Words at their places along a width, each over the place that it names.

    Those at the ends stay within the width; one that would touch its neighbour raises nothing and
    is set all the same, so a caller names no more than have room.
    """

    def __init__(self, places: Sequence[tuple[float, str]], width: float) -> None:
        self.width = width
        self.entries = [(at, Setting(words, AXIS, width)) for at, words in places]

    @property
    def height(self) -> float:
        return AXIS.leading

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        for at, setting in self.entries:
            wide = setting.line_width(setting.lines[0])
            left = _along(at, self.width) - wide / 2
            setting.draw(canvas, x + min(max(left, 0.0), self.width - wide), top)


class Track(Part):
    """A line with marks on it, each at its place from 0 to 1, over hairlines at other places.

    Marks that would cover one another stand in lanes one under the other. `words` stand beside the
    last mark; without marks, at the beginning.
    """

    def __init__(
        self,
        marks: Sequence[tuple[float, Sign]],
        rules: Sequence[float],
        width: float,
        words: str = "",
    ) -> None:
        self.width = width
        self.rules = rules
        self.words = words
        self.marks: list[tuple[float, Sign, int]] = []
        ends: list[float] = []
        for at, sign in marks:
            left = _along(at, width)
            free = (lane for lane, end in enumerate(ends) if end + APART <= left)
            lane = next(free, len(ends))
            if lane == len(ends) and lane < MOST_LANES:
                ends.append(left)
            lane = min(lane, MOST_LANES - 1)
            ends[lane] = left
            self.marks.append((left, sign, lane))
        self._lanes = max(1, len(ends))

    @property
    def height(self) -> float:
        return TRACK + (self._lanes - 1) * LANE

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        canvas.setStrokeColorRGB(*LINE)
        canvas.setLineWidth(HAIRLINE)
        for at in self.rules:
            left = x + _along(at, self.width)
            canvas.line(left, top, left, top - self.height)
        canvas.line(x, top - TRACK / 2, x + self.width, top - TRACK / 2)
        for left, sign, lane in self.marks:
            draw_mark(canvas, sign, x + left, top - TRACK / 2 - lane * LANE)
        if self.words:
            self._tell(canvas, x, top)

    def _tell(self, canvas: Sheet, x: float, top: float) -> None:
        kind = FIGURE if self.marks else AXIS.coloured(MUTE)
        setting = Setting(self.words, kind, self.width)
        wide = setting.line_width(setting.lines[0])
        left = self.marks[-1][0] + 9 if self.marks else 0.0
        if left + wide > self.width:
            left = self.marks[-1][0] - 9 - wide
        # The words stand on the line; without paper behind them it would run through them.
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(x + left - 3, top - TRACK, wide + 6, TRACK, stroke=0, fill=1)
        setting.draw(canvas, x + left, top - (TRACK - kind.leading) / 2)


class Cloud(Part):
    """Words, each as large as it was often said, over as many lines as they need."""

    def __init__(self, felt: Felt, width: float, above: float = 0.0) -> None:
        self.above = above
        counts = [times for _, times in felt.words]
        self._lines: list[list[tuple[float, Setting]]] = []
        taken = width
        for words, times in zip(felt.said, counts, strict=True):
            share = (times - min(counts)) / (max(counts) - min(counts) or 1)
            size = CLOUD[0] + (CLOUD[1] - CLOUD[0]) * share
            setting = Setting(words, FIGURE.times(size / FIGURE.size), width)
            wide = max(map(setting.line_width, setting.lines))
            if taken + wide > width:
                self._lines.append([])
                taken = 0.0
            self._lines[-1].append((taken, setting))
            taken += wide + WORD_GAP

    @property
    def height(self) -> float:
        return sum(max(setting.height for _, setting in line) for line in self._lines)

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        for line in self._lines:
            tall = max(setting.height for _, setting in line)
            for left, setting in line:
                setting.draw(canvas, x + left, top - (tall - setting.height) / 2)
            top -= tall


def feeling_axis(ends: Sequence[str], width: float) -> Axis:
    """The scale from 1 to 5."""
    return Axis([(at / (len(ends) - 1), words) for at, words in enumerate(ends)], width)


def feeling_track(felt: Felt, sign: Sign, width: float) -> Track:
    """One time's mean on the scale from 1 to 5, with its number."""
    marks = [((felt.mean - 1) / 4, sign)] if felt.mean is not None else []
    return Track(marks, [at / 4 for at in range(5)], width, felt.told)


def minute_axis(block: Strain, width: float) -> Axis:
    """The minutes along the top."""
    return Axis([(_share(block, tick), str(tick)) for tick in block.ticks], width)


def minute_track(block: Strain, line: StrainLine, width: float) -> Track:
    """Where a value held, bent or broke."""
    marks = [(_share(block, minute), verdict) for minute, verdict in sorted(line.marks)]
    return Track(marks, [_share(block, tick) for tick in block.ticks], width)


def _share(block: Strain, minute: int) -> float:
    span = block.last - block.first
    return (minute - block.first) / span if span > 0 else 0.5


def _along(share: float, width: float) -> float:
    """The place of a share of the width, with room for a mark at both ends."""
    return EDGE + min(max(share, 0.0), 1.0) * (width - 2 * EDGE)
