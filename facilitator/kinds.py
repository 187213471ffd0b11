"""Every kind of event there is, and how an event is written down and read back."""

from functools import reduce
from operator import or_

import msgspec

# The one line that makes every kind of event known: the workshop imports every stage.
from facilitator import (  # noqa: F401
    afterwards,
    answering,
    attendance,
    attribution,
    board,
    chatham_house,
    hands,
    notes,
    progress,
    retention,
    rounds,
    seen,
    side_by_side,
    trio,
    workshop,
)
from facilitator.events import Event, Unknown
from facilitator.stages.rehearsal import (  # noqa: F401
    casting,
    changing,
    clock,
    debriefing,
    deciding,
    feeling,
    injects,
    observing,
)
from facilitator.stages.values import authority, ending, price, proposing  # noqa: F401


def _leaves(kind: type[Event]) -> list[type[Event]]:
    found = kind.__subclasses__()
    return [leaf for each in found for leaf in _leaves(each)] if found else [kind]


KINDS: dict[str, type[Event]] = {
    str(kind.__struct_config__.tag): kind for kind in _leaves(Event) if kind is not Unknown
}
"""Event classes by their word on disk."""

_union = reduce(or_, KINDS.values())
_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(_union)
_encoder = msgspec.json.Encoder()


class _Word(msgspec.Struct):
    kind: str


_word = msgspec.json.Decoder(_Word)


def encode(event: Event) -> bytes:
    """An event as JSON. An unknown one comes out as the bytes that it came in as."""
    return event.raw if isinstance(event, Unknown) else _encoder.encode(event)


def decode(raw: bytes | str) -> Event:
    """The event that the JSON stands for.

    A kind, or a form of a kind, that only a newer version knows becomes `Unknown` and keeps its
    bytes. Raises `msgspec.DecodeError` for what is not an event at all.
    """
    try:
        return _decoder.decode(raw)
    except msgspec.ValidationError:
        word = _word.decode(raw).kind
        return Unknown(word, raw if isinstance(raw, bytes) else raw.encode())
