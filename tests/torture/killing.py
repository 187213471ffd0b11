"""kill -9 at any moment of capture, merge, migration, backup and redaction.

A child does the work and says what it was told is kept; it is killed after a random time. What it
had said before must be there, all of a merge or nothing of it, and no words that were taken out.
"""

import os
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from facilitator.board import capture
from facilitator.events import Redacted
from facilitator.history import root_of
from facilitator.redaction import find, targets_of
from sessions.backups import Backups
from sessions.library import entries_of
from sessions.reconcile import prepare
from sessions.session import Session
from sessions.taken import Taken
from tests.torture.room import SECRET, STEP, Lost, Templates, check_integrity, texts, whole

CARDS = 12
LONGEST = (0.01, 0.03, 0.1)
"""Seconds until the kill, at most: while a file is opened, in the middle of it, near its end."""

Say = Callable[[str], None]


def rounds(templates: Templates, folder: Path, many: int, chance: random.Random) -> Counter[str]:
    """So many rounds, the works in turn; how many of each, and how many were killed at work."""
    counts: Counter[str] = Counter()
    works = list(WORKS.items())
    for number in range(many):
        name, (work, check) = works[number % len(works)]
        place = folder / f"round-{number}"
        place.mkdir()
        begins_with = templates.older if name == "migration" else templates.main
        templates.copied(begins_with, place / "w.workshop")
        said, killed = _killed(work, templates, place, chance)
        check(templates, place, said)
        counts[name] += 1
        counts["killed at work"] += killed
        counts["acknowledged"] += len(said)
        shutil.rmtree(place)
    return counts


def _killed(
    work: Callable[[Templates, Path, Say], None],
    templates: Templates,
    place: Path,
    chance: random.Random,
) -> tuple[list[str], bool]:
    """What a child said before it was killed, and whether it was still at work."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            work(templates, place, lambda word: _say(writing, word))
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    time.sleep(chance.random() * chance.choice(LONGEST))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        said = [line.rstrip("\n") for line in pipe]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise Lost(f"the work in {place} failed by itself")
    return said, os.WIFSIGNALED(status)


def _say(pipe: int, word: str) -> None:
    os.write(pipe, f"{word}\n".encode())


def _capture(templates: Templates, place: Path, say: Say) -> None:
    path = place / "w.workshop"
    with Session.open(path) as session:
        for number in range(CARDS):
            session.do(capture, f"Card {number}", *STEP)
            say(f"Card {number}")


def _captured(_templates: Templates, place: Path, said: list[str]) -> None:
    whole(place / "w.workshop", said, {f"Card {len(said)}"})


def _merge(templates: Templates, place: Path, say: Say) -> None:
    path = place / "w.workshop"
    with Session.open(path) as session:
        for number, table in enumerate(templates.tables):
            taken = Taken(table, f"Table {number}", tuple(entries_of(table)))
            prepare(session, [taken]).keep()
            say(f"merged {number}")
            session.do(capture, f"Card {number}", *STEP)
            say(f"Card {number}")


def _merged(templates: Templates, place: Path, said: list[str]) -> None:
    path = place / "w.workshop"
    cards = [each for each in said if each.startswith("Card")]
    tables = {
        number: {f"Table {number} card {card}" for card in range(30)}
        for number in range(len(templates.tables))
    }
    everything = set().union(*tables.values())
    found = whole(path, cards, everything | {f"Card {len(cards)}"})
    for number, theirs in tables.items():
        came = len(found & theirs)
        if came not in (0, len(theirs)):
            raise Lost(f"{path}: {came} of the {len(theirs)} cards of table {number} came in")
        if f"merged {number}" in said and not came:
            raise Lost(f"{path}: the merge of table {number} was acknowledged and is gone")


def _migrate(templates: Templates, place: Path, say: Say) -> None:
    path = place / "w.workshop"
    with Session.open(path) as session:
        say("opened")
        for number in range(3):
            session.do(capture, f"Card {number}", *STEP)
            say(f"Card {number}")


def _migrated(_templates: Templates, place: Path, said: list[str]) -> None:
    cards = [each for each in said if each.startswith("Card")]
    found = whole(place / "w.workshop", cards, {f"Card {len(cards)}"})
    if len([each for each in found if each.startswith("Begun")]) != 40:
        raise Lost(f"{place}: what was there before the migration is not")


def _back_up(templates: Templates, place: Path, say: Say) -> None:
    path = place / "w.workshop"
    backups = Backups(place / "backups")
    with Session.open(path) as session:
        for number in range(3):
            session.do(capture, f"Card {number}", *STEP)
            say(f"Card {number}")
            kept = backups.keep(session, "every ten minutes")
            say(f"kept {kept.path.name if kept else ''}")


def _backed_up(_templates: Templates, place: Path, said: list[str]) -> None:
    _captured(_templates, place, [each for each in said if each.startswith("Card")])
    for kept in (place / "backups").rglob("*.workshop"):
        check_integrity(kept)
    names = {kept.name for kept in (place / "backups").rglob("*.workshop")}
    told = {each.removeprefix("kept ") for each in said if each.startswith("kept")}
    if told - names:
        raise Lost(f"{place}: backups that were acknowledged are gone")


def _redact(templates: Templates, place: Path, say: Say) -> None:
    path = place / "w.workshop"
    with Session.open(path) as session:
        session.backups = Backups(place / "backups")
        for number in range(4):
            session.do(capture, f"{SECRET} {number}", *STEP)
            say(f"{SECRET} {number}")
        session.backups.keep(session, "every ten minutes")
        session.redact(targets_of(find(session.history.entries, SECRET)))
        say("taken out")
        session.do(capture, "Card 0", *STEP)
        say("Card 0")


def _redacted(_templates: Templates, place: Path, said: list[str]) -> None:
    path = place / "w.workshop"
    with Session.open(path) as session:
        entries = session.history.entries
        gone = any(isinstance(entry.event, Redacted) for entry in entries)
        found = texts(session.workshop)
        backups = Backups(place / "backups")
        # As the app does when it opens a workshop.
        if backups.rewriting_is_due(root_of(entries)):
            backups.rewrite(entries)
    check_integrity(path)
    if "taken out" in said and not gone:
        raise Lost(f"{path}: the redaction was acknowledged and is gone")
    secrets = [each for each in said if each.startswith(SECRET)]
    if not gone and set(secrets) - found:
        raise Lost(f"{path}: words are gone that nobody had taken out")
    left = [
        each for each in place.rglob("*") if each.is_file() and SECRET.encode() in each.read_bytes()
    ]
    if gone and left:
        raise Lost(f"{place}: words that were taken out are still in {[e.name for e in left]}")


WORKS: dict[
    str,
    tuple[
        Callable[[Templates, Path, Say], None],
        Callable[[Templates, Path, list[str]], None],
    ],
] = {
    "capture": (_capture, _captured),
    "merge": (_merge, _merged),
    "migration": (_migrate, _migrated),
    "backup": (_back_up, _backed_up),
    "redaction": (_redact, _redacted),
}
"""What is done when the power goes, and what must hold afterwards."""
