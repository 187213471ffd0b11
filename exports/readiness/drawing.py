"""What the shipped fonts cannot set, and papers that have become too long."""

from collections.abc import Iterable

from exports.blocks import Document
from exports.documents.shelf import Paper
from exports.pdf.faces import SUBSTITUTE, is_drawable
from exports.readiness.remark import Remark
from exports.said import said
from exports.text import one_line

_EXCERPT = 48


def undrawable(document: Document) -> list[str]:
    """One sentence for each stretch of text with characters that the shipped fonts cannot set."""
    return [sentence for text in said(document) for sentence in _sentences(text)]


def _sentences(text: str) -> list[str]:
    missing = _once(char for char in text if not is_drawable(char))
    sentences = []
    if missing:
        sentences.append(
            f"“{missing}” in “{_excerpt(text)}” cannot be drawn: "
            f"the document will show {SUBSTITUTE} in its place."
        )
    return sentences


def _once(chars: Iterable[str]) -> str:
    return "".join(dict.fromkeys(chars))


def _excerpt(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"


_ONE_PAGE = ("charter", "statement")
_MOST_WORDS = 9_000
"""Some thirty pages: more than a board reads of one paper on its agenda."""


def as_drawn(paper: Paper, document: Document, pages: int | None) -> list[Remark]:
    """What will not look as it should. `pages` is how many there are, where that is known."""
    found = [
        Remark("A sign that cannot be drawn", sentence, "look") for sentence in undrawable(document)
    ]
    if pages is not None and pages > 1 and paper.kind in _ONE_PAGE:
        found.append(
            Remark(
                f"It runs to {pages} pages",
                "It is meant for one, to be taken in at a glance. It is set as small as can still "
                "be read: shorten the words.",
                "look",
            )
        )
    words = sum(len(text.split()) for text in said(document))
    if paper.kind == "agreement" and words > _MOST_WORDS:
        found.append(
            Remark(
                "It is very long",
                f"It has some {round(words, -3):,} words. Few members of a board will read so many "
                "before they decide.",
                "look",
            )
        )
    return found
