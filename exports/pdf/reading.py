"""A PDF of ours as a reader by ear meets it: its elements in order, with their words.

The words are those of the page's content, told by each face's letters (`ToUnicode`) and by what is
said in place of glyphs (`ActualText`). Source: ISO 32000-1, 9.10, 14.6 to 14.9.
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Pdf

_TOKEN = re.compile(
    rb"/(?P<tag>[A-Za-z0-9]+) *(?:<< */MCID (?P<number>\d+) *>>"
    rb"|<< */ActualText *<(?P<instead>[0-9A-Fa-f]*)> *>>|<<[^>]*>>)?"
    rb" *(?P<begin>B[DM]C)\b"
    rb"|(?P<end>\bEMC\b)"
    rb"|(?P<text>\bBT\b)"
    rb"|/(?P<font>F[0-9]+) +[-0-9.]+ +Tf"
    rb"|(?P<shown>\[[^\]]*\]) *TJ"
    rb"|(?P<paint>\b(?:f\*?|S|s|B\*?|b\*?|Do|sh|Tj)(?!\S)|'|\")"
)
_GLYPHS = re.compile(rb"<([0-9A-Fa-f]*)>")
_LETTERS = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]*)>")
_DEEPEST = 64


@dataclass(slots=True)
class Spoken:
    """An element as it is met: its role, its own words and those below it, in reading order.

    `kids` are elements and words; `page` is from 1, 0 where nothing of it is on a page.
    """

    role: str
    alt: str = ""
    scope: str = ""
    page: int = 0
    kids: list["Spoken | str"] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All that is said, the words of two elements apart."""
        own = (kid if isinstance(kid, str) else f" {kid.words} " for kid in self.kids)
        return " ".join("".join(own).split())

    def within(self) -> Iterator["Spoken"]:
        """The element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Spoken)]


@dataclass(slots=True)
class Read:
    """What was read of a file: its tree, and what is amiss in how the tree holds the pages.

    `outside` counts what is drawn on the pages and is neither content nor artifact; `unread` are
    pieces of marked content that no element has; `astray` are pieces that an element claims and no
    page has; `unlettered` are glyphs that no letter is known for.
    """

    root: Spoken
    outside: int = 0
    unread: int = 0
    astray: int = 0
    unlettered: int = 0


@dataclass(slots=True)
class _Page:
    said: dict[int, str] = field(default_factory=dict)
    outside: int = 0
    unlettered: int = 0
    taken: set[int] = field(default_factory=set)


def read_tree(content: bytes) -> Read:
    """The tree of a PDF that this house wrote. Raises `pikepdf.PdfError` where it is no PDF.

    A file without a tree is read as one empty element.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        return read_pdf(pdf)


def read_pdf(pdf: Pdf) -> Read:
    """The tree of an open file, as `read_tree` gives it."""
    letters: dict[tuple[int, int], _Letters] = {}
    pages = [_said_on(page, letters) for page in pdf.pages]
    numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
    found = Read(Spoken("Document"))
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is not None:
        found.root.kids = [
            spoken for kid in _kids(tree) for spoken in _spoken(kid, None, pages, numbers, found, 0)
        ]
        if len(found.root.kids) == 1 and isinstance(found.root.kids[0], Spoken):
            found.root = found.root.kids[0]
    found.outside = sum(page.outside for page in pages)
    found.unlettered = sum(page.unlettered for page in pages)
    found.unread = sum(len(page.said.keys() - page.taken) for page in pages)
    return found


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _spoken(
    kid: Any,
    page: int | None,
    pages: list[_Page],
    numbers: dict[tuple[int, int], int],
    found: Read,
    depth: int,
) -> list[Spoken | str]:
    if depth > _DEEPEST:
        found.astray += 1
        return []
    if isinstance(kid, int):
        return _content(kid, page, pages, found)
    try:
        on, role = kid.get("/Pg"), kid.get("/S")
    except (AttributeError, TypeError, ValueError):
        # Whether it is a dictionary is asked of every element, and takes longer than to try.
        return []
    own = numbers.get(on.objgen) if on is not None else page
    if role is None:
        return _content(int(kid.MCID), own, pages, found) if "/MCID" in kid else []
    spoken = Spoken(str(role)[1:], str(kid.get("/Alt", "")), _scope(kid))
    spoken.page = own + 1 if own is not None and on is not None else 0
    for each in _kids(kid):
        spoken.kids += _spoken(each, own, pages, numbers, found, depth + 1)
    return [spoken]


def _content(number: int, page: int | None, pages: list[_Page], found: Read) -> list[Spoken | str]:
    if page is None or number not in pages[page].said or number in pages[page].taken:
        found.astray += 1
        return []
    pages[page].taken.add(number)
    return [pages[page].said[number]]


def _scope(element: Any) -> str:
    attributes = element.get("/A")
    if attributes is not None and isinstance(attributes, Dictionary) and "/Scope" in attributes:
        return str(attributes.Scope)[1:]
    return ""


def _said_on(page: Any, letters: dict[tuple[int, int], "_Letters"]) -> _Page:
    """What each piece of a page's marked content says."""
    read = _Page()
    fonts = {}
    for name, font in page.Resources.get("/Font", {}).items():
        if font.objgen not in letters:
            letters[font.objgen] = _letters(font)
        fonts[name[1:].encode()] = letters[font.objgen]
    # One for each open sequence: (number, what is said instead, how far pieces were said before).
    open_: list[tuple[str, Any, int]] = []
    pieces: list[str] = []
    known = _Letters()
    # How many of the open sequences are pieces of content, artifacts and reversed.
    content = artifacts = reversed_ = 0
    for token in _TOKEN.finditer(page.Contents.read_bytes()):
        last = token.lastgroup
        if last == "shown":
            if content:
                _tell(token["shown"], known, pieces, read, bool(reversed_))
            read.outside += not (content or artifacts)
        elif last == "paint":
            read.outside += not (content or artifacts)
        elif last == "font":
            known = fonts.get(token["font"], _Letters())
        elif last == "text":
            # Words that were set by themselves, as those of a figure, are words apart.
            if pieces:
                pieces.append(" ")
        elif last == "begin":
            kind, value = _opened(token)
            open_.append((kind, value, len(pieces)))
            content += kind == "number"
            artifacts += kind == "artifact"
            reversed_ += kind == "reversed"
            if kind == "number":
                pieces = []
        elif not open_:
            read.outside += 1
        else:
            kind, value, before = open_.pop()
            content -= kind == "number"
            artifacts -= kind == "artifact"
            reversed_ -= kind == "reversed"
            if kind == "number":
                read.said[value] = "".join(pieces)
                pieces = []
            elif kind == "instead":
                pieces[before:] = [value]
            elif kind == "reversed":
                pieces[before:] = pieces[before:][::-1]
    return read


def _opened(token: re.Match[bytes]) -> tuple[str, Any]:
    if token["number"] is not None:
        return "number", int(token["number"])
    if token["instead"] is not None:
        return "instead", bytes.fromhex(token["instead"].decode()).decode("utf-16")
    return {b"Artifact": "artifact", b"ReversedChars": "reversed"}.get(token["tag"], "other"), None


def _tell(shown: bytes, known: "_Letters", pieces: list[str], read: _Page, apart: bool) -> None:
    runs = _GLYPHS.findall(shown)
    codes = array("H", bytes.fromhex(b"".join(runs).decode("ascii")))
    letters = map(known.__getitem__, codes)
    if apart:
        pieces += letters
    else:
        pieces.append("".join(letters))
    read.unlettered += known.missed
    known.missed = 0


class _Letters(dict[int, str]):
    """The letters of a face's glyphs, by the number as this machine reads it from two bytes."""

    missed = 0

    def __missing__(self, code: int) -> str:
        self.missed += 1
        return "\ufffd"


def _letters(font: Any) -> _Letters:
    table = font.get("/ToUnicode")
    if table is None:
        return _Letters()
    return _Letters(
        (
            array("H", bytes.fromhex(code.decode()))[0],
            bytes.fromhex(text.decode()).decode("utf-16-be"),
        )
        for code, text in _LETTERS.findall(table.read_bytes())
    )
