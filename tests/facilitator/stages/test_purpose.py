"""Drafts and adoption."""

import pytest

from facilitator.afterwards import take_late_position
from facilitator.answering import settle
from facilitator.events import Refused
from facilitator.rounds import lock_round, open_round
from facilitator.stages.purpose import (
    MOST_WORDS,
    PurposeAdopted,
    adopt,
    adopted,
    adopting_round,
    close_draft,
    draft,
    unanswered,
)
from facilitator.statement import answer_another_board, name_stop


def write(room, text: str, revises: str = "") -> str:
    return room.do(draft, text, revises).id


def answer(room, made: str) -> None:
    """Both questions that come before adopting."""
    room.do(answer_another_board, made, False, "Nobody else holds these levers.")
    room.do(name_stop, made, "The monthly report")


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
    answer(table, made)
    table.do(adopt, made)

    assert adopted(table.workshop).id == made
    assert adopting_round(table.workshop).id == last


def test_the_purpose_adopted_before_is_amended(table) -> None:
    first = write(table, "One")
    table.round(first)
    answer(table, first)
    table.do(adopt, first)
    second = write(table, "Two", first)
    table.round(second)
    answer(table, second)
    table.do(adopt, second)

    assert adopted(table.workshop).id == second
    assert table.workshop.drafts[first].verdict == "amended"


def test_nothing_is_adopted_at_first(room) -> None:
    assert adopted(room.workshop) is None
    assert adopting_round(room.workshop) is None


def test_a_draft_without_a_round_is_not_adopted(table) -> None:
    sentence = "Take a round of positions on v1 first, and lock it."
    made = write(table, "One")
    answer(table, made)
    assert table.refused(adopt, made) == sentence
    opened = table.do(open_round, made, "One").id
    table.stand(opened, **dict.fromkeys(table.workshop.organisations, "agree"))
    assert table.refused(adopt, made) == sentence
    table.do(lock_round, opened, "2026-03-18T12:00")

    table.do(adopt, made)


def test_a_draft_on_which_the_group_did_not_agree_is_not_adopted(table) -> None:
    made = write(table, "One")
    answer(table, made)
    table.round(made, alder="object")

    assert table.refused(adopt, made) == "The round on v1 did not end in agreement."


def test_only_the_last_round_on_a_draft_counts(table) -> None:
    made = write(table, "One")
    answer(table, made)
    table.round(made)
    table.round(made, alder="object")

    assert table.refused(adopt, made) == "The round on v1 did not end in agreement."


def test_a_draft_is_adopted_once(table) -> None:
    made = write(table, "One")
    table.round(made)
    answer(table, made)
    table.do(adopt, made)

    assert table.refused(adopt, made) == "v1 is adopted already."


def test_a_late_reservation_leaves_it_agreed(table) -> None:
    made = write(table, "One")
    last = table.round(made, elm="absent")
    table.do(take_late_position, last, "elm", "reservation", "2026-03-19", "Only from April.")
    answer(table, made)
    table.do(adopt, made)

    assert adopted(table.workshop).id == made


def test_an_objection_that_was_settled_after_the_lock_still_needs_another_round(table) -> None:
    made = write(table, "One")
    last = table.round(made, alder="object")
    table.do(settle, last, "alder", "We changed the verb.")
    answer(table, made)

    assert table.refused(adopt, made) == "The round on v1 did not end in agreement."


def test_a_purpose_of_fifty_words_is_adopted(table) -> None:
    made = write(table, " ".join(["word"] * MOST_WORDS))
    table.round(made)
    answer(table, made)
    table.do(adopt, made)

    assert adopted(table.workshop).words == 50


@pytest.mark.parametrize(("words", "over"), [(51, 1), (61, 11)])
def test_a_longer_one_is_refused_with_how_many_words_to_cut(table, words, over) -> None:
    made = write(table, " ".join(["word"] * words))
    table.round(made)
    answer(table, made)

    assert table.refused(adopt, made) == (
        f"v1 has {words} words. A purpose has fifty or fewer: cut {over}."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("long-term, end-of-life care", 3),
        ("money – people — power", 3),
        ("Siarad yn blaen bob tro", 5),
        ("• نعمل معا", 2),
        ("We act. 🎉", 2),
        ("don’t  stop\nnow", 3),
    ],
)
def test_words_are_counted_as_people_count_them(room, text, words) -> None:
    assert room.workshop.drafts[write(room, text)].words == words


def test_a_draft_is_not_adopted_before_both_questions_are_answered(table) -> None:
    made = write(table, "One")
    table.round(made)

    with pytest.raises(Refused) as caught:
        adopt(table.workshop, made)
    assert caught.value.reason == (
        "Before v1 is adopted, ask the room: “Would another board sign this?” and “What would we "
        "have to stop?”"
    )
    assert caught.value.offer == "another_board"


def test_the_question_that_is_missing_is_the_one_that_is_offered(table) -> None:
    made = write(table, "One")
    table.round(made)
    table.do(answer_another_board, made, False)

    with pytest.raises(Refused) as caught:
        adopt(table.workshop, made)
    assert caught.value.reason == (
        "Before v1 is adopted, ask the room: “What would we have to stop?”"
    )
    assert caught.value.offer == "stops"


def test_a_draft_that_another_board_would_sign_may_be_adopted_all_the_same(table) -> None:
    made = write(table, "One")
    table.round(made)
    table.do(answer_another_board, made, True, "Any of us could say it.")
    table.do(name_stop, made, "nothing")
    table.do(adopt, made)

    assert adopted(table.workshop).id == made


def test_a_revision_is_asked_afresh(table) -> None:
    first = write(table, "One")
    answer(table, first)
    second = table.workshop.drafts[write(table, "Two", first)]

    assert unanswered(second) == ["another_board", "stops"]


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
