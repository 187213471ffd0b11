"""The purpose in the agreement: its words, what would have to stop, and who will defend it."""

from collections.abc import Callable
from typing import Any

from exports.blocks import BulletList, KeepTogether, Paragraph, Quote
from exports.documents.purpose_section import purpose_section
from facilitator import statement
from facilitator.workshop import Workshop

Do = Callable[..., Any]


def sentences(workshop: Workshop) -> list[str]:
    return [b.text for b in purpose_section(workshop) if isinstance(b, Paragraph)]


def test_what_would_have_to_stop_is_a_list_under_the_purpose(agreed: Workshop, do: Do) -> None:
    do(statement.name_stop, "d1", "Separate budgets")

    [kept] = [b for b in purpose_section(agreed) if isinstance(b, KeepTogether)]
    assert kept.blocks == (
        Paragraph("If we mean this, we would have to stop:", "small"),
        BulletList(("The monthly report", "Separate budgets")),
    )


def test_nothing_to_stop_is_said_in_the_paper(agreed: Workshop, do: Do) -> None:
    do(statement.drop_stop, "d1", "The monthly report")
    do(statement.name_stop, "d1", "nothing")

    assert "Asked what we would have to stop if we meant this, we answered: nothing." in sentences(
        agreed
    )


def test_who_will_defend_it_stands_by_name_and_the_others_with_their_reason(
    agreed: Workshop, do: Do
) -> None:
    do(statement.say_defence, "d1", "Voice", False, "Members must be asked first")
    do(statement.all_will_defend, "d1", "2026-11-23T09:30")

    assert sentences(agreed)[-1] == (
        "Will defend this outside: Council and Hospital. Not yet: Voice."
    )
    quotes = [b for b in purpose_section(agreed) if isinstance(b, Quote)]
    assert quotes == [Quote("Members must be asked first", "Voice, on why not yet")]


def test_before_anybody_was_asked_nothing_is_said_of_defending_it(agreed: Workshop) -> None:
    assert not any("defend" in each for each in sentences(agreed))


def test_what_another_board_would_do_is_not_in_the_paper(agreed: Workshop, do: Do) -> None:
    do(statement.answer_another_board, "d1", False, "Ashby could never sign it")

    assert "Ashby could never" not in str(purpose_section(agreed))


def test_without_a_purpose_it_says_so(workshop: Workshop) -> None:
    assert sentences(workshop) == ["No purpose has been adopted yet."]
