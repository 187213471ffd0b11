"""The life of a value, from proposed to wherever it ends."""

import pytest

from facilitator.rounds import lock_round
from facilitator.stages.values import (
    Reopening,
    amend,
    charter,
    clarify,
    merge_value,
    name_behaviours,
    on_the_table,
    open_value_round,
    park_value,
    propose,
    reopen_value,
    standing,
    withdraw_value,
)

NOON = "2026-03-18T12:00"
DATE = "2026-05-01"


def stands(room, value: str) -> str:
    return standing(room.workshop, value)


def park(room, value: str) -> None:
    room.do(park_value, value, "Bea", "Who pays?", DATE)


def test_a_value_goes_from_proposed_to_agreed(table) -> None:
    value = table.value()
    seen = [stands(table, value)]
    table.do(clarify, value, "Where a discussion starts.")
    seen.append(stands(table, value))
    table.do(name_behaviours, value, ("Open each item with the city",), ())
    seen.append(stands(table, value))
    opened = table.do(open_value_round, value).id
    seen.append(stands(table, value))
    table.stand(opened, **{**dict.fromkeys(table.workshop.organisations, "agree"), "elm": "object"})
    table.do(lock_round, opened, NOON)
    seen.append(stands(table, value))

    assert seen == ["proposed", "clarified", "behaviours", "round", "agreed"]


def test_a_value_with_a_reservation_is_agreed_with_it(table) -> None:
    value = table.value()
    table.round(value, alder="reservation")

    assert stands(table, value) == "agreed_with_reservations"


def test_a_value_without_a_wording_is_worded_as_its_title(room) -> None:
    value = room.do(propose, "City first").id

    assert room.workshop.values[value].wording == "City first"


def test_an_amendment_answers_the_round_and_leads_to_the_next(table) -> None:
    value = table.value()
    first = table.round(value, alder="object")
    assert stands(table, value) == "not_agreed"
    table.do(amend, value, "We say openly when duties pull.", "alder", " Duties ")
    assert stands(table, value) == "amended"
    table.round(value)

    found = table.workshop.values[value]
    assert stands(table, value) == "agreed"
    assert [(a.revises, a.why) for a in found.amendments] == [(first, "Duties")]
    words = [table.workshop.rounds[i].wording for i in table.workshop.rounds_of[value]]
    assert words == ["We start from what the city needs.", "We say openly when duties pull."]


def test_after_three_rounds_without_agreement_it_is_parked(table) -> None:
    value = table.value()
    for _ in range(3):
        table.round(value, alder="object")

    assert table.refused(open_value_round, value) == (
        "3 rounds are done without agreement. Park it with an owner and a date, or reopen it with "
        "a reason."
    )
    park(table, value)
    assert stands(table, value) == "parked"


def test_a_value_that_is_reopened_has_three_rounds_again(table) -> None:
    value = table.value()
    for _ in range(3):
        table.round(value, alder="object")
    table.do(reopen_value, value, "The trust has new advice.")
    assert stands(table, value) == "reopened"
    for _ in range(3):
        table.round(value, alder="object")

    assert table.refused(open_value_round, value).startswith("3 rounds are done")
    assert len(table.workshop.rounds_of[value]) == 6


def test_a_parked_value_has_an_owner_a_question_and_a_date(table) -> None:
    value = table.value()
    park(table, value)

    ending = table.workshop.values[value].ending
    assert (ending.by, ending.reason, ending.return_by) == ("Bea", "Who pays?", DATE)


def test_a_value_is_merged_into_another(table) -> None:
    value, other = table.value(), table.value("Straight talk")
    table.do(merge_value, value, other, "They are one.")

    assert stands(table, value) == "merged"
    assert table.workshop.values[value].ending.into == other
    assert stands(table, other) == "proposed"


def test_a_value_may_be_merged_into_one_that_is_agreed(table) -> None:
    value, other = table.value(), table.value("Straight talk")
    table.round(other)
    table.do(merge_value, value, other)

    assert stands(table, value) == "merged"


def test_its_proposer_may_withdraw_a_value(table) -> None:
    value = table.value(proposed_by="alder")
    table.do(withdraw_value, value, "alder", "It is in the law already.")

    assert stands(table, value) == "withdrawn"


def test_anyone_may_withdraw_a_value_that_nobody_proposed(table) -> None:
    value = table.value()
    table.do(withdraw_value, value, "", "It says nothing.")

    assert stands(table, value) == "withdrawn"


@pytest.mark.parametrize("end", ["agreed", "parked", "merged", "withdrawn"])
def test_a_value_that_is_off_the_table_is_reopened_before_it_goes_on(table, end) -> None:
    value, other = table.value(), table.value("Straight talk")
    {
        "agreed": lambda: table.round(value),
        "parked": lambda: park(table, value),
        "merged": lambda: table.do(merge_value, value, other),
        "withdrawn": lambda: table.do(withdraw_value, value, "", "Enough"),
    }[end]()
    sentence = f"“City first” is {end}. Reopen it to go on."

    for command, args in [
        (clarify, ("Meaning",)),
        (name_behaviours, (("Do",), ())),
        (open_value_round, ()),
        (amend, ("New words",)),
        (park_value, ("Bea", "?", DATE)),
        (merge_value, (other,)),
        (withdraw_value, ("", "Why")),
    ]:
        assert table.refused(command, value, *args) == sentence
    assert table.refused(propose, "City first", "New words", value_id=value) == sentence
    table.do(reopen_value, value, "New facts")
    assert stands(table, value) in ("reopened", "proposed")
    table.round(value)
    assert stands(table, value) == "agreed"


def test_a_value_agreed_with_reservations_says_so_when_it_is_closed(table) -> None:
    value = table.value()
    table.round(value, alder="reservation")

    assert table.refused(amend, value, "New") == (
        "“City first” is agreed with reservations. Reopen it to go on."
    )


def test_what_was_agreed_before_a_reopening_stays_in_the_history(table) -> None:
    value = table.value()
    first = table.round(value)
    table.do(reopen_value, value, "New facts")

    assert stands(table, value) == "reopened"
    assert charter(table.workshop) == []
    assert table.workshop.rounds[first].outcome() == "agreed"


def test_a_reopening_that_is_taken_back_leaves_the_value_agreed(table) -> None:
    value = table.value()
    table.round(value)
    table.do(reopen_value, value, "New facts")
    table.undo()

    assert stands(table, value) == "agreed"


def test_the_charter_is_the_agreed_values_in_order(table) -> None:
    third, first = table.value("Third", order=3), table.value("First", order=1)
    second = table.value("Second", order=2)
    table.round(third, alder="reservation")
    table.round(first)
    table.round(second, alder="object")

    assert [v.title for v in on_the_table(table.workshop)] == ["First", "Second", "Third"]
    assert [v.title for v in charter(table.workshop)] == ["First", "Third"]


def test_a_value_without_an_order_comes_last(room) -> None:
    room.value("First", order=5)
    room.value("Second")

    assert [v.order for v in on_the_table(room.workshop)] == [5, 6]


def test_correcting_a_value_keeps_what_the_group_said_of_it(table) -> None:
    value = table.value(proposed_by="alder")
    table.do(name_behaviours, value, ("Say it aloud",), ())
    table.do(propose, "City first", "We start from the city.", value_id=value)

    found = table.workshop.values[value]
    assert (found.wording, found.will, found.order) == (
        "We start from the city.",
        ("Say it aloud",),
        1,
    )


def test_blank_behaviours_are_left_out(room) -> None:
    value = room.value()
    room.do(name_behaviours, value, (" Do ", " "), ("", "Hide"))

    assert room.workshop.values[value].will == ("Do",)
    assert room.workshop.values[value].will_not == ("Hide",)


GONE = "That value is no longer there."


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (propose, (" ",), "Name the value first."),
        (
            propose,
            ("Trust", "", "ash"),
            "That organisation is not a member of this workshop.",
        ),
        (clarify, ("gone", "Meaning"), GONE),
        (name_behaviours, ("gone", ("Do",), ()), GONE),
        (open_value_round, ("gone",), GONE),
        (amend, ("gone", "Words"), GONE),
        (park_value, ("gone", "Bea", "?", DATE), GONE),
        (merge_value, ("gone", "other"), GONE),
        (withdraw_value, ("gone", "", "Why"), GONE),
        (reopen_value, ("gone", "Why"), GONE),
    ],
)
def test_it_is_refused_in_plain_words(room, command, args, sentence) -> None:
    assert room.refused(command, *args) == sentence


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (clarify, (" ",), "Say what it means, in one sentence."),
        (name_behaviours, ((" ",), ()), "Name at least one thing we will do, or will not."),
        (amend, ("",), "Write the new wording."),
        (amend, ("We start from what the city needs.",), "The wording has not changed."),
        (
            park_value,
            (" ", "?", DATE),
            "Who will bring it back? A parked value needs an owner.",
        ),
        (
            park_value,
            ("Bea", "?", ""),
            "By when will it come back? A parked value needs a date.",
        ),
        (
            park_value,
            ("Bea", "?", "May"),
            "“May” is not a date. Write it like 23 Nov 2026.",
        ),
        (merge_value, ("gone",), "Choose the other value to merge it into."),
        (withdraw_value, ("", "  "), "Why is it withdrawn?"),
        (reopen_value, ("New facts",), "It is on the table already."),
    ],
)
def test_a_value_on_the_table_refuses_in_plain_words(room, command, args, sentence) -> None:
    assert room.refused(command, room.value(), *args) == sentence


def test_two_values_do_not_share_a_title(room) -> None:
    room.value("City first")

    assert room.refused(propose, "CITY FIRST") == "“City first” is on the table already."


def test_a_value_is_not_merged_into_itself(room) -> None:
    value = room.value()

    assert room.refused(merge_value, value, value) == "Choose the other value to merge it into."


def test_two_values_are_not_merged_into_each_other(room) -> None:
    value, other = room.value(), room.value("Straight talk")
    room.do(merge_value, value, other)

    assert room.refused(merge_value, other, value) == (
        "“City first” is off the table. Choose another value."
    )


def test_only_the_proposer_withdraws(table) -> None:
    value = table.value(proposed_by="alder")

    assert table.refused(withdraw_value, value, "beech", "Why") == (
        "Only Alder may withdraw it: they proposed it."
    )


def test_a_reopening_needs_a_reason(table) -> None:
    value = table.value()
    table.round(value)

    assert table.refused(reopen_value, value, "") == "Why is it reopened? The reason is recorded."


def test_the_wording_stays_while_a_round_is_open(table) -> None:
    value = table.value()
    opened = table.do(open_value_round, value).id
    table.stand(opened, alder="agree")

    assert table.refused(amend, value, "New words") == (
        "Round 1 is open on this wording. Lock it, or take it back, before the wording changes."
    )


def test_one_round_at_a_time_about_a_value(table) -> None:
    value = table.value()
    table.do(open_value_round, value)

    assert table.refused(open_value_round, value) == (
        "Round 1 is still open. Lock it before the next one."
    )


def test_why_a_value_was_reopened_stays_with_it(table) -> None:
    value = table.value()
    table.round(value)
    table.do(reopen_value, value, "A member asks")
    table.do(park_value, value, "Ann", "Who pays?", "2027-01-01")
    table.do(reopen_value, value, "Ann is back")

    assert table.workshop.values[value].reopenings == (
        Reopening("A member asks", agreed=True),
        Reopening("Ann is back"),
    )
