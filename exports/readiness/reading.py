"""Reading age: how hard a text is to read, and which of its sentences are the hardest.

The grade of Flesch and Kincaid (J. P. Kincaid and others, “Derivation of new readability formulas”,
US Navy, 1975), 0.39 times the words in a sentence plus 11.8 times the syllables in a word minus
15.59, is a year of an American school; with 5 it is the age of a child in that year.

It counts; it does not read. It knows nothing of whether the words are known, whether the sentences
follow from each other, or whether the text is true. A low age is no proof that it is clear, a high
one a good reason to look.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

# textstat would count all this, but its dictionary is fetched from the network when it is first
# asked, and this app must do without one. pyphen carries its dictionaries with it.
import pyphen  # type: ignore[import-untyped]  # it ships without types

TARGET = 9
"""The age that a public statement aims at."""
HARD = TARGET + 3
"""A sentence that alone reads at this age or above is worth another look."""
ENOUGH_WORDS = 30
"""In fewer words one long word changes everything: the age is then told with caution."""

_GROWN_UP = 18
_MOST = 3
_LONG = 3
_MANY = 15
_CHILD = 5.0
_DIGITS = 4
_LETTERS = 4
_ABBREVIATIONS = frozenset(
    ("dr", "mr", "mrs", "ms", "mx", "prof", "rev", "cllr", "st", "no", "nos", "vs", "p", "pp")
) | {
    "e.g",
    "i.e",
    "eg",
    "ie",
    "etc",
    "approx",
    "para",
    "fig",
    "ch",
    "vol",
    "cf",
    "ltd",
    "inc",
    "hon",
}
_END = re.compile(r"(?:[.!?…]+[”’\"')\]]*)(?=\s+[“‘\"'(\[]*[^\W_a-z]|\s*$)")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_VOWELS = re.compile(r"[aeiouyàáâäæèéêëìíîïòóôöœùúûüŵŷýÿ]+")
_SILENT = re.compile(
    r"(?<=[^aeiouyl])(?:(?<![td])ed|(?<![sxzcg])(?<!ch)(?<!sh)es|e)$|(?<=[aeiouywl]l)e[ds]?$"
)
_SILENT_WITHIN = re.compile(
    r"(?<=[aeiouy])([^aeiouy]{1,2})e(?=(?:ly|ful|fully|less|lessness|ment|ments|ness|thing|times?|one|"
    r"body|where|fore|hold|holds|work|land)$)"
)
_APART = re.compile(
    r"(?<=[aeiouy])(?=ing)|(?<=[^ctsgaeiouln]i)(?=[aou])|(?<=[ln]i)(?=[aou](?!ns?$))|(?<=[^aeiou]i)(?=et)|(?<=qui)(?=et)|(?<=[^aeiou]o)(?=em|et$)|"
    r"(?<=[aeiouy][^aeiouy]e)(?=a$)"
)
_RUN_TOGETHER = re.compile(r"(?<=[aeiouy])(-?l?[ln]i)-(?=[aou]ns?$)")
_AS_SAID = {"every": "evry", "everi": "evry", "business": "bizness", "people": "peepel"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the age at which it reads alone, and what makes it hard."""

    text: str
    age: float
    words: int
    long_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The age at which a text reads, and its hardest sentences, the hardest first.

    `hardest` are at most three, and none that reads below `HARD`. Without words the age is 0.
    """

    age: float
    hardest: tuple[Sentence, ...]
    words: int = 0
    sentences: int = 0

    @property
    def short(self) -> bool:
        """Whether there is too little text for its age to mean much."""
        return self.words < ENOUGH_WORDS


def reading_age(text: str) -> Reading:
    """How hard a text is to read. A line that ends without a full stop is a sentence of its own."""
    counted = [(sentence, list(words_of(sentence))) for sentence in sentences(text)]
    counted = [(sentence, words) for sentence, words in counted if words]
    every = [word for _, words in counted for word in words]
    if not every:
        return Reading(0.0, ())
    each = [_sentence(sentence, words) for sentence, words in counted]
    # One long word in a few is no hard sentence, whatever the sum says.
    hard = [e for e in each if e.age >= HARD and (e.words >= _MANY or len(e.long_words) > 1)]
    hard.sort(key=lambda e: -e.age)
    return Reading(_age(every, len(counted)), tuple(hard[:_MOST]), len(every), len(counted))


def age_in_words(age: float) -> str:
    """An age as it stands after “it reads”; beyond school the sum has no meaning."""
    return f"at age {round(age)}" if age < _GROWN_UP else "as learned papers do"


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, one after the other."""
    for line in text.splitlines():
        start = 0
        for end in _END.finditer(line):
            if _goes_on(line[start : end.start()], line[end.end() :], end.group()):
                continue
            if found := line[start : end.end()].strip():
                yield found
            start = end.end()
        if rest := line[start:].strip():
            yield rest


def words_of(text: str) -> Iterator[str]:
    """The words of a text: “long-term” is two, “£27,000” is one."""
    at = 0
    while found := _WORD.search(text, at):
        number = _NUMBER.match(text, found.start())
        longest = max((each for each in (found, number) if each), key=lambda each: each.end())
        yield longest.group()
        at = longest.end()


@cache
def syllables(word: str) -> int:
    """How many syllables a word has, as nearly as rules can tell.

    A number has one for each of its digits, four at most; letters that are said one by one, as in
    NHS, have one each.
    """
    if digits := sum(char.isdigit() for char in word):
        return min(digits, _DIGITS) + (syllables(letters) if (letters := _letters(word)) else 0)
    if 1 < len(word) <= _LETTERS and word.isupper():
        return len(word) + 2 * word.count("W")
    word = word.casefold().replace("’", "'")
    ends = bool(re.search(r"[ds]n't$", word))
    plain = re.sub(r"'(?:s|t|d|m|ll|re|ve)$", "", word)
    for written, sounds in _AS_SAID.items():
        plain = plain.replace(written, sounds)
    plain = _SILENT_WITHIN.sub(r"\1", plain)
    # The dictionary parts “re-act” where the vowels do not; the vowels part “ver-y” where no
    # printer would.
    parted = _RUN_TOGETHER.sub(r"\1", _dictionary().inserted(plain))
    parts = _SILENT.sub("", _APART.sub("-", parted)).split("-")
    return max(1, sum(len(_VOWELS.findall(part)) for part in parts) + ends)


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")


def _letters(word: str) -> str:
    return "".join(char for char in word if char.isalpha())


def _goes_on(before: str, after: str, sign: str) -> bool:
    """Whether a full stop ends no sentence: an abbreviation, or somebody's initial."""
    if sign != "." or not after.strip():
        return False
    word = before.split()[-1].lstrip("(“‘\"'[") if before.split() else ""
    return word.casefold() in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I")


def _sentence(text: str, words: list[str]) -> Sentence:
    hard = dict.fromkeys(
        w for w in words if len(w) > _LETTERS and w[0].isalpha() and syllables(w) >= _LONG
    )
    return Sentence(text, _age(words, 1), len(words), tuple(hard))


def _age(words: Iterable[str], count: int) -> float:
    counts = [syllables(word) for word in words]
    grade = 0.39 * len(counts) / count + 11.8 * sum(counts) / len(counts) - 15.59
    return max(_CHILD, grade + _CHILD)
