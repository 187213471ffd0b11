"""Which workshops are past the day until which they are to be kept, and keeping one longer."""

from collections.abc import Iterable
from pathlib import Path

from facilitator.retention import keep_until
from sessions.clock import Clock
from sessions.library import Library, Listed
from sessions.session import Session


def due(library: Library, today: str) -> list[Listed]:
    """The workshops of a library that are past their day, the longest overdue first."""
    return past_their_day(library.listed(), today)


def past_their_day(listed: Iterable[Listed], today: str) -> list[Listed]:
    """Those of the listed whose day (ISO 8601) is before today; the day itself still belongs."""
    found = [each for each in listed if each.keep_until and each.keep_until < today]
    return sorted(found, key=lambda each: (each.keep_until, str(each.path)))


def keep_longer(path: Path, until: str, today: str, clock: Clock | None = None) -> None:
    """Set another day for a workshop that is not open. Raises `Refused` and `SessionProblem`.

    Nothing keeps it for as long as somebody wants it.
    """
    with Session.open(path, clock=clock) as session:
        session.do(keep_until, until, today)
