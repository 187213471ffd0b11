"""Deciding: a decision point is called, something is proposed, and everybody takes a position."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.decision import AGREED
from facilitator.events import Event, Refused, new_id
from facilitator.guide.scenario import DecisionPoint, Option
from facilitator.rounds import RoundOpened, latest_round, open_round
from facilitator.stages.rehearsal.state import Decision, Rehearsal, change_rehearsal, rehearsal_of
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class DecisionCalled(Event, frozen=True, tag="rehearsal.decision_called"):
    """A decision was called for, at a second of the scenario clock: its minutes run from there."""

    undoable = False

    rehearsal: str
    point: str
    second: int

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            change_rehearsal(workshop, found.id, called={**found.called, self.point: self.second})


class DecisionPut(Event, frozen=True, tag="rehearsal.decision_put"):
    """A decision was put to the group at a decision point, and why it was proposed."""

    replaces = ("rehearsal", "id")
    says = ("text", "reasons")

    rehearsal: str
    id: str
    point: str
    minute: int
    text: str
    reasons: str = ""
    option: str = ""

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            before = found.decisions.get(self.id)
            put = Decision(
                self.id,
                self.point,
                self.minute,
                self.text,
                self.reasons,
                self.option,
                before.speaker if before else "",
            )
            change_rehearsal(workshop, found.id, decisions={**found.decisions, self.id: put})


class SpeakerNamed(Event, frozen=True, tag="rehearsal.speaker_named"):
    """It was said who tells a decision in public; without words nobody does."""

    rehearsal: str
    decision: str
    speaker: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is not None and self.decision in found.decisions:
            named = msgspec.structs.replace(found.decisions[self.decision], speaker=self.speaker)
            change_rehearsal(workshop, found.id, decisions={**found.decisions, named.id: named})


def is_decided(workshop: Workshop, found: Rehearsal, point: str) -> bool:
    """Whether the group has decided at a decision point: a round on it is locked and agreed."""
    put = found.decision_at(point)
    last = latest_round(workshop, put.id) if put else None
    return last is not None and last.outcome() in AGREED


def chosen_option(workshop: Workshop, found: Rehearsal, point: str) -> str:
    """The id of the option that was decided on; nothing for another way, or before a decision."""
    put = found.decision_at(point)
    return put.option if put is not None and is_decided(workshop, found, point) else ""


def call_decision(workshop: Workshop, rehearsal: str, point: str, second: int) -> DecisionCalled:
    """Call for a decision: from this second of the scenario clock its minutes run."""
    _point(rehearsal_of(workshop, rehearsal), point)
    return DecisionCalled(rehearsal, point, second)


def put_decision(
    workshop: Workshop,
    rehearsal: str,
    point: str,
    minute: int,
    text: str,
    reasons: str = "",
    option: str = "",
    decision_id: str = "",
) -> DecisionPut:
    """Put a decision to the group, or correct the words of the one with the given id.

    With an option of the decision point its title may stand for the words.
    """
    found = rehearsal_of(workshop, rehearsal)
    known = {each.id: each for each in _point(found, point).options}
    if option and option not in known:
        raise Refused("That is not one of the options here. Put it as another way.")
    words = text if tidy(text) or not option else known[option].title
    words = wording(words, "What is proposed?")
    return DecisionPut(
        rehearsal, decision_id or new_id(), point, minute, words, tidy(reasons), option
    )


def name_speaker(workshop: Workshop, rehearsal: str, decision: str, speaker: str) -> SpeakerNamed:
    """Say who tells a decision in public: an organisation's id, a role, or words."""
    if decision not in rehearsal_of(workshop, rehearsal).decisions:
        raise Refused("Put the decision first.")
    return SpeakerNamed(rehearsal, decision, tidy(speaker))


def open_decision_round(
    workshop: Workshop, rehearsal: str, decision: str, round_id: str = ""
) -> RoundOpened:
    """Ask every organisation where it stands on a decision."""
    found = rehearsal_of(workshop, rehearsal)
    if decision not in found.decisions:
        raise Refused("Put the decision first.")
    return open_round(workshop, decision, found.decisions[decision].text, round_id)


def option_of(point: DecisionPoint, option: str) -> Option | None:
    """The option of that id at a decision point."""
    return next((each for each in point.options if each.id == option), None)


def _point(found: Rehearsal, point: str) -> DecisionPoint:
    for each in found.pack.decision_points:
        if each.id == point:
            return each
    raise Refused("Choose a decision point of this scenario.")
