"""Writing shaped words into a page's content: the one place through which all text goes."""

from collections.abc import Iterable, Iterator

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
        self._shapes: list[str] = []
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
            words.reverse()
            self._draw_shapes(face, words)
        for at, word in enumerate(words):
            if at:
                line.append(gap)
            if not word:
                continue
            shaped = face.word(word, backwards)
            if shaped.plain:
                line.append(shaped.plain)
                continue
            glyphs = shaped.glyphs
            if backwards:
                glyphs = tuple(glyph for glyph in glyphs if not self._is_shape(face, glyph))
            self._place(face, glyphs, line)
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
        self._code += self._shapes
        self._sheet.put(" ".join(self._code))

    def _show(self, line: list[str]) -> None:
        if line:
            # Neighbouring strings are one, which a page of ten thousand words is shorter for.
            self._code.append(f"[{''.join(line)}] TJ".replace("><", ""))
            line.clear()

    def _place(self, face: Shaper, glyphs: tuple[Glyph, ...], line: list[str]) -> None:
        """Glyphs one by one, each under a code that tells its letters.

        Letters that several glyphs draw are said as what they are.
        """
        risen = 0
        for group in _letters(glyphs):
            told = len(group) == 1
            if not told:
                self._show(line)
                self._code.append(f"/Span <</ActualText <{utf16(group[0].text)}>>> BDC")
            for glyph in group:
                code = self._sheet.fonts.code(face, glyph.number, group[0].text)
                if glyph.rise != risen:
                    self._show(line)
                    risen = glyph.rise
                    self._code.append(f"{risen * self._size / 1000:.4g} Ts")
                before = f"{-glyph.shift}" if glyph.shift else ""
                after = glyph.shift - glyph.adjust
                line.append(f"{before}<{code:04X}>{after or ''}")
            if not told:
                self._show(line)
                self._code.append("EMC")
        if risen:
            self._show(line)
            self._code.append("0 Ts")

    def _draw_shapes(self, face: Shaper, words: Iterable[str]) -> None:
        """Draw what belongs to the letter beside it, as the dots of Arabic letters, as shapes.

        As text it would be read and copied too, and would part the letters of a word. The run
        begins where the pen was told to go.
        """
        x, y = self.at
        scale = self._size / 1000
        red, green, blue = self._colour or (0.0, 0.0, 0.0)
        for word in words:
            shaped = face.word(word, True) if word else None
            along = 0
            for glyph in shaped.glyphs if shaped and not shaped.plain else ():
                if self._is_shape(face, glyph):
                    left, base = x + (along + glyph.shift) * scale, y + glyph.rise * scale
                    self._shapes.append(
                        f"q {red:.3f} {green:.3f} {blue:.3f} rg {scale:.5f} 0 0 {scale:.5f} "
                        f"{left:.2f} {base:.2f} cm {face.outline(glyph.number)} f Q"
                    )
                along += face.width(glyph.number) + glyph.adjust
            x += ((shaped.width if shaped else 0) + face.gap) * scale

    @staticmethod
    def _is_shape(face: Shaper, glyph: Glyph) -> bool:
        return not glyph.text and face.width(glyph.number) + glyph.adjust == 0


def _letters(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs with those that share their letters."""
    group: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text and group:
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group
