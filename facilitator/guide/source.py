"""One TOML file as read: its data, and the line of everything in it."""

import re
import tomllib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from facilitator.guide.lines import Place, lines_of
from facilitator.guide.problems import GuideProblem, Problem

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
    """A TOML file, read and parsed; raises GuideProblem when it cannot be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = _text(path)
        self.data: dict[str, Any] = _data(path, self.text)

    @cached_property
    def _lines(self) -> dict[Place, int]:
        # Walked only for a file that has something wrong with it.
        return lines_of(self.text)

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


def _text(path: Path) -> str:
    try:
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


def _data(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError as error:
        reason = str(error)
        line = text.rstrip().count("\n") + 1 if reason.endswith(_TOML_END) else 0
        if found := _TOML_LINE.search(reason):
            line = int(found[1])
        reason = _TOML_LINE.sub("", reason).removesuffix(_TOML_END)
        reason = _PLAINLY.get(reason, f"{reason[:1].lower()}{reason[1:]}")
        what = f"this is not written as TOML should be: {reason}."
        raise GuideProblem([Problem(path, line, what)]) from error
