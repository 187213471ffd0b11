"""The reader: a process of its own in which files from elsewhere are opened, and nothing else.

It is asked over its standard input and answers over its standard output. It ends when nobody asks
any more, and may be killed at any moment: everything it writes lies in a folder that the app
clears away.
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from sessions.intake.answers import Asked, Found, Read, TurnedBack
from sessions.intake.copying import private_copy
from sessions.intake.database import read_copy
from sessions.intake.finding import found_at, member_copy

LARGEST_MESSAGE = 64 * 1024 * 1024
"""Bytes of one message, in either direction."""

_PART = 4 * 1024 * 1024
_MEMORY = 2 * 1024 * 1024 * 1024
_SECONDS_OVER = 5
_FRAME = 4
_encode = msgspec.msgpack.Encoder().encode


def send(to: IO[bytes], message: bytes) -> None:
    """Put a message into a pipe, after its length."""
    to.write(len(message).to_bytes(_FRAME) + message)
    to.flush()


def received(source: IO[bytes]) -> bytes:
    """The next message from a pipe; empty at its end, or when it is longer than any may be."""
    start = source.read(_FRAME)
    length = int.from_bytes(start)
    if len(start) < _FRAME or length > LARGEST_MESSAGE:
        return b""
    message = source.read(length)
    return message if len(message) == length else b""


def main() -> None:
    """Answer until nobody asks any more."""
    source = open(0, "rb", closefd=False)  # noqa: SIM115  for as long as the process lives
    to = open(1, "wb", closefd=False)  # noqa: SIM115
    _hold_back()
    send(to, b"ready")
    asked_of = msgspec.msgpack.Decoder(Asked)
    while message := received(source):
        asked = asked_of.decode(message)
        _allow_seconds(asked.seconds)
        if asked.find:
            send(to, _encode(_found(Path(os.fsdecode(asked.path)))))
        else:
            for part in _parts(_read(asked)):
                send(to, part)


def _found(path: Path) -> list[Found]:
    try:
        return found_at(path)
    except TurnedBack as error:
        return [Found(os.fsencode(path), -1, os.fsencode(path.name), error.code)]


def _read(asked: Asked) -> Read:
    until = time.monotonic() + asked.seconds
    path, folder = Path(os.fsdecode(asked.path)), Path(os.fsdecode(asked.folder))
    try:
        if asked.member >= 0:
            path = member_copy(path, asked.member, folder)
        copy, version = private_copy(path, folder)
        return read_copy(copy, version, until)
    except TurnedBack as error:
        return Read(code=error.code)
    finally:
        for left in folder.iterdir():
            left.unlink()


def _parts(read: Read) -> Iterator[bytes]:
    """An answer in parts of a few megabytes, the counts with the last of them."""
    rows, read.rows = read.rows, []
    part: list[tuple[object, ...]] = []
    size = 0
    for row in rows:
        part.append(row)
        size += len(str(row[5])) * 4 + 300
        if size > _PART:
            yield _encode(Read(rows=part))
            part, size = [], 0
    read.rows, read.last = part, True
    yield _encode(read)


def _hold_back() -> None:
    """Where the system has limits for a process, take on all that fit."""
    if sys.platform == "win32":
        return
    import resource

    wanted = [(resource.RLIMIT_CORE, 0)]
    if sys.platform == "linux":
        # Elsewhere this limit is not kept, or counts what is shared with other programs.
        wanted.append((resource.RLIMIT_AS, _MEMORY))
    for limit, most in wanted:
        _, hard = resource.getrlimit(limit)
        if hard == resource.RLIM_INFINITY or most <= hard:
            resource.setrlimit(limit, (most, hard))


def _allow_seconds(seconds: float) -> None:
    """From now on it may compute for so long, and a little more; then the system ends it."""
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    most = int(usage.ru_utime + usage.ru_stime + seconds) + _SECONDS_OVER
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or most <= hard:
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


if __name__ == "__main__":
    main()
