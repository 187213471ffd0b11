"""Promises in a document: commitments with every report on them, money, assents and the meeting."""

from exports.blocks import Block, Cell, Column, Heading, KeepTogether, Paragraph, Table, Words
from facilitator.days import day_in_words, short_day
from facilitator.stages.commitments import Commitment, Progress, Report
from facilitator.wording import counted
from facilitator.workshop import Workshop

STATUS: dict[Progress, str] = {
    "not_started": "Not started",
    "on_track": "On track",
    "at_risk": "At risk",
    "late": "Late",
    "done": "Done",
    "dropped": "Dropped",
}
_SHARING = {"aligned": "Aligned", "pooled": "Pooled"}


def commitments(workshop: Workshop) -> list[Block]:
    """Each commitment as it was made, and every report on it, oldest first."""
    if not workshop.commitments:
        return []
    columns = (
        Column("We will", 3.5),
        Column("Who", 2),
        Column("By", 1.1),
        Column("How we will know, and what was reported", 2.7),
    )
    rows = tuple(_commitment(workshop, each) for each in workshop.commitments.values())
    return [Heading("What each of us will do"), Table(columns, rows)]


def _commitment(workshop: Workshop, each: Commitment) -> tuple[Cell | Words, ...]:
    notes = []
    if each.supported_by:
        with_them = counted(map(workshop.organisation_name, each.supported_by))
        notes.append(f"With {', '.join(with_them)}")
    if each.authority and each.authority.casefold() != "none":
        notes.append(f"Needs: {each.authority}")
    return (
        Cell(each.text, tuple(notes)),
        Cell(workshop.organisation_name(each.organisation), (workshop.person(each.owner),)),
        short_day(each.due),
        Cell(each.measure, tuple(map(reported, each.reports)) or ("Nothing reported yet",)),
    )


def reported(report: Report) -> str:
    """ "1 Mar 2027: at risk, 3 of 5"."""
    figure = f", {report.latest}" if report.latest else ""
    return f"{short_day(report.date)}: {STATUS[report.status].lower()}{figure}"


def budgets(workshop: Workshop) -> list[Block]:
    """Each joint line of money, who puts in what, and who hosts it."""
    if not workshop.budgets:
        return []
    columns = (
        Column("Joint line", 2.6),
        Column("Kind", 1.2),
        Column("Who puts in", 3.6),
        Column("Total", 1.6),
    )
    rows = []
    for line in workshop.budgets.values():
        notes = [f"Hosted by {workshop.organisation_name(line.host)}"] if line.host else []
        notes += [line.legal_basis] if line.legal_basis else []
        shares = (f"{workshop.organisation_name(o)} £{n:,}" for o, n in line.contributors.items())
        rows.append(
            (
                Cell(line.name, tuple(notes)),
                _SHARING[line.sharing],
                "\n".join(shares),
                f"£{line.total:,}",
            )
        )
    return [Heading("Money we align or pool"), Table(columns, tuple(rows), header_column=True)]


def assents(workshop: Workshop) -> list[Block]:
    """Who assented to which version, with which reservation; and the meeting that resolved it."""
    blocks: list[Block] = []
    if workshop.assents:
        columns = (
            Column("Organisation", 2.4),
            Column("Version", 1),
            Column("Given by", 2),
            Column("Reservation", 3),
        )
        rows = tuple(
            (
                workshop.organisation_name(each.organisation),
                each.version,
                workshop.person(each.member),
                f"“{each.reservation}”" if each.reservation else "",
            )
            for each in workshop.assents.values()
        )
        blocks += [Heading("Assents"), Table(columns, rows, header_column=True)]
    if found := workshop.paper.ratified:
        minute = f", minute {found.minute}" if found.minute else ""
        said = f"Resolved by {found.meeting} on {day_in_words(found.date)}{minute}."
        blocks.append(KeepTogether((Heading("Ratification"), Paragraph(said))))
    return blocks
