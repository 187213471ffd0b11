"""Which injects the clock brings: by their minute, by what they depend on, by what holds them."""

import pytest

from facilitator.rounds import lock_round
from facilitator.stages.rehearsal.clock import say_stop_word, set_clock, start_clock
from facilitator.stages.rehearsal.deciding import open_decision_round, put_decision
from facilitator.stages.rehearsal.injects import (
    due_injects,
    hold_inject,
    let_inject_go,
    move_inject,
    play_inject,
    stands,
    write_inject,
)
from tests.facilitator.conftest import NOON

START = 1_742_300_000.0


def flood(room):
    return room.workshop.rehearsals["flood"]


def due(room, minute: float) -> list[str]:
    return [i.id for i in due_injects(room.workshop, flood(room), START + minute * 60)]


def standing(room, inject: str) -> str:
    return stands(room.workshop, flood(room), flood(room).inject(inject))


def decide(room, option: str = "", **codes: str) -> None:
    """The group decides at the decision point; everybody agrees but for those named."""
    words = "" if option else "Half of it"
    put = room.do(put_decision, "flood", "d1", 16, words, option=option).id
    opened = room.do(open_decision_round, "flood", put).id
    room.stand(opened, **{o: codes.get(o, "agree") for o in room.workshop.organisations})
    room.do(lock_round, opened, NOON)


@pytest.fixture
def going(play):
    """The clock goes since minute 0."""
    play.do(start_clock, "flood", START, 0)
    return play


def test_what_depends_on_a_decision_waits_for_it(going) -> None:
    assert due(going, 25) == ["first"]
    assert standing(going, "after") == "waits"

    decide(going, "o2")

    assert due(going, 25) == ["first", "after"]


def test_what_depends_on_an_option_comes_only_if_it_was_chosen(going) -> None:
    decide(going, "o1")

    assert due(going, 25) == ["first", "after", "opened"]


@pytest.mark.parametrize("option", ["o2", ""])
def test_another_option_or_another_way_makes_it_not_needed(going, option) -> None:
    decide(going, option)

    assert standing(going, "opened") == "not_needed"
    assert "opened" not in due(going, 99)


def test_time_that_passes_without_a_decision_brings_what_waits_for_that(going) -> None:
    assert due(going, 29) == ["first"]
    assert due(going, 30) == ["first", "late"]


def test_a_decision_in_time_makes_it_not_needed(going) -> None:
    decide(going, "o1")

    assert standing(going, "late") == "not_needed"
    assert "late" not in due(going, 99)


def test_a_round_that_an_objection_blocks_is_no_decision(going) -> None:
    decide(going, "o1", alder="object")

    assert standing(going, "after") == "waits"
    assert "late" in due(going, 30)


def test_what_is_not_needed_may_still_come_by_hand(going) -> None:
    decide(going, "o2")
    going.do(play_inject, "flood", "opened", 26)

    assert flood(going).has_arrived("opened")


def test_what_is_held_does_not_come_until_it_is_let_go(going) -> None:
    going.do(hold_inject, "flood", "first")
    assert due(going, 12) == []
    assert standing(going, "first") == "held"

    going.do(let_inject_go, "flood", "first")

    assert due(going, 12) == ["first"]


def test_what_is_held_comes_by_hand(going) -> None:
    going.do(hold_inject, "flood", "first")
    going.do(play_inject, "flood", "first", 5)

    assert flood(going).has_arrived("first")


def test_what_is_moved_comes_at_its_new_minute_and_in_the_new_order(going) -> None:
    going.do(move_inject, "flood", "first", 40, START)

    assert due(going, 39) == ["late"]
    assert due(going, 40) == ["late", "first"]
    assert [i.id for i in flood(going).injects()] == ["after", "opened", "late", "first"]


def test_a_move_can_be_taken_back(going) -> None:
    going.do(move_inject, "flood", "first", 40, START)
    going.undo()

    assert due(going, 10) == ["first"]


def test_what_is_made_up_on_the_spot_comes_at_its_minute(going) -> None:
    going.do(write_inject, "flood", "The dam holds.", "everyone", "Radio", 12, "")

    [made] = [i for i in flood(going).injects() if i.text == "The dam holds."]
    assert (made.to, made.for_everyone) == ("Everyone", True)
    assert due(going, 12) == ["first", made.id]


def test_what_is_made_up_may_go_to_one_role_only(going) -> None:
    role = flood(going).pack.roles[0]
    going.do(write_inject, "flood", "Your son is out there.", role.upper(), "", 12)

    [made] = [i for i in flood(going).injects() if i.text == "Your son is out there."]
    assert made.to == role
    assert not made.for_everyone
    assert made.arrives_as == "News"


def test_other_words_for_what_is_to_come_keep_what_it_depends_on(going) -> None:
    going.do(write_inject, "flood", "They came by boat.", "Everyone", "Radio", 22, "opened")

    now = flood(going).inject("opened")
    assert (now.text, now.at_min, now.option) == ("They came by boat.", 22, "o1")
    assert standing(going, "opened") == "waits"
    assert len(flood(going).injects()) == 4


def test_other_words_that_come_after_it_has_arrived_elsewhere_change_nothing(going) -> None:
    written = write_inject(
        going.workshop, "flood", "Nothing happened.", "Everyone", "Radio", 10, "first"
    )
    going.do(play_inject, "flood", "first", 10, "clock")
    going.happened(written)

    assert flood(going).inject("first").text == "The river rises."


def test_a_skipped_one_that_comes_after_all_stands_where_it_came(going) -> None:
    going.do(play_inject, "flood", "first", 9, "skipped")
    going.do(play_inject, "flood", "late", 11)
    going.do(play_inject, "flood", "first", 12)

    assert list(flood(going).played) == ["late", "first"]


def test_nothing_comes_while_the_stop_word_holds(going) -> None:
    going.do(say_stop_word, "flood", START + 300)

    refused = going.refused(play_inject, "flood", "first", 10, "clock")
    assert refused == "The stop word was said. Go on together first."
    assert due(going, 99) == []


def test_a_clock_that_is_put_forward_brings_what_lies_between(going) -> None:
    going.do(set_clock, "flood", START + 60, 31 * 60)

    assert due(going, 1) == ["first", "late"]


def test_a_clock_that_is_put_back_brings_nothing_twice(going) -> None:
    going.do(play_inject, "flood", "first", 10, "clock")
    going.do(set_clock, "flood", START + 660, 0)

    assert due(going, 11 + 29) == []
    assert due(going, 11 + 30) == ["late"]


def test_other_words_come_at_the_minute_they_are_given_even_after_a_move(going) -> None:
    going.do(move_inject, "flood", "first", 40, START)
    going.do(write_inject, "flood", "The river stays.", "Everyone", "Radio", 15, "first")

    assert due(going, 15) == ["first"]
