"""The faces of one file: each embedded once, with the glyphs that the file uses and their letters.

A face is a Type 0 font whose codes are the numbers of its glyphs (Identity-H), so a glyph that no
single letter stands for can be drawn. Source: ISO 32000-1, 9.7 and 9.10.3.
"""

import hashlib
import struct
from collections.abc import Iterable, Iterator
from itertools import groupby

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object, Pdf

from exports.pdf.shaping import Shaper

_SYMBOLIC = 4
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_MOST_IN_A_BLOCK = 100


class Fonts:
    """Which glyphs of which faces a file uses, and what the glyphs without a letter stand for."""

    def __init__(self) -> None:
        self._names: dict[Shaper, str] = {}
        self._used: dict[tuple[Shaper, bool], set[str]] = {}
        self._meant: dict[Shaper, dict[int, str]] = {}
        self._codes: dict[Shaper, dict[tuple[int, str], int]] = {}

    def name(self, face: Shaper) -> str:
        """The name of a face in the file's pages."""
        if face not in self._names:
            self._names[face] = f"/F{len(self._names) + 1}"
            self._used[face, False] = set()
            self._used[face, True] = set()
            self._meant[face] = {}
            self._codes[face] = {}
        return self._names[face]

    def use(self, face: Shaper, words: Iterable[str], backwards: bool = False) -> None:
        """Words are drawn in the file."""
        self._used[face, backwards].update(words)

    def code(self, face: Shaper, glyph: int, letters: str) -> int:
        """The code under which a glyph is drawn where it stands for these letters.

        It is the glyph's number where the letters are its own or nothing else was; otherwise one
        past the last glyph's, which draws the same.
        """
        own = face.meaning.get(glyph) or self._meant[face].setdefault(glyph, letters)
        if own == letters:
            return glyph
        codes = self._codes[face]
        return codes.setdefault((glyph, letters), face.count + len(codes))

    def embed(self, pdf: Pdf) -> None:
        """Put the faces into a file that ReportLab wrote: all its pages share one dictionary."""
        fonts = Dictionary()
        for face, name in self._names.items():
            fonts[name] = pdf.make_indirect(self._font(pdf, face))
        shared = pdf.make_indirect(fonts)
        for page in pdf.pages:
            page.Resources.Font = shared

    def _font(self, pdf: Pdf, face: Shaper) -> Dictionary:
        used = sorted(
            {0, face.space}.union(
                *(
                    face.word(word, backwards).used
                    for backwards in (False, True)
                    for word in self._used[face, backwards]
                    if word
                )
            )
        )
        codes = {code: glyph for (glyph, _), code in self._codes[face].items()}
        data = _subset(face, used)
        label = hashlib.sha256(data).digest()
        tag = "".join(chr(65 + byte % 26) for byte in label[:6])
        name = Name(f"/{tag}+{face.name}")
        file = pdf.make_stream(data)
        file.Length1 = len(data)
        up, down = face.heights
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=_SYMBOLIC,
            FontBBox=Array(list(face.box)),
            ItalicAngle=-9 if face.name.endswith("Italic") else 0,
            Ascent=up,
            Descent=down,
            CapHeight=up * 2 // 3,
            StemV=80,
            FontFile2=file,
        )
        below = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(
                Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
            ),
            FontDescriptor=pdf.make_indirect(descriptor),
            CIDToGIDMap=pdf.make_stream(_glyphs(face, codes)) if codes else Name.Identity,
            DW=1000,
            W=_widths(face, {**{glyph: glyph for glyph in used}, **codes}),
        )
        return Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
            ToUnicode=self._letters(pdf, face, used),
        )

    def _letters(self, pdf: Pdf, face: Shaper, used: list[int]) -> Object:
        said = {glyph: self._said(face, glyph) for glyph in used if glyph}
        said |= {code: letters for (_, letters), code in self._codes[face].items()}
        rows = [
            f"<{code:04X}> <{letters.encode('utf-16-be').hex().upper()}>"
            for code, letters in said.items()
        ]
        blocks = [rows[at : at + _MOST_IN_A_BLOCK] for at in range(0, len(rows), _MOST_IN_A_BLOCK)]
        body = "".join(
            "{} beginbfchar\n{}\nendbfchar\n".format(len(block), "\n".join(block))
            for block in blocks
        )
        return pdf.make_stream((_HEAD + body + _FOOT).encode("ascii"))

    def _said(self, face: Shaper, glyph: int) -> str:
        return face.meaning.get(glyph) or self._meant[face].get(glyph, "\ufffd")


def _glyphs(face: Shaper, codes: dict[int, int]) -> bytes:
    """The glyph of each code: its own number, and for those past the last what they stand for."""
    whole = [*range(face.count), *(codes[code] for code in sorted(codes))]
    return struct.pack(f">{len(whole)}H", *whole)


def _subset(face: Shaper, glyphs: list[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.glyph_set.set(glyphs)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    for tag in ("GSUB", "GPOS", "GDEF", "name", "post", "kern", "STAT", "MATH"):
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
    return bytes(hb.subset(face.face, wanted).blob.data)


def _widths(face: Shaper, codes: dict[int, int]) -> Array:
    """The widths of the codes' glyphs, those that follow one another in one list."""
    return Array(
        [
            item
            for run in _runs(sorted(codes))
            for item in (run[0], Array([face.width(codes[code]) for code in run]))
        ]
    )


def _runs(glyphs: list[int]) -> Iterator[list[int]]:
    for _, group in groupby(enumerate(glyphs), key=lambda pair: pair[1] - pair[0]):
        yield [glyph for _, glyph in group]
