"""The moments at which things happen: one list in the order of the clock, and a stage's steps."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import ParamSpec

from facilitator.guide import Stage

Act = Callable[[], object]
_Given = ParamSpec("_Given")


class Schedule:
    """What is to be done, and when. Two things at one moment keep the order they were put in."""

    def __init__(self) -> None:
        self._acts: list[tuple[datetime.datetime, Act]] = []

    def at(
        self,
        moment: datetime.datetime,
        act: Callable[_Given, object],
        *args: _Given.args,
        **kwargs: _Given.kwargs,
    ) -> None:
        """Do something at a moment (local)."""
        self._acts.append((moment, partial(act, *args, **kwargs)))

    def in_order(self) -> Iterator[tuple[datetime.datetime, Act]]:
        """Everything, by the clock."""
        yield from sorted(self._acts, key=lambda each: each[0])


class Thread:
    """Things of which each needs the one before it, whatever times a file gives for them."""

    def __init__(self, schedule: Schedule, start: datetime.datetime) -> None:
        self._schedule = schedule
        self.now = start

    def at(
        self,
        moment: datetime.datetime,
        act: Callable[_Given, object],
        *args: _Given.args,
        **kwargs: _Given.kwargs,
    ) -> None:
        """Do something at a moment, or right after what it needs when that is later."""
        self.now = max(self.now, moment)
        self._schedule.at(self.now, act, *args, **kwargs)


def step_times(
    stage: Stage, start: datetime.datetime, pinned: Mapping[str, datetime.datetime]
) -> dict[str, datetime.datetime]:
    """When each step of a stage begins.

    As the guide plans it, except that a pinned step begins at its moment: when that is early, the
    steps before it share what time there is, and those after it follow on.
    """
    times: dict[str, datetime.datetime] = {}
    since = start
    waiting: list[tuple[str, int]] = []
    for step in stage.steps:
        planned = since + datetime.timedelta(minutes=sum(minutes for _, minutes in waiting))
        if step.id in pinned:
            begins = max(since, pinned[step.id])
            times |= _shared(waiting, since, min(begins, planned))
            since, waiting = begins, []
        waiting.append((step.id, step.minutes))
    end = since + datetime.timedelta(minutes=sum(minutes for _, minutes in waiting))
    return times | _shared(waiting, since, end)


def spread(
    start: datetime.datetime, end: datetime.datetime, count: int
) -> Iterator[datetime.datetime]:
    """So many moments between two, evenly, in whole seconds; neither of the two is among them."""
    whole = max(0.0, (end - start).total_seconds())
    for number in range(1, count + 1):
        yield start + datetime.timedelta(seconds=int(whole * number / (count + 1)))


def _shared(
    waiting: list[tuple[str, int]], start: datetime.datetime, end: datetime.datetime
) -> dict[str, datetime.datetime]:
    planned = sum(minutes for _, minutes in waiting) or 1
    seconds = (end - start).total_seconds()
    times = {}
    before = 0
    for step, minutes in waiting:
        times[step] = start + datetime.timedelta(seconds=int(seconds * before / planned))
        before += minutes
    return times
