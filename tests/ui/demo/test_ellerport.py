"""Ellerport played through the commands: every expected block of the file comes out equal."""

import json
from typing import Any

import pytest

from facilitator.guide import ELLERPORT
from facilitator.kinds import encode
from facilitator.stages.commitments import changes_to_write
from facilitator.stages.rehearsal.changing import still_to_settle
from facilitator.stages.values import standing
from ui.demo.purpose import NOT_ASKED
from ui.demo.rounds import NOT_RECORDED

Outcome = Any  # see conftest.py
FILE: dict[str, Any] = json.loads(ELLERPORT.read_text(encoding="utf-8"))
ROUNDS = [
    pytest.param(value["id"], number, each["expected"], id=f"{value['id']} round {number + 1}")
    for value in FILE["values"]
    for number, each in enumerate(value["rounds"])
]


def test_all_eleven_rounds_are_compared_in_every_field(outcome: Outcome) -> None:
    compared = [each for value in outcome.results["values"].values() for each in value["rounds"]]

    assert len(ROUNDS) == len(compared) == 11
    assert {tuple(sorted(each)) for each in compared} == {
        ("quorate", "result", "tally", "voting_present")
    }


@pytest.mark.parametrize(("value", "number", "expected"), ROUNDS)
def test_a_round_comes_out_as_the_file_expects(
    outcome: Outcome, value: str, number: int, expected: dict[str, Any]
) -> None:
    assert outcome.results["values"][value]["rounds"][number] == expected


@pytest.mark.parametrize("value", FILE["values"], ids=lambda value: value["id"])
def test_a_value_ends_where_the_file_says(outcome: Outcome, value: dict[str, Any]) -> None:
    found = outcome.results["values"][value["id"]]

    assert (found["status"], len(found["rounds"])) == (value["status"], len(value["rounds"]))


def test_the_purpose_round_comes_out_as_the_file_expects(outcome: Outcome) -> None:
    expected = FILE["purpose"]["final_round"]["expected"]

    assert {key: outcome.results["purpose"][key] for key in expected} == expected


def test_the_third_statement_is_adopted(outcome: Outcome) -> None:
    third = FILE["purpose"]["statements"][2]["text"]

    assert outcome.results["purpose"]["adopted"] == {"version": "v3", "text": third}


def test_who_will_defend_the_purpose_outside_is_kept_with_the_reasons(outcome: Outcome) -> None:
    found = outcome.workshop.drafts["purpose-v3"]

    assert {o: (d.will, d.text) for o, d in found.defences.items()} == {
        each["org"]: (each["will_defend"], each["reason"]) for each in FILE["defend_outside"]
    }
    assert outcome.results["will_defend"] == {"will": 11, "not_yet": 1}
    assert "defend outside" not in outcome.results["unplayed"]


def test_the_words_that_the_group_shares_are_kept_and_the_unsettled_one_is_parked(
    outcome: Outcome,
) -> None:
    said = FILE["understanding"]
    parked = [item.text for item in outcome.workshop.car_park.values()]

    assert [{"term": t.term, "use": t.use} for t in outcome.workshop.terms.values()] == said[
        "terms"
    ]
    assert set(said["terms_timer"]["parked"]) <= set(parked)
    assert "understanding" not in outcome.results["unplayed"]
    assert "issues" in outcome.results["unplayed"]


def test_what_was_asked_before_adopting_has_an_answer(outcome: Outcome) -> None:
    found = outcome.workshop.drafts["purpose-v3"]

    assert not found.another_board.would_sign
    assert found.stops == (NOT_RECORDED,)


@pytest.mark.parametrize("key", FILE["expected"])
def test_a_figure_of_the_whole_workshop_comes_out_as_the_file_expects(
    outcome: Outcome, key: str
) -> None:
    assert outcome.results[key] == FILE["expected"][key]


def test_nothing_is_refused_and_only_what_the_file_does_not_ask_is_assumed(
    outcome: Outcome,
) -> None:
    assert outcome.results["refused"] == []
    assert outcome.results["assumed"] == [f"Purpose: {NOT_ASKED}"]


def test_the_parts_without_a_stage_are_named(outcome: Outcome) -> None:
    assert {"visits", "workstreams"} <= set(outcome.results["unplayed"])
    assert not {"values", "commitments", "expected", "board"} & set(outcome.results["unplayed"])


def test_every_step_of_the_six_stages_is_told_once_and_in_order(outcome: Outcome) -> None:
    stages = list(dict.fromkeys(step.partition("/")[0] for step in outcome.steps))

    assert stages == ["gather", "purpose", "values", "rehearsal", "commitments", "agreement"]
    assert len(outcome.steps) == len(set(outcome.steps)) == 35


def test_everything_happens_in_the_order_of_the_clock(outcome: Outcome) -> None:
    times = [entry.at for entry in outcome.entries]

    assert times == sorted(times)
    assert times[0].startswith("2026-03-04T13:15")
    assert times[-1].startswith("2026-11-11")


def test_a_round_is_kept_at_the_minute_at_which_it_was_locked(outcome: Outcome) -> None:
    locks = {
        e.event.round: e
        for e in outcome.entries
        if hasattr(e.event, "round") and type(e.event).__name__ == "RoundLocked"
    }

    assert locks["V5-R3"].at.startswith("2026-03-18T14:50")


@pytest.mark.parametrize("card", ["K02", "K34"])
def test_who_wrote_an_unattributed_card_is_in_no_event_about_it(
    outcome: Outcome, card: str
) -> None:
    about = [encode(e.event) for e in outcome.entries if f'"{card}"'.encode() in encode(e.event)]

    assert about
    assert not [each for each in about if b"P14" in each or b"O09" in each]
    assert outcome.workshop.contributions[card].attribution == "unattributed"


def test_an_attributed_card_keeps_its_author(outcome: Outcome) -> None:
    assert outcome.workshop.contributions["K12"].member == "P13"


def test_the_place_stands_in_the_prompts_without_its_trappings(outcome: Outcome) -> None:
    assert outcome.workshop.about.place_in_prompts == "Ellerport"


def test_a_theme_whose_cards_were_answered_alike_is_tested_once(outcome: Outcome) -> None:
    tested = set(outcome.workshop.only_we)

    assert {"CL1", "CL2", "CL3", "CL4", "CL5"} <= tested
    assert tested & {"CL6", "K13"} == set()
    assert {"K30", "K31", "K32"} <= tested


def test_a_parked_card_goes_to_where_its_theme_says(outcome: Outcome) -> None:
    parked = {each.contribution: each for each in outcome.workshop.car_park.values()}

    assert parked["K31"].destination == "Not ours to do"


def test_each_statement_revises_the_one_before(outcome: Outcome) -> None:
    drafts = [(d.label, d.verdict) for d in outcome.workshop.drafts.values()]

    assert drafts == [("v1", "rejected"), ("v2", "amended"), ("v3", "adopted")]


def test_an_amendment_names_the_round_that_it_answers(outcome: Outcome) -> None:
    (amendment,) = outcome.workshop.values["V1"].amendments

    assert amendment.revises == "V1-R1"
    assert amendment.why.startswith("Replace 'put before'")


def test_what_a_substitute_said_is_confirmed_from_home(outcome: Outcome) -> None:
    assert outcome.workshop.rounds["V2-R1"].mandates == {"O03": "2026-03-23"}


def test_a_late_position_stands_beside_the_round(outcome: Outcome) -> None:
    assert outcome.workshop.rounds["V1-R2"].late["O07"].code == "reservation"


def test_an_organisation_that_left_is_absent_from_that_minute(outcome: Outcome) -> None:
    rounds = outcome.workshop.rounds

    assert rounds["V1-R2"].positions["O11"].code == "agree"
    assert rounds["V5-R1"].positions["O11"].code == "absent"


def test_the_rehearsal_is_kept_whole(outcome: Outcome) -> None:
    (rehearsal,) = outcome.workshop.rehearsals.values()

    assert [(p.inject, p.minute, p.how) for p in rehearsal.played.values()] == [
        ("SC1-I1", 28, "clock"),
        ("SC1-I2", 41, "clock"),
        ("SC1-I3", 56, "clock"),
    ]
    assert {s.value: s.verdict for s in rehearsal.strains.values()} == {
        "V1": "bent",
        "V2": "broke",
        "V3": "broke",
        "V4": "held",
    }
    assert [c.accepted for c in rehearsal.changes.values()] == [True, True, False]
    assert (len(rehearsal.parts), len(rehearsal.answers), len(rehearsal.lessons)) == (6, 4, 5)
    assert not rehearsal.clock.running


def test_the_accepted_changes_of_the_rehearsal_open_what_they_are_about(outcome: Outcome) -> None:
    workshop = outcome.workshop
    (rehearsal,) = workshop.rehearsals.values()
    added = "keep a call order for urgent news, with named owners"

    assert [c.how for c in rehearsal.changes.values()] == ["will", "commitment", ""]
    assert workshop.values["V2"].will[-1] == added
    assert workshop.values["V2"].version == 2
    assert standing(workshop, "V2") == "agreed"
    assert workshop.commitments["C8"].change == "CH2"
    assert changes_to_write(workshop) == []
    assert still_to_settle(rehearsal) == ""


def test_an_organisation_that_left_the_rehearsal_has_no_say_in_its_second_decision(
    outcome: Outcome,
) -> None:
    assert outcome.results["decisions"]["SR1-D2"]["tally"]["absent"] == 1


def test_the_agreement_has_its_version_and_its_meetings(outcome: Outcome) -> None:
    paper = outcome.workshop.paper

    assert (paper.reference, paper.version) == ("ELL-HWB-SLA", "0.4")
    assert (paper.ratify_on, paper.review_on) == ("2026-05-13", "2026-11-11")
