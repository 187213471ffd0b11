"""What changed between two wordings, word by word.

The history of a value, the drafts of the purpose and the room's screen all show it.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

Change = Literal["same", "added", "removed"]

_CRUMB = 1
_ANEW = 6
"""Where less than a sixth of the words stayed, the wording was written anew."""
_MOST_PAIRS = 400_000
"""Pairs of equal words, one before and one after, of which the longest runs are looked for. Where
there are more, as in a text of one word over and over, they are not matched at all, to be quick."""
_IN_A_WORD = frozenset("’'-_")
_JOINER = "\u200d"
_SKIN = range(0x1F3FB, 0x1F400)

# Opcodes as difflib gives them, but that only "equal" is told from the others.
_Stretch = tuple[bool, tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Piece:
    """A stretch of text that stayed, came or went."""

    text: str
    change: Change = "same"


@dataclass(frozen=True)
class Difference:
    """Two wordings compared: the pieces, how many words came and how many went.

    `rewritten` when so little stayed that the two are better read one after the other: then the
    pieces are the newer wording and, in a new line, the older one.
    """

    pieces: tuple[Piece, ...]
    came: int = 0
    went: int = 0
    rewritten: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything but spaces differs."""
        return any(piece.change != "same" and piece.text.strip() for piece in self.pieces)


@lru_cache(maxsize=128)
def compare(before: str, after: str) -> Difference:
    """The differences from one wording to another, counted."""
    pieces = differences(before, after)
    came, went = (
        sum(word_count(piece.text) for piece in pieces if piece.change == change)
        for change in ("added", "removed")
    )
    old, new = word_count(before), word_count(after)
    if old and new and (new - came) * _ANEW < max(old, new):
        apart = (Piece(after, "added"), Piece("\n", "removed"), Piece(before, "removed"))
        return Difference(apart, new, old, rewritten=True)
    return Difference(pieces, came, went)


@lru_cache(maxsize=64)
def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The newer wording in pieces, with what went standing after what came in its place.

    All pieces but the removed ones put together are the newer wording. Of two very long texts that
    say one word over and over, what lies between the first and the last change is one change.
    """
    if before == after:
        return (Piece(after),) if after else ()
    old, new = list(_words(before)), list(_words(after))
    pieces: list[Piece] = []
    for stays, (a, b), (c, d) in _stretches(old, new):
        if stays:
            _put(pieces, "".join(new[c:d]), "same")
            continue
        _put(pieces, "".join(new[c:d]), "added")
        _put(pieces, "".join(old[a:b]), "removed")
    return tuple(pieces)


def word_count(text: str) -> int:
    """How many words: a dash or a bullet that stands alone is none, "long-term" is one."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def around_changes(pieces: Sequence[Piece], words: int = 12) -> tuple[Piece, ...]:
    """The pieces with long stretches that stayed cut to a few words beside each change."""
    made = []
    for at, piece in enumerate(pieces):
        parts = piece.text.split()
        if piece.change != "same" or len(parts) <= 2 * words + 1 or len(pieces) == 1:
            made.append(piece)
            continue
        space = " " if piece.text[0].isspace() else ""
        head = "" if at == 0 else f"{space}{' '.join(parts[:words])} "
        tail = "" if at == len(pieces) - 1 else f" {' '.join(parts[-words:])}"
        made.append(Piece(f"{head}…{tail}"))
    return tuple(made)


def _words(text: str) -> Iterator[str]:
    """A word or a sign at a time, each with the space before it: put together, they are the text.

    Accents, joiners and skin tones stay with what they belong to, so that no mark cuts a letter.
    """
    start = 0
    in_word = joined = False
    for at, letter in enumerate(text):
        if letter.isspace():
            if text[start:at].strip():
                yield text[start:at]
                start = at
            in_word = joined = False
            continue
        belongs = joined or ord(letter) in _SKIN or unicodedata.category(letter)[0] in "MC"
        joined = letter == _JOINER
        if belongs and text[start:at].strip():
            continue
        goes_on = letter.isalnum() or letter in _IN_A_WORD
        if text[start:at].strip() and not (in_word and goes_on):
            yield text[start:at]
            start = at
        in_word = goes_on
    if start < len(text):
        yield text[start:]


def _stretches(old: list[str], new: list[str]) -> list[_Stretch]:
    """What stays and what changes, by turns: (whether it stays, from and to in old, in new).

    A single word that happens to stay between two changes is counted with them: a reader takes
    in a changed phrase more easily than its crumbs.
    """
    found = _matched([word.strip() for word in old], [word.strip() for word in new])
    made: list[_Stretch] = []
    for at, (equal, (a, b), (c, d)) in enumerate(found):
        inside = 0 < at < len(found) - 1
        stays = equal and not (inside and b - a <= _CRUMB)
        if made and not stays and not made[-1][0]:
            made[-1] = (False, (made[-1][1][0], b), (made[-1][2][0], d))
        else:
            made.append((stays, (a, b), (c, d)))
    return made


def _matched(old: list[str], new: list[str]) -> list[_Stretch]:
    """What is equal at both ends, and what difflib finds in between."""
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    a, b, c, d = first, len(old) - last, first, len(new) - last
    made: list[_Stretch] = [(True, (0, first), (0, first))] if first else []
    if _pairs(old[a:b], new[c:d]) > _MOST_PAIRS:
        made.append((False, (a, b), (c, d)))
    else:
        for kind, i, j, k, m in SequenceMatcher(None, old[a:b], new[c:d], False).get_opcodes():
            made.append((kind == "equal", (a + i, a + j), (c + k, c + m)))
    if last:
        made.append((True, (b, len(old)), (d, len(new))))
    return made


def _pairs(one: list[str], other: list[str]) -> int:
    """How often a word of the one list is a word of the other."""
    there = Counter(other)
    return sum(there[word] for word in one)


def _alike(one: list[str], other: list[str]) -> int:
    """How many words two lists have in common from the start."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))


def _put(pieces: list[Piece], text: str, change: Change) -> None:
    """Add a piece, with the space before it as a piece of its own, so that no mark hangs over."""
    words = text.lstrip()
    if change == "same" or not words:
        pieces += [Piece(text, change)] if text else []
        return
    space = text[: len(text) - len(words)]
    if not space and change == "removed" and pieces and pieces[-1].change == "added":
        space = " "
    pieces += [Piece(space, change)] if space else []
    pieces.append(Piece(words, change))
