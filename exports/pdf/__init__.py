"""Documents as PDF files: `blocks` in, an A4 file in the house's hand out.

`compose` chooses type and columns, `setting` breaks lines, `pages` fills pages, `faces` embeds
fonts. ReportLab draws; its own paragraphs and markup are not used, so contributed text has nowhere
to be mistaken for anything but text.
"""

from pathlib import Path

from exports.blocks import Document
from exports.file_names import replace_file
from exports.pdf.compose import parts_of
from exports.pdf.pages import draw


def render_pdf(document: Document) -> bytes:
    """The document as the bytes of a PDF; the same document gives the same bytes."""
    return draw(document, parts_of(document))


def write_pdf(document: Document, path: Path) -> None:
    """Write the document to `path`, whole or not at all. Raises `ExportProblem`."""
    replace_file(path, render_pdf(document))
