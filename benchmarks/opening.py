"""Opening sessions of 10,000 and 100,000 events, against reading and decoding their rows bare."""

import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.made import entries, played_often
from benchmarks.table import Line
from facilitator.events import Entry
from facilitator.guide import ELLERPORT
from facilitator.kinds import decode
from sessions.library import entries_of
from sessions.session import Session
from ui.demo.keep import play_into
from ui.demo.sample import read_sample

EVENTS = 10_000
MANY = 100_000
LIMIT = 3.0
RUNS = 15
RUNS_OF_MANY = 5


def _bare(path: Path) -> int:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT id, writer, seq, at, by, event FROM entries").fetchall()
    found = [Entry(i, w, s, at, by, decode(e)) for i, w, s, at, by, e in rows]
    connection.close()
    return len(found)


def _opened(path: Path) -> int:
    with Session.open(path) as session:
        return len(session.history)


def _seconds(act: Callable[[Path], int], path: Path, events: int) -> float:
    began = time.perf_counter()
    count = act(path)
    took = time.perf_counter() - began
    if count != events:
        raise RuntimeError(f"{count} events, not {events}")
    return took


def _ellerport(folder: Path) -> list[Entry]:
    path = folder / "ellerport.workshop"
    play_into(path, read_sample(ELLERPORT))
    return entries_of(path)


def measure() -> list[Line]:
    """The two in turn, for cards alone and for whole workshops; medians."""
    lines = []
    with TemporaryDirectory() as folder:
        played = _ellerport(Path(folder))
        for what, history, runs in (
            ("cards", entries(EVENTS), RUNS),
            ("every kind", played_often(played, EVENTS), RUNS),
            ("cards", entries(MANY), RUNS_OF_MANY),
            ("every kind", played_often(played, MANY), RUNS_OF_MANY),
        ):
            path = Path(folder) / f"{what} {len(history)}.workshop"
            with Session.create(path) as session:
                session.receive(history)
            lines.append(_line(what, path, len(history), runs))
    return lines


def _line(what: str, path: Path, events: int, runs: int) -> Line:
    _opened(path)
    pairs = [(_seconds(_bare, path, events), _seconds(_opened, path, events)) for _ in range(runs)]
    bare = statistics.median(pair[0] for pair in pairs)
    opened = statistics.median(pair[1] for pair in pairs)
    return Line(
        f"opening a session of {events:,} events, {what}",
        f"{opened * 1000:.0f} ms",
        f"rows read and decoded {bare * 1000:.0f} ms",
        opened / bare,
        LIMIT,
    )
