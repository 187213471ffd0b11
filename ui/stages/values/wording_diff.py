"""What changed between two wordings, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Change = Literal["same", "added", "removed"]

# A word with the space before it, so that the pieces put together are the wording itself.
_WORDS = re.compile(r"\s*[\w’'-]+|\s*[^\w\s]|\s+$")
_MOST_WORDS = 1_500
_CRUMB = 1


@dataclass(frozen=True)
class Piece:
    """A stretch of text that stayed, came or went."""

    text: str
    change: Change = "same"


def differences(before: str, after: str) -> list[Piece]:
    """The newer wording in pieces, with what went standing after what came in its place.

    All pieces but the removed ones put together are the newer wording. Very long texts are not
    compared: all of the newer one is then given as it stands.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if before == after or max(len(old), len(new)) > _MOST_WORDS:
        return [Piece(after)] if after else []
    pieces: list[Piece] = []
    for stays, (a, b), (c, d) in _stretches(old, new):
        if stays:
            _put(pieces, "".join(new[c:d]), "same")
            continue
        _put(pieces, "".join(new[c:d]), "added")
        _put(pieces, "".join(old[a:b]), "removed")
    return pieces


def _stretches(
    old: list[str], new: list[str]
) -> list[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """What stays and what changes, by turns: (whether it stays, from and to in old, in new).

    A single word that happens to stay between two changes is counted with them: a reader takes
    in a changed phrase more easily than its crumbs.
    """
    matcher = SequenceMatcher(None, [w.strip() for w in old], [w.strip() for w in new], False)
    found = matcher.get_opcodes()
    made: list[tuple[bool, tuple[int, int], tuple[int, int]]] = []
    for at, (kind, a, b, c, d) in enumerate(found):
        inside = 0 < at < len(found) - 1
        stays = kind == "equal" and not (inside and b - a <= _CRUMB)
        if made and not stays and not made[-1][0]:
            made[-1] = (False, (made[-1][1][0], b), (made[-1][2][0], d))
        else:
            made.append((stays, (a, b), (c, d)))
    return made


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
