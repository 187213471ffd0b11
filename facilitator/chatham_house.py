"""Chatham House mode: what was said may be used, but not who said it, nor for whom they spoke.

While it is on, no screen of the room and no document names a person or an organisation
(`facilitator.veil`), no card keeps its author, and the file keeps no person's name. What has been
forgotten is gone: turning the mode off, or taking it back, brings nothing back.

What leaves the file, of what was taken back as well:

- a member's name; they are known by their role from then on. Whose place a substitute takes, too,
  unless it is said by a role or an organisation;
- whoever is named in free words as the owner of a commitment, a change, a lesson or the agreement,
  as having drafted, amended, parked, carried or spoken, or as giving a board's assent. A member's
  or an organisation's id stays: it says no more than the role that the list keeps;
- the same names wherever they stand in other words (cards, reservations, apologies, interests,
  answers, notes, kinds that only a newer app knows): each word of them becomes “[name]”;
- the author of every card, member and organisation, as of unattributed ones.

Names are those of members and those in such fields, also where they were taken back, or are told
only by a copy that comes in. In other words they are found whole in any spelling of capitals and
accents, and by a single word of theirs that is written with a capital and is neither an everyday
word (“Will”) nor part of a role or of an organisation's name. A nickname is not known for one. Nor
is a seat (“Table 3”) taken for a name: the file keeps it as it was typed, and no document tells it.

What stays, because without it nobody could show that a decision was quorate and who is bound by it:
organisations, their class and vote, the roles at the table, attendance, positions and reservations
by organisation, mandates, authority and assent. They are in the file and on the console, where the
facilitator asks each organisation in turn, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.events import Event, Refused

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class ChathamHouseChosen(Event, frozen=True, tag="workshop.chatham_house"):
    """The group chose to work under the Chatham House Rule, or no longer to."""

    on: bool = True

    def apply(self, workshop: Workshop) -> None:
        workshop.chatham_house = self.on


class NamesForgotten(Event, frozen=True, tag="names.forgotten"):
    """People's names left the file for good: which words of which entries, not what they were.

    Each place is an entry's id, a JSON pointer into its event, and the words that were a name,
    counted from 0; none of them means all that stood there.
    """

    undoable = False

    places: tuple[tuple[str, str, tuple[int, ...]], ...] = ()

    def apply(self, workshop: Workshop) -> None:
        """Nothing: what it names reads otherwise from then on."""


@dataclass(frozen=True)
class Forgets:
    """What would be gone for good: how many cards lose their author, how many people their name."""

    cards: int
    people: int


def choose_chatham_house(workshop: Workshop, on: bool) -> ChathamHouseChosen:
    """Turn the mode on or off. What it makes forgotten is told beforehand by `would_forget`."""
    if on == workshop.chatham_house:
        raise Refused(
            "The Chatham House Rule holds already."
            if on
            else "The Chatham House Rule is off already."
        )
    return ChathamHouseChosen(on)


def would_forget(workshop: Workshop) -> Forgets:
    """What turning the mode on would take out of the file for good, as far as the screen shows it.

    The names that stand in other words go as well; they are not counted.
    """
    cards = sum(bool(c.member or c.organisation) for c in workshop.contributions.values())
    people = {member.id for member in workshop.members.values() if member.name}
    return Forgets(cards, len(people))
