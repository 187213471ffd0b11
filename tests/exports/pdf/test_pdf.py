import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.blocks import (
    BulletList,
    Cell,
    Column,
    DefinitionRows,
    Document,
    Heading,
    KeepTogether,
    Lead,
    Paragraph,
    PositionBar,
    Quote,
    Signature,
    SignatureRows,
    Table,
    Title,
)
from exports.file_names import ExportProblem
from exports.pdf import render_pdf, write_pdf
from exports.said import said
from exports.text import one_line

HOSTILE = ("<b>&<script>", '<img src="/etc/passwd"/>', "</para></b><i>", "&amp; &#60; %s {0} \\n (")
WORDS = "We say the hard number first, to each other and to the city. "


def _fonts(content: bytes) -> dict[str, pikepdf.Object]:
    with pikepdf.open(BytesIO(content)) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        return {
            str(font.BaseFont).split("+")[1]: font.DescendantFonts[0].FontDescriptor.FontFile2
            for font in fonts
        }


def test_everything_said_is_in_the_text_in_reading_order(everything, reading) -> None:
    text = reading(render_pdf(everything)).text
    at = 0
    for words in said(everything):
        at = text.index(one_line(words), at)


def test_every_page_says_which_of_how_many_it_is(everything, reading) -> None:
    pages = reading(render_pdf(everything)).pages
    assert [page[-6:] for page in pages] == ["1 of 2", "2 of 2"]
    assert all("Ashby · Our agreement · v1" in page for page in pages)


def test_a_foot_too_long_for_its_line_is_shortened(document, reading) -> None:
    (page,) = reading(render_pdf(document(footer="F" * 300))).pages
    assert re.fullmatch(r"1 of 1 F+…|F+… 1 of 1", page)


def test_only_shipped_fonts_are_used_and_all_are_embedded(everything) -> None:
    content = render_pdf(everything)
    fonts = _fonts(content)
    assert "AtkinsonHyperlegibleNext-Regular" in fonts
    assert all(font.startswith(("Atkinson", "Inter", "NotoSans")) for font in fonts)


def test_the_same_document_gives_the_same_bytes(everything) -> None:
    assert render_pdf(everything) == render_pdf(everything)
    later = replace(everything, created=datetime(2026, 11, 24))
    assert render_pdf(later) != render_pdf(everything)


def test_the_file_says_its_title_author_language_and_date(everything, reading) -> None:
    content = render_pdf(replace(everything, author="Ashby (Board)", subject="Board agreement"))
    metadata = reading(content).metadata
    assert metadata["Title"] == "Our agreement"
    assert metadata["Author"] == "Ashby (Board)"
    assert metadata["Subject"] == "Board agreement"
    assert metadata["CreationDate"] == "D:20261123160000+00'00'"
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True


def test_headings_are_bookmarks_and_no_level_is_skipped(everything, reading) -> None:
    assert reading(render_pdf(everything)).outline == [
        (0, "Our agreement"),
        (1, "What only we can do"),
        (2, "Values"),
        (1, "Signatures"),
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_is_printed_as_it_was_written(document, reading, words: str) -> None:
    content = render_pdf(
        document(
            Title(words, words, words),
            Heading(words),
            Lead(words),
            Paragraph(words),
            BulletList((words,)),
            Quote(words, words),
            Table((Column(words),), ((Cell(words, (words,)),),), caption=words),
            DefinitionRows(((words, words),)),
            SignatureRows((Signature(words, words, words),)),
            title=words,
            footer=words,
        )
    )
    assert reading(content).text.count(words) == 19
    assert b"/Subtype /Image" not in content
    assert b"/URI" not in content


def test_a_table_of_200_rows_repeats_its_header_and_loses_nothing(document, reading) -> None:
    rows = tuple((f"Row {number}.", WORDS) for number in range(200))
    pages = reading(render_pdf(document(Table((Column("No"), Column("Said")), rows)))).pages
    assert len(pages) > 5
    assert all(page.startswith("No Said") for page in pages)
    text = " ".join(pages)
    assert all(text.count(f"Row {number}.") == 1 for number in range(200))


def test_a_cell_of_5000_characters_is_divided_between_pages(document, reading) -> None:
    words = " ".join(f"word{number}" for number in range(700))
    assert len(words) > 5000
    table = Table((Column("One"), Column("Two")), (("first", "a"), (words, "b"), ("last", "c")))
    text = reading(render_pdf(document(Paragraph(WORDS), table))).text
    assert re.findall(r"word\d+", text) == words.split()
    assert text.index("last") > text.index("word699")


def test_a_paragraph_of_100_kb_and_a_word_of_3000_letters_are_set_whole(document, reading) -> None:
    content = render_pdf(document(Paragraph("word and more " * 7000), Paragraph("w" * 3000)))
    text = "".join(re.sub(r"\d+ of \d+$", "", page) for page in reading(content).pages)
    assert text.replace(" ", "") == "wordandmore" * 7000 + "w" * 3000


def test_an_empty_document_is_one_page(document, reading) -> None:
    assert reading(render_pdf(document())).pages == ["1 of 1"]


def test_empty_words_take_no_room_and_break_nothing(document, reading) -> None:
    content = document(
        Title(""),
        Heading(""),
        Lead(""),
        Paragraph(()),
        BulletList(()),
        Quote(""),
        Table((Column("A"),), ()),
        Table((), ()),
        DefinitionRows(()),
        PositionBar((), "Nobody has taken a position"),
        SignatureRows(()),
        KeepTogether(()),
    )
    assert reading(render_pdf(content)).text == "A 1 of 1"


@pytest.mark.parametrize("lines", range(36, 46))
def test_a_heading_stays_with_what_follows_it(document, reading, lines: int) -> None:
    filler = Paragraph("\n".join(["filler"] * lines))
    table = Table((Column("Column"),), (("first row",), ("second row",)))
    pages = reading(render_pdf(document(filler, Heading("The heading"), table))).pages
    (page,) = (page for page in pages if "The heading" in page)
    assert "The heading Column first row" in page


@pytest.mark.parametrize("lines", range(30, 46))
def test_what_is_kept_together_stands_on_one_page(document, reading, lines: int) -> None:
    filler = Paragraph("\n".join(["filler"] * lines))
    kept = KeepTogether((Heading("Together"), Paragraph(WORDS * 4), Paragraph("The end.")))
    pages = reading(render_pdf(document(filler, kept))).pages
    (page,) = (page for page in pages if "Together" in page)
    assert "The end." in page


def beginning(lines: int) -> Paragraph:
    """So much text before what is looked at that the end of a page falls somewhere else."""
    return Paragraph("\n".join(["filler"] * lines))


@pytest.mark.parametrize("lines", range(30, 44))
@pytest.mark.parametrize("words", [1, 4, 12])
def test_a_name_stands_under_some_of_its_own_words(
    document, reading, lines: int, words: int
) -> None:
    quote = Quote(f"{WORDS * words} the last word", "Hospital Trust")
    pages = reading(render_pdf(document(beginning(lines), quote, Paragraph(WORDS * 9)))).pages
    assert any("the last word Hospital Trust" in page for page in pages)


@pytest.mark.parametrize("lines", range(18, 34))
def test_a_long_quotation_is_divided_and_not_moved(document, reading, lines: int) -> None:
    quote = Quote(f"The first word {WORDS * 12}", "Hospital Trust")
    pages = reading(render_pdf(document(beginning(lines), quote))).pages
    assert "The first word" in pages[0]


@pytest.mark.parametrize("lines", range(30, 44))
def test_a_heading_over_a_quotation_stands_on_its_page(document, reading, lines: int) -> None:
    blocks = (Heading("The heading"), Quote("In so many words.", "Hospital Trust"))
    pages = reading(render_pdf(document(beginning(lines), *blocks))).pages
    assert any("The heading In so many words. Hospital Trust" in page for page in pages)


@pytest.mark.parametrize("lines", range(30, 44))
def test_what_leads_in_stands_with_the_first_that_follows(document, reading, lines: int) -> None:
    blocks = (Heading("The heading"), Paragraph("It is recommended to:", leads=True))
    items = BulletList(("adopt the purpose", "adopt the values"))
    pages = reading(render_pdf(document(beginning(lines), *blocks, items))).pages
    assert any("The heading It is recommended to: • adopt the purpose" in page for page in pages)


@pytest.mark.parametrize("lines", range(30, 44))
def test_a_bar_stands_over_the_words_of_its_key(document, reading, lines: int) -> None:
    bar = PositionBar((("agree", 31), ("object", 2)), "Thirty-one support it, two object")
    pages = reading(render_pdf(document(beginning(lines), bar))).pages
    (page,) = (page for page in pages if "31 support it" in page)
    assert page.count("31") == 2


@pytest.mark.parametrize("count", [2, 3, 5])
@pytest.mark.parametrize("lines", range(26, 46))
def test_no_row_of_a_table_stands_alone_on_a_page(
    document, reading, lines: int, count: int
) -> None:
    rows = tuple((f"Row {number}.", "Some words") for number in range(count))
    table = Table((Column("Left", 1), Column("Right", 1)), rows)
    pages = reading(render_pdf(document(beginning(lines), table))).pages

    on_each = [sum(f"Row {number}." in text for number in range(count)) for text in pages]
    assert sum(on_each) == count
    assert 1 not in on_each


@pytest.mark.parametrize("count", [2, 3, 5])
@pytest.mark.parametrize("lines", range(30, 44))
def test_no_item_of_a_list_stands_alone_on_a_page(
    document, reading, lines: int, count: int
) -> None:
    items = BulletList(tuple(f"Item {number}." for number in range(count)))
    pages = reading(render_pdf(document(beginning(lines), items))).pages

    on_each = [text.count("Item") for text in pages]
    assert sum(on_each) == count
    assert 1 not in on_each


@pytest.mark.parametrize("heights", [(30, 30), (3, 60), (60, 3), (12, 13, 14), (40, 1, 40), (80,)])
@pytest.mark.parametrize("lines", [0, 20, 40])
def test_a_table_of_tall_rows_is_set_whole(document, reading, lines: int, heights) -> None:
    rows = tuple(("Row", "\n".join(["words"] * height)) for height in heights)
    table = Table((Column("Left", 1), Column("Right", 1)), rows)
    text = reading(render_pdf(document(beginning(lines), table))).text
    assert text.count("words") == sum(heights)


@pytest.mark.parametrize("lines", range(30, 44))
def test_who_stands_where_stands_under_its_bar(document, reading, lines: int) -> None:
    bar = PositionBar((("agree", 3), ("object", 1)), "Positions")
    pages = reading(render_pdf(document(beginning(lines), bar, Paragraph("All of them."))))

    assert any("1 object" in text and "All of them" in text for text in pages.pages)


def test_a_name_that_is_longer_than_a_page_is_divided(document, reading) -> None:
    quote = Quote("No.", WORDS * 200)
    pages = reading(render_pdf(document(beginning(20), quote))).pages
    assert len(pages) > 2
    assert any("No. " in page and len(page) > 500 for page in pages)


def test_what_is_kept_together_but_fits_no_page_is_divided(document, reading) -> None:
    kept = KeepTogether((Paragraph(WORDS * 80), Paragraph("The end.")))
    assert len(reading(render_pdf(document(kept))).pages) > 1


def test_a_position_nobody_took_is_not_in_the_key(document, reading) -> None:
    bar = PositionBar((("agree", 3), ("object", 0)), "Three support it")
    text = reading(render_pdf(document(bar))).text
    assert "3 support it" in text
    assert "object" not in text


def test_arabic_is_joined_and_runs_from_the_right(document, reading) -> None:
    content = render_pdf(document(Paragraph("مرحبا بالعالم")))
    assert "مرحبا بالعالم" in reading(content).text
    page = pdfium.PdfDocument(content)[0].get_textpage()
    body = [box for box in map(page.get_rect, range(page.count_rects())) if box[1] > 700]
    assert max(right for _, _, right, _ in body) == pytest.approx(538.6, abs=4)
    assert min(left for left, *_ in body) > 400


def test_what_no_font_draws_leaves_a_visible_mark(document, reading) -> None:
    assert "Our □□ promise" in reading(render_pdf(document(Paragraph("Our 漢字 promise")))).text


def test_a_file_is_written_whole(document, tmp_path: Path, reading) -> None:
    write_pdf(document(Paragraph("Kept")), tmp_path / "a.pdf")
    assert "Kept" in reading((tmp_path / "a.pdf").read_bytes()).text


def test_a_missing_folder_is_a_problem_of_the_export(document, tmp_path: Path) -> None:
    with pytest.raises(ExportProblem, match="is not there"):
        write_pdf(document(), tmp_path / "gone" / "a.pdf")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(), min_size=4, max_size=4))
def test_any_text_can_be_set(texts: list[str]) -> None:
    first, second, third, fourth = texts
    columns = tuple(Column(second, 1) for _ in range(8))
    blocks = (Title(first), Heading(third), Table(columns, ((Cell(first, (fourth,)), *texts),)))
    created = datetime(2026, 11, 23)
    content = render_pdf(Document(first, blocks, created, fourth, second, third))
    assert len(pdfium.PdfDocument(content)) >= 1


def test_what_does_not_pass_its_check_is_not_written(everything, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("exports.pdf.faults", lambda *_: ["A figure has no words."])
    with pytest.raises(ExportProblem, match=r"did not pass its check: A figure has no words\."):
        write_pdf(everything, tmp_path / "agreement.pdf")
    assert list(tmp_path.iterdir()) == []
