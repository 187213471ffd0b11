"""Histories made for measuring."""

import re
import time

from facilitator.board import ContributionCaptured
from facilitator.events import Entry, new_id
from facilitator.history import EntryClock
from facilitator.kinds import decode, encode


def entries(count: int, last_id: str = "") -> list[Entry]:
    """So many captured cards, as entries of another writer."""
    clock = EntryClock(lambda: int(time.time() * 1000), last_id)
    words = "Decide together where the next pound goes, in public, and say what we gave up"
    return [
        Entry(
            clock.tick(),
            "benchmark",
            number,
            "2026-11-23T10:00:00+00:00",
            "Note-taker",
            ContributionCaptured(new_id(), "purpose", "only-us", f"{words} {number}"),
        )
        for number in range(1, count + 1)
    ]


_OWN_IDS = re.compile(r'"((?:V|K|CL|C|SR)\d+|[0-9a-f]{16})"')
"""Ids of Ellerport that are its own in each playing; organisations and people stay who they are."""


def played_often(played: list[Entry], count: int, last_id: str = "") -> list[Entry]:
    """A long history of every kind of event: a whole workshop over and over, so many entries."""
    clock = EntryClock(lambda: int(time.time() * 1000), last_id)
    made: list[Entry] = []
    while len(made) < count:
        again = f'"\\1-{len(made)}"'
        for entry in played[: count - len(made)]:
            event = decode(_OWN_IDS.sub(again, encode(entry.event).decode()))
            made.append(Entry(clock.tick(), "benchmark", len(made) + 1, entry.at, entry.by, event))
    return made
