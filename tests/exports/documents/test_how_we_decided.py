"""The agreement prints the rule, how far each could go, and the interests that were declared."""

import datetime
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from exports.documents.agreement import agreement
from exports.said import said
from facilitator import rounds
from facilitator.decision import Rule
from facilitator.explain import rule_in_words
from facilitator.stages import gather, values
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
Do = Callable[..., Any]


def lines(workshop: Workshop) -> list[str]:
    return said(agreement(workshop, MADE))


def how_we_decided(workshop: Workshop) -> list[str]:
    """What stands under that heading, up to what is printed of interests or of words."""
    found = lines(workshop)
    at = found.index("How we decided") + 1
    end = next(i for i, line in enumerate(found) if line.startswith("An objection holds back"))
    return found[at:end]


def test_the_rule_is_printed_in_words_and_then_in_the_group_s_own(agreed: Workshop, do: Do) -> None:
    do(gather.choose_rule, msgspec.structs.replace(agreed.rule, text="The chair votes once."))
    assert how_we_decided(agreed) == [
        "Agreed by consent when the quorum is met, no voting organisation objects or waits for an "
        "answer, and at most 25% stand aside.",
        "The chair votes once.",
        "Quorum: at least 2 voting organisations, tested at the minute each round was locked.",
    ]


def test_the_core_and_the_fallback_are_printed(agreed: Workshop, do: Do) -> None:
    rule = Rule("unanimity", core=("Council", "Voice"), fallback=True, most_rounds=2)
    do(gather.choose_rule, rule)
    assert how_we_decided(agreed)[0] == f"{rule_in_words(rule)} The core: Council and Voice."


def on_the_scale(do: Do, subject: str) -> None:
    """One more locked round, in which everybody endorses it on Kaner's scale."""
    opened = do(rounds.open_round, subject, "We say the hard number first.").id
    for name in ("Council", "Hospital", "Voice"):
        do(rounds.take_position, opened, name, "agree", gradient="endorsement")
    do(rounds.lock_round, opened, "2026-11-23T11:00")


def test_a_scale_that_was_chosen_and_used_in_no_round_is_not_printed(
    agreed: Workshop, do: Do
) -> None:
    do(gather.choose_rule, Rule(least_voting=2, scale="gradients"))
    assert "Kaner" not in "".join(lines(agreed))


def test_only_the_rounds_on_kaner_s_scale_are_said_to_be(agreed: Workshop, do: Do) -> None:
    do(gather.choose_rule, Rule(least_voting=2, scale="gradients"))
    do(values.reopen_value, "v1", "New facts")
    on_the_scale(do, "v1")
    do(values.reopen_value, "v1", "Newer facts")
    on_the_scale(do, "v1")
    do(gather.choose_rule, Rule(least_voting=2))
    assert how_we_decided(agreed)[0].endswith(
        " In rounds 2 and 3 on “Candour” positions were taken on Kaner’s eight gradients of "
        "agreement, and counted as the positions that they stand for. In every other round each "
        "organisation took its position as it is named here."
    )
    (journey,) = (line for line in lines(agreed) if line.startswith("Proposed by Council"))
    assert "Round 1: agreed with reservations, then reopened" in journey
    assert "Round 2, on Kaner’s gradients: agreed, then reopened" in journey
    assert "Round 3, 23 November 2026, on Kaner’s gradients: Agreed" in journey


def test_where_every_round_was_on_kaner_s_scale_one_sentence_says_so(
    workshop: Workshop, do: Do
) -> None:
    for name in ("Council", "Hospital", "Voice"):
        do(gather.join_organisation, name, organisation_id=name)
    do(values.propose, "Candour", "We say the hard number first.", value_id="v1")
    on_the_scale(do, "v1")
    assert how_we_decided(workshop)[0].endswith(
        " In every round positions were taken on Kaner’s eight gradients of agreement, and "
        "counted as the positions that they stand for."
    )
    assert "on Kaner’s gradients" not in "".join(lines(workshop))


def test_a_block_overrides_nobody_s_legal_powers(agreed: Workshop) -> None:
    assert (
        "An objection holds back a decision of this group and nothing else. It never overrides "
        "anyone’s legal powers or duties, and a workshop binds nobody."
    ) in lines(agreed)


def test_how_far_an_organisation_could_go_stands_in_the_membership(
    agreed: Workshop, do: Do
) -> None:
    do(values.state_authority, "Hospital", "Our own wards.", "the board", "2026-12-10")
    do(values.state_authority, "Voice", "Anything")
    found = lines(agreed)
    at = found.index("Head of Hospital")
    assert found[at + 1] == "Could agree to: Our own wards; asks the board by 10 December 2026"
    assert found[found.index("Head of Voice") + 1] == "Could agree to: Anything"


@pytest.mark.parametrize(
    ("asked", "done"),
    [(False, "Left the room; abstains on Speed"), (True, "Left the room; abstained on Speed")],
)
def test_an_interest_says_where_its_organisation_abstains(
    agreed: Workshop, do: Do, asked: bool, done: str
) -> None:
    do(gather.declare_interest, "mVoice", "Owns a taxi", "Item 4", "Left the room", "v2")
    if asked:
        do(rounds.open_round, "v2", "Speed")
    found = lines(agreed)
    at = found.index("Owns a taxi")
    assert found[at + 1 : at + 3] == ["Item 4; Speed", done]


def test_an_interest_in_nothing_that_is_decided_is_printed_as_it_was(
    agreed: Workshop, do: Do
) -> None:
    do(gather.declare_interest, "mVoice", "Owns a taxi", "Item 4", "Stayed")
    found = lines(agreed)
    at = found.index("Owns a taxi")
    assert found[at + 1 : at + 3] == ["Item 4", "Stayed"]


def test_the_purpose_that_an_interest_bears_on_is_named_once(agreed: Workshop, do: Do) -> None:
    draft = next(iter(agreed.drafts.values()))
    item = f"Purpose {draft.label}"
    do(gather.declare_interest, "mVoice", "Owns a taxi", item, "Left the room", draft.id)
    found = lines(agreed)
    assert found[found.index("Owns a taxi") + 1] == item


def test_a_substitute_is_said_to_stand_in_for_somebody(agreed: Workshop, do: Do) -> None:
    """By name or role where that is known, else that they are one, and that only once."""
    for each, (role, whose) in enumerate(
        (("Deputy", "Ann Lee"), ("Nurse", ""), ("Substitute head", ""))
    ):
        do(gather.join_member, "Voice", role, "", True, member_id=f"s{each}", instead_of=whose)

    people = "Head of Voice\nDeputy, in place of Ann Lee\nNurse, substitute\nSubstitute head\n"
    assert people in "\n".join(lines(agreed))
