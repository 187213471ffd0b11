"""Another scenario in one workshop: what nothing came of gives way, the steps begin anew."""

import pytest

from facilitator.progress import enter_step, pause_timer
from facilitator.stages.rehearsal.casting import choose_scenario, give_role
from facilitator.stages.rehearsal.clock import pause_clock, start_clock
from facilitator.stages.rehearsal.feeling import give_slip
from facilitator.stages.rehearsal.observing import take_note

START = 1_742_300_000.0


def again(room, story) -> None:
    room.do(choose_scenario, story, rehearsal_id="second")


def test_a_scenario_of_which_nothing_came_gives_way_to_another(play, story) -> None:
    play.do(give_role, "flood", "Mayor", "alder-lead")
    again(play, story)

    assert list(play.workshop.rehearsals) == ["second"]


def test_taking_the_choice_back_brings_the_one_before_back_with_its_roles(play, story) -> None:
    play.do(give_role, "flood", "Mayor", "alder-lead")
    again(play, story)
    play.undo()

    assert [part.role for part in play.workshop.rehearsals["flood"].parts] == ["Mayor"]


@pytest.mark.parametrize(
    ("command", "args"),
    [
        (start_clock, (START,)),
        (give_slip, ("before", "calm", 2)),
        (take_note, (60, "They left.")),
    ],
)
def test_a_scenario_of_which_something_came_stays(play, story, command, args) -> None:
    play.do(command, "flood", *args)
    again(play, story)

    assert list(play.workshop.rehearsals) == ["flood", "second"]


def test_the_steps_begin_anew_with_another_playing(play, story) -> None:
    play.do(enter_step, "rehearsal", "brief", START)
    play.do(enter_step, "rehearsal", "play", START + 60)
    play.do(give_slip, "flood", "before", "calm", 2)
    play.do(enter_step, "rehearsal", "brief", START + 3_000)
    again(play, story)

    assert play.workshop.progress.done() == set()
    play.do(enter_step, "rehearsal", "play", START + 3_100)
    assert play.workshop.progress.now.seconds(START + 3_110) == 10
    assert play.workshop.progress.done() == {("rehearsal", "brief")}


def test_the_steps_of_other_stages_stay_done(play, story) -> None:
    play.do(enter_step, "gather", "welcome", START)
    play.do(enter_step, "rehearsal", "brief", START + 60)
    play.do(give_slip, "flood", "before", "calm", 2)
    again(play, story)

    assert play.workshop.progress.done() == {("gather", "welcome")}


def test_the_first_playing_begins_nothing_anew(room, story) -> None:
    room.do(enter_step, "rehearsal", "brief", START)
    room.do(enter_step, "rehearsal", "play", START + 60)
    room.do(choose_scenario, story, rehearsal_id="flood")

    assert room.workshop.progress.done() == {("rehearsal", "brief")}


def test_a_timer_can_be_paused_in_a_step_that_began_anew(play, story) -> None:
    play.do(enter_step, "rehearsal", "brief", START)
    play.do(give_slip, "flood", "before", "calm", 2)
    again(play, story)
    play.do(pause_timer, START + 90)

    assert play.workshop.progress.done() == set()
    assert play.workshop.progress.now.running_since == 0


def test_a_rehearsal_remembers_when_it_was_begun(play) -> None:
    play.do(start_clock, "flood", START, 25)
    play.do(pause_clock, "flood", START + 60)
    play.do(start_clock, "flood", START + 900)

    assert play.workshop.rehearsals["flood"].begun == START
