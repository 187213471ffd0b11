"""Purpose: the statement of what only we can do.

Contributions and themes are on the board, and the only-we test is in `only_we`; positions are
taken in rounds about a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from facilitator.decision import AGREED
from facilitator.events import Event, Refused, new_id
from facilitator.rounds import Round, latest_round
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

MOST_WORDS = 50
"""Words in a purpose statement; a longer one is kept, and the screen says so."""

Verdict = Literal["", "rejected", "amended", "adopted"]


class Draft(msgspec.Struct, frozen=True):
    """A numbered draft of the statement. `revises` names the draft it started from.

    Two that revise the same draft carry the same number and stay side by side: `letter` is empty
    for the first, then "b", "c".
    """

    id: str
    number: int
    letter: str
    text: str
    revises: str = ""
    by: str = ""
    verdict: Verdict = ""
    why: str = ""

    @property
    def label(self) -> str:
        """ "v2", or "v2b" for a second draft of the same version."""
        return f"v{self.number}{self.letter}"

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


class PurposeDrafted(Event, frozen=True, tag="purpose.drafted"):
    """A draft of the purpose was written, as a new version of another or from nothing."""

    id: str
    text: str
    revises: str = ""
    by: str = ""

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

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.drafts.get(self.id):
            workshop.drafts[self.id] = msgspec.structs.replace(
                found, verdict=self.verdict, why=self.why
            )


class PurposeAdopted(Event, frozen=True, tag="purpose.adopted"):
    """The group adopted a draft as its purpose; an earlier adopted one becomes amended."""

    id: str

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
    """Adopt a draft whose last round was locked with agreement."""
    found = _draft(workshop, draft_id)
    if found.verdict == "adopted":
        raise Refused(f"{found.label} is adopted already.")
    last = latest_round(workshop, draft_id)
    if last is None or last.result is None:
        raise Refused(f"Take a round of positions on {found.label} first, and lock it.")
    if last.result.outcome not in AGREED:
        raise Refused(f"The round on {found.label} did not end in agreement.")
    return PurposeAdopted(draft_id)


def _draft(workshop: Workshop, draft_id: str) -> Draft:
    if draft_id not in workshop.drafts:
        raise Refused("That draft is no longer there.")
    return workshop.drafts[draft_id]


def adopted(workshop: Workshop) -> Draft | None:
    """The draft that is the group's purpose; None before one is adopted."""
    return next((d for d in workshop.drafts.values() if d.verdict == "adopted"), None)


def adopting_round(workshop: Workshop) -> Round | None:
    """The round in which the purpose was adopted; None before that."""
    found = adopted(workshop)
    return latest_round(workshop, found.id) if found else None
