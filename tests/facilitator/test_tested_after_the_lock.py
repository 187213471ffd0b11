"""What the group finds of an objection after the lock: for the record, and for the next round."""

import pytest

from facilitator.afterwards import correct_position, take_late_position
from facilitator.answering import ObjectionTested, judge_objection, settle
from facilitator.decision import Rule
from facilitator.explain import explain
from facilitator.rounds import lock_round, open_round
from facilitator.stages.gather import choose_rule
from facilitator.stages.values import open_value_round, standing

NOON = "2026-03-18T12:00"
AFTER = "2026-03-20"
TASTE = "A matter of taste."
WORDS = "We have a duty to break even."


def find(room, made: str, who: str = "alder") -> None:
    """The group finds that an objection is none."""
    room.do(judge_objection, made, who, valid=False, why=TASTE)


def correct(room, made: str, who: str) -> None:
    room.do(correct_position, made, who, "abstain", "It was misheard.", AFTER)


def told(room, made: str) -> str:
    return explain(room.workshop, room.workshop.rounds[made])


def test_the_outcome_of_the_lock_stands_whatever_is_found(table) -> None:
    value = table.value()
    made = table.round(value, alder="object")
    before = table.workshop.rounds[made].result
    find(table, made)

    locked = table.workshop.rounds[made]
    assert (locked.result, locked.outcome()) == (before, "not_adopted_objection")
    assert standing(table.workshop, value) == "not_agreed"


def test_what_was_found_is_kept_with_the_objectors_own_words(table) -> None:
    made = table.round(alder="object")
    find(table, made)

    said = table.workshop.rounds[made].positions["alder"]
    assert (said.code, said.text, said.not_valid) == ("object", WORDS, TASTE)
    assert not said.waits


def test_the_sentence_says_that_the_next_round_can_decide(table) -> None:
    made = table.round(alder="object")
    find(table, made)

    assert told(table, made) == (
        "Not yet: every objection and question has been settled, or found not to be valid, since, "
        "so the next round can decide."
    )


def test_the_group_may_think_again_until_the_next_round(table) -> None:
    made = table.round(alder="object")
    find(table, made)
    table.do(judge_objection, made, "alder", valid=True)

    assert table.workshop.rounds[made].positions["alder"].waits
    assert told(table, made) == "Not yet: Alder objects (harm)."


def test_once_the_next_round_is_open_it_is_tested_there(table) -> None:
    value = table.value()
    made = table.round(value, alder="object")
    table.do(open_value_round, value)

    assert table.refused(judge_objection, made, "alder", valid=False, why=TASTE) == (
        "Round 2 has come since. Test the objection there, if it is raised again."
    )


def test_a_correction_does_not_count_what_was_found_since(table) -> None:
    made = table.round(alder="object")
    find(table, made)
    correct(table, made, "beech")

    assert table.workshop.rounds[made].outcome() == "not_adopted_objection"


@pytest.mark.parametrize("first", ["found", "settled"])
def test_a_correction_counts_what_was_done_before_the_lock_and_only_that(table, first) -> None:
    made = table.do(open_round, "subject", "Wording").id
    table.stand(made, **{**dict.fromkeys(table.workshop.organisations, "agree"), "alder": "object"})
    if first == "found":
        find(table, made)
    else:
        table.do(settle, made, "alder", "Said so.")
    table.do(lock_round, made, NOON)
    before = table.workshop.rounds[made].outcome()
    if first == "found":
        table.do(settle, made, "alder", "Said so.")
    else:
        find(table, made)
    correct(table, made, "beech")

    assert table.workshop.rounds[made].outcome() == before


def test_what_the_lock_was_counted_with_stays_as_it_was_found(table) -> None:
    made = table.do(open_round, "subject", "Wording").id
    table.stand(made, **{**dict.fromkeys(table.workshop.organisations, "agree"), "alder": "object"})
    find(table, made)
    table.do(lock_round, made, NOON)
    table.happened(ObjectionTested(made, "alder"))

    assert table.workshop.rounds[made].positions["alder"].not_valid == TASTE


def test_what_is_found_of_one_without_a_vote_leaves_what_was_agreed(table) -> None:
    made = table.round(elm="object")
    find(table, made, "elm")

    assert table.workshop.rounds[made].outcome() == "agreed"
    assert told(table, made) == "Agreed by consent: 4 of 4 voting organisations here, quorum met."


def test_a_late_objection_that_is_none_is_recorded_beside_the_agreement(table) -> None:
    value = table.value()
    made = table.round(value, alder="absent")
    table.do(take_late_position, made, "alder", "object", AFTER, "We cannot.", "harm")
    assert standing(table.workshop, value) == "not_agreed"
    find(table, made)

    assert standing(table.workshop, value) == "agreed_with_reservations"
    assert told(table, made) == (
        "Agreed with reservations, by consent: 3 of 4 voting organisations here, quorum met; "
        "the objection of Alder is recorded as a reservation."
    )


def test_the_rule_that_the_round_was_counted_by_says_whether_it_is_tested(table) -> None:
    made = table.round(alder="object")
    table.do(choose_rule, Rule("unanimity"))
    find(table, made)

    assert table.workshop.rounds[made].positions["alder"].not_valid == TASTE


def test_taking_the_finding_back_leaves_the_objection_open(table) -> None:
    made = table.round(alder="object")
    find(table, made)
    table.undo()

    assert table.workshop.rounds[made].positions["alder"].waits
