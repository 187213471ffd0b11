"""Arabic letters joined: each letter replaced by the form it takes beside its neighbours.

The forms are Unicode's Arabic presentation forms, read out of `unicodedata`, so no shaping engine
is needed for Arabic, Persian and Urdu. A letter that has no such forms (some of Pashto, Sindhi and
Uyghur) is drawn alone. Source: The Unicode Standard, section 9.2.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from exports.text import is_arabic

_NON_JOINER = "\u200c"
_TATWEEL = "\u0640"
_LAM = "\u0644"


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter, or lam with alef, to its forms: isolated, final, initial and medial."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD)):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or ("",)
        source = "".join(chr(int(letter, 16)) for letter in letters)
        if source and " " not in source and (len(source) == 1 or source[0] == _LAM):
            forms.setdefault(source, {})[kind.strip("<>")] = chr(code)
    return forms


def _joins_back(letter: str) -> bool:
    return letter == _TATWEEL or "final" in _forms().get(letter, ())


def _joins_on(letter: str) -> bool:
    return letter == _TATWEEL or "initial" in _forms().get(letter, ())


def joined(text: str) -> str:
    """The text, still in reading order, with its Arabic letters in their joined forms."""
    if not any(map(is_arabic, text)):
        return text
    return "".join(_joined(text))


def _joined(text: str) -> Iterator[str]:
    # Marks are transparent: a letter joins the next letter across them.
    letters = [at for at, char in enumerate(text) if unicodedata.category(char) != "Mn"]
    neighbours = dict(pairwise(letters))
    before = ""
    swallowed = -1
    for at, char in enumerate(text):
        if at not in neighbours and at != (letters[-1] if letters else -1):
            yield char
            continue
        if at == swallowed or char == _NON_JOINER:
            before = "" if char == _NON_JOINER else before
            continue
        following = neighbours.get(at)
        after = text[following] if following is not None else ""
        source = char
        if following == at + 1 and char + after in _forms():
            source, swallowed = char + after, at + 1
            after = ""
        back = _joins_on(before) and _joins_back(source)
        onward = _joins_on(source) and _joins_back(after)
        kind = ("isolated", "final", "initial", "medial")[back + 2 * onward]
        yield _forms().get(source, {}).get(kind, source)
        before = source
