"""Next steps: what happens after a stage, who does it and, where that is known, by when.

Smaller than a commitment, which also has a measure: said in the last minutes, before all leave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused, new_id
from facilitator.wording import a_date, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class NextStep(msgspec.Struct, frozen=True):
    """What happens next. `owner` is the id of a member or an organisation; `due` may be empty."""

    id: str
    text: str
    owner: str
    due: str = ""


class NextStepNamed(Event, frozen=True, tag="next_step.named"):
    """It was said what happens next and who does it, or what is kept of that was corrected."""

    replaces = ("id",)

    id: str
    text: str
    owner: str
    due: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.next_steps[self.id] = NextStep(self.id, self.text, self.owner, self.due)


class NextStepDropped(Event, frozen=True, tag="next_step.dropped"):
    """A next step was taken off the list again."""

    id: str

    def apply(self, workshop: Workshop) -> None:
        workshop.next_steps.pop(self.id, None)


def name_next_step(
    workshop: Workshop, text: str, owner: str, due: str = "", step_id: str = "", today: str = ""
) -> NextStepNamed:
    """Say what happens next and who does it: a member's or an organisation's id.

    `due` is a date (ISO 8601), or nothing; with the date of `today`, a new one that is past is
    refused. With the `step_id` of one on the list, correct it.
    """
    text = wording(text, "What happens next?")
    if owner not in workshop.members and owner not in workshop.organisations:
        raise Refused("Who does it? Name a member or an organisation with @: “all” means nobody.")
    before = workshop.next_steps.get(step_id)
    due = a_date(due, "", today, before.due if before else "") if tidy(due) else ""
    return NextStepNamed(step_id or new_id(), text, owner, due)


def drop_next_step(workshop: Workshop, step_id: str) -> NextStepDropped:
    """Take a next step off the list."""
    _found(workshop, step_id)
    return NextStepDropped(step_id)


def owner_of(workshop: Workshop, step: NextStep) -> str:
    """Who does it, as the screen says it: a member with the organisation, or an organisation."""
    member = workshop.members.get(step.owner)
    if member is None:
        return workshop.organisation_name(step.owner)
    organisation = workshop.organisation_name(member.organisation)
    return f"{member.label}, {organisation}" if organisation else member.label


def _found(workshop: Workshop, step_id: str) -> NextStep:
    if step_id not in workshop.next_steps:
        raise Refused("That next step is no longer on the list.")
    return workshop.next_steps[step_id]
