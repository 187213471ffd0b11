"""Hostile files by where and how they lie: links, pipes, names, modes; and hostile archives."""

import os
import socket
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from sessions.looking import log_of
from tests.sessions.intake.planted import Spoil, fresh, left_open

Fill = Callable[[zipfile.ZipFile, bytes], object]


def _link_to(target: str) -> Spoil:
    return lambda path: fresh(path).symlink_to(target)


def _link_to_sound(path: Path) -> None:
    sound = path.with_suffix(".kept")
    path.rename(sound)
    path.symlink_to(sound)


def _hard_link(path: Path) -> None:
    os.link(path, path.with_suffix(".second"))


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(fresh(path).parent)
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(here)


def _named(name: str | bytes) -> Spoil:
    def spoil(path: Path) -> Path:
        return path.rename(path.parent / os.fsdecode(name))

    return spoil


def _zip(fill: Fill, method: int = zipfile.ZIP_DEFLATED) -> Spoil:
    def spoil(path: Path) -> Path:
        content = path.read_bytes()
        archive = fresh(path).with_suffix(".zip")
        with zipfile.ZipFile(archive, "w", method) as packed:
            fill(packed, content)
        return archive

    return spoil


def _one(name: str) -> Fill:
    return lambda packed, content: packed.writestr(name, content)


def _of_mode(mode: int, content: bytes) -> Fill:
    def fill(packed: zipfile.ZipFile, _content: bytes) -> None:
        member = zipfile.ZipInfo("notes.workshop")
        member.create_system = 3
        member.external_attr = mode << 16
        packed.writestr(member, content)

    return fill


def _nested(packed: zipfile.ZipFile, content: bytes) -> None:
    packed.writestr("inner.zip", b"PK\x03\x04" + content)


def _bomb(packed: zipfile.ZipFile, _content: bytes) -> None:
    with packed.open("bomb.workshop", "w") as member:
        for _ in range(100):
            member.write(bytes(1024 * 1024))


def _many(number: int, content: bytes) -> Fill:
    def fill(packed: zipfile.ZipFile, _content: bytes) -> None:
        for at in range(number):
            packed.writestr(f"{at}.workshop", content)

    return fill


def _folders_only(packed: zipfile.ZipFile, _content: bytes) -> None:
    packed.writestr("a/", b"")
    packed.writestr("notes.workshop/", b"")


def _hidden(packed: zipfile.ZipFile, content: bytes) -> None:
    packed.writestr("__MACOSX/._notes.workshop", content)
    packed.writestr(".hidden/notes.workshop", content)


def _zip_bytes(change: Callable[[bytes], bytes]) -> Spoil:
    def spoil(path: Path) -> Path:
        archive = _zip(_one("notes.workshop"))(path)
        assert isinstance(archive, Path)
        archive.write_bytes(change(archive.read_bytes()))
        return archive

    return spoil


def _central(offset: int, content: bytes) -> Spoil:
    """Change what the directory of an archive says of its only member."""

    def change(whole: bytes) -> bytes:
        at = whole.rindex(b"PK\x01\x02") + offset
        return whole[:at] + content + whole[at + len(content) :]

    return _zip_bytes(change)


def _with_log(path: Path) -> Path:
    left_open(path)
    log = log_of(path).read_bytes()
    log_of(path).unlink()

    def fill(packed: zipfile.ZipFile, content: bytes) -> None:
        packed.writestr("notes.workshop", content)
        packed.writestr("notes.workshop-wal", log)

    made = _zip(fill)(path)
    assert isinstance(made, Path)
    return made


def _with_bad_log(packed: zipfile.ZipFile, content: bytes) -> None:
    packed.writestr("notes.workshop", content)
    packed.writestr("notes.workshop-wal", b"\x37\x7f\x06\x82" * 99_999)


def _end(fields: tuple[int, ...]) -> bytes:
    return b"PK\x05\x06" + struct.pack("<4H2LH", *fields)


PLACES: dict[str, Spoil] = {
    "link to a sound one": _link_to_sound,
    "link to nothing": _link_to("nowhere"),
    "link to zero": _link_to("/dev/zero"),
    "link to memory": _link_to("/proc/self/mem"),
    "link to its folder": _link_to("."),
    "link into itself": lambda path: path.symlink_to(fresh(path)),
    "two names": _hard_link,
    "pipe": lambda path: os.mkfifo(fresh(path)),
    "socket": _socket,
    "folder": lambda path: fresh(path).mkdir(),
    "not to be read": lambda path: path.chmod(0),
    "long name": _named("x" * 240 + ".workshop"),
    "name with lines": _named("a\nb\r\tc.workshop"),
    "name turned around": _named("\u202epohskrow.\u202c\u2066x.workshop"),
    "name of spaces": _named("   .workshop"),
    "name of no letters": _named(b"\xff\xfe\x80.workshop"),
    "name like an option": _named("--help.workshop"),
    "name of a question": _named("a?mode=rw&b#c%00.workshop"),
    "name of an address": _named("file:x.workshop"),
    "name of many colours": _named("<b>👩‍👩‍👧\u0301\u200b.workshop"),
    "gone": lambda path: fresh(path),
}

ARCHIVES: dict[str, Spoil] = {
    "archive of one": _zip(_one("notes.workshop")),
    "archive, not packed": _zip(_one("notes.workshop"), zipfile.ZIP_STORED),
    "archive by bzip2": _zip(_one("notes.workshop"), zipfile.ZIP_BZIP2),
    "archive by LZMA": _zip(_one("notes.workshop"), zipfile.ZIP_LZMA),
    "archive with a log": _with_log,
    "archive with a bad log": _zip(_with_bad_log),
    "archive of nothing": _zip(lambda _packed, _content: None),
    "archive of a PDF": _zip(_one("notes.pdf")),
    "archive of folders": _zip(_folders_only),
    "archive of hidden ones": _zip(_hidden),
    "archive within": _zip(_nested),
    "archive of a path from the root": _zip(_one("/etc/cron.d/notes.workshop")),
    "archive of a path upwards": _zip(_one("../../notes.workshop")),
    "archive of a path upwards in the middle": _zip(_one("a/../../notes.workshop")),
    "archive of a path for Windows": _zip(_one("..\\..\\notes.workshop")),
    "archive of a drive": _zip(_one("C:\\notes.workshop")),
    "archive of a share": _zip(_one("\\\\server\\notes.workshop")),
    "archive of a long name": _zip(_one("n" * 60_000 + ".workshop")),
    "archive of lines": _zip(_one("a\nb\u202ec.workshop")),
    "archive of a link": _zip(_of_mode(stat.S_IFLNK | 0o777, b"/etc/passwd")),
    "archive of a pipe": _zip(_of_mode(stat.S_IFIFO | 0o666, b"x")),
    "archive of a device": _zip(_of_mode(stat.S_IFCHR | 0o666, b"x")),
    "archive of no bytes": _zip(_of_mode(stat.S_IFREG | 0o644, b"")),
    "archive of a text": _zip(_of_mode(stat.S_IFREG | 0o644, b"Dear all")),
    "archive that swells": _zip(_bomb),
    "archive of 300": _zip(_many(300, b"x")),
    "archive of 6,000": _zip(_many(6_000, b"")),
    "archive cut off": _zip_bytes(lambda whole: whole[:-30]),
    "archive cut in half": _zip_bytes(lambda whole: whole[: len(whole) // 2]),
    "archive of chance": _zip_bytes(lambda whole: whole[:60] + os.urandom(900) + whole[960:]),
    "archive with a comment": _zip_bytes(lambda whole: whole + b"PK\x05\x06" * 9_000),
    "archive that begins late": _zip_bytes(lambda whole: b"MZ" + bytes(500) + whole),
    "archive with a mark and no more": _zip_bytes(lambda _: b"PK\x03\x04"),
    "archive of 65,535 that are not there": _zip_bytes(
        lambda whole: whole[:-22] + _end((0, 0, 65_535, 65_535, 2**32 - 2, 0, 0))
    ),
    "archive that begins below": _zip_bytes(
        lambda whole: whole[:-22] + _end((0, 0, 1, 1, 60, 2**32 - 2, 0))
    ),
    "archive with a password": _central(8, b"\x01\x00"),
    "archive by method 99": _central(10, b"\x63\x00"),
    "archive with another sum": _central(16, b"\x00\x00\x00\x00"),
    "archive that says less": _central(24, b"\x00\x10\x00\x00"),
    "archive that says more": _central(24, b"\xff\xff\x00\x00"),
    "archive that says much more": _central(24, b"\xff\xff\xff\x7f"),
    "archive that is packed to nothing": _central(20, b"\x00\x00\x00\x00"),
    "archive of the far end": _central(42, b"\xfe\xff\xff\x7f"),
}

CASES: dict[str, Spoil] = PLACES | ARCHIVES
