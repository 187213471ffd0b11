"""The versions that the agreement had, and the history as it was when each of them stood."""

import msgspec

from facilitator.history import History
from facilitator.stages.agreement import AgreementRatified, AgreementVersioned
from facilitator.workshop import Workshop

VERSIONING = (AgreementVersioned, AgreementRatified)
"""The events that can give the agreement another version."""


class Standing(msgspec.Struct, frozen=True):
    """A version that stood until another came: it had so many entries of the past as it is told."""

    number: str
    count: int


def earlier_versions(history: History) -> list[Standing]:
    """The versions before the one in hand, oldest first."""
    paper = Workshop()
    found = []
    for count, entry in enumerate(history.past().entries):
        if not isinstance(entry.event, VERSIONING):
            continue
        before = paper.paper.version
        # Such an event changes the front page alone, so an empty workshop is enough to follow it.
        entry.event.apply(paper)
        if paper.paper.version != before:
            found.append(Standing(before, count))
    return found


def as_of_version(history: History, version: Standing) -> History:
    """The history as it was at the end of a version; its workshop is the one of that moment.

    Where nobody may be named now, nobody is in what is told of it.
    """
    was = History(history.past().entries[: version.count])
    was.workshop.chatham_house |= history.workshop.chatham_house
    return was
