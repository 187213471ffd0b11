"""Hostile files by their bytes: headers, pages, logs, and what is no database at all."""

import gzip
import os
import random
from collections.abc import Callable
from pathlib import Path

from sessions.looking import log_of
from tests.sessions.intake.planted import Spoil, edited, fresh, left_open, plain_workshop, rewritten

PAGE = 4096
SPARSE = 2**40


def root_of_entries(whole: bytes) -> int:
    """Where the interior page lies that leads to the most leaves of a table."""
    inside = [at for at in range(0, len(whole), PAGE) if whole[at] == 5 and at]
    return max(inside, key=lambda at: int.from_bytes(whole[at + 3 : at + 5]))


def _header(at: int, content: bytes) -> Spoil:
    return lambda path: edited(path, at, content)


def _bytes(content: bytes) -> Spoil:
    return lambda path: path.write_bytes(content)


def _without_page(number: int, content: bytes) -> Callable[[bytes], bytes]:
    at = number * PAGE
    return lambda whole: whole[:at] + content * PAGE + whole[at + PAGE :]


def _swapped(whole: bytes) -> bytes:
    return whole[:PAGE] + whole[2 * PAGE : 3 * PAGE] + whole[PAGE : 2 * PAGE] + whole[3 * PAGE :]


def _into_itself(whole: bytes) -> bytes:
    at = root_of_entries(whole)
    own = (at // PAGE + 1).to_bytes(4)
    return whole[: at + 8] + own + whole[at + 12 :]


def _all_into_itself(whole: bytes) -> bytes:
    """Every way down from the root leads to the root again."""
    at = root_of_entries(whole)
    page = bytearray(whole[at : at + PAGE])
    own = (at // PAGE + 1).to_bytes(4)
    page[8:12] = own
    for cell in range(int.from_bytes(page[3:5])):
        start = int.from_bytes(page[12 + 2 * cell : 14 + 2 * cell])
        page[start : start + 4] = own
    return whole[:at] + bytes(page) + whole[at + PAGE :]


def _one_leaf_many_times(whole: bytes) -> bytes:
    at = root_of_entries(whole)
    page = bytearray(whole[at : at + PAGE])
    first = int.from_bytes(page[12:14])
    leaf = page[first : first + 4]
    for cell in range(int.from_bytes(page[3:5])):
        start = int.from_bytes(page[12 + 2 * cell : 14 + 2 * cell])
        page[start : start + 4] = leaf
    return whole[:at] + bytes(page) + whole[at + PAGE :]


def _many_cells(whole: bytes) -> bytes:
    at = root_of_entries(whole)
    return whole[: at + 3] + b"\xff\xff" + whole[at + 5 :]


def _sparse(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(SPARSE)


def _sparse_below(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(200 * 1024 * 1024)


def _log(make: Callable[[Path], bytes], *, crashed: bool = False) -> Spoil:
    def spoil(path: Path) -> None:
        if crashed:
            left_open(path)
        log_of(path).write_bytes(make(path))

    return spoil


def _flipped(path: Path) -> bytes:
    whole = bytearray(log_of(path).read_bytes())
    whole[len(whole) // 2] ^= 0x10
    return bytes(whole)


def _of_another(path: Path) -> bytes:
    other = path.with_name("other.workshop")
    plain_workshop(other, 3)
    left_open(other)
    content = log_of(other).read_bytes()
    log_of(other).unlink()
    other.unlink()
    return content


def _far_pages(path: Path) -> bytes:
    whole = bytearray(log_of(path).read_bytes())
    for at in range(32, len(whole), PAGE + 24):
        whole[at : at + 8] = b"\x7f\xff\xff\xff\x7f\xff\xff\xff"
    return bytes(whole)


def _beside(ending: str, content: bytes) -> Spoil:
    return lambda path: path.with_name(path.name + ending).write_bytes(content)


def _log_is_folder(path: Path) -> None:
    log_of(path).mkdir()


def _log_is_link(path: Path) -> None:
    log_of(path).symlink_to("/dev/zero")


def _log_is_pipe(path: Path) -> None:
    os.mkfifo(log_of(path))


def _only_log(path: Path) -> None:
    left_open(path)
    fresh(path).write_bytes(b"SQLite format 3\0" + bytes(84))


def _torn(path: Path) -> None:
    left_open(path)
    path.write_bytes(path.read_bytes()[:-PAGE])


_chance = random.Random(6)
JOURNAL = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"

CASES: dict[str, Spoil] = {
    "no bytes": _bytes(b""),
    "one byte": _bytes(b"S"),
    "a mark and no more": _bytes(b"SQLite format 3\0"),
    "99 bytes": rewritten(lambda whole: whole[:99]),
    "100 bytes": rewritten(lambda whole: whole[:100]),
    "one page": rewritten(lambda whole: whole[:PAGE]),
    "a tenth": rewritten(lambda whole: whole[: len(whole) // 10]),
    "a half": rewritten(lambda whole: whole[: len(whole) // 2]),
    "nine tenths": rewritten(lambda whole: whole[: len(whole) * 9 // 10]),
    "all but a byte": rewritten(lambda whole: whole[:-1]),
    "a byte more": rewritten(lambda whole: whole + b"x"),
    "twice": rewritten(lambda whole: whole * 2),
    "garbage after it": rewritten(lambda whole: whole + b"\xff" * 50_000),
    "noughts": _bytes(bytes(100_000)),
    "ones after the header": rewritten(lambda whole: whole[:100] + b"\xff" * len(whole)),
    "noughts after the first page": rewritten(lambda w: w[:PAGE] + bytes(len(w) - PAGE)),
    "chance": _bytes(_chance.randbytes(200_000)),
    "chance after the header": rewritten(lambda w: w[:100] + _chance.randbytes(len(w) - 100)),
    "two pages swapped": rewritten(_swapped),
    **{f"page {n} of noughts": rewritten(_without_page(n, b"\0")) for n in range(1, 6)},
    **{f"page {n} of ones": rewritten(_without_page(n, b"\xff")) for n in (1, 3, 5)},
    "a tree into itself": rewritten(_into_itself),
    "a tree into itself everywhere": rewritten(_all_into_itself),
    "one leaf many times": rewritten(_one_leaf_many_times),
    "65,535 cells": rewritten(_many_cells),
    "page size 0": _header(16, b"\x00\x00"),
    "page size 3": _header(16, b"\x00\x03"),
    "page size 256": _header(16, b"\x01\x00"),
    "page size 65,536": _header(16, b"\x00\x01"),
    "page size 512": _header(16, b"\x02\x00"),
    "255 bytes reserved": _header(20, b"\xff"),
    "written by version 9": _header(18, b"\x09"),
    "read by version 9": _header(19, b"\x09"),
    "fractions of 0": _header(21, b"\0\0\0"),
    "4,294,967,295 pages": _header(28, b"\xff\xff\xff\xff"),
    "0 pages": _header(28, b"\0\0\0\0"),
    "1 page": _header(28, b"\0\0\0\1"),
    "free pages in the clouds": _header(32, b"\x7f\xff\xff\xff\xff\xff\xff\xff"),
    "free pages into themselves": _header(32, b"\0\0\0\1\0\0\0\xff"),
    "schema format 99": _header(44, b"\0\0\0\x63"),
    "text encoding 9": _header(56, b"\0\0\0\x09"),
    "text encoding UTF-16": _header(56, b"\0\0\0\x02"),
    "a cache of 2 billion pages": _header(48, b"\x7f\xff\xff\xff"),
    "vacuumed, it says": _header(52, b"\x7f\xff\xff\xff\0\0\0\1"),
    "a schema that is not text": rewritten(
        lambda whole: whole.replace(b"CREATE UNIQUE", b"CREATE \xd1NIQUE")
    ),
    "a letter": _bytes(b"Dear all,\n" * 500),
    "a letter in UTF-16": _bytes("Dear all,\n".encode("utf-16") * 500),
    "a PDF": _bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"1 0 obj\n<<>>\nendobj\n" * 99 + b"%%EOF"),
    "a picture": _bytes(b"\x89PNG\r\n\x1a\n" + bytes(999)),
    "a page of the web": _bytes(b"<!doctype html><script>alert(1)</script>"),
    "a program for Windows": _bytes(b"MZ" + bytes(5000)),
    "a program for Linux": _bytes(b"\x7fELF" + bytes(5000)),
    "a shell script": _bytes(b"#!/bin/sh\nrm -rf ~\n"),
    "packed with gzip": rewritten(gzip.compress),
    "begins with a mark of its own": rewritten(lambda whole: b"\xef\xbb\xbf" + whole),
    "through a text editor": rewritten(lambda whole: whole.replace(b"\n", b"\r\n")),
    "without its eighth bits": rewritten(lambda whole: bytes(b & 0x7F for b in whole)),
    "a terabyte of nothing": _sparse,
    "200 MB of nothing": _sparse_below,
    "log of 10 bytes": _log(lambda _: b"x" * 10),
    "log of 32 bytes": _log(lambda _: b"\x37\x7f\x06\x82" + bytes(28)),
    "log of chance": _log(lambda _: _chance.randbytes(300_000)),
    "log of noughts": _log(lambda _: bytes(300_000)),
    "log of a text": _log(lambda _: b"Dear all,\n" * 500),
    "log of another": _log(_of_another),
    "log cut off": _log(lambda path: log_of(path).read_bytes()[:-999], crashed=True),
    "log with a bit turned": _log(_flipped, crashed=True),
    "log of far pages": _log(_far_pages, crashed=True),
    "log twice": _log(lambda path: log_of(path).read_bytes() * 2, crashed=True),
    "log and chance": _log(
        lambda path: log_of(path).read_bytes() + _chance.randbytes(9999), crashed=True
    ),
    "log of a file that is gone": _only_log,
    "log of a torn file": _torn,
    "log that is a folder": _log_is_folder,
    "log that is a link": _log_is_link,
    "log that is a pipe": _log_is_pipe,
    "hot journal of chance": _beside("-journal", JOURNAL + _chance.randbytes(9999)),
    "hot journal of noughts": _beside("-journal", JOURNAL + bytes(9999)),
    "hot journal of another": _beside("-journal", JOURNAL + b"\xff\xff\xff\xff" * 999),
    "shared memory of chance": _beside("-shm", _chance.randbytes(32768)),
}
