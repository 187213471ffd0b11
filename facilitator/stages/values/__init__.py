"""Values: proposed, given behaviours, negotiated in rounds until they hold or are put aside.

A round about a value is a `facilitator.rounds.Round` whose subject is the value's id.

state.py      what is kept of a value, and where it stands
proposing.py  proposed, clarified, made visible, amended
ending.py     rounds, and how it leaves the table or comes back to it
price.py      what it costs
"""

from facilitator.stages.values.ending import (
    ValueEnded,
    ValueReopened,
    merge_value,
    open_value_round,
    park_value,
    reopen_value,
    rounds_are_done,
    withdraw_value,
)
from facilitator.stages.values.price import (
    PRICES,
    CostDropped,
    CostNamed,
    ValueFoundUntested,
    drop_cost,
    find_untested,
    name_cost,
    unpriced,
)
from facilitator.stages.values.proposing import (
    BehavioursNamed,
    ValueAmended,
    ValueClarified,
    ValueProposed,
    amend,
    clarify,
    name_behaviours,
    propose,
)
from facilitator.stages.values.state import (
    CLOSED,
    OFF_THE_TABLE,
    Amendment,
    Cost,
    Ending,
    Price,
    Standing,
    Value,
    charter,
    on_the_table,
    standing,
)

__all__ = [
    "CLOSED",
    "OFF_THE_TABLE",
    "PRICES",
    "Amendment",
    "BehavioursNamed",
    "Cost",
    "CostDropped",
    "CostNamed",
    "Ending",
    "Price",
    "Standing",
    "Value",
    "ValueAmended",
    "ValueClarified",
    "ValueEnded",
    "ValueFoundUntested",
    "ValueProposed",
    "ValueReopened",
    "amend",
    "charter",
    "clarify",
    "drop_cost",
    "find_untested",
    "merge_value",
    "name_behaviours",
    "name_cost",
    "on_the_table",
    "open_value_round",
    "park_value",
    "propose",
    "reopen_value",
    "rounds_are_done",
    "standing",
    "unpriced",
    "withdraw_value",
]
