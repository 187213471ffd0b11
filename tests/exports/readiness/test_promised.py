import datetime

import msgspec
import pytest

from facilitator.next_steps import name_next_step
from facilitator.stages.commitments import commit, name_budget, report


@pytest.fixture
def change(sound):
    """Changes what is kept of the one commitment."""

    def put(**fields: object) -> None:
        (each,) = sound.commitments.values()
        sound.commitments[each.id] = msgspec.structs.replace(each, **fields)

    return put


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"owner": " "}, "send_back: “Open one door” has no owner"),
        ({"owner": "All of us"}, "send_back: “Open one door” is owned by “All of us”"),
        ({"owner": "everyone"}, "send_back: “Open one door” is owned by “everyone”"),
        ({"owner": "TBC"}, "send_back: “Open one door” is owned by “TBC”"),
        ({"owner": "Council"}, "send_back: “Open one door” is owned by “Council”"),
        ({"measure": ""}, "send_back: “Open one door” has no measure"),
        ({"due": ""}, "send_back: “Open one door” has no date"),
        ({"due": "soon"}, "send_back: “Open one door” has no date"),
        ({"due": "2026-11-20"}, "look: “Open one door” is overdue"),
        ({"due": "2027-03-06"}, "look: “Open one door” is due on a Saturday"),
        ({"due": "2027-03-07"}, "look: “Open one door” is due on a Sunday"),
    ],
)
def test_a_commitment_to_which_nobody_can_be_held(heads, change, fields, what) -> None:
    change(**fields)
    assert heads() == [what]


@pytest.mark.parametrize("owner", ["mVoice", "Allison All", "Theo Board", "Councillor Green"])
def test_one_person_owns_it_whatever_the_name(heads, change, owner) -> None:
    change(owner=owner)
    assert heads() == []


def test_what_is_done_is_not_overdue(sound, do, heads) -> None:
    (each,) = sound.commitments
    do(report, each, "2027-03-02", "done")
    assert heads(made=datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)) == []
    after = datetime.datetime(2027, 3, 9, tzinfo=datetime.UTC)
    assert not [told for told in heads(made=after) if "overdue" in told]


def test_a_next_step_without_a_date_is_looked_at(sound, do, heads) -> None:
    do(name_next_step, "Ring the landlord", "mVoice")
    assert heads() == ["look: “Ring the landlord” has no date"]


def test_pooled_money_needs_a_host_and_a_legal_basis(sound, do, heads) -> None:
    do(name_budget, "One purse", "pooled", {"Council": 5, "Hospital": 7})
    assert heads() == [
        "send_back: Money without a legal basis",
        "send_back: Money without a host",
    ]


def test_aligned_money_needs_no_host_and_should_name_its_power(sound, do, heads) -> None:
    do(name_budget, "One purse", "aligned", {"Council": 5})
    assert heads() == ["look: Money without a legal basis"]


def test_a_host_that_is_no_member_sends_it_back(sound, do, heads) -> None:
    do(name_budget, "One purse", "aligned", {"Council": 5}, "Nobody Ltd", "Section 75")
    assert heads() == ["send_back: Money without a host"]


@pytest.mark.parametrize(
    "shares", [{"Council": 5, "Voice": 0}, {"Council": 5, "Gone": 3}, {"Council": 0}]
)
def test_a_share_of_nothing_or_of_nobody_does_not_add_up(sound, do, heads, shares) -> None:
    do(name_budget, "One purse", "pooled", shares, "Council", "Section 75")
    assert heads() == ["look: Money that does not add up"]


def test_money_with_all_of_it_is_nothing_to_say(sound, do, heads) -> None:
    do(name_budget, "One purse", "pooled", {"Council": 5, "Voice": 2}, "Council", "Section 75")
    assert heads() == []


def test_a_long_promise_is_told_in_a_few_words(sound, do, say) -> None:
    do(commit, "Open " + "very " * 40 + "many doors", "Council", "all", "2027-03-01", "doors")
    (remark,) = say()
    assert len(remark.what) < 110


@pytest.mark.parametrize("due", ["2027-03-05", "2026-11-24"])
def test_a_friday_is_a_working_day_and_the_day_itself_is_not_late(heads, change, due) -> None:
    change(due=due)
    assert heads() == []
