"""A value's chronicle: how its wording moved, who moved it and why, in the order of what happened.

Made from the entries and never kept. Each kind of event has a small function that tells it; what
has none is told in its own words, so that a kind that is new here still has its place.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from facilitator.chronicle_words import (
    a_day,
    kind_in_words,
    named_in,
    own_words,
    says,
    tally_in_words,
)
from facilitator.decision import CATEGORIES, Code, Position, tally
from facilitator.events import Entry, Event, Undone
from facilitator.explain import explain
from facilitator.history import History, taken_back
from facilitator.rounds import (
    MandateConfirmed,
    PositionCameLate,
    PositionSettled,
    PositionsTaken,
    PositionTaken,
    Round,
    RoundLocked,
    RoundOpened,
    rounds_about,
)
from facilitator.stages.rehearsal.debriefing import (
    ChangeAccepted,
    ChangeProposed,
    ValueStrained,
)
from facilitator.stages.values import (
    BehavioursNamed,
    Value,
    ValueAmended,
    ValueClarified,
    ValueEnded,
    ValueProposed,
    ValueReopened,
)
from facilitator.workshop import Workshop


class Line(msgspec.Struct, frozen=True):
    """One line of a chronicle.

    `entry` is the id of the entry it tells of, and `at` the local minute (ISO 8601; empty where
    none was kept). `who` did `what`, and `why` holds the words that were said. A line in which the
    wording moved has the one `before` (empty for the first) and the one `after`. `code` is the
    position that an organisation came to, and `was` the one that it left.
    """

    entry: str
    at: str
    who: str
    what: str
    why: str = ""
    before: str = ""
    after: str = ""
    code: Code | None = None
    was: Code | None = None

    @property
    def day(self) -> str:
        """The local date (ISO 8601)."""
        return self.at[:10]

    @property
    def minute(self) -> str:
        """The time of day ("14:30")."""
        return self.at[11:16]

    def spoken(self) -> str:
        """The line as a sentence, for a screen reader."""
        said = [f"{self.minute} {self.who}: {self.what}".strip(" :"), self.why]
        if self.after:
            said.append(f"The wording: {self.after}")
        return ". ".join(part.rstrip(".") for part in said if part)


@dataclass
class _Moment:
    """What the telling of one entry may look at.

    `now` is the workshop as it stands today, for names; `then` as it stood after the entry. `was`
    is the value before it, and `asked` the round that it names. `said` holds, by organisation,
    the entry of its last position in the round that is open.
    """

    value: str
    now: Workshop
    then: Workshop
    entry: Entry
    was: Value | None = None
    asked: Round | None = None
    said: dict[str, Entry] = field(default_factory=dict)
    told: str = ""

    def name(self, who: str) -> str:
        """An organisation's or a person's name, or the words themselves."""
        return self.now.person(self.now.organisation_name(who))

    def line(self, who: str, what: str, why: str = "", **more: Any) -> Line:
        """A line of this entry; without anybody named it was done in the entry's seat."""
        at = local_minute(self.entry.at)
        return Line(self.entry.id, at, self.name(who) or self.entry.by, what, why, **more)


Tell = Callable[[_Moment, Any], Iterator[Line]]


def chronicle(history: History, value: str) -> list[Line]:
    """What happened to a value, oldest first; nothing for a value that is not there.

    What was taken back is left out. It never fails, whatever kinds of event it meets.
    """
    gone = taken_back(history.entries)
    moment = _Moment(value, history.workshop, Workshop(), Entry("", "", 0, "", "", Undone("")))
    kin = {value}
    placed: list[tuple[str, int, Line]] = []
    for entry in history.entries:
        event = entry.event
        if entry.id in gone or isinstance(event, Undone):
            continue
        about = not kin.isdisjoint(named_in(event))
        moment.entry = entry
        moment.was = moment.then.values.get(value) if about else None
        event.apply(moment.then)
        if about:
            kin.update(_kin_of(event))
            moment.asked = moment.then.rounds.get(getattr(event, "round", ""))
            lines = TOLD.get(type(event), _in_its_own_words)(moment, event)
            placed += [(line.entry, at, line) for at, line in enumerate(lines, len(placed))]
    if value not in moment.then.values:
        return []
    placed += [(line.entry, len(placed), line) for line in _still_open(moment)]
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


def local_minute(at: str) -> str:
    """The minute of an entry's time, as the clock on the wall showed it; empty when it has none."""
    try:
        moment = datetime.datetime.fromisoformat(at)
    except ValueError:
        return ""
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")


def _kin_of(event: Event) -> Iterator[str]:
    """Ids of what belongs to the value from this event on: events that name them are about it."""
    if isinstance(event, RoundOpened | ValueAmended | ChangeProposed):
        yield event.id


def _in_its_own_words(moment: _Moment, event: Event) -> Iterator[Line]:
    """What no function here knows: who did it, its kind, and the words that it carries."""
    who = next((w for name in ("organisation", "by", "member") if (w := _text(event, name))), "")
    yield moment.line(who, kind_in_words(event), own_words(event, set(_ids(moment))))


def _text(event: Event, name: str) -> str:
    held = getattr(event, name, "")
    return held if isinstance(held, str) else ""


def _ids(moment: _Moment) -> Iterator[str]:
    """Ids that are no words: those of the value, its rounds, and of whom it names."""
    yield moment.value
    yield from moment.then.rounds
    yield from moment.now.organisations
    yield from moment.now.members
    yield from moment.then.rehearsals


def _proposed(moment: _Moment, event: ValueProposed) -> Iterator[Line]:
    tested = f"It would be tested on: {event.test_day}" if event.test_day else ""
    was = moment.was
    if was is None:
        yield moment.line(event.proposed_by, "proposed it", tested, after=event.wording)
        moment.told = event.wording
        return
    changed = [f"renamed it, from “{was.title}” to “{event.title}”"] * (was.title != event.title)
    if was.proposed_by != event.proposed_by:
        changed.append(f"put right who proposed it: {moment.name(event.proposed_by) or 'nobody'}")
    if was.order != event.order:
        changed.append("moved it in the list")
    moved = was.wording != event.wording
    if moved:
        changed.append("put the wording right")
    if was.test_day != event.test_day:
        changed.append("named the day that would test it" if event.test_day else "named no day")
    yield moment.line(
        "",
        "; ".join(changed) or "kept it as it was",
        tested if was.test_day != event.test_day else "",
        before=was.wording if moved else "",
        after=event.wording if moved else "",
    )
    moment.told = event.wording


def _clarified(moment: _Moment, event: ValueClarified) -> Iterator[Line]:
    yield moment.line("", "said what it means", event.meaning)


def _made_visible(moment: _Moment, event: BehavioursNamed) -> Iterator[Line]:
    said = [f"We will: {'; '.join(event.will)}."] if event.will else []
    said += [f"We will not: {'; '.join(event.will_not)}."] if event.will_not else []
    yield moment.line("", "made it visible", "\n".join(said))


def _amended(moment: _Moment, event: ValueAmended) -> Iterator[Line]:
    revised = moment.then.rounds.get(event.revises)
    before = revised.wording if revised else moment.was.wording if moment.was else ""
    answering = f", in answer to round {revised.number}" if revised else ""
    what = f"amended the wording{answering}"
    yield moment.line(event.by, what, event.why, before=before, after=event.wording)
    moment.told = event.wording


def _opened(moment: _Moment, event: RoundOpened) -> Iterator[Line]:
    opened = moment.then.rounds.get(event.id)
    if opened is None or event.subject != moment.value:
        return
    moment.said = {}
    new = event.wording != moment.told
    what = f"opened round {opened.number}{' on this wording' if new else ''}"
    yield moment.line("", what, before=moment.told if new else "", after=event.wording * new)
    moment.told = event.wording


def _heard(moment: _Moment, event: PositionTaken | PositionsTaken) -> Iterator[Line]:
    """Told when the round is locked: until then a position may be taken anew."""
    several = event.organisations if isinstance(event, PositionsTaken) else (event.organisation,)
    for organisation in several:
        moment.said[organisation] = moment.entry
    yield from ()


def _locked(moment: _Moment, event: RoundLocked) -> Iterator[Line]:
    """Who moved, what was said, and what came of it."""
    asked = moment.asked
    if asked is None or asked.result is None or asked.at != event.at:
        return
    yield from _positions(moment, asked)
    counted = tally_in_words(tally(asked.positions))
    made = moment.line("", f"locked round {asked.number}: {counted}", explain(moment.then, asked))
    yield msgspec.structs.replace(made, at=local_minute(event.at) or made.at)
    moment.said = {}


def _positions(moment: _Moment, asked: Round) -> Iterator[Line]:
    """Each organisation that moved since the round before, or said something, at its own time."""
    every = rounds_about(moment.then, moment.value)
    earlier: Mapping[str, Position] = {}
    if asked.number > 1 and asked.number - 2 < len(every):
        earlier = every[asked.number - 2].standing()
    locked = moment.entry
    for organisation, position in asked.positions.items():
        before = earlier.get(organisation)
        moved = before is not None and before.code != position.code
        said = position.text if before is None or before.text != position.text else ""
        if not moved and not said and (before is not None or position.code in ("agree", "absent")):
            continue
        # Somebody who had spoken and was gone at the lock was made absent by it.
        here = position.code != "absent"
        moment.entry = moment.said.get(organisation, locked) if here else locked
        left = f"{says(before.code)} → " if moved and before else ""
        yield moment.line(
            organisation,
            left + _says(position),
            _quoted(said),
            code=position.code,
            was=before.code if moved and before else None,
        )
    moment.entry = locked


def _says(position: Position) -> str:
    category = CATEGORIES.get(position.category, "")
    return f"{says(position.code)} ({category})" if category else says(position.code)


def _quoted(text: str) -> str:
    return f"“{text}”" if text else ""


def _settled(moment: _Moment, event: PositionSettled) -> Iterator[Line]:
    position = moment.asked.positions.get(event.organisation) if moment.asked else None
    if position is None or moment.asked is None:
        return
    what = "has the answer to its question" if position.code == "need_more" else ""
    what = what or "says that its objection is resolved"
    yield moment.line(event.organisation, f"{what}, round {moment.asked.number}", event.how)


def _came_late(moment: _Moment, event: PositionCameLate) -> Iterator[Line]:
    asked = moment.asked
    if asked is None:
        return
    said = _says(Position(event.organisation, event.code, event.text, event.category))
    earlier = asked.positions.get(event.organisation)
    yield moment.line(
        event.organisation,
        f"gave its position on round {asked.number} late, on {a_day(event.date)}: {said}",
        _quoted(event.text),
        code=event.code,
        was=earlier.code if earlier else None,
    )
    if event.code in ("object", "need_more"):
        yield moment.line("", f"round {asked.number}, heard late", explain(moment.then, asked))


def _confirmed(moment: _Moment, event: MandateConfirmed) -> Iterator[Line]:
    if moment.asked is not None:
        what = f"confirmed on {a_day(event.date)} what was said for it in round"
        yield moment.line(event.organisation, f"{what} {moment.asked.number}")


def _ended(moment: _Moment, event: ValueEnded) -> Iterator[Line]:
    ending = event.ending
    if event.id != moment.value:
        other = moment.then.values.get(event.id)
        title = other.title if other else "another value"
        yield moment.line("", f"merged “{title}” into it", ending.reason)
        return
    match ending.kind:
        case "parked":
            back = f", to be back by {a_day(ending.return_by)}" if ending.return_by else ""
            yield moment.line("", f"parked it with {moment.name(ending.by)}{back}", ending.reason)
        case "merged":
            into = moment.then.values.get(ending.into)
            title = f"“{into.title}”" if into else "another value"
            yield moment.line("", f"merged it into {title}", ending.reason)
        case _:
            yield moment.line(ending.by, "withdrew it", ending.reason)


def _reopened(moment: _Moment, event: ValueReopened) -> Iterator[Line]:
    yield moment.line("", "put it back on the table", event.reason)


def _strained(moment: _Moment, event: ValueStrained) -> Iterator[Line]:
    found = moment.then.rehearsals.get(event.rehearsal)
    when = "" if event.minute is None else f", at minute {event.minute}"
    title = f" “{found.pack.title}”" if found else ""
    yield moment.line("", f"rehearsed{title}: it {event.verdict}{when}", event.moment)


def _change_proposed(moment: _Moment, event: ChangeProposed) -> Iterator[Line]:
    yield moment.line(event.owner, "is to bring a change to it, after the rehearsal", event.text)


def _change_accepted(moment: _Moment, _event: ChangeAccepted) -> Iterator[Line]:
    yield moment.line("", "accepted the change that a rehearsal had asked for")


def _still_open(moment: _Moment) -> Iterator[Line]:
    """Where an open round stands; nothing when none is open."""
    every = rounds_about(moment.then, moment.value)
    if every and every[-1].is_open:
        moment.entry = max(moment.said.values(), key=lambda e: e.id, default=moment.entry)
        heard = tally_in_words(tally(every[-1].positions)) or "nobody has been heard yet"
        yield moment.line("", f"round {every[-1].number} is open: {heard}")


TOLD: dict[type[Event], Tell] = {
    ValueProposed: _proposed,
    ValueClarified: _clarified,
    BehavioursNamed: _made_visible,
    ValueAmended: _amended,
    RoundOpened: _opened,
    PositionTaken: _heard,
    PositionsTaken: _heard,
    RoundLocked: _locked,
    PositionSettled: _settled,
    PositionCameLate: _came_late,
    MandateConfirmed: _confirmed,
    ValueEnded: _ended,
    ValueReopened: _reopened,
    ValueStrained: _strained,
    ChangeProposed: _change_proposed,
    ChangeAccepted: _change_accepted,
}
"""How each kind of event is told; a kind that is missing here is told in its own words."""
