"""The canvas that documents are drawn on: ReportLab's, and whatever it draws belongs somewhere.

What is drawn within `mark` is content of an element; everything else (rules, marks, headers that
are repeated, the foot of a page) is an artifact, which a reader by ear does not meet. It uses
ReportLab's own lists of a page's code and of a file's objects, for which its version is pinned.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.fonts import Fonts
from exports.pdf.scale import PAGE_HEIGHT, PAGE_WIDTH, Colour
from exports.pdf.tags import Box, Element

_ARTIFACT = "/Artifact BMC"
_FOOT = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"


class Sheet(Canvas):
    """A canvas for A4 pages. `marked` holds for each page the elements of its marked content.

    `tree` is the object number of the structure once it was added.
    """

    # ReportLab's own, of which its stubs do not tell.
    _code: list[str]
    _doc: Any
    _pageNumber: int  # noqa: N815

    def __init__(self, file: BytesIO, language: str) -> None:
        super().__init__(
            file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            # The pass that makes the file last compresses it.
            pageCompression=0,
            invariant=1,
            lang=language,
        )
        self.fonts = Fonts()
        self.marked: list[list[Element]] = [[]]
        self.tree = 0
        self._unmarked = 0
        self._since = 0
        # ReportLab begins each page with text in a font that is not embedded.
        self._preamble = "1 0 0 1 0 0 cm"

    def put(self, code: str) -> None:
        """Add to the page's content as it is."""
        self._code.append(code)

    def fill(self, colour: Colour, x: float, y: float, width: float, height: float) -> None:
        """Fill a box, whose lower left corner is told; a long record has one beside each quote."""
        red, green, blue = colour
        self._code.append(
            f"{red:.3f} {green:.3f} {blue:.3f} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"
        )

    @contextmanager
    def mark(self, element: Element | None, box: Box | None = None) -> Iterator[None]:
        """What is drawn within is content of the element; `box` is where a figure stands."""
        if element is None or self._unmarked:
            yield
            return
        self._end_artifact()
        page = len(self.marked) - 1
        number = len(self.marked[page])
        self.marked[page].append(element)
        # What goes on from another page fills no one box.
        element.box = box if not element.kids else None
        element.kids.append((page, number))
        self._code.append(f"/{element.role} <</MCID {number}>> BDC")
        self._unmarked += 1
        try:
            yield
        finally:
            self._unmarked -= 1
            self._code.append("EMC")
            self._since = len(self._code)

    @contextmanager
    def unmarked(self) -> Iterator[None]:
        """What is drawn within is an artifact, whatever its parts would be."""
        self._unmarked += 1
        try:
            yield
        finally:
            self._unmarked -= 1

    @contextmanager
    def foot(self) -> Iterator[None]:
        """What is drawn within is the running foot of the page."""
        self._end_artifact()
        self._code.append(_FOOT)
        self._unmarked += 1
        yield
        self._unmarked -= 1
        self._code.append("EMC")
        self._since = len(self._code)

    def _end_artifact(self) -> None:
        if len(self._code) > self._since:
            self._code.insert(self._since, _ARTIFACT)
            self._code.append("EMC")
        self._since = len(self._code)

    def showPage(self) -> None:  # noqa: N802  ReportLab's name
        """End the page."""
        self._end_artifact()
        # Code is plain ASCII; ReportLab would look each character up.
        page = self._pageNumber
        super().showPage()
        done = self._doc.idToObject[f"Page{page}"]
        done.stream = done.stream.encode("ascii")
        self._since = 0
        self.marked.append([])

    def add_tree(self, root: Element) -> None:
        """Write the structure into the file, after the last page. The tree must hold its marks."""
        document = self._doc
        numbers = document.idToObjectNumberAndVersion
        pages = [numbers[f"Page{at}"][0] for at in range(1, len(self.marked))]

        def reserve(content: Any, name: str) -> int:
            document.Reference(content, name)
            return int(numbers[name][0])

        tree = _Raw()
        top = self.tree = reserve(tree, "StructTreeRoot")
        elements = list(root.within())
        raws = []
        for at, element in enumerate(elements):
            raw = _Raw()
            raws.append(raw)
            element.number = reserve(raw, f"StructElem{at}")
        for element, raw in zip(elements, raws, strict=True):
            parent = element.parent.number if element.parent is not None else top
            raw.content = element.written(pages, parent)
        parents = _Raw(self._parents())
        tree.content = (
            f"<</Type/StructTreeRoot/K[{root.number} 0 R]/ParentTree "
            f"{reserve(parents, 'ParentTree')} 0 R/ParentTreeNextKey {len(pages)}>>"
        ).encode("ascii")

    def _parents(self) -> bytes:
        rows = (
            f"{at}[{' '.join(f'{element.number} 0 R' for element in marked)}]"
            for at, marked in enumerate(self.marked[:-1])
        )
        return f"<</Nums[{' '.join(rows)}]>>".encode("ascii")


class _Raw(PDFObject):
    """An object of a PDF in its own words, as ReportLab takes them."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, _document: Any) -> bytes:
        return self.content
