"""What the room has seen is not taken back: undo passes over it, and takes what is beside it."""

from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.injects import (
    hold_inject,
    let_inject_go,
    move_inject,
    play_inject,
    write_inject,
)
from facilitator.stages.rehearsal.observing import take_note

START = 1_742_300_000.0


def flood(room):
    return room.workshop.rehearsals["flood"]


def test_an_inject_made_up_stands_once_it_has_arrived(play) -> None:
    play.do(take_note, "flood", 60, "They left.")
    made = play.do(write_inject, "flood", "The dam holds.", "", "Radio", 12).inject.id
    play.do(play_inject, "flood", made, 12)
    play.undo()

    assert flood(play).inject(made).text == "The dam holds."
    assert flood(play).notes == {}


def test_an_inject_made_up_is_taken_back_before_it_arrives(play) -> None:
    made = play.do(write_inject, "flood", "The dam holds.", "", "Radio", 12).inject.id
    play.undo()

    assert flood(play).inject(made) is None


def test_other_words_stand_once_they_have_arrived(play) -> None:
    play.do(take_note, "flood", 60, "They left.")
    play.do(write_inject, "flood", "The river stays.", "", "Radio", 12, "first")
    play.do(play_inject, "flood", "first", 12, "clock")
    play.undo()

    assert flood(play).inject("first").text == "The river stays."


def test_a_hold_and_a_move_stand_once_it_has_arrived(play) -> None:
    play.do(take_note, "flood", 60, "They left.")
    play.do(hold_inject, "flood", "first")
    play.do(let_inject_go, "flood", "first")
    play.do(move_inject, "flood", "first", 14, START)
    play.do(play_inject, "flood", "first", 14, "clock")
    play.undo()

    assert flood(play).held == frozenset()
    assert flood(play).moved == {"first": 14}
    assert flood(play).notes == {}


def test_the_choice_of_a_scenario_stands_once_its_clock_was_set_going(play) -> None:
    play.do(start_clock, "flood", START, 0)
    for _ in range(30):
        play.undo()

    assert list(play.workshop.rehearsals) == ["flood"]


def test_the_choice_of_a_scenario_is_taken_back_before(play) -> None:
    play.undo()

    assert play.workshop.rehearsals == {}
