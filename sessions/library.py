"""The library: where workshops are kept, which there are, and where each of them stands."""

import sqlite3
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Self

from facilitator.events import Entry
from facilitator.history import replay
from facilitator.workshop import Workshop
from sessions import looking, schema
from sessions.clock import Clock
from sessions.problems import Exists, Missing, SessionProblem, Unwritable
from sessions.seat import FACILITATORS, Seat, seat_of
from sessions.session import Session
from sessions.settings import keep_settings, read_settings
from sessions.store import Store, read_entries

SUFFIX = ".workshop"
_SETTING = "workshops"
_LONGEST_NAME = 60
# Names that Windows keeps for devices, whatever follows the dot.
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}


@dataclass(frozen=True)
class Listed:
    """One workshop of the library, as the start page lists it.

    `date` is ISO 8601 or empty; `stage` and `step` are the step in hand, empty before the first;
    `changed` is when the file was last written; `keep_until` is the day (ISO 8601) until which it
    is to be kept, or empty; `seat` is whose file it is. Where `problem` is not None, the file could
    not be looked into, and everything but `path` and `changed` is empty.
    """

    path: Path
    changed: datetime
    group: str = ""
    title: str = ""
    date: str = ""
    stage: str = ""
    step: str = ""
    contributions: int = 0
    keep_until: str = ""
    seat: Seat = FACILITATORS
    problem: SessionProblem | None = None


class Library:
    """A folder of workshops."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of_this_person(cls, settings: Path | None = None) -> Self:
        """The folder that was chosen, or "Facilitator" among the person's documents.

        `settings` is the file in which the choice is kept; the usual one unless told otherwise.
        """
        from platformdirs import user_documents_path

        chosen = read_settings(settings).get(_SETTING)
        if isinstance(chosen, str) and chosen:
            return cls(Path(chosen))
        return cls(user_documents_path() / "Facilitator")

    def keep_choice(self, settings: Path | None = None) -> None:
        """Remember this folder as the person's library. Raises `SessionProblem`."""
        keep_settings({_SETTING: str(self.folder.absolute())}, settings)

    def listed(self) -> list[Listed]:
        """Every workshop in the folder, the one changed last first. No file is touched by it."""
        try:
            found = sorted(self.folder.glob(f"*{SUFFIX}"))
        except OSError:
            return []
        looked = [look(path) for path in found]
        return sorted(looked, key=lambda each: each.changed, reverse=True)

    def make_folder(self) -> None:
        """Make the folder where it is not there yet. Raises `SessionProblem`."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unwritable.new(self.folder) from error

    def path_of(self, name: str) -> Path:
        """The file that a workshop of that name is kept in, there or not."""
        return self.folder / f"{file_name(name)}{SUFFIX}"

    def create(self, name: str, *, by: str = "Facilitator", clock: Clock | None = None) -> Session:
        """Start a workshop in a file named after it; a number is added where the name is taken."""
        self.make_folder()
        number, tail = 1, ""
        while True:
            try:
                path = self.folder / f"{file_name(name)}{tail}{SUFFIX}"
                return Session.create(path, by=by, clock=clock)
            except Exists:
                number += 1
                tail = f"-{number}"

    def rename(self, path: Path, name: str) -> Path:
        """Give a workshop that nobody has open another file name; the path it then has."""
        new = path.with_name(f"{file_name(name)}{SUFFIX}")
        if new == path:
            return path
        # Opening it says whether anybody else has it open, and folds its log in: a log that stayed
        # behind under the old name would be lost.
        Store.open(path).close()
        try:
            new.open("xb").close()
        except FileExistsError as error:
            raise Exists.file(new) from error
        except OSError as error:
            raise Unwritable.new(new) from error
        try:
            path.replace(new)
        except OSError as error:
            new.unlink(missing_ok=True)
            raise Unwritable.new(new) from error
        return new


def file_name(name: str) -> str:
    """A name that every system takes as a file's: lower-case letters and digits, and hyphens.

    Letters of every script stay, so that a Welsh or an Arabic name can be told in a folder.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in plain)
    slug = "-".join(words.split())
    while len(slug.encode()) > _LONGEST_NAME:
        slug = slug[:-1].rstrip("-")
    slug = slug or "workshop"
    return f"{slug}-workshop" if slug in _DEVICES else slug


def look(path: Path) -> Listed:
    """Where the workshop in a file stands, without a lock and without changing a byte."""
    try:
        changed = datetime.fromtimestamp(_last_written(path)).astimezone()
        entries, seat = _read(path)
        workshop = replay(entries)
    except OSError:
        problem: SessionProblem = Missing.file(path)
        changed = datetime.fromtimestamp(0).astimezone()
    except SessionProblem as error:
        problem = error
    else:
        return replace(_listed(path, changed, workshop), seat=seat)
    return Listed(path, changed, problem=problem)


def entries_of(path: Path) -> list[Entry]:
    """Every entry of a file, as they came, without a lock. Raises `SessionProblem`."""
    return _read(path)[0]


def seat_in(path: Path) -> Seat:
    """In whose seat a file is written, without a lock. Raises `SessionProblem`."""
    with schema.sound_file(path.absolute()) as (connection, version):
        return _seat(connection, version)


def _read(path: Path) -> tuple[list[Entry], Seat]:
    """What a file holds, and in whose seat it is written."""
    with schema.sound_file(path) as (connection, version):
        return read_entries(connection, path), _seat(connection, version)


def _seat(connection: sqlite3.Connection, version: int) -> Seat:
    rows = [] if version < 2 else connection.execute("SELECT name, value FROM this_file").fetchall()
    return seat_of({str(name): str(value) for name, value in rows})


def _listed(path: Path, changed: datetime, workshop: Workshop) -> Listed:
    now = workshop.progress.now
    return Listed(
        path,
        changed,
        workshop.about.group,
        workshop.about.title,
        workshop.about.date,
        now.stage if now else "",
        now.step if now else "",
        len(workshop.contributions),
        workshop.keep_until,
    )


def _last_written(path: Path) -> float:
    """When a file, or its log, was last written."""
    times = [path.stat().st_mtime]
    if looking.has_log(path):
        times.append(looking.log_of(path).stat().st_mtime)
    return max(times)
