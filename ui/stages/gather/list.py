"""The list of who is here: organisations, and under each its people, as rows of a table."""

from facilitator.attendance import members_here
from facilitator.stages.gather import Member
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.stages.gather.words import (
    abstains_on,
    counted,
    here_words,
    member_words,
    organisation_words,
)
from ui.widgets.hairline_table import Cell, Column, TableRow

COLUMNS = (
    Column("Organisations and their people", 5),
    Column("Who they are", 4),
    Column("Here", 2),
)

_ORGANISATION, _MEMBER = "organisation:", "member:"
_INDENT = "\u2003"


def organisation_row(organisation: str) -> str:
    """The id of an organisation's row."""
    return _ORGANISATION + organisation


def member_row(member: str) -> str:
    """The id of a person's row."""
    return _MEMBER + member


def organisation_of_row(row: str) -> str:
    """The organisation whose own row it is; nothing for a person's."""
    return row.removeprefix(_ORGANISATION) if row.startswith(_ORGANISATION) else ""


def member_of_row(row: str) -> str:
    """The person whose row it is; nothing for an organisation's."""
    return row.removeprefix(_MEMBER) if row.startswith(_MEMBER) else ""


def people_of(workshop: Workshop) -> dict[str, list[Member]]:
    """The people of each organisation, in the order in which they were added."""
    people: dict[str, list[Member]] = {each: [] for each in workshop.organisations}
    for member in workshop.members.values():
        people[member.organisation].append(member)
    return people


def list_rows(workshop: Workshop, minute: str) -> list[TableRow]:
    """A row for each organisation and, under it, one for each of its people."""
    here = members_here(workshop, minute)
    rows: list[TableRow] = []
    for each, members in people_of(workshop).items():
        organisation = workshop.organisations[each]
        count = sum(m.id in here for m in members)
        if not members:
            present = "nobody named yet"
        else:
            present = f"{count} of {counted(len(members), 'person', 'people')}"
        name = organisation.name
        if organisation.short.casefold() != name.casefold():
            name = f"{name} ({organisation.short})"
        cells = (
            Cell(name, bold=True),
            Cell(organisation_words(organisation), mute=True),
            Cell(present, mute=True),
        )
        rows.append(TableRow(organisation_row(each), cells))
        for member in members:
            label = Cell(_INDENT + member.label)
            abstains = abstains_on(workshop, member.id)
            words = [member_words(member)]
            words += [f"abstains on {joined(abstains)}"] if abstains else []
            said = Cell(" · ".join(filter(None, words)), mute=True)
            seen = Cell(here_words(workshop, member.id, minute), mute=member.id not in here)
            rows.append(TableRow(member_row(member.id), (label, said, seen)))
    return rows
