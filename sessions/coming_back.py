"""A file that was away while it was open, and is there again: a stick, a share, a folder moved."""

from pathlib import Path

from facilitator.events import Entry
from sessions.problems import Missing
from sessions.store import Store


def come_back(entries: list[Entry], path: Path) -> Store:
    """Open the file in which these entries were kept; what it lacks of them is put down in it.

    A file that holds anything else is another one. Raises `SessionProblem`, and nothing in it was
    changed then.
    """
    store = Store.open(path)
    try:
        there = store.read()
        known = {entry.id: entry for entry in entries}
        # Of another workshop none is known. One that differs was written anew there or here: what
        # that took out stays out.
        if not there or any(known.get(entry.id) != entry for entry in there):
            raise Missing.while_open(path)
        found = {entry.id for entry in there}
        lacks = [entry for entry in entries if entry.id not in found]
        if lacks:
            store.append(lacks)
    except BaseException:
        store.let_go()
        raise
    return store
