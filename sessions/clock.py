"""Clocks: what time it is for a workshop, whatever the computer's own clock does in mid-session."""

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What a session asks for the time."""

    def now(self) -> datetime:
        """The time, aware, in the local zone."""
        ...


def elapsed() -> float:
    """Seconds since some moment before now, on a clock that nobody sets and that sleep counts in.

    Linux's monotonic clock stops while the computer sleeps and its boot time does not; macOS's
    and Windows's go on.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


class WallClock:
    """The computer's clock, read once, and from then on counted in time that nobody sets.

    A clock set back an hour in mid-session moves no timer and no minute of attendance. The price
    is that a wrong clock put right in mid-session is followed only when the workshop is opened
    again: within one sitting, everything keeps one reckoning.

    `wall` gives seconds since 1970 and `counted` seconds since any moment; tests hand in their own.
    """

    def __init__(
        self, wall: Callable[[], float] = time.time, counted: Callable[[], float] = elapsed
    ) -> None:
        self._counted = counted
        self._zero = wall() - counted()

    def now(self) -> datetime:
        """The time by the clock as it stood at the start, and what has passed since."""
        return datetime.fromtimestamp(self._zero + self._counted()).astimezone()


class SetClock:
    """A clock that says what it was told, for demonstrations and tests."""

    def __init__(self, now: datetime) -> None:
        self._now = now.astimezone()

    def now(self) -> datetime:
        """The time it was told."""
        return self._now

    def at(self, now: datetime) -> None:
        """Set it. A time without a zone is local."""
        self._now = now.astimezone()

    def forward(self, seconds: float) -> None:
        """Let seconds pass."""
        self._now += timedelta(seconds=seconds)
