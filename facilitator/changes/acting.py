"""Changes to what follows from the talk: commitments, budgets, the agreement."""

from facilitator.changes.seen import Seen, Tell, quoted, short
from facilitator.days import day_in_words
from facilitator.events import Event
from facilitator.stages.agreement import (
    AgreementRatified,
    AgreementVersioned,
    AssentGiven,
    ReviewSet,
    StatementWritten,
)
from facilitator.stages.commitments import BudgetNamed, CommitmentMade, CommitmentReported


def _committed(seen: Seen, event: CommitmentMade) -> str:
    text = quoted(event.text)
    put_right = seen.corrects("commitments", event.id)
    return f"the commitment {text} put right" if put_right else f"the commitment {text}"


def _reported(seen: Seen, event: CommitmentReported) -> str:
    found = seen.having.commitments.get(event.id)
    return f"the report on {quoted(found.text)}" if found else "a report on a commitment"


def _budget(seen: Seen, event: BudgetNamed) -> str:
    name = quoted(event.name)
    put_right = seen.corrects("budgets", event.id)
    return f"the budget line {name} put right" if put_right else f"the budget line {name}"


def _versioned(_seen: Seen, event: AgreementVersioned) -> str:
    return f"version {short(event.version)} of the agreement and what its front page says"


def _review(_seen: Seen, event: ReviewSet) -> str:
    return f"the day of the review, {day_in_words(event.date)}"


def _assent(seen: Seen, event: AssentGiven) -> str:
    with_it = f", with the reservation {quoted(event.reservation)}" if event.reservation else ""
    return f"{seen.whose(event.organisation)} assent to version {short(event.version)}{with_it}"


def _ratified(_seen: Seen, event: AgreementRatified) -> str:
    return f"the agreement being ratified at {short(event.meeting)} on {day_in_words(event.date)}"


def _statement(_seen: Seen, event: StatementWritten) -> str:
    if event.text:
        return f"the public statement, {quoted(event.text)}"
    return (
        f"how to answer the public statement, {quoted(event.reply)}"
        if event.reply
        else ("the public statement’s own words taken out")
    )


TOLD: dict[type[Event], Tell] = {
    CommitmentMade: _committed,
    CommitmentReported: _reported,
    BudgetNamed: _budget,
    AgreementVersioned: _versioned,
    ReviewSet: _review,
    AssentGiven: _assent,
    AgreementRatified: _ratified,
    StatementWritten: _statement,
}
"""How each of these is told."""
