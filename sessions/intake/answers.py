"""What the reader of files from elsewhere answers, and how it is said in words.

Between the reader and the app go numbers, rows and short codes. No sentence that a person reads
comes from the process in which a hostile file was open.
"""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec

from sessions.library import SUFFIX
from sessions.problems import (
    Damaged,
    Missing,
    Newer,
    NotOurs,
    NotTakenIn,
    SessionProblem,
    Unreadable,
)

_LONGEST_NAME = 80

_PROBLEMS: dict[str, Callable[[Path], SessionProblem]] = {
    "altered": Damaged.altered,
    "archive_astray": NotTakenIn.archive_astray,
    "archive_damaged": NotTakenIn.archive_damaged,
    "archive_locked": NotTakenIn.archive_locked,
    "archive_within": NotTakenIn.archive_within,
    "broke_off": NotTakenIn.broke_off,
    "cannot_look": NotTakenIn.cannot_look,
    "damaged": Damaged.file,
    "empty": NotOurs.empty,
    "folder": NotOurs.folder,
    "link": NotTakenIn.link,
    "missing": Missing.file,
    "newer": Newer.file,
    "not_ours": NotOurs.file,
    "nothing_there": NotTakenIn.nothing_there,
    "too_large": NotTakenIn.too_large,
    "too_many": NotTakenIn.too_many,
    "too_slow": NotTakenIn.too_slow,
    "unreadable": Unreadable.file,
}


class TurnedBack(Exception):  # noqa: N818  an answer, not a fault
    """Nothing of the file is taken; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Asked(msgspec.Struct, array_like=True):
    """What the reader is asked: to find what there is at a path, or to read one thing of it.

    `member` is a place in an archive, or below 0 for a file itself. All of `seconds` it may take.
    """

    find: bool
    path: bytes
    member: int
    folder: bytes
    seconds: float


class Found(msgspec.Struct, array_like=True):
    """One thing found at a path: a file, a member of an archive, or why there is nothing to read.

    `name` is as it lies there, whatever characters are in it.
    """

    path: bytes
    member: int
    name: bytes
    code: str = ""


class Read(msgspec.Struct, array_like=True):
    """What was read: a part of the rows, or the end of it with what was left out and why.

    `altered` rows are not as they were saved, `odd` ones not of our form, `doubled` ones claim a
    place that another has, `lost` ones could not be read. `torn`: nobody can say how many more.
    """

    rows: list[tuple[object, ...]] = []
    last: bool = False
    code: str = ""
    altered: int = 0
    odd: int = 0
    doubled: int = 0
    lost: int = 0
    torn: bool = False
    marred: bool = False
    role: str = ""
    seat: str = ""

    @property
    def damaged(self) -> int:
        """How many entries are there and cannot be taken: at least so many."""
        known = self.altered + self.odd + self.doubled + self.lost
        return known or int(self.torn)


def problem_of(code: str, name: str, folder: Path) -> SessionProblem:
    """A code in words, about a file of that name."""
    say = _PROBLEMS.get(code, NotTakenIn.broke_off)
    return say(folder / shown(name))


def shown(name: str) -> str:
    """A name as it can stand in a line: without line breaks and signs that turn text around."""
    kept = "".join(
        " " if each.isspace() else "�" if unicodedata.category(each) in _UNSEEN else each
        for each in name.replace("/", "∕")
    )
    kept = " ".join(kept.split()) or "�"
    if len(kept) <= _LONGEST_NAME:
        return kept
    return f"{kept[: _LONGEST_NAME - 20]}…{kept[-19:]}"


def label_of(name: str) -> str:
    """A file's name for people: without the ending that all workshops have."""
    cut = name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name
    return shown(cut or name)


def accounts_of(read: Read) -> tuple[str, ...]:
    """What was left out of a file, how many and why."""
    found = []
    if read.altered:
        found.append(f"{_are(read.altered)} not as saved, and left out.")
    if read.odd:
        found.append(f"{_are(read.odd)} not of a form that Facilitator writes, and left out.")
    if read.doubled:
        found.append(f"{_are(read.doubled)} in a place that another has, and left out.")
    if read.lost:
        found.append(f"{_are(read.lost)} in a damaged part of the file that cannot be read.")
    if read.torn:
        found.append("Part of the file cannot be read. Nobody can say how many entries it held.")
    if read.marred and not found:
        found.append("The file is damaged, but each of its entries is as it was saved.")
    return tuple(found)


_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")


def _are(count: int) -> str:
    return "1 entry is" if count == 1 else f"{count:,} entries are"
