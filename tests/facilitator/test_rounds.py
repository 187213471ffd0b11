"""Rounds: opening, positions, and the lock."""

import pytest

from facilitator.answering import settle
from facilitator.attendance import arrive, leave
from facilitator.decision import CODES, Position, Rule
from facilitator.events import Refused
from facilitator.rounds import (
    PositionTaken,
    RoundLocked,
    latest_round,
    lock_round,
    open_round,
    rounds_about,
    take_position,
)
from facilitator.stages.gather import choose_rule, join_member

WORDING = "We tell each other first."


def opened(room, subject: str = "subject") -> str:
    return room.do(open_round, subject, WORDING).id


def test_rounds_about_a_subject_are_numbered_from_one(table) -> None:
    table.round()
    table.round("another")
    table.round()

    assert [r.number for r in rounds_about(table.workshop, "subject")] == [1, 2]
    assert latest_round(table.workshop, "subject").number == 2
    assert latest_round(table.workshop, "a third") is None


def test_a_round_keeps_the_wording_it_was_opened_on(table) -> None:
    assert table.workshop.rounds[opened(table)].wording == WORDING


def test_a_later_position_takes_the_place_of_an_earlier_one(table) -> None:
    made = opened(table)
    table.stand(made, alder="object")
    table.stand(made, alder="agree")

    assert table.workshop.rounds[made].positions == {"alder": Position("alder", "agree")}


def test_a_round_has_no_outcome_while_it_is_open(table) -> None:
    made = table.workshop.rounds[opened(table)]

    assert made.is_open
    assert made.outcome() is None


def test_a_locked_round_has_its_minute_and_its_result(table) -> None:
    made = table.workshop.rounds[table.round(alder="reservation")]

    assert not made.is_open
    assert made.at == "2026-03-18T12:00"
    assert made.outcome() == "agreed_with_reservations"
    assert made.result.tally == {"agree": 4, "reservation": 1}
    assert made.result.voting_present == 4


def test_the_rule_that_counts_is_the_one_at_the_lock(table) -> None:
    made = opened(table)
    table.stand(made, alder="agree", beech="agree", cedar="absent", dogwood="absent", elm="absent")
    table.do(choose_rule, Rule(least_voting=3))
    table.do(lock_round, made, "2026-03-18T12:00")
    table.do(choose_rule, Rule(least_voting=1))

    assert table.workshop.rounds[made].outcome() == "not_adopted_quorum"


def test_an_organisation_that_leaves_is_absent_from_that_minute(table) -> None:
    table.here("alder", "beech", "cedar", "dogwood", "elm")
    made = opened(table)
    table.stand(made, **dict.fromkeys(table.workshop.organisations, "agree"))
    table.do(leave, "alder-lead", "2026-03-18T14:35")
    table.do(lock_round, made, "2026-03-18T14:35")

    locked = table.workshop.rounds[made]
    assert locked.positions["alder"].code == "absent"
    assert locked.result.tally == {"agree": 4, "absent": 1}


def test_an_organisation_that_leaves_a_minute_after_the_lock_was_here(table) -> None:
    table.here("alder", "beech", "cedar", "dogwood", "elm")
    made = opened(table)
    table.stand(made, **dict.fromkeys(table.workshop.organisations, "agree"))
    table.do(leave, "alder-lead", "2026-03-18T14:36")
    table.do(lock_round, made, "2026-03-18T14:35")

    assert table.workshop.rounds[made].positions["alder"].code == "agree"


def test_an_organisation_stays_while_one_of_its_people_does(table) -> None:
    table.here("alder", "beech")
    table.do(join_member, "alder", "Second", member_id="alder-second")
    table.do(arrive, "alder-second", "2026-03-18T12:00")
    table.do(leave, "alder-lead", "2026-03-18T12:30")

    assert table.workshop.present_at("2026-03-18T12:30") == {"alder", "beech"}


def test_who_is_not_here_is_absent_at_the_lock_without_being_asked(table) -> None:
    table.here("alder", "beech")
    made = opened(table)
    table.stand(made, alder="agree", beech="agree")
    table.do(lock_round, made, "2026-03-18T12:00")

    assert table.workshop.rounds[made].result.tally == {"agree": 2, "absent": 3}


def test_where_no_attendance_was_kept_the_positions_are_the_record(table) -> None:
    made = table.round(alder="absent")

    assert table.workshop.present_at("2026-03-18T12:00") is None
    assert table.workshop.rounds[made].result.voting_present == 3


def test_attendance_of_another_day_says_nothing_about_this_one(table) -> None:
    table.here("alder", at="2026-03-17T12:00")
    made = table.round()

    assert table.workshop.rounds[made].result.tally == {"agree": 5}


def test_a_settled_objection_does_not_block(table) -> None:
    made = opened(table)
    table.stand(made, **{**dict.fromkeys(table.workshop.organisations, "agree"), "alder": "object"})
    table.do(settle, made, "alder", "  Duties are declared, not set aside. ")
    table.do(lock_round, made, "2026-03-18T12:00")

    locked = table.workshop.rounds[made]
    assert locked.outcome() == "agreed"
    assert locked.positions["alder"].resolved == "Duties are declared, not set aside."


def test_settling_after_the_lock_is_recorded_and_leaves_the_result(table) -> None:
    made = table.round(alder="object")
    table.do(settle, made, "alder", "The next wording answers it.")

    locked = table.workshop.rounds[made]
    assert locked.outcome() == "not_adopted_objection"
    assert locked.positions["alder"].resolved


def test_a_position_that_reaches_a_locked_round_changes_nothing(table) -> None:
    made = table.round()
    before = table.workshop.rounds[made]
    table.happened(PositionTaken(made, "alder", "object", "Too late", "harm"))

    assert table.workshop.rounds[made] == before


def test_a_lock_that_arrives_without_the_positions_still_holds(table) -> None:
    table.do(
        join_member, "alder", "Deputy", substitute=True, authority=False, member_id="alder-lead"
    )
    table.here("alder")
    made = opened(table)
    table.happened(RoundLocked(made, "2026-03-18T12:00"))

    assert table.workshop.rounds[made].mandates == {}
    assert table.workshop.rounds[made].outcome() == "not_adopted_quorum"


def test_a_second_lock_changes_nothing(table) -> None:
    made = table.round()
    table.happened(RoundLocked(made, "2026-03-19T12:00"))

    assert table.workshop.rounds[made].at == "2026-03-18T12:00"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("reservation", "What is Alder's reservation? It is kept word for word."),
        ("stand_aside", "What is Alder not bound by?"),
        ("need_more", "What does Alder need to know?"),
        ("object", "What is Alder's reason?"),
    ],
)
def test_a_position_that_needs_words_asks_for_them(table, code, sentence) -> None:
    assert table.refused(take_position, opened(table), "alder", code, " ") == sentence


@pytest.mark.parametrize("code", ["agree", "abstain", "absent"])
def test_a_position_that_needs_no_words_keeps_those_it_is_given(table, code) -> None:
    made = opened(table)
    table.do(take_position, made, "alder", code, " As ever. ")

    assert table.workshop.rounds[made].positions["alder"].text == "As ever."


def test_an_objection_without_a_category_is_offered_as_a_reservation(table) -> None:
    with pytest.raises(Refused) as caught:
        take_position(table.workshop, opened(table), "alder", "object", "We dislike it.")

    assert caught.value.reason == (
        "Is Alder's objection about a statutory duty, harm, something it cannot deliver, or "
        "the purpose? Anything else is a reservation."
    )
    assert caught.value.offer == "reservation"


@pytest.mark.parametrize("code", [c for c in CODES if c != "object"])
def test_only_an_objection_has_a_category(table, code) -> None:
    made = opened(table)
    table.do(take_position, made, "alder", code, "Words", "harm")

    assert table.workshop.rounds[made].positions["alder"].category == ""


def test_who_is_not_marked_as_here_can_only_be_absent(table) -> None:
    table.here("beech")
    made = opened(table)
    with pytest.raises(Refused) as caught:
        take_position(table.workshop, made, "alder", "agree", at="2026-03-18T12:00")

    assert caught.value.reason == "Alder is not marked as here. Mark who came first."
    assert caught.value.offer == "mark_here"
    table.do(take_position, made, "alder", "absent", at="2026-03-18T12:00")
    table.do(take_position, made, "beech", "agree", at="2026-03-18T12:00")


def test_a_position_in_a_locked_round_is_offered_as_a_late_one(table) -> None:
    made = table.round()
    with pytest.raises(Refused) as caught:
        take_position(table.workshop, made, "alder", "agree")

    assert caught.value.reason == "Round 1 is locked. Record this as a late position."
    assert caught.value.offer == "late"


def test_a_round_needs_a_wording(table) -> None:
    assert table.refused(open_round, "subject", " ") == (
        "There is no wording to take positions on. Write it first."
    )


def test_one_round_at_a_time_about_one_subject(table) -> None:
    opened(table)

    assert table.refused(open_round, "subject", WORDING) == (
        "Round 1 is still open. Lock it before the next one."
    )
    opened(table, "another")


def test_who_has_not_been_heard_is_named_before_the_lock(table) -> None:
    made = opened(table)
    table.stand(made, alder="agree", beech="agree", cedar="agree")

    assert table.refused(lock_round, made, "2026-03-18T12:00") == (
        "Still to hear: Dogwood and Elm."
    )


def test_only_those_who_are_here_need_to_be_heard(table) -> None:
    table.here("alder", "beech")
    made = opened(table)
    table.stand(made, alder="agree")

    assert table.refused(lock_round, made, "2026-03-18T12:00") == "Still to hear: Beech."


def test_a_round_without_positions_is_not_locked(room) -> None:
    made = opened(room)

    assert room.refused(lock_round, made, "2026-03-18T12:00") == (
        "Nobody has taken a position yet."
    )


def test_a_round_is_locked_once(table) -> None:
    made = table.round()

    assert table.refused(lock_round, made, "2026-03-18T12:01") == "Round 1 is locked already."


@pytest.mark.parametrize("code", ["agree", None])
def test_only_an_objection_or_a_question_can_be_settled(table, code) -> None:
    made = opened(table)
    if code:
        table.stand(made, alder=code)

    assert table.refused(settle, made, "alder", "Done") == (
        "Alder has neither an objection nor a question in round 1."
    )


def test_how_it_was_settled_must_be_said(table) -> None:
    made = opened(table)
    table.stand(made, alder="need_more")

    assert table.refused(settle, made, "alder", "") == (
        "Say how it was settled, in the room's words."
    )


@pytest.mark.parametrize(
    ("command", "more"),
    [(take_position, ("alder", "agree")), (lock_round, ("m",)), (settle, ("alder", "How"))],
)
def test_a_round_that_was_taken_back_is_no_longer_there(table, command, more) -> None:
    assert table.refused(command, "gone", *more) == "That round is no longer there."


@pytest.mark.parametrize(("command", "more"), [(take_position, "agree"), (settle, "How")])
def test_only_members_of_the_workshop_take_positions(table, command, more) -> None:
    assert table.refused(command, opened(table), "ash", more) == (
        "That organisation is not a member of this workshop."
    )
