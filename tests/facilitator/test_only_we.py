"""The only-we test: answered outright, by a show of hands, by organisation."""

import pytest

from facilitator.board import capture, name_theme
from facilitator.history import replay
from facilitator.kinds import decode
from facilitator.only_we import (
    QUESTIONS,
    Hands,
    answer_only_we,
    count_hands,
    fate,
    stand_only_we,
)

LEVERS = "hold_levers"


@pytest.fixture
def theme(table) -> str:
    return table.do(name_theme, "Home").id


def answered(room, theme: str, question: str = LEVERS) -> bool | None:
    return room.workshop.only_we[theme].answer(question).is_yes


def answer_all(room, theme: str, *answers: bool) -> None:
    for question, yes in zip(QUESTIONS, answers, strict=True):
        room.do(answer_only_we, theme, question, yes)


@pytest.mark.parametrize(
    ("alone_can", "hold_levers", "would_be_missed", "what"),
    [
        (False, True, True, "kept"),
        (True, True, True, "fails"),
        (False, False, True, "fails"),
        (False, True, False, "fails"),
    ],
)
def test_only_what_passes_all_three_questions_is_kept(
    table, theme, alone_can, hold_levers, would_be_missed, what
) -> None:
    assert fate(table.workshop, theme) == "untested"
    answer_all(table, theme, alone_can, hold_levers, would_be_missed)

    assert fate(table.workshop, theme) == what


def test_each_answer_is_kept_at_once_and_taken_back_alone(table, theme) -> None:
    table.do(answer_only_we, theme, "alone_can", False)
    before = replay(table.history.entries)
    table.do(answer_only_we, theme, LEVERS, True)

    assert table.workshop.only_we[theme].answered == 2
    assert fate(table.workshop, theme) == "untested"
    table.undo()
    assert table.workshop == before


def test_a_single_card_may_be_put_to_the_test(room) -> None:
    card = room.do(capture, "Home sooner", "purpose", "q").id
    answer_all(room, card, False, True, True)

    assert fate(room.workshop, card) == "kept"


def test_the_test_of_an_older_workshop_is_read_as_three_answers(table, theme) -> None:
    old = (
        f'{{"kind":"purpose.only_we_tested","subject":"{theme}","alone_can":false,'
        '"hold_levers":true,"would_be_missed":true}'
    )
    table.happened(decode(old))

    assert fate(table.workshop, theme) == "kept"


@pytest.mark.parametrize(
    ("yes", "no", "unsure", "answer"),
    [
        (9, 2, 0, True),
        (2, 9, 0, False),
        (5, 5, 0, None),
        (5, 4, 1, None),
        (6, 4, 1, True),
        (0, 0, 3, None),
    ],
)
def test_the_answer_is_what_more_than_half_of_the_hands_say(
    table, theme, yes, no, unsure, answer
) -> None:
    table.do(count_hands, theme, LEVERS, yes, no, unsure)

    assert answered(table, theme) is answer


def test_an_even_count_leaves_the_theme_untested(table, theme) -> None:
    answer_all(table, theme, False, True, True)
    table.do(count_hands, theme, LEVERS, 5, 5)

    assert fate(table.workshop, theme) == "untested"


def test_the_group_may_say_yes_over_an_even_count_and_the_hands_stay(table, theme) -> None:
    table.do(count_hands, theme, LEVERS, 5, 5)
    table.do(answer_only_we, theme, LEVERS, True)

    assert answered(table, theme) is True
    assert table.workshop.only_we[theme].hold_levers.hands == Hands(5, 5)


def test_a_new_count_takes_the_place_of_what_was_said_outright(table, theme) -> None:
    table.do(answer_only_we, theme, LEVERS, True)
    table.do(count_hands, theme, LEVERS, 2, 9)

    assert answered(table, theme) is False


def test_positions_one_by_one_make_the_answer(table, theme) -> None:
    table.do(stand_only_we, theme, LEVERS, "alder", "no")
    table.do(stand_only_we, theme, LEVERS, "beech", "no")
    table.do(stand_only_we, theme, LEVERS, "cedar", "unsure")

    assert answered(table, theme) is False
    assert table.workshop.only_we[theme].hold_levers.hands == Hands(0, 2, 1)


def test_positions_beside_a_count_only_name_those_that_differ(table, theme) -> None:
    table.do(count_hands, theme, LEVERS, 9, 2)
    table.do(stand_only_we, theme, LEVERS, "alder", "no")

    answer = table.workshop.only_we[theme].hold_levers
    assert (answer.is_yes, answer.hands, answer.positions) == (True, Hands(9, 2), {"alder": "no"})


def test_a_position_is_taken_back_by_saying_nothing(table, theme) -> None:
    table.do(stand_only_we, theme, LEVERS, "alder", "no")
    table.do(stand_only_we, theme, LEVERS, "alder", "")

    assert answered(table, theme) is None
    assert table.workshop.only_we[theme].hold_levers.positions == {}


def test_the_questions_do_not_touch_each_other(table, theme) -> None:
    table.do(count_hands, theme, "alone_can", 1, 8)
    table.do(stand_only_we, theme, "would_be_missed", "alder", "yes")
    table.do(answer_only_we, theme, LEVERS, False)

    assert [answered(table, theme, question) for question in QUESTIONS] == [False, False, True]


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (answer_only_we, (LEVERS, True), "Choose a theme to test."),
        (count_hands, (LEVERS, 1, 2), "Choose a theme to test."),
        (stand_only_we, (LEVERS, "alder", "yes"), "Choose a theme to test."),
    ],
)
def test_what_is_tested_must_be_there(table, command, args, sentence) -> None:
    assert table.refused(command, "gone", *args) == sentence


@pytest.mark.parametrize("hands", [(0, 0), (3, -1)])
def test_a_show_of_hands_has_a_hand_in_it(table, theme, hands) -> None:
    assert table.refused(count_hands, theme, LEVERS, *hands) == (
        "Count at least one hand: how many say yes, and how many no."
    )


def test_more_hands_than_a_room_holds_are_a_slip(table, theme) -> None:
    assert table.refused(count_hands, theme, LEVERS, 992, 10) == (
        "That is 1,002 hands, more than 999. Count again."
    )


def test_an_answer_is_given_once(table, theme) -> None:
    table.do(answer_only_we, theme, LEVERS, True)

    assert table.refused(answer_only_we, theme, LEVERS, True) == "The answer is yes already."


def test_a_stranger_has_no_position(table, theme) -> None:
    assert table.refused(stand_only_we, theme, LEVERS, "ash", "yes") == (
        "That organisation is not a member of this workshop."
    )


def test_an_organisation_says_a_thing_once(table, theme) -> None:
    table.do(stand_only_we, theme, LEVERS, "alder", "no")

    assert table.refused(stand_only_we, theme, LEVERS, "alder", "no") == (
        "Alder stands there already."
    )
