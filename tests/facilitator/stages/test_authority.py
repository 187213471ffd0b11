"""The home check: what each organisation may agree to, whom it asks, and by when."""

import pytest

from facilitator.stages.values import Authority, authority_of, state_authority, unstated

DATE = "2026-04-20"


def test_an_organisation_states_its_limit_whom_it_asks_and_by_when(table) -> None:
    table.do(state_authority, "alder", " Up to £50,000 ", " the board ", DATE)

    assert authority_of(table.workshop, "alder") == Authority(
        "alder", "Up to £50,000", "the board", DATE
    )


def test_nobody_needs_to_be_asked_where_there_is_no_limit(table) -> None:
    table.do(state_authority, "alder", "Anything")

    assert authority_of(table.workshop, "alder") == Authority("alder", "Anything")


def test_what_is_stated_again_stands_in_place_of_what_was_stated_before(table) -> None:
    table.do(state_authority, "alder", "Anything")
    table.do(state_authority, "alder", "Nothing about money", "the treasurer", DATE)
    assert authority_of(table.workshop, "alder").limit == "Nothing about money"
    table.undo()

    assert authority_of(table.workshop, "alder").limit == "Anything"


def test_it_is_known_who_has_not_stated_its_authority(table) -> None:
    assert unstated(table.workshop) == ["alder", "beech", "cedar", "dogwood", "elm"]
    table.do(state_authority, "beech", "Anything")

    assert unstated(table.workshop) == ["alder", "cedar", "dogwood", "elm"]
    assert authority_of(table.workshop, "alder") is None


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("ash", "Anything"), "That organisation is not a member of this workshop."),
        (
            ("alder", " "),
            "What can Alder say yes to today? “Nothing yet” is an answer.",
        ),
        (("alder", "Words", "", DATE), "Whom will Alder ask by then?"),
        (("alder", "Words", "The board"), "By when will Alder have asked? Name a date."),
        (
            ("alder", "Words", "The board", "soon"),
            "“soon” is not a date. Write it like 23 Nov 2026.",
        ),
    ],
)
def test_it_is_refused_in_plain_words(table, args, sentence) -> None:
    assert table.refused(state_authority, *args) == sentence


def test_the_same_again_is_refused_so_that_no_undo_does_nothing(table) -> None:
    table.do(state_authority, "alder", "Anything")

    assert table.refused(state_authority, "alder", "Anything ") == (
        "That is what Alder has said already."
    )
