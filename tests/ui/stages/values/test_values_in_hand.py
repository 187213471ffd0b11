"""How a value's standing and its rounds are said in a list, whatever the rule that counted them."""

import pytest

from facilitator.afterwards import confirm_mandate
from facilitator.decision import Rule
from facilitator.rounds import latest_round, lock_round, take_position
from facilitator.stages.gather import choose_rule, join_member
from facilitator.stages.values import open_value_round, park_value, propose, withdraw_value
from ui.stages.values.in_hand import how_it_moved, in_hand, mark, standing_words


@pytest.fixture
def value(session, a_board):
    """A value on the table of four, proposed by nobody."""
    a_board(session, voting=4)
    session.do(propose, "Candour", "We say it first.", value_id="V1")
    return session.workshop.values["V1"]


def taken(session, *codes):
    """A locked round in which the four stand so, one after another."""
    opened = session.do(open_value_round, "V1").id
    for at, code in enumerate(codes, 1):
        words = "" if code in ("agree", "absent") else "Words"
        category = "harm" if code == "object" else ""
        session.do(take_position, opened, f"org-{at}", code, words, category)
    session.do(lock_round, opened, session.minute())


def last_line(session, value):
    return how_it_moved(session.workshop, value)[-1]


def test_three_quarters_are_said_not_to_be_unanimous(session, value):
    session.do(choose_rule, Rule("unanimity", fallback=True, most_rounds=1))
    taken(session, "agree", "agree", "agree", "object")
    taken(session, "agree", "agree", "agree", "object")

    assert standing_words(session.workshop, "V1") == "not unanimous"
    assert mark(session.workshop, "V1") == "done"
    assert last_line(session, value) == "09:30 round 2: not unanimous"


def test_what_was_withdrawn_is_not_marked_like_what_is_parked(session, value):
    session.do(withdraw_value, "V1", "org-1", "Already in law.")
    assert mark(session.workshop, "V1") == "gone"


def test_a_round_without_enough_votes_says_how_many(session, value):
    session.do(choose_rule, Rule("majority", formal=True))
    taken(session, "agree", "object", "object", "object")

    assert last_line(session, value) == "09:30 round 1: 1 of 4 say yes"


def test_unanimity_that_one_absence_keeps_away_says_so(session, value):
    session.do(choose_rule, Rule("unanimity"))
    taken(session, "agree", "agree", "stand_aside", "absent")

    assert last_line(session, value) == "09:30 round 1: 1 stand-aside, 1 not here"


def test_a_round_in_which_all_abstain_is_not_agreed(session, value):
    session.do(choose_rule, Rule("unanimity"))
    opened = session.do(open_value_round, "V1").id
    for at in range(1, 5):
        session.do(take_position, opened, f"org-{at}", "abstain")
    session.do(lock_round, opened, session.minute())

    assert last_line(session, value) == "09:30 round 1: not agreed"


def test_what_waits_for_a_mandate_is_agreed_provisionally_until_it_is_confirmed(session, value):
    session.do(join_member, "org-3", "Deputy", authority=False, member_id="org-3-lead")
    taken(session, "agree", "agree", "agree", "agree")
    assert standing_words(session.workshop, "V1") == "agreed, provisionally"

    asked = latest_round(session.workshop, "V1").id
    session.do(confirm_mandate, asked, "org-3", "2026-03-18")
    assert standing_words(session.workshop, "V1") == "agreed"


def test_after_a_restart_the_value_whose_round_is_open_is_in_hand(session, value):
    session.do(propose, "Thrift", "We spend it once.", value_id="V2")
    assert in_hand(session.workshop, "").id == "V1"

    session.do(open_value_round, "V2")
    assert in_hand(session.workshop, "").id == "V2"


def test_the_round_of_a_parked_value_does_not_bring_it_back(session, value):
    session.do(propose, "Thrift", "We spend it once.", value_id="V2")
    session.do(open_value_round, "V2")
    session.do(park_value, "V2", "The chair", "Who pays?", "2026-09-30")

    assert in_hand(session.workshop, "").id == "V1"
