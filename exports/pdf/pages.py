"""Parts on pages: where each page ends, and what stands at its foot."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from exports.blocks import Document
from exports.pdf.faces import font_name
from exports.pdf.parts import NewPage, Part, rule
from exports.pdf.scale import (
    BOTTOM,
    FOOT,
    FOOTER,
    MARGIN,
    MEASURE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TOP,
)
from exports.pdf.setting import Setting
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


def draw(document: Document, parts: Sequence[Part]) -> bytes:
    """The parts as a PDF file."""
    pages = Pages()
    pages.fill(parts)
    file = BytesIO()
    canvas = _canvas(file, document)
    for number, page in enumerate(pages.pages, start=1):
        for part, top in page:
            part.draw(canvas, MARGIN, top)
        _foot(canvas, document.footer, f"{number} of {len(pages.pages)}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _canvas(file: BytesIO, document: Document) -> Canvas:
    canvas = Canvas(
        file,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        initialFontName=font_name(),  # type: ignore[arg-type]  # the stubs say float
        lang=document.language,
    )
    canvas.setTitle(one_line(clean(document.title)))
    canvas.setAuthor(one_line(clean(document.author)))
    canvas.setSubject(one_line(clean(document.subject)))
    canvas.setCreator("Facilitator")
    canvas.setProducer("Facilitator")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    _stamp(canvas, document.created)
    return canvas


def _stamp(canvas: Canvas, created: datetime) -> None:
    """Date the file by its document: ReportLab dates what is reproducible to the year 2000."""
    canvas.setDateFormatter(lambda *_: created.strftime("D:%Y%m%d%H%M%S") + _zone(created))


def _zone(created: datetime) -> str:
    offset = created.strftime("%z")
    return f"{offset[:3]}'{offset[3:5]}'" if offset else ""


def _foot(canvas: Canvas, words: str, count: str) -> None:
    rule(canvas, MARGIN, FOOT, MEASURE)
    top = FOOT - 7
    right = Setting(count, FOOTER, MEASURE)
    taken = right.line_width(right.lines[0])
    right.draw(canvas, MARGIN + MEASURE - taken, top)
    left = _shortened(one_line(clean(words)), MEASURE - taken - 24)
    left.draw(canvas, MARGIN, top)


def _shortened(words: str, width: float) -> Setting:
    """The words on one line, shortened with an ellipsis only where they must be."""
    setting = Setting(words, FOOTER, width)
    if len(setting.lines) > 1:
        start, end = setting.lines[0]
        fits = setting.text[start : end - 3].rstrip(" ·")
        setting = Setting(f"{fits}…", FOOTER, width)
    return setting
