"""Retention: until when a workshop is to be kept. After that day somebody decides; nothing is
erased by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.days import day_in_words
from facilitator.events import Event, Refused
from facilitator.wording import a_date, tidy

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class RetentionSet(Event, frozen=True, tag="workshop.retention_set"):
    """It was set until which day (ISO 8601) the workshop is to be kept; empty is no such day."""

    until: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.keep_until = self.until


def keep_until(workshop: Workshop, until: str, today: str = "") -> RetentionSet:
    """Set until which day the workshop is to be kept; nothing, for as long as somebody wants it.

    With the date of `today`, a day that is past is refused.
    """
    until = a_date(until, "", today) if tidy(until) else ""
    if until == workshop.keep_until:
        if not until:
            raise Refused("No day is set until which it is to be kept.")
        raise Refused(f"It is to be kept until {day_in_words(until)} already.")
    return RetentionSet(until)
