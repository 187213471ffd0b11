"""Would another board sign it, what would we have to stop, and who will defend it outside."""

import pytest

from facilitator.stages.gather import remove_organisation
from facilitator.stages.purpose import draft
from facilitator.statement import (
    DefencesSaid,
    NothingToStop,
    StopNamed,
    all_will_defend,
    answer_another_board,
    drop_stop,
    name_stop,
    say_defence,
)


@pytest.fixture
def made(table) -> str:
    """A draft of the statement."""
    return table.do(draft, "One purse for the city.").id


def of(table, made):
    return table.workshop.drafts[made]


def willing(table, made) -> dict[str, bool]:
    return {o: each.will for o, each in of(table, made).defences.items()}


def test_what_another_board_would_do_is_kept_in_the_rooms_words(table, made) -> None:
    table.do(answer_another_board, made, False, " Nobody else could: the money is ours. ")

    answer = of(table, made).another_board
    assert (answer.would_sign, answer.text) == (False, "Nobody else could: the money is ours.")


def test_a_bare_yes_or_no_is_an_answer(table, made) -> None:
    table.do(answer_another_board, made, True)

    assert of(table, made).another_board.would_sign


def test_the_newer_answer_stands(table, made) -> None:
    table.do(answer_another_board, made, True)
    table.do(answer_another_board, made, False)

    assert not of(table, made).another_board.would_sign


def test_things_to_stop_stand_in_the_order_in_which_they_were_named(table, made) -> None:
    table.do(name_stop, made, "The monthly report")
    table.do(name_stop, made, " Separate budgets ")

    assert of(table, made).stops == ("The monthly report", "Separate budgets")


def test_one_thing_to_stop_is_taken_back_by_itself(table, made) -> None:
    table.do(name_stop, made, "The monthly report")
    table.do(name_stop, made, "Separate budgets")
    table.undo()

    assert of(table, made).stops == ("The monthly report",)


def test_what_two_laptops_named_stands_side_by_side(table, made, new_room) -> None:
    other = new_room("Table 2")
    other.receive(table.history.entries)
    table.do(name_stop, made, "The monthly report")
    other.do(name_stop, made, "Separate budgets")
    table.receive(other.history.entries)

    assert set(of(table, made).stops) == {"The monthly report", "Separate budgets"}


@pytest.mark.parametrize("said", ["nothing", "Nothing.", " NOTHING! "])
def test_nothing_is_an_answer(table, made, said) -> None:
    assert type(table.do(name_stop, made, said)) is NothingToStop
    assert of(table, made).stops_answered
    assert of(table, made).stops == ()


def test_something_named_after_nothing_takes_its_place(table, made) -> None:
    table.do(name_stop, made, "nothing")
    table.do(name_stop, made, "Nothing of this size again")

    assert of(table, made).stops == ("Nothing of this size again",)
    assert not of(table, made).nothing_to_stop


def test_nothing_said_elsewhere_takes_nothing_off_the_list(table, made) -> None:
    table.do(name_stop, made, "The monthly report")
    table.happened(NothingToStop(made))

    assert of(table, made).stops == ("The monthly report",)
    assert not of(table, made).nothing_to_stop


def test_what_two_laptops_named_alike_stands_once(table, made) -> None:
    table.do(name_stop, made, "The monthly report")
    table.happened(StopNamed(made, "The monthly report"))

    assert of(table, made).stops == ("The monthly report",)


def test_what_is_taken_off_the_list_leaves_the_question_open(table, made) -> None:
    table.do(name_stop, made, "The monthly report")
    table.do(drop_stop, made, "The monthly report")

    assert not of(table, made).stops_answered


def test_an_organisation_will_defend_it_or_says_why_not_yet(table, made) -> None:
    table.do(say_defence, made, "alder", True)
    table.do(say_defence, made, "elm", False, " Members must be asked first ")

    assert willing(table, made) == {"alder": True, "elm": False}
    assert of(table, made).defences["elm"].text == "Members must be asked first"


def test_an_organisation_may_change_its_mind(table, made) -> None:
    table.do(say_defence, made, "elm", False, "Members must be asked first")
    table.do(say_defence, made, "elm", True)

    assert of(table, made).defences["elm"].will
    assert of(table, made).defences["elm"].text == ""


def test_everybody_here_who_has_not_said_yet_will_in_one_change(table, made) -> None:
    table.do(say_defence, made, "elm", False, "Members must be asked first")
    table.here("alder", "beech", "elm")
    table.do(all_will_defend, made, "2026-03-18T12:30")
    assert willing(table, made) == {"elm": False, "alder": True, "beech": True}
    table.undo()

    assert willing(table, made) == {"elm": False}


def test_without_attendance_everybody_is_here(table, made) -> None:
    table.do(all_will_defend, made, "2026-03-18T12:30")

    assert set(willing(table, made)) == set(table.workshop.organisations)


def test_what_one_said_elsewhere_in_the_meantime_is_not_overruled(table, made) -> None:
    table.do(say_defence, made, "elm", False, "Members must be asked first")
    table.happened(DefencesSaid(made, ("alder", "elm")))

    assert willing(table, made) == {"elm": False, "alder": True}


def test_an_organisation_that_is_gone_is_not_asked(table, made) -> None:
    table.do(remove_organisation, "elm")
    table.do(all_will_defend, made, "2026-03-18T12:30")

    assert "elm" not in willing(table, made)


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (answer_another_board, (True,), "That draft is no longer there."),
        (name_stop, ("Reports",), "That draft is no longer there."),
        (drop_stop, ("Reports",), "That draft is no longer there."),
        (say_defence, ("alder", True), "That draft is no longer there."),
        (all_will_defend, ("2026-03-18T12:30",), "That draft is no longer there."),
    ],
)
def test_nothing_is_said_of_a_draft_that_is_gone(table, command, args, sentence) -> None:
    assert table.refused(command, "gone", *args) == sentence


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (
            name_stop,
            (" ",),
            "Name one thing that we would have to stop, or say “nothing”.",
        ),
        (name_stop, ("Reports",), "“Reports” is on the list already."),
        (name_stop, ("nothing",), "“Reports” is named already. Take it off the list first."),
        (drop_stop, ("Meetings",), "That is no longer on the list."),
        (say_defence, ("alder", False), "What keeps Alder from defending it outside?"),
        (
            say_defence,
            ("yew", True),
            "That organisation is not a member of this workshop.",
        ),
    ],
)
def test_it_is_refused_in_plain_words(table, made, command, args, sentence) -> None:
    table.do(name_stop, made, "Reports")

    assert table.refused(command, made, *args) == sentence


def test_an_organisation_that_has_said_so_stays_in_the_record(table, made) -> None:
    table.do(say_defence, made, "elm", True)

    assert table.refused(remove_organisation, "elm") == (
        "Elm has spoken in this workshop, so it stays in the record."
    )


def test_a_refusal_quotes_no_more_than_the_beginning(table, made) -> None:
    table.do(name_stop, made, "Reports " * 100)

    sentence = table.refused(name_stop, made, "Reports " * 100)
    assert sentence.startswith("“Reports Reports")
    assert sentence.endswith("…” is on the list already.")
    assert len(sentence) < 100


def test_it_is_refused_when_everybody_here_has_said(table, made) -> None:
    table.do(all_will_defend, made, "2026-03-18T12:30")

    assert table.refused(all_will_defend, made, "2026-03-18T12:30") == (
        "Everybody who is here has said whether they will defend it outside."
    )


def test_a_whole_document_is_no_answer(table, made) -> None:
    sentence = table.refused(answer_another_board, made, True, "a" * 20_001)

    assert sentence.startswith("That is 20,001 characters; one piece of text holds 20,000.")
