"""Changing the paper: what a rehearsal changes in the agreement, and what accepting it opens.

Accepting a change opens its target: a line is added to a value's behaviours, which makes it the
value's next version; other words for a value put it back on the table for a round; another
statement is a new draft of the purpose; a commitment stands in the commitments stage to be written.
What had been agreed stays in the history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused, new_id
from facilitator.stages.purpose import PurposeDrafted, adopted, draft
from facilitator.stages.rehearsal.state import (
    Change,
    ChangeKind,
    Rehearsal,
    change_rehearsal,
    rehearsal_of,
)
from facilitator.stages.values.revising import add_behaviour, may_be_revised, put_other_words
from facilitator.wording import a_date, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class ChangeProposed(Event, frozen=True, tag="rehearsal.change_proposed"):
    """A change to the agreement was proposed, or its words were put right."""

    rehearsal: str
    id: str
    target: str
    text: str
    owner: str = ""
    due: str = ""
    how: ChangeKind = ""
    lesson: str = ""

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            before = found.changes.get(self.id)
            change = Change(
                self.id,
                self.target,
                self.text,
                self.owner,
                self.due,
                before.accepted if before else False,
                self.how,
                self.lesson,
                before.opened if before else "",
            )
            change_rehearsal(workshop, found.id, changes={**found.changes, self.id: change})


class ChangeDropped(Event, frozen=True, tag="rehearsal.change_dropped"):
    """A proposed change was taken off the list; what accepting one opened stays."""

    rehearsal: str
    id: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            left = {key: change for key, change in found.changes.items() if key != self.id}
            change_rehearsal(workshop, found.id, changes=left)


class ChangeAccepted(Event, frozen=True, tag="rehearsal.change_accepted"):
    """The group accepted a proposed change, in these words: its target is opened.

    One that does not say how, as files from before have it, was only accepted. `opened` is the id
    of the amendment or the draft that it makes.
    """

    rehearsal: str
    id: str
    how: ChangeKind = ""
    text: str = ""
    opened: str = ""

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None or self.id not in found.changes:
            return
        change = found.changes[self.id]
        accepted = msgspec.structs.replace(
            change, accepted=True, how=self.how or change.how, opened=self.opened
        )
        change_rehearsal(workshop, found.id, changes={**found.changes, self.id: accepted})
        if change.accepted:
            return
        why = f"After the rehearsal “{found.pack.title}”"
        match self.how:
            case "will" | "will_not":
                add_behaviour(workshop, change.target, self.how, self.text, why)
            case "wording":
                put_other_words(workshop, change.target, self.opened, self.text, why)
            case "statement":
                PurposeDrafted(self.opened, self.text, _based_on(workshop)).apply(workshop)


class NothingToChange(Event, frozen=True, tag="rehearsal.nothing_to_change"):
    """The group said why nothing on paper needs to change; without words it is open again."""

    rehearsal: str
    reason: str

    def apply(self, workshop: Workshop) -> None:
        change_rehearsal(workshop, self.rehearsal, unchanged=self.reason)


def propose_change(
    workshop: Workshop,
    rehearsal: str,
    target: str,
    text: str,
    owner: str = "",
    due: str = "",
    change_id: str = "",
    today: str = "",
    how: ChangeKind = "",
    lesson: str = "",
) -> ChangeProposed:
    """Propose a change to a value, the purpose or the commitments; not for a day that is past.

    With the id of an earlier one, put it right while it has not been accepted.
    """
    found = rehearsal_of(workshop, rehearsal)
    before = found.changes.get(change_id)
    if before is not None and before.accepted:
        raise Refused("It has been accepted. Propose another change instead.")
    if target not in ("purpose", "commitments") and target not in workshop.values:
        raise Refused("What does it change: a value, the purpose or the commitments?")
    if how not in ways_for(target):
        raise Refused("A change of that sort has another target.")
    text = wording(text, "What should change?")
    due = a_date(due, "Name a date.", today, before.due if before else "") if due else ""
    return ChangeProposed(rehearsal, change_id or new_id(), target, text, owner, due, how, lesson)


def ways_for(target: str) -> tuple[ChangeKind, ...]:
    """How a target may change; a value in three ways, of which one has to be chosen."""
    match target:
        case "purpose":
            return ("", "statement")
        case "commitments":
            return ("", "commitment")
        case _:
            return ("", "will", "will_not", "wording")


def drop_change(workshop: Workshop, rehearsal: str, change: str) -> ChangeDropped:
    """Take a proposed change off the list; one that was accepted can be taken back instead."""
    known = rehearsal_of(workshop, rehearsal).changes.get(change)
    if known is None:
        raise Refused("That change is no longer there.")
    if known.accepted:
        raise Refused("It has been accepted. Take the acceptance back first.")
    return ChangeDropped(rehearsal, change)


def accept_change(
    workshop: Workshop,
    rehearsal: str,
    change: str,
    how: ChangeKind = "",
    text: str = "",
    opened_id: str = "",
) -> ChangeAccepted:
    """Accept a proposed change and open its target; how and in which words may be settled now."""
    found = rehearsal_of(workshop, rehearsal)
    known = found.changes.get(change)
    if known is None:
        raise Refused("That change is no longer there.")
    if known.accepted:
        raise Refused("It has been accepted already.")
    how = how or known.how or _only_way(known.target)
    words = tidy(text) or known.text
    if not how:
        title = workshop.values[known.target].title if known.target in workshop.values else ""
        raise Refused(
            f"How does it change “{title}”: a line to “we will”, a line to “we will not”, or other "
            "words?",
            "how",
        )
    if how not in ways_for(known.target):
        raise Refused("A change of that sort has another target.")
    opened = ""
    match how:
        case "will" | "will_not":
            may_be_revised(workshop, known.target)
        case "wording":
            may_be_revised(workshop, known.target, words)
            opened = opened_id or new_id()
        case "statement":
            opened = draft(workshop, words, _based_on(workshop), draft_id=opened_id).id
    return ChangeAccepted(rehearsal, change, how, words, opened)


def change_nothing(workshop: Workshop, rehearsal: str, reason: str) -> NothingToChange:
    """Say why nothing on paper needs to change; empty words take that back."""
    rehearsal_of(workshop, rehearsal)
    return NothingToChange(rehearsal, tidy(reason))


def still_to_settle(found: Rehearsal) -> str:
    """What the rehearsal still owes before it is done, in a sentence; nothing when it is done."""
    if any(change.owner for change in found.changes.values()) or found.unchanged:
        return ""
    if found.changes:
        return "No change has an owner yet. Name one, or say why nothing needs to change."
    return "No change is proposed yet. One with an owner is enough, or a reason why there is none."


def _based_on(workshop: Workshop) -> str:
    """The draft that another statement starts from: the adopted one, else the newest."""
    based_on = adopted(workshop)
    return based_on.id if based_on else next(reversed(workshop.drafts), "")


def _only_way(target: str) -> ChangeKind:
    named = ways_for(target)[1:]
    return named[0] if len(named) == 1 else ""
