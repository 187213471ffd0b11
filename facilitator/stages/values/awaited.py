"""Awaited: what organisations may still send from home once the rounds are locked."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from facilitator.afterwards import late_until
from facilitator.decision import AGREED, Position
from facilitator.rounds import Round, late_against, latest_round
from facilitator.stages.purpose import adopted
from facilitator.stages.values.authority import authority_of
from facilitator.stages.values.state import on_the_table, standing

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class Awaited(msgspec.Struct, frozen=True):
    """Something that an organisation may or must still send about a locked round.

    A *mandate* is its own word on what its substitute said; a *late* position is that of an
    organisation that was absent. `by` is the date (ISO 8601): the one it named at the home check,
    or the last day for late positions.
    """

    kind: Literal["mandate", "late"]
    round: str
    subject: str
    organisation: str
    by: str


def still_to_come(workshop: Workshop, today: str) -> list[Awaited]:
    """What is awaited on a date (ISO 8601), mandates first, then late positions that may come.

    Late positions are awaited until their last day, and mandates until they are there.
    """
    mandates, late = [], []
    for subject, about in decided_rounds(workshop):
        last_day = late_until(about).isoformat()
        for organisation, confirmed in about.mandates.items():
            if not confirmed and organisation in workshop.organisations:
                said = authority_of(workshop, organisation)
                by = (said.by if said else "") or last_day
                mandates.append(Awaited("mandate", about.id, subject, organisation, by))
        if today > last_day:
            continue
        asked = {elector.organisation for elector in about.electors}
        # Who joined after the lock was not asked, and speaks in the next round.
        for organisation in (o for o in workshop.organisations if o in asked):
            position = about.standing().get(organisation, Position(organisation, "absent"))
            if position.code == "absent":
                late.append(Awaited("late", about.id, subject, organisation, last_day))
    return [*mandates, *late]


def late_positions_until(workshop: Workshop) -> datetime.date | None:
    """The last day on which a late position to any decision is accepted; None before one."""
    return max((late_until(about) for _, about in decided_rounds(workshop)), default=None)


def on_the_table_again(workshop: Workshop) -> list[tuple[str, Round, list[Position]]]:
    """What came late against a decision: (subject, its round, the late objections and questions).

    Once another round is open on it, or the wording has changed, it is no longer listed.
    """
    found = [
        (subject, about, late_against(workshop, about))
        for subject, about in decided_rounds(workshop)
    ]
    return [each for each in found if each[2]]


def decided_rounds(workshop: Workshop) -> list[tuple[str, Round]]:
    """The adopted purpose and every decided value, with the locked round that decided it.

    A value that was decided until an objection came late is among them.
    """
    draft = adopted(workshop)
    subjects = [draft.id] if draft else []
    for value in on_the_table(workshop):
        last = latest_round(workshop, value.id)
        late = standing(workshop, value.id) == "not_agreed" and last and last.outcome() in AGREED
        if standing(workshop, value.id) in AGREED or late:
            subjects.append(value.id)
    rounds = ((subject, latest_round(workshop, subject)) for subject in subjects)
    return [(s, r) for s, r in rounds if r is not None and r.result is not None]
