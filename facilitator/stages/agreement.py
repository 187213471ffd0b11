"""Agreement: the version read aloud, who assents, and when it is reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused
from facilitator.wording import a_date, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class Ratification(msgspec.Struct, frozen=True):
    """The meeting at which a board resolved to adopt: its name, date (ISO 8601) and minute."""

    meeting: str
    date: str
    minute: str = ""


class Assent(msgspec.Struct, frozen=True):
    """An organisation's assent to the document as read, with or without a reservation."""

    organisation: str
    version: str
    member: str = ""
    reservation: str = ""


class Paper(msgspec.Struct, frozen=True):
    """What a board secretary needs on the front page. Dates are ISO 8601."""

    reference: str = ""
    version: str = "0.1"
    owner: str = ""
    ratify_on: str = ""
    review_on: str = ""
    ratified: Ratification | None = None

    @property
    def status(self) -> str:
        """A workshop binds nobody: a draft until a ratifying meeting is recorded."""
        return "Resolved" if self.ratified else "Draft for ratification"


class AgreementVersioned(Event, frozen=True, tag="agreement.versioned"):
    """The agreement was given a version, a reference, an owner and a meeting to go to."""

    version: str
    reference: str = ""
    owner: str = ""
    ratify_on: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.paper = msgspec.structs.replace(
            workshop.paper,
            version=self.version,
            reference=self.reference,
            owner=self.owner,
            ratify_on=self.ratify_on,
            # What a meeting resolved was the version before: a new one is a draft again.
            ratified=workshop.paper.ratified if self.version == workshop.paper.version else None,
        )


class ReviewSet(Event, frozen=True, tag="agreement.review_set"):
    """The date of the review was set."""

    date: str

    def apply(self, workshop: Workshop) -> None:
        workshop.paper = msgspec.structs.replace(workshop.paper, review_on=self.date)


class AssentGiven(Event, frozen=True, tag="assent.given"):
    """An organisation assented to the document as it was read aloud."""

    organisation: str
    version: str
    member: str = ""
    reservation: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.assents[self.organisation] = Assent(
            self.organisation, self.version, self.member, self.reservation
        )


class AgreementRatified(Event, frozen=True, tag="agreement.ratified"):
    """A board's meeting resolved to adopt the agreement."""

    meeting: str
    date: str
    minute: str = ""

    def apply(self, workshop: Workshop) -> None:
        ratified = Ratification(self.meeting, self.date, self.minute)
        workshop.paper = msgspec.structs.replace(workshop.paper, ratified=ratified)


def give_version(
    workshop: Workshop,
    version: str,
    reference: str = "",
    owner: str = "",
    ratify_on: str = "",
    today: str = "",
) -> AgreementVersioned:
    """Number the agreement, and say which meeting it goes to; `today`, not one that is past."""
    version = wording(version, "Give the agreement a version, such as 0.4.")
    kept = workshop.paper.ratify_on
    ratify_on = a_date(ratify_on, "Name a date.", today, kept) if ratify_on else ""
    return AgreementVersioned(version, tidy(reference), tidy(owner), ratify_on)


def set_review(workshop: Workshop, date: str, today: str = "") -> ReviewSet:
    """Set the date (ISO 8601) of the review; with the date of `today`, not one that is past."""
    return ReviewSet(a_date(date, "When will you look at this again? Name a date.", today))


def assent(
    workshop: Workshop, organisation: str, member: str = "", reservation: str = ""
) -> AssentGiven:
    """Record an organisation's assent to the version on the screen."""
    if organisation not in workshop.organisations:
        raise Refused("That organisation is not a member of this workshop.")
    return AssentGiven(organisation, workshop.paper.version, member, tidy(reservation))


def ratify(workshop: Workshop, meeting: str, date: str, minute: str = "") -> AgreementRatified:
    """Record the meeting that resolved to adopt the agreement."""
    meeting = wording(meeting, "Which meeting resolved it?")
    return AgreementRatified(meeting, a_date(date, "On which date?"), tidy(minute))
