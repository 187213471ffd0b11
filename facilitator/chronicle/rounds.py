"""What is told of a value's rounds: who stood where, who moved, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from facilitator.afterwards import MandateConfirmed, PositionCameLate, PositionCorrected
from facilitator.answering import ObjectionTested, PositionSettled, RemedyNamed
from facilitator.chronicle.lines import Line, Moment, local_minute
from facilitator.chronicle.words import says, tally_in_words
from facilitator.days import day_in_words
from facilitator.decision import CATEGORIES, Position, tally
from facilitator.explain import explain
from facilitator.gradients import SAID
from facilitator.hands import HandsShown
from facilitator.rounds import (
    PositionsTaken,
    PositionTaken,
    Round,
    RoundLocked,
    RoundOpened,
    rounds_about,
)


def opened(moment: Moment, event: RoundOpened) -> Iterator[Line]:
    """A round was opened."""
    found = moment.then.rounds.get(event.id)
    if found is None or event.subject != moment.value:
        return
    moment.said = {}
    new = event.wording != moment.told
    what = f"opened round {found.number}{' on this wording' if new else ''}"
    yield moment.line("", what, before=moment.told if new else "", after=event.wording * new)
    moment.told = event.wording


def heard(moment: Moment, event: PositionTaken | PositionsTaken) -> Iterator[Line]:
    """Told when the round is locked: until then a position may be taken anew."""
    several = event.organisations if isinstance(event, PositionsTaken) else (event.organisation,)
    for organisation in several:
        moment.said[organisation] = moment.entry
    yield from ()


def locked(moment: Moment, event: RoundLocked) -> Iterator[Line]:
    """Who moved, what was said, and what came of it."""
    asked = moment.asked
    if asked is None or asked.result is None or asked.at != event.at:
        return
    yield from _positions(moment, asked)
    counted = tally_in_words(tally(asked.positions))
    made = moment.line("", f"locked round {asked.number}: {counted}", explain(moment.then, asked))
    yield msgspec.structs.replace(made, at=local_minute(event.at) or made.at)
    moment.said = {}


def _positions(moment: Moment, asked: Round) -> Iterator[Line]:
    """Each organisation that moved since the round before, or said something, at its own time."""
    every = rounds_about(moment.then, moment.value)
    earlier: Mapping[str, Position] = {}
    if asked.number > 1 and asked.number - 2 < len(every):
        earlier = every[asked.number - 2].standing()
    lock = moment.entry
    for organisation, position in asked.positions.items():
        before = earlier.get(organisation)
        moved = before is not None and before.code != position.code
        said = position.text if before is None or before.text != position.text else ""
        if not moved and not said and (before is not None or position.code in ("agree", "absent")):
            continue
        # Somebody who had spoken and was gone at the lock was made absent by it.
        here = position.code != "absent"
        moment.entry = moment.said.get(organisation, lock) if here else lock
        left = f"{says(before.code)} → " if moved and before else ""
        yield moment.line(
            organisation,
            left + _says(position),
            _words(said, position.would_work),
            code=position.code,
            was=before.code if moved and before else None,
        )
    moment.entry = lock


def _says(position: Position) -> str:
    category = CATEGORIES.get(position.category, "")
    scale = SAID.get(position.gradient, "") if position.gradient else ""
    more = ", ".join(part for part in (scale, category) if part)
    return f"{says(position.code)} ({more})" if more else says(position.code)


def _words(text: str, would_work: str) -> str:
    """What was said, and what would make it work."""
    wanted = f"It would work with: {would_work}" if would_work else ""
    return "\n".join(part for part in (_quoted(text), wanted) if part)


def _quoted(text: str) -> str:
    return f"“{text}”" if text else ""


def settled(moment: Moment, event: PositionSettled) -> Iterator[Line]:
    """An objection was resolved, or a question answered."""
    position = moment.asked.positions.get(event.organisation) if moment.asked else None
    if position is None or moment.asked is None:
        return
    what = "has the answer to its question" if position.code == "need_more" else ""
    what = what or "says that its objection is resolved"
    yield moment.line(event.organisation, f"{what}, round {moment.asked.number}", event.how)


def came_late(moment: Moment, event: PositionCameLate) -> Iterator[Line]:
    """A position after the lock."""
    asked = moment.asked
    if asked is None:
        return
    said = _says(Position(event.organisation, event.code, event.text, event.category))
    earlier = asked.positions.get(event.organisation)
    yield moment.line(
        event.organisation,
        f"gave its position on round {asked.number} late, on {day_in_words(event.date)}: {said}",
        _words(event.text, event.would_work),
        code=event.code,
        was=earlier.code if earlier else None,
    )
    if event.code in ("object", "need_more"):
        yield moment.line(
            "", f"heard what came late on round {asked.number}", explain(moment.then, asked)
        )


def confirmed(moment: Moment, event: MandateConfirmed) -> Iterator[Line]:
    """A mandate was confirmed."""
    if moment.asked is not None:
        what = f"confirmed on {day_in_words(event.date)} what was said for it in round"
        yield moment.line(event.organisation, f"{what} {moment.asked.number}")


def corrected(moment: Moment, event: PositionCorrected) -> Iterator[Line]:
    """A locked round was put right, for a reason, and what comes of it now."""
    asked = moment.asked
    if asked is None or not asked.corrections:
        return
    change = asked.corrections[-1]
    yield moment.line(
        event.organisation,
        f"had its position on round {asked.number} corrected, on {day_in_words(event.date)}: "
        f"{says(change.before.code)} → {_says(change.after)}",
        "\n".join(part for part in (event.why, _words(event.text, event.would_work)) if part),
        code=event.code,
        was=change.before.code,
    )
    yield moment.line("", f"counted round {asked.number} again", explain(moment.then, asked))


def hands(moment: Moment, event: HandsShown) -> Iterator[Line]:
    """Hands were counted."""
    if moment.asked is not None:
        counted = tally_in_words(dict(event.counts.items())) or "none"
        yield moment.line("", f"counted hands in round {moment.asked.number}: {counted}")


def remedy(moment: Moment, event: RemedyNamed) -> Iterator[Line]:
    """The smallest change that would do."""
    yield moment.line(event.organisation, "said what would make it work", event.would_work)


def tested(moment: Moment, event: ObjectionTested) -> Iterator[Line]:
    """The group asked whether an objection is one."""
    whose = f"the objection of {moment.name(event.organisation)}"
    verdict = "is none that blocks" if event.not_valid else "stands"
    yield moment.line("", f"noted what the group found: {whose} {verdict}", event.not_valid)


def still_open(moment: Moment) -> Iterator[Line]:
    """Where an open round stands; nothing when none is open."""
    every = rounds_about(moment.then, moment.value)
    if every and every[-1].is_open:
        moment.entry = moment.last
        heard = tally_in_words(tally(every[-1].positions)) or "nobody has been heard yet"
        yield moment.line("", f"has round {every[-1].number} open: {heard}")
