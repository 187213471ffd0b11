"""When things happen: the schedule, and the steps of a stage."""

from datetime import datetime, timedelta

from facilitator.guide import Stage, Step
from ui.demo.schedule import Schedule, Thread, spread, step_times

NINE = datetime(2026, 3, 2, 9)


def minutes(number: float) -> timedelta:
    """So many minutes."""
    return timedelta(minutes=number)


def stage(**steps: int) -> Stage:
    """A stage of steps of so many minutes."""
    made = tuple(
        Step(id=name, title=name, minutes=length, activity="open", prompt="?")
        for name, length in steps.items()
    )
    return Stage(id="values", title="", summary="", minutes=sum(steps.values()), steps=made)


def test_things_are_done_by_the_clock_and_at_one_moment_as_they_were_put_in() -> None:
    schedule, done = Schedule(), list[str]()
    schedule.at(NINE + minutes(5), done.append, "later")
    schedule.at(NINE, done.append, "first")
    schedule.at(NINE, done.append, "second")

    for _, act in schedule.in_order():
        act()

    assert done == ["first", "second", "later"]


def test_what_needs_another_thing_never_comes_before_it() -> None:
    schedule, done = Schedule(), list[str]()
    thread = Thread(schedule, NINE)
    thread.at(NINE + minutes(9), done.append, "opened")
    thread.at(NINE + minutes(1), done.append, "locked")

    moments = [moment for moment, _ in schedule.in_order()]

    assert moments == [NINE + minutes(9)] * 2


def test_steps_begin_as_the_guide_plans() -> None:
    times = step_times(stage(a=10, b=20, c=5), NINE, {})

    assert times == {"a": NINE, "b": NINE + minutes(10), "c": NINE + minutes(30)}


def test_steps_before_an_early_one_share_what_time_there_is() -> None:
    times = step_times(stage(a=10, b=20, c=5, d=5), NINE, {"c": NINE + minutes(15)})

    assert list(times.values()) == [NINE, NINE + minutes(5), NINE + minutes(15), NINE + minutes(20)]


def test_a_step_that_begins_late_leaves_the_earlier_ones_as_planned() -> None:
    times = step_times(stage(a=10, b=20, c=5), NINE, {"c": NINE + minutes(60)})

    assert times == {"a": NINE, "b": NINE + minutes(10), "c": NINE + minutes(60)}


def test_a_step_that_is_said_to_begin_before_the_stage_begins_with_it() -> None:
    times = step_times(stage(a=10, b=20), NINE, {"b": NINE - minutes(60)})

    assert times == {"a": NINE, "b": NINE}


def test_moments_are_spread_evenly_between_two() -> None:
    assert list(spread(NINE, NINE + minutes(4), 3)) == [
        NINE + minutes(1),
        NINE + minutes(2),
        NINE + minutes(3),
    ]
