"""Which of the shipped faces draws a character; a face is read when a character needs it."""

import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import TypeAlias

from exports.pdf.shaping import Shaper, shaper
from facilitator.fonts import FACES, FALLBACK_FAMILIES, TEXT_FAMILY, Face

SUBSTITUTE = "□"
"""What is printed in the place of a character that no face draws."""

Span: TypeAlias = tuple[int, int, Shaper]
"""Start, end and face of a stretch of characters."""


@cache
def _glyphs(face: Face) -> frozenset[str]:
    # A line end is never drawn and a joiner only joins, so every face can.
    return shaper(face).letters | {"\n", "\u200c"}


@cache
def _chain(weight: int, italic: bool) -> tuple[Face, ...]:
    """The faces to try in turn: of each family the one nearest to the weight and the slant."""

    def distance(face: Face) -> tuple[bool, int]:
        # A bold italic is not shipped; what is bold stays bold.
        return (face.italic != (italic and weight < 600), abs(face.weight - weight))

    return tuple(
        min((face for face in FACES if face.family == family), key=distance)
        for family in (TEXT_FAMILY, *FALLBACK_FAMILIES)
    )


@lru_cache(maxsize=4096)
def _face_for(cluster: str, weight: int, italic: bool) -> Face | None:
    """The first face that draws the letter and all its marks; else the first for the letter."""
    chain = _chain(weight, italic)
    if len(cluster) > 1:
        for face in chain:
            if _glyphs(face).issuperset(cluster):
                return face
    return next((face for face in chain if cluster[0] in _glyphs(face)), None)


def is_drawable(char: str) -> bool:
    """Whether one of the shipped faces has the character."""
    return _face_for(char, 400, False) is not None


def fitted(text: str, weight: int = 400, italic: bool = False) -> tuple[str, list[Span]]:
    """The text with `SUBSTITUTE` for what cannot be drawn, and the spans that draw it, in order.

    A letter and its marks stay in one face. The spans cover the text without gaps.
    """
    first = _chain(weight, italic)[0]
    if _glyphs(first).issuperset(text):
        return text, [(0, len(text), shaper(first))] if text else []
    drawn: list[tuple[str, Face]] = []
    for cluster in _clusters(text):
        face = _face_for(cluster, weight, italic)
        for at, char in enumerate(cluster):
            if face is not None and char in _glyphs(face):
                drawn.append((char, face))
            elif at == 0 or _face_for(char, weight, italic) is None:
                drawn.append((SUBSTITUTE, _face_for(SUBSTITUTE, weight, italic) or first))
            else:
                drawn.append((char, _face_for(char, weight, italic) or first))
    spans: list[Span] = []
    for face, group in groupby(drawn, key=lambda item: item[1]):
        start = spans[-1][1] if spans else 0
        spans.append((start, start + len(list(group)), shaper(face)))
    return "".join(char for char, _ in drawn), spans


def _clusters(text: str) -> list[str]:
    clusters: list[str] = []
    for char in text:
        if clusters and unicodedata.category(char) in ("Mn", "Me", "Mc"):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters
