"""Words as glyphs: HarfBuzz joins, places and kerns them; what a word came to is kept for the next.

A shaped word is told in the units of PDF (thousandths of the size), so it serves every size. Words
are shaped one by one: no script that we set joins across a space.
"""

import struct
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import uharfbuzz as hb

from facilitator.fonts import Face

KEPT = 65_536
"""How many shaped words are remembered; a workshop of 10,000 cards has about as many."""

_SPACES = frozenset(" \u00a0\u202f")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a word, left to right: how it is placed, and which letters it stands for.

    `adjust` is what its advance differs from the face's own, `shift` and `rise` where it is drawn
    beside its place, all in thousandths. `text` is empty for a glyph that shares its letters with
    another: with the one before, or with the one that has a width.
    """

    number: int
    adjust: int
    shift: int
    rise: int
    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """A shaped word: its width in thousandths, and how it is written in a page's text.

    `plain` is the inside of a TJ array where every glyph stands for its own letter in order;
    otherwise it is empty and `glyphs` are placed one by one. `used` are the glyphs' numbers.
    """

    width: int
    plain: str
    glyphs: tuple[Glyph, ...]
    used: frozenset[int]


class Shaper:
    """One face, ready to shape: its glyphs, their widths and what each stands for."""

    def __init__(self, face: Face) -> None:
        self.name = face.path.stem
        self.data = face.path.read_bytes()
        self.face = hb.Face(hb.Blob(self.data))
        self._font = hb.Font(self.face)
        self._scale: float = 1000 / self.face.upem
        self.letters = frozenset(map(chr, self.face.unicodes))
        self.word = lru_cache(maxsize=KEPT)(self._word)
        self.count: int = self.face.glyph_count
        self.space = self.nominal(" ")
        self.gap = self.width(self.space)

    @cached_property
    def meaning(self) -> dict[int, str]:
        """Each glyph with the letter that it stands for by itself: the lowest, of several.

        Forms of a letter that Unicode keeps only for older files are the letter.
        """
        found: dict[int, str] = {}
        for letter in sorted(self.letters):
            if "\ufb50" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefc":
                continue
            number = self._font.get_nominal_glyph(ord(letter))
            if number is not None:
                found.setdefault(number, letter)
        return found

    @cache  # noqa: B019  a shaper lives as long as the program
    def width(self, number: int) -> int:
        """A glyph's own advance, in thousandths."""
        advance: float = self._font.get_glyph_h_advance(number) * self._scale
        return round(advance)

    def line(self, text: str, backwards: bool = False) -> int:
        """How wide words with single spaces between them are, in thousandths."""
        words = text.split(" ")
        wide = sum([self.word(word, backwards).width for word in words if word])
        gaps: int = self.gap * (len(words) - 1)
        return wide + gaps

    def nominal(self, letter: str) -> int:
        """The glyph of a letter by itself; 0 where there is none."""
        return int(self._font.get_nominal_glyph(ord(letter)) or 0)

    def table(self, tag: str) -> bytes:
        """A table of the font file."""
        return bytes(self.face.reference_table(tag).data)

    @cache  # noqa: B019  a shaper lives as long as the program
    def outline(self, number: int) -> str:
        """A glyph as a path of a PDF, in thousandths."""
        path = _Path(self._scale)
        self._font.draw_glyph_with_pen(number, path)
        return " ".join(path.code)

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The box that holds every glyph, in thousandths."""
        left, low, right, high = struct.unpack_from(">4h", self.table("head"), 36)
        scale = self._scale
        return round(left * scale), round(low * scale), round(right * scale), round(high * scale)

    @cached_property
    def heights(self) -> tuple[int, int]:
        """How far the face reaches above and below the line, in thousandths."""
        up, down = struct.unpack_from(">2h", self.table("hhea"), 4)
        return round(up * self._scale), round(down * self._scale)

    def _word(self, text: str, backwards: bool = False) -> Word:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if backwards else "ltr"
        hb.shape(self._font, buffer, {"liga": False, "clig": False})
        glyphs = tuple(self._placed(text, buffer, backwards))
        width = sum(self.width(glyph.number) + glyph.adjust for glyph in glyphs)
        used = frozenset(glyph.number for glyph in glyphs)
        return Word(width, self._plain(text, glyphs), glyphs, used)

    def _placed(self, text: str, buffer: hb.Buffer, backwards: bool) -> list[Glyph]:
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        # A cluster's letters are those of its one glyph with a width, else of its first.
        speaking: dict[int, int] = {}
        for at, (info, place) in enumerate(zip(infos, places, strict=True)):
            first = speaking.setdefault(info.cluster, at)
            if place.x_advance and not places[first].x_advance:
                speaking[info.cluster] = at
        placed = []
        for at, (info, place) in enumerate(zip(infos, places, strict=True)):
            speaks = speaking[info.cluster] == at
            letters = text[info.cluster : ends[info.cluster]] if speaks else ""
            number = info.codepoint
            advance = round(place.x_advance * self._scale)
            placed.append(
                Glyph(
                    number,
                    advance - self.width(number),
                    round(place.x_offset * self._scale),
                    round(place.y_offset * self._scale),
                    letters,
                )
            )
        return placed

    def _plain(self, text: str, glyphs: tuple[Glyph, ...]) -> str:
        """The word as the inside of a TJ array, if its glyphs say its letters one by one."""
        if len(glyphs) != len(text):
            return ""
        written, open_ = [], False
        for letter, glyph in zip(text, glyphs, strict=True):
            own = self.meaning.get(glyph.number, "")
            same = own == letter or (own in _SPACES and letter in _SPACES)
            if not same or glyph.text != letter or glyph.shift or glyph.rise:
                return ""
            written.append(f"{'' if open_ else '<'}{glyph.number:04X}")
            open_ = True
            if glyph.adjust:
                written.append(f">{-glyph.adjust}")
                open_ = False
        return "".join(written) + (">" if open_ else "")


class _Path:
    """Takes down an outline as HarfBuzz tells it; the names are those of its pens."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._at = (0.0, 0.0)
        self.code: list[str] = []

    def _put(self, operator: str, *points: tuple[float, float]) -> None:
        numbers = " ".join(f"{n * self._scale:.0f}" for point in points for n in point)
        self.code.append(f"{numbers} {operator}")
        self._at = points[-1]

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._put("m", to)

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._put("l", to)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._put("c", *points)

    def qCurveTo(self, bend: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        before = [a + (b - a) * 2 / 3 for a, b in zip(self._at, bend, strict=True)]
        after = [a + (b - a) * 2 / 3 for a, b in zip(to, bend, strict=True)]
        self._put("c", (before[0], before[1]), (after[0], after[1]), to)

    def closePath(self) -> None:  # noqa: N802
        self.code.append("h")


@cache
def shaper(face: Face) -> Shaper:
    """The shaper of a face, read once."""
    return Shaper(face)
