"""What the room is asked about a statement besides where it stands.

Before a draft of the purpose is adopted: would another board sign this, and what would we have to
stop? Afterwards, of each organisation: will you defend this outside? The drafts themselves are in
`facilitator.stages.purpose`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused
from facilitator.wording import shortened, tidy, wording

if TYPE_CHECKING:
    from facilitator.stages.purpose import Draft
    from facilitator.workshop import Workshop


_QUOTED = 60


class AnotherBoard(msgspec.Struct, frozen=True):
    """Whether another board would sign a draft, and what was said of it (or nothing)."""

    would_sign: bool
    text: str = ""


class Defence(msgspec.Struct, frozen=True):
    """Whether an organisation will defend a draft outside; why not yet, in its own words."""

    organisation: str
    will: bool
    text: str = ""


class AnotherBoardAnswered(Event, frozen=True, tag="purpose.another_board_answered"):
    """The group said whether another board would sign a draft, in place of any earlier answer."""

    replaces = ("draft",)

    draft: str
    would_sign: bool
    text: str = ""

    def apply(self, workshop: Workshop) -> None:
        _change(workshop, self.draft, another_board=AnotherBoard(self.would_sign, self.text))


class StopNamed(Event, frozen=True, tag="purpose.stop_named"):
    """Something was named that the group would have to stop if it meant a draft."""

    draft: str
    text: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.drafts.get(self.draft)
        if found is not None and self.text not in found.stops:
            _change(workshop, self.draft, stops=(*found.stops, self.text), nothing_to_stop=False)


class StopDropped(Event, frozen=True, tag="purpose.stop_dropped"):
    """Something that was to be stopped was taken off the list again."""

    draft: str
    text: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.drafts.get(self.draft):
            left = tuple(each for each in found.stops if each != self.text)
            _change(workshop, self.draft, stops=left)


class NothingToStop(Event, frozen=True, tag="purpose.nothing_to_stop"):
    """The group said that it would have to stop nothing; what was named elsewhere stays."""

    draft: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.drafts.get(self.draft)
        if found is not None and not found.stops:
            _change(workshop, self.draft, nothing_to_stop=True)


class DefenceSaid(Event, frozen=True, tag="purpose.defence_said"):
    """An organisation said whether it will defend a draft outside, in place of what it said."""

    replaces = ("draft", "organisation")

    draft: str
    organisation: str
    will: bool
    text: str = ""

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.drafts.get(self.draft):
            said = Defence(self.organisation, self.will, self.text)
            _change(workshop, self.draft, defences={**found.defences, self.organisation: said})


class DefencesSaid(Event, frozen=True, tag="purpose.defences_said"):
    """Several organisations said at once that they will defend a draft outside.

    What one of them said elsewhere in the meantime stays.
    """

    draft: str
    organisations: tuple[str, ...]

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.drafts.get(self.draft):
            unheard = {o: Defence(o, True) for o in self.organisations if o not in found.defences}
            _change(workshop, self.draft, defences={**found.defences, **unheard})


def _change(workshop: Workshop, draft_id: str, **fields: object) -> None:
    if found := workshop.drafts.get(draft_id):
        workshop.drafts[draft_id] = msgspec.structs.replace(found, **fields)


def answer_another_board(
    workshop: Workshop, draft_id: str, would_sign: bool, text: str = ""
) -> AnotherBoardAnswered:
    """Record whether another board would sign a draft, and what the room said of it."""
    _found(workshop, draft_id)
    return AnotherBoardAnswered(draft_id, would_sign, _in_their_words(text))


def name_stop(workshop: Workshop, draft_id: str, text: str) -> StopNamed | NothingToStop:
    """Record one thing that the group would have to stop; "nothing" is an answer too."""
    found = _found(workshop, draft_id)
    text = wording(text, "Name one thing that we would have to stop, or say “nothing”.")
    if text.casefold().rstrip(".! ") == "nothing":
        if found.stops:
            raise Refused(
                f"{_quoted(found.stops[0])} is named already. Take it off the list first."
            )
        return NothingToStop(draft_id)
    if text in found.stops:
        raise Refused(f"{_quoted(text)} is on the list already.")
    return StopNamed(draft_id, text)


def drop_stop(workshop: Workshop, draft_id: str, text: str) -> StopDropped:
    """Take something off the list of what the group would have to stop."""
    if text not in _found(workshop, draft_id).stops:
        raise Refused("That is no longer on the list.")
    return StopDropped(draft_id, text)


def say_defence(
    workshop: Workshop, draft_id: str, organisation: str, will: bool, text: str = ""
) -> DefenceSaid:
    """Record whether an organisation will defend a draft outside; a "not yet" has a reason."""
    _found(workshop, draft_id)
    if organisation not in workshop.organisations:
        raise Refused("That organisation is not a member of this workshop.")
    name = workshop.organisations[organisation].short
    asked = f"What keeps {name} from defending it outside?"
    said = _in_their_words(text) if will else wording(text, asked)
    return DefenceSaid(draft_id, organisation, will, said)


def all_will_defend(workshop: Workshop, draft_id: str, at: str) -> DefencesSaid:
    """Record that everybody here at a minute (ISO 8601, local) who has not said yet will."""
    found = _found(workshop, draft_id)
    here = workshop.present_at(at)
    rest = tuple(
        o for o in workshop.organisations if o not in found.defences and (here is None or o in here)
    )
    if not rest:
        raise Refused("Everybody who is here has said whether they will defend it outside.")
    return DefencesSaid(draft_id, rest)


def _found(workshop: Workshop, draft_id: str) -> Draft:
    if draft_id not in workshop.drafts:
        raise Refused("That draft is no longer there.")
    return workshop.drafts[draft_id]


def _in_their_words(text: str) -> str:
    """Words that may be left out, but not be a whole document."""
    return wording(text, "") if tidy(text) else ""


def _quoted(text: str) -> str:
    """The beginning of what somebody said, short enough for a sentence."""
    return f"“{shortened(text, _QUOTED)}”"
