"""Feeling: check-ins before and after, by name or without one. They are private.

Nothing but what `together` gives may leave the console: how many, the mean, and words that three
or more said.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused, new_id
from facilitator.stages.rehearsal.state import (
    Feeling,
    Rehearsal,
    When,
    change_rehearsal,
    rehearsal_of,
)
from facilitator.wording import wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

LEAST = 3
"""Fewer than this have no mean outside the console, and a word said by fewer is not told: it could
be put back to a person."""

_NUMBER = "The number goes from 1, at ease, to 5, tense."
_WORD = "How are they? One word is enough."


class FeelingGiven(Event, frozen=True, tag="rehearsal.feeling_given"):
    """A member checked in, before or after; a second time puts the first right."""

    rehearsal: str
    when: When
    member: str
    word: str
    tension: int

    def apply(self, workshop: Workshop) -> None:
        given = Feeling(self.when, self.member, self.word, self.tension)
        _put(workshop, self.rehearsal, given)


class SlipGiven(Event, frozen=True, tag="rehearsal.slip_given"):
    """A check-in without a name: a paper slip, or the laptop passed round. The id corrects it."""

    rehearsal: str
    when: When
    id: str
    word: str
    tension: int

    def apply(self, workshop: Workshop) -> None:
        given = Feeling(self.when, "", self.word, self.tension, self.id)
        _put(workshop, self.rehearsal, given)


class FeelingDropped(Event, frozen=True, tag="rehearsal.feeling_dropped"):
    """A check-in was taken out again: a member's, or the slip of that id."""

    rehearsal: str
    when: When
    member: str = ""
    id: str = ""

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            gone = (self.when, self.member, self.id)
            left = tuple(f for f in found.feelings if (f.when, f.member, f.id) != gone)
            change_rehearsal(workshop, found.id, feelings=left)


class Together(msgspec.Struct, frozen=True):
    """What may be told of the check-ins at one time.

    `count` of them; `mean` of their numbers, 1 to 5, or None where too few checked in to tell it;
    `words` that three or more said, as (word, how many), the most said first.
    """

    count: int
    mean: float | None
    words: tuple[tuple[str, int], ...]


def together(found: Rehearsal, when: When) -> Together:
    """What may leave the console of the check-ins before or after."""
    numbers = [f.tension for f in found.feelings if f.when == when]
    mean = sum(numbers) / len(numbers) if len(numbers) >= LEAST else None
    words = tuple((word, n) for word, n in words_said(found, when) if n >= LEAST)
    return Together(len(numbers), mean, words)


def words_said(found: Rehearsal, when: When) -> list[tuple[str, int]]:
    """Every word said, as (word, how many), the most said first. For the console alone."""
    said = Counter(f.word.casefold() for f in found.feelings if f.when == when)
    return sorted(said.items(), key=lambda each: (-each[1], each[0]))


def check_in(
    workshop: Workshop, rehearsal: str, when: When, member: str, word: str, tension: int
) -> FeelingGiven:
    """Record a check-in: a word, and a number from 1 (at ease) to 5 (tense). It stays private."""
    rehearsal_of(workshop, rehearsal)
    if member not in workshop.members:
        raise Refused("Whose check-in is it?")
    return FeelingGiven(rehearsal, when, member, *_checked(word, tension))


def give_slip(
    workshop: Workshop, rehearsal: str, when: When, word: str, tension: int, slip_id: str = ""
) -> SlipGiven:
    """Record a check-in that has no name; with the id of an earlier one, put it right."""
    rehearsal_of(workshop, rehearsal)
    return SlipGiven(rehearsal, when, slip_id or new_id(), *_checked(word, tension))


def drop_feeling(
    workshop: Workshop, rehearsal: str, when: When, member: str = "", slip_id: str = ""
) -> FeelingDropped:
    """Take a check-in out again, as somebody who passes after all may ask."""
    found = rehearsal_of(workshop, rehearsal)
    if not any((f.when, f.member, f.id) == (when, member, slip_id) for f in found.feelings):
        raise Refused("That check-in is no longer there.")
    return FeelingDropped(rehearsal, when, member, slip_id)


def _checked(word: str, tension: int) -> tuple[str, int]:
    if not 1 <= tension <= 5:
        raise Refused(_NUMBER)
    return wording(word, _WORD), tension


def _put(workshop: Workshop, rehearsal: str, given: Feeling) -> None:
    """Put a check-in in the place of its own earlier one, or at the end."""
    found = workshop.rehearsals.get(rehearsal)
    if found is None:
        return
    same = (given.when, given.member, given.id)
    others = tuple(f for f in found.feelings if (f.when, f.member, f.id) != same)
    change_rehearsal(workshop, found.id, feelings=(*others, given))
