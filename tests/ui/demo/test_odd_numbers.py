"""Numbers in a workshop file that cannot be cost no more than themselves."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator.guide import ELLERPORT
from facilitator.history import replay
from sessions.library import entries_of
from ui.demo.keep import play_into
from ui.demo.results import results
from ui.demo.sample import SampleProblem, read_sample

Said = dict[str, Any]


def play(tmp_path: Path, change: Callable[[Said], None]) -> tuple[Said, tuple[str, ...]]:
    """What came of Ellerport with something changed, and what was assumed."""
    said = json.loads(ELLERPORT.read_text("utf-8"))
    change(said)
    file = tmp_path / "odd.json"
    file.write_text(json.dumps(said), "utf-8")
    path = tmp_path / "odd.workshop"
    played = play_into(path, read_sample(file))
    return results(replay(entries_of(path)), played), tuple(played.assumed)


def test_an_impossible_number_leaves_the_rest_of_the_rule_in_force(tmp_path: Path) -> None:
    def change(said: Said) -> None:
        said["board"]["decision_rule"]["quorum"] = {
            "min_voting_orgs": 0,
            "must_include": ["nobody"],
        }

    found, assumed = play(tmp_path, change)

    assert found["values"]["V2"]["rounds"][0]["quorate"] is False
    assert any("quorum of 1" in sentence for sentence in assumed)


def test_a_round_on_the_purpose_waits_for_the_drafts(tmp_path: Path) -> None:
    def change(said: Said) -> None:
        said["purpose"]["final_round"]["locked_at"] = "2026-03-04T13:35"

    found, _ = play(tmp_path, change)

    assert found["purpose"]["tally"] == {"agree": 11, "reservation": 1}


def test_a_round_on_the_purpose_says_when_the_day_was_if_nothing_else_does(
    tmp_path: Path,
) -> None:
    def change(said: Said) -> None:
        said["sessions"] = []
        said["purpose"]["final_round"]["locked_at"] = "2026-03-04T14:55"

    found, _ = play(tmp_path, change)

    assert found["purpose"]["result"] == "agreed_with_reservations"


@pytest.mark.parametrize("minute", [-5, 10**12])
def test_a_minute_that_is_in_no_sitting_is_said_in_plain_words(tmp_path: Path, minute: int) -> None:
    def change(said: Said) -> None:
        said["scenario_runs"][0]["injects_played"][0]["at_min"] = minute

    with pytest.raises(SampleProblem, match="at_min"):
        play(tmp_path, change)
