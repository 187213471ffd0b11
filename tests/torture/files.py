"""Mutated and hostile files, through everything that opens one: no crash, no hang, plain words."""

import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from facilitator.events import Entry
from sessions.intake import take_in
from sessions.library import entries_of, look
from sessions.problems import SessionProblem
from sessions.session import Session
from sessions.taken import Taken
from tests.sessions.intake.hostile import hostile_files
from tests.sessions.intake.mutating import mutated
from tests.torture.room import Lost, Templates

T = TypeVar("T")

AT_A_TIME = 100
LONGEST = 5.0
"""Seconds that no file may take."""
OPENED = 10
"""Every so many of the mutated ones are also opened and listed, as if somebody took it up."""


def rounds(templates: Templates, folder: Path, many: int, chance: random.Random) -> Counter[str]:
    """So many mutated files, and every hostile one; what came of them."""
    folder.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    ours = {entry.id: entry for entry in entries_of(templates.tables[0])}
    for begun in range(0, many, AT_A_TIME):
        with tempfile.TemporaryDirectory(dir=folder) as place:
            made = []
            for number in range(begun, min(begun + AT_A_TIME, many)):
                path = Path(place) / f"mutated-{number}.workshop"
                path.write_bytes(mutated(chance, templates.tables[0]))
                made.append(path)
            counts.update(_taken_in(made, ours))
            for path in made[::OPENED]:
                counts.update(_opened(path))
    with tempfile.TemporaryDirectory(dir=folder) as place:
        hostile = hostile_files(Path(place))
        counts["hostile"] += len(hostile)
        counts.update({f"hostile, {what}": n for what, n in _taken_in(hostile, None).items()})
        for path in hostile:
            counts.update({f"hostile, {what}": n for what, n in _opened(path).items()})
    return counts


def _taken_in(paths: list[Path], ours: dict[str, Entry] | None) -> Counter[str]:
    """What was taken of these; nothing that was not written, where it is known what was."""
    counts: Counter[str] = Counter()
    found = _in_time(lambda: take_in(paths), LONGEST * len(paths))
    for each in found:
        if not isinstance(each, Taken):
            counts["turned away"] += 1
            continue
        counts["partly taken" if each.damaged or each.accounts else "taken whole"] += 1
        for entry in each.entries if ours is not None else ():
            if ours.get(entry.id) != entry:
                raise Lost(f"{each.path}: an entry came out of it that nobody wrote")
    return counts


def _opened(path: Path) -> Counter[str]:
    """Look at it and open it, as the start page does."""
    _in_time(lambda: look(path), LONGEST)

    def open_it() -> str:
        try:
            with Session.open(path) as session:
                return f"opened, {bool(session.workshop.contributions)}"
        except SessionProblem:
            return "not opened"

    return Counter({_in_time(open_it, LONGEST).split(",")[0]: 1})


def _in_time(act: Callable[[], T], longest: float) -> T:
    began = time.monotonic()
    found = act()
    took = time.monotonic() - began
    if took > longest:
        raise Lost(f"it took {took:.1f} s, and no file may take more than {LONGEST:.0f}")
    return found
