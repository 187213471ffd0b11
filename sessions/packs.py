"""A person's own scenario packs: one TOML file each, in a folder beside their workshops.

A pack is kept only when the guide would take it again; what is not ready is a draft, in a folder
of its own within. Two files never take each other's place by having the same id: a file stands in
for a pack that ships only when its name says so ("ward-9.instead.toml"), which is how somebody's
yes to the question is kept, also when the folder is copied to another computer.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from facilitator.guide import (
    MOST,
    GuideProblem,
    Problem,
    ScenarioPack,
    faults_of,
    load_pack,
    read_unchecked,
)
from sessions.library import file_name
from sessions.problems import Full, Unwritable

FOLDER = "Scenario packs"
DRAFTS = "Drafts"
SUFFIX = ".toml"
_INSTEAD = ".instead.toml"
_MOST_OF_A_DRAFT = 8_000_000

_HEAD = """\
# A scenario pack. Minutes count from the start of the 120-minute rehearsal stage.
# An inject to "Everyone" goes to the room's screen; any other is handed to that part alone.

"""


@dataclass(frozen=True)
class OwnPack:
    """One file of the folder. `pack` is None where it cannot be read at all.

    `problems` are those for which it would be refused; a draft may have some and is no trouble.
    With `instead` it stands in for the pack that ships under the same id.
    """

    path: Path
    pack: ScenarioPack | None
    problems: tuple[Problem, ...] = ()
    draft: bool = False
    instead: bool = False

    @property
    def ready(self) -> bool:
        """Whether it can be played."""
        return self.pack is not None and not self.problems and not self.draft


class PackFolder:
    """The folder of a person's own packs, there or not; reading it never raises."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def drafts(self) -> Path:
        """Where what is not ready is kept."""
        return self.folder / DRAFTS

    def files(self) -> list[Path]:
        """Every pack's file, and after them every draft's; by name."""
        return [*_files(self.folder), *_files(self.drafts)]

    def read(self, path: Path) -> OwnPack:
        """One file, with what is wrong with it."""
        draft = path.parent == self.drafts
        instead = path.name.endswith(_INSTEAD)
        try:
            return OwnPack(path, load_pack(path), draft=draft, instead=instead)
        except GuideProblem as problem:
            found = problem.problems
        try:
            # What was typed can be gone on with, however long it has become.
            most = _MOST_OF_A_DRAFT if draft else MOST
            return OwnPack(path, read_unchecked(path, most), found, draft, instead)
        except GuideProblem:
            return OwnPack(path, None, found, draft, instead)

    def keep(self, pack: ScenarioPack, at: Path | None = None, *, instead: bool = False) -> Path:
        """Keep a pack, in the file `at` or in a new one named after it.

        With `instead` it stands in for the pack that ships under its id. Raises GuideProblem when
        the guide would refuse the pack, and `SessionProblem` when it cannot be written.
        """
        suffix = _INSTEAD if instead else SUFFIX
        path = at or _free(self.folder, file_name(pack.title), suffix)
        if faults := faults_of(pack):
            raise GuideProblem([Problem(path, 0, each.what) for each in faults])
        write_pack(pack, path)
        return path

    def keep_draft(self, pack: ScenarioPack, at: Path | None = None) -> Path:
        """Keep what is not ready, or not meant to be yet, in the file `at` or in a new one.

        Drafts of one id, or of ids that are alike as files' names, never share a file. Raises
        `SessionProblem`.
        """
        path = at or _free(self.drafts, file_name(pack.id), SUFFIX)
        write_pack(pack, path)
        return path

    def remove(self, path: Path) -> None:
        """Remove a file of the folder. Raises `SessionProblem`."""
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise Unwritable.new(path) from error


def pack_toml(pack: ScenarioPack) -> str:
    """A pack as TOML, from which the guide reads an equal one; fields with nothing are left out."""
    # Imported here because only writing needs it, and the app starts without writing a pack.
    import tomli_w

    table = _table(pack)
    # A text of several lines is easier to read and to mend as such, but TOML would turn its
    # carriage returns into ends of lines.
    several_lines = not any("\r" in text for text in _texts(table))
    return _HEAD + tomli_w.dumps(table, multiline_strings=several_lines)


def write_pack(pack: ScenarioPack, path: Path) -> None:
    """Write a pack into a file: whole, or not at all. Raises `SessionProblem`."""
    new = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8", newline="\n") as file:
            file.write(pack_toml(pack))
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise (Full if error.errno == errno.ENOSPC else Unwritable).new(path) from error


def _free(folder: Path, name: str, suffix: str) -> Path:
    """A file of this name that is not there yet, with a number where it has to be."""
    number, tail = 1, ""
    while (path := folder / f"{name}{tail}{suffix}").exists():
        number += 1
        tail = f"-{number}"
    return path


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return []
    # Copying by a Mac leaves "._ward-9.toml" beside ward-9.toml, and it holds no pack.
    return [path for path in found if not path.name.startswith(".")]


def _table(thing: msgspec.Struct) -> dict[str, Any]:
    """The fields that say something, in their order."""
    table = {}
    for field in msgspec.structs.fields(thing):
        value = getattr(thing, field.name)
        if field.required or value != field.default:
            table[field.name] = _plain(value)
    return table


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _table(value) if isinstance(value, msgspec.Struct) else value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
