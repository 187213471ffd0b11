"""How we decide: the rule in words, chosen by keyboard, and the quorum now."""

import pytest
from PySide6.QtCore import Qt

from facilitator.attendance import leave
from facilitator.decision import Rule
from facilitator.stages.gather import choose_rule
from ui.stages.gather.page import page_for
from ui.stages.gather.words import rule_sentences

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def board(session, a_board):
    """Ten voting organisations, all of them here."""
    return a_board(session)


def test_the_rule_is_chosen_by_keyboard_alone(a_page, board, keys, session):
    a_page(page_for, "gather", "rule")
    keys.fill("8", "10", "2", " ")
    keys.press(ENTER)
    rule = session.workshop.rule
    assert (rule.least_voting, rule.stand_aside_limit, rule.most_rounds) == (8, 0.1, 2)
    assert rule.classes == ("council",)


def test_the_rule_stands_in_plain_words():
    rule = Rule(least_voting=8, classes=("elected", "nhs"), text="The chair has no second vote.")
    assert rule_sentences(rule) == [
        "At least 8 voting organisations are here.",
        "Elected members and NHS are each here.",
        "Nobody’s objection is still open, and nobody’s question is unanswered.",
        "Of all voting organisations, no more than 25% stand aside.",
        "Three rounds at most; then it is parked with an owner and a date.",
        "The chair has no second vote.",
    ]


def test_a_rule_without_stand_asides_says_so():
    assert "No voting organisation stands aside." in rule_sentences(Rule(stand_aside_limit=0))


def test_a_met_quorum_is_said_in_words(a_page, board):
    page = a_page(page_for, "gather", "rule")
    assert page.quorum.text() == "Quorum is met: 10 of 10 voting organisations are here."


def test_what_the_quorum_lacks_is_said_in_words(a_page, board, session, clock):
    page = a_page(page_for, "gather", "rule")
    session.do(choose_rule, Rule(least_voting=10, classes=("nhs", "council")))
    clock.forward(60)
    for each in ("org-2", "org-8"):
        session.do(leave, f"{each}-lead", session.minute())
    assert page.quorum.text() == (
        "Quorum is not met: 8 of the 10 voting organisations needed are here; "
        "nobody is here from NHS."
    )


def test_without_attendance_there_is_no_quorum_to_count(a_page, session, a_board):
    a_board(session, here=0)
    page = a_page(page_for, "gather", "rule")
    assert page.quorum.text().startswith("Nobody is marked as here yet")


def test_an_empty_workshop_can_choose_its_rule(a_page, keys, session):
    a_page(page_for, "gather", "rule")
    keys.type("5")
    keys.press(ENTER)
    assert session.workshop.rule.least_voting == 5
