"""The reader's process as the app sees it: started when needed, asked, and killed when it is late.

One process reads many files. When it ends, by a fault in a file or by being killed, the next
question starts another.
"""

import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import msgspec

import sessions
from sessions.intake.answers import Asked, TurnedBack
from sessions.intake.reader import received, send

READ_FOR_ME = "read-from-elsewhere"
"""The one argument with which an app that is packed into a single program starts as its reader."""

_START = 20.0
_LATE = 1.0
_LOOK = 0.2
_MOST_BYTES = 1024 * 1024 * 1024

Waiting = Callable[[], None]


class Reader:
    """The process that opens files from elsewhere. Use it in a `with`: it ends with that."""

    def __init__(self) -> None:
        self.started = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._home = tempfile.TemporaryDirectory(prefix="facilitator-", ignore_cleanup_errors=True)
        self._folder = Path(self._home.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()
        self._home.cleanup()

    def ask(
        self, path: bytes, member: int, seconds: float, waiting: Waiting, *, find: bool = False
    ) -> Iterator[bytes]:
        """The parts of an answer, as they come.

        Raises `TurnedBack` when the process does not start, ends, answers too much or is late; and
        whatever `waiting` raises, which is called several times a second. Then it is killed.
        """
        try:
            process = self._running(waiting)
            asked = Asked(find, path, member, os.fsencode(self._folder), seconds)
            assert process.stdin is not None
            try:
                send(process.stdin, msgspec.msgpack.encode(asked))
            except OSError as error:
                raise TurnedBack("broke_off") from error
            until = time.monotonic() + seconds + _LATE
            size = 0
            while True:
                part = self._next(until, waiting)
                size += len(part)
                if size > _MOST_BYTES:
                    raise TurnedBack("too_large")
                yield part
        except GeneratorExit:
            raise
        except BaseException:
            self.end()
            raise

    def _running(self, waiting: Waiting) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.end()
        self._folder = Path(tempfile.mkdtemp(dir=self._home.name))
        self._answers = queue.SimpleQueue()
        try:
            self._process = process = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Not where a file was opened from: nothing that lies there may be imported.
                cwd=self._home.name,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise TurnedBack("cannot_look") from error
        self.started += 1
        threading.Thread(
            target=_listen, args=(process, self._answers), name="intake", daemon=True
        ).start()
        try:
            if self._next(time.monotonic() + _START, waiting) != b"ready":
                raise TurnedBack("cannot_look")
        except TurnedBack as error:
            raise TurnedBack("cannot_look") from error
        return process

    def _next(self, until: float, waiting: Waiting) -> bytes:
        while True:
            waiting()
            left = until - time.monotonic()
            if left <= 0:
                raise TurnedBack("too_slow")
            try:
                part = self._answers.get(timeout=min(left, _LOOK))
            except queue.Empty:
                continue
            if not part:
                raise TurnedBack("broke_off")
            return part

    def end(self) -> None:
        """Kill it, whatever it is at; the next question starts another."""
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        # What was not sent any more is of no use to a process that has ended.
        return


def _listen(process: "subprocess.Popen[bytes]", answers: "queue.SimpleQueue[bytes]") -> None:
    assert process.stdout is not None
    try:
        while part := received(process.stdout):
            answers.put(part)
    except (OSError, ValueError):
        # The pipe was closed on this side.
        pass
    answers.put(b"")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_FOR_ME]
    # -P: only what is installed, or named in the environment below, is imported.
    return [sys.executable, "-P", "-m", "sessions.intake.reader"]


def _environment() -> dict[str, str]:
    here = str(Path(sessions.__file__).absolute().parent.parent)
    before = os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join(each for each in (here, before) if each)
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
