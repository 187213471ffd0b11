"""How we decide: the rule in words, chosen by keyboard, and the quorum now."""

import pytest
from PySide6.QtCore import QPoint, Qt

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
    keys.fill("", "", "8", "2", "10", " ")
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
    keys.fill("", "", "5")
    keys.press(ENTER)
    assert session.workshop.rule.least_voting == 5


def test_only_what_the_chosen_kind_needs_is_asked_for(a_page, board, keys):
    form = a_page(page_for, "gather", "rule").form
    own = (form.aside, form.formal, form.core, form.fallback)
    shown = {}
    for kind in ("Consent", "Unanimity", "Majority"):
        keys.type(kind)
        shown[kind] = [part for part in own if part.isVisible()]
        keys.press(Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    assert shown == {
        "Consent": [form.aside],
        "Unanimity": [form.core, form.fallback],
        "Majority": [form.formal],
    }


def test_unanimity_of_a_core_with_its_fallback_is_chosen_by_keyboard(a_page, board, keys, session):
    page = a_page(page_for, "gather", "rule")
    keys.fill("Unanimity", "Kaner", "8", "2")
    keys.press(*[TAB] * 7)
    assert keys.at is page.form.core.table
    keys.press(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space, TAB)
    keys.press(Qt.Key.Key_Space, ENTER)

    rule = session.workshop.rule
    assert (rule.kind, rule.core, rule.fallback) == ("unanimity", ("org-1", "org-3"), True)
    assert rule.scale == "gradients"
    assert page.words.text().splitlines()[1:] == [
        "Each of Org 1 and Org 3 says yes.",
        "A reservation is a yes; whoever abstains is left out.",
        "After two rounds, three quarters of their votes decide, and the result is labelled not "
        "unanimous.",
        "Positions are taken on Kaner’s eight gradients of agreement.",
    ]


def test_the_fallback_names_the_rounds_that_are_typed(a_page, board, keys):
    form = a_page(page_for, "gather", "rule").form
    keys.fill("Unanimity", "", "8", "1")

    assert form.fallback.text() == "After 1 round, three quarters decide, labelled not unanimous"


def test_none_ticked_asks_every_voting_organisation(a_page, board, keys, session):
    page = a_page(page_for, "gather", "rule")
    keys.type("Unanimity")
    assert page.form.core.words.text().startswith("None is ticked, so every voting organisation")
    keys.press(ENTER)

    assert session.workshop.rule.core == ()
    assert "Every voting organisation says yes." in page.words.text()


def test_majority_is_refused_until_the_meeting_is_said_to_be_formal(
    a_page, board, keys, session, refusals
):
    page = a_page(page_for, "gather", "rule")
    keys.type("Majority")
    keys.press(ENTER)
    assert refusals == [
        "Majority is for formal meetings only. Say that this is one, or choose consent."
    ]
    assert page.form.kind.chosen() == "majority"
    keys.press(TAB, TAB, Qt.Key.Key_Space, ENTER)

    assert (session.workshop.rule.kind, session.workshop.rule.formal) == ("majority", True)
    assert "more than half of the votes say yes" in page.words.text()


def test_what_another_kind_needed_is_not_kept(a_page, board, keys, session):
    session.do(choose_rule, Rule(kind="unanimity", core=("org-2",), fallback=True))
    a_page(page_for, "gather", "rule")
    keys.type("Consent")
    keys.press(ENTER)

    rule = session.workshop.rule
    assert (rule.kind, rule.core, rule.fallback, rule.formal) == ("consent", (), False, False)


def test_who_comes_while_the_rule_is_typed_changes_nothing_in_the_fields(
    a_page, board, keys, session, clock
):
    page = a_page(page_for, "gather", "rule")
    keys.fill("Unanimity", "", "9")
    page.form.core.tick(["org-4"])
    clock.forward(60)
    session.do(leave, "org-8-lead", session.minute())

    assert (page.form.kind.chosen(), page.form.least.value()) == ("unanimity", 9)
    assert page.form.core.ticked() == ("org-4",)


def test_one_that_may_not_vote_is_not_offered_for_the_core(a_page, keys, session, a_board):
    a_board(session, voting=2, guests=1)
    page = a_page(page_for, "gather", "rule")

    assert page.form.core.table.ids() == ["org-1", "org-2"]


def test_a_core_of_forty_is_walked_through_without_leaving_the_screen(
    a_page, keys, session, a_board, qtbot
):
    a_board(session, voting=40)
    page = a_page(page_for, "gather", "rule")
    keys.type("Unanimity")
    core = page.form.core
    qtbot.waitUntil(core.isVisible)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 50)
    core.table.setFocus()
    for _ in range(39):
        keys.press(Qt.Key.Key_Down)
        here = core.table.visualRect(core.table.currentIndex())
        top = core.table.viewport().mapTo(page.area.viewport(), QPoint(0, here.top())).y()
        assert 0 <= top <= page.area.viewport().height() - here.height()
    keys.press(Qt.Key.Key_Space)
    assert core.ticked() == ("org-40",)


def test_a_long_core_is_counted_and_not_read_out():
    rule = Rule(kind="unanimity", core=tuple(f"org-{n}" for n in range(12)))

    assert "Each of the 12 organisations of the core says yes." in rule_sentences(
        rule, [f"Org {n}" for n in range(12)]
    )


def test_a_core_of_one_is_named():
    rule = Rule(kind="unanimity", core=("a",))

    assert "Org 1 says yes." in rule_sentences(rule, ["Org 1"])
