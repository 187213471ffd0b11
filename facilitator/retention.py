"""Retention: until when a workshop is to be kept, and what is told of one that was erased.

After that day somebody decides; nothing is erased by itself.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Erasure:
    """What was erased of a workshop, told so that nothing of what it said can be known from it.

    `reference` are sixteen hexadecimal digits made of the workshop's identity, which do not give it
    away; `at` is when (ISO 8601, with a zone), `by` what was typed. `files` and `size` (bytes) are
    the workshop's own file with its log, `copies` and `copies_size` its backups, `drafts` what
    stood in its fields (None where nobody keeps that). `overwritten` is false where one could only
    be unlinked.
    """

    reference: str
    at: str
    by: str
    files: int
    size: int
    copies: int = 0
    copies_size: int = 0
    drafts: int | None = None
    overwritten: bool = True


def reference_of(root: str) -> str:
    """By what a certificate names a workshop: the beginning of the SHA-256 of its identity."""
    return hashlib.sha256(root.encode()).hexdigest()[:16]
