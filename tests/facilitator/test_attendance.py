"""Who was here at any minute."""

import pytest

from facilitator.attendance import (
    MemberWentHome,
    Stay,
    arrive,
    attendance_kept,
    hold_sitting,
    leave,
    members_here,
    send_apologies,
)


@pytest.fixture
def one(room):
    room.join("Alder")
    return room


def here(room, minute: str) -> bool:
    return "alder-lead" in members_here(room.workshop, minute)


def test_a_member_is_here_from_the_minute_of_arriving(one) -> None:
    one.do(arrive, "alder-lead", "2026-03-18T13:05")

    assert not here(one, "2026-03-18T13:04")
    assert here(one, "2026-03-18T13:05")
    assert here(one, "2026-03-18T23:59")


def test_a_member_is_gone_at_the_minute_of_leaving(one) -> None:
    one.do(arrive, "alder-lead", "2026-03-18T13:05")
    one.do(leave, "alder-lead", "2026-03-18T14:35")

    assert here(one, "2026-03-18T14:34")
    assert not here(one, "2026-03-18T14:35")


def test_a_member_who_never_left_is_not_here_the_next_day(one) -> None:
    one.do(arrive, "alder-lead", "2026-03-18T13:05")

    assert not here(one, "2026-03-19T13:05")
    assert one.refused(leave, "alder-lead", "2026-03-19T00:30") == (
        "Alder lead is not marked as here, so cannot leave."
    )


def test_a_member_may_come_back(one) -> None:
    one.do(arrive, "alder-lead", "2026-03-18T13:00")
    one.do(leave, "alder-lead", "2026-03-18T14:00")
    one.do(arrive, "alder-lead", "2026-03-18T15:00")

    assert [here(one, f"2026-03-18T{hour}:30") for hour in (13, 14, 15)] == [True, False, True]


def test_a_member_may_come_on_two_days(one) -> None:
    one.do(arrive, "alder-lead", "2026-03-18T13:00")
    one.do(arrive, "alder-lead", "2026-03-25T13:00")

    assert here(one, "2026-03-18T14:00")
    assert not here(one, "2026-03-25T12:59")
    assert here(one, "2026-03-25T13:00")


def test_arriving_twice_counts_once(one) -> None:
    one.do(arrive, "alder-lead", "2026-03-18T13:00")
    one.do(arrive, "alder-lead", "2026-03-18T13:30")

    assert one.workshop.stays["alder-lead"] == (Stay("2026-03-18T13:00"),)


def test_leaving_ends_a_stay_whose_arrival_was_put_right(one) -> None:
    one.do(arrive, "alder-lead", "2026-03-18T13:00")
    one.do(arrive, "alder-lead", "2026-03-18T12:50")
    one.do(leave, "alder-lead", "2026-03-18T14:00")

    assert here(one, "2026-03-18T12:55")
    assert not here(one, "2026-03-18T14:00")


def test_a_leaving_of_an_earlier_day_can_be_recorded_later(one) -> None:
    one.do(arrive, "alder-lead", "2026-03-18T13:00")
    one.do(arrive, "alder-lead", "2026-03-25T13:00")
    one.do(leave, "alder-lead", "2026-03-18T14:00")

    assert not here(one, "2026-03-18T14:00")
    assert here(one, "2026-03-25T14:00")


def test_leaving_without_having_come_changes_nothing(one) -> None:
    one.happened(MemberWentHome("alder-lead", "2026-03-18T14:00"))

    assert one.workshop.stays == {}


def test_attendance_is_kept_on_a_day_when_anyone_was_marked(one) -> None:
    one.do(arrive, "alder-lead", "2026-03-18T13:05")

    assert attendance_kept(one.workshop, "2026-03-18T09:00")
    assert not attendance_kept(one.workshop, "2026-03-19T13:05")


def test_presence_is_known_by_organisation(table) -> None:
    table.here("alder", "elm")
    table.do(leave, "elm-lead", "2026-03-18T12:30")

    assert table.workshop.present_at("2026-03-18T12:00") == {"alder", "elm"}
    assert table.workshop.present_at("2026-03-18T12:30") == {"alder"}
    assert table.workshop.present_at("2026-03-18T11:00") == set()


def test_apologies_are_kept_once_in_the_words_they_came_in(one) -> None:
    for _ in range(2):
        one.do(send_apologies, "2026-03-18", "Director of Housing")

    assert one.workshop.apologies == (("2026-03-18", "", "Director of Housing"),)


def test_a_members_apologies_need_no_words(one) -> None:
    one.do(send_apologies, "2026-03-18", member="alder-lead")

    assert one.workshop.apologies == (("2026-03-18", "alder-lead", "Alder lead"),)


@pytest.mark.parametrize("words", ["", "  "])
def test_apologies_are_somebodys(one, words) -> None:
    assert one.refused(send_apologies, "2026-03-18", words) == "Whose apologies?"


@pytest.mark.parametrize("command", [arrive, leave])
def test_only_members_come_and_go(one, command) -> None:
    assert one.refused(command, "nobody", "2026-03-18T13:00") == (
        "That person is not on the list. Add them first."
    )


def test_only_members_send_apologies_of_their_own(one) -> None:
    assert one.refused(send_apologies, "2026-03-18", "", "nobody") == (
        "That person is not on the list. Add them first."
    )


def test_a_sitting_is_put_in_the_diary_and_corrected(room) -> None:
    room.do(hold_sitting, "S1", "Why us?", "2026-03-04", "13:30", "15:00", "Library")
    room.do(hold_sitting, "S1", "Why us?", "2026-03-05", "13:30", "15:00")

    assert [s.date for s in room.workshop.sittings.values()] == ["2026-03-05"]


def test_a_sitting_ends_after_it_starts(room) -> None:
    assert room.refused(hold_sitting, "S1", "Why us?", "2026-03-04", "15:00", "15:00") == (
        "A sitting ends after it starts."
    )
