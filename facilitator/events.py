"""What happened: the events of a workshop, the entries that keep them, and refusals.

An event is a past-tense fact. It is frozen, has a stable word on disk (its tag) and knows how to
apply itself to a workshop. An entry is an event with its place in the history.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import msgspec

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class Refused(Exception):  # noqa: N818  the field's word; it is an answer, not a fault
    """The group may not do this now; nothing changed.

    `reason` is a plain sentence for the screen. `offer` names what could be done instead, as a
    short word a page may turn into a button (`reservation`, `mark_here`), or is empty.
    """

    def __init__(self, reason: str, offer: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.offer = offer


class Setting(NamedTuple):
    """What an event puts into the place of something earlier.

    `key` names the place: the register ("position") and ids; `said` is what is put there, to be
    compared with what others put.
    """

    key: tuple[str, ...]
    said: object


class Event(msgspec.Struct, frozen=True, tag_field="kind", omit_defaults=True):
    """A past-tense fact about the workshop, decoded from disk through one tagged union."""

    # Whether "take it back" may name it. Steps and clocks have controls of their own, and a
    # facilitator who takes back a card does not mean the step.
    undoable: ClassVar[bool] = True
    # Whether a note-taker may cause it. They have no power over rounds and steps.
    for_note_takers: ClassVar[bool] = False
    # The fields that name the text or position that it puts into the place of an earlier one;
    # None when it does no such thing. See `facilitator.side_by_side`.
    replaces: ClassVar[tuple[str, ...] | None] = None
    # What kind of text that is; several kinds of event may write the same. The tag when empty.
    register: ClassVar[str] = ""
    # The fields that hold what is put there; all others than `replaces` when there are none.
    says: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **settings: Any) -> None:
        super().__init_subclass__(**settings)
        # An event without an effect is a mistake that should show before anything is kept.
        if cls.apply is Event.apply:
            raise TypeError(
                f"{cls.__name__} does not say how it changes the workshop: give it apply"
            )

    def settings(self) -> tuple[Setting, ...]:
        """What it puts into the place of something earlier."""
        if self.replaces is None:
            return ()
        register = self.register or str(self.__struct_config__.tag)
        key = (register, *(str(getattr(self, name)) for name in self.replaces))
        return (Setting(key, tuple(getattr(self, name) for name in self._saying())),)

    def without(self, _keys: set[tuple[str, ...]]) -> Event | None:
        """The same event without what it puts there; None when nothing is left."""
        return None

    def in_words(self, _key: tuple[str, ...]) -> tuple[str, str]:
        """What it puts there, for people to read; and the code of a position, or nothing."""
        found = [getattr(self, name) for name in self._saying()]
        lines = [each for held in found for each in (held if isinstance(held, tuple) else (held,))]
        said = " · ".join(each for each in lines if isinstance(each, str) and each)
        return said, ""

    def locks(self) -> str:
        """The round that it locks, or nothing."""
        return ""

    def decides(self) -> str:
        """The draft whose fate it is, or nothing."""
        return ""

    def _saying(self) -> tuple[str, ...]:
        if self.says:
            return self.says
        return tuple(f for f in self.__struct_fields__ if f not in (self.replaces or ()))

    def stands(self, workshop: Workshop) -> bool:
        """Whether it can no longer be taken back, because the room has seen what came of it."""
        return False

    def apply(self, workshop: Workshop) -> None:
        """Change the workshop accordingly. Never fails; looks at no clock, chance or file.

        What it names may be missing (taken back, or not arrived yet): then it does nothing.
        """
        raise TypeError("a bare Event has no effect")


class Undone(Event, frozen=True, tag="entry.undone"):
    """An earlier entry was taken back. Undoing an `Undone` brings the entry back."""

    for_note_takers = True

    entry: str

    def apply(self, workshop: Workshop) -> None:
        """Nothing of its own: history leaves out what it names."""


Targets = tuple[tuple[str, tuple[str, ...]], ...]
"""Entries by their ids, and in each of them texts by pointers (RFC 6901) into its JSON."""


class Redacted(Event, frozen=True, tag="entry.redacted"):
    """Words were taken out of entries for good. What they were is written nowhere."""

    undoable = False

    targets: Targets

    def apply(self, workshop: Workshop) -> None:
        workshop.taken_out += sum(len(pointers) for _, pointers in self.targets)


class Unknown(Event, frozen=True, tag="(unknown)"):
    """An event of a kind this version does not know: kept, passed on and counted, never applied."""

    # Nobody means to take back what the screen cannot show.
    undoable = False

    word: str
    raw: bytes

    def apply(self, workshop: Workshop) -> None:
        """Count it, so that the screen can say how many there are."""
        workshop.unknown_kinds[self.word] = workshop.unknown_kinds.get(self.word, 0) + 1


class Entry(msgspec.Struct, frozen=True, gc=False):
    """An event with its place in the history.

    `id` orders all entries of all writers (a hybrid logical clock in the shape of a UUIDv7).
    `writer` is one launch of the app, `seq` its own count without gaps, from 1. `at` is wall time
    (ISO 8601), for people only. `by` says in whose seat it was done ("Facilitator").
    """

    id: str
    writer: str
    seq: int
    at: str
    by: str
    event: Event


def new_id() -> str:
    """Sixteen hexadecimal digits of chance: an entity's id, or a writer's."""
    return os.urandom(8).hex()
