"""The trio: objector, proposer and one neutral, sent off for four minutes when a round is stuck.

Times are seconds since 1970, from a clock that is handed in; ticks are not events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused, new_id
from facilitator.rounds import a_name, latest_round
from facilitator.wording import wording
from facilitator.wording_diff import compare

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

MINUTES = 4
"""How long a trio has."""


class Trio(msgspec.Struct, frozen=True):
    """Three organisations on one subject, since `at` (seconds); what they came back with.

    `round` is the round that was stuck. `brought` is empty while they are away.
    """

    id: str
    subject: str
    round: str
    objector: str
    proposer: str
    neutral: str
    at: float
    brought: str = ""

    @property
    def members(self) -> tuple[str, str, str]:
        """Ids of the three organisations."""
        return self.objector, self.proposer, self.neutral

    @property
    def ends(self) -> float:
        """When their time is up, in seconds since 1970."""
        return self.at + MINUTES * 60


class TrioBegan(Event, frozen=True, tag="trio.began"):
    """Objector, proposer and a neutral went off to find a change that would work."""

    id: str
    subject: str
    round: str
    objector: str
    proposer: str
    neutral: str
    at: float

    def apply(self, workshop: Workshop) -> None:
        workshop.trios[self.id] = Trio(
            self.id, self.subject, self.round, self.objector, self.proposer, self.neutral, self.at
        )


class TrioReported(Event, frozen=True, tag="trio.reported"):
    """The three came back, and said with what."""

    id: str
    brought: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.trios.get(self.id):
            workshop.trios[self.id] = msgspec.structs.replace(found, brought=self.brought)


def begin_trio(
    workshop: Workshop, subject: str, objector: str, proposer: str, neutral: str, at: float
) -> TrioBegan:
    """Send three organisations off: who objects (or asks), who proposed, and one neutral."""
    names = [a_name(workshop, o) if o else "" for o in (objector, proposer, neutral)]
    if not all(names):
        raise Refused("A trio is three: who objects, who proposed it, and one neutral.")
    if len(set(names)) < 3:
        raise Refused("A trio is three different organisations. Choose another for one of them.")
    last = latest_round(workshop, subject)
    standing = last.standing() if last else {}
    if last is None or objector not in standing or not standing[objector].waits:
        raise Refused(
            f"{names[0]} has no open objection or question, so a trio has nothing to mend."
        )
    if neutral in standing and standing[neutral].waits:
        raise Refused(
            f"{names[2]} objects or asks as well, so it is not neutral here. Choose another."
        )
    if trio_away(workshop, subject):
        raise Refused("A trio is away already. Hear what it brings first.")
    return TrioBegan(new_id(), subject, last.id, objector, proposer, neutral, at)


def report_trio(workshop: Workshop, trio: str, brought: str) -> TrioReported:
    """Record what a trio came back with; "nothing yet" is an answer."""
    if trio not in workshop.trios:
        raise Refused("That trio is no longer there.")
    return TrioReported(
        trio, wording(brought, "What did they bring back? “Nothing yet” is an answer.")
    )


def trio_away(workshop: Workshop, subject: str) -> Trio | None:
    """The trio on a subject that has not come back; None when nobody is away.

    Nobody waits for one any more once the next round is open, or the value has left the table.
    """
    last, value = latest_round(workshop, subject), workshop.values.get(subject)
    if last is None or (value is not None and value.ending is not None):
        return None
    return next((t for t in workshop.trios.values() if t.round == last.id and not t.brought), None)


def trio_back(workshop: Workshop, subject: str) -> Trio | None:
    """The trio that came back last about the newest round; None once the next one is open."""
    last = latest_round(workshop, subject)
    if last is None:
        return None
    back = [t for t in workshop.trios.values() if t.round == last.id and t.brought]
    return back[-1] if back else None


def is_a_wording(brought: str, before: str) -> bool:
    """Whether what a trio brought back is a wording: much of it stands in the one before.

    Else it says in other words what should change, and somebody has to write it in.
    """
    found = compare(before, brought)
    kept = len(brought.split()) - found.came
    return (
        not found.rewritten and kept * 2 >= len(brought.split()) and kept * 3 >= len(before.split())
    )


def trios_on(workshop: Workshop, subject: str) -> list[Trio]:
    """Every trio on a subject, oldest first."""
    return [t for t in workshop.trios.values() if t.subject == subject]
