"""In a real browser axe-core finds nothing in the pages, and finds what is planted in them."""

from collections.abc import Callable, Mapping

import pytest

from exports.blocks import Document
from exports.html import render_html
from tests.exports.html.told import Page, words_in, words_of
from tests.outside.browser import Judged

Judge = Callable[[Mapping[str, str]], dict[str, Judged]]

PLANTED = {
    "html-has-lang": ('<html lang="en-GB">', "<html>"),
    "document-title": ("<title>Our agreement</title>", ""),
    "image-alt": ('<div id="text"', '<img src="data:,"><div id="text"'),
    "svg-img-alt": ('role="img" aria-label="Eight do"', 'role="img"'),
    "color-contrast": ('<p class="lead"', '<p style="color:#bbbbbb"'),
    "page-has-heading-one": ("<h1", "<p"),
    "heading-order": ('<h3 id="part-3"', '<h5 id="part-3"'),
    "landmark-one-main": ("<main>", "<div>"),
    "list": ('<ul class="bullets">', '<ul class="bullets"><p>Not an item.</p>'),
    "duplicate-id-aria": ('<div id="text"', '<p id="contents"></p><div id="text"'),
}


@pytest.fixture(scope="module")
def judged(
    in_a_browser: Judge, ellerport: dict[str, Document], blocks: Document
) -> dict[str, Judged]:
    """Every document of Ellerport and every kind of block."""
    pages = {name: render_html(document) for name, document in ellerport.items()}
    return in_a_browser(pages | {"every block": render_html(blocks)})


@pytest.fixture(scope="module")
def planted(in_a_browser: Judge, blocks: Document) -> dict[str, Judged]:
    """The page of every block, with one fault in each copy, judged at once."""
    sound = render_html(blocks)
    pages = {rule: sound.replace(was, becomes, 1) for rule, (was, becomes) in PLANTED.items()}
    pages["too wide"] = sound.replace("<main>", '<main><p style="width:400px">Wide</p>')
    assert sound not in pages.values()
    return in_a_browser(pages)


def test_axe_finds_nothing_in_any_document(judged: dict[str, Judged]) -> None:
    assert {"agreement", "charter", "statement", "record", "review", "every block"} <= set(judged)
    assert {name: found.violations for name, found in judged.items() if found.violations} == {}


def test_every_page_of_ellerport_says_what_its_document_says(
    ellerport: dict[str, Document],
) -> None:
    pages = {name: Page(render_html(document)) for name, document in ellerport.items()}

    assert {
        name: words_of(page)
        for name, page in pages.items()
        if words_of(page) != words_in(ellerport[name])
    } == {}


def test_axe_finds_nothing_in_a_record_of_public_comments(
    in_a_browser: Judge, public_comments: Document
) -> None:
    [found] = in_a_browser({"comments": render_html(public_comments)}).values()

    assert found.violations == []
    assert found.beyond == 0


def test_axe_did_look_at_each(judged: dict[str, Judged]) -> None:
    looked_at = {"color-contrast", "html-has-lang", "page-has-heading-one", "region"}

    assert {name for name, found in judged.items() if not looked_at <= set(found.passes)} == set()


def test_axe_leaves_open_only_how_words_stand_out(judged: dict[str, Judged]) -> None:
    """It cannot see what is drawn behind words in a figure: tests/exports/html reckons those.

    The table that has heads over nothing leaves it in doubt whether they are heads.
    """
    unsure = {each.partition(":")[0] for found in judged.values() for each in found.unsure}

    assert unsure <= {"color-contrast", "th-has-data-cells"}


def test_no_document_is_moved_sideways_on_the_narrowest_screen(judged: dict[str, Judged]) -> None:
    assert {name: found.beyond for name, found in judged.items() if found.beyond} == {}


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_fault_is_found(planted: dict[str, Judged], rule: str) -> None:
    assert [each for each in planted[rule].violations if each.startswith(f"{rule}: ")]


def test_a_page_that_is_too_wide_is_found(planted: dict[str, Judged]) -> None:
    assert planted["too wide"].beyond > 0
