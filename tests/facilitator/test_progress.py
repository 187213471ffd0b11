"""The step in hand, its clock, and whether the day runs ahead or behind."""

import pytest

from facilitator.guide.guide import Guide
from facilitator.guide.stage import Stage, Step
from facilitator.progress import (
    enter_step,
    extend_timer,
    journey,
    minutes_behind,
    pause_timer,
    resume_timer,
    seconds_left,
)
from facilitator.stages.gather import name_workshop


def stage(name: str, **minutes: int) -> Stage:
    steps = [
        Step(id=i, title=i, minutes=m, activity="welcome", prompt="?") for i, m in minutes.items()
    ]
    return Stage(
        id=name, title=name, summary=name, minutes=sum(minutes.values()), steps=tuple(steps)
    )


GUIDE = Guide(
    stages={"gather": stage("gather", who=10, rule=5), "purpose": stage("purpose", capture=20)},
    journeys={},
    packs={},
)


def walk(room, *steps: tuple[str, float]) -> None:
    """Enter steps of gather at minutes."""
    for step, minute in steps:
        room.do(enter_step, "gather", step, 1_000 + minute * 60)


def spent(room, minute: float) -> float:
    """Minutes spent in the step in hand."""
    return room.workshop.progress.now.seconds(1_000 + minute * 60) / 60


def test_no_step_is_in_hand_before_the_first(room) -> None:
    assert room.workshop.progress.now is None
    assert room.workshop.progress.done() == set()


def test_the_clock_of_a_step_starts_when_it_is_entered(room) -> None:
    walk(room, ("who", 0))

    assert spent(room, 4) == 4


def test_entering_the_step_in_hand_again_does_not_start_its_clock_anew(room) -> None:
    walk(room, ("who", 0), ("who", 3))

    assert spent(room, 4) == 4
    assert len(room.workshop.progress.visits) == 1


def test_a_pause_is_left_out(room) -> None:
    walk(room, ("who", 0))
    room.do(pause_timer, 1_000 + 2 * 60)
    assert spent(room, 9) == 2
    room.do(resume_timer, 1_000 + 10 * 60)

    assert spent(room, 11) == 3


def test_pausing_twice_and_resuming_twice_count_once(room) -> None:
    walk(room, ("who", 0))
    for minute in (2, 5):
        room.do(pause_timer, 1_000 + minute * 60)
    for minute in (10, 15):
        room.do(resume_timer, 1_000 + minute * 60)

    assert spent(room, 16) == 8


def test_a_step_that_is_left_is_done_and_stands_still(room) -> None:
    walk(room, ("who", 0), ("rule", 4))

    assert room.workshop.progress.done() == {("gather", "who")}
    assert room.workshop.progress.visits[0].seconds(99_999) == 240


def test_going_back_to_a_step_goes_on_with_its_clock_and_its_minutes(room) -> None:
    walk(room, ("who", 0))
    room.do(extend_timer, 2)
    walk(room, ("rule", 4), ("who", 6))

    assert spent(room, 7) == 5
    assert room.workshop.progress.now.extra_minutes == 2


def test_a_step_that_was_paused_when_it_was_left_goes_on_when_it_is_entered(room) -> None:
    walk(room, ("who", 0))
    room.do(pause_timer, 1_000 + 60)
    walk(room, ("rule", 4), ("who", 6))

    assert spent(room, 7) == 2


def test_a_clock_set_back_takes_nothing_away(room) -> None:
    walk(room, ("who", 5))

    assert spent(room, 0) == 0
    room.do(pause_timer, 1_000)
    assert spent(room, 9) == 0


def test_one_more_minute_is_a_minute_more(room) -> None:
    walk(room, ("who", 0))
    room.do(extend_timer)

    now = room.workshop.progress.now
    assert seconds_left(now, 10, 1_000 + 60) == 10 * 60


def test_what_is_left_goes_below_nothing_when_time_is_up(room) -> None:
    walk(room, ("who", 0))

    assert seconds_left(room.workshop.progress.now, 10, 1_000 + 11 * 60) == -60


@pytest.mark.parametrize(("command", "arg"), [(pause_timer, 1.0), (resume_timer, 1.0)])
def test_there_is_no_clock_before_the_first_step(room, command, arg) -> None:
    assert room.refused(command, arg) == "No step is in hand yet."


def test_there_is_nothing_to_extend_before_the_first_step(room) -> None:
    assert room.refused(extend_timer) == "No step is in hand yet."


def behind(room, minute: float) -> int:
    return minutes_behind(room.workshop, GUIDE, 1_000 + minute * 60)


def test_a_day_that_has_not_begun_is_on_time(room) -> None:
    assert behind(room, 0) == 0


def test_a_step_that_took_longer_puts_the_day_behind(room) -> None:
    walk(room, ("who", 0), ("rule", 13))

    assert behind(room, 14) == 3


def test_a_step_that_was_shorter_puts_the_day_ahead(room) -> None:
    walk(room, ("who", 0), ("rule", 8))

    assert behind(room, 9) == -2


def test_being_early_in_a_step_is_not_being_ahead(room) -> None:
    walk(room, ("who", 0))

    assert behind(room, 1) == 0


def test_running_over_in_the_step_in_hand_puts_the_day_behind(room) -> None:
    walk(room, ("who", 0))

    assert behind(room, 14.5) == 4


def test_minutes_that_were_added_are_behind_plan(room) -> None:
    walk(room, ("who", 0))
    room.do(extend_timer, 5)

    assert behind(room, 13) == 3


def test_a_step_entered_twice_counts_once(room) -> None:
    walk(room, ("who", 0), ("rule", 10), ("who", 15), ("rule", 17))

    assert behind(room, 17) == 2


def test_a_step_the_guide_does_not_know_counts_nothing(room) -> None:
    room.do(enter_step, "gather", "gone", 1_000.0)
    room.do(enter_step, "gone", "gone", 5_000.0)
    walk(room, ("who", 100))

    assert behind(room, 100) == 0


def test_the_journey_is_every_step_of_the_workshops_stages(room) -> None:
    whole = [("gather", "who"), ("gather", "rule"), ("purpose", "capture")]
    assert journey(room.workshop, GUIDE) == whole
    room.do(name_workshop, "Title", "Group", "Place", stages=("purpose", "visits"))

    assert journey(room.workshop, GUIDE) == whole[2:]
