"""Check-ins, what was said, strain, lessons and changes."""

import pytest

from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.changing import accept_change, propose_change
from facilitator.stages.rehearsal.debriefing import answer_debrief, judge_strain, learn_lesson
from facilitator.stages.rehearsal.feeling import check_in


@pytest.fixture
def play(table, pack):
    """A rehearsal called "flood" that has been played, and a value called "v"."""
    table.do(choose_scenario, pack, rehearsal_id="flood")
    table.value(value_id="v")
    return table


def flood(room):
    return room.workshop.rehearsals["flood"]


def test_the_mean_of_the_check_ins_is_known_before_and_after(play) -> None:
    assert flood(play).mean_tension("before") is None
    play.do(check_in, "flood", "before", "alder-lead", "watchful", 4)
    play.do(check_in, "flood", "before", "beech-lead", "calm", 1)
    play.do(check_in, "flood", "after", "beech-lead", "shaken", 5)

    assert flood(play).mean_tension("before") == 2.5
    assert flood(play).mean_tension("after") == 5


def test_a_second_check_in_puts_the_first_right(play) -> None:
    play.do(check_in, "flood", "before", "alder-lead", "watchful", 4)
    play.do(check_in, "flood", "before", "alder-lead", "calm", 1)

    assert [(f.word, f.tension) for f in flood(play).feelings] == [("calm", 1)]


def test_answers_are_kept_in_the_order_in_which_they_came(play) -> None:
    play.do(answer_debrief, "flood", "What did you feel?", "Cold.")
    play.do(answer_debrief, "flood", "What did you feel?", "Alone.")

    assert [answer for _, answer in flood(play).answers] == ["Cold.", "Alone."]


def test_a_later_verdict_takes_the_place_of_an_earlier_one(play) -> None:
    play.do(judge_strain, "flood", "v", "held", "At first", 10)
    play.do(judge_strain, "flood", "v", "broke", "When the call came", 20)

    (strain,) = flood(play).strains.values()
    assert (strain.verdict, strain.moment, strain.minute) == ("broke", "When the call came", 20)


def test_a_lesson_is_put_right_in_its_place(play) -> None:
    first = play.do(learn_lesson, "flood", "Ring first").id
    play.do(learn_lesson, "flood", "Write it down")
    play.do(learn_lesson, "flood", "Ring before acting", "Bea", first)

    assert [(lesson.text, lesson.owner) for lesson in flood(play).lessons] == [
        ("Ring before acting", "Bea"),
        ("Write it down", ""),
    ]


@pytest.mark.parametrize("target", ["v", "purpose", "commitments"])
def test_a_change_is_proposed_and_accepted(play, target) -> None:
    made = play.do(propose_change, "flood", target, "Name the reserve", "Bea", "2026-06-01").id
    assert not flood(play).changes[made].accepted
    play.do(accept_change, "flood", made, "will" if target == "v" else "")

    assert flood(play).changes[made].accepted
    assert flood(play).changes[made].target == target


NO_SCENARIO = "Choose a scenario first."


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (check_in, ("gone", "before", "alder-lead", "calm", 1), NO_SCENARIO),
        (answer_debrief, ("gone", "?", "Words"), NO_SCENARIO),
        (judge_strain, ("gone", "v", "held", ""), NO_SCENARIO),
        (learn_lesson, ("gone", "Words"), NO_SCENARIO),
        (propose_change, ("gone", "v", "Words"), NO_SCENARIO),
        (accept_change, ("gone", "c"), NO_SCENARIO),
        (check_in, ("flood", "before", "nobody", "calm", 1), "Whose check-in is it?"),
        (check_in, ("flood", "before", "alder-lead", " ", 1), "How are they? One word is enough."),
        (answer_debrief, ("flood", "?", ""), "What was said?"),
        (judge_strain, ("flood", "w", "held", ""), "Choose one of this workshop's values."),
        (learn_lesson, ("flood", ""), "What is the lesson?"),
        (
            propose_change,
            ("flood", "w", "Words"),
            "What does it change: a value, the purpose or the commitments?",
        ),
        (propose_change, ("flood", "v", ""), "What should change?"),
        (
            propose_change,
            ("flood", "v", "Words", "", "June"),
            "“June” is not a date. Write it like 23 Nov 2026.",
        ),
        (accept_change, ("flood", "gone"), "That change is no longer there."),
    ],
)
def test_it_is_refused_in_plain_words(play, command, args, sentence) -> None:
    assert play.refused(command, *args) == sentence


@pytest.mark.parametrize("tension", [0, 6])
def test_the_number_goes_from_one_to_five(play, tension) -> None:
    assert play.refused(check_in, "flood", "before", "alder-lead", "calm", tension) == (
        "The number goes from 1, at ease, to 5, tense."
    )


@pytest.mark.parametrize("tension", [1, 5])
def test_one_and_five_are_numbers_that_may_be_given(play, tension) -> None:
    play.do(check_in, "flood", "before", "alder-lead", "calm", tension)

    assert flood(play).mean_tension("before") == tension
