"""The clock of a session, under clocks that sleep, jump and are set."""

from datetime import UTC, datetime, timedelta

from sessions.clock import SetClock, WallClock, elapsed

NINE = datetime(2026, 3, 18, 9, 0, tzinfo=UTC)


class Computer:
    """A computer whose wall clock can be set, and whose uncounted time is sleep."""

    def __init__(self) -> None:
        self.wall = NINE.timestamp()
        self.booted = 5_000.0

    def passes(self, seconds: float) -> None:
        self.wall += seconds
        self.booted += seconds

    def clock(self) -> WallClock:
        return WallClock(lambda: self.wall, lambda: self.booted)


def test_it_starts_with_the_computer_s_time() -> None:
    assert Computer().clock().now() == NINE


def test_its_time_is_local_and_says_its_zone() -> None:
    assert Computer().clock().now().utcoffset() == NINE.astimezone().utcoffset()


def test_an_hour_asleep_counts() -> None:
    computer = Computer()
    clock = computer.clock()
    computer.passes(3_600)

    assert clock.now() == NINE + timedelta(hours=1)


def test_a_wall_clock_set_back_an_hour_does_not_matter() -> None:
    computer = Computer()
    clock = computer.clock()
    computer.passes(60)
    computer.wall -= 3_600
    computer.passes(60)

    assert clock.now() == NINE + timedelta(minutes=2)


def test_a_wall_clock_set_forward_does_not_matter() -> None:
    computer = Computer()
    clock = computer.clock()
    computer.wall += 86_400

    assert clock.now() == NINE


def test_a_corrected_clock_is_followed_from_the_next_time_on() -> None:
    computer = Computer()
    computer.clock()
    computer.wall += 3_600

    assert computer.clock().now() == NINE + timedelta(hours=1)


def test_the_counted_time_never_goes_back() -> None:
    first = elapsed()

    assert elapsed() >= first


def test_the_real_clock_says_what_the_computer_says() -> None:
    assert abs(WallClock().now() - datetime.now().astimezone()) < timedelta(seconds=5)


def test_a_set_clock_says_what_it_was_told() -> None:
    clock = SetClock(datetime(2026, 3, 18, 9, 0))
    clock.forward(90)
    assert clock.now().isoformat()[:19] == "2026-03-18T09:01:30"

    clock.at(datetime(2026, 3, 19, 14, 0))
    assert clock.now().isoformat()[:19] == "2026-03-19T14:00:00"
    assert clock.now().tzinfo is not None
