"""What is told of a value itself: proposed, amended, put aside, rehearsed."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.chronicle.lines import Line, Moment
from facilitator.days import day_in_words
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

_LISTS = ("We will", "We will not")
_Lines = tuple[str, ...]


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
    """What we will do and will not, the first time; from then on only what became of which line."""
    was = moment.was
    before = (was.will, was.will_not) if was else ((), ())
    acts: list[str] = []
    said: list[str] = []
    for words, old, new in zip(_LISTS, before, (event.will, event.will_not), strict=True):
        act, lines = _moved_lines(words, old, new)
        acts += [act] if act else []
        said += lines
    first = not any(before)
    what = "made it visible" if first else "; ".join(acts) or "kept what we will do as it was"
    yield moment.line("", what, "\n".join(said))


def _moved_lines(words: str, old: _Lines, new: _Lines) -> tuple[str, list[str]]:
    """What became of a list, in a few words, and each line that it was about."""
    came = [each for each in new if each not in old]
    went = [each for each in old if each not in new]
    if len(old) == len(new) and came:
        # Each in the place of another: it was reworded.
        pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
        if len(pairs) == len(came):
            lines = [part for a, b in pairs for part in (f"{words}: {b}", f"It was: {a}")]
            return f"reworded what {words.lower()} do", lines
    lines = [f"{words}: {each}" for each in came] + [f"No longer: {each}" for each in went]
    if came and went:
        return f"changed what {words.lower()} do", lines
    if came or went:
        return f"{'added to' if came else 'took from'} what {words.lower()} do", lines
    return (f"put what {words.lower()} do in another order" if old != new else ""), []


def ordered(_moment: Moment, _event: ValuesOrdered) -> Iterator[Line]:
    """The order of all values says nothing of this one."""
    yield from ()


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
            back = f", to be back by {day_in_words(ending.return_by)}" if ending.return_by else ""
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


def marked(moment: Moment, event: ValueMarked) -> Iterator[Line]:
    """What was seen of it while a scenario was played."""
    verb = f"in play it {event.verdict}, at minute {event.minute}"
    yield moment.line("", verb, event.seen)


def change_dropped(moment: Moment, _event: ChangeDropped) -> Iterator[Line]:
    """A change that a rehearsal had asked for is not asked for any more."""
    yield moment.line("", "took the change off the list")


def change_proposed(moment: Moment, event: ChangeProposed) -> Iterator[Line]:
    """A change that a rehearsal asks for."""
    yield moment.line(event.owner, "is to bring a change to it, after the rehearsal", event.text)


def change_accepted(moment: Moment, event: ChangeAccepted) -> Iterator[Line]:
    """That change was accepted, and what it did to the value."""
    found = moment.then.values.get(moment.value)
    newest = found.revisions[-1].version if found and found.revisions else 1
    match event.how:
        case "will" | "will_not":
            where = "we will" if event.how == "will" else "we will not"
            said = f"accepted a line for “{where}” after the rehearsal: version {newest}"
            yield moment.line("", said, event.text)
        case "wording":
            said = "accepted other words after the rehearsal: a new round is to be held on them"
            before = moment.was.wording if moment.was else ""
            yield moment.line("", said, before=before, after=event.text)
            moment.told = event.text
        case _:
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
