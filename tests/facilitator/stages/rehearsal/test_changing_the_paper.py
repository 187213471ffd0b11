"""A change that is accepted opens its target and says so there; at least one has an owner."""

import pytest

from facilitator.rounds import latest_round
from facilitator.stages.commitments import changes_to_write, commit
from facilitator.stages.purpose import PurposeAdopted, adopted, draft
from facilitator.stages.rehearsal.changing import (
    accept_change,
    change_nothing,
    drop_change,
    propose_change,
    still_to_settle,
)
from facilitator.stages.values import (
    name_behaviours,
    open_value_round,
    park_value,
    standing,
)

LINE = "keep a call order for urgent news"
ASKED = "No change is proposed yet. One with an owner is enough, or a reason why there is none."
OWNED = "No change has an owner yet. Name one, or say why nothing needs to change."


def flood(room):
    return room.workshop.rehearsals["flood"]


@pytest.fixture
def agreed(play):
    """A value called "v" that everybody agreed to."""
    play.value(value_id="v")
    play.do(name_behaviours, "v", ("tell each other first",), ())
    play.round("v")
    return play


def change(room, target: str, text: str = LINE, owner: str = "alder-lead") -> str:
    return room.do(propose_change, "flood", target, text, owner).id


@pytest.mark.parametrize(("how", "field"), [("will", "will"), ("will_not", "will_not")])
def test_a_line_makes_an_agreed_value_its_next_version_and_leaves_it_agreed(
    agreed, how, field
) -> None:
    agreed.do(accept_change, "flood", change(agreed, "v"), how)

    value = agreed.workshop.values["v"]
    assert getattr(value, field)[-1] == LINE
    assert value.version == 2
    assert standing(agreed.workshop, "v") == "agreed"
    [revision] = value.revisions
    assert (revision.version, revision.kind, revision.text) == (2, how, LINE)
    assert revision.why == "After the rehearsal “The flood”"


def test_a_line_on_a_value_that_is_still_negotiated_is_no_new_version(play) -> None:
    play.value(value_id="v")
    play.do(accept_change, "flood", change(play, "v"), "will")

    assert play.workshop.values["v"].version == 1
    assert play.workshop.values["v"].will == (LINE,)


def test_a_line_that_is_there_already_is_not_added_twice(agreed) -> None:
    agreed.do(accept_change, "flood", change(agreed, "v", "tell each other first"), "will")

    assert agreed.workshop.values["v"].will == ("tell each other first",)
    assert agreed.workshop.values["v"].version == 1


def test_other_words_reopen_an_agreed_value_for_a_round_on_them(agreed) -> None:
    made = change(agreed, "v", "We start from the city.")
    agreed.do(accept_change, "flood", made, "wording", opened_id="a1")

    value = agreed.workshop.values["v"]
    assert (value.wording, value.version) == ("We start from the city.", 2)
    assert standing(agreed.workshop, "v") == "amended"
    assert value.amendments[-1].id == flood(agreed).changes[made].opened == "a1"
    agreed.do(open_value_round, "v")
    assert latest_round(agreed.workshop, "v").wording == "We start from the city."
    assert [revision.version for revision in value.revisions] == [2]


def test_other_words_take_a_parked_value_up_again(play) -> None:
    play.value(value_id="v")
    play.do(park_value, "v", "alder-lead", "", "2026-06-01")
    play.do(accept_change, "flood", change(play, "v", "We start here."), "wording")

    assert play.workshop.values["v"].ending is None
    assert play.workshop.values["v"].wording == "We start here."


def test_taking_the_acceptance_back_gives_the_value_back(agreed) -> None:
    before = agreed.workshop.values["v"]
    made = change(agreed, "v", "We start from the city.")
    agreed.do(accept_change, "flood", made, "wording")
    agreed.undo()

    assert agreed.workshop.values["v"] == before
    assert not flood(agreed).changes[made].accepted


def test_another_statement_is_a_draft_beside_the_adopted_one(play) -> None:
    first = play.do(draft, "We look after each other.").id
    play.happened(PurposeAdopted(first))
    made = change(play, "purpose", "We look after everyone.")
    play.do(accept_change, "flood", made)

    new = play.workshop.drafts[flood(play).changes[made].opened]
    assert (new.text, new.revises, new.label) == ("We look after everyone.", first, "v2")
    assert adopted(play.workshop).id == first


def test_a_change_to_the_commitments_waits_until_it_is_written(play) -> None:
    made = change(play, "commitments", "Close no bed before staff are there")
    assert changes_to_write(play.workshop) == []
    play.do(accept_change, "flood", made)
    assert [each.id for each in changes_to_write(play.workshop)] == [made]

    play.do(commit, "Close no bed", "alder", "alder-lead", "2026-06-01", "None closed", change=made)

    assert changes_to_write(play.workshop) == []


def test_correcting_a_commitment_keeps_the_change_that_it_writes_down(play) -> None:
    made = change(play, "commitments")
    play.do(accept_change, "flood", made)
    first = ("alder", "alder-lead", "2026-06-01", "None")
    play.do(commit, "Close no bed", *first, commitment_id="c", change=made)
    play.do(commit, "Close no bed early", *first, commitment_id="c")

    assert play.workshop.commitments["c"].change == made


def test_words_can_be_settled_when_it_is_accepted(agreed) -> None:
    made = change(agreed, "v", "Something about calls")
    agreed.do(accept_change, "flood", made, "will", "call in an agreed order")

    assert agreed.workshop.values["v"].will[-1] == "call in an agreed order"
    assert flood(agreed).changes[made].text == "Something about calls"


def test_what_was_accepted_twice_on_two_laptops_is_done_once(agreed) -> None:
    made = change(agreed, "v")
    twice = accept_change(agreed.workshop, "flood", made, "will", "one line")
    agreed.do(accept_change, "flood", made, "will")
    agreed.happened(twice)

    assert agreed.workshop.values["v"].will == ("tell each other first", LINE)
    assert agreed.workshop.values["v"].version == 2


def test_the_rehearsal_owes_an_owned_change_or_a_reason(play) -> None:
    assert still_to_settle(flood(play)) == ASKED
    made = change(play, "purpose", owner="")
    assert still_to_settle(flood(play)) == OWNED

    play.do(propose_change, "flood", "purpose", LINE, "alder-lead", change_id=made)
    assert still_to_settle(flood(play)) == ""
    play.do(drop_change, "flood", made)
    assert still_to_settle(flood(play)) == ASKED

    play.do(change_nothing, "flood", "Everything that helped is in it.")
    assert still_to_settle(flood(play)) == ""
    play.do(change_nothing, "flood", "")
    assert still_to_settle(flood(play)) == ASKED


def test_other_words_for_a_value_on_the_table_reopen_nothing(play) -> None:
    play.value(value_id="v")
    play.do(accept_change, "flood", change(play, "v", "We start here."), "wording")

    value = play.workshop.values["v"]
    assert (value.wording, value.version, value.reopenings) == ("We start here.", 1, ())
