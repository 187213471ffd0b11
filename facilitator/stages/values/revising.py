"""Revising a value from outside its negotiation: what was learnt changes it, and says so there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from facilitator.decision import AGREED
from facilitator.events import Refused
from facilitator.rounds import latest_round
from facilitator.stages.values.ending import ValueReopened
from facilitator.stages.values.proposing import ValueAmended
from facilitator.stages.values.state import CLOSED, Revision, change_value, standing
from facilitator.wording import wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


def add_behaviour(
    workshop: Workshop, value: str, kind: Literal["will", "will_not"], text: str, why: str
) -> None:
    """Add a line to what we will do, or will not; of a value that was agreed, its next version.

    For events alone: does nothing when the value is not there or has the line already. Positions
    were taken on the wording, which stays, and so does where the value stands.
    """
    found = workshop.values.get(value)
    if found is None or text in (found.will if kind == "will" else found.will_not):
        return
    version = found.version + (standing(workshop, value) in AGREED)
    revisions = (*found.revisions, Revision(version, kind, text, why))
    will = (*found.will, text) if kind == "will" else found.will
    will_not = (*found.will_not, text) if kind == "will_not" else found.will_not
    change_value(
        workshop, value, will=will, will_not=will_not, version=version, revisions=revisions
    )


def put_other_words(workshop: Workshop, value: str, amendment: str, text: str, why: str) -> None:
    """Put other words on the table for a value, which is reopened if the group was done with it.

    For events alone. The next round is about these words.
    """
    if value not in workshop.values:
        return
    if standing(workshop, value) in CLOSED | {"not_agreed"}:
        ValueReopened(value, why).apply(workshop)
    found = workshop.values[value]
    last = latest_round(workshop, value)
    ValueAmended(amendment, value, text, last.id if last else "", "", why).apply(workshop)
    revisions = (*found.revisions, Revision(found.version, "wording", text, why))
    change_value(workshop, value, revisions=revisions)


def may_be_revised(workshop: Workshop, value: str, other_words: str = "") -> None:
    """Whether a value may be revised; refused with the reason where it may not."""
    found = workshop.values.get(value)
    if found is None:
        raise Refused("That value is no longer there.")
    if found.ending is not None and found.ending.kind != "parked":
        raise Refused(f"“{found.title}” was {found.ending.kind}. Change another value.")
    if not other_words:
        return
    if wording(other_words, "Write the new wording.") == found.wording:
        raise Refused("The wording has not changed.")
    last = latest_round(workshop, value)
    if last is not None and last.is_open:
        raise Refused(
            f"Round {last.number} is open on “{found.title}”. Lock it, or take it back, before "
            "the wording changes."
        )
