"""What the agreement says of each value: its label, its costs, and what was changed since."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from exports.documents.agreement import agreement
from exports.said import said
from facilitator import afterwards, answering, rounds
from facilitator.attendance import arrive, leave
from facilitator.decision import Rule
from facilitator.stages import gather, values
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
NOON = "2026-11-23T12:00"
Do = Callable[..., Any]


def lines(workshop: Workshop) -> list[str]:
    return said(agreement(workshop, MADE))


def words(workshop: Workshop) -> str:
    return "\n".join(lines(workshop))


def value(do: Do) -> str:
    return str(do(values.propose, "Care", "We ask first.", value_id="v3").id)


def asked(do: Do, **positions: tuple[Any, ...]) -> str:
    """A locked round on the value v3 in which those agree that are not named."""
    opened = do(rounds.open_round, "v3", "We ask first.").id
    for name in ("Council", "Hospital", "Voice"):
        code, *rest = positions.get(name, ("agree",))
        do(rounds.take_position, opened, name, code, *rest)
    do(rounds.lock_round, opened, NOON)
    return str(opened)


def test_each_cost_stands_with_who_pays_it_and_in_what(agreed: Workshop, do: Do) -> None:
    do(values.name_cost, "v1", "Hospital", "pride", "We publish our waiting list.")
    do(values.name_cost, "v1", "Council", "money", "Two posts")
    found = lines(agreed)
    at = found.index("What it will cost")
    assert found[at + 1 : at + 3] == [
        "Hospital, pride: We publish our waiting list.",
        "Council, money: Two posts",
    ]


def test_a_value_without_a_cost_is_untested_once_that_was_found(agreed: Workshop, do: Do) -> None:
    untested = "Untested: nobody could name yet what it will cost."
    assert untested not in lines(agreed)
    do(values.find_untested, "v1")
    assert untested in lines(agreed)


def test_three_quarters_are_labelled_not_unanimous_in_short_and_in_full(
    agreed: Workshop, do: Do
) -> None:
    do(gather.join_organisation, "School", organisation_id="School")
    do(gather.choose_rule, Rule("unanimity", fallback=True, most_rounds=1))
    value(do)
    # The school is absent in the first round, and objects in the second.
    asked(do)
    opened = do(rounds.open_round, "v3", "We ask first.").id
    for name in ("Council", "Hospital", "Voice"):
        do(rounds.take_position, opened, name, "agree")
    do(gather.join_member, "School", "Head", member_id="mSchool")
    do(arrive, "mSchool", "2026-11-23T11:00")
    do(rounds.take_position, opened, "School", "object", "We teach.", "cannot_deliver")
    do(rounds.lock_round, opened, NOON)
    assert lines(agreed).count("Not unanimous: three quarters agreed") == 2
    assert "Round 1: School not here" in words(agreed)


def test_a_round_that_was_outvoted_says_by_how_many(agreed: Workshop, do: Do) -> None:
    do(gather.choose_rule, Rule("majority", formal=True))
    value(do)
    against = ("object", "No.", "harm")
    asked(do, Council=against, Hospital=against)
    asked(do)
    assert "Round 1: 1 of 3 said yes and 2 objections (Council and Hospital)" in words(agreed)


def test_a_value_that_was_reopened_after_it_was_agreed_has_its_version(
    agreed: Workshop, do: Do
) -> None:
    value(do)
    asked(do)
    assert "Care" in lines(agreed)
    do(values.reopen_value, "v3", "New facts")
    asked(do)
    assert "Care, version 2" in lines(agreed)


def test_why_a_value_was_reopened_stands_in_a_line_under_it(agreed: Workshop, do: Do) -> None:
    value(do)
    asked(do)
    do(values.reopen_value, "v3", "New facts")
    asked(do)
    found = lines(agreed)
    assert "Reopened after it had been agreed: New facts" in found


def test_a_value_that_was_parked_and_came_back_says_so(agreed: Workshop, do: Do) -> None:
    value(do)
    do(values.park_value, "v3", "mVoice", "How?", "2027-01-10")
    do(values.reopen_value, "v3", "The answer came")
    asked(do)
    assert "Put back on the table: The answer came" in lines(agreed)


def test_a_value_that_is_reopened_is_not_printed_as_agreed(agreed: Workshop, do: Do) -> None:
    value(do)
    asked(do)
    do(values.reopen_value, "v3", "New facts.")
    found = lines(agreed)
    at = found.index("Care", found.index("Not agreed, and why"))
    assert found[at + 2] == "Reopened: New facts. No round was held since."


def test_a_value_reworded_after_its_last_round_says_so(agreed: Workshop, do: Do) -> None:
    value(do)
    asked(do, Voice=("need_more", "Who pays?"))
    do(values.amend, "v3", "We ask, and we say who pays.")
    assert "Not yet: Voice's question is unanswered. It was reworded since." in lines(agreed)


def test_a_correction_stands_with_its_date_and_its_reason(agreed: Workshop, do: Do) -> None:
    value(do)
    locked = asked(do)
    do(
        afterwards.correct_position,
        locked,
        "Voice",
        "reservation",
        "The minute taker misheard.",
        "2026-11-25",
        "Only on weekdays.",
    )
    assert (
        "Corrected on 25 November 2026, after round 1 was locked: Voice, from “supports it” to "
        "“has a reservation”. Reason: The minute taker misheard."
    ) in lines(agreed)


def test_a_correction_of_words_alone_says_so(agreed: Workshop, do: Do) -> None:
    value(do)
    locked = asked(do, Voice=("reservation", "Only on weekdays."))
    correct = afterwards.correct_position
    do(correct, locked, "Voice", "reservation", "Typed wrong.", "2026-11-25", "Only in school.")
    assert "Voice, “has a reservation”, in other words. Reason: Typed wrong." in words(agreed)


def test_an_objection_found_to_be_none_is_recorded_as_a_reservation_word_for_word(
    agreed: Workshop, do: Do
) -> None:
    value(do)
    opened = do(rounds.open_round, "v3", "We ask first.").id
    for name in ("Council", "Hospital"):
        do(rounds.take_position, opened, name, "agree")
    do(rounds.take_position, opened, "Voice", "object", "I do not like it.", "harm")
    do(answering.name_remedy, opened, "Voice", "A smaller pilot.")
    why = "Nobody is harmed."
    do(answering.judge_objection, opened, "Voice", valid=False, why=why)
    do(rounds.lock_round, opened, NOON)
    found = lines(agreed)
    assert found[found.index("I do not like it.") + 1] == (
        "Voice. Objection, harm. The group found it to be of none of the four kinds, so it is "
        "recorded as a reservation: Nobody is harmed. What would make it work: A smaller pilot."
    )
    assert "1 reservation recorded: Voice" in found
    assert "Objecting: Voice (recorded as a reservation)." in words(agreed)


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2026-11-27", "given on 27 November 2026 after the meeting"),
        ("2026-11-23", "given late, on 23 November 2026"),
    ],
)
def test_a_late_reservation_stands_with_the_date_on_which_it_came(
    agreed: Workshop, do: Do, date: str, said: str
) -> None:
    """What came on the day of the round itself is not said to come after the meeting."""
    value(do)
    do(leave, "mVoice", "2026-11-23T11:30")
    opened = do(rounds.open_round, "v3", "We ask first.").id
    for name in ("Council", "Hospital"):
        do(rounds.take_position, opened, name, "agree")
    do(rounds.lock_round, opened, NOON)
    late = afterwards.take_late_position
    do(late, opened, "Voice", "reservation", date, "Not at night.")
    found = lines(agreed)
    assert found[found.index("Not at night.") + 1] == f"Voice. Reservation, {said}"


def test_what_was_said_on_kaner_s_scale_stands_beside_the_position(
    agreed: Workshop, do: Do
) -> None:
    value(do)
    opened = do(rounds.open_round, "v3", "We ask first.").id
    take = rounds.take_position
    do(take, opened, "Council", "agree", gradient="minor_contention")
    do(take, opened, "Hospital", "reservation", "Slow.", gradient="dislike_but_support")
    do(take, opened, "Voice", "agree")
    do(rounds.lock_round, opened, NOON)
    assert "Supporting it: Council (minor contention) and Voice." in words(agreed)
    assert "Hospital. Reservation, said as “Don’t like it, but will support it”" in lines(agreed)


def test_a_position_that_waits_for_a_mandate_says_so(agreed: Workshop, do: Do) -> None:
    do(gather.join_member, "Voice", "Sub", authority=False, member_id="mVoice")
    value(do)
    locked = asked(do)
    assert "Council, Hospital and Voice (subject to mandate)." in words(agreed)
    do(afterwards.confirm_mandate, locked, "Voice", "2026-11-25")
    assert "Supporting it: Council, Hospital and Voice." in words(agreed)


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("will", "Version 2: “we will ring round first” was added"),
        ("will_not", "Version 2: “even under pressure we will not ring round first” was added"),
        ("wording", "Version 2: “ring round first” was proposed as its wording"),
    ],
)
def test_what_a_rehearsal_changed_in_a_value_is_told_with_its_version(
    rehearsed: Workshop, do: Do, how: str, told: str
) -> None:
    from facilitator.stages.rehearsal.changing import accept_change, propose_change

    do(propose_change, "R", "v1", "ring round first", change_id="c2", how=how)
    assert told not in words(rehearsed)
    do(accept_change, "R", "c2")
    if how == "wording":
        opened = do(rounds.open_round, "v1", "ring round first").id
        for name in ("Council", "Hospital", "Voice"):
            do(rounds.take_position, opened, name, "agree")
        do(rounds.lock_round, opened, NOON)
    assert f"{told} after the rehearsal “The long night”." in lines(rehearsed)
