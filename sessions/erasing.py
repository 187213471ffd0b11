"""Erasing a workshop for good: its file and log, its backups, and what stood in its fields.

Each file is overwritten once with zeros and then unlinked, and the folders are synced. That is as
much as a program can do: a disk may keep what was written in cells that it no longer shows, and a
file system that copies on writing keeps it elsewhere. Whoever needs more encrypts the disk.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from facilitator.history import root_of
from facilitator.retention import Erasure, reference_of
from sessions.clock import Clock, WallClock
from sessions.library import entries_of
from sessions.problems import Missing, NotErased
from sessions.store import Store

_TAILS = ("", "-wal", "-shm", "-journal")
_AT_ONCE = 1 << 20


class HasCopies(Protocol):
    """Whoever keeps copies of workshops: see `sessions.backups`."""

    def erase(self, root: str) -> list[Path]:
        """The files of a workshop's copies, which are then forgotten."""
        ...


def erase(
    path: Path,
    by: str,
    copies: HasCopies | None = None,
    drafts: Iterable[Path] | None = None,
    clock: Clock | None = None,
) -> Erasure:
    """Erase the workshop in a file that nobody has open; what was erased, for its certificate.

    The file goes last, so that what is cut off can be begun again. Raises `SessionProblem`: open
    elsewhere, not there, damaged, or `NotErased`.
    """
    path = path.absolute()
    if not path.exists():
        raise Missing.file(path)
    # Opening says whether anybody else has it open, and folds its log in.
    Store.open(path).close()
    root = root_of(entries_of(path))
    kept = [each for each in (copies.erase(root) if copies and root else []) if each.exists()]
    written = [each for each in drafts or () if each.exists() or each.is_symlink()]
    own = [each for tail in _TAILS if (each := path.with_name(path.name + tail)).exists()]
    size, copies_size = _size(own), _size(kept)
    gone = [_gone(each) for each in (*kept, *written, *reversed(own))]
    told = Erasure(
        reference_of(root),
        (clock or WallClock()).now().astimezone().isoformat(timespec="seconds"),
        " ".join(by.split()),
        files=1,
        size=size,
        copies=len(kept),
        copies_size=copies_size,
        drafts=None if drafts is None else len(written),
        overwritten=all(gone),
    )
    for folder in {each.parent for each in kept}:
        _empty(folder)
    return told


def _size(files: list[Path]) -> int:
    return sum(each.stat().st_size for each in files)


def _gone(path: Path) -> bool:
    """Overwrite a file with zeros, unlink it and sync its folder; whether it was overwritten."""
    try:
        overwritten = _zeroed(path)
        path.unlink()
        _sync_folder(path.parent)
    except OSError as error:
        raise NotErased.file(path) from error
    return overwritten


def _zeroed(path: Path) -> bool:
    if path.is_symlink() or path.stat().st_nlink > 1:
        # What it leads to is somebody else's file as well.
        return False
    with path.open("r+b", buffering=0) as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(left, _AT_ONCE)))
        os.fsync(file.fileno())
    return True


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _empty(folder: Path) -> None:
    """Let go of the folder of a workshop's copies, when nothing of it is left."""
    with suppress(OSError):
        folder.rmdir()
        _sync_folder(folder.parent)
