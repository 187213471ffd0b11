"""Intake: the only way in for a file from elsewhere, which may be damaged, foreign or hostile.

rows.py      which rows are entries as this app writes them
database.py  reading a private copy: exact schema, checked pages, checked rows
copying.py   making that copy; what is no file, or none of ours, by its first bytes
finding.py   what there is in a folder or an archive
reader.py    the process in which all of this happens
process.py   that process as the app sees it: asked, watched, killed
answers.py   what it answers, and how that is said in words

Every byte of such a file is looked at in another process, which may die of it. What comes back are
rows, and each of them is checked again on this side. The file itself is never written to, nor
anything beside it.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from facilitator.events import Entry
from sessions.intake.answers import (
    Found,
    Read,
    TurnedBack,
    accounts_of,
    label_of,
    problem_of,
    shown,
)
from sessions.intake.process import Reader
from sessions.intake.rows import entry_of
from sessions.progress import Cancelled, Progress, unheard
from sessions.taken import Taken, TurnedAway

__all__ = ["DEADLINE", "Cancelled", "Taken", "TurnedAway", "check", "take_in"]

DEADLINE = 30.0
"""Seconds that one file may take."""

SOON = 5.0
"""Seconds that a file may take which somebody waits for."""

_found = msgspec.msgpack.Decoder(list[Found])
_read = msgspec.msgpack.Decoder(Read)


def take_in(
    paths: Iterable[Path], progress: Progress = unheard, deadline: float = DEADLINE
) -> list[Taken | TurnedAway]:
    """Read files, folders of workshops, and archives with workshops in them.

    One answer for each workshop found, in the order of the paths. `progress` is told how many are
    done of how many, and several times a second in between; what it raises (`Cancelled`) ends the
    reading at once. Each file gets `deadline` seconds. No fault of a file is ever raised.
    """
    chosen = list(paths)
    with Reader() as reader:
        found: list[tuple[Path, Found]] = []
        for path in chosen:
            each = _look(reader, path, deadline, lambda: progress(0, max(len(chosen), 1)))
            found.extend((path, one) for one in each)
        answers: list[Taken | TurnedAway] = []
        total = len(found)
        for done, (path, one) in enumerate(found):
            progress(done, total)
            answers.append(_take(reader, path, one, deadline, _again(progress, done, total)))
        progress(total, total)
    return answers


def check(path: Path, deadline: float = SOON) -> None:
    """Refuse a file from elsewhere that could not be read in the process apart.

    For whoever is about to open it: what a reader has read to its end may be opened here. Raises
    `SessionProblem`.
    """
    for each in take_in([path], deadline=deadline):
        if isinstance(each, TurnedAway):
            raise each.problem


def _again(progress: Progress, done: int, total: int) -> Callable[[], None]:
    return lambda: progress(done, total)


def _look(reader: Reader, path: Path, deadline: float, waiting: Callable[[], None]) -> list[Found]:
    raw = os.fsencode(path.absolute())
    try:
        part = next(reader.ask(raw, -1, deadline, waiting, find=True))
        return _found.decode(part)
    except TurnedBack as error:
        code = error.code
    except msgspec.MsgspecError:
        code = "broke_off"
        reader.end()
    return [Found(raw, -1, os.fsencode(path.name), code)]


def _take(
    reader: Reader, chosen: Path, found: Found, deadline: float, waiting: Callable[[], None]
) -> Taken | TurnedAway:
    name = os.fsdecode(found.name)
    path = Path(os.fsdecode(found.path))
    code = found.code
    if not code:
        entries, read = _read_twice(reader, found, deadline, waiting)
        code = read.code
    if code:
        return TurnedAway(path, label_of(name), problem_of(code, name, path.parent))
    return Taken(
        path,
        label_of(name),
        entries,
        read.damaged,
        accounts_of(read),
        read.role,
        shown(read.seat) if read.seat else "",
        max(entries, key=lambda entry: entry.id).at if entries else "",
    )


def _read_twice(
    reader: Reader, found: Found, deadline: float, waiting: Callable[[], None]
) -> tuple[tuple[Entry, ...], Read]:
    """What was read. A reader that died may have died of the file before: then once more, anew."""
    code = "broke_off"
    for _ in range(2):
        try:
            return _entries(reader, found, deadline, waiting)
        except TurnedBack as error:
            code = error.code
        if code != "broke_off":
            break
        reader.end()
    return (), Read(code=code)


def _entries(
    reader: Reader, found: Found, deadline: float, waiting: Callable[[], None]
) -> tuple[tuple[Entry, ...], Read]:
    """What the reader read, each row looked at once more: it may have been made to say anything."""
    entries: dict[str, Entry] = {}
    for part in reader.ask(found.path, found.member, deadline, waiting):
        try:
            read = _read.decode(part)
        except msgspec.MsgspecError as error:
            raise TurnedBack("broke_off") from error
        for row in read.rows:
            entry = entry_of(tuple(row))
            if not isinstance(entry, Entry) or entry.id in entries:
                raise TurnedBack("broke_off")
            entries[entry.id] = entry
        if read.last:
            return tuple(entries.values()), read
    raise TurnedBack("broke_off")
