"""Commitments and joint budget lines as rows of a table."""

from facilitator.days import short_day
from facilitator.stages.commitments import Commitment, changes_to_write
from facilitator.workshop import Workshop
from ui.stages.commitments.words import STATUS, owner_words, shares_words, sharing_words
from ui.widgets.hairline_table import Cell, Column, TableRow

COLUMNS = (
    Column("What", 6),
    Column("Who", 4),
    Column("By", 2.5),
    Column("How we will know", 4),
    Column("Now", 1.9),
)
TO_WRITE = "change "
"""What stands before the id of a change in the id of its row."""
BUDGET_COLUMNS = (Column("Joint budget line", 3), Column("Held", 2), Column("From", 5))


def commitment_rows(workshop: Workshop) -> list[TableRow]:
    """A row for each commitment, in the order in which they were made."""
    return [_row(workshop, each) for each in workshop.commitments.values()]


def rows_to_write(workshop: Workshop) -> list[TableRow]:
    """A row for each change accepted in a rehearsal that nobody has written down yet."""
    return [
        TableRow(
            f"{TO_WRITE}{change.id}",
            (
                Cell(change.text, bold=True),
                Cell(workshop.person(change.owner), mute=True),
                Cell(short_day(change.due), mute=True),
                Cell("from the rehearsal", mute=True),
                Cell("to be written"),
            ),
        )
        for change in changes_to_write(workshop)
    ]


def budget_rows(workshop: Workshop) -> list[TableRow]:
    """A row for each joint budget line."""
    return [
        TableRow(
            line.id,
            (
                Cell(line.name, bold=True),
                Cell(sharing_words(line)),
                Cell(shares_words(workshop, line.contributors), mute=True),
            ),
        )
        for line in workshop.budgets.values()
    ]


def _row(workshop: Workshop, commitment: Commitment) -> TableRow:
    cells = (
        Cell(commitment.text, bold=True),
        Cell(owner_words(workshop, commitment)),
        Cell(short_day(commitment.due)),
        Cell(commitment.measure, mute=True),
        Cell(STATUS[commitment.status], mute=commitment.status == "not_started"),
    )
    return TableRow(commitment.id, cells)
