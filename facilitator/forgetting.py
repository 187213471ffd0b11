"""Forgetting: which entries may no longer say who spoke, and how they read without it.

An unattributed card holds its author nowhere, so entries that name one are written anew without.
That is one of the two rewritings that a history allows. What is due is found from the entries
alone, so that it does not matter when each arrived. Where the Chatham House Rule was chosen, the
names of people go as well: see `facilitator.chatham_house`.
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
from facilitator.chatham_house import ChathamHouseChosen, NamesForgotten
from facilitator.events import Entry, Event, Undone
from facilitator.nameless import Known, Place, places_in, without_names
from facilitator.workshop import Workshop


@dataclass(frozen=True)
class Forgetting:
    """Entries as they read from now on, and what is to be recorded of it: nothing if it was.

    `record` is of authors and `names` of people's names.
    """

    rewritten: tuple[Entry, ...] = ()
    record: AuthorsForgotten | None = None
    names: NamesForgotten | None = None

    @property
    def records(self) -> tuple[Event, ...]:
        """What is to be written down of it."""
        return tuple(each for each in (self.record, self.names) if each is not None)


def might_forget(entries: Iterable[Entry]) -> bool:
    """Whether anything was ever asked to be unattributed; quick, and mostly not."""
    return any(
        isinstance(e.event, AuthorsForgotten | ChathamHouseChosen | NamesForgotten)
        or (
            isinstance(e.event, AttributionChosen | ContributionAttributed)
            and e.event.attribution == "unattributed"
        )
        for e in entries
    )


def forgetting(
    entries: Iterable[Entry], workshop: Workshop, heard: Known | None = None
) -> Forgetting:
    """What must be forgotten of these entries, which add up to this workshop.

    What was taken back counts too: it lies in the file as much as the rest. `heard` are names that
    are known from elsewhere: those in copies of entries that here name nobody any more.
    """
    entries = list(entries)
    authors = _authors(entries, workshop)
    anew = {entry.id: entry for entry in authors.rewritten}
    rewritten, names = _names([anew.get(e.id, e) for e in entries], workshop, heard or Known())
    anew.update((entry.id, entry) for entry in rewritten)
    return Forgetting(tuple(anew.values()), authors.record, names)


def kept_of(event: Event, workshop: Workshop, heard: Known) -> Event:
    """An event as it may be kept in a workshop: while the Chatham House Rule holds, nameless."""
    if not workshop.chatham_house or isinstance(event, Undone):
        return event
    here = frozenset((*workshop.organisations, *workshop.members))
    known = heard | Known.of([event]) | Known(staying=here | _roles(workshop))
    return without_names(event, places_in(event, known))


def _roles(workshop: Workshop) -> frozenset[str]:
    roles = {member.role.casefold() for member in workshop.members.values()}
    for organisation in workshop.organisations.values():
        roles.update((organisation.name.casefold(), organisation.short.casefold()))
    for rehearsal in workshop.rehearsals.values():
        roles.update(role.casefold() for role in rehearsal.pack.roles)
    return frozenset(roles)


def _names(
    entries: list[Entry], workshop: Workshop, heard: Known
) -> tuple[list[Entry], NamesForgotten | None]:
    """The entries that are written anew without people's names, and what is to be recorded of it.

    What any record names is taken out wherever it is still there. Besides that, whatever names
    somebody and is older than the last time that the rule was turned on or off; while it holds,
    all there is. So names that were typed while it held are gone after it, too.
    """
    recorded: dict[str, list[Place]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.event, NamesForgotten):
            for which, pointer, words in entry.event.places:
                recorded[which].append((pointer, words))
    until = last_turn(entries)
    if not recorded and not until:
        return [], None
    known = heard | Known.of(entry.event for entry in entries)
    anew: list[Entry] = []
    new: list[tuple[str, str, tuple[int, ...]]] = []
    for entry in entries:
        if isinstance(entry.event, NamesForgotten):
            continue
        event = without_names(entry.event, recorded.get(entry.id, ()))
        if until and (workshop.chatham_house or entry.id < until):
            found = places_in(event, known)
            if (without := without_names(event, found)) != event:
                new += [(entry.id, *place) for place in found]
                event = without
        if event is not entry.event:
            anew.append(msgspec.structs.replace(entry, event=event))
    return anew, NamesForgotten(tuple(new)) if new else None


def last_turn(entries: Iterable[Entry]) -> str:
    """The id of the last entry that turned the Chatham House Rule on or off, or took that back.

    Empty where it was never turned on.
    """
    turning: set[str] = set()
    ever = False
    last = ""
    for entry in entries:
        event = entry.event
        ever = ever or (isinstance(event, ChathamHouseChosen) and event.on)
        if isinstance(event, ChathamHouseChosen) or (
            isinstance(event, Undone) and event.entry in turning
        ):
            turning.add(entry.id)
            last = max(last, entry.id)
    return last if ever else ""


def _authors(entries: list[Entry], workshop: Workshop) -> Forgetting:
    """What must be forgotten of who said what."""
    until = last_turn(entries)
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
    due = {
        card: ([e for e in rows if e.id < until] if until and not workshop.chatham_house else [])
        or _due(workshop, card, rows, asked)
        for card, rows in left.items()
    }
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
