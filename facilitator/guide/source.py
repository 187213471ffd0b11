"""One TOML file as read: its data, and the line of everything in it."""

import math
import re
import stat
import tomllib
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from facilitator.guide.lines import Place, lines_of
from facilitator.guide.problems import GuideProblem, Problem

MOST = 1_000_000
"""Bytes of a file. The longest script that ships has 8,000."""
_DEEPEST = 20
"""Tables and lists within one another; a script has five."""
_LARGEST = 2**31 - 1
"""What a field for numbers on the screen can hold, too."""

# tomllib takes longer and longer over each further part of a dotted key, and hours over half a
# million of them. The look behind keeps the search itself from beginning anew at every letter.
_DOTTED = re.compile(
    r"""(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){100}"""
)
# Python makes no whole number of more digits than these.
_DIGITS = re.compile(r"(?<![0-9_])[0-9](?:_?[0-9]){4299,}")
_TOO_DEEP = "too many tables or lists lie within one another here."

_TOML_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_TOML_END = " (at end of document)"

# The mistakes that are made most often, in other words than tomllib's.
_PLAINLY = {
    "Cannot overwrite a value": "the same key is there twice",
    "Expected newline or end of document after a statement": (
        'something follows the end of the value; a quotation mark inside a text is written \\"'
    ),
    "Illegal character '\\n'": "the quotation mark that ends the text is missing",
    "Invalid value": (
        "the value makes no sense; a text stands in quotation marks, a list in square brackets"
    ),
    "Unescaped '\\' in a string": "a backslash inside a text is written twice",
}


class Fault(NamedTuple):
    """Something wrong, by its place in the data rather than by its line.

    `near` is a piece of text inside a value that runs over several lines: the line is its own.
    """

    at: Place
    what: str
    near: str = ""


class Source:
    """A TOML file, read and parsed; raises GuideProblem when it cannot be.

    A file of more than `most` bytes is not read. What is read can be walked by recursion, and its
    whole numbers are small enough for every field.
    """

    def __init__(self, path: Path, most: int = MOST) -> None:
        self.path = path
        self.text = _text(path, most)
        self.data: dict[str, Any] = _data(path, self.text)
        if found := list(_beyond(self.data)):
            raise GuideProblem(self.problems(found))

    @cached_property
    def _lines(self) -> dict[Place, int]:
        # Walked only for a file that has something wrong with it.
        try:
            return lines_of(self.text)
        except RecursionError:
            return {(): 0}

    def line(self, at: Place, near: str = "") -> int:
        """The line of what stands there, or of the table in which it is missing."""
        while at and at not in self._lines:
            at = at[:-1]
        first = self._lines.get(at, 1)
        if near:
            for number, line in enumerate(self.text.split("\n")[first - 1 :], first):
                if near in line:
                    return number
        return first

    def problems(self, faults: Iterable[Fault]) -> list[Problem]:
        """The same faults, with this file's name and lines."""
        return [Problem(self.path, self.line(each.at, each.near), each.what) for each in faults]


def _text(path: Path, most: int) -> str:
    try:
        found = path.stat()
        # Reading from a pipe would wait for somebody to write into it.
        if not stat.S_ISREG(found.st_mode):
            raise GuideProblem([Problem(path, 0, "it is not a file that can be read.")])
        if found.st_size > most:
            size, limit = _megabytes(found.st_size), _megabytes(most)
            what = f"it is {size} long, and no more than {limit} is read."
            raise GuideProblem([Problem(path, 0, what)])
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise GuideProblem([Problem(path, 0, f"it cannot be read: {reason}.")]) from error
    try:
        # Some editors begin a UTF-8 file with a mark that TOML does not know.
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = "these letters are not in UTF-8. Save the file again as UTF-8."
        raise GuideProblem([Problem(path, line, what)]) from error
    return text.replace("\r\n", "\n")


def _megabytes(count: int) -> str:
    """A size in words, never smaller than it is: "1.1 MB"."""
    return f"{math.ceil(count / 100_000) / 10:g} MB"


def _data(path: Path, text: str) -> dict[str, Any]:
    if found := _DOTTED.search(text):
        raise GuideProblem([Problem(path, _line_at(text, found.start()), _TOO_DEEP)])
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        line = text.rstrip().count("\n") + 1 if reason.endswith(_TOML_END) else 0
        if found := _TOML_LINE.search(reason):
            line = int(found[1])
        reason = _TOML_LINE.sub("", reason).removesuffix(_TOML_END)
        reason = _PLAINLY.get(reason, f"{reason[:1].lower()}{reason[1:]}")
        what = f"this is not written as TOML should be: {reason}."
        raise GuideProblem([Problem(path, line, what)]) from error
    except RecursionError as error:
        raise GuideProblem([Problem(path, 0, _TOO_DEEP)]) from error
    except ValueError as error:
        # What tomllib hands to int, float and datetime may be refused there, without a line.
        if found := _DIGITS.search(text):
            what = "this number has far too many digits."
            line = _line_at(text, found.start())
        else:
            what, line = f"this is not written as TOML should be: {error}.", 0
        raise GuideProblem([Problem(path, line, what)]) from error


def _line_at(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _beyond(data: dict[str, Any]) -> Iterator[Fault]:
    """What lies too deep and numbers that are too large; walked without recursion."""
    waiting: list[tuple[Place, Any]] = [((), data)]
    while waiting:
        at, value = waiting.pop()
        if isinstance(value, dict | list):
            if len(at) > _DEEPEST:
                yield Fault(at[:1], _TOO_DEEP)
                continue
            inside = value.items() if isinstance(value, dict) else enumerate(value)
            waiting += [((*at, key), each) for key, each in inside]
        elif isinstance(value, int) and abs(value) > _LARGEST:
            yield Fault(at, "this number is far too large.")
