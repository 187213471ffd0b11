"""What there is at a path: a file, the workshops of a folder, the members of an archive."""

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sessions import looking
from sessions.intake.answers import Found, TurnedBack
from sessions.intake.copying import ARCHIVE, LARGEST_FILE, opened, pour
from sessions.library import SUFFIX

MOST_FILES = 200
"""How many workshops of one folder or archive are looked at."""

_MOST_SEEN = 20_000
_MOST_MEMBERS = 5_000
_DEEPEST = 8
_MOST_UNPACKED = LARGEST_FILE
_MOST_TIMES = 200
_ALWAYS_ALLOWED = 1024 * 1024
_ZIP = ".zip"
_LOG = "-wal"
_PASSWORD = 0x1
# What an archive raises that is not as it should be, whatever the reason.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def found_at(path: Path) -> list[Found]:
    """Everything at a path that is worth reading, and what is not, with the reason."""
    try:
        if stat.S_ISDIR(path.lstat().st_mode):
            return _in_folder(path)
    except (OSError, ValueError):
        return [_file(path)]
    return _in_file(path)


def member_copy(path: Path, member: int, folder: Path) -> Path:
    """Unpack one member of an archive under a name of ours, with its log when that is there."""
    copy = folder / f"member{SUFFIX}"
    with _archive(path) as archive:
        members = archive.infolist()
        if not 0 <= member < len(members):
            raise TurnedBack("archive_damaged")
        chosen = members[member]
        _unpack(archive, chosen, copy)
        logs = [each for each in members if each.filename == chosen.filename + _LOG]
        if logs:
            _unpack(archive, logs[-1], looking.log_of(copy))
    return copy


def _file(path: Path, code: str = "") -> Found:
    return Found(os.fsencode(path), -1, os.fsencode(path.name), code)


def _in_file(path: Path) -> list[Found]:
    try:
        with opened(path) as file:
            start = file.read(4)
        return _in_archive(path) if start in ARCHIVE else [_file(path)]
    except TurnedBack as error:
        return [_file(path, error.code)]


def _in_folder(folder: Path) -> list[Found]:
    found: list[Found] = []
    for path in _workshops(folder):
        if path is None or len(found) >= MOST_FILES:
            found.append(_file(folder, "too_many"))
            break
        found.extend(_in_file(path)[: MOST_FILES + 1])
    return found or [_file(folder, "nothing_there")]


def _workshops(folder: Path) -> Iterator[Path | None]:
    """Workshops and archives, folder by folder in the order of their names.

    Hidden ones and links to other folders are passed by. None where there is too much to see.
    """
    waiting = [(folder, 0)]
    seen = 0
    while waiting:
        here, depth = waiting.pop()
        deeper = []
        try:
            with os.scandir(here) as listed:
                inside = []
                for each in listed:
                    seen += 1
                    if seen > _MOST_SEEN:
                        yield None
                        return
                    if not each.name.startswith("."):
                        inside.append(each)
                inside.sort(key=lambda each: each.name)
        except OSError:
            continue
        for each in inside:
            if each.is_dir(follow_symlinks=False):
                deeper.append((here / each.name, depth + 1))
            elif each.name.lower().endswith((SUFFIX, _ZIP)):
                yield here / each.name
        waiting.extend(each for each in reversed(deeper) if each[1] <= _DEEPEST)


def _in_archive(path: Path) -> list[Found]:
    found: list[Found] = []
    with _archive(path) as archive:
        members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        return [_file(path, "too_many")]
    unpacked = 0
    for number, member in enumerate(members):
        name = member.filename.replace("\\", "/")
        parts = name.split("/")
        if not _is_meant(parts):
            continue
        if len(found) >= MOST_FILES:
            found.append(_file(path, "too_many"))
            break
        code = _why_not(member, parts)
        unpacked += member.file_size
        if not code and unpacked > _MOST_UNPACKED:
            code = "too_large"
        last = parts[-1].encode("utf-8", "surrogateescape")
        found.append(Found(os.fsencode(path), number, last, code))
    return found or [_file(path, "nothing_there")]


def _is_meant(parts: list[str]) -> bool:
    """Whether somebody put it there to be read: no folder, nothing hidden, a name that fits."""
    hidden = any(part.startswith(".") and part not in (".", "..") for part in parts)
    return (
        bool(parts[-1])
        and not hidden
        and "__MACOSX" not in parts
        and parts[-1].lower().endswith((SUFFIX, _ZIP))
    )


def _why_not(member: zipfile.ZipInfo, parts: list[str]) -> str:
    if ".." in parts or not parts[0] or parts[0].endswith(":"):
        return "archive_astray"
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "link"
    if kind not in (0, stat.S_IFREG):
        return "folder"
    if parts[-1].lower().endswith(_ZIP):
        return "archive_within"
    if member.flag_bits & _PASSWORD:
        return "archive_locked"
    if member.file_size == 0:
        return "empty"
    swollen = member.file_size > _MOST_TIMES * max(member.compress_size, 1)
    if member.file_size > LARGEST_FILE or (swollen and member.file_size > _ALWAYS_ALLOWED):
        return "too_large"
    return ""


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    with opened(path) as file:
        try:
            with zipfile.ZipFile(file) as archive:
                yield archive
        except _BROKEN as error:
            raise TurnedBack("archive_damaged") from error
        except MemoryError as error:
            raise TurnedBack("too_large") from error


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    # What it says of its size is not believed: no more is written than was looked at before.
    most = min(member.file_size, LARGEST_FILE)
    with archive.open(member) as source:
        pour(source, target, most)
