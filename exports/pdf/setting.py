"""Words broken into lines: which face draws what, where a line ends, in what order it is drawn.

All text of a document passes through here; there is no markup to misread and no way to embed or
link anything. Lines are ranges of one string, so a paragraph divided between pages shares its
setting. Breaking is linear in the length of the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from exports.blocks import Run, Words, runs_of
from exports.pdf import bidi
from exports.pdf.faces import fitted
from exports.pdf.pen import Pen
from exports.pdf.scale import MUTE, Colour, Type
from exports.pdf.shaping import Shaper
from exports.pdf.sheet import Sheet

_WORD = re.compile("[^ \n]+")
_SPACES = re.compile(" {2,}")


class Setting:
    """Words set in a type at a width: `lines` holds the start and end of each line in `text`."""

    def __init__(self, words: Words, kind: Type, width: float) -> None:
        self.kind = kind
        self.width = width
        self.text = ""
        self._ends: list[int] = []
        self._looks: list[tuple[Shaper, Colour]] = []
        for run in runs_of(words):
            self._add(run)
        self._levels = _levels(self.text) if bidi.is_mixed(self.text) else None
        self.lines = list(self._broken())

    def _add(self, run: Run) -> None:
        weight = max(self.kind.weight, 700 if run.bold and self.kind.weight < 600 else 0)
        colour = MUTE if run.mute else self.kind.colour
        text, spans = fitted(_SPACES.sub(" ", run.text), weight, run.italic)
        offset = len(self.text)
        self.text += text
        for _, end, font in spans:
            self._ends.append(offset + end)
            self._looks.append((font, colour))

    @property
    def ascent(self) -> float:
        """From the top of a line to its baseline, so that the letters stand midway."""
        return (self.kind.leading - 1.3 * self.kind.size) / 2 + 0.984 * self.kind.size

    @property
    def height(self) -> float:
        """Of all the lines."""
        return len(self.lines) * self.kind.leading

    def line_width(self, line: tuple[int, int]) -> float:
        """How much of the width a line takes."""
        return self._measure(*line)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[Shaper, Colour]]]:
        at = bisect_right(self._ends, start)
        while start < end:
            stop = min(end, self._ends[at])
            yield start, stop, self._looks[at]
            start, at = stop, at + 1

    def _measure(self, start: int, end: int) -> float:
        text, size = self.text, self.kind.size / 1000
        if self._levels is None:
            pieces = self._pieces(start, end)
            return size * sum(face.line(text[a:b]) for a, b, (face, _) in pieces)
        return size * sum(
            face.line(text[c:d], bool(self._levels[c] % 2))
            for a, b, (face, _) in self._pieces(start, end)
            for c, d in self._even(a, b)
        )

    def _even(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Stretches of one level."""
        levels = self._levels or []
        for _, group in groupby(range(start, end), key=lambda at: levels[at]):
            places = list(group)
            yield places[0], places[-1] + 1

    def _broken(self) -> Iterator[tuple[int, int]]:
        start = 0
        for paragraph in self.text.split("\n") if self.text else ():
            yield from self._lines_between(start, start + len(paragraph))
            start += len(paragraph) + 1

    def _widths(self, start: int, end: int) -> Iterator[tuple[int, int, float, float]]:
        """Each word's start and end, its width, and that of the gap before it."""
        if len(self._looks) == 1 and self._levels is None:
            # Most paragraphs are in one face; their words need not be looked for by place.
            face, size = self._looks[0][0], self.kind.size / 1000
            gap, at = face.gap * size, start
            for word in self.text[start:end].split(" "):
                if word:
                    yield at, at + len(word), face.word(word, False).width * size, gap
                at += len(word) + 1
            return
        before = start
        for found in _WORD.finditer(self.text, start, end):
            first, last = found.span()
            yield first, last, self._measure(first, last), self._measure(before, first)
            before = last

    def _lines_between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        begin = stop = start
        taken = 0.0
        for first, last, width, gap in self._widths(start, end):
            if stop > begin:
                with_gap = taken + gap + width
                if with_gap <= self.width:
                    stop, taken = last, with_gap
                    continue
                yield begin, stop
            if width > self.width:
                *full, (first, last) = self._cut(first, last)
                yield from full
                width = self._measure(first, last)
            begin, stop, taken = first, last, width
        yield begin, stop

    def _cut(self, start: int, end: int) -> list[tuple[int, int]]:
        """A word wider than the line, in pieces that fit; a mark stays with its letter."""
        cuts = [start]
        taken = 0.0
        # Letters side by side may stand a little wider than one by one.
        room = self.width * 0.97
        for at in range(start, end):
            width = self._measure(at, at + 1)
            is_mark = unicodedata.category(self.text[at]) in ("Mn", "Me", "Mc")
            if taken + width > room and at > cuts[-1] and not is_mark:
                cuts.append(at)
                taken = 0.0
            taken += width
        return list(zip(cuts, [*cuts[1:], end], strict=True))

    def _runs_back(self, line: tuple[int, int]) -> bool:
        """Whether the line's own paragraph runs from right to left."""
        if self._levels is None:
            return False
        begin = self.text.rfind("\n", 0, line[0]) + 1
        end = self.text.find("\n", line[1])
        return bidi.runs_right_to_left(self.text[begin : end if end >= 0 else None])

    def draw(self, canvas: Sheet, x: float, top: float, lines: range | None = None) -> None:
        """Draw the lines from `top` downwards, flush left (flush right where text runs back)."""
        if not self.lines:
            return
        pen = Pen(canvas, self.kind.size)
        for row, at in enumerate(lines if lines is not None else range(len(self.lines))):
            line = self.lines[at]
            shift = self.width - self.line_width(line) if self._runs_back(line) else 0.0
            pen.go(x + shift, top - self.ascent - row * self.kind.leading)
            self._write(pen, line, self._goes_on(at))
        pen.done()

    def _goes_on(self, at: int) -> bool:
        """Whether there was a space or a line end after a line: a reader hears words apart."""
        return at + 1 < len(self.lines) and self.lines[at + 1][0] > self.lines[at][1]

    def _write(self, pen: Pen, line: tuple[int, int], spaced: bool) -> None:
        start, end = line
        levels = self._levels[start:end] if self._levels is not None else []
        if any(levels):
            self._write_both_ways(pen, line, levels)
        else:
            for a, b, (face, colour) in self._pieces(start, end):
                pen.write(face, colour, self.text[a:b])
        if spaced:
            pen.space()

    def _write_both_ways(self, pen: Pen, line: tuple[int, int], levels: list[int]) -> None:
        """Runs in the order in which they are read, each at the place at which it is seen."""
        start, end = line
        looks = [look for a, b, look in self._pieces(start, end) for _ in range(a, b)]
        order = bidi.visual_order(levels)
        x, y = pen.at
        runs: list[tuple[int, float, str, tuple[Shaper, Colour], bool]] = []
        for (level, look), group in groupby(order, key=lambda at: (levels[at], looks[at])):
            places = sorted(group)
            text = self.text[start + places[0] : start + places[-1] + 1]
            backwards = bool(level % 2)
            runs.append((places[0], x, text, look, backwards))
            x += look[0].line(text, backwards) * self.kind.size / 1000
        for _, left, text, (face, colour), backwards in sorted(runs, key=lambda run: run[0]):
            pen.go(left, y)
            pen.write(face, colour, text, backwards)


def _levels(text: str) -> list[int]:
    levels: list[int] = []
    for paragraph in text.split("\n"):
        levels += [*bidi.levels(paragraph), 0]
    return levels


def shortened(words: str, kind: Type, width: float) -> Setting:
    """The words on one line, shortened with an ellipsis only where they must be."""
    setting = Setting(words, kind, width)
    if len(setting.lines) > 1:
        start, end = setting.lines[0]
        fits = setting.text[start : end - 3].rstrip(" ·")
        setting = Setting(f"{fits}…", kind, width)
    return setting
