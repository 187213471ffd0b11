"""The price check: what each agreed value will cost and whom, or that nobody could say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.decision import AGREED
from facilitator.events import Event, Refused, new_id
from facilitator.rounds import a_name
from facilitator.stages.values.state import Cost, Price, Value, change_value, standing
from facilitator.wording import wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

PRICES: tuple[Price, ...] = ("money", "time", "pride")
"""What a value may cost, in the order of the question."""


class CostNamed(Event, frozen=True, tag="value.cost_named"):
    """An organisation said what a value will cost it, or that was corrected."""

    replaces = ("id",)

    id: str
    value: str
    organisation: str
    price: Price
    text: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.values.get(self.value)
        if found is None:
            return
        said = Cost(self.id, self.organisation, self.price, self.text)
        if any(cost.id == self.id for cost in found.costs):
            costs = tuple(said if cost.id == self.id else cost for cost in found.costs)
        else:
            costs = (*found.costs, said)
        change_value(workshop, self.value, costs=costs, untested=False)


class CostDropped(Event, frozen=True, tag="value.cost_dropped"):
    """A cost that was named does not stand any more."""

    id: str
    value: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.values.get(self.value):
            left = tuple(cost for cost in found.costs if cost.id != self.id)
            change_value(workshop, self.value, costs=left)


class ValueFoundUntested(Event, frozen=True, tag="value.found_untested"):
    """Nobody could say what a value will cost: it has not met a hard day yet."""

    id: str

    def apply(self, workshop: Workshop) -> None:
        change_value(workshop, self.id, untested=True)


def name_cost(
    workshop: Workshop, value: str, organisation: str, price: Price, text: str, cost_id: str = ""
) -> CostNamed:
    """Name what an agreed value will cost an organisation; with an id, correct what was named."""
    _agreed(workshop, value)
    if not organisation:
        raise Refused("Whose cost is it? Choose the organisation that will pay it.")
    name = a_name(workshop, organisation)
    text = wording(text, f"What will it cost {name}? Say it so that somebody at home would notice.")
    return CostNamed(cost_id or new_id(), value, organisation, price, text)


def drop_cost(workshop: Workshop, value: str, cost_id: str) -> CostDropped:
    """Take back a cost that does not stand."""
    found = _agreed(workshop, value)
    if all(cost.id != cost_id for cost in found.costs):
        raise Refused("That cost is no longer there.")
    return CostDropped(cost_id, value)


def find_untested(workshop: Workshop, value: str) -> ValueFoundUntested:
    """Mark an agreed value as untested, because no cost was found."""
    found = _agreed(workshop, value)
    if found.costs:
        raise Refused(f"“{found.title}” has a cost already, so it is not untested.")
    if found.untested:
        raise Refused(f"“{found.title}” is marked as untested already.")
    return ValueFoundUntested(value)


def unpriced(workshop: Workshop) -> list[Value]:
    """The agreed values that have neither a cost nor the mark *untested*."""
    agreed = [v for v in workshop.values.values() if standing(workshop, v.id) in AGREED]
    return [v for v in agreed if not v.costs and not v.untested]


def _agreed(workshop: Workshop, value: str) -> Value:
    found = workshop.values.get(value)
    if found is None:
        raise Refused("That value is no longer there.")
    if standing(workshop, value) not in AGREED:
        raise Refused(f"“{found.title}” is not agreed yet. A cost is named for what is agreed.")
    return found
