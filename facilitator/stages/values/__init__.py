"""Values: proposed, given behaviours, negotiated in rounds until they hold or are put aside.

A round about a value is a `facilitator.rounds.Round` whose subject is the value's id.

state.py      what is kept of a value, and where it stands
proposing.py  proposed, clarified, made visible, amended
ending.py     rounds, and how it leaves the table or comes back to it
price.py      what it costs
authority.py  how far each organisation may go today
awaited.py    what may still come from home
unsettled.py  what the group is not done with
"""

from facilitator.stages.values.authority import (
    NO_LIMIT,
    Authority,
    AuthorityStated,
    authority_of,
    state_authority,
    unstated,
)
from facilitator.stages.values.awaited import (
    Awaited,
    decided_rounds,
    late_positions_until,
    on_the_table_again,
    still_to_come,
)
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
    ValuesOrdered,
    amend,
    clarify,
    move_value,
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
    Reopening,
    Standing,
    Value,
    charter,
    on_the_table,
    reopened_since,
    standing,
)
from facilitator.stages.values.unsettled import Unsettled, parked_values, unsettled

__all__ = [
    "CLOSED",
    "NO_LIMIT",
    "OFF_THE_TABLE",
    "PRICES",
    "Amendment",
    "Authority",
    "AuthorityStated",
    "Awaited",
    "BehavioursNamed",
    "Cost",
    "CostDropped",
    "CostNamed",
    "Ending",
    "Price",
    "Reopening",
    "Standing",
    "Unsettled",
    "Value",
    "ValueAmended",
    "ValueClarified",
    "ValueEnded",
    "ValueFoundUntested",
    "ValueProposed",
    "ValueReopened",
    "ValuesOrdered",
    "amend",
    "authority_of",
    "charter",
    "clarify",
    "decided_rounds",
    "drop_cost",
    "find_untested",
    "late_positions_until",
    "merge_value",
    "move_value",
    "name_behaviours",
    "name_cost",
    "on_the_table",
    "on_the_table_again",
    "open_value_round",
    "park_value",
    "parked_values",
    "propose",
    "reopen_value",
    "reopened_since",
    "rounds_are_done",
    "standing",
    "state_authority",
    "still_to_come",
    "unpriced",
    "unsettled",
    "unstated",
    "withdraw_value",
]
