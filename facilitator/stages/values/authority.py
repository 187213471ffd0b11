"""Authority: what each organisation may agree to today, whom it must ask at home, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused
from facilitator.rounds import a_name
from facilitator.wording import a_date, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

NO_LIMIT = "Anything that is decided today"
"""The limit of an organisation that needs to ask nobody."""


class Authority(msgspec.Struct, frozen=True):
    """How far an organisation may go today.

    `limit` is what it can say yes to, in its own words; `ask` whom it must ask about more, by the
    date `by` (ISO 8601). Both are empty where nobody needs to be asked.
    """

    organisation: str
    limit: str
    ask: str = ""
    by: str = ""


class AuthorityStated(Event, frozen=True, tag="authority.stated"):
    """An organisation came back from the home check and said how far it may go; or corrected it."""

    replaces = ("organisation",)

    organisation: str
    limit: str
    ask: str = ""
    by: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.authorities[self.organisation] = Authority(
            self.organisation, self.limit, self.ask, self.by
        )


def state_authority(
    workshop: Workshop,
    organisation: str,
    limit: str,
    ask: str = "",
    by: str = "",
    today: str = "",
) -> AuthorityStated:
    """Record what an organisation can say yes to today, whom it must ask, and by when (a date).

    With the date of `today`, a new date that is past is refused.
    """
    name = a_name(workshop, organisation)
    limit = wording(limit, f"What can {name} say yes to today? “Nothing yet” is an answer.")
    ask, by = tidy(ask), tidy(by)
    if by and not ask:
        raise Refused(f"Whom will {name} ask by then?")
    said = authority_of(workshop, organisation)
    if ask:
        kept = said.by if said else ""
        by = a_date(by, f"By when will {name} have asked? Name a date.", today, kept)
    if said is not None and ((said.limit, said.ask, said.by) == (limit, ask, by)):
        raise Refused(f"That is what {name} has said already.")
    return AuthorityStated(organisation, limit, ask, by)


def authority_of(workshop: Workshop, organisation: str) -> Authority | None:
    """What an organisation said that it may agree to; None before it has."""
    return workshop.authorities.get(organisation)


def unstated(workshop: Workshop) -> list[str]:
    """Ids of the organisations that have not yet stated their authority."""
    return [o for o in workshop.organisations if o not in workshop.authorities]
