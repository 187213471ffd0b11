"""Ellerport's rounds, counted straight from the file: the rule alone, without a workshop or a demo.

The words of the file are read here on their own, so that a fault in how the demo plays them and
one in how the domain counts them cannot hide each other.
"""

import json
from typing import Any

import pytest

from facilitator.decision import Elector, Position, Result, Rule, decide
from facilitator.guide import ELLERPORT

FILE: dict[str, Any] = json.loads(ELLERPORT.read_text(encoding="utf-8"))
BOARD = FILE["board"]
ROUNDS = [
    pytest.param(each, id=f"{value['id']} round {each['round']}")
    for value in FILE["values"]
    for each in value["rounds"]
]
FIELDS = {"quorate", "voting_present", "tally", "result"}


def counted(said: dict[str, Any]) -> Result:
    """A round of the file, as its decision rule counts it at the lock."""
    told = BOARD["decision_rule"]
    rule = Rule(
        kind=told["id"],
        least_voting=told["quorum"]["min_voting_orgs"],
        classes=tuple(told["quorum"]["must_include"]),
        stand_aside_limit=told["stand_aside_limit"],
        most_rounds=told["max_rounds"],
    )
    electors = [Elector(o["id"], o["org_class"], o["voting"]) for o in BOARD["organisations"]]
    # What settled an objection came with the next wording: at the lock it was open.
    positions = {who: Position(who, code) for who, code in said["positions"].items()}
    return decide(rule, electors, positions, said["round"])


def test_there_are_six_values_and_eleven_rounds() -> None:
    assert len(FILE["values"]) == 6
    assert len(ROUNDS) == 11


@pytest.mark.parametrize("said", ROUNDS)
def test_a_round_is_counted_as_the_file_expects(said: dict[str, Any]) -> None:
    result = counted(said)
    found = {
        "quorate": result.quorate,
        "voting_present": result.voting_present,
        "tally": result.tally,
        "result": result.outcome,
    }

    assert set(said["expected"]) == FIELDS
    assert found == said["expected"]


def test_the_purpose_is_counted_as_the_file_expects() -> None:
    said = FILE["purpose"]["final_round"]
    result = counted(said)

    assert result.outcome == said["expected"]["result"]
    assert (result.quorate, result.voting_present, result.tally) == (
        said["expected"]["quorate"],
        said["expected"]["voting_present"],
        said["expected"]["tally"],
    )
