"""What could be read of a file from elsewhere, or why nothing could."""

from dataclasses import dataclass
from pathlib import Path

from facilitator.events import Entry
from sessions.problems import SessionProblem


@dataclass(frozen=True)
class Taken:
    """What could be read of a file from elsewhere.

    `path` is the file that was chosen (of an archive: the archive), `label` its name as a person
    reads it; `damaged` counts entries that are there and cannot be trusted, and `accounts` say in
    sentences what was left out and why. `role` and `seat` are what the file says of itself, or
    empty; `newest` is the local time of its newest entry (ISO 8601).
    """

    path: Path
    label: str
    entries: tuple[Entry, ...]
    damaged: int = 0
    accounts: tuple[str, ...] = ()
    role: str = ""
    seat: str = ""
    newest: str = ""


@dataclass(frozen=True)
class TurnedAway:
    """A file of which nothing is taken, and why."""

    path: Path
    label: str
    problem: SessionProblem
