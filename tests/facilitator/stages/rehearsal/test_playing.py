"""The scenario, its roles, its clock, its injects and its decisions."""

import pytest

from facilitator.events import Refused
from facilitator.rounds import latest_round
from facilitator.stages.gather import join_member
from facilitator.stages.rehearsal.casting import choose_scenario, give_role, name_observers
from facilitator.stages.rehearsal.clock import pause_clock, start_clock
from facilitator.stages.rehearsal.debriefing import learn_lesson
from facilitator.stages.rehearsal.deciding import open_decision_round, put_decision
from facilitator.stages.rehearsal.injects import (
    InjectAnswered,
    InjectPlayed,
    answer_inject,
    due_injects,
    play_inject,
)


@pytest.fixture
def play(table, pack):
    """A rehearsal called "flood" that is about to begin."""
    table.do(choose_scenario, pack, rehearsal_id="flood")
    return table


def flood(room):
    return room.workshop.rehearsals["flood"]


def at(minute: float) -> float:
    """Seconds since 1970 so many minutes into the rehearsal."""
    return 1_742_300_000.0 + minute * 60


def minutes(room, minute: float) -> float:
    return flood(room).clock.seconds(at(minute)) / 60


def due(room, minute: float) -> list[str]:
    return [i.id for i in due_injects(room.workshop, flood(room), at(minute))]


def test_the_whole_pack_is_kept_with_a_stop_word(play, pack) -> None:
    assert flood(play).pack == pack
    assert flood(play).stop_word == "Pause please"
    other = play.do(choose_scenario, pack, " Enough ").id
    assert play.workshop.rehearsals[other].stop_word == "Enough"


def test_a_role_passes_to_another_member(play) -> None:
    play.do(give_role, "flood", "Mayor", "alder-lead")
    play.do(give_role, "flood", "Duty manager", "beech-lead")
    play.do(give_role, "flood", "Mayor", "cedar-lead")

    assert {p.role: p.member for p in flood(play).parts} == {
        "Duty manager": "beech-lead",
        "Mayor": "cedar-lead",
    }


def test_a_role_is_freed(play) -> None:
    play.do(give_role, "flood", "Mayor", "alder-lead")
    play.do(give_role, "flood", "Mayor", "")

    assert flood(play).parts == ()


def test_nobody_plays_their_own_job(play) -> None:
    play.do(join_member, "alder", "Duty Manager", "Bea", member_id="bea")

    assert play.refused(give_role, "flood", "duty manager", "bea") == (
        "Bea does that job. Give them another part."
    )


def test_only_members_watch(play) -> None:
    play.do(name_observers, "flood", ("alder-lead", "nobody"))

    assert flood(play).observers == ("alder-lead",)


def test_the_clock_stands_until_it_is_set_going(play) -> None:
    assert minutes(play, 50) == 0
    assert not flood(play).clock.running


def test_the_clock_leaves_pauses_out(play) -> None:
    play.do(start_clock, "flood", at(0))
    play.do(pause_clock, "flood", at(12))
    assert minutes(play, 40) == 12
    play.do(start_clock, "flood", at(40))

    assert minutes(play, 45) == 17


def test_the_clock_may_begin_at_a_later_minute_of_the_stage(play) -> None:
    play.do(start_clock, "flood", at(0), 15)
    play.do(pause_clock, "flood", at(2))
    play.do(start_clock, "flood", at(10))

    assert minutes(play, 11) == 18


def test_a_wall_clock_set_back_takes_nothing_away(play) -> None:
    play.do(start_clock, "flood", at(0))
    play.do(pause_clock, "flood", at(5))
    play.do(start_clock, "flood", at(6))
    assert minutes(play, 2) == 5
    play.do(pause_clock, "flood", at(2))

    assert minutes(play, 99) == 5


def test_injects_are_due_from_their_minute_on(play) -> None:
    play.do(start_clock, "flood", at(0))

    assert due(play, 9.9) == []
    assert due(play, 10) == ["i1"]
    assert due(play, 25) == ["i1", "i2"]


def test_a_pause_holds_later_injects_back_without_losing_them(play) -> None:
    play.do(start_clock, "flood", at(0))
    play.do(play_inject, "flood", "i1", 10, "clock")
    play.do(pause_clock, "flood", at(15))
    assert due(play, 60) == []
    play.do(start_clock, "flood", at(60))

    assert due(play, 64) == []
    assert due(play, 65) == ["i2"]
    assert due(play, 75) == ["i2", "i3"]


@pytest.mark.parametrize("how", ["clock", "hand", "skipped"])
def test_an_inject_that_was_played_or_skipped_is_no_longer_due(play, how) -> None:
    play.do(start_clock, "flood", at(0))
    play.do(play_inject, "flood", "i1", 11, how)

    assert due(play, 12) == []
    assert (flood(play).played["i1"].minute, flood(play).played["i1"].how) == (11, how)


def test_an_inject_played_ahead_by_hand_does_not_come_again_by_the_clock(play) -> None:
    play.do(start_clock, "flood", at(0))
    play.do(play_inject, "flood", "i3", 1)

    assert due(play, 35) == ["i1", "i2"]


def test_an_inject_is_played_once(play) -> None:
    play.do(play_inject, "flood", "i1", 10)

    assert play.refused(play_inject, "flood", "i1", 11) == "That inject has been played already."


def test_of_two_seats_that_play_an_inject_the_first_counts(play) -> None:
    play.do(play_inject, "flood", "i1", 10)
    play.do(answer_inject, "flood", "i1", "We rang the depot.")
    play.happened(InjectPlayed("flood", "i1", 11, "clock"))

    assert flood(play).played["i1"].minute == 10
    assert flood(play).played["i1"].response == "We rang the depot."


def test_an_answer_to_an_inject_that_was_taken_back_changes_nothing(play) -> None:
    before = flood(play)
    play.happened(InjectAnswered("flood", "i1", "Words"))

    assert flood(play) == before


def test_taking_back_never_names_an_inject_that_has_arrived(play) -> None:
    play.do(start_clock, "flood", at(0))
    before = play.do(learn_lesson, "flood", "Ring first")
    play.do(play_inject, "flood", "i1", 10)

    play.undo()

    assert "i1" in flood(play).played
    assert before.id not in {lesson.id for lesson in flood(play).lessons}


def test_an_inject_that_was_skipped_may_still_arrive(play) -> None:
    play.do(play_inject, "flood", "i1", 10, "skipped")

    play.do(play_inject, "flood", "i1", 12)

    assert (flood(play).played["i1"].minute, flood(play).played["i1"].how) == (12, "hand")


def test_an_inject_that_arrived_is_never_skipped_afterwards(play) -> None:
    play.do(play_inject, "flood", "i1", 10)

    with pytest.raises(Refused, match="has been played already"):
        play.do(play_inject, "flood", "i1", 12, "skipped")


def test_a_decision_is_put_corrected_and_asked_of_everyone(play) -> None:
    made = play.do(put_decision, "flood", "d1", 25, "The hospital first", "Lives").id
    play.do(put_decision, "flood", "d1", 26, "The hospital and the home first", decision_id=made)
    play.do(open_decision_round, "flood", made)

    assert list(flood(play).decisions) == [made]
    assert latest_round(play.workshop, made).wording == "The hospital and the home first"


NO_SCENARIO = "Choose a scenario first."


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (give_role, ("gone", "Mayor", ""), NO_SCENARIO),
        (name_observers, ("gone", ()), NO_SCENARIO),
        (start_clock, ("gone", 1.0), NO_SCENARIO),
        (pause_clock, ("gone", 1.0), NO_SCENARIO),
        (play_inject, ("gone", "i1", 1), NO_SCENARIO),
        (answer_inject, ("gone", "i1", "Words"), NO_SCENARIO),
        (put_decision, ("gone", "d1", 1, "Words"), NO_SCENARIO),
        (open_decision_round, ("gone", "d"), NO_SCENARIO),
        (give_role, ("flood", " ", "alder-lead"), "Which role?"),
        (
            give_role,
            ("flood", "Mayor", "nobody"),
            "That person is not on the list. Add them first.",
        ),
        (pause_clock, ("flood", 1.0), "The scenario clock is not going."),
        (play_inject, ("flood", "i9", 1), "This scenario has no such inject."),
        (answer_inject, ("flood", "i1", "Words"), "That inject has not arrived yet."),
        (put_decision, ("flood", "d9", 1, "Words"), "Choose a decision point of this scenario."),
        (put_decision, ("flood", "d1", 1, ""), "What is proposed?"),
        (open_decision_round, ("flood", "gone"), "Put the decision first."),
    ],
)
def test_it_is_refused_in_plain_words(play, command, args, sentence) -> None:
    assert play.refused(command, *args) == sentence


def test_a_clock_that_is_going_is_not_started_again(play) -> None:
    play.do(start_clock, "flood", at(0))

    assert play.refused(start_clock, "flood", at(1)) == "The scenario clock is going already."


def test_what_the_group_did_must_be_said(play) -> None:
    play.do(play_inject, "flood", "i1", 10)

    assert play.refused(answer_inject, "flood", "i1", " ") == "What did the group do?"
