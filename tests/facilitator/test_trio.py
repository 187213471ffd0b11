"""Three sent off for four minutes, and what they bring back."""

import pytest

from facilitator.answering import settle
from facilitator.rounds import lock_round, open_round, take_position
from facilitator.stages.values import open_value_round, park_value
from facilitator.trio import (
    begin_trio,
    is_a_wording,
    report_trio,
    trio_away,
    trio_back,
    trios_on,
)

AT = 1_000.0


@pytest.fixture
def stuck(table) -> str:
    """A round in which Alder objects and Beech asks."""
    made = table.do(open_round, "V1", "Wording").id
    table.do(take_position, made, "alder", "object", "Our duty", "statutory_duty")
    table.do(take_position, made, "beech", "need_more", "Who pays?")
    return made


def test_a_trio_is_away_for_four_minutes(table, stuck) -> None:
    made = table.do(begin_trio, "V1", "alder", "cedar", "elm", AT)

    away = trio_away(table.workshop, "V1")
    assert away is not None
    assert (away.id, away.round, away.members) == (made.id, stuck, ("alder", "cedar", "elm"))
    assert away.ends == AT + 240


def test_what_they_bring_ends_it_and_is_kept(table, stuck) -> None:
    made = table.do(begin_trio, "V1", "alder", "cedar", "elm", AT)
    table.do(report_trio, made.id, "Name the joint funds")

    assert trio_away(table.workshop, "V1") is None
    assert [t.brought for t in trios_on(table.workshop, "V1")] == ["Name the joint funds"]


def test_a_second_trio_may_follow_the_first(table, stuck) -> None:
    first = table.do(begin_trio, "V1", "alder", "cedar", "elm", AT)
    table.do(report_trio, first.id, "Nothing yet")
    table.do(begin_trio, "V1", "beech", "cedar", "elm", AT)

    assert len(trios_on(table.workshop, "V1")) == 2


@pytest.mark.parametrize(
    ("three", "sentence"),
    [
        (("alder", "", "elm"), "A trio is three: who objects, who proposed it, and one neutral."),
        (
            ("alder", "alder", "elm"),
            "A trio is three different organisations. Choose another for one of them.",
        ),
        (
            ("cedar", "alder", "elm"),
            "Cedar has no open objection or question, so a trio has nothing to mend.",
        ),
        (
            ("alder", "cedar", "beech"),
            "Beech objects or asks as well, so it is not neutral here. Choose another.",
        ),
    ],
)
def test_a_trio_is_an_objector_a_proposer_and_a_neutral(table, stuck, three, sentence) -> None:
    assert table.refused(begin_trio, "V1", *three, AT) == sentence


def test_who_has_settled_with_the_group_needs_no_trio(table, stuck) -> None:
    table.do(settle, stuck, "alder", "Reworded")

    assert table.refused(begin_trio, "V1", "alder", "cedar", "elm", AT) == (
        "Alder has no open objection or question, so a trio has nothing to mend."
    )


def test_one_trio_at_a_time(table, stuck) -> None:
    table.do(begin_trio, "V1", "alder", "cedar", "elm", AT)

    assert table.refused(begin_trio, "V1", "beech", "cedar", "elm", AT) == (
        "A trio is away already. Hear what it brings first."
    )


def test_they_bring_something_be_it_nothing_yet(table, stuck) -> None:
    made = table.do(begin_trio, "V1", "alder", "cedar", "elm", AT)

    assert table.refused(report_trio, made.id, " ") == (
        "What did they bring back? “Nothing yet” is an answer."
    )
    assert table.refused(report_trio, "gone", "x") == "That trio is no longer there."


def test_nobody_waits_for_a_trio_once_the_next_round_is_open(table, stuck) -> None:
    table.do(begin_trio, "V1", "alder", "cedar", "elm", AT)
    for each in ("cedar", "dogwood", "elm"):
        table.do(take_position, stuck, each, "agree")
    table.do(lock_round, stuck, "2026-03-18T12:00")
    assert trio_away(table.workshop, "V1") is not None

    table.do(open_round, "V1", "Another wording")
    assert trio_away(table.workshop, "V1") is None


def test_nobody_waits_for_a_trio_on_a_value_that_left_the_table(table) -> None:
    value = table.value()
    made = table.do(open_value_round, value).id
    table.do(take_position, made, "alder", "object", "Our duty", "statutory_duty")
    table.do(begin_trio, value, "alder", "cedar", "elm", AT)
    table.do(park_value, value, "Ann", "Who pays?", "2026-06-10")

    assert trio_away(table.workshop, value) is None


def test_who_came_back_last_is_heard_until_the_next_round(table, stuck) -> None:
    assert trio_back(table.workshop, "V1") is None
    for said in ("Nothing yet", "Name the joint funds"):
        made = table.do(begin_trio, "V1", "alder", "cedar", "elm", AT)
        table.do(report_trio, made.id, said)
    back = trio_back(table.workshop, "V1")
    assert back is not None
    assert back.brought == "Name the joint funds"

    for each in ("cedar", "dogwood", "elm"):
        table.do(take_position, stuck, each, "agree")
    table.do(lock_round, stuck, "2026-03-18T12:00")
    table.do(open_round, "V1", "Wording")
    assert trio_back(table.workshop, "V1") is None


@pytest.mark.parametrize(
    ("brought", "is_one"),
    [
        ("We treat our pooled budgets as one pound, and say what we give up", True),
        ("Only for pooled budgets", False),
        ("Name the joint funds", False),
        ("one city pound", False),
    ],
)
def test_what_is_brought_back_is_a_wording_where_much_of_it_stood_before(brought, is_one) -> None:
    before = "We treat our budgets as one city pound, and say what we give up"

    assert is_a_wording(brought, before) is is_one
