"""Handles: the key or two by which an organisation or a member is named while typing.

Each is given once, in the order of joining, and stays whatever the name becomes: fingers learn it.
"""

import string
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, product

_KEYS = string.ascii_lowercase + string.digits


def handle_for(label: str, taken: Collection[str]) -> str:
    """A handle for a name that nobody has yet: a letter of it where one is free.

    The first letter of a word, then any letter of it, then a digit, then any letter; once all
    thirty-six are taken, two of them.
    """
    words = _plain(label).split()
    letters = [letter for word in words for letter in word]
    firsts = [word[0] for word in words]
    one = chain(firsts, letters, string.digits[1:] + "0", string.ascii_lowercase)
    return next(free for free in chain(one, _pairs(firsts, letters)) if free not in taken)


def handles(labels: Iterable[str]) -> list[str]:
    """A handle for each name, in the order of joining."""
    given: dict[str, str] = {}
    for at, label in enumerate(labels):
        hand_out(given, str(at), label)
    return list(given.values())


def hand_out(given: dict[str, str], who: str, label: str) -> None:
    """Give somebody a handle who has none yet."""
    if who not in given:
        given[who] = handle_for(label, frozenset(given.values()))


def _pairs(firsts: list[str], letters: list[str]) -> Iterator[str]:
    """Two keys: of the name where they can be, and more when even all pairs are taken."""
    ours = firsts + letters
    yield from map("".join, product(ours, ours))
    length = 2
    while True:
        yield from map("".join, product(_KEYS, repeat=length))
        length += 1


def _plain(label: str) -> str:
    """The letters of a name that every keyboard has, in small: "Tŷ Coch" is "ty coch"."""
    apart = unicodedata.normalize("NFKD", label.casefold())
    return "".join(letter if letter in string.ascii_lowercase else _gap(letter) for letter in apart)


def _gap(letter: str) -> str:
    """What parts words; a mark over a letter, or another sign, is left out."""
    return " " if letter.isspace() or letter in "-/&,.()" else ""
