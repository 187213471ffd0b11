"""Values: proposed, given behaviours, negotiated in rounds until they hold or are put aside.

A round about a value is a `facilitator.rounds.Round` whose subject is the value's id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from facilitator.events import Event, Refused, new_id
from facilitator.rounds import Round, RoundOpened, latest_round, open_round
from facilitator.wording import a_date, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

Standing = Literal[
    "proposed",
    "clarified",
    "behaviours",
    "round",
    "not_agreed",
    "amended",
    "agreed",
    "agreed_with_reservations",
    "parked",
    "merged",
    "withdrawn",
]

CLOSED: frozenset[Standing] = frozenset(
    {"agreed", "agreed_with_reservations", "parked", "merged", "withdrawn"}
)


class Amendment(msgspec.Struct, frozen=True):
    """A new wording for a value. It names the round whose wording it revises."""

    id: str
    wording: str
    revises: str = ""
    by: str = ""
    why: str = ""


class Ending(msgspec.Struct, frozen=True):
    """How a value left the table without agreement.

    `parked` has an owner (a member's id or words), the open question and a date to return by;
    `merged` names the other value; `withdrawn` says by whom and why.
    """

    kind: Literal["parked", "merged", "withdrawn"]
    by: str = ""
    reason: str = ""
    return_by: str = ""
    into: str = ""


class Value(msgspec.Struct, frozen=True):
    """A value on the table: title, wording now, and what is kept of how it got there."""

    id: str
    title: str
    wording: str
    order: int
    proposed_by: str = ""
    test_day: str = ""
    meaning: str = ""
    will: tuple[str, ...] = ()
    will_not: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    ending: Ending | None = None
    reopened: str = ""


class ValueProposed(Event, frozen=True, tag="value.proposed"):
    """A value was proposed, with the day on which it would be tested; or that was corrected."""

    id: str
    title: str
    wording: str
    order: int
    proposed_by: str = ""
    test_day: str = ""

    def apply(self, workshop: Workshop) -> None:
        said = Value(self.id, self.title, self.wording, self.order, self.proposed_by, self.test_day)
        workshop.values.setdefault(self.id, said)
        _change(
            workshop,
            self.id,
            title=self.title,
            wording=self.wording,
            order=self.order,
            proposed_by=self.proposed_by,
            test_day=self.test_day,
        )


class ValueClarified(Event, frozen=True, tag="value.clarified"):
    """The meaning of a value was said in one sentence."""

    id: str
    meaning: str

    def apply(self, workshop: Workshop) -> None:
        _change(workshop, self.id, meaning=self.meaning)


class BehavioursNamed(Event, frozen=True, tag="value.behaviours_named"):
    """A value was made visible: what we will do, and what we will not, even under pressure."""

    id: str
    will: tuple[str, ...] = ()
    will_not: tuple[str, ...] = ()

    def apply(self, workshop: Workshop) -> None:
        _change(workshop, self.id, will=self.will, will_not=self.will_not)


class ValueAmended(Event, frozen=True, tag="value.amended"):
    """A new wording was put forward in answer to a round."""

    id: str
    value: str
    wording: str
    revises: str = ""
    by: str = ""
    why: str = ""

    def apply(self, workshop: Workshop) -> None:
        found = workshop.values.get(self.value)
        if found is None:
            return
        made = Amendment(self.id, self.wording, self.revises, self.by, self.why)
        _change(workshop, found.id, wording=self.wording, amendments=(*found.amendments, made))


class ValueEnded(Event, frozen=True, tag="value.ended"):
    """A value was parked, merged or withdrawn."""

    id: str
    ending: Ending

    def apply(self, workshop: Workshop) -> None:
        _change(workshop, self.id, ending=self.ending)


class ValueReopened(Event, frozen=True, tag="value.reopened"):
    """A value that was agreed or put aside is on the table again, for a reason."""

    id: str
    reason: str

    def apply(self, workshop: Workshop) -> None:
        last = latest_round(workshop, self.id)
        _change(workshop, self.id, ending=None, reopened=last.id if last else "")


def propose(
    workshop: Workshop,
    title: str,
    text: str = "",
    proposed_by: str = "",
    test_day: str = "",
    order: int = 0,
    value_id: str = "",
) -> ValueProposed:
    """Propose a value: a short title, its wording, who proposes it, the day it would be tested.

    With the id of a value that is on the table, put those right.
    """
    before = _open(workshop, value_id) if value_id in workshop.values else None
    title = wording(title, "Name the value first.")
    for other in workshop.values.values():
        if other.title.casefold() == title.casefold() and other.id != value_id:
            raise Refused(f"“{other.title}” is on the table already.")
    if proposed_by and proposed_by not in workshop.organisations:
        raise Refused("That organisation is not a member of this workshop.")
    last = max((v.order for v in workshop.values.values()), default=0)
    order = order or (before.order if before else last + 1)
    return ValueProposed(
        value_id or new_id(), title, tidy(text) or title, order, proposed_by, test_day
    )


def clarify(workshop: Workshop, value: str, meaning: str) -> ValueClarified:
    """Say what a value means, in one sentence."""
    _open(workshop, value)
    return ValueClarified(value, wording(meaning, "Say what it means, in one sentence."))


def name_behaviours(
    workshop: Workshop, value: str, will: tuple[str, ...], will_not: tuple[str, ...]
) -> BehavioursNamed:
    """Make a value visible: behaviours that a stranger could film."""
    _open(workshop, value)
    kept = tuple(filter(None, map(tidy, will)))
    refused = tuple(filter(None, map(tidy, will_not)))
    if not kept and not refused:
        raise Refused("Name at least one thing we will do, or will not.")
    return BehavioursNamed(value, kept, refused)


def open_value_round(workshop: Workshop, value: str, round_id: str = "") -> RoundOpened:
    """Open the next round on a value's wording as it stands."""
    found = _open(workshop, value)
    most = workshop.rule.most_rounds
    ids = workshop.rounds_of.get(value, ())
    since = ids[ids.index(found.reopened) + 1 :] if found.reopened in ids else ids
    if sum(not workshop.rounds[i].is_open for i in since) >= most:
        done = "One round is" if most == 1 else f"{most} rounds are"
        raise Refused(
            f"{done} done without agreement. Park it with an owner and a date, or reopen it with "
            "a reason.",
            "park",
        )
    return open_round(workshop, value, found.wording, round_id)


def amend(workshop: Workshop, value: str, text: str, by: str = "", why: str = "") -> ValueAmended:
    """Put forward a new wording, in answer to the last round."""
    found = _open(workshop, value)
    text = wording(text, "Write the new wording.")
    if text == found.wording:
        raise Refused("The wording has not changed.")
    last = latest_round(workshop, value)
    if last is not None and last.is_open:
        raise Refused(
            f"Round {last.number} is open on this wording. Lock it, or take it back, before the "
            "wording changes."
        )
    return ValueAmended(new_id(), value, text, last.id if last else "", by, tidy(why))


def park_value(
    workshop: Workshop, value: str, owner: str, question: str, return_by: str
) -> ValueEnded:
    """Park a value with an owner, the open question, and a date (ISO 8601) to return by."""
    _open(workshop, value)
    owner = wording(owner, "Who will bring it back? A parked value needs an owner.")
    return_by = a_date(return_by, "By when will it come back? A parked value needs a date.")
    return ValueEnded(value, Ending("parked", owner, tidy(question), return_by))


def merge_value(workshop: Workshop, value: str, into: str, why: str = "") -> ValueEnded:
    """Merge a value into another that is on the table."""
    _open(workshop, value)
    if into == value or into not in workshop.values:
        raise Refused("Choose the other value to merge it into.")
    if standing(workshop, into) in ("parked", "merged", "withdrawn"):
        raise Refused(f"“{workshop.values[into].title}” is off the table. Choose another value.")
    return ValueEnded(value, Ending("merged", reason=tidy(why), into=into))


def withdraw_value(workshop: Workshop, value: str, by: str, reason: str) -> ValueEnded:
    """Withdraw a value; only its proposer may."""
    found = _open(workshop, value)
    if found.proposed_by and by != found.proposed_by:
        proposer = workshop.organisation_name(found.proposed_by)
        raise Refused(f"Only {proposer} may withdraw it: they proposed it.")
    return ValueEnded(value, Ending("withdrawn", by, wording(reason, "Why is it withdrawn?")))


def reopen_value(workshop: Workshop, value: str, reason: str) -> ValueReopened:
    """Put a value back on the table. What was agreed stays in the history."""
    if value not in workshop.values:
        raise Refused("That value is no longer there.")
    if standing(workshop, value) not in CLOSED | {"not_agreed"}:
        raise Refused("It is on the table already.")
    return ValueReopened(value, wording(reason, "Why is it reopened? The reason is recorded."))


def standing(workshop: Workshop, value: str) -> Standing:
    """Where a value stands now."""
    found = workshop.values[value]
    if found.ending is not None:
        return found.ending.kind
    last = latest_round(workshop, value)
    if last is None or last.id == found.reopened:
        return _before_rounds(found)
    if last.is_open:
        return "round"
    if last.wording != found.wording:
        return "amended"
    if _reopened_late(workshop, last):
        return "not_agreed"
    outcome = last.outcome()
    if outcome in ("agreed", "agreed_with_reservations"):
        return outcome
    return "not_agreed"


def on_the_table(workshop: Workshop) -> list[Value]:
    """Every value in the order in which it is taken, whatever became of it."""
    return sorted(workshop.values.values(), key=lambda v: (v.order, v.id))


def charter(workshop: Workshop) -> list[Value]:
    """The agreed values, in order."""
    agreed = ("agreed", "agreed_with_reservations")
    return [v for v in on_the_table(workshop) if standing(workshop, v.id) in agreed]


def _before_rounds(value: Value) -> Standing:
    if value.reopened:
        return "amended"
    if value.will or value.will_not:
        return "behaviours"
    return "clarified" if value.meaning else "proposed"


def _reopened_late(workshop: Workshop, last: Round) -> bool:
    """Whether a late objection or question from a voting organisation stands against it."""
    voters = {e.organisation for e in workshop.electors() if e.voting}
    return any(o in voters and p.code in ("object", "need_more") for o, p in last.late.items())


def _open(workshop: Workshop, value: str) -> Value:
    found = workshop.values.get(value)
    if found is None:
        raise Refused("That value is no longer there.")
    now = standing(workshop, value)
    if now in CLOSED:
        words = now.replace("_", " ")
        raise Refused(f"“{found.title}” is {words}. Reopen it to go on.", "reopen")
    return found


def _change(workshop: Workshop, value: str, **fields: object) -> None:
    if found := workshop.values.get(value):
        workshop.values[value] = msgspec.structs.replace(found, **fields)
