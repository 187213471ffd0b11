"""Purpose: the statement of what only we can do.

Contributions and themes are on the board, and the only-we test is in `only_we`; positions are
taken in rounds about a draft. Before a draft is adopted the group says whether another board would
sign it and what it would have to stop; afterwards each organisation says whether it will defend it
outside: `facilitator.statement`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from facilitator.decision import AGREED
from facilitator.events import Event, Refused, Setting, new_id
from facilitator.rounds import Round, latest_round
from facilitator.side_by_side import DRAFT
from facilitator.statement import AnotherBoard, Defence
from facilitator.wording import joined, tidy, wording
from facilitator.wording_diff import word_count

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

MOST_WORDS = 50
"""Words in a purpose statement; a longer draft is kept, and cannot be adopted."""

Verdict = Literal["", "rejected", "amended", "adopted"]

QUESTIONS_BEFORE = {
    "another_board": "“Would another board sign this?”",
    "stops": "“What would we have to stop?”",
}
"""What the room is asked before a draft is adopted, by the word a refusal offers it with."""


class Draft(msgspec.Struct, frozen=True):
    """A numbered draft of the statement. `revises` names the draft it started from.

    Two that revise the same draft carry the same number and stay side by side: `letter` is empty
    for the first, then "b", "c". `another_board` is None until it was asked; `stops` is what the
    group would have to stop, and `nothing_to_stop` that it said "nothing". `defences` are by
    organisation.
    """

    id: str
    number: int
    letter: str
    text: str
    revises: str = ""
    by: str = ""
    verdict: Verdict = ""
    why: str = ""
    another_board: AnotherBoard | None = None
    stops: tuple[str, ...] = ()
    nothing_to_stop: bool = False
    defences: dict[str, Defence] = {}

    @property
    def stops_answered(self) -> bool:
        """Whether the group has said what it would have to stop."""
        return bool(self.stops) or self.nothing_to_stop

    @property
    def label(self) -> str:
        """ "v2", or "v2b" for a second draft of the same version."""
        return f"v{self.number}{self.letter}"

    @property
    def words(self) -> int:
        """How many words it has."""
        return word_count(self.text)


class PurposeDrafted(Event, frozen=True, tag="purpose.drafted"):
    """A draft of the purpose was written, as a new version of another or from nothing."""

    id: str
    text: str
    revises: str = ""
    by: str = ""

    def settings(self) -> tuple[Setting, ...]:
        return (Setting((DRAFT, self.revises), self.text),) if self.revises else ()

    def in_words(self, _key: tuple[str, ...]) -> tuple[str, str]:
        return self.text, ""

    def decides(self) -> str:
        return self.revises

    def apply(self, workshop: Workshop) -> None:
        base = workshop.drafts.get(self.revises)
        number = base.number + 1 if base else 1
        beside = sum(d.number == number for d in workshop.drafts.values() if d.id != self.id)
        letter = chr(ord("a") + min(beside, 25)) if beside else ""
        workshop.drafts[self.id] = Draft(self.id, number, letter, self.text, self.revises, self.by)


class DraftClosed(Event, frozen=True, tag="purpose.draft_closed"):
    """The group put a draft aside: rejected, or amended into the next; and why."""

    id: str
    verdict: Literal["rejected", "amended"]
    why: str = ""

    def decides(self) -> str:
        return self.id

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.drafts.get(self.id):
            workshop.drafts[self.id] = msgspec.structs.replace(
                found, verdict=self.verdict, why=self.why
            )


class PurposeAdopted(Event, frozen=True, tag="purpose.adopted"):
    """The group adopted a draft as its purpose; an earlier adopted one becomes amended."""

    id: str

    def decides(self) -> str:
        return self.id

    def apply(self, workshop: Workshop) -> None:
        if self.id not in workshop.drafts:
            return
        for each in list(workshop.drafts.values()):
            if each.verdict == "adopted" and each.id != self.id:
                workshop.drafts[each.id] = msgspec.structs.replace(each, verdict="amended")
        workshop.drafts[self.id] = msgspec.structs.replace(
            workshop.drafts[self.id], verdict="adopted"
        )


def draft(
    workshop: Workshop, text: str, revises: str = "", by: str = "", draft_id: str = ""
) -> PurposeDrafted:
    """Write a draft of the purpose, from nothing or as a new version of another."""
    text = wording(text, "Write the statement first.")
    if revises:
        base = _draft(workshop, revises)
        if base.text == text:
            raise Refused(f"Nothing has changed since {base.label}.")
    return PurposeDrafted(draft_id or new_id(), text, revises, tidy(by))


def close_draft(
    workshop: Workshop, draft_id: str, verdict: Literal["rejected", "amended"], why: str = ""
) -> DraftClosed:
    """Put a draft aside, and say why; not the one that is the group's purpose."""
    found = _draft(workshop, draft_id)
    if found.verdict == "adopted":
        raise Refused(f"{found.label} is the group's purpose. Adopt another draft in its place.")
    return DraftClosed(draft_id, verdict, tidy(why))


def adopt(workshop: Workshop, draft_id: str) -> PurposeAdopted:
    """Adopt a draft of fifty words or fewer on which the last round agreed.

    Refused until both questions are answered: whether another board would sign it, and what the
    group would have to stop.
    """
    found = _draft(workshop, draft_id)
    if found.verdict == "adopted":
        raise Refused(f"{found.label} is adopted already.")
    if found.words > MOST_WORDS:
        over = found.words - MOST_WORDS
        raise Refused(
            f"{found.label} has {found.words} words. A purpose has fifty or fewer: cut {over}."
        )
    last = latest_round(workshop, draft_id)
    if last is None or last.result is None:
        raise Refused(f"Take a round of positions on {found.label} first, and lock it.")
    if last.outcome() not in AGREED:
        raise Refused(f"The round on {found.label} did not end in agreement.")
    missing = unanswered(found)
    if missing:
        asked = joined([QUESTIONS_BEFORE[each] for each in missing])
        raise Refused(f"Before {found.label} is adopted, ask the room: {asked}", missing[0])
    return PurposeAdopted(draft_id)


def _draft(workshop: Workshop, draft_id: str) -> Draft:
    if draft_id not in workshop.drafts:
        raise Refused("That draft is no longer there.")
    return workshop.drafts[draft_id]


def unanswered(found: Draft) -> list[str]:
    """Which of `QUESTIONS_BEFORE` the room has not answered about a draft, in their order."""
    answered = {"another_board": found.another_board is not None, "stops": found.stops_answered}
    return [each for each in QUESTIONS_BEFORE if not answered[each]]


def adopted(workshop: Workshop) -> Draft | None:
    """The draft that is the group's purpose; None before one is adopted."""
    return next((d for d in workshop.drafts.values() if d.verdict == "adopted"), None)


def adopting_round(workshop: Workshop) -> Round | None:
    """The round in which the purpose was adopted; None before that."""
    found = adopted(workshop)
    return latest_round(workshop, found.id) if found else None
