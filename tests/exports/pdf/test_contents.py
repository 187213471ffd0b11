import pytest

from exports.blocks import Contents, Heading, PageBreak, Paragraph, Title
from exports.pdf import render_pdf


def _long(document, pages: int):
    sections = [
        block
        for at in range(1, pages)
        for block in (PageBreak(), Heading(f"Section {at}"), Paragraph("Words."))
    ]
    return document(Title("A record"), Contents(), *sections)


def test_a_long_document_lists_its_sections_with_their_pages(document, reading) -> None:
    pages = reading(render_pdf(_long(document, 24))).pages
    assert "Contents Section 1 2 Section 2 3" in pages[0]
    assert "Section 23 24" in pages[0]
    assert pages[23].startswith("Section 23")


@pytest.mark.parametrize(("pages", "listed"), [(21, False), (22, True)])
def test_contents_are_for_more_than_21_pages(document, reading, pages: int, listed: bool) -> None:
    found = reading(render_pdf(_long(document, pages))).pages
    assert len(found) == pages
    assert ("Contents" in found[0]) == listed
