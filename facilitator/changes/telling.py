"""Telling a change: which function tells which kind of event, and the sentences made of it."""

from facilitator.changes import (
    acting,
    bringing,
    deciding,
    gathering,
    purposing,
    rehearsing,
    valuing,
    wording,
)
from facilitator.changes.seen import Seen, Tell
from facilitator.events import Event
from facilitator.workshop import Workshop

TOLD: dict[type[Event], Tell] = {
    **gathering.TOLD,
    **purposing.TOLD,
    **deciding.TOLD,
    **valuing.TOLD,
    **rehearsing.TOLD,
    **acting.TOLD,
    **bringing.TOLD,
    **wording.TOLD,
}
"""How each kind of event that can be taken back is told."""

_UNDONE: dict[type[Event], Tell] = {**deciding.UNDONE, **valuing.UNDONE}


def the_change(event: Event, having: Workshop, lacking: Workshop | None = None) -> str:
    """What an event changed, as a thing; nothing for a kind that is not told.

    `having` is a workshop in which it is in effect, and `lacking` one in which it is not: with
    both, something that was put right is told from something new.
    """
    tell = TOLD.get(type(event))
    return tell(Seen(having, lacking), event) if tell else ""


def taken_back(event: Event, having: Workshop, lacking: Workshop) -> str:
    """The sentence that says what was taken back."""
    tell = _UNDONE.get(type(event))
    told = tell(Seen(having, lacking), event) if tell else the_change(event, having, lacking)
    return f"Taken back: {told or 'the last change'}"


def brought_back(event: Event, having: Workshop, lacking: Workshop) -> str:
    """The sentence that says what was brought back."""
    return f"Brought back: {the_change(event, having, lacking) or 'the last change'}"
