"""The value in hand, how a value's standing is said, and how its wording moved."""

from typing import Literal

from facilitator.days import short_day
from facilitator.decision import AGREED
from facilitator.rounds import Round, latest_round, rounds_about
from facilitator.stages.values import CLOSED, Value, on_the_table, standing
from facilitator.stages.values.state import Revision
from facilitator.trio import Trio, trio_back
from facilitator.wording import joined
from facilitator.workshop import Workshop

_LONGEST = 220
"""Letters of what was brought back that stand on the page; all of them are in the history."""

Mark = Literal["done", "now", "open", "parked", "gone"]
"""How a value stands in a list: agreed, in negotiation, still to come, put aside for another day,
or gone into another or altogether."""

_WORDS = {
    "proposed": "proposed",
    "clarified": "clarified",
    "behaviours": "made visible",
    "not_agreed": "not agreed yet",
    "amended": "amended",
    "reopened": "reopened",
    "agreed": "agreed",
    "agreed_with_reservations": "with reservations",
    "agreed_not_unanimous": "not unanimous",
    "parked": "parked",
    "merged": "merged",
    "withdrawn": "withdrawn",
}
_KINDS = {"will": "we will", "will_not": "we will not", "wording": "other words"}
_PROVISIONAL = {
    "agreed": "agreed, provisionally",
    "agreed_with_reservations": "with reservations, provisionally",
    "agreed_not_unanimous": "not unanimous, provisionally",
}
"""How it is said while an organisation has still to confirm its mandate."""

_MARKS: dict[str, Mark] = {
    "agreed": "done",
    "agreed_with_reservations": "done",
    "agreed_not_unanimous": "done",
    "round": "now",
    "not_agreed": "now",
    "amended": "now",
    "reopened": "now",
    "parked": "parked",
    "merged": "gone",
    "withdrawn": "gone",
}


def in_hand(workshop: Workshop, value: str) -> Value | None:
    """The value of that id; else that of the open round, the first not closed, or the first.

    After a restart nothing is chosen: the room goes on where its round was left.
    """
    if value in workshop.values:
        return workshop.values[value]
    for asked in reversed(workshop.rounds.values()):
        about = workshop.values.get(asked.subject)
        if asked.is_open and about is not None and about.ending is None:
            return about
    everything = on_the_table(workshop)
    going_on = (v for v in everything if standing(workshop, v.id) not in CLOSED)
    return next(going_on, everything[0] if everything else None)


def following(workshop: Workshop, value: str, by: int = 1) -> str:
    """The id of the value so many places down the list, round the end; empty without any."""
    order = [v.id for v in on_the_table(workshop)]
    if not order:
        return ""
    return order[(order.index(value) + by) % len(order)] if value in order else order[0]


def next_open(workshop: Workshop, value: str) -> Value | None:
    """The next value after this one that is not closed, round the end; None when all are."""
    order = [v.id for v in on_the_table(workshop)]
    at = order.index(value) + 1 if value in order else 0
    for each in order[at:] + order[:at]:
        if each != value and standing(workshop, each) not in CLOSED:
            return workshop.values[each]
    return None


def standing_words(workshop: Workshop, value: str) -> str:
    """Where a value stands, in a word or two."""
    now = standing(workshop, value)
    last = latest_round(workshop, value)
    if now == "round" and last is not None:
        return f"round {last.number}"
    if now in AGREED and last is not None and last.provisional:
        # Nobody may read "agreed" while a mandate can still undo it.
        return _PROVISIONAL[now]
    return _WORDS[now]


def mark(workshop: Workshop, value: str) -> Mark:
    """The mark that stands before a value in a list."""
    return _MARKS.get(standing(workshop, value), "open")


def wording_before(workshop: Workshop, value: Value) -> str:
    """The wording that was asked about before the one on the screen; once closed, no longer."""
    if standing(workshop, value.id) in CLOSED:
        return ""
    asked = rounds_about(workshop, value.id)
    if asked and asked[-1].wording == value.wording:
        asked = asked[:-1]
    return asked[-1].wording if asked else ""


def how_it_moved(workshop: Workshop, value: Value) -> tuple[str, ...]:
    """Proposal, rounds, amendments and ending of a value, in the order in which they came."""
    name = workshop.organisation_name
    lines = [f"proposed by {name(value.proposed_by)}" if value.proposed_by else "proposed"]
    asked = rounds_about(workshop, value.id)
    known = {r.id for r in asked}
    for about in ("", *(r.id for r in asked)):
        if about:
            lines.append(_round_line(workshop.rounds[about]))
        for amendment in value.amendments:
            if (amendment.revises if amendment.revises in known else "") == about:
                by = f" by {name(amendment.by)}" if amendment.by else ""
                why = f": {amendment.why}" if amendment.why else ""
                lines.append(f"amended{by}{why}")
    lines += [_revision_line(each) for each in value.revisions if each.kind != "wording"]
    if value.ending is not None:
        lines.append(ending_words(workshop, value))
    return tuple(lines)


def beforehand(workshop: Workshop, value: Value) -> str:
    """What to know before the next position is taken, or the next wording written; mostly nothing.

    What a trio brought back, until the next round; and that nobody can see yet what a value means.
    """
    if standing(workshop, value.id) in CLOSED:
        return ""
    if back := trio_back(workshop, value.id):
        said = back.brought
        said = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
        return f"{trio_names(workshop, back)} brought back: “{said}”"
    last = latest_round(workshop, value.id)
    if value.will or value.will_not or (last is not None and (last.positions or not last.is_open)):
        return ""
    return (
        "No behaviour is named yet, so nobody can see what this value would look like. Go back and "
        "name some first, or go on as it is."
    )


def revised_words(value: Value) -> str:
    """What came into the value last from outside its negotiation, in a sentence; mostly nothing."""
    last = value.revisions[-1] if value.revisions else None
    if last is None:
        return ""
    version = f" in version {last.version}" if last.version > 1 else ""
    text = last.text if len(last.text) <= _LONGEST else f"{last.text[: _LONGEST - 1]}…"
    if last.kind == "wording":
        return f"Other words{version}: {_lower(last.why)}." if last.text == value.wording else ""
    if last.text not in (value.will if last.kind == "will" else value.will_not):
        return ""
    return f"New{version}, {_lower(last.why)}: {_KINDS[last.kind]} “{text}”"


def _revision_line(revision: Revision) -> str:
    version = f"version {revision.version}: " if revision.version > 1 else ""
    return f"{version}a line to “{_KINDS[revision.kind]}”, {_lower(revision.why)}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def trio_names(workshop: Workshop, trio: Trio) -> str:
    """The three by name, in the order of the members: who objects is not named as the culprit."""
    return joined([o.short for o in workshop.organisations.values() if o.id in trio.members])


def ending_words(workshop: Workshop, value: Value) -> str:
    """How a value left the table, in one line; empty while it is on it."""
    ending = value.ending
    if ending is None:
        return ""
    who = workshop.person(workshop.organisation_name(ending.by))
    match ending.kind:
        case "parked":
            back = f", back by {short_day(ending.return_by)}" if ending.return_by else ""
            question = f": {ending.reason}" if ending.reason else ""
            return f"parked with {who}{back}{question}"
        case "merged":
            into = workshop.values.get(ending.into)
            return f"merged into “{into.title}”" if into else "merged"
    by = f" by {who}" if who else ""
    return f"withdrawn{by}: {ending.reason}"


def _round_line(asked: Round) -> str:
    when = f"{asked.at[11:16]} " if asked.at else ""
    if asked.result is None:
        return f"round {asked.number} open"
    outcome = asked.outcome()
    if outcome in AGREED:
        return f"{when}round {asked.number}: {_WORDS[outcome]}"
    if outcome == "not_adopted_quorum":
        return f"{when}round {asked.number}: no quorum"
    if outcome == "not_adopted_votes":
        yes, votes = asked.result.yes, asked.result.votes
        return f"{when}round {asked.number}: {yes} of {votes} say yes"
    counted = [
        f"{count} {word if count == 1 else word + 's'}"
        for code, word in (
            ("object", "objection"),
            ("need_more", "question"),
            ("stand_aside", "stand-aside"),
        )
        if (count := asked.result.tally.get(code, 0))
    ]
    if outcome == "not_adopted_unanimity" and (away := asked.result.tally.get("absent", 0)):
        counted.append(f"{away} not here")
    return f"{when}round {asked.number}: {', '.join(counted) or 'not agreed'}"
