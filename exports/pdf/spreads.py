"""Bars along a line: positions to both sides of one middle, and minutes as planned and as it took.

Each bar is a cell of a table, so that a picture of many values or steps is divided between pages
as any table is, with its key or its axis repeated.
"""

from collections.abc import Sequence
from copy import copy
from typing import TypeVar

from exports.pdf.figures import Key
from exports.pdf.parts import GUTTER, HAIRLINE, INSET, PADDING, Lines, Part, Row, Rows, Stack
from exports.pdf.scale import (
    BAR,
    CELL_HEAD,
    CELL_NOTE,
    DEEP,
    LINE,
    MEASURE,
    MUTE,
    POSITION_FILL,
    POSITION_INK,
    Type,
)
from exports.pdf.setting import Setting
from exports.pdf.sheet import Sheet
from exports.pdf.tags import Element
from exports.pdf.tracks import EDGE, Axis
from exports.pictures import LEFT, MIDDLE, RIGHT, PositionCode, Spread, SpreadRow, Timing, TimingRow

BAR_HEIGHT = 17.0
PLAN_HEIGHT = 15.0
TOOK_HEIGHT = 7.0
APART = 1.5
LEAST_SIDE = 0.16
"""The share of the width that each side of the middle has, even where nobody stands there."""
_NUMBER = BAR.times(10.5 / BAR.size)


class Sides:
    """How far each line of a spread reaches to the left and right, and so the scale of them all."""

    def __init__(self, block: Spread, width: float) -> None:
        self.width = width
        reach = [_reach(row) for row in block.rows]
        left = max((each[0] for each in reach), default=0.0)
        right = max((each[1] for each in reach), default=0.0)
        whole = max(left + right, 1.0)
        share = min(max(left / whole, LEAST_SIDE), 1 - LEAST_SIDE)
        self.middle = width * share
        units = [self.middle / left] if left else []
        units += [(width - self.middle) / right] if right else []
        self.unit = min(units, default=0.0)


def _reach(row: SpreadRow) -> tuple[float, float]:
    counts = _taken(row)
    astride = sum(counts.get(code, 0) for code in MIDDLE) / 2
    return (
        sum(counts.get(code, 0) for code in LEFT) + astride,
        sum(counts.get(code, 0) for code in RIGHT) + astride,
    )


def _taken(row: SpreadRow) -> dict[PositionCode, int]:
    counts: dict[PositionCode, int] = {}
    for code, count in row.counts:
        counts[code] = counts.get(code, 0) + max(0, count)
    return counts


class SpreadBar(Part):
    """One line of a spread: what blocks to the left, what carries to the right, the rest astride.

    `tall` is the height of its row, which the line of the middle runs through.
    """

    def __init__(self, row: SpreadRow, sides: Sides, tall: float) -> None:
        self._sides = sides
        self.tall = max(tall, BAR_HEIGHT)
        counts = _taken(row)
        at = sides.middle - _reach(row)[0] * sides.unit
        self.pieces: list[tuple[PositionCode, int, float, float]] = []
        for code in (*LEFT, *MIDDLE, *RIGHT):
            if count := counts.get(code, 0):
                length = count * sides.unit
                self.pieces.append((code, count, at, length))
                at += length

    @property
    def height(self) -> float:
        return self.tall

    def split(self, room: float) -> tuple[Part, Part] | None:
        return _shortened(self, room)

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        foot = top - BAR_HEIGHT
        middle = x + self._sides.middle
        for at, (code, count, left, length) in enumerate(self.pieces):
            # Neighbours of one colour (standing aside, abstaining) are told apart by a gap.
            gap = APART if at and length > 2 * APART else 0.0
            canvas.setFillColorRGB(*POSITION_FILL[code])
            canvas.rect(x + left + gap, foot, length - gap, BAR_HEIGHT, stroke=0, fill=1)
            self._number(canvas, code, count, x + left + gap, length - gap, top)
        canvas.setStrokeColorRGB(*MUTE)
        canvas.setLineWidth(HAIRLINE)
        # Above and below the bar only: through it, the line would cross out a number.
        canvas.line(middle, top + PADDING, middle, top)
        canvas.line(middle, foot, middle, top - self.tall - PADDING)

    def _number(
        self, canvas: Sheet, code: PositionCode, count: int, left: float, length: float, top: float
    ) -> None:
        number = Setting(str(count), _NUMBER.coloured(POSITION_INK[code]), MEASURE)
        wide = number.line_width(number.lines[0])
        if wide < length - 3:
            drop = (BAR_HEIGHT - _NUMBER.leading) / 2
            number.draw(canvas, left + (length - wide) / 2, top - drop)


_Bar = TypeVar("_Bar", "SpreadBar", "Minutes")


def _shortened(bar: _Bar, room: float) -> tuple[Part, Part] | None:
    """The whole bar beside the first of the words, and nothing beside the rest of them."""
    if room < BAR_HEIGHT:
        return None
    first = copy(bar)
    first.tall = room
    return first, Stack(())


def spread_rows(block: Spread, figure: Element) -> Rows:
    """A spread as a table without column heads, its key over it on each page."""
    places, widths = grid([0.29, 0.49, 0.22])
    sides = Sides(block, widths[1])
    rows = []
    for line in block.rows:
        title = Lines(Setting(line.title, CELL_HEAD, widths[0]))
        told = _told(block.told(line), widths[2])
        bar = SpreadBar(line, sides, max(title.height, told.height))
        rows.append(Row([title, bar, told], places, MEASURE))
    key = Row([Key(block.key, MEASURE - 2 * INSET)], [INSET], MEASURE)
    return Rows(rows, key if block.key else None, 8.0, figure)


def _told(words: Sequence[str], width: float) -> Stack:
    kind = CELL_NOTE
    return Stack([Lines(Setting(each, kind, width), above=kind.above) for each in words])


class Minutes(Part):
    """One step: an outline as long as was planned, over a bar as long as it took."""

    def __init__(self, row: TimingRow, block: Timing, width: float, tall: float) -> None:
        self._row = row
        self._ticks = [tick / block.longest for tick in block.ticks]
        self._unit = (width - 2 * EDGE) / block.longest
        self._width = width
        self.tall = max(tall, PLAN_HEIGHT)

    @property
    def height(self) -> float:
        return self.tall

    def split(self, room: float) -> tuple[Part, Part] | None:
        return _shortened(self, room)

    def draw(self, canvas: Sheet, x: float, top: float) -> None:
        left = x + EDGE
        canvas.setLineWidth(HAIRLINE)
        canvas.setStrokeColorRGB(*LINE)
        for tick in self._ticks:
            at = left + tick * (self._width - 2 * EDGE)
            canvas.line(at, top + PADDING, at, top - self.tall - PADDING)
        if self._row.actual:
            canvas.setFillColorRGB(*DEEP)
            drop = (PLAN_HEIGHT + TOOK_HEIGHT) / 2
            canvas.rect(
                left, top - drop, self._row.actual * self._unit, TOOK_HEIGHT, stroke=0, fill=1
            )
        if self._row.planned:
            canvas.setStrokeColorRGB(*MUTE)
            canvas.rect(left, top - PLAN_HEIGHT, self._row.planned * self._unit, PLAN_HEIGHT, 1, 0)


def timing_rows(block: Timing, figure: Element) -> Rows:
    """Planned against actual minutes as a table, the minutes named along its top on each page."""
    places, widths = grid([0.34, 0.44, 0.22])
    ticks = [(tick / block.longest, str(tick)) for tick in block.ticks]
    axis = Row([Stack(()), Axis(ticks, widths[1]), Stack(())], places, MEASURE)
    rows = []
    for line in block.rows:
        title = Lines(Setting(line.title, _STEP, widths[0]))
        told = _told((line.told,), widths[2])
        bar = Minutes(line, block, widths[1], max(title.height, told.height))
        rows.append(Row([title, bar, told], places, MEASURE))
    return Rows(rows, axis, 6.0, figure)


_STEP = Type(12, 16)


def grid(shares: Sequence[float]) -> tuple[list[float], list[float]]:
    """Where each column of a figure begins, and how wide it is."""
    room = MEASURE - 2 * INSET - GUTTER * (len(shares) - 1)
    widths = [room * share / sum(shares) for share in shares]
    return [INSET + sum(widths[:at]) + GUTTER * at for at in range(len(widths))], widths
