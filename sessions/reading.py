"""Reading a workshop without opening it: for papers and checks, beside whoever has it open."""

from pathlib import Path

from facilitator.history import History
from sessions import looking, schema
from sessions.problems import Damaged
from sessions.store import read_entries


def read_history(path: Path) -> History:
    """Everything that happened in a workshop, as it is on the disk now.

    The file is not locked, not changed and may be open in the app. Raises `SessionProblem`.
    """
    path = path.absolute()
    looking.check_file(path)
    with looking.main_file(path, half_done=True) as connection:
        version = schema.check_mark(connection, path)
    with looking.whole_file(path) as connection:
        schema.check_objects(connection, path, version)
        entries = read_entries(connection, path)
    try:
        return History(entries)
    except (TypeError, ValueError, KeyError) as error:
        raise Damaged.altered(path) from error
