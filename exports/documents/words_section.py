"""The words we share and what happens next, in a document: nothing where there is nothing."""

from exports.blocks import Block, Column, Heading, Table
from facilitator.days import short_day
from facilitator.next_steps import owner_of
from facilitator.workshop import Workshop

WORDS = "Words we share"
NEXT = "What happens next"


def shared_words(workshop: Workshop) -> list[Block]:
    """Each word with the use on which the group agreed."""
    rows = tuple((each.term, each.use) for each in workshop.terms.values())
    columns = (Column("Word", 2), Column("How we use it", 5))
    return [Heading(WORDS), Table(columns, rows, header_column=True)] if rows else []


def next_steps(workshop: Workshop) -> list[Block]:
    """What happens next, who does it, and by when where that was said."""
    rows = tuple(
        (each.text, owner_of(workshop, each), short_day(each.due))
        for each in workshop.next_steps.values()
    )
    columns = (Column("What", 4.6), Column("Who", 2.8), Column("By", 1.4))
    return [Heading(NEXT), Table(columns, rows)] if rows else []
