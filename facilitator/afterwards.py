"""Afterwards: what may still happen to a locked round.

A late position, a mandate confirmed at home, a correction with its reason. Nothing of what was
said before is lost: each stands beside it.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec

from facilitator.days import day_in_words
from facilitator.decision import LATE_DAYS, Category, Code, Position, add_working_days, decide
from facilitator.events import Event, Refused
from facilitator.rounds import (
    Correction,
    Round,
    a_name,
    a_round,
    change_round,
    interested,
    what_was_said,
)
from facilitator.wording import a_date, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class PositionCameLate(Event, frozen=True, tag="position.came_late"):
    """An organisation that was absent gave its position after the lock, on a date (ISO 8601)."""

    replaces = ("round", "organisation")
    register = "position"
    says = ("code", "text", "category", "would_work")

    round: str
    organisation: str
    code: Code
    date: str
    text: str = ""
    category: Category = ""
    would_work: str = ""

    def in_words(self, _key: tuple[str, ...]) -> tuple[str, str]:
        return self.text, self.code

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or found.is_open:
            return
        came = Position(
            self.organisation, self.code, self.text, self.category, would_work=self.would_work
        )
        change_round(
            workshop,
            self.round,
            late={**found.late, self.organisation: came},
            came={**found.came, self.organisation: self.date},
        )


class MandateConfirmed(Event, frozen=True, tag="mandate.confirmed"):
    """An organisation confirmed, on a date (ISO 8601), what its substitute had said."""

    round: str
    organisation: str
    date: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or self.organisation not in found.mandates:
            return
        change_round(
            workshop, self.round, mandates={**found.mandates, self.organisation: self.date}
        )


class PositionCorrected(Event, frozen=True, tag="position.corrected"):
    """A position in a locked round was corrected on a date (ISO 8601), for a logged reason."""

    replaces = ("round", "organisation")
    register = "position"
    says = ("code", "text", "category", "would_work")

    round: str
    organisation: str
    code: Code
    why: str
    date: str
    text: str = ""
    category: Category = ""
    would_work: str = ""

    def in_words(self, _key: tuple[str, ...]) -> tuple[str, str]:
        return self.text, self.code

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or found.is_open:
            return
        now = Position(
            self.organisation, self.code, self.text, self.category, would_work=self.would_work
        )
        nothing = Position(self.organisation, "absent")
        before = found.standing().get(self.organisation, nothing)
        positions = {**found.positions, self.organisation: now}
        corrected = Correction(self.organisation, before, now, self.why, self.date)
        rule = found.rule or workshop.rule
        # Counted as at the lock but for what was corrected: whoever had a vote then, and with
        # what was settled, or found to be no objection, since still open.
        counted = {o: _at_lock(p) for o, p in positions.items()}
        change_round(
            workshop,
            self.round,
            positions=positions,
            result=decide(rule, found.electors, counted, found.asking),
            # What it says now it has said itself.
            late={o: p for o, p in found.late.items() if o != self.organisation},
            came={o: d for o, d in found.came.items() if o != self.organisation},
            mandates={o: d for o, d in found.mandates.items() if o != self.organisation},
            corrections=(*found.corrections, corrected),
        )


def take_late_position(
    workshop: Workshop,
    round_id: str,
    organisation: str,
    code: Code,
    date: str,
    text: str = "",
    category: Category = "",
    *,
    would_work: str = "",
) -> PositionCameLate:
    """Record a position given after the lock, within ten working days, by one that was absent."""
    found = a_round(workshop, round_id)
    name = a_name(workshop, organisation)
    if found.is_open:
        raise Refused(f"Round {found.number} is still open: record it as a position.")
    earlier = found.positions.get(organisation)
    if earlier is not None and earlier.code != "absent":
        raise Refused(
            f"{name} took its position in the room. A locked round changes only with a reason: "
            "correct it.",
            "correct",
        )
    if code == "absent":
        raise Refused(f"{name} was not here; a late position says where it stands.")
    date = _since_lock(found, date, "On which date did it come?")
    last = late_until(found)
    if datetime.date.fromisoformat(date) > last:
        raise Refused(
            f"Late positions were open until {day_in_words(last.isoformat())}, ten working days "
            "after the round was locked. Reopen the value if the group wishes."
        )
    _check_interest(workshop, found, organisation, code)
    said, category = what_was_said(name, code, text, category)
    return PositionCameLate(round_id, organisation, code, date, said, category, tidy(would_work))


def late_until(locked: Round) -> datetime.date:
    """The last day on which a late position to a locked round is accepted."""
    try:
        return add_working_days(datetime.date.fromisoformat(locked.at[:10]), LATE_DAYS)
    except (ValueError, OverflowError):
        # The day of the lock cannot be read: then nobody can say that it is too late.
        return datetime.date.max


def confirm_mandate(
    workshop: Workshop, round_id: str, organisation: str, date: str
) -> MandateConfirmed:
    """Record that an organisation stands by what its substitute said."""
    found = a_round(workshop, round_id)
    name = a_name(workshop, organisation)
    if organisation not in found.mandates:
        raise Refused(f"{name}'s position is not waiting for a mandate.")
    date = _since_lock(found, date, "On which date was it confirmed?")
    return MandateConfirmed(round_id, organisation, date)


def correct_position(
    workshop: Workshop,
    round_id: str,
    organisation: str,
    code: Code,
    why: str,
    date: str,
    text: str = "",
    category: Category = "",
    *,
    would_work: str = "",
) -> PositionCorrected:
    """Correct a position in a locked round, for a reason that is recorded with it."""
    found = a_round(workshop, round_id)
    name = a_name(workshop, organisation)
    if found.is_open:
        raise Refused(f"Round {found.number} is still open: take the position again.")
    if organisation not in {e.organisation for e in found.electors}:
        raise Refused(
            f"{name} joined after round {found.number} was locked, so there is nothing to correct. "
            "Record a late position."
        )
    _check_interest(workshop, found, organisation, code)
    said, category = what_was_said(name, code, text, category)
    before = found.standing().get(organisation)
    if before is not None and (before.code, before.text, before.category) == (code, said, category):
        raise Refused(f"That is what {name} said already.")
    why = wording(why, "A locked round changes only for a reason, which is recorded. What is it?")
    date = _since_lock(found, date, "On which date was it corrected?")
    return PositionCorrected(
        round_id, organisation, code, why, date, said, category, tidy(would_work)
    )


def _at_lock(position: Position) -> Position:
    """A position without what was settled, or found to be no objection, since the lock."""
    resolved = "" if position.after_lock else position.resolved
    not_valid = "" if position.found_after_lock else position.not_valid
    return msgspec.structs.replace(position, resolved=resolved, not_valid=not_valid)


def _check_interest(workshop: Workshop, found: Round, organisation: str, code: Code) -> None:
    if code not in ("abstain", "absent") and organisation in interested(workshop, found.subject):
        name = workshop.organisation_name(organisation)
        raise Refused(f"{name} declared an interest in this, so it abstains.", "abstain")


def _since_lock(found: Round, text: str, otherwise: str) -> str:
    """A date on or after the day of the lock."""
    date = a_date(text, otherwise)
    if date < found.at[:10]:
        raise Refused(
            f"Round {found.number} was locked on {day_in_words(found.at)}, and that is before. "
            "Look at the date again."
        )
    return date
