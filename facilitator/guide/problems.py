"""What is wrong with a guide's file, said so that whoever wrote the file can mend it."""

from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong, and where.

    `line` counts from 1; 0 stands for the file or folder as a whole. `what` is a full sentence.
    """

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        where = f"{self.path.name}, line {self.line}" if self.line else self.path.name
        return f"{where}: {self.what}"


class GuideProblem(Exception):  # noqa: N818 (named by whose fault it is, like Refused)
    """A script or a scenario pack that cannot be used as it is written.

    `problems` holds all that was found, by file and then by line; the message has one to a line.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
