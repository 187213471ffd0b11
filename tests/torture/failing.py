"""The Nth write, sync or cut that fails, for every N: what was acknowledged stays, work goes on.

The system's own calls are made to fail, by strace where it is installed.
"""

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from facilitator.board import capture
from facilitator.redaction import find, targets_of
from sessions.library import entries_of
from sessions.problems import SessionProblem
from sessions.reconcile import prepare
from sessions.session import Session
from sessions.taken import Taken
from tests.torture.room import SECRET, STEP, Lost, Templates, whole

CALLS = (
    ("pwrite64", "EIO"),
    ("pwrite64", "ENOSPC"),
    ("fdatasync,fsync", "EIO"),
    ("ftruncate", "EIO"),
)
MOST = 90
"""Beyond this the work has fewer calls of any kind."""
DEADLINE = 60


def why_not() -> str:
    """Why it cannot be tried here, or nothing."""
    return "" if shutil.which("strace") else "There is no strace here (Debian: strace)."


def rounds(templates: Templates, folder: Path, many: int, chance: random.Random) -> Counter[str]:
    """The Nth call failing for every N, or for as many as are asked for; how many of each."""
    folder.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    every = [(calls, error, n) for calls, error in CALLS for n in range(1, MOST + 1)]
    tried = every if many >= len(every) else chance.sample(every, many)
    for number, (calls, error, n) in enumerate(tried):
        place = folder / f"failing-{number}"
        place.mkdir()
        path = templates.copied(templates.main, place / "w.workshop")
        said = _worked(path, templates.tables[0], calls, error, n)
        cards = {each for each in said if each.startswith("Card")}
        theirs = {f"Table 0 card {card}" for card in range(30)}
        found = whole(path, cards, {*theirs, *(f"Card {c}" for c in range(9)), *_secrets()})
        if len(found & theirs) not in (0, 30):
            raise Lost(f"{path}: {len(found & theirs)} of 30 cards came in")
        if "Card 8" not in found:
            raise Lost(f"{path}: work did not go on after call {n} of {calls} failed ({error})")
        counts[f"{calls.split(',')[0]} {error}"] += 1
        counts["problems said"] += sum(each.startswith("problem") for each in said)
        shutil.rmtree(place)
    return counts


def _secrets() -> Iterator[str]:
    yield from (f"{SECRET} 0", "[taken out]")


def _worked(path: Path, table: Path, calls: str, error: str, n: int) -> list[str]:
    """What a process said that worked while its Nth call failed."""
    command = [
        "strace",
        "-qq",
        "-o",
        os.devnull,
        "-f",
        "-e",
        f"trace={calls}",
        "-e",
        f"inject={calls}:error={error}:when={n}",
        sys.executable,
        "-m",
        "tests.torture.failing",
        str(path),
        str(table),
    ]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=DEADLINE, env=environment, check=False
    )
    said = done.stdout.splitlines()
    if done.returncode or "done" not in said:
        raise Lost(f"{path}: call {n} of {calls} failed ({error}), and it broke: {done.stderr}")
    return said


def _work(path: Path, table: Path) -> None:
    """Open, capture, merge, take words out, and go on; whatever fails is said and tried again."""
    session = None
    for _ in range(3):
        try:
            session = Session.open(path)
            break
        except SessionProblem as problem:
            print("problem", type(problem).__name__, flush=True)
    if session is None:
        raise SystemExit("It could not be opened in three attempts.")

    def attempt(what: str, act: object) -> None:
        for _ in range(3):
            try:
                act()  # type: ignore[operator]
            except SessionProblem as problem:
                print("problem", type(problem).__name__, flush=True)
            else:
                print(what, flush=True)
                return

    def merge() -> None:
        prepare(session, [Taken(table, "Table 0", tuple(entries_of(table)))]).keep()

    def take_out() -> None:
        if found := find(session.history.entries, SECRET):
            session.redact(targets_of(found))

    for number in range(4):
        attempt(f"Card {number}", lambda n=number: _capture(session, f"Card {n}"))
    attempt("merged", merge)
    attempt("secret", lambda: _capture(session, f"{SECRET} 0"))
    attempt("taken out", take_out)
    for number in range(4, 9):
        attempt(f"Card {number}", lambda n=number: _capture(session, f"Card {n}"))
    session.close()
    print("done", flush=True)


def _capture(session: Session, words: str) -> None:
    if words not in {card.text for card in session.workshop.contributions.values()}:
        session.do(capture, words, *STEP)


if __name__ == "__main__":
    _work(Path(sys.argv[1]), Path(sys.argv[2]))
