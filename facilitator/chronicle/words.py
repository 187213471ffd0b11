"""The words of a chronicle: where somebody stands, what an event of any kind says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from facilitator.decision import CODES
from facilitator.events import Event, Unknown

_SAYS: dict[str, str] = {
    "agree": "I support it",
    "reservation": "I can live with it",
    "stand_aside": "I stand aside",
    "need_more": "I need an answer first",
    "object": "I object",
    "abstain": "I abstain",
    "absent": "not here",
}

_COUNTED: dict[str, tuple[str, str]] = {
    "agree": ("supports it", "support it"),
    "reservation": ("can live with it", "can live with it"),
    "stand_aside": ("stands aside", "stand aside"),
    "need_more": ("needs an answer", "need an answer"),
    "object": ("objects", "object"),
    "abstain": ("abstains", "abstain"),
    "absent": ("is not here", "are not here"),
}
_ID = re.compile(r"[0-9a-f]{16}")
_NO_WORDS = frozenset({"id", "code", "at", "date", "organisation", "by", "member"})


def says(code: str) -> str:
    """Where an organisation stands, as it says it; a code that is new here as its own words."""
    return _SAYS.get(code, code.replace("_", " "))


def tally_in_words(counts: Mapping[str, int]) -> str:
    """ "8 support it, 1 objects"; nothing for an empty tally."""
    return ", ".join(
        f"{counts[code]} {_COUNTED.get(code, (says(code),) * 2)[counts[code] != 1]}"
        for code in CODES
        if counts.get(code)
    )


def kind_in_words(event: Event) -> str:
    """The word on disk, as words: "value amended"."""
    word = event.word if isinstance(event, Unknown) else str(event.__struct_config__.tag)
    return word.replace(".", " ").replace("_", " ")


def named_in(event: Event) -> Iterator[str]:
    """The texts in an event and in what it holds directly: the ids that it names are among them.

    What lies deeper, such as the scenario that a rehearsal plays, is not what the event is about.
    """
    if isinstance(event, Unknown):
        yield from _texts(list(_inside(_read(event.raw))))
        return
    yield from _texts([getattr(event, name) for name in _fields_of(type(event))])


def own_words(event: Event, ids: set[str]) -> str:
    """What an event says, in the words that it carries; ids, dates and codes are no words."""
    said = []
    for name in event.__struct_fields__:
        held = getattr(event, name)
        if not isinstance(held, str) or name in _NO_WORDS or held in ids or _ID.fullmatch(held):
            continue
        said.append(held)
    return "" if isinstance(event, Unknown) else "\n".join(filter(None, said))


@cache
def _fields_of(kind: type[Event]) -> tuple[str, ...]:
    """Fields that may hold an id: numbers and truths are passed over."""
    return tuple(f.name for f in msgspec.structs.fields(kind) if f.type not in (int, float, bool))


def _texts(held: Iterable[object]) -> Iterator[str]:
    """The texts among these, and those directly inside the others."""
    for each in held:
        if isinstance(each, str):
            yield each
        else:
            yield from (text for text in _inside(each) if isinstance(text, str))


def _inside(held: object) -> Iterable[object]:
    """What a struct or a container holds; nothing for anything else."""
    if isinstance(held, msgspec.Struct):
        return [getattr(held, name) for name in held.__struct_fields__]
    if isinstance(held, dict):
        return [*held, *held.values()]
    return held if isinstance(held, list | tuple) else ()


def _read(raw: bytes) -> object:
    """What an unknown event's bytes hold; nothing when they cannot be read."""
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        return None
