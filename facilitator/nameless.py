"""Nameless: an event without the people's names that stand in it, and which places held them.

A place is an entry's id, a JSON pointer into its event (RFC 6901) and the words, counted from 0,
that were part of a name; without words the whole of what stood there is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from facilitator.events import Event, Redacted, Undone, Unknown
from facilitator.names import (
    NOBODY,
    TAKEN_OUT,
    Names,
    folded_words,
    looks_like_a_person,
    of_people,
    without,
)
from facilitator.redaction import TAKEN_OUT as REDACTED
from facilitator.seen import EntriesSeen
from facilitator.stages.gather import MemberJoined, OrganisationJoined
from facilitator.stages.rehearsal.casting import ScenarioChosen

Place = tuple[str, tuple[int, ...]]
"""A JSON pointer into an event, and the words of a name there; none of them: all of it."""

WHO = frozenset(
    {"by", "carrier", "instead_of", "member", "neutral", "objector", "owner", "proposed_by"}
    | {"proposer", "speaker", "consented"}
)
"""Fields that say who: an id where it is somebody on the list, and otherwise free words."""

_NOT_WORDS = frozenset({"kind", "id", "stage", "step", "question", "code", "category"})


@dataclass(frozen=True)
class Known:
    """What a history says of who is who: names that must go, and what may stay in a `WHO` field.

    `staying` are ids, and the names and roles (without capitals) by which members and
    organisations are still known.
    """

    names: Names = NOBODY
    staying: frozenset[str] = frozenset()
    not_people: frozenset[str] = frozenset()

    def __or__(self, other: Known) -> Known:
        """Both together."""
        not_people = self.not_people | other.not_people
        names = (self.names | other.names).but(not_people)
        return Known(names, self.staying | other.staying, not_people)

    @classmethod
    def of(cls, events: Iterable[Event]) -> Known:
        """What these events say, those that were taken back too."""
        kept = list(events)
        people: set[str] = set()
        staying: set[str] = set()
        others: set[str] = set()
        for event in kept:
            if isinstance(event, MemberJoined):
                people.add(event.name)
                staying.update((event.id, event.role.casefold()))
                others.update(folded_words(event.role))
            elif isinstance(event, OrganisationJoined):
                staying.update((event.id, event.name.casefold(), event.short.casefold()))
                others.update(folded_words(f"{event.name} {event.short}"))
            elif isinstance(event, ScenarioChosen):
                staying.update(role.casefold() for role in event.pack.roles)
        named = of_people(people)
        more = {
            said
            for event in kept
            for field, said in _who(event)
            if said and not _stays(said, staying) and looks_like_a_person(said)
        }
        names = (named | Names(of_people(more).whole)).but(others)
        return cls(names, frozenset(staying), frozenset(others))


def places_in(event: Event, known: Known) -> tuple[Place, ...]:
    """Where an event names somebody."""
    found: list[Place] = []
    if isinstance(event, EntriesSeen | Redacted | Undone):
        # They hold nothing but what other entries are called by.
        return ()
    for pointer, field, text in _strings(_plain(event)):
        if not text or text in (TAKEN_OUT, REDACTED) or field in _NOT_WORDS:
            continue
        if (isinstance(event, MemberJoined) and field == "name") or (
            field in WHO and not _stays(text, known.staying)
        ):
            found.append((pointer, ()))
        elif text not in known.staying and (words := known.names.found_in(text)):
            found.append((pointer, words))
    return tuple(found)


def without_names(event: Event, places: Iterable[Place]) -> Event:
    """The same event with nobody named at these places. Done again, it changes nothing."""
    at = dict(_joined(places))
    if not at:
        return event
    plain = _plain(event)
    made = _mapped(plain, at)
    if made == plain:
        return event
    if isinstance(event, Unknown):
        return Unknown(event.word, msgspec.json.encode(made))
    return msgspec.convert(made, type(event))


def _joined(places: Iterable[Place]) -> Iterator[Place]:
    """One place for each pointer: all of it, where any of them means all of it."""
    words: dict[str, set[int]] = {}
    whole: set[str] = set()
    for pointer, which in places:
        words.setdefault(pointer, set()).update(which)
        whole |= set() if which else {pointer}
    for pointer, which_of_it in words.items():
        yield pointer, () if pointer in whole else tuple(sorted(which_of_it))


def _stays(text: str, staying: frozenset[str] | set[str]) -> bool:
    """Whether words in a `WHO` field are nobody's name: on the list, or a date."""
    known = text in staying or text.casefold() in staying
    return known or not any(character.isalpha() for character in text)


def _who(event: Event) -> Iterator[tuple[str, str]]:
    for field in event.__struct_fields__:
        said = getattr(event, field)
        if field in WHO and isinstance(said, str):
            yield field, said


def _plain(event: Event) -> Any:
    if isinstance(event, Unknown):
        return msgspec.json.decode(event.raw)
    return msgspec.to_builtins(event)


def _strings(plain: Any, pointer: str = "", field: str = "") -> Iterator[tuple[str, str, str]]:
    """Each string with its pointer and the name of the field it is in."""
    if isinstance(plain, str):
        yield pointer, field, plain
    elif isinstance(plain, dict):
        for key, value in plain.items():
            yield from _strings(value, f"{pointer}/{_escaped(key)}", str(key))
    elif isinstance(plain, list | tuple):
        for at, value in enumerate(plain):
            yield from _strings(value, f"{pointer}/{at}", field)


def _mapped(plain: Any, at: dict[str, tuple[int, ...]], pointer: str = "", field: str = "") -> Any:
    if isinstance(plain, str):
        if pointer not in at:
            return plain
        if field in ("name", "instead_of") and not at[pointer]:
            return ""
        if plain in ("", TAKEN_OUT, REDACTED):
            return plain
        return without(plain, at[pointer]) if at[pointer] else TAKEN_OUT
    if isinstance(plain, dict):
        return {
            key: _mapped(value, at, f"{pointer}/{_escaped(key)}", str(key))
            for key, value in plain.items()
        }
    if isinstance(plain, list | tuple):
        return [_mapped(value, at, f"{pointer}/{n}", field) for n, value in enumerate(plain)]
    return plain


def _escaped(key: object) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")
