"""Positions that come after the lock, and mandates that wait for word from home."""

import pytest

from facilitator.afterwards import confirm_mandate, take_late_position
from facilitator.attendance import arrive, leave
from facilitator.decision import Position
from facilitator.rounds import lock_round, open_round
from facilitator.stages.gather import join_member
from facilitator.stages.values import standing

LOCKED = "2026-03-18T14:30"
LAST = "2026-04-01"


@pytest.fixture
def value(table) -> str:
    return table.value()


def late(room, round_id: str, who: str, code: str, date: str = "2026-03-20") -> None:
    category = "harm" if code == "object" else ""
    room.do(take_late_position, round_id, who, code, date, "Our words.", category)


def test_a_late_position_stands_in_place_of_the_absence(table, value) -> None:
    made = table.round(value, LOCKED, alder="absent")
    late(table, made, "alder", "agree")

    locked = table.workshop.rounds[made]
    assert locked.positions["alder"].code == "absent"
    assert locked.standing()["alder"] == Position("alder", "agree", "Our words.")
    assert standing(table.workshop, value) == "agreed"


def test_the_numbers_of_the_lock_stay_as_they_were(table, value) -> None:
    made = table.round(value, LOCKED, alder="absent")
    before = table.workshop.rounds[made].result
    late(table, made, "alder", "agree")

    assert table.workshop.rounds[made].result == before


@pytest.mark.parametrize("code", ["reservation", "stand_aside"])
@pytest.mark.parametrize("who", ["alder", "elm"])
def test_a_late_reservation_is_recorded_beside_the_agreement(table, value, who, code) -> None:
    made = table.round(value, LOCKED, **{who: "absent"})
    late(table, made, who, code)

    assert table.workshop.rounds[made].outcome() == "agreed_with_reservations"
    assert standing(table.workshop, value) == "agreed_with_reservations"


@pytest.mark.parametrize("code", ["object", "need_more"])
def test_a_late_objection_reopens_the_value(table, value, code) -> None:
    made = table.round(value, LOCKED, alder="absent")
    assert standing(table.workshop, value) == "agreed"
    late(table, made, "alder", code)

    assert standing(table.workshop, value) == "not_agreed"


def test_a_late_objection_from_a_non_voting_organisation_does_not_reopen(table, value) -> None:
    made = table.round(value, LOCKED, elm="absent")
    late(table, made, "elm", "object")

    assert standing(table.workshop, value) == "agreed"


def test_a_late_agreement_does_not_make_up_for_an_objection(table, value) -> None:
    made = table.round(value, LOCKED, alder="absent", beech="object")
    late(table, made, "alder", "reservation")

    assert table.workshop.rounds[made].outcome() == "not_adopted_objection"
    assert standing(table.workshop, value) == "not_agreed"


def test_the_next_round_answers_a_late_objection(table, value) -> None:
    made = table.round(value, LOCKED, alder="absent")
    late(table, made, "alder", "object")
    table.round(value, LOCKED)

    assert standing(table.workshop, value) == "agreed"


def test_a_late_position_is_accepted_for_ten_working_days(table, value) -> None:
    made = table.round(value, LOCKED, alder="absent")
    late(table, made, "alder", "agree", LAST)

    assert table.workshop.rounds[made].late["alder"].code == "agree"


def test_a_position_after_ten_working_days_is_refused(table, value) -> None:
    made = table.round(value, LOCKED, alder="absent")

    assert table.refused(take_late_position, made, "alder", "agree", "2026-04-02") == (
        "Late positions were open until 1 April 2026, ten working days after the round was "
        "locked. Reopen the value if the group wishes."
    )


def test_who_took_a_position_in_the_room_cannot_give_another_later(table, value) -> None:
    made = table.round(value, LOCKED)

    assert table.refused(take_late_position, made, "alder", "agree", LAST) == (
        "Alder took its position in the room. A locked round changes only with a reason: "
        "correct it."
    )


def test_a_position_in_an_open_round_is_not_late(table) -> None:
    made = table.do(open_round, "subject", "Wording").id

    assert table.refused(take_late_position, made, "alder", "agree", LAST) == (
        "Round 1 is still open: record it as a position."
    )


def test_a_late_position_needs_a_date(table, value) -> None:
    made = table.round(value, LOCKED, alder="absent")

    assert table.refused(take_late_position, made, "alder", "agree", "tomorrow") == (
        "“tomorrow” is not a date. Write it like 23 Nov 2026."
    )


def test_a_late_position_needs_its_words_as_any_other_does(table, value) -> None:
    made = table.round(value, LOCKED, alder="absent")

    assert table.refused(take_late_position, made, "alder", "stand_aside", LAST) == (
        "What is Alder not bound by?"
    )


@pytest.mark.parametrize(
    ("round_id", "who", "sentence"),
    [
        ("gone", "alder", "That round is no longer there."),
        ("", "ash", "That organisation is not a member of this workshop."),
    ],
)
def test_a_late_position_names_what_there_is(table, value, round_id, who, sentence) -> None:
    made = round_id or table.round(value, LOCKED, alder="absent")

    assert table.refused(take_late_position, made, who, "agree", LAST) == sentence


@pytest.fixture
def substituted(new_room):
    """Alder sends somebody who may not speak for it; everyone is here and agrees."""
    room = new_room()
    room.join("Alder", substitute=True, authority=False)
    room.join("Beech")
    room.here("alder", "beech")
    return room


def test_a_substitute_without_authority_makes_the_result_provisional(substituted) -> None:
    made = substituted.workshop.rounds[substituted.round(at="2026-03-18T12:05")]

    assert made.mandates == {"alder": ""}
    assert made.provisional
    assert made.outcome() == "agreed"


def test_a_confirmed_mandate_makes_the_result_final(substituted) -> None:
    made = substituted.round(at="2026-03-18T12:05")
    substituted.do(confirm_mandate, made, "alder", "2026-03-20")

    confirmed = substituted.workshop.rounds[made]
    assert confirmed.mandates == {"alder": "2026-03-20"}
    assert not confirmed.provisional


def test_a_colleague_with_authority_needs_no_mandate(substituted) -> None:
    substituted.do(join_member, "alder", "Chief", member_id="chief")
    substituted.do(arrive, "chief", "2026-03-18T12:00")
    made = substituted.round(at="2026-03-18T12:05")

    assert substituted.workshop.rounds[made].mandates == {}


def test_a_substitute_who_has_gone_leaves_no_mandate_to_wait_for(substituted) -> None:
    substituted.do(leave, "alder-lead", "2026-03-18T12:05")
    made = substituted.do(open_round, "subject", "Wording").id
    substituted.stand(made, beech="agree")
    substituted.do(lock_round, made, "2026-03-18T12:05")

    assert substituted.workshop.rounds[made].mandates == {}


def test_a_substitute_who_is_recorded_as_absent_leaves_no_mandate_to_wait_for(substituted) -> None:
    made = substituted.round(at="2026-03-18T12:05", alder="absent")

    assert substituted.workshop.rounds[made].mandates == {}


def test_only_a_mandate_that_is_waited_for_can_be_confirmed(substituted) -> None:
    made = substituted.round(at="2026-03-18T12:05")

    assert substituted.refused(confirm_mandate, made, "beech", "2026-03-20") == (
        "Beech's position is not waiting for a mandate."
    )


def test_a_mandate_is_confirmed_on_a_date(substituted) -> None:
    made = substituted.round(at="2026-03-18T12:05")

    assert substituted.refused(confirm_mandate, made, "alder", "") == (
        "On which date was it confirmed?"
    )
