"""What to know before a document is written. A warning never blocks and is printed nowhere."""

import unicodedata
from collections.abc import Iterable

from exports.blocks import Document, said
from exports.pdf.faces import SUBSTITUTE, is_drawable
from exports.text import one_line

_EXCERPT = 48


def undrawable(document: Document) -> list[str]:
    """One sentence for each stretch of text with characters that the shipped fonts cannot set."""
    return [sentence for text in said(document) for sentence in _sentences(text)]


def _sentences(text: str) -> list[str]:
    missing = _once(char for char in text if not is_drawable(char))
    unjoined = _once(char for char in text if unicodedata.name(char, "").startswith("DEVANAGARI"))
    sentences = []
    if missing:
        sentences.append(
            f"“{missing}” in “{_excerpt(text)}” cannot be drawn: "
            f"the document will show {SUBSTITUTE} in its place."
        )
    if unjoined:
        sentences.append(
            f"“{_excerpt(text)}” is in Devanagari, whose letters are drawn one by one and not "
            "joined: look at it in the document, and attach it in another form if it matters."
        )
    return sentences


def _once(chars: Iterable[str]) -> str:
    return "".join(dict.fromkeys(chars))


def _excerpt(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"
