"""Understanding: the words that everybody here uses, and how this group has agreed to use them.

A word on which the group does not settle goes to the car park.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.car_park import ItemParked
from facilitator.events import Event, Refused, new_id
from facilitator.wording import shortened, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

MOST_TERMS = 6
"""Terms that the agenda suggests; more are kept, once the group has said that it goes on."""
_QUOTED = 60


class Term(msgspec.Struct, frozen=True):
    """A word that means different things in the room, and the use on which the group agreed."""

    id: str
    term: str
    use: str


class TermAgreed(Event, frozen=True, tag="term.agreed"):
    """The group agreed how it uses a word, or corrected what is kept of that."""

    replaces = ("id",)

    id: str
    term: str
    use: str

    def apply(self, workshop: Workshop) -> None:
        workshop.terms[self.id] = Term(self.id, self.term, self.use)


class TermDropped(Event, frozen=True, tag="term.dropped"):
    """A word was taken off the list again."""

    id: str

    def apply(self, workshop: Workshop) -> None:
        workshop.terms.pop(self.id, None)


class TermParked(Event, frozen=True, tag="term.parked"):
    """A word was put into the car park, and is not on the list any more if it was.

    `item` is its id in the car park, `text` the word with its use as far as that was said.
    """

    item: str
    text: str
    term: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.terms.pop(self.term, None)
        ItemParked(self.item, self.text).apply(workshop)


def agree_term(workshop: Workshop, term: str, use: str, term_id: str = "") -> TermAgreed:
    """Keep how the group uses a word; with the `term_id` of one on the list, correct it."""
    term = wording(term, "Which word is it?")
    use = wording(use, f"How will we use {_quoted(term)}? Say it in a few words, or park the word.")
    same = find_term(workshop, term)
    if same is not None and same.id != term_id:
        raise Refused(f"{_quoted(same.term)} is on the list: {_short(same.use)} Correct it there.")
    if same is not None and (same.term, same.use) == (term, use):
        raise Refused(f"Nothing has changed about {_quoted(term)}.")
    return TermAgreed(term_id or new_id(), term, use)


def drop_term(workshop: Workshop, term_id: str) -> TermDropped:
    """Take a word off the list."""
    _found(workshop, term_id)
    return TermDropped(term_id)


def park_term(workshop: Workshop, term: str, use: str = "", term_id: str = "") -> TermParked:
    """Put a word into the car park: one on the list by its id, or one that was only tried."""
    if term_id:
        found = _found(workshop, term_id)
        term, use = found.term, found.use
    term, use = wording(term, "Which word should be parked?"), tidy(use)
    return TermParked(new_id(), f"{term}: {use}" if use else term, term_id)


def find_term(workshop: Workshop, term: str) -> Term | None:
    """The word on the list that is called so, whatever the capitals; None without one."""
    name = tidy(term).casefold()
    return next((t for t in workshop.terms.values() if t.term.casefold() == name), None)


def _found(workshop: Workshop, term_id: str) -> Term:
    if term_id not in workshop.terms:
        raise Refused("That word is no longer on the list.")
    return workshop.terms[term_id]


def _short(use: str) -> str:
    """The use, as a sentence of its own."""
    said = shortened(use, _QUOTED)
    return said if said[-1:] in ".!?…" else f"{said}."


def _quoted(term: str) -> str:
    return f"“{shortened(term, _QUOTED)}”"
