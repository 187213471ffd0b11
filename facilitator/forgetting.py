"""Forgetting: which entries may no longer say who spoke, and how they read without it.

An unattributed card holds its author nowhere, so entries that name one are written anew without.
That is one of the two rewritings that a history allows. What is due is found from the entries
alone, so that it does not matter when each arrived.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from facilitator.attribution import (
    AttributionChosen,
    AuthorsForgotten,
    ContributionAttributed,
    choice_for,
    chosen_for,
)
from facilitator.board import ContributionCaptured
from facilitator.car_park import ItemParked
from facilitator.events import Entry, Event
from facilitator.workshop import Workshop


@dataclass(frozen=True)
class Forgetting:
    """Entries as they read from now on, and what is to be recorded of it: nothing if it was."""

    rewritten: tuple[Entry, ...] = ()
    record: AuthorsForgotten | None = None


def might_forget(entries: Iterable[Entry]) -> bool:
    """Whether anything was ever asked to be unattributed; quick, and mostly not."""
    return any(
        isinstance(e.event, AuthorsForgotten)
        or (
            isinstance(e.event, AttributionChosen | ContributionAttributed)
            and e.event.attribution == "unattributed"
        )
        for e in entries
    )


def forgetting(entries: Iterable[Entry], workshop: Workshop) -> Forgetting:
    """What must be forgotten of these entries, which add up to this workshop.

    What was taken back counts too: it lies in the file as much as the rest.
    """
    naming: dict[str, list[Entry]] = defaultdict(list)
    asked: dict[str, tuple[str, str]] = {}
    records: list[Entry] = []
    for entry in entries:
        if isinstance(entry.event, AuthorsForgotten):
            records.append(entry)
        if isinstance(entry.event, ContributionCaptured):
            asked[entry.event.id] = (entry.event.stage, entry.event.question)
        if card := names_author_of(entry.event):
            naming[card].append(entry)
    old = {entry.id: entry for record in records for entry in _recorded(record, naming)}
    left = {card: [e for e in rows if e.id not in old] for card, rows in naming.items()}
    due = {card: _due(workshop, card, rows, asked) for card, rows in left.items()}
    new = [entry for rows in due.values() for entry in rows]
    return Forgetting(
        tuple(
            msgspec.structs.replace(entry, event=without_author(entry.event))
            for entry in [*old.values(), *new]
        ),
        _record(workshop, left, due, asked) if new else None,
    )


def names_author_of(event: Event) -> str:
    """The card whose author an event names; nothing when it names none."""
    if isinstance(event, ContributionCaptured | ContributionAttributed):
        return event.id if event.member or event.organisation else ""
    if isinstance(event, ItemParked):
        return event.contribution if event.by else ""
    return ""


def without_author(event: Event) -> Event:
    """The same event, naming nobody."""
    if isinstance(event, ContributionCaptured | ContributionAttributed):
        return msgspec.structs.replace(event, member="", organisation="")
    return msgspec.structs.replace(event, by="")


def _recorded(record: Entry, naming: dict[str, list[Entry]]) -> Iterator[Entry]:
    """What a record of forgetting covers, older than itself, that still names somebody."""
    forgotten = record.event
    if not isinstance(forgotten, AuthorsForgotten):
        return
    covers = forgotten.covering()
    for card, rows in naming.items():
        before = [entry for entry in rows if entry.id < record.id]
        if any(covers(card, _member(entry)) for entry in before):
            yield from before


def _due(
    workshop: Workshop, card: str, rows: list[Entry], asked: dict[str, tuple[str, str]]
) -> list[Entry]:
    """Of the entries that name a card's author, those that the group's choices forbid.

    All of them when the card is unattributed; otherwise those that name somebody else who is,
    as a slip that was corrected does.
    """
    found = workshop.contributions.get(card)
    if found is not None and chosen_for(workshop, found) == "unattributed":
        return rows
    if found is not None and found.choice:
        return []
    step = (found.stage, found.question) if found else asked.get(card, ("", ""))
    return [e for e in rows if choice_for(workshop, _member(e), *step) == "unattributed"]


def _record(
    workshop: Workshop,
    naming: dict[str, list[Entry]],
    due: dict[str, list[Entry]],
    asked: dict[str, tuple[str, str]],
) -> AuthorsForgotten:
    """What is written down of it: the cards, or the members where only their choice asks it."""
    without_members = dataclasses.replace(workshop, attribution_of={})
    careful = {m for m, choice in workshop.attribution_of.items() if choice == "unattributed"}
    cards: list[str] = []
    members: set[str] = set()
    for card, rows in due.items():
        if not rows:
            continue
        whose = {_member(entry) for entry in rows} & careful
        if whose and not _due(without_members, card, rows, asked):
            members |= whose
        else:
            cards.append(card)
    kept = [
        card
        for card, rows in naming.items()
        if len(rows) > len(due[card]) and any(_member(e) in members for e in rows)
    ]
    return AuthorsForgotten(tuple(cards), tuple(sorted(members)), tuple(kept))


def _member(entry: Entry) -> str:
    if isinstance(entry.event, ContributionCaptured | ContributionAttributed):
        return entry.event.member
    return ""
