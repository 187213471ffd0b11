"""Unsettled: the values that the group is not done with, and how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from facilitator.decision import AGREED
from facilitator.rounds import Round, late_against, latest_round
from facilitator.stages.values.state import Value, on_the_table, standing

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

Left = Literal["untouched", "open", "not_agreed", "amended", "reopened", "parked"]
"""What is left to do: all of it, the open round, another round, one on the new wording, one since
it was reopened; or it was put aside until somebody brings it back."""


class Unsettled(msgspec.Struct, frozen=True):
    """A value that is neither agreed nor merged nor withdrawn, and the round it has come to."""

    value: Value
    left: Left
    round: Round | None = None


def unsettled(workshop: Workshop) -> list[Unsettled]:
    """Values on the table or put aside for now, in the order in which they are taken.

    One that was agreed until something came late against it is among what is on the table again.
    """
    found = []
    for value in on_the_table(workshop):
        last = latest_round(workshop, value.id)
        left = _left(workshop, value, last)
        if left is not None:
            found.append(Unsettled(value, left, last))
    return found


def parked_values(workshop: Workshop) -> list[Value]:
    """The values that were put aside with an owner and a date, in the order they are taken."""
    return [v for v in on_the_table(workshop) if v.ending and v.ending.kind == "parked"]


def _left(workshop: Workshop, value: Value, last: Round | None) -> Left | None:
    match standing(workshop, value.id):
        case "merged" | "withdrawn":
            return None
        case "parked":
            return "parked"
        case "round":
            return "open"
        case "not_agreed":
            return None if last and late_against(workshop, last) else "not_agreed"
        case now if now in AGREED:
            return None
    # Whatever else it is called, no round has been held on it as it stands.
    if value.reopenings and (last is None or last.id == value.reopened):
        return "reopened"
    return "untouched" if last is None else "amended"
