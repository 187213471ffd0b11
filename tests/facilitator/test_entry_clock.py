"""The clock that orders all entries of all writers."""

import uuid

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.history import EntryClock

FUTURE = "7fffffff-ffff-7123-8000-000000000000"


def stopped(at: int = 1_742_300_000_000) -> EntryClock:
    return EntryClock(lambda: at)


def test_an_id_has_the_shape_of_a_uuid_of_version_7() -> None:
    tick = stopped().tick()

    parsed = uuid.UUID(tick)
    assert str(parsed) == tick
    assert parsed.version == 7
    assert parsed.variant == uuid.RFC_4122


def test_an_id_begins_with_the_milliseconds() -> None:
    at = 1_742_300_123_456

    assert uuid.UUID(stopped(at).tick()).int >> 80 == at


def test_ids_ascend_while_the_clock_stands_still() -> None:
    clock = stopped()

    ticks = [clock.tick() for _ in range(100)]

    assert ticks == sorted(set(ticks))


def test_ids_ascend_and_keep_their_shape_when_the_counter_is_full() -> None:
    clock = stopped(5)

    ticks = [clock.tick() for _ in range(0x1000 + 2)]

    assert ticks == sorted(set(ticks))
    assert uuid.UUID(ticks[0xFFF]).int >> 80 == 5
    assert ticks[0xFFF][14:18] == "7fff"
    assert uuid.UUID(ticks[0x1000]).int >> 80 == 6
    assert all(uuid.UUID(t).version == 7 for t in ticks)


def test_ids_ascend_when_the_clock_is_set_back() -> None:
    told = iter([5_000, 4_000, 10, 5_001])
    clock = EntryClock(lambda: next(told))

    ticks = [clock.tick() for _ in range(4)]

    assert ticks == sorted(ticks)
    assert uuid.UUID(ticks[3]).int >> 80 == 5_001


def test_an_id_from_the_future_is_continued() -> None:
    clock = stopped(5)
    clock.see(FUTURE)

    tick = clock.tick()

    assert tick > FUTURE
    assert uuid.UUID(tick).version == 7


def test_an_id_seen_when_the_clock_is_made_is_continued() -> None:
    assert EntryClock(lambda: 5, seen=FUTURE).tick() > FUTURE


def test_an_older_id_does_not_hold_the_clock_back() -> None:
    clock = stopped(9_000)
    first = clock.tick()
    clock.see(stopped(8_000).tick())

    assert clock.tick() > first


def test_two_clocks_that_stand_at_the_same_time_give_different_ids() -> None:
    assert stopped().tick() != stopped().tick()


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.one_of(
            st.integers(0, 50).map(lambda ms: ("now", ms)),
            st.tuples(st.just("seen"), st.integers(0, 60), st.integers(0xFF0, 0xFFF)),
        ),
        max_size=40,
    )
)
def test_a_tick_is_above_every_id_made_or_seen(moves: list[tuple]) -> None:
    now = 0
    clock = EntryClock(lambda: now)
    highest = ""
    for move in moves:
        if move[0] == "now":
            now = move[1]
            tick = clock.tick()
            assert tick > highest
            assert uuid.UUID(tick).version == 7
            highest = tick
        else:
            seen = f"00000000-{move[1]:04x}-7{move[2]:03x}-bfff-ffffffffffff"
            clock.see(seen)
            highest = max(highest, seen)
