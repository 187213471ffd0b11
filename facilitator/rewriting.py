"""Rewriting: what a history may no longer hold, found from its entries alone.

Words that were taken out and authors that nobody may know leave the entries themselves: the two
exceptions from the rule that nothing is ever rewritten. Since what is due follows from the entries,
it does not matter in which order they came, or how often.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from facilitator.events import Entry, Event
from facilitator.forgetting import forgetting, might_forget
from facilitator.history import History
from facilitator.nameless import Known
from facilitator.redaction import redacting


@dataclass(frozen=True)
class Rewriting:
    """Entries by id as they may be kept, and what is to be recorded of it."""

    anew: dict[str, Entry] = field(default_factory=dict)
    records: tuple[Event, ...] = ()


def rewriting(entries: Iterable[Entry], heard: Known | None = None) -> Rewriting:
    """What must be written anew of these entries, which come in any order and each once.

    `heard` are people's names that are known from elsewhere.
    """
    together = list(entries)
    anew = {entry.id: entry for entry in redacting(together)}
    if not might_forget(together):
        return Rewriting(anew)
    after = History([anew.get(entry.id, entry) for entry in together])
    found = forgetting(after.entries, after.workshop, heard)
    anew.update((entry.id, entry) for entry in found.rewritten)
    return Rewriting(anew, found.records)
