"""The result of a round in one sentence: the rule, the numbers, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitator.decision import (
    CATEGORIES,
    Elector,
    Position,
    Rule,
    asked,
    quorum_gaps,
    says_yes,
)
from facilitator.rounds import Round, late_against
from facilitator.wording import joined

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


def explain(workshop: Workshop, about: Round) -> str:
    """What came of a round, in plain words; for an open round, that it is open.

    Names are those of the workshop as it stands; votes, the rule, the outcome and the numbers are
    those of the lock, with late positions heard and what was settled since left out.
    """
    if about.result is None:
        return f"Round {about.number} is open."
    late = _late_phrases(workshop, about)
    if late:
        return f"On the table again: {joined(late)}."
    return _result(workshop, about) + _mandates(workshop, about)


def rule_in_words(rule: Rule) -> str:
    """When a group that decides by this rule has agreed, in one sentence."""
    match rule.kind:
        case "unanimity":
            core = "every organisation of the core" if rule.core else "every voting organisation"
            fallback = (
                f" After {_rounds(rule.most_rounds)} three quarters of their votes decide, which "
                "is then labelled not unanimous."
                if rule.fallback
                else ""
            )
            return f"Agreed by unanimity when the quorum is met and {core} says yes.{fallback}"
        case "majority":
            return (
                "Agreed by majority, in a formal meeting, when the quorum is met and more than "
                "half of the votes say yes."
            )
    share = f"{rule.stand_aside_limit:.0%}"
    return (
        "Agreed by consent when the quorum is met, no voting organisation objects or waits for an "
        f"answer, and at most {share} stand aside."
    )


def _rounds(count: int) -> str:
    return "one round" if count == 1 else f"{count} rounds"


def _result(workshop: Workshop, about: Round) -> str:
    result = about.result
    if result is None:
        return ""
    voting = sum(e.voting for e in _electors(workshop, about))
    here = f"{result.voting_present} of {voting} voting organisations here, quorum met"
    recorded = _recorded(workshop, about)
    match about.outcome():
        case "agreed" if result.rule == "consent":
            return f"Agreed by consent: {here}{recorded}."
        case "agreed_with_reservations" if result.rule == "consent":
            return f"Agreed with reservations, by consent: {here}{recorded}."
        case "agreed" | "agreed_with_reservations" as outcome:
            by = "unanimity" if result.rule == "unanimity" else "majority"
            how = f"Agreed by {by}" if outcome == "agreed" else f"Agreed with reservations, by {by}"
            return f"{how}: {_votes(about)}; {here}{recorded}{_against(workshop, about)}."
        case "agreed_not_unanimous":
            said = f"Agreed by three quarters, not unanimous: {_votes(about)}"
            return f"{said}; {here}{recorded}{_against(workshop, about)}."
        case "not_adopted_quorum":
            return f"Not yet: {_quorum(workshop, about)}."
        case "not_adopted_stand_aside":
            aside = _named(workshop, about, "stand_aside", voting_only=True)
            share = f"{_rule(workshop, about).stand_aside_limit:.0%}"
            return (
                f"Not yet: {len(aside)} of {voting} voting organisations stand aside "
                f"({joined(aside)}), and consent allows at most {share}."
            )
        case "not_adopted_unanimity":
            return f"Not yet: unanimity needs a yes from each, and {_not_yes(workshop, about)}."
        case "not_adopted_votes":
            needed = "three quarters" if result.rule == "three_quarters" else "more than half"
            return f"Not yet: {_votes(about)}, and it takes {needed}{_against(workshop, about)}."
    missing = _open_points(workshop, about)
    if not missing:
        settled = "every objection and question has been settled since"
        return f"Not yet: {settled}, so the next round can decide."
    return f"Not yet: {joined(missing)}."


def _rule(workshop: Workshop, about: Round) -> Rule:
    return about.rule or workshop.rule


def _electors(workshop: Workshop, about: Round) -> Sequence[Elector]:
    return about.electors or workshop.electors()


def _votes(about: Round) -> str:
    result = about.result
    if result is None or not result.votes:
        return "nobody votes"
    says = "says" if result.yes == 1 else "say"
    return f"{result.yes} of {result.votes} {says} yes"


def _quorum(workshop: Workshop, about: Round) -> str:
    """What the quorum lacked, from the positions that were counted."""
    here = {o for o, p in about.positions.items() if p.code != "absent"}
    gaps = quorum_gaps(_rule(workshop, about), _electors(workshop, about), here)
    return f"the quorum is not met, {joined(gaps)}" if gaps else "the quorum was not met"


def _asked(workshop: Workshop, about: Round) -> set[str]:
    """Ids of the organisations whose word decided."""
    return asked(_rule(workshop, about), _electors(workshop, about))


def _not_yes(workshop: Workshop, about: Round) -> str:
    """Who of those asked keeps unanimity from being there, as a phrase."""
    core = _asked(workshop, about)
    absent = [
        workshop.organisation_name(o)
        for o in workshop.organisations
        if o in core and (o not in about.positions or about.positions[o].code == "absent")
    ]
    aside = [
        workshop.organisation_name(o)
        for o, p in about.positions.items()
        if o in core and p.code == "stand_aside"
    ]
    parts = [f"{joined(absent)} {_verb(absent, 'is', 'are')} not here"] if absent else []
    parts += [f"{joined(aside)} {_verb(aside, 'stands', 'stand')} aside"] if aside else []
    return joined(parts) or "nobody says yes"


def _against(workshop: Workshop, about: Round) -> str:
    """Who voted otherwise where votes are counted, as the end of a sentence."""
    heard = _asked(workshop, about)
    no = [
        _objector(workshop, p)
        for o, p in about.positions.items()
        if o in heard and p.code in ("object", "need_more") and not says_yes(p)
    ]
    return f"; {joined(no)} {_verb(no, 'says', 'say')} no" if no else ""


def _open_points(workshop: Workshop, about: Round) -> list[str]:
    """Objections and questions of those asked that are not settled, as phrases."""
    heard = _asked(workshop, about)
    votes = about.result is not None and about.result.rule != "consent"
    waiting = [
        p
        for o, p in about.positions.items()
        # Where votes are counted, an objection that the group found to be none is a no even so.
        if o in heard and (p.waits or (votes and p.not_valid and not says_yes(p)))
    ]
    objectors = [p for p in waiting if p.code == "object"]
    asking = [workshop.organisation_name(p.organisation) for p in waiting if p.code == "need_more"]
    points = []
    if len(objectors) == 1:
        name = workshop.organisation_name(objectors[0].organisation)
        points.append(f"{name} objects{_about(objectors[0])}")
    elif objectors:
        points.append(f"{joined([_objector(workshop, p) for p in objectors])} object")
    points += [f"{name}'s question is unanswered" for name in asking]
    return points


def _objector(workshop: Workshop, position: Position) -> str:
    return workshop.organisation_name(position.organisation) + _about(position)


def _about(position: Position) -> str:
    category = CATEGORIES.get(position.category, "")
    return f" ({category})" if category else ""


def _recorded(workshop: Workshop, about: Round) -> str:
    """What was agreed in spite of: reservations, stand-asides, objections that do not block."""
    parts = []
    for code, one, many in (
        ("reservation", "reservation", "reservations"),
        ("stand_aside", "stand-aside", "stand-asides"),
    ):
        if names := _named(workshop, about, code):
            parts.append(f"{one if len(names) == 1 else many} from {joined(names)}")
    not_valid = [p.organisation for p in about.positions.values() if p.not_valid]
    if not_valid:
        names = [workshop.organisation_name(o) for o in not_valid]
        parts.append(f"the objection of {joined(names)} is recorded as a reservation")
    heard = _asked(workshop, about)
    outside = [
        workshop.organisation_name(o)
        for o, p in about.positions.items()
        if o not in heard and p.code == "object" and p.waits
    ]
    if outside:
        without = "without a vote" if _rule(workshop, about).kind != "unanimity" else "not asked"
        parts.append(f"the objection of {joined(outside)}, {without}, is recorded")
    return f"; {joined(parts)}" if parts else ""


def _named(workshop: Workshop, about: Round, code: str, *, voting_only: bool = False) -> list[str]:
    voters = {e.organisation for e in _electors(workshop, about) if e.voting}
    return [
        workshop.organisation_name(o)
        for o, p in about.standing().items()
        if p.code == code and (o in voters or not voting_only)
    ]


def _late_phrases(workshop: Workshop, about: Round) -> list[str]:
    """Late objections and questions of voting organisations: they reopen what was agreed."""
    late = late_against(workshop, about)
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
    confirm = _verb(waiting, "confirms", "confirm")
    return f" Provisional until {joined(waiting)} {confirm} what was said."


def _verb(names: list[str], one: str, many: str) -> str:
    return one if len(names) == 1 else many
