"""Writing shaped words into a page's content: the one place through which all text goes."""

from collections.abc import Iterator

from exports.pdf.scale import Colour
from exports.pdf.shaping import Glyph, Shaper
from exports.pdf.sheet import Sheet
from exports.pdf.tags import utf16


class Pen:
    """Writes lines of one size, from left to right, each from where it is told to go.

    Words whose letters cannot be told from their glyphs (reordered, decomposed) are said as well,
    for whoever listens or copies. Source: ISO 32000-1, 14.8.2.3.3 and 14.9.4.
    """

    def __init__(self, sheet: Sheet, size: float) -> None:
        self._sheet = sheet
        self._size = size
        self._code: list[str] = ["BT"]
        self._face: Shaper | None = None
        self._colour: Colour | None = None
        self.at = (0.0, 0.0)

    def go(self, x: float, y: float) -> None:
        """Begin a line, or a run of it."""
        self.at = (x, y)
        self._code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")

    def write(self, face: Shaper, colour: Colour, text: str, backwards: bool = False) -> None:
        """Write words after what was written; `backwards` where they run from right to left."""
        if not text:
            return
        if colour != self._colour:
            self._colour = colour
            red, green, blue = colour
            self._code.append(f"{red:.3f} {green:.3f} {blue:.3f} rg")
        if face is not self._face:
            self._face = face
            self._code.append(f"{self._sheet.fonts.name(face)} {self._size:.4g} Tf")
        gap = f"<{face.space:04X}>"
        line: list[str] = []
        words = text.split(" ")
        self._sheet.fonts.use(face, words, backwards)
        if backwards:
            self._code.append("/ReversedChars BMC")
        for at, word in enumerate(words[::-1] if backwards else words):
            if at:
                line.append(gap)
            if not word:
                continue
            shaped = face.word(word, backwards)
            if shaped.plain:
                line.append(shaped.plain)
                continue
            self._show(line)
            line = []
            self._place(face, shaped.glyphs)
        self._show(line)
        if backwards:
            self._code.append("EMC")

    def space(self) -> None:
        """A space that is not seen: the line goes on in the next."""
        face = self._face
        if face is not None:
            self._show([f"<{face.space:04X}>"])

    def done(self) -> None:
        """Put what was written on the page."""
        self._code.append("ET")
        self._sheet.put(" ".join(self._code))

    def _show(self, line: list[str]) -> None:
        if line:
            # Neighbouring strings are one, which a page of ten thousand words is shorter for.
            self._code.append(f"[{''.join(line)}] TJ".replace("><", ""))

    def _place(self, face: Shaper, glyphs: tuple[Glyph, ...]) -> None:
        """Glyphs one by one; letters that their glyphs do not tell are said as what they are."""
        risen = 0
        for group in _letters(glyphs):
            told = len(group) == 1 and self._tells(face, group[0])
            if not told:
                self._code.append(f"/Span <</ActualText <{utf16(group[0].text)}>>> BDC")
            for glyph in group:
                self._sheet.fonts.mean(face, glyph.number, glyph.text)
                if glyph.rise != risen:
                    risen = glyph.rise
                    self._code.append(f"{risen * self._size / 1000:.4g} Ts")
                before = f"{-glyph.shift}" if glyph.shift else ""
                after = glyph.shift - glyph.adjust
                self._show([f"{before}<{glyph.number:04X}>{after or ''}"])
            if not told:
                self._code.append("EMC")
        if risen:
            self._code.append("0 Ts")

    def _tells(self, face: Shaper, glyph: Glyph) -> bool:
        return self._sheet.fonts.mean(face, glyph.number, glyph.text) == glyph.text


def _letters(glyphs: tuple[Glyph, ...]) -> Iterator[list[Glyph]]:
    """Glyphs with those that share their letters."""
    group: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text and group:
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group
