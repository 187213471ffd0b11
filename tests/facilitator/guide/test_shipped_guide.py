"""What ships: stages, journeys, packs and the sample workshop."""

import json
import re
from typing import Any

import msgspec
import pytest

from facilitator.guide import ACTIVITIES, ELLERPORT, Guide, load_guide, remarks


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


def test_the_stages_stand_in_the_order_of_the_journey_with_their_minutes(guide: Guide) -> None:
    assert {stage.id: stage.minutes for stage in guide.stages.values()} == {
        "gather": 15,
        "purpose": 90,
        "values": 120,
        "rehearsal": 120,
        "commitments": 45,
        "agreement": 20,
    }
    assert list(guide.stages) == list(ACTIVITIES)


@pytest.mark.parametrize("stage", list(ACTIVITIES))
def test_the_steps_of_a_stage_add_up_to_its_minutes(guide: Guide, stage: str) -> None:
    assert sum(step.minutes for step in guide.stage(stage).steps) == guide.stage(stage).minutes


@pytest.mark.parametrize("stage", list(ACTIVITIES))
def test_every_activity_of_a_stage_is_used_by_one_of_its_steps(guide: Guide, stage: str) -> None:
    assert {step.activity for step in guide.stage(stage).steps} == set(ACTIVITIES[stage])


@pytest.mark.parametrize("stage", list(ACTIVITIES))
def test_every_step_says_what_to_say_what_to_capture_and_when_it_is_done(
    guide: Guide, stage: str
) -> None:
    for step in guide.stage(stage).steps:
        assert step.say, step.id
        assert step.capture, step.id
        assert step.done_when, step.id
        assert step.how, step.id
        assert step.summary, step.id


def test_the_follow_up_question_ends_a_sentence_of_the_console(guide: Guide) -> None:
    for stage in guide.stages.values():
        for step in stage.steps:
            assert not step.ask or (step.ask[0].islower() and step.ask[-1] == "?"), step.id


def test_the_purpose_stage_asks_its_questions_in_order(guide: Guide) -> None:
    asked = [(s.id, s.question) for s in guide.stage("purpose").steps if s.activity == "capture"]
    assert asked == [("why-bother", "why-bother"), ("only-us", "only-us"), ("vanish", "vanish")]
    assert guide.step("purpose", "why-bother").prompt == (
        "What is your higher purpose - why are you even bothering?"
    )


def test_what_is_written_alone_is_silent_and_nothing_else(guide: Guide) -> None:
    silent = [s.id for stage in guide.stages.values() for s in stage.steps if s.silent]
    assert silent == ["only-us", "vanish"]
    assert all("alone" in guide.step("purpose", step).how for step in silent)


def test_the_place_goes_into_the_prompt(guide: Guide) -> None:
    prompt = guide.step("purpose", "only-us").prompt
    assert guide.in_words(prompt, place="Ashby", group="") == (
        "What does Ashby need that only we have the power to do?"
    )


def test_the_group_goes_into_the_prompt(guide: Guide) -> None:
    prompt = guide.step("gather", "welcome").prompt
    filled = guide.in_words(prompt, place="", group="Ashby Health and Wellbeing Board")
    assert filled == "Welcome. Today we find out what Ashby Health and Wellbeing Board is for."


def test_a_place_without_a_name_leaves_no_hole_in_the_prompt(guide: Guide) -> None:
    assert guide.in_words("Who in {place}, in {group}?", place=" ", group="") == (
        "Who in this place, in this group?"
    )


def test_a_name_with_braces_in_it_is_not_filled_in_again(guide: Guide) -> None:
    assert guide.in_words("{place}", place="{group}", group="Board") == "{group}"


def test_no_prompt_is_left_with_a_brace_in_it(guide: Guide) -> None:
    for stage in guide.stages.values():
        for step in stage.steps:
            words = " ".join((step.prompt, step.say, step.how, step.ask, step.done_when))
            assert "{" not in guide.in_words(words, place="Ashby", group="the board"), step.id


def test_an_unknown_step_is_a_key_error_that_names_it(guide: Guide) -> None:
    with pytest.raises(KeyError, match="purpose has no step onlyus"):
        guide.step("purpose", "onlyus")


def test_the_minutes_before_a_step_are_those_of_the_steps_before_it(guide: Guide) -> None:
    rehearsal = guide.stage("rehearsal")
    assert rehearsal.minutes_before("brief") == 0
    assert rehearsal.minutes_before("play") == 25
    assert rehearsal.minutes_before("debrief") == 73


def test_the_minutes_of_the_values_stage_are_those_of_its_agenda(guide: Guide) -> None:
    minutes = [step.minutes for step in guide.stage("values").steps]
    assert minutes == [8, 12, 12, 18, 10, 48, 7, 5]


def test_the_journeys_stand_as_the_start_page_shows_them(guide: Guide) -> None:
    assert [(each.id, each.length) for each in guide.journeys.values()] == [
        ("full-journey", "one day"),
        ("purpose", "90 minutes"),
        ("values", "2 hours"),
        ("rehearsal", "2 hours"),
    ]
    assert guide.journeys["full-journey"].stages == tuple(ACTIVITIES)
    assert guide.journeys["purpose"].stages == ("gather", "purpose")


def test_six_packs_ship(guide: Guide) -> None:
    assert {pack.id: pack.title for pack in guide.packs.values()} == {
        "SC1": "Ward 9",
        "SC2": "The hole in the joint fund",
        "SC3": "Not on our street",
        "SC4": "Forty trolleys",
        "SC5": "Friday's front page",
        "SC6": "The line on the graph",
    }


@pytest.mark.parametrize("number", range(1, 7))
def test_every_pack_has_all_its_parts(guide: Guide, number: int) -> None:
    pack = guide.packs[f"SC{number}"]
    always = [each for each in pack.injects if not (each.when_decided or each.unless_decided)]
    assert [(each.id, each.at_min) for each in always] == [
        (f"SC{number}-I1", 28),
        (f"SC{number}-I2", 41),
        (f"SC{number}-I3", 56),
    ]
    assert [(each.id, each.at_min) for each in pack.decision_points] == [
        (f"SC{number}-D1", 48),
        (f"SC{number}-D2", 64),
    ]
    assert (len(pack.facts), len(pack.roles), len(pack.stakes), len(pack.dilemmas)) == (4, 6, 3, 2)
    assert len(pack.accountability_limits) == 2
    assert len(pack.values_likely_strained) == (2 if number == 5 else 3)
    assert [(each.phase, each.minutes, len(each.questions)) for each in pack.debrief] == [
        ("Feel", 8, 2),
        ("Retrace", 9, 2),
        ("Strain", 9, 2),
        ("Change", 9, 2),
    ]
    assert pack.check_in_before.startswith("One word for how you walk in, and a number: 1 at ease")
    assert pack.check_in_after.startswith("Step out of your role. One word, one number.")


def test_ward_9_keeps_its_words(guide: Guide) -> None:
    pack = guide.packs["SC1"]
    assert pack.content_note == "Hospital care of an older relative"
    assert pack.facts[1] == "GBP 1.1m a year would move"
    assert pack.values_likely_strained == ("V1", "V2", "V3")
    assert pack.injects[0].arrives_as == "Note passed to chair"
    assert pack.injects[0].text == (
        "A councillor has already told the campaign the board 'will save Ward 9'."
    )
    assert pack.decision_points[1].question == (
        "What do we say in public today, and in whose name?"
    )


def test_an_inject_to_everyone_is_for_the_room_and_another_is_not(guide: Guide) -> None:
    shown = {each.id for pack in guide.packs.values() for each in pack.injects if each.for_everyone}
    for_some = {"SC2-I4", "SC3-I5", "SC4-I4"}
    assert shown == {"SC1-I3", "SC3-I2", "SC4-I1", "SC5-I3"} | for_some


def test_decisions_and_injects_fall_within_the_play_of_the_shipped_rehearsal(guide: Guide) -> None:
    rehearsal = guide.stage("rehearsal")
    start = rehearsal.minutes_before("play")
    end = start + rehearsal.step("play").minutes
    for pack in guide.packs.values():
        for each in (*pack.injects, *pack.decision_points):
            assert start <= each.at_min < end, each.id


def test_the_debrief_of_every_pack_fills_the_debrief_step(guide: Guide) -> None:
    planned = guide.step("rehearsal", "debrief").minutes
    for pack in guide.packs.values():
        assert sum(each.minutes for each in pack.debrief) == planned, pack.id


@pytest.mark.parametrize("number", range(1, 7))
def test_every_decision_offers_two_or_three_ways_out_in_a_few_words(
    guide: Guide, number: int
) -> None:
    for point in guide.packs[f"SC{number}"].decision_points:
        assert 2 <= len(point.options) <= 3, point.id
        for option in point.options:
            assert len(option.title.split()) <= 5, option.title
            assert option.note, option.title


@pytest.mark.parametrize("number", range(1, 7))
def test_every_role_has_a_card_and_kin_and_the_observers_something_to_do(
    guide: Guide, number: int
) -> None:
    pack = guide.packs[f"SC{number}"]
    assert [note.role for note in pack.role_notes] == list(pack.roles)
    assert all(note.kin and re.search(r"\byour?\b", note.brief, re.I) for note in pack.role_notes)
    assert 3 <= len(pack.observer_tasks) <= 4


@pytest.mark.parametrize("number", range(1, 7))
def test_every_inject_has_a_title_and_an_hour_in_the_story(guide: Guide, number: int) -> None:
    for inject in guide.packs[f"SC{number}"].injects:
        assert inject.title, inject.id
        assert inject.story_time, inject.id


def test_some_injects_wait_for_a_decision_and_some_for_its_absence(guide: Guide) -> None:
    waiting = {
        each.id: (each.when_decided, each.option, each.unless_decided)
        for pack in guide.packs.values()
        for each in pack.injects
        if each.when_decided or each.unless_decided
    }
    assert waiting == {
        "SC2-I4": ("SC2-D1", "stop", ""),
        "SC2-I5": ("", "", "SC2-D1"),
        "SC3-I4": ("SC3-D1", "sign", ""),
        "SC3-I5": ("SC3-D1", "pause", ""),
        "SC4-I4": ("", "", "SC4-D1"),
        "SC4-I5": ("SC4-D2", "all", ""),
    }


def test_what_ships_misses_nothing_but_roles_that_the_packs_do_not_have(guide: Guide) -> None:
    play = guide.step("rehearsal", "play")
    start = guide.stage("rehearsal").minutes_before("play")
    minutes = range(start, start + play.minutes)
    said = [each.what for pack in guide.packs.values() for each in remarks(pack, minutes)]
    assert len(said) == 6
    assert all("which is not a role here" in each for each in said), said


def test_the_sample_workshop_ships() -> None:
    sample = json.loads(ELLERPORT.read_text(encoding="utf-8"))
    assert sample["schema"] == "shared-leadership-workshop/sample-1"
    assert len(sample["purpose"]["contributions"]) == sample["expected"]["contributions"] == 40


def test_the_scripts_are_set_with_curly_quotation_marks_and_apostrophes(guide: Guide) -> None:
    for script in (*guide.stages.values(), *guide.journeys.values()):
        assert not re.search("[\"']", " ".join(texts(msgspec.to_builtins(script)))), script.id


def texts(value: Any) -> list[str]:
    """Every text within."""
    if isinstance(value, str):
        return [value]
    each = (
        value.values()
        if isinstance(value, dict)
        else value
        if isinstance(value, list | tuple)
        else []
    )
    return [text for one in each for text in texts(one)]
