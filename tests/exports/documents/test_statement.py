"""The public statement: one page for everybody, in plain words."""

import datetime

from exports.documents.shelf import paper
from exports.documents.statement import public_statement, told_to_all
from exports.pdf import render_pdf
from exports.said import said
from facilitator.stages import agreement, values
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)


def _lines(workshop: Workshop) -> list[str]:
    return said(public_statement(workshop, MADE))


def test_it_tells_what_was_chosen_given_up_and_left_open_in_this_order(agreed, do) -> None:
    do(values.name_cost, "v1", "Council", "money", "We publish our own overspend")
    heads = ["Who we are", "What we chose", "What we give up", "What we have not decided"]
    found = [line for line in _lines(agreed) if line in (*heads, "How to answer us")]
    assert found == [*heads, "How to answer us"]


def test_what_is_open_is_told_with_its_day(agreed: Workshop) -> None:
    assert "How fast? We come back to it by 10 January 2027." in _lines(agreed)


def test_it_names_no_person(agreed: Workshop) -> None:
    text = "\n".join(_lines(agreed))
    assert not any(member.label in text for member in agreed.members.values())


def test_the_groups_own_words_take_the_place_of_ours(agreed: Workshop, do) -> None:
    do(agreement.write_statement, "We will share one purse.\nMoney is tight.", "write to us")
    lines = _lines(agreed)
    assert lines[3:5] == ["We will share one purse.", "Money is tight."]
    assert "What we chose" not in lines
    assert "To answer: write to us. We look at it again by 23 November 2027" in lines[-1]
    assert told_to_all(agreed) == "We will share one purse.\nMoney is tight."


def test_it_says_whether_the_boards_have_agreed(agreed: Workshop, do) -> None:
    assert "not yet agreed by our boards" in _lines(agreed)[2]
    do(agreement.ratify, "the full board", "2027-02-01")
    assert "agreed by the full board" in _lines(agreed)[2]


def test_it_is_one_page(agreed: Workshop, reading) -> None:
    assert len(reading(render_pdf(public_statement(agreed, MADE))).pages) == 1


def test_without_anything_agreed_there_is_nothing_to_tell() -> None:
    assert paper(Workshop(), "statement").not_yet == (
        "Nothing has been agreed yet that could be told."
    )
