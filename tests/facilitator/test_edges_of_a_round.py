"""Where a board secretary would look twice: what counts, who counts, and as of when."""

import pytest

from facilitator.afterwards import (
    confirm_mandate,
    correct_position,
    late_until,
    take_late_position,
)
from facilitator.answering import (
    ObjectionTested,
    PositionSettled,
    RemedyNamed,
    judge_objection,
    settle,
)
from facilitator.attendance import arrive
from facilitator.board import name_theme
from facilitator.decision import Position, Rule
from facilitator.events import Refused
from facilitator.explain import explain
from facilitator.hands import show_hands, take_rest
from facilitator.next_steps import drop_next_step, name_next_step
from facilitator.only_we import stand_only_we
from facilitator.rounds import RoundLocked, lock_round, open_round, take_position
from facilitator.stages.gather import (
    choose_rule,
    declare_interest,
    join_organisation,
    remove_organisation,
)
from facilitator.stages.values import (
    amend,
    merge_value,
    name_cost,
    open_value_round,
    park_value,
    propose,
    reopen_value,
    standing,
)
from facilitator.trio import begin_trio

LOCKED = "2026-03-18T14:30"
AFTER = "2026-03-20"


def told(room, round_id: str) -> str:
    return explain(room.workshop, room.workshop.rounds[round_id])


def correct(room, round_id: str, who: str, code: str = "reservation") -> None:
    words = "" if code == "agree" else "Our words."
    room.do(correct_position, round_id, who, code, "It was misheard.", AFTER, words)


# Settled after the lock, and corrected


def test_a_correction_does_not_count_what_was_settled_after_the_lock(table) -> None:
    made = table.round(alder="object")
    table.do(settle, made, "alder", "The next wording answers it.")
    correct(table, made, "beech")

    assert table.workshop.rounds[made].outcome() == "not_adopted_objection"


def test_a_correction_still_counts_what_was_settled_before_the_lock(table) -> None:
    made = table.do(open_round, "subject", "Wording").id
    table.stand(made, **{**dict.fromkeys(table.workshop.organisations, "agree"), "alder": "object"})
    table.do(settle, made, "alder", "In the room.")
    table.do(lock_round, made, LOCKED)
    table.do(settle, made, "alder", "In the room, by another word for it.")
    correct(table, made, "beech")

    assert table.workshop.rounds[made].outcome() == "agreed_with_reservations"


def test_settling_twice_after_the_lock_is_still_after_it(table) -> None:
    made = table.round(alder="object")
    table.do(settle, made, "alder", "Once.")
    table.do(settle, made, "alder", "Twice.")
    correct(table, made, "beech")

    assert table.workshop.rounds[made].outcome() == "not_adopted_objection"


# Who was a member at the lock


def test_an_organisation_that_joins_later_does_not_change_a_corrected_result(table) -> None:
    made = table.round(alder="stand_aside")
    assert table.workshop.rounds[made].outcome() == "agreed_with_reservations"
    table.do(join_organisation, "Dogwood", voting=False, organisation_id="dogwood")
    correct(table, made, "beech")

    assert table.workshop.rounds[made].outcome() == "agreed_with_reservations"


def test_the_numbers_told_of_a_round_are_those_of_its_lock(table) -> None:
    made = table.round()
    table.join("Fir")

    assert told(table, made) == ("Agreed by consent: 4 of 4 voting organisations here, quorum met.")


def test_who_joined_after_the_lock_has_nothing_to_correct(table) -> None:
    made = table.round()
    table.join("Fir")

    assert table.refused(correct_position, made, "fir", "agree", "It joined.", AFTER) == (
        "Fir joined after round 1 was locked, so there is nothing to correct. Record a late "
        "position."
    )


def test_a_late_objection_of_one_that_joined_after_the_lock_is_recorded_and_reopens_nothing(
    table,
) -> None:
    value = table.value()
    made = table.round(value, LOCKED)
    table.join("Fir")
    table.do(take_late_position, made, "fir", "object", AFTER, "We cannot.", "harm")

    assert table.workshop.rounds[made].late["fir"].code == "object"
    assert standing(table.workshop, value) == "agreed"


def test_a_late_objection_of_one_outside_the_core_reopens_nothing(table) -> None:
    table.do(choose_rule, Rule("unanimity", core=("alder", "beech")))
    value = table.value()
    made = table.round(value, LOCKED, cedar="absent")
    table.do(take_late_position, made, "cedar", "object", AFTER, "We cannot.", "harm")

    assert standing(table.workshop, value) == "agreed"
    assert told(table, made).startswith("Agreed by unanimity")


# What was judged, when the rule is another at the lock


def test_an_objection_found_invalid_before_votes_are_counted_is_told_as_a_no(table) -> None:
    made = table.do(open_round, "subject", "Wording").id
    table.stand(made, **{**dict.fromkeys(table.workshop.organisations, "agree"), "alder": "object"})
    table.do(judge_objection, made, "alder", valid=False, why="A matter of taste.")
    table.do(choose_rule, Rule("unanimity"))
    table.do(lock_round, made, LOCKED)

    assert told(table, made) == "Not yet: Alder objects (harm)."


@pytest.mark.parametrize(
    "event",
    [PositionSettled, RemedyNamed, ObjectionTested],
)
def test_an_answer_to_what_was_withdrawn_meanwhile_changes_nothing(table, event) -> None:
    made = table.do(open_round, "subject", "Wording").id
    table.stand(made, alder="agree")
    table.happened(event(made, "alder", "Words"))

    assert table.workshop.rounds[made].positions["alder"] == Position("alder", "agree")


# Dates


@pytest.mark.parametrize(
    ("command", "more"),
    [
        (take_late_position, ("agree", "2026-03-17")),
        (correct_position, ("reservation", "Misheard.", "2026-03-17", "Our words.")),
    ],
)
def test_nothing_comes_after_the_lock_on_a_day_before_it(table, command, more) -> None:
    made = table.round("subject", LOCKED, alder="absent")

    assert table.refused(command, made, "alder", *more) == (
        "Round 1 was locked on 18 March 2026, and that is before. Look at the date again."
    )


def test_a_mandate_is_not_confirmed_before_it_was_needed(new_room) -> None:
    room = new_room()
    room.join("Alder", substitute=True, authority=False)
    room.here("alder")
    made = room.round(at="2026-03-18T12:05")

    assert room.refused(confirm_mandate, made, "alder", "2025-03-20") == (
        "Round 1 was locked on 18 March 2026, and that is before. Look at the date again."
    )
    room.do(confirm_mandate, made, "alder", "2026-03-18")


@pytest.mark.parametrize("at", ["", "yesterday", "9999-12-31T10:00"])
def test_a_lock_whose_day_cannot_be_read_leaves_late_positions_open(table, at: str) -> None:
    made = table.do(open_round, "subject", "Wording").id
    table.happened(RoundLocked(made, at))

    assert late_until(table.workshop.rounds[made]).year == 9999


# A round that is open when its value leaves the table


def test_a_value_put_aside_takes_no_positions_until_it_is_reopened(table) -> None:
    value = table.value()
    made = table.do(open_value_round, value).id
    table.stand(made, alder="agree")
    table.do(park_value, value, "Bea", "Who pays?", "2026-05-01")

    sentence = "“City first” is parked. Reopen it to go on."
    assert table.refused(take_position, made, "beech", "agree") == sentence
    assert table.refused(show_hands, made, {"agree": 3}) == sentence
    assert table.refused(lock_round, made, LOCKED) == sentence


def test_an_open_round_goes_on_when_its_value_is_reopened(table) -> None:
    value = table.value()
    table.round(value, alder="object")
    made = table.do(open_value_round, value).id
    table.do(park_value, value, "Bea", "Who pays?", "2026-05-01")
    table.do(reopen_value, value, "Bea knows.")
    assert standing(table.workshop, value) == "round"
    table.stand(made, **dict.fromkeys(table.workshop.organisations, "agree"))
    table.do(lock_round, made, LOCKED)

    assert standing(table.workshop, value) == "agreed"


def test_what_a_late_objection_undid_is_reopened_as_the_next_version(table) -> None:
    value = table.value()
    made = table.round(value, LOCKED, alder="absent")
    table.do(take_late_position, made, "alder", "object", AFTER, "We cannot.", "harm")
    table.do(reopen_value, value, "Alder objects.")

    assert table.workshop.values[value].version == 2


def test_a_value_that_was_never_agreed_keeps_its_version(table) -> None:
    value = table.value()
    table.round(value, alder="object")
    table.do(reopen_value, value, "New facts.")

    assert table.workshop.values[value].version == 1


# Wordings and titles


def test_a_wording_on_which_a_round_was_held_is_amended_not_corrected(table) -> None:
    value = table.value()
    table.round(value, alder="object")
    with pytest.raises(Refused) as caught:
        propose(table.workshop, "City first", "Other words.", value_id=value)

    assert caught.value.reason == (
        "A round was held on this wording. Amend it, so that both are kept."
    )
    assert caught.value.offer == "amend"


def test_a_title_is_put_right_after_a_round(table) -> None:
    value = table.value()
    table.round(value, alder="object")
    table.do(propose, "The city first", "We start from what the city needs.", value_id=value)

    assert table.workshop.values[value].title == "The city first"


def test_the_title_of_a_value_off_the_table_brings_that_one_back(table) -> None:
    value, other = table.value(), table.value("Straight talk")
    table.do(merge_value, other, value)

    assert table.refused(propose, "straight talk") == (
        "“Straight talk” is merged. Reopen it to go on."
    )


# Silence is no agreement


def test_the_rest_of_a_show_of_hands_is_no_more_than_the_hands(table) -> None:
    made = table.do(open_round, "subject", "Wording").id
    table.do(show_hands, made, {"agree": 3, "object": 1})
    table.stand(made, alder="object")

    assert table.refused(take_rest, made) == (
        "4 organisations are still to be heard, and 3 hands are left. Say who raised none, or "
        "count again."
    )
    table.stand(made, elm="abstain")
    table.do(take_rest, made)
    assert table.workshop.rounds[made].positions["dogwood"].code == "agree"


def test_an_interest_declared_while_away_does_not_make_an_organisation_here(table) -> None:
    made = table.do(open_round, "subject", "Wording").id
    table.stand(made, alder="absent")
    table.do(declare_interest, "alder-lead", "Runs the service", subject="subject")

    assert table.workshop.rounds[made].positions["alder"].code == "absent"


# Who is named stays


@pytest.fixture
def guest(table) -> str:
    """An organisation that has said nothing yet."""
    made = table.join("Fir", "vcs")
    table.here(made)
    return made


STAYS = "Fir has spoken in this workshop, so it stays in the record."


def test_who_declared_an_interest_stays_in_the_record(table, guest) -> None:
    table.do(declare_interest, "fir-lead", "Runs the service")

    assert table.refused(remove_organisation, guest) == STAYS


def test_who_amended_a_value_stays_in_the_record(table, guest) -> None:
    table.do(amend, table.value(), "Other words.", guest)

    assert table.refused(remove_organisation, guest) == STAYS


def test_who_was_asked_about_a_merge_stays_in_the_record(table, guest) -> None:
    mine = table.value(proposed_by=guest)
    table.do(merge_value, mine, table.value("Straight talk"), "One.", (guest,))
    table.do(propose, "City", value_id="other")

    assert table.refused(remove_organisation, guest) == STAYS


def test_who_pays_for_a_value_stays_in_the_record(new_room) -> None:
    room = new_room()
    room.join("Alder")
    value = room.value()
    room.round(value)
    guest = room.join("Fir")
    room.do(name_cost, value, guest, "time", "An evening a month.")

    assert room.refused(remove_organisation, guest) == STAYS


def test_who_brings_a_parked_value_back_stays_in_the_record(table, guest) -> None:
    table.do(park_value, table.value(), "fir-lead", "Who pays?", "2026-05-01")

    assert table.refused(remove_organisation, guest) == STAYS


@pytest.mark.parametrize("owner", ["fir", "fir-lead"])
def test_who_does_what_happens_next_stays_in_the_record(table, guest, owner) -> None:
    step = table.do(name_next_step, "Send it to the boards", owner).id

    assert table.refused(remove_organisation, guest) == STAYS
    table.do(drop_next_step, step)
    table.do(remove_organisation, guest)


def test_who_was_heard_in_the_only_we_test_stays_in_the_record(table, guest) -> None:
    theme = table.do(name_theme, "Prevention").id
    table.do(stand_only_we, theme, "alone_can", guest, "unsure")

    assert table.refused(remove_organisation, guest) == STAYS
    table.do(stand_only_we, theme, "alone_can", guest, "")
    table.do(remove_organisation, guest)


def test_the_neutral_of_a_trio_stays_in_the_record(new_room) -> None:
    room = new_room()
    room.join("Alder")
    room.join("Beech")
    room.round(alder="object")
    guest = room.join("Fir")
    room.do(begin_trio, "subject", "alder", "beech", guest, 0.0)

    assert room.refused(remove_organisation, guest) == STAYS


def test_the_core_of_the_rule_keeps_its_members_and_their_votes(table, guest) -> None:
    table.do(choose_rule, Rule("unanimity", core=("alder", guest)))
    sentence = "Fir is in the core that must be unanimous. Choose the rule again first."

    assert table.refused(remove_organisation, guest) == sentence
    assert table.refused(join_organisation, "Fir", voting=False, organisation_id=guest) == sentence
    table.do(choose_rule, Rule(core=("alder", guest)))
    table.do(arrive, "fir-lead", LOCKED)
    table.do(remove_organisation, guest)
