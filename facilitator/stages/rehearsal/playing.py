"""Playing: choosing a scenario, roles, the scenario clock, injects and decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from facilitator.events import Event, Refused, new_id
from facilitator.guide.scenario import Inject, ScenarioPack
from facilitator.rounds import RoundOpened, open_round
from facilitator.stages.rehearsal.state import (
    Decision,
    Part,
    Played,
    Rehearsal,
    ScenarioClock,
    change_rehearsal,
    rehearsal_of,
)
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class ScenarioChosen(Event, frozen=True, tag="rehearsal.scenario_chosen"):
    """A scenario was chosen to be played."""

    id: str
    pack: ScenarioPack
    stop_word: str = "Pause please"

    def apply(self, workshop: Workshop) -> None:
        workshop.rehearsals[self.id] = Rehearsal(self.id, self.pack, self.stop_word)


class RoleGiven(Event, frozen=True, tag="rehearsal.role_given"):
    """A role was given to a member, in place of anyone who had it; without a member it is free."""

    rehearsal: str
    role: str
    member: str = ""

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            others = tuple(p for p in found.parts if p.role != self.role)
            given = (Part(self.role, self.member),) if self.member else ()
            change_rehearsal(workshop, found.id, parts=others + given)


class ObserversNamed(Event, frozen=True, tag="rehearsal.observers_named"):
    """The members who watch rather than play were named."""

    rehearsal: str
    members: tuple[str, ...]

    def apply(self, workshop: Workshop) -> None:
        change_rehearsal(workshop, self.rehearsal, observers=self.members)


class ClockStarted(Event, frozen=True, tag="rehearsal.clock_started"):
    """The scenario clock was set going at a time (seconds since 1970), first from a minute."""

    undoable = False

    rehearsal: str
    at: float
    from_minute: int | None = None

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None or found.clock.running:
            return
        first = found.clock.from_minute if self.from_minute is None else self.from_minute
        clock = ScenarioClock(first, found.clock.banked, self.at)
        change_rehearsal(workshop, found.id, clock=clock)


class ClockPaused(Event, frozen=True, tag="rehearsal.clock_paused"):
    """The scenario clock was stopped at a time (seconds since 1970)."""

    undoable = False

    rehearsal: str
    at: float

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None or not found.clock.running:
            return
        clock = found.clock
        ran = clock.banked + max(0.0, self.at - clock.since)
        stopped = ScenarioClock(clock.from_minute, ran, 0.0)
        change_rehearsal(workshop, found.id, clock=stopped)


class InjectPlayed(Event, frozen=True, tag="rehearsal.inject_played"):
    """An inject arrived, by the clock or by hand, or was skipped. It arrives once.

    One that was skipped may still arrive. It cannot be taken back: the room has seen it, and the
    clock would only let it arrive again.
    """

    undoable = False

    rehearsal: str
    inject: str
    minute: int
    how: Literal["clock", "hand", "skipped"]

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None:
            return
        before = found.played.get(self.inject)
        if before is not None and (before.how != "skipped" or self.how == "skipped"):
            return
        played = {**found.played, self.inject: Played(self.inject, self.minute, self.how)}
        change_rehearsal(workshop, found.id, played=played)


class InjectAnswered(Event, frozen=True, tag="rehearsal.inject_answered"):
    """What the group did about an inject."""

    rehearsal: str
    inject: str
    response: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None or self.inject not in found.played:
            return
        answered = msgspec.structs.replace(found.played[self.inject], response=self.response)
        change_rehearsal(workshop, found.id, played={**found.played, self.inject: answered})


class DecisionPut(Event, frozen=True, tag="rehearsal.decision_put"):
    """A decision was put to the group at a decision point, and why it was proposed."""

    rehearsal: str
    id: str
    point: str
    minute: int
    text: str
    reasons: str = ""

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            put = Decision(self.id, self.point, self.minute, self.text, self.reasons)
            change_rehearsal(workshop, found.id, decisions={**found.decisions, self.id: put})


def choose_scenario(
    workshop: Workshop, pack: ScenarioPack, stop_word: str = "", rehearsal_id: str = ""
) -> ScenarioChosen:
    """Choose a scenario to play."""
    word = tidy(stop_word) or "Pause please"
    return ScenarioChosen(rehearsal_id or new_id(), pack, word)


def give_role(workshop: Workshop, rehearsal: str, role: str, member: str) -> RoleGiven:
    """Give a role to a member, or free it; nobody plays their own job."""
    rehearsal_of(workshop, rehearsal)
    role = wording(role, "Which role?")
    if member:
        if member not in workshop.members:
            raise Refused("That person is not on the list. Add them first.")
        person = workshop.members[member]
        if person.role.casefold() == role.casefold():
            raise Refused(f"{person.label} does that job. Give them another part.")
    return RoleGiven(rehearsal, role, member)


def name_observers(workshop: Workshop, rehearsal: str, members: tuple[str, ...]) -> ObserversNamed:
    """Name the members who watch rather than play; anyone may, without a reason."""
    rehearsal_of(workshop, rehearsal)
    return ObserversNamed(rehearsal, tuple(m for m in members if m in workshop.members))


def start_clock(
    workshop: Workshop, rehearsal: str, at: float, from_minute: int | None = None
) -> ClockStarted:
    """Set the scenario clock going, from a minute of the stage when it is first set going."""
    found = rehearsal_of(workshop, rehearsal)
    if found.clock.running:
        raise Refused("The scenario clock is going already.")
    return ClockStarted(rehearsal, at, from_minute)


def pause_clock(workshop: Workshop, rehearsal: str, at: float) -> ClockPaused:
    """Stop the scenario clock; later injects wait with it."""
    found = rehearsal_of(workshop, rehearsal)
    if not found.clock.running:
        raise Refused("The scenario clock is not going.")
    return ClockPaused(rehearsal, at)


def play_inject(
    workshop: Workshop,
    rehearsal: str,
    inject: str,
    minute: int,
    how: Literal["clock", "hand", "skipped"] = "hand",
) -> InjectPlayed:
    """Let an inject arrive at a minute, or skip it. Each is played once."""
    found = rehearsal_of(workshop, rehearsal)
    _inject(found, inject)
    before = found.played.get(inject)
    if before is not None and (before.how != "skipped" or how == "skipped"):
        raise Refused("That inject has been played already.")
    return InjectPlayed(rehearsal, inject, minute, how)


def answer_inject(workshop: Workshop, rehearsal: str, inject: str, response: str) -> InjectAnswered:
    """Record what the group did about an inject."""
    found = rehearsal_of(workshop, rehearsal)
    if inject not in found.played:
        raise Refused("That inject has not arrived yet.")
    return InjectAnswered(rehearsal, inject, wording(response, "What did the group do?"))


def put_decision(
    workshop: Workshop,
    rehearsal: str,
    point: str,
    minute: int,
    text: str,
    reasons: str = "",
    decision_id: str = "",
) -> DecisionPut:
    """Put a decision to the group, or correct the words of the one with the given id."""
    found = rehearsal_of(workshop, rehearsal)
    if point not in {p.id for p in found.pack.decision_points}:
        raise Refused("Choose a decision point of this scenario.")
    text = wording(text, "What is proposed?")
    return DecisionPut(rehearsal, decision_id or new_id(), point, minute, text, tidy(reasons))


def open_decision_round(
    workshop: Workshop, rehearsal: str, decision: str, round_id: str = ""
) -> RoundOpened:
    """Ask every organisation where it stands on a decision."""
    found = rehearsal_of(workshop, rehearsal)
    if decision not in found.decisions:
        raise Refused("Put the decision first.")
    return open_round(workshop, decision, found.decisions[decision].text, round_id)


def _inject(found: Rehearsal, inject: str) -> Inject:
    for each in found.pack.injects:
        if each.id == inject:
            return each
    raise Refused("This scenario has no such inject.")
