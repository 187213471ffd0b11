"""What the press does: a paper as a PDF with all there is to say of it, and pictures of pages."""

from dataclasses import dataclass
from datetime import datetime

from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it ships without types
from pypdfium2.raw import FPDFBitmap_BGRA  # type: ignore[import-untyped]
from PySide6.QtGui import QImage

from exports.blocks import Document
from exports.documents.shelf import Paper
from exports.progress import Progress
from facilitator.workshop import Workshop
from ui.documents import ports
from ui.documents.heard import Heard, heard


@dataclass(frozen=True)
class Print:
    """A paper as it would be written now. `sizes` are its pages' width and height in points."""

    key: str
    pdf: bytes
    document: Document
    sizes: tuple[tuple[float, float], ...]
    heard: tuple[Heard, ...]
    remarks: tuple[ports.Remark, ...]
    checks: tuple[ports.Check, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.sizes)


def printed(workshop: Workshop, paper: Paper, made: datetime, progress: Progress) -> Print:
    """A paper of a workshop that nobody changes meanwhile."""
    document = paper.make(made)
    pdf = ports.render(document, progress)
    pages = PdfDocument(pdf)
    sizes = tuple(pages.get_page_size(at) for at in range(len(pages)))
    pages.close()
    checks = ports.checks(document)
    age = ports.age_of(workshop) if paper.public else None
    return Print(
        paper.key,
        pdf,
        document,
        sizes,
        tuple(heard(document)),
        tuple(ports.remarks(workshop, paper, document, len(sizes))),
        tuple([*checks, age] if age else checks),
    )


def counted(paper: Paper, made: datetime, progress: Progress) -> int:
    """How many pages a paper has."""
    pages = PdfDocument(ports.render(paper.make(made), progress))
    count = len(pages)
    pages.close()
    return int(count)


def pictured(pdf: bytes, page: int, scale: float, progress: Progress) -> QImage:
    """A page of a PDF at so many pixels a point, counted from 0."""
    progress(0.0)
    pages = PdfDocument(pdf)
    # Qt takes the four bytes as they come; with three, every line would have to be padded.
    bitmap = pages[page].render(
        scale=scale, rev_byteorder=True, force_bitmap_format=FPDFBitmap_BGRA
    )
    image = QImage(
        bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBA8888
    ).copy()
    bitmap.close()
    pages.close()
    return image
