"""What the commitments stage says in words: how a commitment stands, and pounds."""

import re

from facilitator.stages.commitments import BudgetLine, Commitment, Progress
from facilitator.wording import tidy
from facilitator.workshop import Workshop

STATUS: dict[Progress, str] = {
    "not_started": "not started",
    "on_track": "on track",
    "at_risk": "at risk",
    "late": "late",
    "done": "done",
    "dropped": "dropped",
}

_POUNDS = re.compile(r"£?\s*(\d+|\d{1,3}(?:,\d{3})+)(k?)", re.IGNORECASE)


def owner_words(workshop: Workshop, commitment: Commitment) -> str:
    """Who owns it, and which organisation leads it."""
    owner = workshop.person(commitment.owner)
    return f"{owner}, {workshop.organisation_name(commitment.organisation)}"


def whole_pounds(typed: str) -> int | None:
    """Whole pounds from "40000", "40,000", "£40,000" or "40k"; None when it is none of these."""
    found = _POUNDS.fullmatch(tidy(typed))
    if not found or len(typed) > 20:
        return None
    return int(found[1].replace(",", "")) * (1000 if found[2] else 1)


def pounds(amount: int) -> str:
    """ "£40,000"."""
    return f"£{amount:,}"


def shares_words(workshop: Workshop, contributors: dict[str, int]) -> str:
    """Who puts in how much, largest first."""
    shares = sorted(contributors.items(), key=lambda pair: -pair[1])
    return " · ".join(f"{workshop.organisation_name(o)} {pounds(p)}" for o, p in shares)


def sharing_words(line: BudgetLine) -> str:
    """How a joint line is held."""
    return f"{line.sharing}, {pounds(line.total)}"
