"""Ending: rounds on a value, and how it leaves the table or comes back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.decision import AGREED
from facilitator.events import Event, Refused
from facilitator.rounds import (
    RoundOpened,
    late_against,
    open_round,
    rounds_about,
    rounds_since,
)
from facilitator.stages.values.state import (
    CLOSED,
    OFF_THE_TABLE,
    Ending,
    Reopening,
    change_value,
    on_table,
    standing,
)
from facilitator.trio import trio_away
from facilitator.wording import a_date, joined, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class ValueEnded(Event, frozen=True, tag="value.ended"):
    """A value was parked, merged or withdrawn."""

    id: str
    ending: Ending

    def apply(self, workshop: Workshop) -> None:
        change_value(workshop, self.id, ending=self.ending)


class ValueReopened(Event, frozen=True, tag="value.reopened"):
    """A value that was agreed or put aside is on the table again, for a reason.

    What was agreed stays in the history; from here on it is the value's next version.
    """

    id: str
    reason: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.values.get(self.id)
        if found is None:
            return
        rounds = rounds_about(workshop, self.id)
        # A round that was open when the value was put aside goes on where it was.
        locked = [each for each in rounds if not each.is_open]
        last = locked[-1] if locked else None
        # What a late objection put on the table again had been agreed even so.
        agreed = standing(workshop, self.id) in AGREED or (
            last is not None and bool(late_against(workshop, last)) and last.outcome() in AGREED
        )
        change_value(
            workshop,
            self.id,
            ending=None,
            reopened=last.id if last else "",
            version=found.version + agreed,
            reopenings=(*found.reopenings, Reopening(self.reason, agreed)),
        )


def open_value_round(workshop: Workshop, value: str, round_id: str = "") -> RoundOpened:
    """Open the next round on a value's wording as it stands."""
    found = on_table(workshop, value)
    if rounds_are_done(workshop, value):
        most = workshop.rule.last_round
        done = "One round is" if most == 1 else f"{most} rounds are"
        raise Refused(
            f"{done} done without agreement. Park it with an owner and a date, or reopen it with "
            "a reason.",
            "park",
        )
    if trio_away(workshop, value) is not None:
        raise Refused(
            "A trio is away on this. Hear what it brings back first; “nothing yet” is an answer.",
            "trio",
        )
    return open_round(workshop, value, found.wording, round_id)


def rounds_are_done(workshop: Workshop, value: str) -> bool:
    """Whether the rule allows no further round on a value, since it was last reopened."""
    locked = sum(not each.is_open for each in rounds_since(workshop, value))
    return locked >= workshop.rule.last_round


def park_value(
    workshop: Workshop, value: str, owner: str, question: str, return_by: str, today: str = ""
) -> ValueEnded:
    """Park a value with an owner, the open question, and a date (ISO 8601) to return by.

    With the date of `today`, one that is past is refused.
    """
    on_table(workshop, value)
    owner = wording(owner, "Who will bring it back? A parked value needs an owner.")
    return_by = a_date(return_by, "By when will it come back? A parked value needs a date.", today)
    return ValueEnded(value, Ending("parked", owner, tidy(question), return_by))


def merge_value(
    workshop: Workshop, value: str, into: str, why: str = "", consented: tuple[str, ...] = ()
) -> ValueEnded:
    """Merge a value into another that is on the table, with the consent of both proposers."""
    found = on_table(workshop, value)
    if into == value or into not in workshop.values:
        raise Refused("Choose the other value to merge it into.")
    other = workshop.values[into]
    if standing(workshop, into) in OFF_THE_TABLE:
        raise Refused(f"“{other.title}” is off the table. Choose another value.")
    asked = dict.fromkeys(filter(None, (found.proposed_by, other.proposed_by)))
    missing = [workshop.organisation_name(o) for o in asked if o not in consented]
    if missing:
        raise Refused(
            f"A merge needs the consent of both proposers. Still to ask: {joined(missing)}."
        )
    return ValueEnded(value, Ending("merged", reason=tidy(why), into=into, consented=tuple(asked)))


def withdraw_value(workshop: Workshop, value: str, by: str, reason: str) -> ValueEnded:
    """Withdraw a value; only its proposer may."""
    found = on_table(workshop, value)
    if found.proposed_by and by != found.proposed_by:
        proposer = workshop.organisation_name(found.proposed_by)
        raise Refused(f"Only {proposer} may withdraw it: they proposed it.")
    return ValueEnded(value, Ending("withdrawn", by, wording(reason, "Why is it withdrawn?")))


def reopen_value(workshop: Workshop, value: str, reason: str) -> ValueReopened:
    """Put a value back on the table. What was agreed stays in the history."""
    if value not in workshop.values:
        raise Refused("That value is no longer there.")
    if standing(workshop, value) not in CLOSED | {"not_agreed"}:
        raise Refused("It is on the table already.")
    return ValueReopened(value, wording(reason, "Why is it reopened? The reason is recorded."))
