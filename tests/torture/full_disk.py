"""A small disk that fills up while words are captured, and is cleared again."""

import contextlib
import os
import random
import subprocess
from collections import Counter
from pathlib import Path

from facilitator.board import capture
from sessions.problems import Full, SessionProblem
from sessions.session import Session
from tests.torture.room import STEP, Lost, Templates, whole

SIZE = 2_000_000


def why_not() -> str:
    """Why it cannot be tried here, or nothing."""
    if os.name == "nt" or os.geteuid() != 0:
        return "Only root may mount a small disk."
    return "" if _try_to_mount() else "A small disk could not be mounted here."


def rounds(templates: Templates, folder: Path, many: int, chance: random.Random) -> Counter[str]:
    """So many times full and cleared again; how many cards were kept and refused meanwhile."""
    counts: Counter[str] = Counter()
    disk = folder / "disk"
    disk.mkdir(parents=True, exist_ok=True)
    for number in range(many):
        _mount(disk)
        try:
            counts.update(_fill(templates, disk, chance, number))
        finally:
            subprocess.run(["umount", "-l", str(disk)], check=True)
    return counts


def _fill(templates: Templates, disk: Path, chance: random.Random, number: int) -> Counter[str]:
    counts: Counter[str] = Counter({"times full": 1})
    path = templates.copied(templates.main, disk / "w.workshop")
    filler = disk / "filler"
    kept: list[str] = []
    with Session.open(path) as session:
        _leave_free(disk, filler, chance.randrange(0, 200_000))
        refused = 0
        while refused < 3:
            words = f"Card {number} {len(kept)} " + "and why. " * chance.randrange(1, 300)
            try:
                session.do(capture, words, *STEP)
                kept.append(words.strip())
            except Full:
                refused += 1
            except SessionProblem as problem:
                raise Lost(f"a full disk was called something else: {problem}") from problem
        filler.unlink()
        session.do(capture, "It goes on", *STEP)
        kept.append("It goes on")
    whole(path, kept)
    counts["kept"] += len(kept)
    counts["refused"] += refused
    return counts


def _leave_free(disk: Path, filler: Path, free: int) -> None:
    state = os.statvfs(disk)
    with contextlib.suppress(OSError), filler.open("wb") as file:
        file.write(bytes(max(state.f_bavail * state.f_frsize - free, 0)))


def _mount(disk: Path) -> None:
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)],
        check=True,
        capture_output=True,
    )


def _try_to_mount() -> bool:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        try:
            _mount(Path(folder))
        except (OSError, subprocess.CalledProcessError):
            return False
        subprocess.run(["umount", "-l", folder], check=True)
    return True
