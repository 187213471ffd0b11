"""Documents as PDF files: `blocks` in, an accessible and archivable A4 file out.

`compose` chooses type and columns and what each thing is to a reader by ear (`tags`); `setting`
breaks lines of shaped words (`shaping`), `pages` fills pages, `sheet` and `pen` draw them, `fonts`
embeds the faces, `archive` makes the file last. ReportLab draws; its own paragraphs and markup are
not used, so contributed text has nowhere to be mistaken for anything but text.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exports.blocks import Document
from exports.file_names import ExportProblem, replace_file
from exports.pdf.checking import explained, faults
from exports.pdf.compose import parts_of
from exports.pdf.pages import draw
from exports.progress import Progress, unheard


def render_pdf(document: Document, progress: Progress = unheard) -> bytes:
    """The document as the bytes of a PDF; the same document gives the same bytes.

    It is PDF/UA-1, and PDF/A-3a where something is attached, else PDF/A-2a. Raises `ExportProblem`
    where the finished file does not pass its own check.
    """
    with _no_looking_for_garbage():
        parts, root = parts_of(document, lambda share: progress(_SET * share))
        content = draw(document, parts, root, progress)
        progress(_CHECKED_FROM)
        if found := faults(content, document):
            raise ExportProblem(explained(found, document.title))
    progress(1.0)
    return content


@contextmanager
def _no_looking_for_garbage() -> Iterator[None]:
    """All that is made for a document is needed to its end.

    Looking through it for garbage again and again costs a third of the time of a long record, and
    grows faster than the record does.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


_SET, _CHECKED_FROM = 0.25, 0.9


def write_pdf(document: Document, path: Path, progress: Progress = unheard) -> None:
    """Write the document to `path`, whole or not at all. Raises `ExportProblem`."""
    replace_file(path, render_pdf(document, progress))
