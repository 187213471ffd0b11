"""Until when a workshop is to be kept."""

from facilitator.retention import keep_until


def test_no_day_is_set_at_first(room) -> None:
    assert room.workshop.keep_until == ""


def test_a_day_is_set_and_set_anew(room) -> None:
    room.do(keep_until, "2027-03-18")
    room.do(keep_until, "2028-03-18", "2026-03-18")

    assert room.workshop.keep_until == "2028-03-18"


def test_a_day_is_taken_away(room) -> None:
    room.do(keep_until, "2027-03-18")
    room.do(keep_until, "")

    assert room.workshop.keep_until == ""
