"""What is told of a value itself: proposed, amended, put aside, rehearsed."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.chronicle.lines import Line, Moment
from facilitator.chronicle.words import a_day
from facilitator.stages.gather import InterestDeclared
from facilitator.stages.rehearsal.debriefing import (
    ChangeAccepted,
    ChangeProposed,
    ValueStrained,
)
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
)
from facilitator.trio import TrioBegan, TrioReported


def proposed(moment: Moment, event: ValueProposed) -> Iterator[Line]:
    """Proposed, with its wording; or put right."""
    tested = f"It would be tested on: {event.test_day}" if event.test_day else ""
    was = moment.was
    if was is None:
        meant = f"It means: {event.meaning}" if event.meaning else ""
        why = "\n".join(part for part in (meant, tested) if part)
        yield moment.line(event.proposed_by, "proposed it", why, after=event.wording)
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


def clarified(moment: Moment, event: ValueClarified) -> Iterator[Line]:
    """What it means."""
    yield moment.line("", "said what it means", event.meaning)


def made_visible(moment: Moment, event: BehavioursNamed) -> Iterator[Line]:
    """What we will do, and will not."""
    said = [f"We will: {'; '.join(event.will)}."] if event.will else []
    said += [f"We will not: {'; '.join(event.will_not)}."] if event.will_not else []
    yield moment.line("", "made it visible", "\n".join(said))


def amended(moment: Moment, event: ValueAmended) -> Iterator[Line]:
    """A new wording, beside the one that it revises."""
    revised = moment.then.rounds.get(event.revises)
    before = revised.wording if revised else moment.was.wording if moment.was else ""
    answering = f", in answer to round {revised.number}" if revised else ""
    what = f"amended the wording{answering}"
    yield moment.line(event.by, what, event.why, before=before, after=event.wording)
    moment.told = event.wording


def ended(moment: Moment, event: ValueEnded) -> Iterator[Line]:
    """Parked, merged or withdrawn; or another was merged into it."""
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


def reopened(moment: Moment, event: ValueReopened) -> Iterator[Line]:
    """Put back on the table."""
    yield moment.line("", "put it back on the table", event.reason)


def strained(moment: Moment, event: ValueStrained) -> Iterator[Line]:
    """What a rehearsal did to it."""
    found = moment.then.rehearsals.get(event.rehearsal)
    when = "" if event.minute is None else f", at minute {event.minute}"
    title = f" “{found.pack.title}”" if found else ""
    yield moment.line("", f"rehearsed{title}: it {event.verdict}{when}", event.moment)


def change_proposed(moment: Moment, event: ChangeProposed) -> Iterator[Line]:
    """A change that a rehearsal asks for."""
    yield moment.line(event.owner, "is to bring a change to it, after the rehearsal", event.text)


def change_accepted(moment: Moment, _event: ChangeAccepted) -> Iterator[Line]:
    """That change was accepted."""
    yield moment.line("", "accepted the change that a rehearsal had asked for")


def trio_began(moment: Moment, event: TrioBegan) -> Iterator[Line]:
    """Three went off to find a change."""
    others = f"{moment.name(event.proposer)} and {moment.name(event.neutral)}"
    yield moment.line(event.objector, f"went off with {others} to find a change that would work")


def trio_reported(moment: Moment, event: TrioReported) -> Iterator[Line]:
    """What they came back with."""
    found = moment.then.trios.get(event.id)
    yield moment.line(found.objector if found else "", "came back with", event.brought)


def interest(moment: Moment, event: InterestDeclared) -> Iterator[Line]:
    """A member declared an interest in it."""
    said = "\n".join(part for part in (event.interest, event.action) if part)
    yield moment.line(event.member, "declared an interest", said)


def cost(moment: Moment, event: CostNamed) -> Iterator[Line]:
    """What it will cost an organisation."""
    yield moment.line(event.organisation, f"named what it will cost: {event.price}", event.text)


def cost_dropped(moment: Moment, _event: CostDropped) -> Iterator[Line]:
    """A cost does not stand any more."""
    yield moment.line("", "noted that a cost named for it does not stand any more")


def untested(moment: Moment, _event: ValueFoundUntested) -> Iterator[Line]:
    """Nobody could name its cost."""
    yield moment.line("", "noted that it is untested: nobody could say what it will cost")
