"""Merging ten note-takers' files of 5,000 events, against inserting the same rows and one fold."""

import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.table import Line
from facilitator.board import capture
from facilitator.events import Entry, Event, new_id
from facilitator.history import EntryClock, replay
from facilitator.notes import note_privately
from facilitator.seen import EntriesSeen
from facilitator.stages.gather import name_workshop
from sessions.reconcile import prepare
from sessions.session import Session
from sessions.store import row_of
from sessions.taken import Taken

FILES = 10
EVENTS = 5_000
LIMIT = 3.0
RUNS = 5
STEP = ("purpose", "only-us")
_TABLE = """CREATE TABLE entries (id TEXT NOT NULL PRIMARY KEY, writer TEXT, seq INTEGER, at TEXT,
by TEXT, event TEXT, hash BLOB, UNIQUE (writer, seq))"""


def _notes(main: Session, number: int) -> list[Entry]:
    """What is in the file of one note-taker: the facilitator's entries, and 5,000 of their own."""
    entries = list(main.history.entries)
    clock = EntryClock(lambda: 1_774_000_000_000 + number, main.history.last_id)
    writer, seat = new_id(), f"Table {number}"
    read = EntriesSeen(*main.history.read_so_far())
    workshop = main.workshop
    for seq in range(1, EVENTS + 1):
        event: Event = read
        if seq > 1 and seq % 10:
            event = capture(workshop, f"{seat} heard this, word for word, as number {seq}", *STEP)
        elif seq > 1:
            event = note_privately(workshop, f"{seat} thought {seq}", *STEP)
        entries.append(Entry(clock.tick(), writer, seq, "2026-03-18T14:00:00", seat, event))
    return entries


def _bare(path: Path, here: list[Entry], taken: list[Taken]) -> float:
    """The same rows into a table of their own, and one fold of all of them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(_TABLE)
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for each in taken:
            connection.executemany(
                "INSERT OR IGNORE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)",
                map(row_of, each.entries),
            )
        connection.execute("COMMIT")
        replay([*here, *{e.id: e for each in taken for e in each.entries}.values()])
        return time.perf_counter() - began


def _merged(path: Path, here: list[Entry], taken: list[Taken]) -> float:
    with Session.create(path) as session:
        session.receive(here)
        began = time.perf_counter()
        came = prepare(session, taken).keep()
        took = time.perf_counter() - began
        if came != FILES * EVENTS:
            raise RuntimeError(f"{came} entries came in, not {FILES * EVENTS}")
        return took


def measure() -> list[Line]:
    """The two in turn; medians."""
    with TemporaryDirectory() as folder:
        with Session.create(Path(folder) / "main.workshop") as main:
            main.do(name_workshop, "Shaping", "Ashby Board", "Ashby", "2026-03-18")
            here = list(main.history.entries)
            taken = [
                Taken(Path(folder), f"Table {n}", tuple(_notes(main, n))) for n in range(FILES)
            ]

        def seconds(act: Callable[[Path, list[Entry], list[Taken]], float], run: int) -> float:
            return act(Path(folder) / f"{act.__name__}-{run}.workshop", here, taken)

        pairs = [(seconds(_bare, run), seconds(_merged, run)) for run in range(RUNS)]
    bare = statistics.median(pair[0] for pair in pairs)
    merged = statistics.median(pair[1] for pair in pairs)
    return [
        Line(
            f"merging {FILES} files of {EVENTS:,} events",
            f"{merged * 1000:.0f} ms",
            f"rows inserted and folded {bare * 1000:.0f} ms",
            merged / bare,
            LIMIT,
        )
    ]
