"""Attribution: whether a card is quoted by name, by organisation only, or without either.

The group chooses for the whole workshop, for one member, for one step or for one card. A card's
own choice counts; else the more careful of its member's and its step's; else the workshop's. While
the Chatham House Rule holds, none of them counts and everything is unattributed. What is
unattributed holds its author nowhere: see `facilitator.forgetting`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeVar, get_args

import msgspec

from facilitator.events import Event, Refused

if TYPE_CHECKING:
    from facilitator.board import Contribution
    from facilitator.workshop import Workshop

Attribution = Literal["named", "organisation", "unattributed"]
"""From the least careful to the most careful."""
Choice = Literal["", "named", "organisation", "unattributed"]
"""A choice, or none: then the next wider one holds."""

CAREFUL: tuple[Attribution, ...] = get_args(Attribution)
WORDS = {"named": "named", "organisation": "organisation only", "unattributed": "unattributed"}

_Key = TypeVar("_Key")
_NOT_A_CHOICE = "Choose named, organisation only or unattributed."
_GONE = "That card is no longer there."


class AttributionChosen(Event, frozen=True, tag="attribution.chosen"):
    """The group chose how words are quoted: a member's, those of a step, or all of them.

    Nothing chosen takes a member's or a step's choice away.
    """

    attribution: Choice
    member: str = ""
    stage: str = ""
    question: str = ""

    def apply(self, workshop: Workshop) -> None:
        if self.member:
            _put(workshop.attribution_of, self.member, self.attribution)
        elif self.question:
            _put(workshop.attribution_in, (self.stage, self.question), self.attribution)
        elif self.attribution:
            workshop.attribution = self.attribution


class ContributionAttributed(Event, frozen=True, tag="contribution.attributed"):
    """How one card is quoted was chosen for itself, or who said it was named `afresh`."""

    id: str
    attribution: Choice = ""
    afresh: bool = False
    member: str = ""
    organisation: str = ""

    def apply(self, workshop: Workshop) -> None:
        found = workshop.contributions.get(self.id)
        if found is None:
            return
        speaker = (self.member, self.organisation) if self.afresh else _speaker(found)
        workshop.contributions[self.id] = msgspec.structs.replace(
            found, choice=self.attribution, member=speaker[0], organisation=speaker[1]
        )


class AuthorsForgotten(Event, frozen=True, tag="contribution.author_forgotten"):
    """Authors left the file for good: those of `cards`, and those of what `members` had said.

    A member's cards are not listed: the list beside the member's choice would say who wrote them.
    `kept` are cards that such a member is named in and that keep their speaker.
    """

    undoable = False

    cards: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def covering(self) -> Callable[[str, str], bool]:
        """Whether a card may not say who spoke, when this member was named as its speaker."""
        cards, members, kept = map(frozenset, (self.cards, self.members, self.kept))
        return lambda card, member: card in cards or (member in members and card not in kept)

    def apply(self, workshop: Workshop) -> None:
        covers, listed = self.covering(), frozenset(self.cards)
        named = [c for c in workshop.contributions.values() if any(_speaker(c))]
        gone = {card.id for card in named if covers(card.id, card.member)}
        for each in gone:
            workshop.contributions[each] = msgspec.structs.replace(
                workshop.contributions[each], member="", organisation=""
            )
        for item in workshop.car_park.values():
            if item.contribution in gone or item.contribution in listed:
                workshop.car_park[item.id] = msgspec.structs.replace(item, by="")


def choice_for(workshop: Workshop, member: str, stage: str, question: str) -> Attribution:
    """What holds for what a member (or nobody in particular) says in a step."""
    if workshop.chatham_house:
        return "unattributed"
    made = [
        choice
        for choice in (
            workshop.attribution_of.get(member),
            workshop.attribution_in.get((stage, question)),
        )
        if choice
    ]
    return max(made, key=CAREFUL.index) if made else workshop.attribution


def chosen_for(workshop: Workshop, card: Contribution) -> Attribution:
    """What the group has chosen for a card, whether or not its author is kept."""
    if workshop.chatham_house:
        return "unattributed"
    return card.choice or choice_for(workshop, card.member, card.stage, card.question)


def shown_as(workshop: Workshop, card: Contribution) -> Attribution:
    """How a card is quoted: as it was chosen, as far as what is kept of its author allows."""
    return max(chosen_for(workshop, card), card.attribution, key=CAREFUL.index)


def may_be_kept(
    workshop: Workshop, member: str, organisation: str, stage: str, question: str
) -> tuple[str, str]:
    """The member and organisation that go into the file for new words: neither of unattributed."""
    if choice_for(workshop, member, stage, question) == "unattributed":
        return "", ""
    return member, organisation


def would_forget(
    workshop: Workshop,
    attribution: Choice,
    *,
    member: str = "",
    stage: str = "",
    question: str = "",
    card: str = "",
) -> int:
    """How many cards would lose their author for good if this were chosen.

    With a card, its own choice is meant, and `member` is who is said to have said it.
    """
    if card:
        found = workshop.contributions.get(card)
        if found is None or not any(_speaker(found)):
            return 0
        speaker = member or found.member
        held = attribution or choice_for(workshop, speaker, found.stage, found.question)
        return int(held == "unattributed")
    supposed = dataclasses.replace(
        workshop,
        attribution_of=dict(workshop.attribution_of),
        attribution_in=dict(workshop.attribution_in),
    )
    AttributionChosen(attribution, member, stage, question).apply(supposed)
    return sum(
        any(_speaker(each)) and chosen_for(supposed, each) == "unattributed"
        for each in workshop.contributions.values()
    )


def choices_made(workshop: Workshop) -> tuple[object, ...]:
    """Every choice but those of single cards: as long as it is the same, nobody reads otherwise."""
    return (
        workshop.attribution,
        tuple(workshop.attribution_of.items()),
        tuple(workshop.attribution_in.items()),
    )


def choose_for_all(workshop: Workshop, attribution: Attribution) -> AttributionChosen:
    """Choose how words are quoted wherever nothing else is chosen."""
    _check(workshop, attribution)
    if attribution not in CAREFUL:
        raise Refused(_NOT_A_CHOICE)
    if attribution == workshop.attribution:
        raise Refused(f"The whole workshop is {WORDS[attribution]} already.")
    return AttributionChosen(attribution)


def choose_for_member(
    workshop: Workshop, member: str, attribution: Choice = ""
) -> AttributionChosen:
    """Choose how a member is quoted; nothing lets them follow the step and the workshop."""
    found = workshop.members.get(member)
    if found is None:
        raise Refused("Nobody of that name is on the list.")
    _check(workshop, attribution)
    if attribution == workshop.attribution_of.get(member, ""):
        raise Refused(f"That is how it stands for {found.label} already.")
    return AttributionChosen(attribution, member=member)


def choose_for_step(
    workshop: Workshop, stage: str, question: str, attribution: Choice = ""
) -> AttributionChosen:
    """Choose how the answers to a step's question are quoted; nothing takes the choice away."""
    if not question:
        raise Refused("Nothing is captured in this step, so there is nobody to quote.")
    _check(workshop, attribution)
    if attribution == workshop.attribution_in.get((stage, question), ""):
        raise Refused("That is how it stands for this step already.")
    return AttributionChosen(attribution, stage=stage, question=question)


def attribute_card(
    workshop: Workshop,
    card: str,
    attribution: Choice = "",
    member: str = "",
    organisation: str = "",
) -> ContributionAttributed:
    """Choose how one card is quoted; with a member or organisation, say afresh who said it."""
    found = workshop.contributions.get(card)
    if found is None:
        raise Refused(_GONE)
    _check(workshop, attribution)
    if member:
        if member not in workshop.members:
            raise Refused("Nobody of that name is on the list.")
        organisation = workshop.members[member].organisation
    if organisation and organisation not in workshop.organisations:
        raise Refused("That organisation is not a member of this workshop.")
    afresh = bool(member or organisation)
    speaker = (member, organisation) if afresh else _speaker(found)
    if attribution in ("named", "organisation") and not any(speaker):
        raise Refused(
            "Who said this is kept nowhere. Say who it was, then it can be quoted that way."
        )
    if (attribution, speaker) == (found.choice, _speaker(found)):
        raise Refused("That is how it stands for this card already.")
    held = attribution or choice_for(workshop, speaker[0], found.stage, found.question)
    if held == "unattributed" and not attribution and not any(_speaker(found)):
        raise Refused(
            "Such words are unattributed, so who said this would not be kept. Choose named or "
            "organisation only for this card as well."
        )
    if held == "unattributed":
        return ContributionAttributed(card, attribution, afresh)
    return ContributionAttributed(card, attribution, afresh, *(speaker if afresh else ("", "")))


def _check(workshop: Workshop, attribution: Choice) -> None:
    if workshop.chatham_house:
        raise Refused(
            "The Chatham House Rule holds: nobody is named beside their words. Turn it off first."
        )
    if attribution and attribution not in CAREFUL:
        raise Refused(_NOT_A_CHOICE)


def _speaker(card: Contribution) -> tuple[str, str]:
    return card.member, card.organisation


def _put(choices: dict[_Key, Attribution], key: _Key, choice: Choice) -> None:
    if choice:
        choices[key] = choice
    else:
        choices.pop(key, None)
