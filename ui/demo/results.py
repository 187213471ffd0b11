"""What came of a workshop, in the words of a workshop file's `expected` blocks."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from facilitator.rounds import Round, latest_round, rounds_about
from facilitator.stages.purpose import adopted
from facilitator.stages.rehearsal.state import When
from facilitator.stages.values import charter, on_the_table, standing
from facilitator.workshop import Workshop
from ui.demo.player import Played


def results(workshop: Workshop, played: Played) -> dict[str, Any]:
    """Every figure and status, counted on the workshop alone.

    `played` gives the file's names for its prompts, and what is to be said besides.
    """
    cards = list(workshop.contributions.values())
    parked = sum(card.parked for card in cards)
    status = {value.id: standing(workshop, value.id) for value in on_the_table(workshop)}
    locked = {value: _locked(rounds_about(workshop, value)) for value in status}
    prompts = played.prompts
    return {
        "values": {
            value: {"status": status[value], "rounds": [_round(each) for each in locked[value]]}
            for value in status
        },
        "purpose": _purpose(workshop),
        "will_defend": _will_defend(workshop),
        "decisions": {
            decision: _round(each)
            for rehearsal in workshop.rehearsals.values()
            for decision in rehearsal.decisions
            for each in _locked(rounds_about(workshop, decision))
        },
        "contributions": len(cards),
        "kept": len(cards) - parked,
        "parked": parked,
        "by_prompt": dict(Counter(prompts.get(c.question, c.question) for c in cards)),
        "by_cluster": dict(Counter(c.theme for c in cards if c.theme)),
        "value_status": status,
        "rounds": {value: len(each) for value, each in locked.items()},
        "charter_values": [value.id for value in charter(workshop)],
        "commitment_status": dict(Counter(c.status for c in workshop.commitments.values())),
        "tension_before": _tension(workshop, "before"),
        "tension_after": _tension(workshop, "after"),
        "joint_lines_total": sum(line.total for line in workshop.budgets.values()),
        "organisations_without_agree_on_any": _never_agreed(workshop, locked.values()),
        "unplayed": list(played.unplayed),
        "refused": list(played.refused),
        "assumed": list(played.assumed),
    }


def _locked(rounds: Iterable[Round]) -> list[Round]:
    return [each for each in rounds if each.result is not None]


def _round(each: Round) -> dict[str, Any]:
    if each.result is None:
        return {}
    return {
        "quorate": each.result.quorate,
        "voting_present": each.result.voting_present,
        "tally": each.result.tally,
        "result": each.result.outcome,
    }


def _purpose(workshop: Workshop) -> dict[str, Any]:
    """The last round on any draft, and the draft that was adopted, if one was."""
    asked = [latest_round(workshop, draft) for draft in workshop.drafts]
    last = [each for each in asked if each is not None and each.result is not None][-1:]
    found = adopted(workshop)
    said: dict[str, Any] = _round(last[0]) if last else {}
    return said | {"adopted": {"version": found.label, "text": found.text} if found else None}


def _will_defend(workshop: Workshop) -> dict[str, int]:
    """How many organisations will defend the adopted purpose outside, and how many not yet."""
    found = adopted(workshop)
    said = Counter(each.will for each in found.defences.values()) if found else Counter[bool]()
    return {"will": said[True], "not_yet": said[False]}


def _tension(workshop: Workshop, when: When) -> float | None:
    """The mean of all check-ins, to two decimals; None when there were none."""
    numbers = [
        feeling.tension
        for rehearsal in workshop.rehearsals.values()
        for feeling in rehearsal.feelings
        if feeling.when == when
    ]
    return round(sum(numbers) / len(numbers), 2) if numbers else None


def _never_agreed(workshop: Workshop, rounds: Iterable[list[Round]]) -> list[str]:
    """Organisations, voting or not, that said "agree" in no round on any value.

    A late position came after the round and is left out.
    """
    agreed = {
        organisation
        for each in rounds
        for one in each
        for organisation, position in one.positions.items()
        if position.code == "agree"
    }
    return [organisation for organisation in workshop.organisations if organisation not in agreed]
