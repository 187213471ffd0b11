from collections.abc import Callable
from datetime import UTC, datetime

import pypdfium2 as pdfium
import pytest

from exports.blocks import Block, Document
from tests.exports.workshops import agreed, do, pack, rehearsed, workshop

__all__ = ["agreed", "do", "pack", "rehearsed", "workshop"]


class Reading:
    """What a reader finds in a PDF: the text of each page, and all of it in one line."""

    def __init__(self, content: bytes) -> None:
        file = pdfium.PdfDocument(content)
        self.pages = [" ".join(page.get_textpage().get_text_range().split()) for page in file]
        self.text = " ".join(self.pages)
        self.metadata = file.get_metadata_dict()
        self.outline = [(mark.level, mark.get_title()) for mark in file.get_toc()]
        file.close()


@pytest.fixture
def reading() -> Callable[[bytes], Reading]:
    return Reading


@pytest.fixture
def document() -> Callable[..., Document]:
    """Makes a document of the blocks given."""

    def make(*blocks: Block, title: str = "Our agreement", footer: str = "") -> Document:
        created = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
        return Document(title, blocks, created, footer=footer)

    return make
