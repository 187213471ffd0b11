"""The documents of a workshop: which there are, for whom, and what each is made from.

Screens, the command line and the checks ask here, so that a document is added in one place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from exports.blocks import Document
from exports.documents.agreement import agreement
from exports.documents.charter import no_charter_yet, values_charter
from exports.documents.debrief import debrief
from exports.documents.record import record
from exports.documents.review import review, to_review
from exports.documents.statement import nothing_to_tell, public_statement
from facilitator.history import History
from facilitator.veil import veiled, veiled_history
from facilitator.workshop import Workshop

Kind: TypeAlias = Literal["agreement", "charter", "statement", "debrief", "record", "review"]

KINDS: dict[Kind, str] = {
    "agreement": "Board agreement",
    "charter": "Values charter",
    "statement": "Public statement",
    "debrief": "Rehearsal debrief",
    "record": "Session record",
    "review": "Review report",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that a workshop can give, before it is made.

    `key` names it among the papers of one workshop: its kind, and for a debrief also the rehearsal
    ("debrief:ID"). `not_yet` says why there is nothing to write yet; empty where there is.
    `public` is one for everybody to read. `make` sets it down as blocks, dated as it is told.
    """

    key: str
    kind: Kind
    title: str
    make: Callable[[datetime], Document]
    not_yet: str = ""
    public: bool = False
    rehearsal: str = ""


def papers(workshop: Workshop, history: History | None = None) -> list[Paper]:
    """The six documents in their order; a debrief for each rehearsal that has one.

    With its `history` the session record tells by the minute what happened to each value. Under
    the Chatham House Rule, all of them are made of what may be shown.
    """
    workshop = veiled(workshop)
    history = veiled_history(history) if history is not None else None
    return [
        Paper("agreement", "agreement", KINDS["agreement"], lambda made: agreement(workshop, made)),
        Paper(
            "charter",
            "charter",
            KINDS["charter"],
            lambda made: values_charter(workshop, made),
            no_charter_yet(workshop),
        ),
        Paper(
            "statement",
            "statement",
            KINDS["statement"],
            lambda made: public_statement(workshop, made),
            nothing_to_tell(workshop),
            public=True,
        ),
        *_debriefs(workshop),
        Paper("record", "record", KINDS["record"], lambda made: record(workshop, made, history)),
        Paper(
            "review",
            "review",
            KINDS["review"],
            lambda made: review(workshop, made),
            to_review(workshop),
        ),
    ]


def paper(workshop: Workshop, key: str, history: History | None = None) -> Paper:
    """The paper of a key. Raises `KeyError`."""
    return {each.key: each for each in papers(workshop, history)}[key]


def _debriefs(workshop: Workshop) -> list[Paper]:
    several = len(workshop.rehearsals) > 1
    found = []
    for each in workshop.rehearsals.values():
        title = KINDS["debrief"] + (f": {each.pack.title}" if several else "")

        def make(made: datetime, rehearsal: str = each.id) -> Document:
            return debrief(workshop, rehearsal, made)

        found.append(Paper(f"debrief:{each.id}", "debrief", title, make, rehearsal=each.id))
    if found:
        return found
    not_yet = "Nothing was rehearsed yet."
    return [Paper("debrief", "debrief", KINDS["debrief"], _nothing, not_yet)]


def _nothing(made: datetime) -> Document:
    raise ValueError("there is nothing to write yet")
