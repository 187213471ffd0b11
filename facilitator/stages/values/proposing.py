"""Proposing: a value is put on the table, clarified, made visible by behaviours, and reworded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.events import Event, Refused, new_id
from facilitator.rounds import latest_round
from facilitator.stages.values.state import (
    OFF_THE_TABLE,
    Amendment,
    Value,
    change_value,
    on_table,
    on_the_table,
    standing,
)
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class ValueProposed(Event, frozen=True, tag="value.proposed"):
    """A value was proposed, with the day on which it would be tested; or that was corrected.

    What it means comes with the proposal where it was said then; a correction leaves it as it is.
    """

    replaces = ("id",)
    says = ("title", "wording", "test_day", "proposed_by", "meaning")

    id: str
    title: str
    wording: str
    order: int
    proposed_by: str = ""
    test_day: str = ""
    meaning: str = ""

    def apply(self, workshop: Workshop) -> None:
        said = Value(self.id, self.title, self.wording, self.order, self.proposed_by, self.test_day)
        workshop.values.setdefault(self.id, said)
        change_value(
            workshop,
            self.id,
            title=self.title,
            wording=self.wording,
            order=self.order,
            proposed_by=self.proposed_by,
            test_day=self.test_day,
        )
        if self.meaning:
            change_value(workshop, self.id, meaning=self.meaning)


class ValueClarified(Event, frozen=True, tag="value.clarified"):
    """The meaning of a value was said in one sentence."""

    replaces = ("id",)

    id: str
    meaning: str

    def apply(self, workshop: Workshop) -> None:
        change_value(workshop, self.id, meaning=self.meaning)


class BehavioursNamed(Event, frozen=True, tag="value.behaviours_named"):
    """A value was made visible: what we will do, and what we will not, even under pressure."""

    replaces = ("id",)

    id: str
    will: tuple[str, ...] = ()
    will_not: tuple[str, ...] = ()

    def apply(self, workshop: Workshop) -> None:
        change_value(workshop, self.id, will=self.will, will_not=self.will_not)


class ValueAmended(Event, frozen=True, tag="value.amended"):
    """A new wording was put forward in answer to a round."""

    replaces = ("value",)
    says = ("wording",)

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
        change_value(workshop, found.id, wording=self.wording, amendments=(*found.amendments, made))


class ValuesOrdered(Event, frozen=True, tag="values.ordered"):
    """The order in which the values are taken was changed: all of them, the first one first."""

    ids: tuple[str, ...]

    def apply(self, workshop: Workshop) -> None:
        rest = [v.id for v in on_the_table(workshop) if v.id not in self.ids]
        for at, value in enumerate((*dict.fromkeys(self.ids), *rest), 1):
            change_value(workshop, value, order=at)


def propose(
    workshop: Workshop,
    title: str,
    text: str = "",
    proposed_by: str = "",
    test_day: str = "",
    order: int = 0,
    value_id: str = "",
    meaning: str = "",
) -> ValueProposed:
    """Propose a value: a short title, its wording, who proposes it, the day it would be tested.

    What it means may be said with it. With the id of a value that is on the table, put those
    right.
    """
    before = on_table(workshop, value_id) if value_id in workshop.values else None
    title = wording(title, "Name the value first.")
    for other in workshop.values.values():
        if other.title.casefold() == title.casefold() and other.id != value_id:
            now = standing(workshop, other.id)
            if now in OFF_THE_TABLE:
                raise Refused(f"“{other.title}” is {now}. Reopen it to go on.", "reopen")
            raise Refused(f"“{other.title}” is on the table already.")
    if proposed_by and proposed_by not in workshop.organisations:
        raise Refused("That organisation is not a member of this workshop.")
    last = max((v.order for v in workshop.values.values()), default=0)
    order = order or (before.order if before else last + 1)
    text = tidy(text) or title
    if before and text != before.wording and latest_round(workshop, value_id):
        raise Refused("A round was held on this wording. Amend it, so that both are kept.", "amend")
    value_id, meaning = value_id or new_id(), tidy(meaning)
    return ValueProposed(value_id, title, text, order, proposed_by, test_day, meaning)


def move_value(workshop: Workshop, value: str, by: int) -> ValuesOrdered:
    """Take a value so many places later, or earlier where `by` is below nothing.

    The least contentious are taken first, so that the group learns to agree.
    """
    order = [v.id for v in on_the_table(workshop)]
    if value not in order:
        raise Refused("That value is no longer there.")
    at = order.index(value)
    to = min(max(at + by, 0), len(order) - 1)
    if to == at:
        title, end = workshop.values[value].title, "first" if by < 0 else "last"
        raise Refused(f"“{title}” is taken {end} already.")
    order.insert(to, order.pop(at))
    return ValuesOrdered(tuple(order))


def clarify(workshop: Workshop, value: str, meaning: str) -> ValueClarified:
    """Say what a value means, in one sentence."""
    on_table(workshop, value)
    return ValueClarified(value, wording(meaning, "Say what it means, in one sentence."))


def name_behaviours(
    workshop: Workshop, value: str, will: tuple[str, ...], will_not: tuple[str, ...]
) -> BehavioursNamed:
    """Make a value visible: behaviours that a stranger could film."""
    on_table(workshop, value)
    kept = tuple(filter(None, map(tidy, will)))
    refused = tuple(filter(None, map(tidy, will_not)))
    if not kept and not refused:
        raise Refused("Name at least one thing we will do, or will not.")
    return BehavioursNamed(value, kept, refused)


def amend(workshop: Workshop, value: str, text: str, by: str = "", why: str = "") -> ValueAmended:
    """Put forward a new wording, in answer to the last round."""
    found = on_table(workshop, value)
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
