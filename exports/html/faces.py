"""Typefaces within the page: of each only the characters that the document has."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache

import uharfbuzz as hb

from facilitator.fonts import FACES, FALLBACK_FAMILIES, TEXT_FAMILY, Face

WEIGHTS = (400, 600, 700)
"""The weights in which the page sets words; a family without one of them gives its nearest."""

STACK = ", ".join(f'"{name}"' for name in (TEXT_FAMILY, *FALLBACK_FAMILIES)) + ", sans-serif"
"""The families to try in turn. What none of ours can draw is left to the reader's machine."""


def font_faces(text: str, italic: bool) -> str:
    """The `@font-face` rules that the text needs, the fonts in them; italics only if asked for."""
    left = frozenset(map(ord, text)) - _UNSEEN
    rules: list[str] = []
    for family in (TEXT_FAMILY, *FALLBACK_FAMILIES):
        faces = [face for face in FACES if face.family == family and face.weight in WEIGHTS]
        drawn = left & _characters(faces[0])
        # Fallback families come for the sake of their letters: their upright faces are enough.
        rules += (
            _rule(face, drawn)
            for face in faces
            if drawn and (not face.italic or (italic and family == TEXT_FAMILY))
        )
        left -= drawn
    return "\n".join(rules)


_UNSEEN = frozenset(map(ord, "\n\r\t"))


@cache
def _face(face: Face) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(face.path)))


@cache
def _characters(face: Face) -> frozenset[int]:
    return frozenset(_face(face).unicodes)


def _rule(face: Face, characters: Iterable[int]) -> str:
    wanted = hb.SubsetInput()
    wanted.unicode_set.set(sorted(characters))
    wanted.flags = hb.SubsetFlags.NO_HINTING
    font = b64encode(bytes(hb.subset(_face(face), wanted).blob.data)).decode()
    style = "italic" if face.italic else "normal"
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f'font-style: {style}; src: url("data:font/ttf;base64,{font}") format("truetype"); }}'
    )
