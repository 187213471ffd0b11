"""What is kept of a value, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from facilitator.decision import AGREED
from facilitator.events import Refused
from facilitator.rounds import Round, late_against, latest_round

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

Standing = Literal[
    "proposed",
    "clarified",
    "behaviours",
    "round",
    "not_agreed",
    "amended",
    "reopened",
    "agreed",
    "agreed_with_reservations",
    "agreed_not_unanimous",
    "parked",
    "merged",
    "withdrawn",
]

OFF_THE_TABLE: frozenset[Standing] = frozenset({"parked", "merged", "withdrawn"})
"""How a value stands that left the table without agreement."""

CLOSED: frozenset[str] = AGREED | OFF_THE_TABLE
"""How a value stands with which the group is done, unless it is reopened."""

Price = Literal["money", "time", "pride"]
"""What a value costs an organisation."""


class Amendment(msgspec.Struct, frozen=True):
    """A new wording for a value. It names the round whose wording it revises."""

    id: str
    wording: str
    revises: str = ""
    by: str = ""
    why: str = ""


class Ending(msgspec.Struct, frozen=True):
    """How a value left the table without agreement.

    `parked` has an owner (a member's id or words), the open question and a date to return by;
    `merged` names the other value and the proposers who consented; `withdrawn` says by whom and
    why.
    """

    kind: Literal["parked", "merged", "withdrawn"]
    by: str = ""
    reason: str = ""
    return_by: str = ""
    into: str = ""
    consented: tuple[str, ...] = ()


class Reopening(msgspec.Struct, frozen=True):
    """Why a value was put back on the table, and whether it had been agreed until then."""

    reason: str
    agreed: bool = False


class Revision(msgspec.Struct, frozen=True):
    """What was changed in a value from outside its negotiation, as of which version, and why."""

    version: int
    kind: Literal["will", "will_not", "wording"]
    text: str
    why: str


class Cost(msgspec.Struct, frozen=True):
    """What a value will cost one organisation: money, time or pride, in its own words."""

    id: str
    organisation: str
    price: Price
    text: str


class Value(msgspec.Struct, frozen=True):
    """A value on the table: title, wording now, and what is kept of how it got there.

    `reopened` is the last round before it was reopened, and `version` counts how often it was
    reopened or revised after it had been agreed; `reopenings` and `revisions` say why. `untested`
    says that nobody could name a cost.
    """

    id: str
    title: str
    wording: str
    order: int
    proposed_by: str = ""
    test_day: str = ""
    meaning: str = ""
    will: tuple[str, ...] = ()
    will_not: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    ending: Ending | None = None
    reopened: str = ""
    version: int = 1
    costs: tuple[Cost, ...] = ()
    untested: bool = False
    reopenings: tuple[Reopening, ...] = ()
    revisions: tuple[Revision, ...] = ()


def standing(workshop: Workshop, value: str) -> Standing:
    """Where a value stands now."""
    found = workshop.values[value]
    if found.ending is not None:
        return found.ending.kind
    last = latest_round(workshop, value)
    if last is None or last.id == found.reopened:
        return _before_rounds(found, last.wording if last else "")
    if last.is_open:
        return "round"
    if last.wording != found.wording:
        return "amended"
    if late_against(workshop, last):
        return "not_agreed"
    match last.outcome():
        case ("agreed" | "agreed_with_reservations" | "agreed_not_unanimous") as outcome:
            return outcome
    return "not_agreed"


def on_the_table(workshop: Workshop) -> list[Value]:
    """Every value in the order in which it is taken, whatever became of it."""
    return sorted(workshop.values.values(), key=lambda v: (v.order, v.id))


def charter(workshop: Workshop) -> list[Value]:
    """The agreed values, in order."""
    return [v for v in on_the_table(workshop) if standing(workshop, v.id) in AGREED]


def reopened_since(workshop: Workshop, about: Round) -> bool:
    """Whether the value that a round was about was reopened after it, and no other was held."""
    value = workshop.values.get(about.subject)
    return value is not None and value.ending is None and value.reopened == about.id


def _before_rounds(value: Value, asked: str) -> Standing:
    if value.reopened:
        return "amended" if asked != value.wording else "reopened"
    if value.will or value.will_not:
        return "behaviours"
    return "clarified" if value.meaning else "proposed"


def on_table(workshop: Workshop, value: str) -> Value:
    """The value of that id, which is still negotiated; refused when the group is done with it."""
    found = workshop.values.get(value)
    if found is None:
        raise Refused("That value is no longer there.")
    now = standing(workshop, value)
    if now in CLOSED:
        words = now.replace("_", " ")
        raise Refused(f"“{found.title}” is {words}. Reopen it to go on.", "reopen")
    return found


def change_value(workshop: Workshop, value: str, **fields: object) -> None:
    """Put another form of a value in its place; for events alone."""
    if found := workshop.values.get(value):
        workshop.values[value] = msgspec.structs.replace(found, **fields)
