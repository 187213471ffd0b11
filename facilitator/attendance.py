"""Attendance: who was here at any minute. Minutes are ISO 8601 local times ("2026-03-18T14:35")."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class Sitting(msgspec.Struct, frozen=True):
    """One meeting of a workshop. `date` is ISO 8601; `start` and `end` are "13:30"."""

    id: str
    title: str
    date: str
    start: str
    end: str
    venue: str = ""


class Stay(msgspec.Struct, frozen=True):
    """A member's stay on one day: from a minute, to a minute or until the end of that day."""

    arrived: str
    left: str = ""

    def covers(self, minute: str) -> bool:
        """Whether the member was here at that minute; at the minute of leaving they are not."""
        if self.left:
            return self.arrived <= minute < self.left
        return self.arrived <= minute and self.arrived[:10] == minute[:10]


class SittingHeld(Event, frozen=True, tag="sitting.held"):
    """A sitting of the workshop was put in the diary, or corrected."""

    id: str
    title: str
    date: str
    start: str
    end: str
    venue: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.sittings[self.id] = Sitting(
            self.id, self.title, self.date, self.start, self.end, self.venue
        )


class MemberArrived(Event, frozen=True, tag="member.arrived"):
    """A member came, at a minute."""

    member: str
    at: str

    def apply(self, workshop: Workshop) -> None:
        stays = workshop.stays.get(self.member, ())
        if any(stay.covers(self.at) for stay in stays):
            return
        workshop.stays[self.member] = (*stays, Stay(self.at))


class MemberWentHome(Event, frozen=True, tag="member.left"):
    """A member left, at a minute."""

    member: str
    at: str

    def apply(self, workshop: Workshop) -> None:
        stays = workshop.stays.get(self.member, ())
        if any(stay.covers(self.at) for stay in stays):
            # An arrival that was put right overlaps the first one: leaving ends both.
            workshop.stays[self.member] = tuple(
                msgspec.structs.replace(stay, left=self.at) if stay.covers(self.at) else stay
                for stay in stays
            )


class MembersMoved(Event, frozen=True, tag="members.moved"):
    """Several members came, or left, at the same minute: one look round the room."""

    members: tuple[str, ...]
    at: str
    here: bool

    def apply(self, workshop: Workshop) -> None:
        for member in self.members:
            moved = MemberArrived if self.here else MemberWentHome
            moved(member, self.at).apply(workshop)


class ApologiesSent(Event, frozen=True, tag="member.apologised"):
    """Somebody sent apologies for a date (ISO 8601), in their own or another's words."""

    date: str
    words: str
    member: str = ""

    def apply(self, workshop: Workshop) -> None:
        said = (self.date, self.member, self.words)
        if said not in workshop.apologies:
            workshop.apologies = (*workshop.apologies, said)


def hold_sitting(
    workshop: Workshop,
    sitting_id: str,
    title: str,
    date: str,
    start: str,
    end: str,
    venue: str = "",
) -> SittingHeld:
    """Put a sitting in the diary."""
    if end <= start:
        raise Refused("A sitting ends after it starts.")
    return SittingHeld(sitting_id, title, date, start, end, venue)


def arrive(workshop: Workshop, member: str, at: str) -> MemberArrived:
    """Mark a member as here from a minute on."""
    _known(workshop, member)
    return MemberArrived(member, at)


def leave(workshop: Workshop, member: str, at: str) -> MemberWentHome:
    """Mark that a member left; their organisation may be absent from that minute."""
    label = _known(workshop, member)
    if not any(s.covers(at) for s in workshop.stays.get(member, ())):
        raise Refused(f"{label} is not marked as here, so cannot leave.")
    return MemberWentHome(member, at)


def move_together(
    workshop: Workshop, members: tuple[str, ...], at: str, *, here: bool
) -> MembersMoved:
    """Mark several members as here, or as gone, from a minute on."""
    if not members:
        raise Refused(
            "Everybody on the list is marked as here."
            if here
            else "Nobody is marked as here, so nobody can leave."
        )
    for member in members:
        (arrive if here else leave)(workshop, member, at)
    return MembersMoved(members, at, here)


def send_apologies(
    workshop: Workshop, date: str, words: str = "", member: str = ""
) -> ApologiesSent:
    """Record apologies for a date."""
    label = _known(workshop, member) if member else ""
    return ApologiesSent(date, wording(tidy(words) or label, "Whose apologies?"), member)


def _known(workshop: Workshop, member: str) -> str:
    if member not in workshop.members:
        raise Refused("That person is not on the list. Add them first.")
    return workshop.members[member].label


def members_here(workshop: Workshop, minute: str) -> set[str]:
    """Ids of the members who were here at a minute."""
    return {m for m, stays in workshop.stays.items() for s in stays if s.covers(minute)}


def attendance_kept(workshop: Workshop, minute: str) -> bool:
    """Whether anybody was marked as here on that day."""
    day = minute[:10]
    return any(s.arrived[:10] == day for stays in workshop.stays.values() for s in stays)
