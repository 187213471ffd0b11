"""Rounds: one asking of every organisation, on one wording, about one subject.

A subject is a value, a draft of the purpose or a decision in a scenario, named by its id.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec

from facilitator.decision import (
    LATE_DAYS,
    Category,
    Code,
    Outcome,
    Position,
    Result,
    add_working_days,
    decide,
)
from facilitator.events import Event, Refused, new_id
from facilitator.wording import a_date, joined, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class Round(msgspec.Struct, frozen=True):
    """One asking of every organisation, on one wording, about one subject.

    `at` is the minute it was locked (ISO 8601, local) or empty while it is open; `result` comes
    with the lock. `mandates` names organisations whose position waits for authority from home,
    with the date on which it was confirmed, or nothing yet. `late` holds late positions.
    """

    id: str
    subject: str
    number: int
    wording: str
    positions: dict[str, Position]
    at: str = ""
    result: Result | None = None
    mandates: dict[str, str] = {}
    late: dict[str, Position] = {}

    @property
    def is_open(self) -> bool:
        """Whether positions may still be taken."""
        return self.result is None

    @property
    def provisional(self) -> bool:
        """Whether the result waits for an organisation to confirm its mandate."""
        return "" in self.mandates.values()

    def standing(self) -> dict[str, Position]:
        """Every organisation's position with late ones in place of absences."""
        return {**self.positions, **self.late}

    def outcome(self) -> Outcome | None:
        """The outcome with late positions heard: a late reservation is recorded beside it."""
        if self.result is None or not self.late:
            return self.result.outcome if self.result else None
        late = {p.code for p in self.late.values()}
        if self.result.outcome == "agreed" and late & {"reservation", "stand_aside"}:
            return "agreed_with_reservations"
        return self.result.outcome


def latest_round(workshop: Workshop, subject: str) -> Round | None:
    """The newest round about a value, a draft or a decision; None before the first."""
    ids = workshop.rounds_of.get(subject)
    return workshop.rounds[ids[-1]] if ids else None


def rounds_about(workshop: Workshop, subject: str) -> list[Round]:
    """Every round about a value, a draft or a decision, oldest first."""
    return [workshop.rounds[i] for i in workshop.rounds_of.get(subject, ())]


class RoundOpened(Event, frozen=True, tag="round.opened"):
    """A round about a subject was opened on a wording."""

    id: str
    subject: str
    wording: str

    def apply(self, workshop: Workshop) -> None:
        before = workshop.rounds_of.get(self.subject, ())
        if self.id in workshop.rounds:
            return
        workshop.rounds[self.id] = Round(self.id, self.subject, len(before) + 1, self.wording, {})
        workshop.rounds_of[self.subject] = (*before, self.id)


class PositionTaken(Event, frozen=True, tag="position.taken"):
    """An organisation took a position in an open round, in place of any earlier one."""

    round: str
    organisation: str
    code: Code
    text: str = ""
    category: Category = ""

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or not found.is_open:
            return
        taken = Position(self.organisation, self.code, self.text, self.category)
        positions = {**found.positions, self.organisation: taken}
        workshop.rounds[self.round] = msgspec.structs.replace(found, positions=positions)


class PositionsTaken(Event, frozen=True, tag="positions.taken"):
    """Several organisations took the same position at once: one show of hands."""

    round: str
    organisations: tuple[str, ...]
    code: Code

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or not found.is_open:
            return
        taken = {o: Position(o, self.code) for o in self.organisations}
        positions = {**found.positions, **taken}
        workshop.rounds[self.round] = msgspec.structs.replace(found, positions=positions)


class PositionSettled(Event, frozen=True, tag="position.settled"):
    """An objection was resolved, or a question answered; how, in a sentence."""

    round: str
    organisation: str
    how: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or self.organisation not in found.positions:
            return
        position = found.positions[self.organisation]
        settled = msgspec.structs.replace(position, resolved=self.how)
        positions = {**found.positions, self.organisation: settled}
        workshop.rounds[self.round] = msgspec.structs.replace(found, positions=positions)


class RoundLocked(Event, frozen=True, tag="round.locked"):
    """A round was locked at a minute (ISO 8601, local); its result is counted on who was here."""

    round: str
    at: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or not found.is_open:
            return
        here = workshop.present_at(self.at)
        positions = {
            o: p if here is None or o in here else Position(o, "absent")
            for o, p in found.positions.items()
        }
        for elector in workshop.electors():
            if here is not None and elector.organisation not in here:
                absent = Position(elector.organisation, "absent")
                positions.setdefault(elector.organisation, absent)
        waiting = {o: "" for o in workshop.without_authority(self.at) if o in positions}
        workshop.rounds[self.round] = msgspec.structs.replace(
            found,
            at=self.at,
            positions=positions,
            result=decide(workshop.rule, workshop.electors(), positions),
            mandates={o: d for o, d in waiting.items() if positions[o].code != "absent"},
        )


class PositionCameLate(Event, frozen=True, tag="position.came_late"):
    """An organisation that was absent gave its position after the lock, on a date (ISO 8601)."""

    round: str
    organisation: str
    code: Code
    date: str
    text: str = ""
    category: Category = ""

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or found.is_open:
            return
        position = Position(self.organisation, self.code, self.text, self.category)
        late = {**found.late, self.organisation: position}
        workshop.rounds[self.round] = msgspec.structs.replace(found, late=late)


class MandateConfirmed(Event, frozen=True, tag="mandate.confirmed"):
    """An organisation confirmed, on a date (ISO 8601), what its substitute had said."""

    round: str
    organisation: str
    date: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or self.organisation not in found.mandates:
            return
        mandates = {**found.mandates, self.organisation: self.date}
        workshop.rounds[self.round] = msgspec.structs.replace(found, mandates=mandates)


def open_round(workshop: Workshop, subject: str, on: str, round_id: str = "") -> RoundOpened:
    """Open the next round about a subject, on a wording."""
    text = wording(on, "There is no wording to take positions on. Write it first.")
    current = latest_round(workshop, subject)
    if current is not None and current.is_open:
        raise Refused(f"Round {current.number} is still open. Lock it before the next one.")
    return RoundOpened(round_id or new_id(), subject, text)


def take_position(
    workshop: Workshop,
    round_id: str,
    organisation: str,
    code: Code,
    text: str = "",
    category: Category = "",
    at: str = "",
) -> PositionTaken:
    """Record where an organisation stands in an open round.

    `at` is the minute (ISO 8601, local); when given, an organisation that attendance says is not
    here can only be absent.
    """
    found = _round(workshop, round_id)
    name = _name(workshop, organisation)
    if not found.is_open:
        raise Refused(f"Round {found.number} is locked. Record this as a late position.", "late")
    here = workshop.present_at(at) if at else None
    if code != "absent" and here is not None and organisation not in here:
        raise Refused(f"{name} is not marked as here. Mark who came first.", "mark_here")
    return PositionTaken(round_id, organisation, code, *_said(name, code, text, category))


def take_positions(
    workshop: Workshop, round_id: str, organisations: tuple[str, ...], code: Code, at: str = ""
) -> PositionsTaken:
    """Record one show of hands: the same position, one without words, for several at once.

    `at` is the minute, as for `take_position`.
    """
    if not organisations:
        raise Refused("Everybody who is here has a position.")
    if code in _NEEDED:
        raise Refused("That position needs words, so take it organisation by organisation.")
    for organisation in organisations:
        take_position(workshop, round_id, organisation, code, at=at)
    return PositionsTaken(round_id, organisations, code)


def settle(workshop: Workshop, round_id: str, organisation: str, how: str) -> PositionSettled:
    """Record that an objection is resolved (only the objector says so) or a question answered."""
    found = _round(workshop, round_id)
    name = _name(workshop, organisation)
    position = found.positions.get(organisation)
    if position is None or position.code not in ("object", "need_more"):
        raise Refused(f"{name} has neither an objection nor a question in round {found.number}.")
    how = wording(how, "Say how it was settled, in the room's words.")
    return PositionSettled(round_id, organisation, how)


def lock_round(workshop: Workshop, round_id: str, at: str) -> RoundLocked:
    """Lock a round at a minute (ISO 8601, local), once everyone here has a position."""
    found = _round(workshop, round_id)
    if not found.is_open:
        raise Refused(f"Round {found.number} is locked already.")
    here = workshop.present_at(at)
    missing = [
        o.short
        for o in workshop.organisations.values()
        if o.id not in found.positions and (here is None or o.id in here)
    ]
    if missing:
        raise Refused(f"Still to hear: {joined(missing)}.")
    if not found.positions:
        raise Refused("Nobody has taken a position yet.")
    return RoundLocked(round_id, at)


def take_late_position(
    workshop: Workshop,
    round_id: str,
    organisation: str,
    code: Code,
    date: str,
    text: str = "",
    category: Category = "",
) -> PositionCameLate:
    """Record a position given after the lock, within ten working days, by one that was absent."""
    found = _round(workshop, round_id)
    name = _name(workshop, organisation)
    if found.is_open:
        raise Refused(f"Round {found.number} is still open: record it as a position.")
    earlier = found.positions.get(organisation)
    if earlier is not None and earlier.code != "absent":
        raise Refused(f"{name} took its position in the room; a locked round is not changed.")
    if code == "absent":
        raise Refused(f"{name} was not here; a late position says where it stands.")
    date = a_date(date, "On which date did it come?")
    last = add_working_days(datetime.date.fromisoformat(found.at[:10]), LATE_DAYS)
    if datetime.date.fromisoformat(date) > last:
        raise Refused(
            f"Late positions were open until {last.day} {last:%B %Y}, ten working days after "
            "the round was locked. Reopen the value if the group wishes."
        )
    said, category = _said(name, code, text, category)
    return PositionCameLate(round_id, organisation, code, date, said, category)


def confirm_mandate(
    workshop: Workshop, round_id: str, organisation: str, date: str
) -> MandateConfirmed:
    """Record that an organisation stands by what its substitute said."""
    found = _round(workshop, round_id)
    name = _name(workshop, organisation)
    if organisation not in found.mandates:
        raise Refused(f"{name}'s position is not waiting for a mandate.")
    date = a_date(date, "On which date was it confirmed?")
    return MandateConfirmed(round_id, organisation, date)


def _round(workshop: Workshop, round_id: str) -> Round:
    if round_id not in workshop.rounds:
        raise Refused("That round is no longer there.")
    return workshop.rounds[round_id]


def _name(workshop: Workshop, organisation: str) -> str:
    if organisation not in workshop.organisations:
        raise Refused("That organisation is not a member of this workshop.")
    return workshop.organisations[organisation].short


_NEEDED: dict[Code, str] = {
    "reservation": "What is {name}'s reservation? It is kept word for word.",
    "stand_aside": "What is {name} not bound by?",
    "need_more": "What does {name} need to know?",
    "object": "What is {name}'s reason?",
}


def _said(name: str, code: Code, text: str, category: Category) -> tuple[str, Category]:
    """The words and category that a position needs; refused when they are missing."""
    if code in _NEEDED:
        text = wording(text, _NEEDED[code].format(name=name))
    if code != "object":
        return tidy(text), ""
    if not category:
        raise Refused(
            f"Is {name}'s objection about a statutory duty, harm, something it cannot deliver, or "
            "the purpose? Anything else is a reservation.",
            "reservation",
        )
    return text, category
