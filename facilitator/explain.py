"""The result of a round in one sentence: the rule, the numbers, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.decision import CATEGORIES, Position, Rule, quorum_gaps
from facilitator.rounds import Round
from facilitator.wording import joined

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


def explain(workshop: Workshop, about: Round) -> str:
    """What came of a round, in plain words; for an open round, that it is open.

    Names and votes are those of the workshop as it stands; the outcome and the numbers are those
    of the lock, with late positions heard and what was settled since left out.
    """
    if about.result is None:
        return f"Round {about.number} is open."
    late = _late_against(workshop, about)
    if late:
        return f"On the table again: {joined(late)}."
    return _result(workshop, about) + _mandates(workshop, about)


def rule_in_words(rule: Rule) -> str:
    """When a group that decides by this rule has agreed, in one sentence."""
    share = f"{rule.stand_aside_limit:.0%}"
    return (
        "Agreed by consent when the quorum is met, no voting organisation objects or waits for an "
        f"answer, and at most {share} stand aside."
    )


def _result(workshop: Workshop, about: Round) -> str:
    voting = sum(e.voting for e in workshop.electors())
    present = about.result.voting_present if about.result else 0
    by = f"by {workshop.rule.kind}"
    match about.outcome():
        case "agreed":
            numbers = _here(present, voting)
            return f"Agreed {by}: {numbers}, quorum met{_recorded(workshop, about)}."
        case "agreed_with_reservations":
            numbers = _here(present, voting)
            recorded = _recorded(workshop, about)
            return f"Agreed with reservations, {by}: {numbers}, quorum met{recorded}."
        case "not_adopted_quorum":
            return f"Not yet: {_quorum(workshop, about)}."
        case "not_adopted_stand_aside":
            aside = _named(workshop, about, "stand_aside", voting_only=True)
            share = f"{workshop.rule.stand_aside_limit:.0%}"
            return (
                f"Not yet: {len(aside)} of {voting} voting organisations stand aside "
                f"({joined(aside)}), and consent allows at most {share}."
            )
    missing = _open_points(workshop, about)
    if not missing:
        settled = "every objection and question has been settled since"
        return f"Not yet: {settled}, so the next round can decide."
    return f"Not yet: {joined(missing)}."


def _here(present: int, voting: int) -> str:
    return f"{present} of {voting} voting organisations here"


def _quorum(workshop: Workshop, about: Round) -> str:
    """What the quorum lacked, from the positions that were counted."""
    here = {o for o, p in about.positions.items() if p.code != "absent"}
    gaps = quorum_gaps(workshop.rule, workshop.electors(), here)
    return f"the quorum is not met, {joined(gaps)}" if gaps else "the quorum was not met"


def _open_points(workshop: Workshop, about: Round) -> list[str]:
    """Objections and questions of voting organisations that are not settled, as phrases."""
    voters = {e.organisation for e in workshop.electors() if e.voting}
    waiting = [p for o, p in about.positions.items() if o in voters and not p.resolved]
    objectors = [_objector(workshop, p) for p in waiting if p.code == "object"]
    asking = [workshop.organisation_name(p.organisation) for p in waiting if p.code == "need_more"]
    points = []
    if objectors:
        points.append(f"{joined(objectors)} {'objects' if len(objectors) == 1 else 'object'}")
    if len(asking) == 1:
        points.append(f"the question from {asking[0]} is unanswered")
    elif asking:
        points.append(f"the questions from {joined(asking)} are unanswered")
    return points


def _objector(workshop: Workshop, position: Position) -> str:
    category = CATEGORIES.get(position.category, "")
    name = workshop.organisation_name(position.organisation)
    return f"{name} ({category})" if category else name


def _recorded(workshop: Workshop, about: Round) -> str:
    """What was agreed in spite of: reservations, stand-asides, objections without a vote."""
    parts = []
    for code, one, many in (
        ("reservation", "reservation", "reservations"),
        ("stand_aside", "stand-aside", "stand-asides"),
    ):
        if names := _named(workshop, about, code):
            parts.append(f"{one if len(names) == 1 else many} from {joined(names)}")
    voters = {e.organisation for e in workshop.electors() if e.voting}
    without_vote = [
        workshop.organisation_name(o)
        for o, p in about.positions.items()
        if o not in voters and p.code == "object" and not p.resolved
    ]
    if without_vote:
        parts.append(f"the objection of {joined(without_vote)}, without a vote, is recorded")
    return f"; {joined(parts)}" if parts else ""


def _named(workshop: Workshop, about: Round, code: str, *, voting_only: bool = False) -> list[str]:
    voters = {e.organisation for e in workshop.electors() if e.voting}
    return [
        workshop.organisation_name(o)
        for o, p in about.standing().items()
        if p.code == code and (o in voters or not voting_only)
    ]


def _late_against(workshop: Workshop, about: Round) -> list[str]:
    """Late objections and questions of voting organisations, as phrases: they reopen a value."""
    voters = {e.organisation for e in workshop.electors() if e.voting}
    late = [p for o, p in about.late.items() if o in voters]
    phrases = [f"{_objector(workshop, p)} objected late" for p in late if p.code == "object"]
    phrases += [
        f"{workshop.organisation_name(p.organisation)} asked a question late"
        for p in late
        if p.code == "need_more"
    ]
    return phrases


def _mandates(workshop: Workshop, about: Round) -> str:
    waiting = [workshop.organisation_name(o) for o, date in about.mandates.items() if not date]
    if not waiting:
        return ""
    verb = "confirms" if len(waiting) == 1 else "confirm"
    return f" Provisional until {joined(waiting)} {verb} what was said."
