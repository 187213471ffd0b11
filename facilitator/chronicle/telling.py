"""Telling a value's chronicle: which function tells which kind of event, and all in order."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.afterwards import MandateConfirmed, PositionCameLate, PositionCorrected
from facilitator.answering import ObjectionTested, PositionSettled, RemedyNamed
from facilitator.chronicle import rounds, values
from facilitator.chronicle.lines import Line, Moment, Tell
from facilitator.chronicle.words import kind_in_words, named_in, own_words
from facilitator.effect import effect
from facilitator.events import Event
from facilitator.hands import HandsShown
from facilitator.history import History
from facilitator.rounds import PositionsTaken, PositionTaken, RoundLocked, RoundOpened
from facilitator.stages.gather import InterestDeclared
from facilitator.stages.rehearsal.changing import ChangeAccepted, ChangeDropped, ChangeProposed
from facilitator.stages.rehearsal.debriefing import ValueStrained
from facilitator.stages.rehearsal.observing import ValueMarked
from facilitator.stages.values import (
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
from facilitator.trio import TrioBegan, TrioReported
from facilitator.workshop import Workshop


def chronicle(history: History, value: str) -> list[Line]:
    """What happened to a value, oldest first; nothing for a value that is not there.

    What was taken back is left out. It never fails, whatever kinds of event it meets.
    """
    moment = Moment(value, history.workshop, Workshop())
    kin = {value}
    placed: list[tuple[str, int, Line]] = []
    for entry in effect(history.entries).entries:
        event = entry.event
        about = not kin.isdisjoint(named_in(event))
        moment.entry = entry
        moment.was = moment.then.values.get(value) if about else None
        event.apply(moment.then)
        if about:
            moment.last = entry
            kin.update(_kin_of(event))
            moment.asked = moment.then.rounds.get(getattr(event, "round", ""))
            lines = TOLD.get(type(event), _in_its_own_words)(moment, event)
            placed += [(line.entry, at, line) for at, line in enumerate(lines, len(placed))]
    if value not in moment.then.values:
        return []
    placed += [(line.entry, len(placed), line) for line in rounds.still_open(moment)]
    return [line for _, _, line in sorted(placed, key=lambda each: each[:2])]


def value_of(event: Event, workshop: Workshop) -> str:
    """The id of the value that an event is about, in a workshop that has it; or nothing."""
    for name in named_in(event):
        if name in workshop.values:
            return name
        asked = workshop.rounds.get(name)
        if asked is not None and asked.subject in workshop.values:
            return asked.subject
    return ""


def _kin_of(event: Event) -> Iterator[str]:
    """Ids of what belongs to the value from this event on: events that name them are about it."""
    if isinstance(event, RoundOpened | ValueAmended | TrioBegan | ChangeProposed):
        yield event.id


def _in_its_own_words(moment: Moment, event: Event) -> Iterator[Line]:
    """What no function here knows: who did it, its kind, and the words that it carries."""
    who = next((w for name in ("organisation", "by", "member") if (w := _text(event, name))), "")
    yield moment.line(who, kind_in_words(event), own_words(event, set(_ids(moment))))


def _text(event: Event, name: str) -> str:
    held = getattr(event, name, "")
    return held if isinstance(held, str) else ""


def _ids(moment: Moment) -> Iterator[str]:
    """Ids that are no words: those of the value, its rounds, and of whom it names."""
    yield moment.value
    yield from moment.then.rounds
    yield from moment.now.organisations
    yield from moment.now.members
    yield from moment.then.rehearsals


TOLD: dict[type[Event], Tell] = {
    ValueProposed: values.proposed,
    ValueClarified: values.clarified,
    BehavioursNamed: values.made_visible,
    ValueAmended: values.amended,
    ValuesOrdered: values.ordered,
    RoundOpened: rounds.opened,
    PositionTaken: rounds.heard,
    PositionsTaken: rounds.heard,
    RoundLocked: rounds.locked,
    PositionSettled: rounds.settled,
    PositionCameLate: rounds.came_late,
    MandateConfirmed: rounds.confirmed,
    PositionCorrected: rounds.corrected,
    HandsShown: rounds.hands,
    RemedyNamed: rounds.remedy,
    ObjectionTested: rounds.tested,
    TrioBegan: values.trio_began,
    TrioReported: values.trio_reported,
    InterestDeclared: values.interest,
    CostNamed: values.cost,
    CostDropped: values.cost_dropped,
    ValueFoundUntested: values.untested,
    ValueEnded: values.ended,
    ValueReopened: values.reopened,
    ValueStrained: values.strained,
    ValueMarked: values.marked,
    ChangeDropped: values.change_dropped,
    ChangeProposed: values.change_proposed,
    ChangeAccepted: values.change_accepted,
}
"""How each kind of event is told; a kind that is missing here is told in its own words."""
