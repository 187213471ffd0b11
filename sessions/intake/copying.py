"""A private copy of a file from elsewhere, made without following links or waiting for devices.

This runs in the reader's own process. There a file may be opened and closed by ordinary means: the
lock that a session holds on it belongs to the app's process, and is not dropped by another's.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sessions import looking, schema
from sessions.intake.answers import TurnedBack

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes. A day of 5,000 entries has 3 MB."""

ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_TRIES = 5
_CHUNK = 1024 * 1024


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """A regular file, for reading. Whatever else lies there is turned back, unread."""
    try:
        if stat.S_ISLNK(path.lstat().st_mode):
            raise TurnedBack("link")
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        # A pipe that nobody writes into would keep us waiting for ever.
        file = os.fdopen(os.open(path, flags | getattr(os, "O_NONBLOCK", 0)), "rb")
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise TurnedBack("missing") from error
    except IsADirectoryError as error:
        raise TurnedBack("folder") from error
    except OSError as error:
        raise TurnedBack(_no_file(path) or "unreadable") from error
    with file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise TurnedBack("folder")
        if found.st_size == 0:
            raise TurnedBack("empty")
        if found.st_size > LARGEST_FILE:
            raise TurnedBack("too_large")
        yield file


def check_header(start: bytes, size: int) -> int:
    """The version that a file's first bytes give it; turns back what is not one of ours."""
    if not _MAGIC.startswith(start[: len(_MAGIC)]) and not start.startswith(_MAGIC):
        raise TurnedBack("not_ours")
    if len(start) < _HEADER:
        raise TurnedBack("damaged")
    if int.from_bytes(start[68:72]) != schema.APPLICATION_ID:
        raise TurnedBack("not_ours")
    version = int.from_bytes(start[60:64], signed=True)
    if version < 1:
        raise TurnedBack("not_ours")
    if version > schema.VERSION:
        raise TurnedBack("newer")
    page = int.from_bytes(start[16:18])
    page = 65536 if page == 1 else page
    if not 512 <= page <= 65536 or page & (page - 1) or size < page:
        raise TurnedBack("damaged")
    return version


def private_copy(path: Path, folder: Path) -> tuple[Path, int]:
    """Copy a file, and the log beside it when there is one, so that they belong together.

    Somebody may be writing into it at this very moment: then the two are of different times, and
    the copy is made again. Gives the copy and its version.
    """
    copy = folder / "copy.workshop"
    log = looking.log_of(path)
    for _ in range(_TRIES):
        before = _mark_of(path, log)
        with opened(path) as file:
            version = check_header(file.read(_HEADER), os.fstat(file.fileno()).st_size)
            file.seek(0)
            pour(file, copy, LARGEST_FILE)
        looking.log_of(copy).unlink(missing_ok=True)
        if before[0]:
            try:
                with opened(log) as file:
                    pour(file, looking.log_of(copy), LARGEST_FILE)
            except TurnedBack as error:
                if error.code not in ("missing", "empty"):
                    raise
        if before == _mark_of(path, log):
            return copy, version
    raise TurnedBack("unreadable")


def pour(source: IO[bytes], target: Path, most: int) -> None:
    """Write a stream into a new file, and stop where it brings more than it may."""
    done = 0
    try:
        with target.open("wb") as file:
            while chunk := source.read(_CHUNK):
                done += len(chunk)
                if done > most:
                    raise TurnedBack("too_large")
                file.write(chunk)
    except OSError as error:
        raise TurnedBack("unreadable") from error


def _mark_of(path: Path, log: Path) -> tuple[bytes, tuple[int, int]]:
    """What tells whether a file and its log were written into between two looks.

    While there is a log, entries go to its end and the file stays as it is: its header alone says
    whether it was begun anew. Without one, the file itself must not change.
    """
    start = b""
    try:
        with opened(log) as file:
            start = file.read(32)
    except TurnedBack as error:
        if error.code == "link":
            raise
    if len(start) == 32:
        return start, (0, 0)
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return b"", (0, 0)
    return b"", (found.st_size, found.st_mtime_ns)


def _no_file(path: Path) -> str:
    """What lies there when it is no file at all; empty when it is one."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return ""
    if stat.S_ISLNK(mode):
        return "link"
    return "" if stat.S_ISREG(mode) else "folder"
