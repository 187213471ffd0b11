"""Restoring: a copy in the place of a workshop, and what comes back with it."""

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from facilitator.history import replay
from sessions.backups import Kept, verify
from sessions.library import entries_of
from sessions.problems import Locked, SessionProblem, Unwritable
from sessions.store import Store, synced


@dataclass(frozen=True)
class Returning:
    """What comes back with a copy: how much of what, until when, and at which step.

    `beyond` counts the entries of the file that is there now which the copy lacks; None where that
    file cannot be read.
    """

    entries: int
    newest: str
    contributions: int
    values: int
    rounds: int
    stage: str
    step: str
    beyond: int | None


def what_returns(kept: Kept, path: Path) -> Returning:
    """What would come back with a copy in the place of a file. Raises `SessionProblem`."""
    verify(kept.path)
    entries = entries_of(kept.path)
    workshop = replay(entries)
    here = {entry.id for entry in entries}
    beyond = None
    with suppress(SessionProblem):
        beyond = sum(entry.id not in here for entry in entries_of(path))
    now = workshop.progress.now
    return Returning(
        len(entries),
        max(entries, key=lambda entry: entry.id).at if entries else "",
        len(workshop.contributions),
        len(workshop.values),
        len(workshop.rounds),
        now.stage if now else "",
        now.step if now else "",
        beyond,
    )


def restore(kept: Kept, path: Path) -> Path | None:
    """Put a copy where a workshop was; what was there is put aside, and its new place given.

    Nothing is overwritten. Raises `SessionProblem`.
    """
    verify(kept.path)
    aside = _put_aside(path)
    beside = path.with_name(f".{path.name}.restoring")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept.path, beside)
        synced(beside)
        os.replace(beside, path)
        synced(path)
    except OSError as error:
        raise Unwritable.new(path) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return aside


def _put_aside(path: Path) -> Path | None:
    """Give what lies at a path another name beside it; None where nothing does."""
    if not path.exists():
        return None
    try:
        Store.open(path).close()
    except SessionProblem as problem:
        # What is damaged can be put aside; what somebody has open cannot.
        if isinstance(problem, Locked):
            raise
    now = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
    aside = path.with_name(f"{path.stem} (put aside {now}){path.suffix}")
    try:
        for tail in ("-wal", "-shm", ""):
            there = path.with_name(path.name + tail)
            if there.exists():
                there.rename(aside.with_name(aside.name + tail))
    except OSError as error:
        raise Unwritable.new(aside) from error
    return aside
