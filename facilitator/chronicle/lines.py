"""A line of a chronicle, and what the telling of an entry may look at."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from facilitator.decision import Code
from facilitator.events import Entry, Undone
from facilitator.rounds import Round
from facilitator.stages.values import Value
from facilitator.workshop import Workshop


class Line(msgspec.Struct, frozen=True):
    """One line of a chronicle.

    `entry` is the id of the entry it tells of, and `at` the local minute (ISO 8601; empty where
    none was kept). `who` did `what`, and `why` holds the words that were said. A line in which the
    wording moved has the one `before` (empty for the first) and the one `after`. `code` is the
    position that an organisation came to, and `was` the one that it left.
    """

    entry: str
    at: str
    who: str
    what: str
    why: str = ""
    before: str = ""
    after: str = ""
    code: Code | None = None
    was: Code | None = None

    @property
    def day(self) -> str:
        """The local date (ISO 8601)."""
        return self.at[:10]

    @property
    def minute(self) -> str:
        """The time of day ("14:30")."""
        return self.at[11:16]

    def spoken(self) -> str:
        """The line as a sentence, for a screen reader."""
        said = [f"{self.minute} {self.who}: {self.what}".strip(" :"), self.why]
        if self.after:
            said.append(f"The wording: {self.after}")
        return ". ".join(part.rstrip(".") for part in said if part)


NOTHING = Entry("", "", 0, "", "", Undone(""))
"""Before the first entry."""


@dataclass
class Moment:
    """What the telling of one entry may look at.

    `now` is the workshop as it stands today, for names; `then` as it stood after the entry. `was`
    is the value before it, and `asked` the round that it names. `said` holds, by organisation,
    the entry of its last position in the round that is open; `told` is the wording told last, and
    `last` the last entry that was about the value.
    """

    value: str
    now: Workshop
    then: Workshop
    entry: Entry = NOTHING
    last: Entry = NOTHING
    was: Value | None = None
    asked: Round | None = None
    said: dict[str, Entry] = field(default_factory=dict)
    told: str = ""

    def name(self, who: str) -> str:
        """An organisation's or a person's name, or the words themselves."""
        return self.now.person(self.now.organisation_name(who))

    def line(self, who: str, what: str, why: str = "", **more: Any) -> Line:
        """A line of this entry; without anybody named it was done in the entry's seat."""
        at = local_minute(self.entry.at)
        return Line(self.entry.id, at, self.name(who) or self.entry.by, what, why, **more)


Tell = Callable[[Moment, Any], Iterator[Line]]
"""A function that tells an event of one kind in a line, in several, or in none."""


def local_minute(at: str) -> str:
    """The minute of an entry's time, as the clock on the wall showed it; empty when it has none."""
    try:
        moment = datetime.datetime.fromisoformat(at)
    except ValueError:
        return ""
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")
