"""Mutated files: what a bad stick, a cut-off download or an idle hand makes of a sound one."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from sessions.looking import log_of

PAGE = 4096
_FRAME = 24

Mutate = Callable[[random.Random, bytearray], None]


def _bits(rng: random.Random, whole: bytearray) -> None:
    for _ in range(rng.choice((1, 1, 2, 8, 64, 512))):
        whole[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)


def _bytes(rng: random.Random, whole: bytearray) -> None:
    at = rng.randrange(len(whole))
    whole[at : at + rng.choice((1, 2, 4, 16, 300))] = rng.randbytes(rng.choice((1, 2, 4, 16, 300)))


def _cut(rng: random.Random, whole: bytearray) -> None:
    del whole[rng.randrange(1, len(whole)) :]


def _longer(rng: random.Random, whole: bytearray) -> None:
    whole += rng.randbytes(rng.randrange(1, 20_000))


def _swapped(rng: random.Random, whole: bytearray) -> None:
    one, other = _page(rng, whole), _page(rng, whole)
    whole[one], whole[other] = whole[other], whole[one]


def _zeroed(rng: random.Random, whole: bytearray) -> None:
    page = _page(rng, whole)
    whole[page] = bytes(len(whole[page]))


def _doubled(rng: random.Random, whole: bytearray) -> None:
    whole[_page(rng, whole)] = whole[_page(rng, whole)]


def _header(rng: random.Random, whole: bytearray) -> None:
    at = rng.randrange(16, 100)
    whole[at : at + 4] = rng.choice((b"\xff" * 4, bytes(4), rng.randbytes(4), b"\0\0\0\1"))


def _of_a_page(rng: random.Random, whole: bytearray) -> None:
    """What a page says of itself: its kind, its cells, where they begin."""
    at = _page(rng, whole).start + rng.randrange(40)
    whole[at : at + 2] = rng.randbytes(2)


def _moved(rng: random.Random, whole: bytearray) -> None:
    start = rng.randrange(len(whole))
    piece = whole[start : start + rng.randrange(1, 5000)]
    at = rng.randrange(len(whole))
    whole[at : at + len(piece)] = piece


def _page(rng: random.Random, whole: bytearray) -> slice:
    at = rng.randrange(max(len(whole) // PAGE, 1)) * PAGE
    return slice(at, at + PAGE)


_WAYS: tuple[Mutate, ...] = (
    _bits,
    _bytes,
    _cut,
    _longer,
    _swapped,
    _zeroed,
    _doubled,
    _header,
    _of_a_page,
    _moved,
)


def mutated(rng: random.Random, file: Path) -> bytes:
    """The bytes of a file after one to three mishaps."""
    return _after_mishaps(rng, bytearray(file.read_bytes()), _WAYS)


def mutated_log(rng: random.Random, log: Path) -> bytes:
    """The bytes of a log after some; its frames may be in another order, or gone."""
    return _after_mishaps(rng, bytearray(log.read_bytes()), (*_WAYS, _spliced, _spliced, _spliced))


def write_mutated(rng: random.Random, file: Path, target: Path) -> None:
    """Write a mutated file, with its log where there is one; either of the two may be sound."""
    log = log_of(file)
    there = log.exists()
    if there and rng.random() < 0.5:
        shutil.copyfile(file, target)
    else:
        target.write_bytes(mutated(rng, file))
    log_of(target).unlink(missing_ok=True)
    if there:
        content = mutated_log(rng, log) if rng.random() < 0.7 else log.read_bytes()
        log_of(target).write_bytes(content)


def _spliced(rng: random.Random, whole: bytearray) -> None:
    size = PAGE + _FRAME
    frames = [bytes(whole[at : at + size]) for at in range(32, len(whole), size)]
    if not frames:
        return
    way = rng.randrange(3)
    if way == 0:
        rng.shuffle(frames)
    elif way == 1:
        del frames[rng.randrange(len(frames))]
    else:
        frames.insert(rng.randrange(len(frames)), rng.choice(frames))
    whole[32:] = b"".join(frames)


def _after_mishaps(rng: random.Random, whole: bytearray, ways: tuple[Mutate, ...]) -> bytes:
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        if len(whole) > 1:
            rng.choice(ways)(rng, whole)
    return bytes(whole)
