"""Injects: what arrives while the scenario is played, and when.

An inject arrives once: by the clock when it is due, or by hand. It may be held, moved, skipped,
put into other words, or made up on the spot, until it has arrived.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from facilitator.events import Event, Refused, new_id
from facilitator.guide.scenario import Inject
from facilitator.stages.rehearsal.clock import LONGEST_MINUTES
from facilitator.stages.rehearsal.deciding import chosen_option, is_decided
from facilitator.stages.rehearsal.state import Played, Rehearsal, change_rehearsal, rehearsal_of
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

Standing = Literal["arrived", "skipped", "held", "not_needed", "waits", "planned"]
"""How an inject stands: it has arrived or was skipped; a hand holds it; what it depends on turned
out otherwise; it waits for a decision; or it comes at its minute."""


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
        # One that was skipped first stands in the order in which it came after all.
        others = {inject: each for inject, each in found.played.items() if inject != self.inject}
        now = Played(self.inject, self.minute, self.how)
        change_rehearsal(workshop, found.id, played={**others, self.inject: now})


class InjectHeld(Event, frozen=True, tag="rehearsal.inject_held"):
    """An inject was held, so that the clock does not bring it; or let go again."""

    rehearsal: str
    inject: str
    held: bool = True

    def stands(self, workshop: Workshop) -> bool:
        return _seen(workshop, self.rehearsal, self.inject)

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            held = found.held | {self.inject} if self.held else found.held - {self.inject}
            change_rehearsal(workshop, found.id, held=held)


class InjectMoved(Event, frozen=True, tag="rehearsal.inject_moved"):
    """An inject was planned for another minute."""

    rehearsal: str
    inject: str
    minute: int

    def stands(self, workshop: Workshop) -> bool:
        return _seen(workshop, self.rehearsal, self.inject)

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            change_rehearsal(workshop, found.id, moved={**found.moved, self.inject: self.minute})


class InjectWritten(Event, frozen=True, tag="rehearsal.inject_written"):
    """An inject was made up on the spot, or put into other words before it arrived."""

    rehearsal: str
    inject: Inject

    def stands(self, workshop: Workshop) -> bool:
        return _seen(workshop, self.rehearsal, self.inject.id)

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None or found.has_arrived(self.inject.id):
            return
        moved = {key: minute for key, minute in found.moved.items() if key != self.inject.id}
        written = {**found.written, self.inject.id: self.inject}
        change_rehearsal(workshop, found.id, written=written, moved=moved)


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


def stands(workshop: Workshop, found: Rehearsal, inject: Inject) -> Standing:
    """How an inject stands now, whatever the clock says."""
    played = found.played.get(inject.id)
    if played is not None:
        return "skipped" if played.how == "skipped" else "arrived"
    if inject.id in found.held:
        return "held"
    if inject.unless_decided and is_decided(workshop, found, inject.unless_decided):
        return "not_needed"
    if inject.when_decided:
        if not is_decided(workshop, found, inject.when_decided):
            return "waits"
        if inject.option and chosen_option(workshop, found, inject.when_decided) != inject.option:
            return "not_needed"
    return "planned"


def due_injects(workshop: Workshop, found: Rehearsal, now: float) -> list[Inject]:
    """The injects that the clock should bring, in the order of their minutes.

    Their minute has come, nothing holds them, what they depend on is so, and no stop word holds.
    Whether the clock runs is for the caller to ask.
    """
    if any(each.stop is not None for each in workshop.rehearsals.values()):
        return []
    minute = found.clock.seconds(now) / 60
    return [
        inject
        for inject in found.injects()
        if found.planned(inject) <= minute and stands(workshop, found, inject) == "planned"
    ]


def play_inject(
    workshop: Workshop,
    rehearsal: str,
    inject: str,
    minute: int,
    how: Literal["clock", "hand", "skipped"] = "hand",
) -> InjectPlayed:
    """Let an inject arrive at a minute, or skip it. Each is played once.

    By hand one may arrive whatever it waits for; by the clock nothing comes that stands still.
    """
    found = rehearsal_of(workshop, rehearsal)
    wanted = _inject(found, inject)
    before = found.played.get(inject)
    if before is not None and (before.how != "skipped" or how == "skipped"):
        raise Refused("That inject has been played already.")
    stopped = any(each.stop is not None for each in workshop.rehearsals.values())
    if stopped and how != "skipped":
        raise Refused("The stop word was said. Go on together first.", "go_on")
    if how == "clock" and stands(workshop, found, wanted) != "planned":
        raise Refused("That inject is not due.")
    return InjectPlayed(rehearsal, inject, minute, how)


def hold_inject(workshop: Workshop, rehearsal: str, inject: str) -> InjectHeld:
    """Hold an inject: it comes only by hand, until it is let go."""
    found = rehearsal_of(workshop, rehearsal)
    _to_come(found, inject)
    if inject in found.held:
        raise Refused("It is held already.")
    return InjectHeld(rehearsal, inject)


def let_inject_go(workshop: Workshop, rehearsal: str, inject: str) -> InjectHeld:
    """Let a held inject come by the clock again; at once when its minute has passed."""
    if inject not in rehearsal_of(workshop, rehearsal).held:
        raise Refused("It is not held.")
    return InjectHeld(rehearsal, inject, held=False)


def move_inject(
    workshop: Workshop, rehearsal: str, inject: str, minute: int, now: float
) -> InjectMoved:
    """Plan an inject for another minute; one that lies behind the scenario clock is refused."""
    found = rehearsal_of(workshop, rehearsal)
    _to_come(found, inject)
    if not 0 <= minute <= LONGEST_MINUTES:
        raise Refused(f"A minute lies between 0 and {LONGEST_MINUTES}.")
    if found.clock.started and minute * 60 < found.clock.seconds(now):
        raise Refused("That minute is past. Release it now instead.", "release")
    return InjectMoved(rehearsal, inject, minute)


def write_inject(
    workshop: Workshop,
    rehearsal: str,
    text: str,
    to: str,
    arrives_as: str,
    minute: int,
    inject_id: str = "",
) -> InjectWritten:
    """Make an inject up on the spot; with the id of one to come, put it into other words.

    `to` is a role of this rehearsal or "Everyone".
    """
    found = rehearsal_of(workshop, rehearsal)
    if not 0 <= minute <= LONGEST_MINUTES:
        raise Refused(f"A minute lies between 0 and {LONGEST_MINUTES}.")
    before = _to_come(found, inject_id) if inject_id else None
    text = wording(text, "What is the news?")
    to = tidy(to) or "Everyone"
    roles = {role.casefold(): role for role in (*found.pack.roles, *(p.role for p in found.parts))}
    known = roles | {"everyone": "Everyone"} | ({before.to.casefold(): before.to} if before else {})
    if to.casefold() not in known:
        raise Refused("Whom does it reach? Name a role of this scenario, or everyone.")
    arrives_as = tidy(arrives_as) or "News"
    made = Inject(
        id=inject_id or new_id(),
        at_min=minute,
        arrives_as=arrives_as,
        to=known[to.casefold()],
        text=text,
    )
    if before is not None:
        made = msgspec.structs.replace(
            before, at_min=minute, arrives_as=arrives_as, to=made.to, text=text
        )
    return InjectWritten(rehearsal, made)


def answer_inject(workshop: Workshop, rehearsal: str, inject: str, response: str) -> InjectAnswered:
    """Record what the group did about an inject."""
    found = rehearsal_of(workshop, rehearsal)
    if inject not in found.played:
        raise Refused("That inject has not arrived yet.")
    return InjectAnswered(rehearsal, inject, wording(response, "What did the group do?"))


def _seen(workshop: Workshop, rehearsal: str, inject: str) -> bool:
    """Whether an inject has reached the players."""
    found = workshop.rehearsals.get(rehearsal)
    return found is not None and found.has_arrived(inject)


def _inject(found: Rehearsal, inject: str) -> Inject:
    known = found.inject(inject)
    if known is None:
        raise Refused("This scenario has no such inject.")
    return known


def _to_come(found: Rehearsal, inject: str) -> Inject:
    known = _inject(found, inject)
    if found.has_arrived(inject):
        raise Refused("It has arrived already, and the players have seen it.")
    return known
