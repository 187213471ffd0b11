"""Reading a workshop without opening it: for papers and checks, beside whoever has it open."""

from pathlib import Path

from facilitator.history import History
from sessions.library import entries_of
from sessions.problems import Damaged


def read_history(path: Path) -> History:
    """Everything that happened in a workshop, as it is on the disk now.

    The file is not locked, not changed and may be open in the app. Raises `SessionProblem`.
    """
    entries = entries_of(path.absolute())
    try:
        return History(entries)
    except (TypeError, ValueError, KeyError) as error:
        raise Damaged.altered(path) from error
