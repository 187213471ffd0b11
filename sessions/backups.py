"""Backups: copies of a workshop on this person's own disk, verified, thinned by age, brought back.

They lie beside the person's other data and not beside the workshop: a stick that is pulled out, or
a folder that a service empties, takes no backup with it. Each workshop has a folder of its own,
named by its oldest entry, so that a workshop that was renamed or moved finds its copies. A name
says when a copy was made, and why.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

from facilitator.events import Entry
from facilitator.history import root_of
from facilitator.rewriting import rewriting
from sessions import looking, schema
from sessions.library import SUFFIX, entries_of
from sessions.problems import Damaged, SessionProblem, Unwritable
from sessions.seat import seat_of, take_seat
from sessions.session import Session
from sessions.store import Store, read_entries, synced

Why = Literal[
    "every ten minutes",
    "before a merge",
    "before a redaction",
    "before a migration",
    "before a restore",
    "on closing",
]

MOST_BYTES = 2_000_000_000
"""What the copies of one workshop may take up together; the last three stay in any case."""
LAST = 3

_PATHS = "paths.json"
_DUE = "to-be-written-anew"
_FORM = "%Y-%m-%dT%H-%M-%S-%fZ"


@dataclass(frozen=True)
class Kept:
    """A copy that is kept: when it was made (aware), why, and how many bytes it has."""

    path: Path
    made: datetime
    why: Why
    size: int


class Backups:
    """The copies of all workshops, in one folder; the person's own unless told otherwise."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._newest: dict[Path, str] = {}
        self.later: Callable[[Session], None] | None = None
        """Where set, is asked to have the copies written anew in its own time."""

    @property
    def folder(self) -> Path:
        """Where they are."""
        if self._folder is None:
            from platformdirs import user_data_path

            self._folder = user_data_path("facilitator", appauthor=False) / "backups"
        return self._folder

    def due(self, session: Session) -> bool:
        """Whether anything changed since the last copy that was made while this app runs."""
        return bool(session.history.entries) and (
            self._newest.get(session.path) != session.history.last_id
        )

    def keep(self, session: Session, why: str) -> Kept | None:
        """Keep a copy of a workshop as it is now; None while nothing has happened in it.

        It is verified before it has its name, and only then do older ones go. Raises
        `SessionProblem`.
        """
        finish = self.copy(session, why)
        return finish() if finish else None

    def copy(self, session: Session, why: str) -> Callable[[], Kept] | None:
        """Make a copy, and give what verifies it and gives it its name.

        The copy is made through the session's connection, in the thread that it belongs to; what
        comes after takes longer and touches the copy alone, so that another thread may do it.
        """
        entries = session.history.entries
        if not entries:
            return None
        copy, kept = self._begin(root_of(entries), session.path, why)
        count, last, path = len(entries), session.history.last_id, session.path

        def finish() -> Kept:
            try:
                verify(copy, count, last)
                made = self._finish(copy, kept, why)
            finally:
                _remove(copy)
            self._newest[path] = last
            return made

        try:
            session.copy_to(copy)
        except BaseException:
            _remove(copy)
            raise
        return finish

    def keep_before_migration(self, path: Path) -> Kept | None:
        """Keep a file of an older version as it is, to the byte, before it is opened and migrated.

        None where it is of this version already, or nothing happened in it. Raises
        `SessionProblem`.
        """
        with schema.sound_file(path) as (_, version):
            if version == schema.VERSION:
                return None
        return self.keep_file(path, "before a migration")

    def keep_file(self, path: Path, why: str) -> Kept | None:
        """Keep a file as it is, to the byte, with its log: before it is migrated, say.

        None where nothing happened in it yet. Nobody else may have it open. Raises
        `SessionProblem`.
        """
        root = root_of(entries_of(path))
        if not root:
            return None
        copy, kept = self._begin(root, path, why)
        try:
            with looking.whole_file(path) as connection:
                copy.write_bytes(connection.serialize())
            synced(copy)
            return self._finish(copy, kept, why)
        except OSError as error:
            raise Unwritable.new(kept) from error
        finally:
            _remove(copy)

    def knows(self, path: Path) -> bool:
        """Whether a workshop at a path was open on this computer before."""
        return str(path.absolute()) in self._paths()

    def kept(self, root: str) -> list[Kept]:
        """The copies of a workshop, the newest first."""
        found = []
        for path in self._of(root).glob(f"*{SUFFIX}"):
            if (kept := _kept(path)) is not None:
                found.append(kept)
        return sorted(found, key=lambda each: each.made, reverse=True)

    def kept_for(self, path: Path) -> list[Kept]:
        """The copies of the workshop that was kept at a path, also where it cannot be read now."""
        with suppress(SessionProblem):
            if root := root_of(entries_of(path)):
                return self.kept(root)
        return self.kept(root) if (root := self._paths().get(str(path.absolute()), "")) else []

    def expect_rewriting(self, session: Session) -> None:
        """Write down that something is about to leave a workshop for good.

        Whatever happens in the middle of it, the copies then follow at the next start. Raises
        `SessionProblem`.
        """
        root = root_of(session.history.entries)
        if self._of(root).exists():
            try:
                (self._of(root) / _DUE).touch()
            except OSError as error:
                raise Unwritable.new(self._of(root) / _DUE) from error

    def rewritten(self, session: Session) -> None:
        """Hear that something left a workshop for good: its copies have to follow.

        Raises `SessionProblem`; then they follow at the next start.
        """
        if not self.rewriting_is_due(root_of(session.history.entries)):
            return
        if self.later is not None:
            self.later(session)
        else:
            self.rewrite(session.history.entries)

    def rewriting_is_due(self, root: str) -> bool:
        """Whether copies may still hold what has left the workshop."""
        return (self._of(root) / _DUE).exists()

    def rewrite(self, now: Iterable[Entry]) -> int:
        """Write the copies of a workshop anew without what may no longer be kept of it; how many.

        `now` are the workshop's entries as they read now. A copy in which nothing has to change
        stays as it is. Raises `SessionProblem`; then some may be left, and it is to be done again.
        """
        entries = {entry.id: entry for entry in now}
        root = root_of(entries.values())
        self._clear_away(root)
        count = 0
        for kept in self.kept(root):
            before = entries_of(kept.path)
            together = [*entries.values(), *(e for e in before if e.id not in entries)]
            anew = {**entries, **rewriting(together).anew}
            after = [anew.get(entry.id, entry) for entry in before]
            if after != before:
                _write_anew(kept.path, after)
                count += 1
        with suppress(OSError):
            (self._of(root) / _DUE).unlink(missing_ok=True)
        return count

    def erase(self, root: str) -> list[Path]:
        """The files of a workshop's copies, for whoever erases them; the workshop is forgotten."""
        paths = {p: r for p, r in self._paths().items() if r != root}
        self._write_paths(paths)
        return [kept.path for kept in self.kept(root)]

    def thin(self, root: str) -> list[Kept]:
        """Let go of copies that are too many for their age; which went.

        All of the last two hours stay, one of each hour for two days, one of each day for a month
        and one of each month after; the newest, and the newest from before a merge, in any case.
        """
        kept = self.kept(root)
        stays = {each.path for each in kept[:LAST]}
        stays |= {each.path for each in [k for k in kept if k.why == "before a merge"][:1]}
        stays |= _by_age(kept)
        taken_up = 0
        went = []
        for at, each in enumerate(kept):
            taken_up += each.size
            if each.path not in stays or (at >= LAST and taken_up > MOST_BYTES):
                with suppress(OSError):
                    each.path.unlink()
                    went.append(each)
        return went

    def _clear_away(self, root: str) -> None:
        """Remove what was left when the making of a copy was cut off."""
        for left in self._of(root).glob(".*"):
            with suppress(OSError):
                left.unlink()

    def _of(self, root: str) -> Path:
        return self.folder / root

    def _begin(self, root: str, path: Path, why: str) -> tuple[Path, Path]:
        """Where a copy is made, and where it goes once it is verified."""
        name = f"{datetime.now(UTC).strftime(_FORM)} {why.replace(' ', '-')}{SUFFIX}"
        kept = self._of(root) / name
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            if os.name != "nt":
                # What is kept here is nobody else's business on this computer.
                kept.parent.chmod(0o700)
        except OSError as error:
            raise Unwritable.new(kept) from error
        paths = self._paths()
        if paths.get(str(path.absolute())) != root:
            self._write_paths({**paths, str(path.absolute()): root})
        return kept.with_name(f".{kept.name}.making"), kept

    def _finish(self, copy: Path, kept: Path, why: str) -> Kept:
        try:
            copy.replace(kept)
        except OSError as error:
            raise Unwritable.new(kept) from error
        self.thin(kept.parent.name)
        made = _kept(kept)
        if made is None:
            raise Unwritable.new(kept)
        return made

    def _paths(self) -> dict[str, str]:
        try:
            said = json.loads((self.folder / _PATHS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(p): str(r) for p, r in said.items()} if isinstance(said, dict) else {}

    def _write_paths(self, paths: dict[str, str]) -> None:
        file = self.folder / _PATHS
        new = file.with_name(f"{file.name}.new")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps(paths, indent=1, ensure_ascii=False), encoding="utf-8")
            new.replace(file)
        except OSError as error:
            raise Unwritable.new(file) from error


def _remove(copy: Path) -> None:
    with suppress(OSError):
        copy.unlink(missing_ok=True)


def _kept(path: Path) -> Kept | None:
    """What a copy's name says of it; None for a file that is none of ours."""
    when, _, why = path.name.removesuffix(SUFFIX).partition(" ")
    reason = next((w for w in get_args(Why) if w == why.replace("-", " ")), None)
    try:
        made = datetime.strptime(when, _FORM).replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    return Kept(path, made, reason, size) if reason else None


def _by_age(kept: list[Kept]) -> set[Path]:
    """Of copies, the newest first, those that stay for their age: the newest of each span."""
    if not kept:
        return set()
    now = kept[0].made
    spans: dict[tuple[str, str], Path] = {}
    for each in kept:
        age = now - each.made
        if age <= timedelta(hours=2):
            form = _FORM
        elif age <= timedelta(days=2):
            form = "%Y-%m-%dT%H"
        elif age <= timedelta(days=31):
            form = "%Y-%m-%d"
        else:
            form = "%Y-%m"
        spans.setdefault((form, each.made.strftime(form)), each.path)
    return set(spans.values())


def verify(path: Path, count: int = -1, last: str = "") -> None:
    """Read a copy to its end and check every entry. Raises `Damaged`."""
    with looking.main_file(path) as connection:
        version = schema.check_mark(connection, path)
        schema.check_objects(connection, path, version)
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
        entries = read_entries(connection, path)
    newest = max((entry.id for entry in entries), default="")
    if found != "ok" or (count >= 0 and (len(entries), newest) != (count, last)):
        raise Damaged.file(path)


def _write_anew(path: Path, entries: list[Entry]) -> None:
    """A copy of the same name with these entries in it, and nothing of those that were in it."""
    with looking.main_file(path) as connection:
        said: dict[str, str] = {}
        with suppress(sqlite3.Error):
            said = dict(connection.execute("SELECT name, value FROM this_file").fetchall())
    beside = path.with_name(f".{path.name}.anew")
    beside.unlink(missing_ok=True)
    with closing(Store.create(beside)) as store:
        store.append(entries)
        take_seat(store, seat_of(said))
    verify(beside, len(entries), max((e.id for e in entries), default=""))
    try:
        beside.replace(path)
        synced(path)
    except OSError as error:
        raise Unwritable.new(path) from error
