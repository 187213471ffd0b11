"""Histories made for measuring."""

import time

from facilitator.board import ContributionCaptured
from facilitator.events import Entry, new_id
from facilitator.history import EntryClock


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
