"""Logs that were cut off, scrambled, or end in something older: what was safe before stays safe."""

import os
import random
import shutil
from collections import Counter
from pathlib import Path

from facilitator.board import capture
from sessions.problems import SessionProblem
from sessions.session import Session
from tests.torture.room import STEP, Lost, Templates, check_integrity, texts

CARDS = 40
WAYS = ("cut off", "flipped", "zeroed", "garbage", "older tail", "doubled")


def rounds(templates: Templates, folder: Path, many: int, chance: random.Random) -> Counter[str]:
    """So many damaged logs; how many of each way, and how many were refused whole."""
    folder.mkdir(parents=True, exist_ok=True)
    path, sizes = _crashed(templates, folder)
    log = path.with_name(path.name + "-wal").read_bytes()
    counts: Counter[str] = Counter()
    for number in range(many):
        way = WAYS[number % len(WAYS)]
        at = chance.randrange(len(log))
        damaged = _damaged(log, way, at, chance)
        copy = folder / f"tail-{number}.workshop"
        shutil.copyfile(path, copy)
        copy.with_name(copy.name + "-wal").write_bytes(damaged)
        safe = sum(size <= at for size in sizes)
        counts[way] += 1
        counts["refused"] += _check(copy, safe)
        for left in folder.glob(f"tail-{number}.*"):
            left.unlink()
    return counts


def _crashed(templates: Templates, folder: Path) -> tuple[Path, list[int]]:
    """A file whose writer was killed, and how long its log was after each card."""
    path = templates.copied(templates.main, folder / "crashed.workshop")
    log = path.with_name(path.name + "-wal")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        session = Session.open(path)
        for number in range(CARDS):
            session.do(capture, f"Card {number}", *STEP)
            os.write(writing, f"{log.stat().st_size}\n".encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        return path, [int(line) for line in pipe]


def _damaged(log: bytes, way: str, at: int, chance: random.Random) -> bytes:
    tail = log[at:]
    if way == "cut off":
        return log[:at]
    if way == "flipped":
        bit = at + chance.randrange(len(tail))
        return log[:bit] + bytes([log[bit] ^ (1 << chance.randrange(8))]) + log[bit + 1 :]
    if way == "zeroed":
        return log[:at] + bytes(len(tail))
    if way == "garbage":
        return log[:at] + chance.randbytes(len(tail) + chance.randrange(9000))
    if way == "older tail":
        return log[:at] + log[: len(tail)]
    return log + tail


def _check(path: Path, safe: int) -> bool:
    """Whether it was refused; raises `Lost` where a card is missing that was safe."""
    try:
        with Session.open(path) as session:
            found = texts(session.workshop)
    except SessionProblem:
        if safe:
            raise Lost(f"{path}: refused, though {safe} cards were safe") from None
        return True
    cards = sorted(int(each.removeprefix("Card ")) for each in found if each.startswith("Card"))
    if cards != list(range(len(cards))) or len(cards) < safe:
        raise Lost(f"{path}: {len(cards)} cards, and {safe} were safe")
    check_integrity(path)
    return False
