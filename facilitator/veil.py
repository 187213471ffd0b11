"""The veil: a workshop as it may be shown under the Chatham House Rule, without anybody's name.

Whatever is shown to the room or written for others is made of what comes from here: every
organisation is “a member organisation” and every member “a member”, and their names are taken out
of what was said. Ids stay, so that everything still hangs together; so do classes and votes.

What is taken as it is: the group's own name, title and place, which are the workshop and not
somebody who took part; and the story of a scenario pack, which is made up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import lru_cache
from typing import Any

import msgspec

from facilitator.events import Unknown
from facilitator.guide.scenario import ScenarioPack
from facilitator.history import History
from facilitator.names import TAKEN_OUT, of_organisations, of_people, replaced
from facilitator.side_by_side import Answer
from facilitator.stages.gather import (
    About,
    Member,
    MemberJoined,
    Organisation,
    OrganisationJoined,
    WorkshopNamed,
)
from facilitator.wording import ANY_ORGANISATION
from facilitator.workshop import Workshop

ANY_MEMBER = "a member"
_FACILITATOR = "Facilitator"
IN_WORDS = f"[{ANY_ORGANISATION}]"
SOMEBODY = f"[{ANY_MEMBER}]"

# Fields that hold what something hangs by, or one of our own words, and never the room's.
_OURS = """
category classes code core gradient how id kind org_class outcome question return_by role round
stage status step subject to verdict when
"""
_HANGS_BY = frozenset(_OURS.split())
_AS_THEY_ARE = (About, ScenarioPack, Unknown, WorkshopNamed)
_ONLY_IDS = ("cards_of", "progress", "rounds_of", "stays", "taken_out", "unknown_kinds")
_BY_ORGANISATION = ("positions", "late", "mandates", "came", "defences")


def veiled(workshop: Workshop) -> Workshop:
    """The workshop as it may be shown; itself while nothing has to be hidden."""
    if not workshop.chatham_house:
        return workshop
    veil = _remembering(*_named(workshop))
    made = Workshop()
    for noun in fields(workshop):
        held = getattr(workshop, noun.name)
        setattr(made, noun.name, held if noun.name in _ONLY_IDS else veil.over(held))
    # The order of joining would tell who is who.
    for noun_name in ("organisations", "members", "assents", "authorities"):
        setattr(made, noun_name, dict(sorted(getattr(made, noun_name).items())))
    made.handles = {}
    # No paper asks further how somebody is to be quoted.
    made.attribution, made.attribution_of, made.attribution_in = "unattributed", {}, {}
    made.about = msgspec.structs.replace(
        workshop.about, who_is_missing=veil.text(workshop.about.who_is_missing)
    )
    return made


def veiled_history(history: History) -> History:
    """The history as it may be told; itself while nothing has to be hidden."""
    if not history.workshop.chatham_house:
        return history
    joined = [e.event for e in history.entries if isinstance(e.event, OrganisationJoined)]
    names = {name for event in joined for name in (event.name, event.short)}
    ours, people, ids = _named(history.workshop)
    veil = _Veil(ours | names, people, ids)
    return History(
        msgspec.structs.replace(entry, event=veil.over(entry.event), by=_seat(entry.by))
        for entry in history.entries
    )


def _seat(by: str) -> str:
    """In whose seat something was done: a note-taker may have called theirs by their own name."""
    return by if by == _FACILITATOR else "a note-taker"


def hidden_in(workshop: Workshop) -> dict[str, int]:
    """In how many texts of each noun a known name stands that the veil takes out."""
    found = {}
    for noun in fields(workshop):
        if noun.name in ("organisations", "members", "about", "rule"):
            continue
        veil = _Veil(*_named(workshop))
        veil.over(getattr(workshop, noun.name))
        if veil.taken_out:
            found[noun.name] = veil.taken_out
    return found


def _named(workshop: Workshop) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The names of our organisations, those of our members, and the ids of both."""
    ours = workshop.organisations.values()
    return (
        frozenset(name for o in ours for name in (o.name, o.short)),
        frozenset(m.name for m in workshop.members.values() if m.name),
        frozenset((*workshop.organisations, *workshop.members)),
    )


@lru_cache(maxsize=1)
def _remembering(
    organisations: frozenset[str], people: frozenset[str], ids: frozenset[str]
) -> _Veil:
    """The veil over the workshop that is shown again and again."""
    return _Veil(organisations, people, ids)


class _Veil:
    def __init__(
        self, organisations: Iterable[str], people: Iterable[str], ids: frozenset[str]
    ) -> None:
        self._names = of_organisations(each for each in organisations if each != ANY_ORGANISATION)
        self._people = of_people(people)
        self._ids = ids
        self._seen: dict[int, tuple[msgspec.Struct, msgspec.Struct]] = {}
        self.taken_out = 0

    def text(self, text: str) -> str:
        """Words without a known name in them."""
        if not text or text in self._ids:
            return text
        shown = replaced(replaced(text, self._names, IN_WORDS), self._people, SOMEBODY)
        while f"{TAKEN_OUT} {TAKEN_OUT}" in shown:
            shown = shown.replace(f"{TAKEN_OUT} {TAKEN_OUT}", TAKEN_OUT)
        shown = shown.replace(TAKEN_OUT, SOMEBODY)
        self.taken_out += shown != text
        return shown

    def over(self, value: Any, field: str = "") -> Any:
        """The value with the veil over every word in it."""
        if isinstance(value, str):
            return value if field in _HANGS_BY else self.text(value)
        if isinstance(value, msgspec.Struct):
            # What is frozen and was looked at once is not looked at again: the room waits for it.
            seen = self._seen.get(id(value))
            if seen is None:
                seen = self._seen[id(value)] = value, self._struct(value)
            return seen[1]
        if isinstance(value, dict):
            by = sorted(value) if field in _BY_ORGANISATION else list(value)
            return {key: self.over(value[key], field) for key in by}
        if isinstance(value, tuple | list):
            inside = [self.over(each, field) for each in value]
            return inside if isinstance(value, list) else tuple(inside)
        return value

    def _struct(self, value: msgspec.Struct) -> msgspec.Struct:
        if isinstance(value, _AS_THEY_ARE):
            return value
        if isinstance(value, Organisation | OrganisationJoined):
            return msgspec.structs.replace(
                value, name=ANY_ORGANISATION, short=ANY_ORGANISATION, accountable_to=""
            )
        if isinstance(value, Member | MemberJoined):
            return msgspec.structs.replace(value, role=ANY_MEMBER, name="", instead_of="")
        if isinstance(value, Answer):
            value = msgspec.structs.replace(value, by=_seat(value.by))
        changed = {}
        for field in value.__struct_fields__:
            before = getattr(value, field)
            after = self.over(before, field)
            # Where somebody comes in a list can tell who it is.
            moved = isinstance(before, dict) and list(before) != list(after)
            if moved or after != before:
                changed[field] = after
        return msgspec.structs.replace(value, **changed) if changed else value
