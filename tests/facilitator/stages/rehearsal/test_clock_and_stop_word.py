"""The scenario clock is put to a minute; the stop word stops everything, and going on goes on."""

from facilitator.progress import enter_step, pause_timer
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import (
    go_on,
    pause_clock,
    say_stop_word,
    set_clock,
    start_clock,
)
from facilitator.stages.rehearsal.injects import due_injects, play_inject
from facilitator.stages.rehearsal.observing import take_note

START = 1_742_300_000.0


def flood(room):
    return room.workshop.rehearsals["flood"]


def shows(room, seconds: float) -> float:
    """What the scenario clock shows so many seconds after the start."""
    return flood(room).clock.seconds(START + seconds)


def stepped(room, seconds: float) -> float:
    """What the step's own clock has run."""
    return room.workshop.progress.now.seconds(START + seconds)


def test_a_clock_that_goes_is_put_to_a_second_and_goes_on_from_there(play) -> None:
    play.do(start_clock, "flood", START, 28)
    play.do(set_clock, "flood", START + 10, 1_885)

    assert shows(play, 10) == 1_885
    assert shows(play, 15) == 1_890


def test_a_clock_that_stands_is_put_to_a_second_and_stands(play) -> None:
    play.do(set_clock, "flood", START, 1_885)

    assert shows(play, 60) == 1_885
    play.do(start_clock, "flood", START + 60)
    assert shows(play, 70) == 1_895


def test_a_pause_that_lies_before_the_start_takes_nothing_away(play) -> None:
    play.do(start_clock, "flood", START, 28)
    play.do(pause_clock, "flood", START - 3600)

    assert shows(play, 60) == 28 * 60


def test_the_time_of_a_second_is_known_while_the_clock_goes(play) -> None:
    assert flood(play).clock.time_at(1_800) == 0
    play.do(start_clock, "flood", START, 28)

    assert flood(play).clock.time_at(29 * 60) == START + 60
    assert flood(play).clock.seconds(flood(play).clock.time_at(2_000)) == 2_000


def test_the_stop_word_stops_the_story_and_the_step(play) -> None:
    play.do(enter_step, "rehearsal", "play", START)
    play.do(start_clock, "flood", START, 28)
    play.do(say_stop_word, "flood", START + 60)

    assert (shows(play, 900), stepped(play, 900)) == (29 * 60, 60)
    assert flood(play).stops == (29,)


def test_going_on_lets_go_what_ran(play) -> None:
    play.do(enter_step, "rehearsal", "play", START)
    play.do(start_clock, "flood", START, 28)
    play.do(say_stop_word, "flood", START + 60)
    play.do(go_on, "flood", START + 300)

    assert (shows(play, 310), stepped(play, 310)) == (29 * 60 + 10, 70)
    assert flood(play).stop is None


def test_going_on_leaves_standing_what_stood(play) -> None:
    play.do(enter_step, "rehearsal", "check-in-before", START)
    play.do(pause_timer, START + 5)
    play.do(say_stop_word, "flood", START + 60)
    play.do(go_on, "flood", START + 300)

    assert (shows(play, 310), stepped(play, 310)) == (0, 5)


def test_undo_does_not_take_the_stop_word_back(play) -> None:
    play.do(take_note, "flood", 60, "Two people left.")
    play.do(say_stop_word, "flood", START)
    play.undo()

    assert flood(play).notes == {}
    assert flood(play).stop is not None


def test_the_stop_word_stops_every_story_and_lets_only_its_own_go_on(play, story) -> None:
    play.do(start_clock, "flood", START, 0)
    play.do(choose_scenario, story, rehearsal_id="fire")
    play.do(start_clock, "fire", START, 0)
    play.do(say_stop_word, "fire", START + 60)
    stopped = [each.clock.seconds(START + 900) for each in play.workshop.rehearsals.values()]
    assert stopped == [60, 60]

    play.do(go_on, "fire", START + 900)

    running = {name: each.clock.running for name, each in play.workshop.rehearsals.items()}
    assert running == {"flood": False, "fire": True}


def test_nothing_arrives_in_any_story_while_a_stop_word_holds(play, story) -> None:
    play.do(start_clock, "flood", START, 11)
    play.do(choose_scenario, story, rehearsal_id="fire")
    play.do(say_stop_word, "fire", START)

    assert due_injects(play.workshop, flood(play), START + 60) == []
    refused = play.refused(play_inject, "flood", "first", 11)
    assert refused == "The stop word was said. Go on together first."
