"""The pictures of a rehearsal on the page, and blocks that have a page to themselves."""

import re

import pytest

from exports.blocks import (
    Beside,
    BulletList,
    Heading,
    Lead,
    OnePage,
    Paragraph,
    Slips,
    Title,
    WriteIn,
)
from exports.pdf import render_pdf
from exports.pdf.compose import parts_of
from exports.pdf.parts import Lines
from exports.pdf.tracks import Track
from exports.pictures import Feelings, Felt, Strain, StrainLine
from exports.said import said
from exports.text import one_line

WORDS = "We say the hard number first, to each other and to the city. "
FEELINGS = Feelings(
    (
        Felt("Before", 12, 2.16, (("calm", 6), ("torn", 3))),
        Felt("Afterwards", 2),
    ),
    "In words",
)


def _strain(count: int) -> Strain:
    lines = (StrainLine(f"Value {n}.", ((30 + n % 60, "bent"),), "Bent") for n in range(count))
    return Strain(tuple(lines), 28, 95, "In words")


def test_all_that_is_in_the_pictures_is_text_in_reading_order(document, reading) -> None:
    content = document(
        Title("Together"),
        FEELINGS,
        _strain(3),
        Beside(((Heading("Left"), Paragraph("one")), (Heading("Right"), BulletList(("two",))))),
        WriteIn("What I know", 3),
        OnePage((Heading("Alone"), Slips("Before", 3))),
    )
    text = reading(render_pdf(content)).text
    at = 0
    for words in said(content):
        at = text.index(one_line(words), at)


def test_a_mean_is_told_with_its_number_and_two_check_ins_tell_none(document, reading) -> None:
    text = reading(render_pdf(document(FEELINGS))).text
    assert "1 at ease 2 3 4 5 tense Before 12 check-ins 2.2 calm 6 torn 3" in text
    assert "Afterwards 2 check-ins Too few to tell more" in text


def test_a_chart_of_200_values_repeats_its_axis_and_loses_none(document, reading) -> None:
    pages = reading(render_pdf(document(_strain(200)))).pages
    assert len(pages) > 5
    assert all("Value, by minute 30 40 50 60 70 80 90 Verdict" in page for page in pages)
    text = " ".join(pages)
    assert all(text.count(f"Value {number}.") == 1 for number in range(200))


@pytest.mark.parametrize("lines", range(30, 44))
def test_the_key_stands_on_the_page_of_its_chart(document, reading, lines: int) -> None:
    filler = Paragraph("\n".join(["filler"] * lines))
    pages = reading(render_pdf(document(filler, Heading("Strain"), _strain(4)))).pages
    assert any("Strain held bent broke Value, by minute" in page for page in pages)


def test_marks_of_one_minute_stand_one_under_the_other() -> None:
    alone = Track([(0.1, "agree"), (0.9, "object")], [], 300.0)
    together = Track([(0.5, "agree"), (0.5, "object"), (0.51, "need_more")], [], 300.0)
    assert {lane for _, _, lane in alone.marks} == {0}
    assert [lane for _, _, lane in together.marks] == [0, 1, 2]
    assert together.height > alone.height


def test_a_line_of_three_thousand_marks_fits_a_page(document, reading) -> None:
    verdicts = ("bent", "broke", "held")
    marks = tuple((minute, verdict) for minute in range(1000) for verdict in verdicts)
    chart = Strain((StrainLine("Candour", marks),), 0, 999, "In words")
    assert "Candour" in reading(render_pdf(document(chart))).text


def _size_of(content) -> float:
    """How large the running text of a document is set."""
    parts = [part for part in parts_of(content)[0] if isinstance(part, Lines)]
    return next(p.setting.kind.size for p in parts if p.setting.text.startswith("We say"))


def test_few_words_with_a_page_to_themselves_are_set_large(document) -> None:
    assert _size_of(document(OnePage((Paragraph(WORDS),)))) > 15
    assert _size_of(document(Paragraph(WORDS))) == 12


@pytest.mark.parametrize("times", range(1, 48, 2))
def test_what_can_stand_on_one_page_does_and_is_never_small(document, reading, times: int) -> None:
    content = document(OnePage((Title("Alone"), Paragraph(WORDS * times))))
    assert _size_of(content) >= 12
    assert len(reading(render_pdf(content)).pages) == 1


def test_more_words_are_set_smaller(document) -> None:
    sizes = [_size_of(document(OnePage((Paragraph(WORDS * n),)))) for n in (1, 30, 40, 60)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 2


def test_what_is_only_a_little_too_long_is_not_made_small(document, reading) -> None:
    content = document(OnePage((Title("Alone"), Paragraph(WORDS * 60))))
    assert _size_of(content) == 12
    assert len(reading(render_pdf(content)).pages) == 2


def test_what_fits_no_page_goes_on_as_on_any_other(document, reading) -> None:
    content = document(Paragraph("First."), OnePage((Lead("Alone"), Paragraph(WORDS * 150))))
    assert _size_of(content) == 12
    pages = reading(render_pdf(content)).pages
    assert pages[0].startswith("First.")
    assert "Alone" not in pages[0]
    # A page may end within a sentence; its number stands there.
    whole = " ".join(re.sub(r" ?\d of \d$", "", page) for page in pages)
    assert whole.count("We say the hard number first") == 150


def test_long_columns_side_by_side_are_divided_between_pages(document, reading) -> None:
    left = tuple(f"left{n} and more" for n in range(90))
    right = tuple(f"right{n} and more" for n in range(40))
    columns = ((Heading("Left"), BulletList(left)), (Heading("Right"), BulletList(right)))
    text = reading(render_pdf(document(Paragraph(WORDS), Beside(columns)))).text
    assert [words for words in (*left, *right) if words not in text] == []


def test_no_columns_are_nothing(document, reading) -> None:
    assert reading(render_pdf(document(Beside(())))).text == "1 of 1"
