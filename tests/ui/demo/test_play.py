"""Playing other workshops than Ellerport: smaller, odder, and with less written down."""

from collections.abc import Callable
from typing import Any

import pytest

from facilitator.statement import AnotherBoard
from ui.demo.purpose import NOT_ASKED

Outcome = Any  # see conftest.py
Play = Callable[[dict[str, Any]], Outcome]

SMALL: dict[str, Any] = {
    "board": {
        "name": "Ashby Partnership",
        "organisations": [{"id": "A", "name": "Council"}, {"id": "B", "name": "Hospital"}],
    }
}


def small(**sections: Any) -> dict[str, Any]:
    """A workshop of two organisations, and what is added to it."""
    return {**SMALL, **sections}


def value(*rounds: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A value with these rounds."""
    return {"id": "V", "title": "Candour", "rounds": list(rounds), **fields}


def test_a_board_and_two_organisations_are_enough(play_file: Play) -> None:
    outcome = play_file(SMALL)

    assert list(outcome.workshop.organisations) == ["A", "B"]
    assert outcome.results["refused"] == []


def test_a_round_needs_neither_time_nor_attendance_nor_people(play_file: Play) -> None:
    outcome = play_file(
        small(values=[value({"wording": "Say it.", "positions": {"A": "agree", "B": "Agree"}})])
    )

    assert outcome.results["values"]["V"]["status"] == "agreed"


def test_an_organisation_that_a_round_leaves_out_is_absent(play_file: Play) -> None:
    outcome = play_file(small(values=[value({"positions": {"A": "agree"}})]))

    assert outcome.results["values"]["V"]["rounds"][0]["tally"] == {"agree": 1, "absent": 1}


def test_one_that_spoke_without_being_marked_is_marked_as_here(
    play_file: Play, ellerport: dict[str, Any]
) -> None:
    ellerport["values"][1]["rounds"][0]["positions"]["O07"] = "agree"

    outcome = play_file(ellerport)

    assert outcome.results["values"]["V2"]["rounds"][0]["tally"] == {"agree": 12}
    assert outcome.results["assumed"] == [
        f"Purpose: {NOT_ASKED}",
        "V2, round 1: Hospital Trust was marked as here at 13:52.",
    ]


def test_an_organisation_without_people_speaks_through_a_representative(play_file: Play) -> None:
    sitting = {"id": "S", "date": "2026-03-02", "attendance": [{"p": "P"}]}
    said = {"positions": {"A": "agree", "B": "agree"}, "locked_at": "2026-03-02T09:30"}

    outcome = play_file(
        small(participants=[{"id": "P", "org": "A"}], sessions=[sitting], values=[value(said)])
    )

    assert [m.role for m in outcome.workshop.members.values()] == ["Member", "Representative"]
    assert outcome.results["values"]["V"]["rounds"][0]["voting_present"] == 2


def test_a_round_on_an_agreed_value_reopens_it(play_file: Play) -> None:
    said = {"wording": "Say it.", "positions": {"A": "agree", "B": "agree"}}
    again = {"wording": "Say it first.", "positions": {"A": "agree", "B": "object"}}

    outcome = play_file(small(values=[value(said, again)]))

    results = [each["result"] for each in outcome.results["values"]["V"]["rounds"]]
    assert results == ["agreed", "not_adopted_objection"]
    assert outcome.results["assumed"][0] == "V, round 2: it was agreed, and was reopened."


def test_a_fourth_round_reopens_a_value_whose_rounds_are_done(play_file: Play) -> None:
    against = {"positions": {"A": "agree", "B": "need_more"}}
    wordings = [against | {"wording": f"Wording {number}."} for number in range(4)]

    outcome = play_file(small(values=[value(*wordings)]))

    assert len(outcome.results["values"]["V"]["rounds"]) == 4


def test_words_that_the_file_does_not_have_are_said_to_be_unrecorded(play_file: Play) -> None:
    outcome = play_file(small(values=[value({"positions": {"A": "object", "B": "reservation"}})]))

    positions = outcome.workshop.rounds["V-R1"].positions
    assert {p.text for p in positions.values()} == {"Words not recorded."}


def test_a_value_that_was_agreed_and_then_parked_is_parked(play_file: Play) -> None:
    parked = {"owner": "The chair", "question": "Who pays?", "return_by": "2026-06-10"}
    said = {"positions": {"A": "agree", "B": "agree"}}

    outcome = play_file(small(values=[value(said, parked=parked)]))

    assert outcome.results["value_status"] == {"V": "parked"}


def test_a_value_merged_into_another_is_merged(play_file: Play) -> None:
    other = {"id": "W", "title": "Courage"}

    outcome = play_file(small(values=[other, value(merged={"into": "W", "reason": "Twins."})]))

    assert outcome.results["value_status"]["V"] == "merged"


def test_a_position_that_came_too_late_is_reported_and_the_rest_is_played(
    play_file: Play, ellerport: dict[str, Any]
) -> None:
    ellerport["values"][1]["late_positions"][0]["date"] = "2026-09-01"

    outcome = play_file(ellerport)

    (sentence,) = outcome.results["refused"]
    assert sentence.startswith("V2, O07 late: Late positions were open until 1 April 2026")
    assert outcome.results["commitment_status"]["done"] == 2


def test_a_late_objection_keeps_a_value_open(play_file: Play, ellerport: dict[str, Any]) -> None:
    ellerport["values"][1]["late_positions"][0]["position"] = "object"

    assert play_file(ellerport).results["value_status"]["V2"] == "not_agreed"


def test_a_pack_that_is_not_there_is_reported(play_file: Play) -> None:
    outcome = play_file(small(scenario_runs=[{"id": "SR1", "scenario": "SC99"}]))

    assert outcome.results["refused"] == [
        "SR1: There is no scenario pack “SC99”, so it was not played."
    ]


def test_an_inject_that_came_early_came_by_hand(play_file: Play, ellerport: dict[str, Any]) -> None:
    ellerport["scenario_runs"][0]["injects_played"][1]["at_min"] = 35

    (rehearsal,) = play_file(ellerport).workshop.rehearsals.values()

    assert rehearsal.played["SC1-I2"].how == "hand"


def test_prompts_are_told_apart_by_their_words(play_file: Play, ellerport: dict[str, Any]) -> None:
    prompts = ellerport["purpose"]["prompts"]
    ellerport["purpose"]["prompts"] = {key: prompts[key] for key in ("PR3", "PR1", "PR2")}

    outcome = play_file(ellerport)

    assert outcome.played.prompts == {"vanish": "PR3", "why-bother": "PR1", "only-us": "PR2"}
    assert outcome.results["by_prompt"] == {"PR1": 12, "PR2": 20, "PR3": 8}


def test_prompts_in_other_words_follow_the_order_of_the_guide(play_file: Play) -> None:
    purpose = {
        "prompts": {"Q1": "Why are you here?", "Q2": "What can only you do?"},
        "contributions": [{"text": "One.", "prompt": "Q1"}, {"text": "Two.", "prompt": "Q2"}],
    }

    outcome = play_file(small(purpose=purpose))

    assert outcome.results["by_prompt"] == {"Q1": 1, "Q2": 1}
    assert [c.question for c in outcome.workshop.contributions.values()] == [
        "why-bother",
        "only-us",
    ]


def test_a_purpose_that_was_not_agreed_is_not_adopted(
    play_file: Play, ellerport: dict[str, Any]
) -> None:
    ellerport["purpose"]["final_round"]["positions"]["O01"] = "object"

    found = play_file(ellerport).results["purpose"]

    assert (found["result"], found["adopted"]) == ("not_adopted_objection", None)


def test_what_the_file_expects_is_never_read(play_file: Play, ellerport: dict[str, Any]) -> None:
    ellerport["expected"] = {"contributions": 999}
    for each in ellerport["values"]:
        each["status"] = "nonsense"
        for one in each["rounds"]:
            one["expected"] = {"result": "nonsense"}

    outcome = play_file(ellerport)

    assert outcome.results["contributions"] == 40
    assert outcome.results["charter_values"] == ["V2", "V4", "V3", "V1"]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("City of Ellerport (fictional)", "Ellerport"),
        ("Ashby", "Ashby"),
        ("Town of Ashby", "Ashby"),
        ("(to be named)", ""),
        ("", ""),
    ],
)
def test_a_place_is_called_what_people_call_it(play_file: Play, place: str, said: str) -> None:
    board = {**SMALL["board"], "place": place}

    assert play_file({"board": board}).workshop.about.place == said


def test_somebody_who_came_late_is_not_here_before(play_file: Play) -> None:
    people = [{"id": "P", "org": "A"}, {"id": "Q", "org": "B"}]
    sitting = {
        "id": "S",
        "date": "2026-03-02",
        "attendance": [{"p": "P"}, {"p": "Q", "status": "arrived 10:15, left 11:00"}],
    }

    workshop = play_file(small(participants=people, sessions=[sitting])).workshop

    here = [workshop.present_at(f"2026-03-02T{time}") for time in ("10:14", "10:15", "11:00")]
    assert here == [{"A"}, {"A", "B"}, {"A"}]


def test_a_rule_that_is_not_there_yet_is_said_to_be_played_as_consent(play_file: Play) -> None:
    board = {**SMALL["board"], "decision_rule": {"id": "majority"}}

    assert play_file({"board": board}).results["assumed"] == [
        "The rule: “majority” is not there yet, so consent was used."
    ]


def test_a_card_by_somebody_unknown_is_kept_without_a_name(play_file: Play) -> None:
    outcome = play_file(small(purpose={"contributions": [{"text": "One.", "by": "P99"}]}))

    (card,) = outcome.workshop.contributions.values()
    assert card.attribution == "unattributed"
    assert outcome.results["refused"] == ["K01: Nobody is called P99, so its author is not kept."]


def test_answers_that_a_file_gives_before_adopting_are_taken_as_they_are(
    play_file: Play, ellerport: dict[str, Any]
) -> None:
    ellerport["purpose"]["statements"][2] |= {
        "another_board": {"would_sign": True, "reason": "The next city could."},
        "would_stop": ["Two meetings"],
    }

    found = play_file(ellerport).workshop.drafts["purpose-v3"]
    assert found.another_board == AnotherBoard(True, "The next city could.")
    assert found.stops == ("Two meetings",)


def test_nobody_defends_a_purpose_that_was_not_adopted(
    play_file: Play, ellerport: dict[str, Any]
) -> None:
    ellerport["purpose"]["final_round"]["positions"]["O01"] = "object"

    found = play_file(ellerport)
    assert not any(d.defences for d in found.workshop.drafts.values())
    assert found.results["will_defend"] == {"will": 0, "not_yet": 0}
