"""Torture, and print the counts: `python -m tests.torture`, a few minutes; `--guard`, `--hour`."""

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from tests.torture.room import Lost, Templates

PROCESSES = 2


@dataclass(frozen=True)
class Sizes:
    """How often each part tries."""

    kills: int
    tails: int
    failing: int
    full: int
    files: int
    histories: int


GUARD = Sizes(kills=1_000, tails=300, failing=40, full=10, files=3_000, histories=300)
MINUTES = Sizes(kills=1_000, tails=600, failing=60, full=20, files=10_000, histories=600)
HOUR = Sizes(kills=10_000, tails=20_000, failing=360, full=500, files=100_000, histories=5_000)


@dataclass(frozen=True)
class Done:
    """What a part came to: counts, how long it took, and what was lost or could not be tried."""

    part: str
    counts: Counter[str]
    seconds: float
    lost: str = ""
    not_run: str = ""


def part(name: str, many: int, seed: int) -> Done:
    """One part, in a process of its own."""
    began = time.monotonic()
    try:
        why, counts = _part(name, many, random.Random(seed))
    except Lost as lost:
        return Done(name, Counter(), time.monotonic() - began, lost=str(lost))
    except Exception:  # noqa: BLE001 - whatever else goes wrong is as bad, and the others go on
        return Done(name, Counter(), time.monotonic() - began, lost=traceback.format_exc())
    return Done(name, counts, time.monotonic() - began, not_run=why)


def _part(name: str, many: int, chance: random.Random) -> tuple[str, Counter[str]]:
    from tests.torture import failing, files, full_disk, histories, killing, tails

    if name == "histories":
        return "", histories.rounds(many)
    rounds: dict[str, Callable[[Templates, Path, int, random.Random], Counter[str]]] = {
        "kill -9": killing.rounds,
        "torn logs": tails.rounds,
        "Nth call fails": failing.rounds,
        "full disk": full_disk.rounds,
        "files": files.rounds,
    }
    why = {"Nth call fails": failing.why_not, "full disk": full_disk.why_not}.get(name, str)()
    if why:
        return why, Counter()
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        templates = Templates(Path(folder) / "templates")
        place = Path(folder) / "rounds"
        place.mkdir()
        return "", rounds[name](templates, place, many, chance)


def main() -> int:
    """Every part; 1 where anything was lost, or could not be tried and is needed."""
    parser = argparse.ArgumentParser(prog="torture")
    parser.add_argument("--guard", action="store_true", help="less often: a minute and a half")
    parser.add_argument("--hour", action="store_true", help="ten times as often: about an hour")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", help="one part by its name")
    asked = parser.parse_args()
    sizes = HOUR if asked.hour else GUARD if asked.guard else MINUTES
    half = sizes.kills // PROCESSES
    jobs = [
        ("histories", sizes.histories),
        *[("kill -9", half)] * PROCESSES,
        ("files", sizes.files // 2),
        ("files", sizes.files // 2),
        ("Nth call fails", sizes.failing),
        ("torn logs", sizes.tails),
        ("full disk", sizes.full),
    ]
    jobs = [job for job in jobs if asked.only in (None, job[0])]
    print(f"torture, seed {asked.seed}", flush=True)
    failed = False
    with ProcessPoolExecutor(PROCESSES) as pool:
        waiting = [
            pool.submit(part, name, many, asked.seed + at) for at, (name, many) in enumerate(jobs)
        ]
        for each in as_completed(waiting):
            failed |= _tell(each.result())
    print("Something was lost." if failed else "No acknowledged word was lost.", flush=True)
    return int(failed)


def _tell(done: Done) -> bool:
    """Print what a part came to; whether it failed."""
    said = ", ".join(f"{what} {many:,}" for what, many in sorted(done.counts.items()))
    if done.lost:
        said = f"LOST: {done.lost}"
    elif done.not_run:
        said = f"NOT RUN: {done.not_run}"
    print(f"{done.part:>15}  {done.seconds:6.1f} s  {said}", flush=True)
    return bool(done.lost)


if __name__ == "__main__":
    sys.exit(main())
