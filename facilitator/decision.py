"""How a group decides: positions, the rule, quorum, and the result of a round.

Pure: what is asked of the workshop comes in as arguments. The rounds themselves, and what is done
to them, are in `facilitator.rounds`.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

from facilitator.wording import joined

Code = Literal["agree", "reservation", "stand_aside", "need_more", "object", "abstain", "absent"]
"""Where an organisation stands, in the order of the keys 1 to 7."""

CODES: tuple[Code, ...] = (
    "agree",
    "reservation",
    "stand_aside",
    "need_more",
    "object",
    "abstain",
    "absent",
)

Category = Literal["", "statutory_duty", "harm", "cannot_deliver", "undermines_purpose"]
"""What makes an objection valid; anything else is a reservation. Empty for other positions."""

CATEGORIES: dict[Category, str] = {
    "statutory_duty": "statutory duty",
    "harm": "harm",
    "cannot_deliver": "cannot deliver",
    "undermines_purpose": "undermines the purpose",
}

Outcome = Literal[
    "agreed",
    "agreed_with_reservations",
    "not_adopted_quorum",
    "not_adopted_objection",
    "not_adopted_question",
    "not_adopted_stand_aside",
]

LATE_DAYS = 10
"""Working days after the lock in which a late position is accepted."""


CLASSES: dict[str, str] = {
    "elected": "Elected members",
    "council": "Council",
    "public_health": "Public health",
    "nhs": "NHS",
    "public_voice": "Public voice",
    "vcs": "Voluntary and community sector",
    "partner": "Partner",
    "other": "Other",
}
"""Classes of organisation that ship, in words; a workshop may have words of its own."""


class Rule(msgspec.Struct, frozen=True):
    """The decision rule and the quorum, chosen at the start and printed in the agreement.

    `least_voting` is how many voting organisations must be here; `classes` which classes of
    organisation must each be here; `stand_aside_limit` a share (0 to 1) of all voting members.
    """

    kind: Literal["consent"] = "consent"
    least_voting: int = 1
    classes: tuple[str, ...] = ()
    stand_aside_limit: float = 0.25
    most_rounds: int = 3
    text: str = ""


class Elector(msgspec.Struct, frozen=True):
    """What a decision needs to know of an organisation."""

    organisation: str
    org_class: str
    voting: bool


class Position(msgspec.Struct, frozen=True):
    """Where one organisation stands in one round.

    `text` is its own words: the reservation, what it is not bound by, the question, the reason.
    `resolved` says how an objection or question was settled, and is empty while it is open.
    """

    organisation: str
    code: Code
    text: str = ""
    category: Category = ""
    resolved: str = ""


class Result(msgspec.Struct, frozen=True):
    """What came of a round: the numbers it was counted on, and the outcome."""

    outcome: Outcome
    quorate: bool
    voting_present: int
    tally: dict[str, int]


def tally(positions: Mapping[str, Position]) -> dict[str, int]:
    """How many organisations take each position; positions nobody takes are left out."""
    counts: dict[str, int] = {}
    for position in positions.values():
        counts[position.code] = counts.get(position.code, 0) + 1
    return {code: counts[code] for code in CODES if code in counts}


def quorum_gaps(rule: Rule, electors: Collection[Elector], here: Collection[str]) -> list[str]:
    """What the quorum lacks, each as a phrase; empty when it is met."""
    present = [e for e in electors if e.organisation in here]
    voting = sum(e.voting for e in present)
    gaps = []
    if voting < rule.least_voting:
        gaps.append(f"{voting} of the {rule.least_voting} voting organisations needed are here")
    classes = {e.org_class for e in present}
    missing = [CLASSES.get(c, c) for c in rule.classes if c not in classes]
    return [*gaps, f"nobody is here from {joined(missing)}"] if missing else gaps


def decide(rule: Rule, electors: Collection[Elector], positions: Mapping[str, Position]) -> Result:
    """The result of a round under the rule of consent.

    Adopted when quorate, no voting organisation has an unresolved objection or an unanswered
    question, and stand-asides are within the limit, counted over all voting members, here or
    not. An organisation is here when its position is anything but absent.
    """
    here = {o for o, p in positions.items() if p.code != "absent"}
    voters = {e.organisation for e in electors if e.voting}
    open_codes = {p.code for o, p in positions.items() if o in voters and not p.resolved}
    codes = {p.code for p in positions.values()}
    aside = sum(p.code == "stand_aside" for o, p in positions.items() if o in voters)
    quorate = not quorum_gaps(rule, electors, here)
    outcome: Outcome = "agreed"
    if not quorate:
        outcome = "not_adopted_quorum"
    elif "object" in open_codes:
        outcome = "not_adopted_objection"
    elif "need_more" in open_codes:
        outcome = "not_adopted_question"
    elif aside > rule.stand_aside_limit * len(voters) + 1e-9:
        outcome = "not_adopted_stand_aside"
    elif codes & {"reservation", "stand_aside"}:
        outcome = "agreed_with_reservations"
    return Result(outcome, quorate, len(here & voters), tally(positions))


def add_working_days(day: datetime.date, days: int) -> datetime.date:
    """The date so many working days (Monday to Friday) later; public holidays are not known."""
    while days:
        day += datetime.timedelta(days=1)
        days -= day.weekday() < 5
    return day
