"""What is drawn in figures: places along a width as percentages, so that they fit any screen."""

from collections.abc import Sequence
from dataclasses import dataclass

import segno

from exports.blocks import Fingerprint, PositionBar
from exports.pdf.scale import Sign
from exports.pdf.spreads import Sides, SpreadBar
from exports.pdf.tracks import Track
from exports.pictures import Feelings, Felt, PositionCode, Spread, Strain, StrainLine, Timing

NARROWEST = 250
"""Pixels of a figure on the narrowest screen: what must have room there has room everywhere."""
_DIGIT = 8
_SIZES = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """One length of a bar in percent, with its number where that has room."""

    code: PositionCode
    count: int
    left: float
    length: float

    @property
    def number(self) -> str:
        """The number, where it has room on the narrowest screen."""
        number = str(self.count)
        return number if len(number) * _DIGIT + 4 < self.length / 100 * NARROWEST else ""

    @property
    def middle(self) -> float:
        """Where the number stands."""
        return self.left + self.length / 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on a track, in percent of its width; those that would touch stand in other lanes."""

    at: float
    sign: Sign
    lane: int


@dataclass(frozen=True, slots=True)
class Place:
    """Words at a place along an axis: at its ends they stay within it."""

    at: float
    words: str

    @property
    def anchor(self) -> str:
        """Which end of the words stands at the place."""
        return "start" if self.at < 4 else "end" if self.at > 96 else "middle"


def bar(block: PositionBar) -> list[Piece]:
    """The pieces of a bar of positions, from the left."""
    total = sum(count for _, count in block.counts if count > 0)
    pieces: list[Piece] = []
    left = 0.0
    for code, count in block.counts:
        if count > 0:
            pieces.append(Piece(code, count, left, 100 * count / total))
            left += pieces[-1].length
    return pieces


def spread(block: Spread) -> tuple[float, list[list[Piece]]]:
    """Where the middle is, and the pieces of each row; all rows are on one scale."""
    sides = Sides(block, 100.0)
    rows = [[Piece(*piece) for piece in SpreadBar(row, sides, 0.0).pieces] for row in block.rows]
    return sides.middle, rows


def minutes(block: Timing, count: int | None) -> float:
    """How long a bar of so many minutes is."""
    return 100 * (count or 0) / block.longest


def ticks(block: Timing | Strain) -> list[Place]:
    """The minutes named along the top."""
    first, last = (block.first, block.last) if isinstance(block, Strain) else (0, block.longest)
    return [Place(_share(tick, first, last), str(tick)) for tick in block.ticks]


def ends(block: Feelings) -> list[Place]:
    """The scale of feelings along the top."""
    last = len(block.ends) - 1
    return [Place(100 * at / last, words) for at, words in enumerate(block.ends)]


def felt_at(felt: Felt) -> float | None:
    """Where the mean of a time stands."""
    return None if felt.mean is None else (felt.mean - 1) * 25


def sizes(felt: Felt) -> list[tuple[str, int]]:
    """Each word with how large it stands, from 0."""
    counts = [times for _, times in felt.words]
    reach = max(counts) - min(counts) if counts else 0
    return [
        (words, round(_SIZES * (times - min(counts)) / (reach or 1)))
        for words, times in zip(felt.said, counts, strict=True)
    ]


def strained(block: Strain, line: StrainLine) -> list[Mark]:
    """The marks of a value's line, in lanes where they would cover one another."""
    marks: list[tuple[float, Sign]] = [
        (_share(minute, block.first, block.last) / 100, verdict)
        for minute, verdict in sorted(line.marks)
    ]
    lanes = Track(marks, (), NARROWEST).marks
    return [
        Mark(at * 100, sign, lane) for (at, sign), (_, _, lane) in zip(marks, lanes, strict=True)
    ]


def code(block: Fingerprint) -> tuple[int, str]:
    """The QR code of a fingerprint: its side, and its dark squares as the path of an SVG."""
    matrix = segno.make_qr(block.digest, error="m").matrix
    squares = (
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark
    )
    return len(matrix), "".join(squares)


def lanes(marks: Sequence[Mark]) -> int:
    """How many lanes the marks stand in; at least one."""
    return 1 + max((mark.lane for mark in marks), default=0)


def _share(minute: int, first: int, last: int) -> float:
    return 100 * (minute - first) / (last - first) if last > first else 50.0
