"""Changes to a value: proposed, made clear, reworded, put aside, priced."""

from facilitator.changes.seen import Seen, Tell, quoted
from facilitator.events import Event
from facilitator.stages.values import (
    AuthorityStated,
    BehavioursNamed,
    CostDropped,
    CostNamed,
    ValueAmended,
    ValueClarified,
    ValueEnded,
    ValueFoundUntested,
    ValueProposed,
    ValueReopened,
    ValuesOrdered,
)


def _proposed(seen: Seen, event: ValueProposed) -> str:
    title = quoted(event.title, 40)
    return f"{title} put right" if seen.corrects("values", event.id) else f"the value {title}"


def _clarified(seen: Seen, event: ValueClarified) -> str:
    return f"what {seen.value(event.id)} means: {quoted(event.meaning)}"


def _visible(seen: Seen, event: BehavioursNamed) -> str:
    was = seen.lacking.values.get(event.id) if seen.lacking else None
    before = frozenset((*was.will, *was.will_not)) if was else frozenset()
    now = frozenset((*event.will, *event.will_not))
    new = [line for line in (*event.will, *event.will_not) if line not in before]
    gone = len(before - now)
    about = seen.value(event.id)
    if was is not None and len(new) == 1 and not gone:
        return f"{quoted(new[0])} under {about}"
    return f"what we will do and will not under {about}"


def _amended(seen: Seen, event: ValueAmended) -> str:
    return f"the new wording of {seen.value(event.value)}: {quoted(event.wording)}"


def _ordered(_seen: Seen, _event: ValuesOrdered) -> str:
    return "the order in which the values are taken"


def _ended(seen: Seen, event: ValueEnded) -> str:
    about = seen.value(event.id)
    match event.ending.kind:
        case "parked":
            return f"{about} parked with {seen.person(event.ending.by)}"
        case "merged":
            return f"{about} merged into {seen.value(event.ending.into)}"
        case _:
            return f"{about} withdrawn"


def _back_on_the_table(seen: Seen, event: ValueEnded) -> str:
    about = seen.value(event.id)
    return f"{about} is not {event.ending.kind} any more"


def _reopened(seen: Seen, event: ValueReopened) -> str:
    return f"the reopening of {seen.value(event.id)}, {quoted(event.reason)}"


def _cost(seen: Seen, event: CostNamed) -> str:
    whose = seen.whose(event.organisation)
    return f"{whose} cost for {seen.value(event.value)}: {quoted(event.text)}"


def _cost_dropped(seen: Seen, event: CostDropped) -> str:
    was = seen.lacking.values.get(event.value) if seen.lacking else None
    cost = next((c for c in was.costs if c.id == event.id), None) if was else None
    what = f"{seen.whose(cost.organisation)} cost" if cost else "a cost"
    return f"{what} for {seen.value(event.value)} being dropped"


def _untested(seen: Seen, event: ValueFoundUntested) -> str:
    return f"{seen.value(event.id)} marked as untested"


def _authority(seen: Seen, event: AuthorityStated) -> str:
    return f"what {seen.organisation(event.organisation)} may agree to: {quoted(event.limit)}"


TOLD: dict[type[Event], Tell] = {
    ValueProposed: _proposed,
    ValueClarified: _clarified,
    BehavioursNamed: _visible,
    ValueAmended: _amended,
    ValuesOrdered: _ordered,
    ValueEnded: _ended,
    ValueReopened: _reopened,
    CostNamed: _cost,
    CostDropped: _cost_dropped,
    ValueFoundUntested: _untested,
    AuthorityStated: _authority,
}
"""How each of these is told."""

UNDONE: dict[type[Event], Tell] = {ValueEnded: _back_on_the_table}
"""What is told better by how it is once the change is taken back."""
