"""Agreement: the version read aloud, who assents, and when it is reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.days import day_in_words
from facilitator.events import Event, Refused
from facilitator.wording import LONGEST, a_date, tidy, wording

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


DRAFT = "Draft for ratification"
RESOLVED = "Resolved"


class Version(msgspec.Struct, frozen=True):
    """A version of the agreement: its number, its status, since when, and what made it.

    `date` is ISO 8601, and empty where it was not kept; `what` is empty for a draft.
    """

    number: str
    status: str
    date: str = ""
    what: str = ""


class PublicStatement(msgspec.Struct, frozen=True):
    """What the public is told, in the group's own words, and how anybody can answer.

    Without `text` the statement is put together from what was agreed.
    """

    text: str = ""
    reply: str = ""


class Paper(msgspec.Struct, frozen=True):
    """What a board secretary needs on the front page. Dates are ISO 8601.

    `versions` are those that there were, the oldest first and this one last.
    """

    reference: str = ""
    version: str = "0.1"
    owner: str = ""
    ratify_on: str = ""
    review_on: str = ""
    ratified: Ratification | None = None
    versions: tuple[Version, ...] = ()
    statement: PublicStatement = PublicStatement()

    @property
    def status(self) -> str:
        """A workshop binds nobody: a draft until a ratifying meeting is recorded."""
        return RESOLVED if self.ratified else DRAFT


class AgreementVersioned(Event, frozen=True, tag="agreement.versioned"):
    """The agreement was given a version, a reference, an owner and a meeting to go to."""

    version: str
    reference: str = ""
    owner: str = ""
    ratify_on: str = ""
    date: str = ""

    def apply(self, workshop: Workshop) -> None:
        before = workshop.paper.versions
        known = before[-1].number if before else ""
        version = Version(self.version, DRAFT, self.date)
        workshop.paper = msgspec.structs.replace(
            workshop.paper,
            versions=before if known == self.version else (*before, version),
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

    replaces = ("organisation",)

    organisation: str
    version: str
    member: str = ""
    reservation: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.assents[self.organisation] = Assent(
            self.organisation, self.version, self.member, self.reservation
        )


class AgreementRatified(Event, frozen=True, tag="agreement.ratified"):
    """A board's meeting resolved to adopt the agreement, which has a version of its own for that.

    Files from before versions were kept name none; the version is then as it was.
    """

    meeting: str
    date: str
    minute: str = ""
    version: str = ""

    def apply(self, workshop: Workshop) -> None:
        paper = workshop.paper
        number = self.version or paper.version
        made = Version(number, RESOLVED, self.date, self.meeting)
        before = paper.versions
        if before and before[-1].status == RESOLVED and before[-1].number == number:
            # The same resolution, put right.
            before = before[:-1]
        workshop.paper = msgspec.structs.replace(
            paper,
            version=number,
            ratified=Ratification(self.meeting, self.date, self.minute),
            versions=(*before, made),
        )


class StatementWritten(Event, frozen=True, tag="statement.written"):
    """The public statement was written in the group's own words, with how to answer."""

    replaces = ()

    text: str = ""
    reply: str = ""

    def apply(self, workshop: Workshop) -> None:
        statement = PublicStatement(self.text, self.reply)
        workshop.paper = msgspec.structs.replace(workshop.paper, statement=statement)


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
    if any(each.number == version for each in workshop.paper.versions[:-1]):
        raise Refused(f"There was a version {version} before this one. Give it another number.")
    return AgreementVersioned(version, tidy(reference), tidy(owner), ratify_on, today)


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


def ratify(
    workshop: Workshop,
    meeting: str,
    date: str,
    minute: str = "",
    version: str = "",
    today: str = "",
) -> AgreementRatified:
    """Record the meeting that resolved to adopt the agreement, as the version that it then is.

    Without a `version` it is the next whole one: a draft 0.4 becomes 1.0. With the date of `today`
    a meeting that is still to come is refused, and so is one before the draft was made. Recorded
    again, the resolution is put right.
    """
    meeting = wording(meeting, "Which meeting resolved it?")
    date = a_date(date, "On which date?")
    if today and date > today:
        raise Refused(
            f"{day_in_words(date)} is still to come. Record the meeting once it has been held."
        )
    paper = workshop.paper
    draft = paper.versions[-1] if paper.versions and not paper.ratified else None
    if draft and date < draft.date:
        raise Refused(
            f"Version {draft.number} is of {day_in_words(draft.date)}, after that meeting. "
            "Which meeting had it before it?"
        )
    version = tidy(version) or resolved_version(paper)
    # Recorded again, the resolution in hand keeps its number.
    before = paper.versions[:-1] if paper.ratified else paper.versions
    for each in before:
        if each.number == version:
            was = "a draft" if each.status == DRAFT else "resolved before"
            raise Refused(f"Version {version} was {was}. What is resolved has a number of its own.")
    return AgreementRatified(meeting, date, tidy(minute), version)


def resolved_version(paper: Paper) -> str:
    """The version that a paper has once it is resolved: the next whole one.

    A version that is no number stays, with “resolved” after it.
    """
    if paper.ratified:
        return paper.version
    whole = paper.version.split(".")[0]
    return f"{int(whole) + 1}.0" if whole.isdecimal() else f"{paper.version}, resolved"


def write_statement(workshop: Workshop, text: str = "", reply: str = "") -> StatementWritten:
    """Write the public statement in the group's own words, and how anybody can answer.

    Without `text` it is put together from what was agreed again.
    """
    text, reply = tidy(text), tidy(reply)
    if max(len(text), len(reply)) > LONGEST:
        raise Refused("That is far more than one page. Nothing was kept. Shorten it and try again.")
    before = workshop.paper.statement
    if (text, reply) == (before.text, before.reply):
        raise Refused("The statement says that already.")
    return StatementWritten(text, reply)
