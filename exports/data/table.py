"""A plain table, and what holds for every one: who may be told of, which keys lead somewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from facilitator.workshop import Workshop

Datum: TypeAlias = str | int | float | bool | None
Row: TypeAlias = tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: its name, its columns (the first is the key where `keyed`), its rows.

    `words` are the columns that hold people's words, to be searched; `refers` names for a column
    the table whose key it holds.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    words: tuple[str, ...] = ()
    refers: tuple[tuple[str, str], ...] = ()
    keyed: bool = True


def quotes_nobody(workshop: Workshop) -> bool:
    """Whether the workshop as a whole quotes nobody, neither by name nor by organisation."""
    return workshop.attribution == "unattributed" or workshop.chatham_house


def whose(workshop: Workshop, organisation: str) -> str | None:
    """The id of an organisation that may be told of; None where nobody may, or it is not ours."""
    if quotes_nobody(workshop):
        return None
    return organisation if organisation in workshop.organisations else None


def owner(workshop: Workshop, who: str) -> str | None:
    """Who does something, as the documents say it; None where nobody may be told of."""
    if quotes_nobody(workshop):
        return None
    return workshop.person(who) if who in workshop.members else workshop.organisation_name(who)


def shuffled(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Unsigned rows in the order of their words, so that the order of whoever spoke is lost."""
    return tuple(sorted(rows, key=lambda row: tuple(map(str, row))))


def joined_up(tables: list[DataTable]) -> list[DataTable]:
    """The tables that have a row, without keys that lead nowhere: what they named has gone."""
    found = [table for table in tables if table.rows]
    keys = {t.name: {row[0] for row in t.rows} for t in found if t.keyed}
    return [_joined_up(table, keys) for table in found]


def _joined_up(table: DataTable, keys: dict[str, set[Datum]]) -> DataTable:
    other = dict(table.refers)
    leads = [
        keys.get(other[column], set()) if column in other else None for column in table.columns
    ]
    rows = tuple(
        tuple(
            datum if there is None or datum in there else None
            for datum, there in zip(row, leads, strict=True)
        )
        for row in table.rows
    )
    return replace(table, rows=rows)
