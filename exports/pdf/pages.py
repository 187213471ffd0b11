"""Parts on pages: where each page ends, and what stands at its foot."""

from collections.abc import Sequence
from io import BytesIO

from exports.blocks import Document
from exports.pdf.archive import archived, title_of
from exports.pdf.contents import MOST_WITHOUT_CONTENTS, ContentsHere, Entry, contents
from exports.pdf.parts import NewPage, Part, rule
from exports.pdf.scale import (
    BOTTOM,
    FOOT,
    FOOTER,
    MARGIN,
    MEASURE,
    PAGE_HEIGHT,
    TOP,
)
from exports.pdf.setting import Setting, shortened
from exports.pdf.sheet import Sheet
from exports.pdf.tags import Element
from exports.progress import Progress, unheard
from exports.text import clean, one_line

_FIRST = PAGE_HEIGHT - TOP


class Pages:
    """Pages being filled: each a list of parts with the height at which they stand."""

    def __init__(self) -> None:
        self.pages: list[list[tuple[Part, float]]] = [[]]
        self._y = _FIRST

    def fill(self, parts: Sequence[Part]) -> None:
        """Place all the parts; a heading stays with the beginning of what it heads."""
        for at, part in enumerate(parts):
            if isinstance(part, NewPage):
                if self.pages[-1]:
                    self._turn()
                continue
            if self.pages[-1] and self._wanted(parts, at) > self._y - BOTTOM:
                self._turn()
            self._place(part)

    def _wanted(self, parts: Sequence[Part], at: int) -> float:
        wanted = parts[at].above
        while parts[at].keeps_next and at + 1 < len(parts):
            wanted += parts[at].height + parts[at + 1].above
            at += 1
        return wanted + parts[at].least

    def _place(self, part: Part) -> None:
        rest: Part | None = part
        while rest is not None:
            self._y -= rest.above if self.pages[-1] else 0.0
            room = self._y - BOTTOM
            if rest.height <= room:
                self._put(rest)
                return
            pieces = rest.split(room)
            if pieces:
                self._put(pieces[0])
                rest = pieces[1]
            elif not self.pages[-1]:
                raise RuntimeError(f"{type(part).__name__} of {rest.height:.0f} pt fits no page")
            self._turn()

    def _put(self, part: Part) -> None:
        self.pages[-1].append((part, self._y))
        self._y -= part.height

    def _turn(self) -> None:
        self.pages.append([])
        self._y = _FIRST


def draw(
    document: Document, parts: Sequence[Part], root: Element, progress: Progress = unheard
) -> bytes:
    """The parts as a PDF file."""
    pages = _filled(parts)
    progress(_FILLED)
    file = BytesIO()
    canvas = _canvas(file, document)
    for number, page in enumerate(pages.pages, start=1):
        for part, top in page:
            part.draw(canvas, MARGIN, top)
        with canvas.foot():
            _foot(canvas, document.footer, f"{number} of {len(pages.pages)}")
        canvas.showPage()
        progress(_FILLED + (_DRAWN - _FILLED) * number / len(pages.pages))
    root.pruned()
    canvas.add_tree(root)
    canvas.save()
    progress(_SAVED)
    return archived(file, document, canvas.fonts, canvas.tree)


def _filled(parts: Sequence[Part]) -> Pages:
    """The parts on their pages; with contents where there are more pages than one leafs through."""
    pages = Pages()
    pages.fill(parts)
    here = next((part for part in parts if isinstance(part, ContentsHere)), None)
    if here is None or len(pages.pages) <= MOST_WITHOUT_CONTENTS:
        return pages
    listed = contents(here.element, [found for part in parts for found in part.headings()])
    at = parts.index(here)
    pages = Pages()
    pages.fill([*parts[:at], *listed, *parts[at + 1 :]])
    where = {
        id(found.setting): number
        for number, page in enumerate(pages.pages, start=1)
        for part, _ in page
        for found in part.headings()
    }
    for entry in listed:
        if isinstance(entry, Entry):
            entry.page = where[id(entry.heading.setting)]
    return pages


_FILLED, _DRAWN, _SAVED = 0.3, 0.7, 0.8
"""How far it is once pages are filled, drawn and written; what is left is making them last."""


def _canvas(file: BytesIO, document: Document) -> Sheet:
    canvas = Sheet(file, document.language)
    canvas.setTitle(title_of(document))
    canvas.setCreator("Facilitator")
    canvas.setProducer("Facilitator")
    canvas.showOutline()
    return canvas


def _foot(canvas: Sheet, words: str, count: str) -> None:
    rule(canvas, MARGIN, FOOT, MEASURE)
    top = FOOT - 7
    right = Setting(count, FOOTER, MEASURE)
    taken = right.line_width(right.lines[0])
    right.draw(canvas, MARGIN + MEASURE - taken, top)
    left = shortened(one_line(clean(words)), FOOTER, MEASURE - taken - 24)
    left.draw(canvas, MARGIN, top)
