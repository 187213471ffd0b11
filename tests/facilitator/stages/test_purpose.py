"""Drafts and adoption."""

import pytest

from facilitator.rounds import lock_round, open_round
from facilitator.stages.purpose import (
    PurposeAdopted,
    adopt,
    adopted,
    adopting_round,
    close_draft,
    draft,
)


def write(room, text: str, revises: str = "") -> str:
    return room.do(draft, text, revises).id


def labels(room) -> list[str]:
    return [d.label for d in room.workshop.drafts.values()]


def test_drafts_are_numbered_from_the_one_they_revise(room) -> None:
    first = write(room, "One")
    second = write(room, "Two", first)
    write(room, "Three", second)

    assert labels(room) == ["v1", "v2", "v3"]


def test_two_that_revise_the_same_draft_stay_side_by_side(room) -> None:
    first = write(room, "One")
    for text in ("Two", "Two again", "Two once more"):
        write(room, text, first)

    assert labels(room) == ["v1", "v2", "v2b", "v2c"]


def test_a_draft_from_nothing_stands_beside_the_first(room) -> None:
    write(room, "One")
    write(room, "Another")

    assert labels(room) == ["v1", "v1b"]


def test_a_draft_that_revises_a_sibling_goes_on_from_its_number(room) -> None:
    first = write(room, "One")
    write(room, "Two", first)
    sibling = write(room, "Two again", first)
    write(room, "Three", sibling)

    assert labels(room)[-1] == "v3"


def test_a_draft_that_is_put_right_keeps_its_number(room) -> None:
    first = write(room, "One")
    room.do(draft, "Once", draft_id=first)

    assert [(d.label, d.text) for d in room.workshop.drafts.values()] == [("v1", "Once")]


def test_a_draft_counts_its_words(room) -> None:
    made = write(room, "Home sooner,\nhome safely.")

    assert room.workshop.drafts[made].words == 4


def test_a_draft_that_is_put_aside_keeps_why(room) -> None:
    made = write(room, "One")
    room.do(close_draft, made, "rejected", " Any board could sign it. ")

    closed = room.workshop.drafts[made]
    assert (closed.verdict, closed.why) == ("rejected", "Any board could sign it.")


@pytest.mark.parametrize("code", ["agree", "reservation"])
def test_a_draft_is_adopted_after_a_round_that_ends_in_agreement(table, code) -> None:
    made = write(table, "One")
    last = table.round(made, alder=code)
    table.do(adopt, made)

    assert adopted(table.workshop).id == made
    assert adopting_round(table.workshop).id == last


def test_the_purpose_adopted_before_is_amended(table) -> None:
    first = write(table, "One")
    table.round(first)
    table.do(adopt, first)
    second = write(table, "Two", first)
    table.round(second)
    table.do(adopt, second)

    assert adopted(table.workshop).id == second
    assert table.workshop.drafts[first].verdict == "amended"


def test_nothing_is_adopted_at_first(room) -> None:
    assert adopted(room.workshop) is None
    assert adopting_round(room.workshop) is None


def test_a_draft_without_a_round_is_not_adopted(table) -> None:
    sentence = "Take a round of positions on v1 first, and lock it."
    made = write(table, "One")
    assert table.refused(adopt, made) == sentence
    opened = table.do(open_round, made, "One").id
    table.stand(opened, **dict.fromkeys(table.workshop.organisations, "agree"))
    assert table.refused(adopt, made) == sentence
    table.do(lock_round, opened, "2026-03-18T12:00")

    table.do(adopt, made)


def test_a_draft_on_which_the_group_did_not_agree_is_not_adopted(table) -> None:
    made = write(table, "One")
    table.round(made, alder="object")

    assert table.refused(adopt, made) == "The round on v1 did not end in agreement."


def test_only_the_last_round_on_a_draft_counts(table) -> None:
    made = write(table, "One")
    table.round(made)
    table.round(made, alder="object")

    assert table.refused(adopt, made) == "The round on v1 did not end in agreement."


def test_a_draft_is_adopted_once(table) -> None:
    made = write(table, "One")
    table.round(made)
    table.do(adopt, made)

    assert table.refused(adopt, made) == "v1 is adopted already."


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (draft, (" ",), "Write the statement first."),
        (draft, ("Two", "gone"), "That draft is no longer there."),
        (close_draft, ("gone", "rejected"), "That draft is no longer there."),
        (adopt, ("gone",), "That draft is no longer there."),
    ],
)
def test_it_is_refused_in_plain_words(room, command, args, sentence) -> None:
    assert room.refused(command, *args) == sentence


def test_a_draft_that_changes_nothing_is_refused(room) -> None:
    first = write(room, "One")

    assert room.refused(draft, " One ", first) == "Nothing has changed since v1."


def test_the_adopted_purpose_is_not_put_aside(room) -> None:
    made = room.do(draft, "We move money together.").id
    drafts = room.workshop.drafts
    PurposeAdopted(made).apply(room.workshop)

    assert room.refused(close_draft, made, "rejected") == (
        "v1 is the group's purpose. Adopt another draft in its place."
    )
    assert drafts[made].verdict == "adopted"
