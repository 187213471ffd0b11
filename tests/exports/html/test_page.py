"""The page says what the document says, in order, and nothing in it is more than words."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from exports.blocks import (
    Block,
    Column,
    Document,
    Fingerprint,
    Heading,
    Lead,
    Paragraph,
    PositionBar,
    Quote,
    Run,
    Table,
    Title,
)
from exports.html import render_html
from exports.pdf.scale import (
    DEEP,
    INK,
    MUTE,
    PAPER,
    POSITION_FILL,
    POSITION_INK,
    SIGN_COLOUR,
    Colour,
)
from tests.exports.html.told import Page, words_in, words_of
from tests.outside.every_block import every_block


@pytest.fixture(scope="module")
def document() -> Document:
    return every_block()


@pytest.fixture(scope="module")
def text(document: Document) -> str:
    return render_html(document)


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def made(*blocks: Block, **more: str) -> Document:
    """A document of these blocks."""
    return Document("Our agreement", blocks, datetime(2026, 11, 23, 16, 0, tzinfo=UTC), **more)


def test_the_page_says_what_the_document_says_in_its_order(page: Page, document: Document) -> None:
    assert words_of(page) == words_in(document)


def test_the_same_document_gives_the_same_page(text: str, document: Document) -> None:
    assert render_html(every_block()) == text == render_html(document)


def test_nothing_is_asked_for_from_anywhere(page: Page, text: str) -> None:
    links = [given["href"] for given in page.all("a")]

    assert links
    assert [link for link in links if not link.startswith("#")] == []
    assert page.all("script", "link", "img", "iframe", "object", "form", "base") == []
    bare = re.sub(r'url\("data:font/ttf;base64,[\w+/=]+"\)', "", text)
    assert re.findall(r"//|@import|url\(", bare) == []


def test_the_policy_allows_this_style_and_no_other(text: str, page: Page) -> None:
    [policy] = [
        given["content"]
        for given in page.all("meta")
        if given.get("http-equiv") == "Content-Security-Policy"
    ]
    style = re.search("<style>(.*)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert [given for _, given in page.elements if "style" in given] == []


def test_every_link_goes_to_one_place(page: Page) -> None:
    names = [given["id"] for _, given in page.elements if "id" in given]

    assert len(names) == len(set(names))
    assert {given["href"][1:] for given in page.all("a")} <= set(names)


def test_there_is_one_title_and_no_level_is_skipped(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert max(b - a for a, b in pairwise(levels)) == 1


def test_of_several_titles_the_first_is_the_page_s() -> None:
    blocks = (Title("Ward sister"), Heading("Facts"), Title("Reporter"), Heading("Facts"))
    page = Page(render_html(made(*blocks)))

    assert [tag for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)] == [
        *("h1", "h2"),
        *("h2", "h3"),
    ]


def test_the_same_heading_twice_is_two_places() -> None:
    again = Heading("Facts")
    page = Page(render_html(made(Title("Sister"), again, again)))

    names = [given["id"] for given in page.all("h2")]
    assert len(set(names)) == 2


def test_a_page_without_a_title_has_one_for_readers_by_ear() -> None:
    text = render_html(made(Paragraph("Words.")))

    assert '<h1 class="unseen">Our agreement</h1>' in text


HOSTILE = '<script>alert(1)</script> & "quotes" \u202eright\u202c {{ 7 * 7 }} https://x.example'


@pytest.mark.parametrize(
    "block",
    [
        Title(HOSTILE),
        Heading(HOSTILE),
        Lead(HOSTILE),
        Paragraph(Run(HOSTILE, bold=True, italic=True, mute=True)),
        Quote(HOSTILE, HOSTILE),
        Table((Column(HOSTILE), Column("b")), ((HOSTILE, ""),), caption=HOSTILE),
        Fingerprint("0f" * 32, HOSTILE),
        PositionBar((("agree", 1),), HOSTILE),
    ],
    ids=lambda block: type(block).__name__,
)
def test_contributed_words_are_never_more_than_words(block: Block) -> None:
    document = replace(
        made(block, Heading("b"), Heading("c"), Heading("d"), Heading("e")),
        title=HOSTILE,
        footer=HOSTILE,
        author=HOSTILE,
        subject=HOSTILE,
    )
    text = render_html(document)
    page = Page(text)

    assert page.all("script") == []
    assert "\u202e" not in text
    assert "{{ 7 * 7 }}" in text
    assert [given for given in page.all("a") if not given["href"].startswith("#")] == []
    assert words_of(page) == words_in(document)


@for_all(st.text(), st.text(), st.booleans())
def test_whatever_is_written_is_said_and_nothing_else(one: str, other: str, bold: bool) -> None:
    table = Table((Column(one), Column(other)), ((other, Run(one, bold=bold)),), caption=other)
    document = made(Title(one), Paragraph((one, Run(other, bold=bold))), Quote(other, one), table)

    assert words_of(Page(render_html(document))) == words_in(document)


def test_lines_within_words_stay_lines() -> None:
    assert "one<br>two" in render_html(made(Paragraph("one\r\ntwo")))


def test_every_figure_says_what_it_shows(page: Page) -> None:
    pictures = [given for _, given in page.elements if given.get("role") == "img"]

    assert len(pictures) == 7
    assert [given for given in pictures if not given["aria-label"]] == []


def test_only_a_wide_table_has_a_frame_that_can_be_reached_by_keys() -> None:
    narrow = Table((Column("a"), Column("b")), (("1", "2"),))
    wide = Table(tuple(Column(each) for each in "abcd"), (tuple("1234"),), caption="Four")
    frames = [
        given
        for given in Page(render_html(made(Title("t"), narrow, wide))).all("div")
        if given.get("tabindex") == "0"
    ]

    assert [given["aria-label"] for given in frames] == ["Four"]


def test_contents_are_for_a_page_of_several_sections() -> None:
    few = made(Title("t"), Heading("a"), Heading("b"))
    several = made(Title("t"), *map(Heading, "abcd"))

    assert Page(render_html(few)).all("nav") == []
    assert len(Page(render_html(several)).all("nav")) == 1


def test_fonts_hold_only_what_the_page_has() -> None:
    short = render_html(made(Title("a")))
    italic = render_html(made(Title("a"), Paragraph(Run("a", italic=True))))
    arabic = render_html(made(Title("a"), Paragraph("مرحبا")))

    assert len(short) < 60_000
    assert short.count("@font-face") == 3
    assert italic.count("@font-face") == 4
    assert 'font-family: "Noto Naskh Arabic"; font-weight: 400' in arabic
    assert 'font-family: "Noto Naskh Arabic"; font-weight: 400' not in short


def contrast(one: Colour, other: Colour) -> float:
    """How far two colours stand apart, as WCAG 2.2 reckons it."""

    def light(colour: Colour) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("code", POSITION_FILL)
def test_a_number_stands_out_of_its_bar(code: str) -> None:
    assert contrast(POSITION_INK[code], POSITION_FILL[code]) >= 4.5


@pytest.mark.parametrize("colour", [INK, MUTE, DEEP], ids=["ink", "mute", "deep"])
def test_words_stand_out_of_the_paper(colour: Colour) -> None:
    assert contrast(colour, PAPER) >= 4.5


@pytest.mark.parametrize(
    "sign", [each for each in SIGN_COLOUR if each not in ("reservation", "need_more")]
)
def test_a_mark_stands_out_of_the_paper(sign: str) -> None:
    """The two that are left out have an outline in ink."""
    assert contrast(SIGN_COLOUR[sign], PAPER) >= 3
