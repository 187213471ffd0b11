"""The rule of consent: each branch, and a second statement of it that must agree."""

import datetime
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.decision import (
    CODES,
    Elector,
    Position,
    Rule,
    add_working_days,
    decide,
    quorum_gaps,
    tally,
)


def group(voting: int, observers: int = 0) -> list[Elector]:
    """Voting organisations v1, v2 … of the NHS, and others o1, o2 … of the partners."""
    return [Elector(f"v{n + 1}", "nhs", True) for n in range(voting)] + [
        Elector(f"o{n + 1}", "partner", False) for n in range(observers)
    ]


def outcome(rule: Rule, electors: list[Elector], **codes: Any) -> str:
    """The outcome when everyone agrees but for those named."""
    positions = {
        e.organisation: Position(e.organisation, codes.get(e.organisation, "agree"))
        for e in electors
    }
    return decide(rule, electors, positions).outcome


def test_all_in_support_is_agreed() -> None:
    assert outcome(Rule(), group(4)) == "agreed"


def test_an_abstention_does_not_stand_in_the_way() -> None:
    assert outcome(Rule(), group(4), v1="abstain") == "agreed"


@pytest.mark.parametrize("code", ["reservation", "stand_aside"])
@pytest.mark.parametrize("who", ["v1", "o1"])
def test_a_reservation_or_stand_aside_is_recorded_whoever_makes_it(who: str, code: str) -> None:
    assert outcome(Rule(), group(4, 1), **{who: code}) == "agreed_with_reservations"


def test_an_objection_from_a_voting_organisation_blocks() -> None:
    assert outcome(Rule(), group(4), v1="object") == "not_adopted_objection"


def test_an_objection_from_a_non_voting_organisation_does_not_block() -> None:
    result = decide(
        Rule(),
        group(1, 1),
        {"v1": Position("v1", "agree"), "o1": Position("o1", "object", "Why not", "harm")},
    )

    assert result.outcome == "agreed"
    assert result.tally == {"agree": 1, "object": 1}


def test_an_unanswered_question_blocks() -> None:
    assert outcome(Rule(), group(4), v1="need_more") == "not_adopted_question"


def test_a_question_from_a_non_voting_organisation_does_not_block() -> None:
    assert outcome(Rule(), group(4, 1), o1="need_more") == "agreed"


@pytest.mark.parametrize("code", ["object", "need_more"])
def test_what_is_settled_no_longer_blocks(code: Any) -> None:
    positions = {
        "v1": Position("v1", "agree"),
        "v2": Position("v2", code, "Words", resolved="It was answered."),
    }

    assert decide(Rule(), group(2), positions).outcome == "agreed"


def test_one_settled_objection_does_not_settle_another() -> None:
    positions = {
        "v1": Position("v1", "object", "Words", "harm", "Settled"),
        "v2": Position("v2", "object", "Words", "harm"),
    }

    assert decide(Rule(), group(2), positions).outcome == "not_adopted_objection"


def test_an_objection_is_named_before_a_question() -> None:
    assert outcome(Rule(), group(4), v1="need_more", v2="object") == "not_adopted_objection"


def test_quorum_is_named_before_an_objection() -> None:
    rule = Rule(least_voting=4)

    assert outcome(rule, group(4), v1="absent", v2="object") == "not_adopted_quorum"


def test_one_quarter_standing_aside_is_within_the_limit() -> None:
    assert outcome(Rule(), group(4), v1="stand_aside") == "agreed_with_reservations"
    assert outcome(Rule(), group(8), v1="stand_aside", v2="stand_aside").startswith("agreed")


def test_more_than_one_quarter_standing_aside_is_not_adopted() -> None:
    assert outcome(Rule(), group(7), v1="stand_aside", v2="stand_aside") == (
        "not_adopted_stand_aside"
    )
    assert outcome(Rule(), group(3), v1="stand_aside") == "not_adopted_stand_aside"


def test_the_limit_counts_voting_organisations_that_are_absent() -> None:
    assert outcome(Rule(), group(4), v1="stand_aside", v2="absent", v3="absent") == (
        "agreed_with_reservations"
    )


def test_the_limit_does_not_count_organisations_that_do_not_vote() -> None:
    assert outcome(Rule(), group(3, 5), v1="stand_aside") == "not_adopted_stand_aside"
    assert outcome(Rule(), group(4, 2), o1="stand_aside", o2="stand_aside", v1="stand_aside") == (
        "agreed_with_reservations"
    )


def test_a_tenth_of_ten_is_within_a_limit_of_ten_per_cent() -> None:
    rule = Rule(stand_aside_limit=0.1)

    assert outcome(rule, group(10), v1="stand_aside") == "agreed_with_reservations"


def test_the_limit_is_exact_where_a_share_of_the_group_cannot_be_held_exactly() -> None:
    assert 0.29 * 100 < 29
    aside = {f"v{n + 1}": "stand_aside" for n in range(29)}

    assert outcome(Rule(stand_aside_limit=0.29), group(100), **aside) == "agreed_with_reservations"


def test_quorum_counts_voting_organisations_only() -> None:
    rule = Rule(least_voting=3)

    assert outcome(rule, group(3, 1), v1="absent") == "not_adopted_quorum"
    assert outcome(rule, group(3, 1), o1="absent") == "agreed"


def test_who_abstains_is_here() -> None:
    assert outcome(Rule(least_voting=2), group(2), v1="abstain") == "agreed"


def test_quorum_needs_every_class_that_is_required() -> None:
    rule = Rule(classes=("nhs", "partner"))

    assert outcome(rule, group(2, 1)) == "agreed"
    assert outcome(rule, group(2, 1), o1="absent") == "not_adopted_quorum"


def test_what_the_quorum_lacks_is_said_in_words() -> None:
    rule = Rule(least_voting=3, classes=("nhs", "public_voice"))

    assert quorum_gaps(rule, group(2), {"v1"}) == [
        "1 of the 3 voting organisations needed are here",
        "nobody is here from Public voice",
    ]


def test_absence_is_never_agreement() -> None:
    result = decide(Rule(), group(2), {o: Position(o, "absent") for o in ("v1", "v2")})

    assert result.outcome == "not_adopted_quorum"
    assert result.voting_present == 0


def test_the_numbers_leave_out_who_does_not_vote_but_the_tally_does_not() -> None:
    result = decide(Rule(), group(2, 1), {o: Position(o, "agree") for o in ("v1", "v2", "o1")})

    assert result.voting_present == 2
    assert result.tally == {"agree": 3}


def test_the_tally_is_in_the_order_of_the_keys() -> None:
    positions = {c: Position(c, c) for c in reversed(CODES)}

    assert list(tally(positions)) == list(CODES)


def by_hand(rule: Rule, electors: list[Elector], positions: dict[str, Position]) -> str:
    """The rule again, one organisation at a time, with exact shares."""
    voters = aside = voting_here = 0
    objection = question = recorded = False
    classes_here = []
    for elector in electors:
        voters += 1 if elector.voting else 0
        position = positions.get(elector.organisation)
        if position is None or position.code == "absent":
            continue
        classes_here.append(elector.org_class)
        recorded = recorded or position.code in ("reservation", "stand_aside")
        if not elector.voting:
            continue
        voting_here += 1
        objection = objection or (position.code == "object" and position.resolved == "")
        question = question or (position.code == "need_more" and position.resolved == "")
        aside += 1 if position.code == "stand_aside" else 0
    if voting_here < rule.least_voting:
        return "not_adopted_quorum"
    if any(classes_here.count(c) == 0 for c in rule.classes):
        return "not_adopted_quorum"
    if objection:
        return "not_adopted_objection"
    if question:
        return "not_adopted_question"
    if voters and Fraction(aside, voters) > Fraction(rule.stand_aside_limit).limit_denominator(99):
        return "not_adopted_stand_aside"
    return "agreed_with_reservations" if recorded else "agreed"


@settings(deadline=None, max_examples=400)
@given(data=st.data())
def test_the_rule_agrees_with_its_second_statement(data: st.DataObject) -> None:
    classes = st.sampled_from(["nhs", "council", "vcs"])
    size = data.draw(st.integers(1, 9))
    electors = [
        Elector(f"o{n}", data.draw(classes), data.draw(st.sampled_from([True, True, False])))
        for n in range(size)
    ]
    mostly_agree = st.sampled_from([*CODES, *["agree"] * 8, "stand_aside"])
    positions = {
        e.organisation: Position(
            e.organisation,
            data.draw(mostly_agree),
            resolved=data.draw(st.sampled_from(["", "Settled"])),
        )
        for e in electors
        if data.draw(st.integers(0, 9))
    }
    rule = Rule(
        least_voting=data.draw(st.integers(1, 4)),
        classes=tuple(data.draw(st.sets(classes, max_size=1))),
        stand_aside_limit=data.draw(st.sampled_from([0.0, 0.1, 0.2, 0.25, 1 / 3, 0.5, 2 / 3, 1])),
    )

    result = decide(rule, electors, positions)

    assert result.outcome == by_hand(rule, electors, positions)
    assert result.quorate is (result.outcome != "not_adopted_quorum")
    assert result.tally == dict(Counter(p.code for p in positions.values()))


@pytest.mark.parametrize(
    ("day", "days", "later"),
    [
        ("2026-03-18", 1, "2026-03-19"),
        ("2026-03-18", 10, "2026-04-01"),
        ("2026-03-20", 1, "2026-03-23"),
        ("2026-03-21", 1, "2026-03-23"),
        ("2026-03-18", 0, "2026-03-18"),
    ],
)
def test_weekends_are_no_working_days(day: str, days: int, later: str) -> None:
    counted = add_working_days(datetime.date.fromisoformat(day), days)

    assert counted.isoformat() == later
