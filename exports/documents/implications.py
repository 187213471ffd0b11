"""What follows for money, powers and people: only what the workshop itself said of it."""

from exports.blocks import Block, DefinitionRows, Heading, Paragraph
from facilitator.stages.values import charter
from facilitator.wording import joined
from facilitator.workshop import Workshop

_NOT_SAID = "The workshop did not look at it. Each organisation has to do so before it decides."


def implications(workshop: Workshop) -> list[Block]:
    """Financial, legal and equality implications, as a board paper has them."""
    if not (workshop.commitments or workshop.budgets or charter(workshop)):
        return []
    rows = (
        ("Financial", _money(workshop)),
        ("Legal", _powers(workshop)),
        ("Equality", _NOT_SAID),
    )
    return [
        Heading("Implications"),
        Paragraph("What was said of them in the workshop; it is no advice.", "mute", leads=True),
        DefinitionRows(rows),
    ]


def _money(workshop: Workshop) -> str:
    said = []
    if workshop.budgets:
        total = sum(line.total for line in workshop.budgets.values())
        lines = len(workshop.budgets)
        said.append(f"{lines} joint line{'' if lines == 1 else 's'}, £{total:,} together.")
    payers = dict.fromkeys(cost.organisation for value in charter(workshop) for cost in value.costs)
    if payers:
        names = joined([workshop.organisation_name(each) for each in payers])
        said.append(f"A cost of keeping to the values was named by {names}.")
    return " ".join(said) or _NOT_SAID


def _powers(workshop: Workshop) -> str:
    said = ["Every organisation keeps its own powers and duties."]
    needed = [
        each.authority.rstrip(".")
        for each in workshop.commitments.values()
        if each.authority and each.authority.casefold() != "none"
    ]
    if needed:
        said.append(f"The commitments need: {'; '.join(dict.fromkeys(needed))}.")
    bases = dict.fromkeys(
        line.legal_basis.rstrip(".") for line in workshop.budgets.values() if line.legal_basis
    )
    if bases:
        said.append(f"Joint money rests on {joined(list(bases))}.")
    return " ".join(said)
