"""Whether a document and a workshop say the same: the paper in hand against what was kept.

Three things are looked at in turn: that the words on the pages are those that are attached, that
they have the fingerprint that is printed, and that the workshop, told anew in the same way, says
them too.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

import pikepdf

from exports.blocks import Document, Fingerprint
from exports.documents.shelf import KINDS, Kind, paper
from exports.file_names import ExportProblem
from exports.fingerprint import FORMAT, WORDS, content_of
from exports.pdf.checking import misread
from exports.pdf.faces import fitted
from exports.pdf.reading import Read, Spoken, read_pdf
from exports.text import one_line
from facilitator.days import day_in_words
from facilitator.history import History
from facilitator.workshop import Workshop

_DIGITS = re.compile(r"(?:[0-9a-f]{8} ){7}[0-9a-f]{8}")
_MOST = 6
_DRAWN = ("Feelings", "Strain", "Spread", "Timing")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether they agree, and why, in sentences that stand one under the other."""

    agrees: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Paper:
    kind: Kind
    content: bytes
    says: dict[str, Any]
    printed: str
    read: Read

    @property
    def made(self) -> datetime:
        return datetime.fromisoformat(self.says["made"])


Told = tuple[Workshop, History]
"""A workshop and the history that it is folded from."""


def verify(pdf: bytes, now: Told, at: Callable[[datetime], Told]) -> Verdict:
    """Compare a document with a workshop, as it is `now` and as it was `at` a moment.

    Raises `ExportProblem` where the file is no PDF, or holds nothing that could be compared.
    """
    found = _opened(pdf)
    name = KINDS[found.kind].lower()
    digest = hashlib.sha256(found.content).hexdigest()
    if digest != found.printed:
        return Verdict(
            False,
            (
                "The fingerprint on the page is not that of what is attached: "
                "the file was changed after it was written.",
            ),
        )
    if altered := _altered(found):
        return Verdict(
            False, (f"The words on the pages are not those that were attached{altered}.",)
        )
    whole = f"The {name} is whole: its pages, what is attached and its fingerprint agree."
    before = at(found.made)
    then = _made_anew(found, before)
    if then == found.content and misread(found.read, _document(found, *before)):
        words = "The words on the pages do not stand where they were written: they were changed."
        return Verdict(False, (words,))
    if then == found.content:
        return Verdict(
            True, (whole, f"It says what the workshop said when it was written, on {_when(found)}.")
        )
    if _made_anew(found, now) == found.content:
        return Verdict(True, (whole, "It says what the workshop says now."))
    return Verdict(
        False,
        (
            whole,
            f"But the workshop, told as it was on {_when(found)}, says something else. "
            "It is another workshop, or its history came from elsewhere since.",
            *_differences(then, found.content),
        ),
    )


def _opened(pdf: bytes) -> _Paper:
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            attached = {
                name: spec.get_file().read_bytes() for name, spec in opened.attachments.items()
            }
            read = read_pdf(opened)
    except pikepdf.PdfError as error:
        raise ExportProblem(
            "This file is no PDF, or it is damaged. Nothing was compared."
        ) from error
    kinds: tuple[Kind, ...] = ("agreement", "record")
    kind = next((each for each in kinds if f"{each}.json" in attached), None)
    printed = _DIGITS.search(read.root.words)
    if kind is None or printed is None:
        raise ExportProblem(
            "This PDF holds nothing that can be compared with a workshop: it is not of "
            "Facilitator, or it is one that nothing is attached to, such as a public statement."
        )
    content = attached[f"{kind}.json"]
    try:
        says = json.loads(content)
        known = says["format"] == FORMAT and isinstance(says["says"], list)
        # A moment without its zone cannot be told from the moments of a history.
        known = known and datetime.fromisoformat(says["made"]).tzinfo is not None
    except (ValueError, KeyError, TypeError):
        known = False
    if not known:
        raise ExportProblem(
            "What is attached to this PDF cannot be read: it is damaged, or of a newer Facilitator."
        )
    return _Paper(kind, content, says, printed.group().replace(" ", ""), read)


def _altered(found: _Paper) -> str:
    """Where the words on the pages are not those that are attached."""
    says = found.says["says"]
    attached = {one_line(fitted(words)[0]) for words in _strings(says)} - {""}
    # What is drawn within a figure is told by its words for those who cannot see it.
    plain = [{**each, "words": []} if each.get("is") in _DRAWN else each for each in says]
    printed = list(_lines(found.read.root))
    whole = " ".join(printed)
    wanted = (one_line(fitted(words)[0]) for words in _strings(plain))
    missing = (words for words in wanted if words not in whole)
    added = (words for words in printed if words not in attached and not _of_the_print(words))
    words = next(missing, "") or next(added, "")
    return f", near “{words[:60]}”" if words else ""


def _of_the_print(words: str) -> bool:
    """Whether the words belong to the fingerprint itself."""
    own = {one_line(WORDS), Fingerprint("", "").alt}
    return words in own or _DIGITS.fullmatch(words) is not None


def _lines(element: Spoken) -> Iterator[str]:
    """The words of each paragraph, cell and item, and those that stand for a figure."""
    if element.role in ("TOC", "Lbl"):
        return
    if element.role == "Figure":
        yield one_line(element.alt)
        return
    own = one_line("".join(kid for kid in element.kids if isinstance(kid, str)))
    if own:
        yield own
    for kid in element.kids:
        if isinstance(kid, Spoken):
            yield from _lines(kid)


def _strings(said: Any) -> Iterator[str]:
    """Every string that a block prints or is told by."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, list):
        for each in said:
            yield from _strings(each)
    elif isinstance(said, dict):
        for key, each in said.items():
            if key not in ("is", "counts", "level"):
                yield from _strings(each)


def _made_anew(found: _Paper, told: Told) -> bytes:
    workshop, history = told
    return content_of(_document(found, workshop, history))


def _document(found: _Paper, workshop: Workshop, history: History) -> Document:
    return paper(workshop, found.kind, history).make(found.made)


def _when(found: _Paper) -> str:
    return f"{day_in_words(found.made.date().isoformat())} at {found.made:%H:%M}"


def _differences(told: bytes, printed: bytes) -> Iterator[str]:
    """What only one of the two says, the first few."""
    before = [one_line(words) for words in _strings(json.loads(printed)["says"])]
    after = [one_line(words) for words in _strings(json.loads(told)["says"])]
    only_paper = [words for words in dict.fromkeys(before) if words and words not in set(after)]
    only_now = [words for words in dict.fromkeys(after) if words and words not in set(before)]
    yield from (f"Only on the paper: “{words[:90]}”" for words in only_paper[:_MOST])
    yield from (f"Only in the workshop: “{words[:90]}”" for words in only_now[:_MOST])
