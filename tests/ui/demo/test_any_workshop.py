"""Ellerport with other organisations, quorums, positions and attendance, counted over again here.

The second count knows nothing of the app: it goes by the rule as domain.md has it.
"""

import copy
import datetime
import itertools
import json
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from facilitator.guide import ELLERPORT

FILE: dict[str, Any] = json.loads(ELLERPORT.read_text(encoding="utf-8"))
IDS = [o["id"] for o in FILE["board"]["organisations"]]
ROUNDS = sum(len(value["rounds"]) for value in FILE["values"]) + 1
CODES = ["agree", "reservation", "stand_aside", "need_more", "object", "abstain", "absent"]
CLASSES = ["elected", "council", "public_health", "nhs", "public_voice", "vcs", "partner"]
POSITIONS = st.sampled_from(["agree"] * 12 + ["reservation"] * 3 + CODES + ["left out"])
ATTENDED = st.sampled_from(["present"] * 6 + ["apologies", "absent", "left 14:05", "left 14:40"])


@dataclass
class Changes:
    """What is changed in Ellerport, wherever a decision looks."""

    gone: set[str]
    voting: dict[str, bool]
    classes: dict[str, str]
    rule: dict[str, Any]
    attended: list[str]
    positions: list[list[str]]

    def made(self) -> dict[str, Any]:
        """Ellerport, changed."""
        data = copy.deepcopy(FILE)
        board = data["board"]
        board["organisations"] = [o for o in board["organisations"] if o["id"] not in self.gone]
        for each in board["organisations"]:
            each["voting"] = self.voting.get(each["id"], each["voting"])
            each["org_class"] = self.classes.get(each["id"], each["org_class"])
        board["decision_rule"] |= self.rule
        data["participants"] = [p for p in data["participants"] if p["org"] not in self.gone]
        here = {p["id"] for p in data["participants"]}
        said = itertools.cycle(self.attended)
        for sitting in data["sessions"]:
            sitting["attendance"] = [
                {"p": a["p"], "status": next(said)} for a in sitting["attendance"] if a["p"] in here
            ]
        for each, codes in zip(rounds_of(data), self.positions, strict=True):
            taken = {o["id"]: code for o, code in zip(board["organisations"], codes, strict=False)}
            each["positions"] = {o: code for o, code in taken.items() if code != "left out"}
        return data


CHANGES = st.builds(
    Changes,
    gone=st.sets(st.sampled_from(IDS), max_size=5),
    voting=st.dictionaries(st.sampled_from(IDS), st.booleans(), max_size=4),
    classes=st.dictionaries(st.sampled_from(IDS), st.sampled_from(CLASSES), max_size=4),
    rule=st.fixed_dictionaries(
        {
            "quorum": st.fixed_dictionaries(
                {
                    "min_voting_orgs": st.integers(1, 9),
                    "must_include": st.lists(st.sampled_from(CLASSES), max_size=3),
                }
            ),
            "stand_aside_limit": st.sampled_from([0, 0.1, 0.25, 0.5]),
            "max_rounds": st.integers(1, 4),
        }
    ),
    attended=st.lists(ATTENDED, min_size=5, max_size=9),
    positions=st.lists(
        st.lists(POSITIONS, min_size=12, max_size=12), min_size=ROUNDS, max_size=ROUNDS
    ),
)


def rounds_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The rounds of the values, and the purpose's."""
    negotiated = [each for value in data["values"] for each in value["rounds"]]
    return [*negotiated, data["purpose"]["final_round"]]


def counted(data: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """The result of a round under consent."""
    organisations = data["board"]["organisations"]
    rule = data["board"]["decision_rule"]
    position = {o["id"]: said["positions"].get(o["id"], "absent") for o in organisations}
    here = [o for o in organisations if position[o["id"]] != "absent"]
    voters = [o["id"] for o in organisations if o["voting"]]
    voiced = Counter(position[o] for o in voters)
    present = sum(o["voting"] for o in here)
    required = set(rule["quorum"]["must_include"]) - {o["org_class"] for o in here}
    quorate = present >= rule["quorum"]["min_voting_orgs"] and not required
    if not quorate:
        result = "not_adopted_quorum"
    elif voiced["object"]:
        result = "not_adopted_objection"
    elif voiced["need_more"]:
        result = "not_adopted_question"
    elif voiced["stand_aside"] > rule["stand_aside_limit"] * len(voters) + 1e-9:
        result = "not_adopted_stand_aside"
    elif {"reservation", "stand_aside"} & set(position.values()):
        result = "agreed_with_reservations"
    else:
        result = "agreed"
    return {
        "quorate": quorate,
        "voting_present": present,
        "tally": dict(Counter(position.values())),
        "result": result,
    }


def ended(data: dict[str, Any], value: dict[str, Any]) -> str:
    """Where a value stands after its last round, late positions and what was done with it."""
    for kind in ("parked", "withdrawn"):
        if kind in value:
            return kind
    last = value["rounds"][-1]
    result = counted(data, last)["result"]
    voting = {o["id"]: o["voting"] for o in data["board"]["organisations"]}
    locked = datetime.date.fromisoformat(last["locked_at"][:10])
    for late in value["late_positions"]:
        absent = last["positions"].get(late["org"], "absent") == "absent"
        within = datetime.date.fromisoformat(late["date"]) <= locked + datetime.timedelta(days=14)
        if late["org"] not in voting or not absent or not within:
            continue
        if late["position"] in ("object", "need_more") and voting[late["org"]]:
            return "not_agreed"
        if late["position"] in ("reservation", "stand_aside") and result == "agreed":
            result = "agreed_with_reservations"
    return result if result.startswith("agreed") else "not_agreed"


# No shrinking: what is found is short enough to read, and every example writes a session file.
@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(CHANGES)
def test_any_workshop_comes_out_as_it_is_counted_by_hand(
    play_in: Callable[[Path, dict[str, Any]], Any], changes: Changes
) -> None:
    data = changes.made()
    with tempfile.TemporaryDirectory() as folder:
        found = play_in(Path(folder), data).results

    for value in data["values"]:
        expected = [counted(data, each) for each in value["rounds"]]
        assert found["values"][value["id"]] == {"status": ended(data, value), "rounds": expected}
    purpose = counted(data, data["purpose"]["final_round"])
    assert {key: found["purpose"][key] for key in purpose} == purpose
    assert bool(found["purpose"]["adopted"]) == purpose["result"].startswith("agreed")
    agreeing = {
        organisation
        for value in data["values"]
        for each in value["rounds"]
        for organisation, code in each["positions"].items()
        if code == "agree"
    }
    silent = [o["id"] for o in data["board"]["organisations"] if o["id"] not in agreeing]
    assert found["organisations_without_agree_on_any"] == silent
    assert found["contributions"] == 40
