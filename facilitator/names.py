"""Names in words: where a known name stands in a text, and the text with that taken out.

A name is taken out word by word, and each word leaves one in its place. So what two machines took
out of a text on their own comes to the same once each has heard of the other, in any order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

TAKEN_OUT = "[name]"
"""What stands where a word of a person's name stood."""

_RUN = re.compile(r"[A-Za-z0-9]+")
_PARTICLE = "af al ap at bin da das de del den der di dos du el la le ter van von y zu"
_TITLE = (
    "baroness canon cllr councillor dame dr father lady lord miss mr mrs ms mx prof professor "
    "rabbi rev revd reverend sir sister"
)
# Names that are also everyday words, so that alone they say nothing of anybody.
_USUAL = """
april art august autumn bill bishop bush carol chase christian church daisy dawn dean day drew earl
english faith field forest frank gene grace grant green hall heather hill holly home hope house
hunter iris ivy jack joy june king lily little long major mark may mercy miles noble north park pat
penny prince prior rich rob rose royal ruby sandy street sue summer sunny unity vale victor wells
west will winter wood woods young
"""
_POST = """
administrator adviser analyst assistant board captain care carer chair chairman chairwoman chief
clerk clinical committee community consultant coordinator council councillors deputy director
doctor executive finance governor head health housing lead leader manager mayor medical member
nurse officer partner pharmacist practitioner president principal programme representative
secretary senior service services social strategic team treasurer trust trustee vice volunteer
worker
"""
_PARTICLES = frozenset(_PARTICLE.split())
_TITLES = frozenset(_TITLE.split())
_EVERYDAY = frozenset(_USUAL.split())
_WORK = frozenset(_POST.split())
_MOST_WORDS = 5


@dataclass(frozen=True)
class Names:
    """Names that are looked for: whole ones, in any case, and single words of them.

    A single word counts only where it is written with a capital, as a name is.
    """

    whole: frozenset[tuple[str, ...]] = frozenset()
    single: frozenset[str] = frozenset()

    def __or__(self, other: Names) -> Names:
        """Both together."""
        return Names(self.whole | other.whole, self.single | other.single)

    def __bool__(self) -> bool:
        return bool(self.whole or self.single)

    def but(self, words: Iterable[str]) -> Names:
        """The same without these single words, which mean something else as well."""
        return Names(self.whole, self.single.difference(words))

    def found_in(self, text: str) -> tuple[int, ...]:
        """Which words of a text, counted from 0, belong to a name."""
        if not self:
            return ()
        # Most texts name nobody, which is soon seen where letters have no accents.
        if text.isascii() and self._words.isdisjoint(_RUN.findall(text.casefold())):
            return ()
        spans = words_of(text)
        folded = [_folded(text[begin:end]) for begin, end in spans]
        hit: set[int] = set()
        for at, (begin, end) in enumerate(spans):
            for name in self._by_first.get(folded[at], ()):
                if tuple(folded[at : at + len(name)]) == name and (
                    len(name) > 1 or _capital(text[begin])
                ):
                    hit.update(range(at, at + len(name)))
            if (
                folded[at] in self.single
                and _capital(text[begin])
                and not _is_mark(text, begin, end)
            ):
                hit.add(at)
        return tuple(sorted(hit))

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, ...]]]:
        """Whole names by their first word."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for name in self.whole:
            found.setdefault(name[0], []).append(name)
        return found

    @cached_property
    def _words(self) -> frozenset[str]:
        """Every word by which a name can begin."""
        return self.single.union(self._by_first)


NOBODY = Names()
"""No names at all."""


def of_people(names: Iterable[str]) -> Names:
    """People's names: whole, and each word of them that can only be a name."""
    whole: set[tuple[str, ...]] = set()
    single: set[str] = set()
    for name in names:
        words = [word for word in folded_words(name) if word not in _TITLES]
        if not words:
            continue
        whole.add(tuple(words))
        single.update(w for w in words if len(w) > 2 and w not in _EVERYDAY | _PARTICLES | _WORK)
    return Names(frozenset(whole), frozenset(single))


def of_organisations(names: Iterable[str]) -> Names:
    """Names of organisations: only whole."""
    return Names(frozenset(words for name in names if (words := tuple(folded_words(name)))))


def looks_like_a_person(text: str) -> bool:
    """Whether free words are a person's name, as “Ann Price” is and “Head of Care” is not."""
    shown = [text[begin:end] for begin, end in words_of(text)]
    small = [_folded(word) for word in shown]
    if not shown or len(shown) > _MOST_WORDS or not _WORK.isdisjoint(small):
        return False
    return all(
        _capital(word[0]) or fold in _PARTICLES for word, fold in zip(shown, small, strict=True)
    ) and (len(shown) > 1 or small[0] not in _EVERYDAY)


def without(text: str, places: Iterable[int], mark: str = TAKEN_OUT) -> str:
    """The text with these of its words taken out; what was taken out before stays so."""
    spans = words_of(text)
    made, last = [], 0
    for at in sorted(set(places)):
        if at >= len(spans) or _is_mark(text, *spans[at]):
            continue
        begin, end = spans[at]
        made += [text[last:begin], mark]
        last = end
    return "".join([*made, text[last:]])


def replaced(text: str, names: Names, mark: str) -> str:
    """The text with each name in it, however many words it has, replaced by one mark."""
    places = names.found_in(text)
    if not places:
        return text
    spans = words_of(text)
    made, last, before = [], 0, -2
    for at in places:
        begin, end = spans[at]
        if not (at == before + 1 and not text[last:begin].strip(" -‑'’.&")):
            made += [text[last:begin], mark]
        last, before = end, at
    return "".join([*made, text[last:]])


def same_but_for_names(one: str, other: str) -> bool:
    """Whether two texts are the same, but for words that were taken out of one of them."""
    if TAKEN_OUT in (one, other):
        return True
    if TAKEN_OUT not in one + other:
        return one == other
    count = len(words_of(one))
    gone = [
        at
        for text in (one, other)
        for at, span in enumerate(words_of(text))
        if _is_mark(text, *span)
    ]
    return count == len(words_of(other)) and without(one, gone) == without(other, gone)


def folded_words(text: str) -> list[str]:
    """The words of a text without capitals and accents."""
    return [_folded(text[begin:end]) for begin, end in words_of(text)]


def words_of(text: str) -> list[tuple[int, int]]:
    """Where each word of a text begins and ends: letters and digits of any script."""
    if text.isascii():
        return [match.span() for match in _RUN.finditer(text)]
    spans, at = [], 0
    for inside, run in groupby(text, _in_a_word):
        length = sum(1 for _ in run)
        if inside:
            spans.append((at, at + length))
        at += length
    return spans


def _in_a_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _folded(word: str) -> str:
    if word.isascii():
        return word.casefold()
    apart = unicodedata.normalize("NFKD", word)
    return "".join(c for c in apart if unicodedata.category(c) != "Mn").casefold()


def _capital(character: str) -> bool:
    """Whether a word may be a name by its first letter; scripts without capitals always may."""
    return not character.islower()


def _is_mark(text: str, begin: int, end: int) -> bool:
    return text[max(begin - 1, 0) : end + 1] == TAKEN_OUT
