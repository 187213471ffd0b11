"""How a chronicle tells a proposal, what makes it visible, and what became of each line."""

from facilitator.answering import settle
from facilitator.chronicle import chronicle
from facilitator.rounds import lock_round
from facilitator.stages.values import (
    amend,
    move_value,
    name_behaviours,
    open_value_round,
    park_value,
    propose,
    reopen_value,
)


def told(room, value: str) -> list[tuple[str, str]]:
    return [(line.what, line.why) for line in chronicle(room.history, value)]


def last(room, value: str) -> tuple[str, str]:
    return told(room, value)[-1]


def test_the_first_behaviours_are_all_told_a_line_each(table) -> None:
    value = table.value()
    table.do(name_behaviours, value, ("Show the figures.", "Ring first"), ("Blame.",))

    assert last(table, value) == (
        "made it visible", "We will: Show the figures.\nWe will: Ring first\nWe will not: Blame."
    )  # fmt: skip


def test_a_behaviour_that_is_added_is_told_alone(table) -> None:
    value = table.value()
    table.do(name_behaviours, value, ("Show the figures",), ("Blame",))
    table.do(name_behaviours, value, ("Show the figures",), ("Blame", "Hide"))

    assert last(table, value) == ("added to what we will not do", "We will not: Hide")


def test_a_behaviour_that_went_is_told_alone(table) -> None:
    value = table.value()
    table.do(name_behaviours, value, ("Show the figures", "Ring first"), ("Blame",))
    table.do(name_behaviours, value, ("Ring first",), ("Blame",))

    assert last(table, value) == ("took from what we will do", "No longer: Show the figures")


def test_a_behaviour_put_right_is_told_with_what_it_was(table) -> None:
    value = table.value()
    table.do(name_behaviours, value, ("Show the figures", "Ring first"), ())
    table.do(name_behaviours, value, ("Show the whole figures", "Ring first"), ())

    assert last(table, value) == (
        "reworded what we will do", "We will: Show the whole figures\nIt was: Show the figures"
    )  # fmt: skip


def test_a_behaviour_in_another_list_is_told_in_both(table) -> None:
    value = table.value()
    table.do(name_behaviours, value, ("Ring first", "Blame"), ("Hide",))
    table.do(name_behaviours, value, ("Ring first",), ("Hide", "Blame"))

    assert last(table, value) == (
        "took from what we will do; added to what we will not do",
        "No longer: Blame\nWe will not: Blame",
    )


def test_behaviours_in_another_order_say_no_line(table) -> None:
    value = table.value()
    table.do(name_behaviours, value, ("Ring first", "Blame nobody"), ())
    table.do(name_behaviours, value, ("Blame nobody", "Ring first"), ())

    assert last(table, value) == ("put what we will do in another order", "")


def test_the_order_of_the_values_is_not_told_of_each(table) -> None:
    value = table.value()
    table.value("Other")
    table.do(move_value, value, 1)

    assert [what for what, _ in told(table, value)] == ["proposed it"]


def test_a_meaning_that_came_with_the_proposal_is_told_with_it(table) -> None:
    made = table.do(propose, "Thrift", "We save.", "alder", "A cut", meaning="Every pound counts.")

    assert last(table, made.id)[1] == (
        "It means: Every pound counts.\nIt would be tested on: A cut"
    )


def test_words_that_end_in_a_full_stop_get_no_second_one(table) -> None:
    value = table.do(propose, "Thrift", "We save.", "alder", "A cut.", meaning="A pound.").id
    table.do(name_behaviours, value, ("Show it.", "Ring."), ("Blame.",))
    table.do(name_behaviours, value, ("Show it.",), ("Blame.", "Hide."))
    asked = table.do(open_value_round, value).id
    table.stand(asked, alder="object", beech="reservation", cedar="need_more")
    table.stand(asked, dogwood="stand_aside", elm="agree")
    table.do(lock_round, asked, "2026-03-18T12:00")
    table.do(settle, asked, "alder", "We asked.")
    table.do(amend, value, "We save more.", "beech", "The smallest change.")
    table.do(park_value, value, "Ann.", "Who pays?", "2027-01-01")
    table.do(reopen_value, value, "Ann is back.")

    every = chronicle(table.history, value)
    assert len(every) > 10
    assert [line for line in every if ".." in f"{line.what}{line.why}{line.spoken()}"] == []
