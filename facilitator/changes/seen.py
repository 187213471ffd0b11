"""What the telling of a change may look at, and how it names things. Long names are cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitator.workshop import Workshop

_ID = re.compile(r"[0-9a-f]{16}")
_NAME = 40
_WORDS = 60


@dataclass(frozen=True)
class Seen:
    """A workshop with the change in it, and the one without it where that is known."""

    having: Workshop
    lacking: Workshop | None = None

    def corrects(self, noun: str, known: str) -> bool:
        """Whether something of that id was there without the change: then it was put right."""
        return self.lacking is not None and known in getattr(self.lacking, noun)

    def organisation(self, known: str) -> str:
        """An organisation's name, or the words themselves; "somebody" without any."""
        return self._named(self.having.organisation_name(known)) or "somebody"

    def whose(self, known: str) -> str:
        """ "Alder's", "Elected Members'"."""
        return possessive(self.organisation(known))

    def person(self, known: str) -> str:
        """A person's or an organisation's name, or the words themselves."""
        return self._named(self.having.person(self.having.organisation_name(known)))

    def _named(self, name: str) -> str:
        """The name; what is only an id, because who it was has left, is nobody's name."""
        return "somebody" if _ID.fullmatch(name) else short(name, _NAME)

    def value(self, known: str) -> str:
        """A value's title in quotation marks."""
        found = self.having.values.get(known)
        return quoted(found.title, _NAME) if found else "a value"

    def draft(self, known: str) -> str:
        """ "v3 of the purpose"."""
        found = self.having.drafts.get(known)
        return f"{found.label} of the purpose" if found else "a draft of the purpose"

    def theme(self, known: str) -> str:
        """A theme's name in quotation marks; what went with it has the name that it had."""
        found = self.having.themes.get(known) or (self.lacking or self.having).themes.get(known)
        return quoted(found.name, _NAME) if found else "a theme"

    def card(self, known: str) -> str:
        """A card by the beginning of its words, and never by its author."""
        found = self.having.contributions.get(known)
        return f"the card {quoted(found.text)}" if found else "a card"

    def parked(self, known: str) -> str:
        """A thing in the car park."""
        found = self.having.car_park.get(known)
        return quoted(found.text) if found else "a thing in the car park"

    def subject(self, known: str) -> str:
        """What positions are taken on; nothing when that is no longer there."""
        if known in self.having.values:
            return self.value(known)
        if known in self.having.drafts:
            return self.draft(known)
        for rehearsal in self.having.rehearsals.values():
            if decision := rehearsal.decisions.get(known):
                return f"the decision {quoted(decision.text, _NAME)}"
        return ""

    def round(self, known: str) -> str:
        """ "round 2 on “Stay in the room”"."""
        found = self.having.rounds.get(known)
        if found is None:
            return "a round"
        subject = self.subject(found.subject)
        return f"round {found.number} on {subject}" if subject else f"round {found.number}"

    def asked_about(self, known: str) -> str:
        """What the only-we test was put to: a theme, or a card."""
        if known in self.having.contributions:
            return self.card(known)
        return self.theme(known)

    def scenario(self, known: str) -> str:
        """The scenario of a rehearsal."""
        found = self.having.rehearsals.get(known)
        return quoted(found.pack.title, _NAME) if found else "the rehearsal"


Tell = Callable[[Seen, Any], str]
"""A function that tells a change of one kind as a thing."""


def short(text: str, most: int = _WORDS) -> str:
    """The text on one line, cut where it would be too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def quoted(text: str, most: int = _WORDS) -> str:
    """The text in quotation marks, cut where it would be too long."""
    return f"“{short(text, most)}”"


def possessive(name: str) -> str:
    """ "Alder's", "Elected Members'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def counted(count: int, one: str, several: str = "") -> str:
    """ "1 card", "4 cards"."""
    return f"{count} {one if count == 1 else several or one + 's'}"
