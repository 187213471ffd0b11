"""Answering: what would make it work, whether an objection is one, and how it was settled.

The group tests whether an objection is valid; only the objector says that it is resolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.decision import CATEGORIES, Code, Position
from facilitator.events import Event, Refused
from facilitator.rounds import Round, a_name, a_round, change_round, latest_round
from facilitator.wording import joined, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

SMALLEST_CHANGE = "What is the smallest change that would turn your objection into a reservation?"
"""What is asked of an objector when a round is stuck."""


class PositionSettled(Event, frozen=True, tag="position.settled"):
    """An objection was resolved, or a question answered; how, in a sentence."""

    replaces = ("round", "organisation")

    round: str
    organisation: str
    how: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        said = found.positions.get(self.organisation) if found else None
        if found is None:
            return
        # The result stays as it was locked, whatever is corrected later.
        since = not found.is_open and said is not None and (not said.resolved or said.after_lock)
        change = {"resolved": self.how, "after_lock": since}
        _change(workshop, self.round, self.organisation, _SETTLED, **change)


class RemedyNamed(Event, frozen=True, tag="position.remedy_named"):
    """An organisation said what would make it work: the smallest change."""

    replaces = ("round", "organisation")

    round: str
    organisation: str
    would_work: str

    def apply(self, workshop: Workshop) -> None:
        change = {"would_work": self.would_work}
        _change(workshop, self.round, self.organisation, _MAY_WANT, **change)


class ObjectionTested(Event, frozen=True, tag="objection.tested"):
    """The group found that an objection is none (and why), or, without words, that it is one.

    After the lock it is for the record, and the next round takes it up: the result stays.
    """

    round: str
    organisation: str
    not_valid: str = ""

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        said = found.standing().get(self.organisation) if found else None
        if found is None or said is None or _was_counted(found, said):
            return
        since = bool(self.not_valid) and not found.is_open
        change = {"not_valid": self.not_valid, "found_after_lock": since}
        _change(workshop, self.round, self.organisation, frozenset({"object"}), **change)


def settle(workshop: Workshop, round_id: str, organisation: str, how: str) -> PositionSettled:
    """Record that an objection is resolved (only the objector says so) or a question answered."""
    found, name, position = _said(workshop, round_id, organisation)
    if position is None or position.code not in _SETTLED:
        raise Refused(f"{name} has neither an objection nor a question in round {found.number}.")
    how = wording(how, "Say how it was settled, in the room's words.")
    return PositionSettled(round_id, organisation, how)


def name_remedy(
    workshop: Workshop, round_id: str, organisation: str, would_work: str
) -> RemedyNamed:
    """Record the smallest change that would make it work for an organisation."""
    found, name, position = _said(workshop, round_id, organisation)
    if position is None or position.code not in _MAY_WANT:
        raise Refused(f"{name} asks for nothing in round {found.number}.")
    return RemedyNamed(round_id, organisation, wording(would_work, f"What would {name} need?"))


def judge_objection(
    workshop: Workshop, round_id: str, organisation: str, *, valid: bool, why: str = ""
) -> ObjectionTested:
    """Record the group's test of an objection: is it of one of the four categories?

    One that is not counts as a reservation, in the objector's own words. Reasons are heard after
    the lock as well, so it may be tested until the next round is open; the result stays as it is.
    """
    found, name, position = _said(workshop, round_id, organisation)
    if position is None or position.code != "object":
        raise Refused(f"{name} has no objection in round {found.number}.")
    newest = latest_round(workshop, found.subject)
    if newest is not None and newest.id != found.id:
        raise Refused(
            f"Round {newest.number} has come since. Test the objection there, if it is raised "
            "again."
        )
    if _was_counted(found, position):
        raise Refused(
            f"Round {found.number} was counted with that finding. Open the next round, or correct "
            "the position with a reason."
        )
    rule = workshop.rule if found.is_open else found.rule or workshop.rule
    if rule.kind != "consent":
        raise Refused("Where votes are counted, an objection is a no. There is nothing to test.")
    if valid:
        return ObjectionTested(round_id, organisation)
    kinds = joined(list(CATEGORIES.values()))
    return ObjectionTested(
        round_id,
        organisation,
        wording(why, f"Say why it is none of these, as the group found: {kinds}."),
    )


_SETTLED: frozenset[Code] = frozenset({"need_more", "object"})
_MAY_WANT: frozenset[Code] = frozenset({"reservation", "stand_aside", *_SETTLED})


def _was_counted(found: Round, position: Position) -> bool:
    """Whether a locked round was counted with the finding that an objection is none."""
    return not found.is_open and bool(position.not_valid) and not position.found_after_lock


def _said(
    workshop: Workshop, round_id: str, organisation: str
) -> tuple[Round, str, Position | None]:
    found = a_round(workshop, round_id)
    return found, a_name(workshop, organisation), found.standing().get(organisation)


def _change(
    workshop: Workshop, round_id: str, organisation: str, codes: frozenset[Code], **fields: object
) -> None:
    """Change a position, the late one where it came late; one that has moved on stays as it is."""
    found = workshop.rounds.get(round_id)
    if found is None:
        return
    which = "late" if organisation in found.late else "positions"
    positions: dict[str, Position] = getattr(found, which)
    if organisation in positions and positions[organisation].code in codes:
        changed = msgspec.structs.replace(positions[organisation], **fields)
        change_round(workshop, round_id, **{which: {**positions, organisation: changed}})
