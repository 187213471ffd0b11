"""Commitments: who will do what by when, how anyone will know, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from facilitator.events import Event, Refused, new_id
from facilitator.wording import a_date, tidy, wording

if TYPE_CHECKING:
    from facilitator.stages.rehearsal.state import Change
    from facilitator.workshop import Workshop

Progress = Literal["not_started", "on_track", "at_risk", "late", "done", "dropped"]


class Report(msgspec.Struct, frozen=True):
    """How a commitment stood on a date (ISO 8601), with the latest figure if there is one."""

    date: str
    status: Progress
    latest: str = ""


class Commitment(msgspec.Struct, frozen=True):
    """A promise with a lead organisation, an owner, a due date (ISO 8601) and a measure.

    `change` is the id of the change, accepted in a rehearsal, that it writes down.
    """

    id: str
    text: str
    organisation: str
    owner: str
    due: str
    measure: str
    authority: str = ""
    supported_by: tuple[str, ...] = ()
    reports: tuple[Report, ...] = ()
    change: str = ""

    @property
    def status(self) -> Progress:
        """The newest reported status."""
        return self.reports[-1].status if self.reports else "not_started"


class BudgetLine(msgspec.Struct, frozen=True):
    """A named joint line: whole pounds by organisation, and which of them hosts it."""

    id: str
    name: str
    sharing: Literal["aligned", "pooled"]
    contributors: dict[str, int]
    host: str = ""
    legal_basis: str = ""

    @property
    def total(self) -> int:
        """Whole pounds."""
        return sum(self.contributors.values())


class CommitmentMade(Event, frozen=True, tag="commitment.made"):
    """A commitment was made, or what is kept of it was corrected."""

    replaces = ("id",)

    id: str
    text: str
    organisation: str
    owner: str
    due: str
    measure: str
    authority: str = ""
    supported_by: tuple[str, ...] = ()
    change: str = ""

    def apply(self, workshop: Workshop) -> None:
        before = workshop.commitments.get(self.id)
        workshop.commitments[self.id] = Commitment(
            self.id,
            self.text,
            self.organisation,
            self.owner,
            self.due,
            self.measure,
            self.authority,
            self.supported_by,
            before.reports if before else (),
            self.change or (before.change if before else ""),
        )


class CommitmentReported(Event, frozen=True, tag="commitment.reported"):
    """How a commitment stood was reported on a date."""

    id: str
    report: Report

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.commitments.get(self.id):
            workshop.commitments[self.id] = msgspec.structs.replace(
                found, reports=(*found.reports, self.report)
            )


class BudgetNamed(Event, frozen=True, tag="budget.named"):
    """A joint budget line was named, or corrected."""

    replaces = ("id",)

    id: str
    name: str
    sharing: Literal["aligned", "pooled"]
    contributors: dict[str, int]
    host: str = ""
    legal_basis: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.budgets[self.id] = BudgetLine(
            self.id, self.name, self.sharing, self.contributors, self.host, self.legal_basis
        )


def commit(
    workshop: Workshop,
    text: str,
    organisation: str,
    owner: str,
    due: str,
    measure: str,
    authority: str = "",
    supported_by: tuple[str, ...] = (),
    commitment_id: str = "",
    today: str = "",
    change: str = "",
) -> CommitmentMade:
    """Make a commitment. `owner` is a member's id, or a name; `due` a date (ISO 8601).

    With the date of `today`, a new date that is past is refused.
    """
    text = wording(text, "What is promised? Begin with a verb.")
    if organisation not in workshop.organisations:
        raise Refused("Which organisation leads it? “All of us” means nobody.")
    owner = wording(owner, "Who owns it? A commitment needs one person.")
    before = workshop.commitments.get(commitment_id)
    due = a_date(due, "By when? A commitment needs a date.", today, before.due if before else "")
    measure = wording(measure, "How will anyone know it is done? Name the measure.")
    return CommitmentMade(
        commitment_id or new_id(),
        text,
        organisation,
        owner,
        due,
        measure,
        tidy(authority),
        supported_by,
        change,
    )


def changes_to_write(workshop: Workshop) -> list[Change]:
    """The changes accepted in a rehearsal that ask for a commitment nobody has written yet."""
    written = {each.change for each in workshop.commitments.values()}
    return [
        change
        for rehearsal in workshop.rehearsals.values()
        for change in rehearsal.changes.values()
        if change.accepted and change.target == "commitments" and change.id not in written
    ]


def report(
    workshop: Workshop, commitment: str, date: str, status: Progress, latest: str = ""
) -> CommitmentReported:
    """Report how a commitment stands on a date (ISO 8601)."""
    if commitment not in workshop.commitments:
        raise Refused("That commitment is no longer there.")
    date = a_date(date, "On which date did it stand so?")
    return CommitmentReported(commitment, Report(date, status, tidy(latest)))


def name_budget(
    workshop: Workshop,
    name: str,
    sharing: Literal["aligned", "pooled"],
    contributors: dict[str, int],
    host: str = "",
    legal_basis: str = "",
) -> BudgetNamed:
    """Name a joint budget line: whole pounds by organisation."""
    name = wording(name, "Name the budget line.")
    if not contributors or any(pounds < 0 for pounds in contributors.values()):
        raise Refused("Say what each organisation puts in, in whole pounds.")
    return BudgetNamed(new_id(), name, sharing, contributors, host, tidy(legal_basis))
