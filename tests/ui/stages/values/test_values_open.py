"""Opening: the purpose, the rule, the quorum, and every position tried once, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from facilitator.attendance import leave
from facilitator.decision import Rule
from facilitator.rounds import lock_round, open_round, take_position
from facilitator.stages.gather import choose_rule
from facilitator.stages.purpose import adopt, draft
from facilitator.statement import answer_another_board, name_stop
from ui.stages.values.page import page_for
from ui.stages.values.practice import to_practise

ENTER, ESC, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Tab


@pytest.fixture
def board(session, a_board):
    """Four voting organisations, all of them here."""
    return a_board(session, voting=4)


@pytest.fixture
def page(a_page, board):
    """The page that opens the stage of values."""
    return a_page(page_for, "values", "open")


def tried(page):
    model = page.table.model()
    return [model.index(row, 4).data() for row in range(model.rowCount())]


def test_a_number_ticks_its_position_off_and_again_takes_the_tick_away(page, keys):
    keys.type("15")
    assert tried(page) == ["tried", "", "", "", "tried", "", ""]
    keys.type("1")

    assert tried(page) == ["", "", "", "", "tried", "", ""]
    assert page.table.current_id() == "agree"


def test_space_ticks_the_position_that_the_keyboard_is_on(page, keys):
    keys.press(Qt.Key.Key_Down, SPACE)

    assert page.tried == {"reservation"}


def test_practising_keeps_nothing(page, keys, session):
    before = len(session.history.entries)
    keys.type("1234567")

    assert len(session.history.entries) == before


def test_the_adopted_purpose_is_there_to_be_read_aloud(page, session):
    assert page.purpose.text() == "No purpose has been adopted yet."
    made = session.do(draft, "We move money together.").id
    opened = session.do(open_round, made, "We move money together.").id
    for each in ("org-1", "org-2", "org-3", "org-4"):
        session.do(take_position, opened, each, "agree")
    session.do(lock_round, opened, session.minute())
    session.do(answer_another_board, made, False)
    session.do(name_stop, made, "Nothing")
    session.do(adopt, made)

    assert page.purpose.text() == "We move money together."


def test_it_says_who_is_missing_from_the_quorum(page, session, clock):
    assert page.quorum.text() == "Quorum is met: 4 of 4 voting organisations are here."
    clock.forward(60)
    for each in ("org-2", "org-4"):
        session.do(leave, f"{each}-lead", session.minute())

    assert page.quorum.text() == (
        "Quorum is not met: 2 of the 3 voting organisations needed are here. "
        "Not here: Org 2 and Org 4."
    )


def test_many_who_are_missing_are_counted(a_page, session, a_board):
    a_board(session, voting=40, here=30)
    page = a_page(page_for, "values", "open")

    assert page.quorum.text().endswith("Not here: Org 31, Org 32, Org 33, Org 34 and 6 others.")


def test_the_rule_stands_in_one_sentence_and_is_changed_from_here(page, keys, session):
    assert page.rule.text().startswith("Agreed by consent when the quorum is met")
    page.change.setFocus()
    keys.press(ENTER)
    keys.type("Unanimity")
    keys.press(ENTER)

    assert session.workshop.rule.kind == "unanimity"
    assert page.rule.text().startswith("Agreed by unanimity")
    assert page.form.isHidden()
    assert keys.at is page.change


def test_esc_leaves_the_rule_as_it_is(page, keys, session):
    page.change.setFocus()
    keys.press(ENTER)
    keys.type("Unanimity")
    keys.press(ESC)
    assert (session.workshop.rule.kind, page.form.isHidden()) == ("consent", True)
    keys.press(ENTER)

    assert page.form.kind.chosen() == "consent"


def test_on_kaner_s_scale_there_are_eight_to_try(page, keys, session):
    session.do(choose_rule, Rule(scale="gradients"))
    keys.type("8")

    assert page.table.ids()[0] == "endorsement"
    assert page.tried == {"veto"}
    assert tried(page)[7] == "tried"


def test_serious_disagreement_stands_for_no_position_of_its_own():
    practised = {each.id: each for each in to_practise(Rule(scale="gradients"))}

    assert practised["serious_disagreement"].code == ""
    assert "which it is" in practised["serious_disagreement"].needs
    assert practised["minor_contention"].code == "agree"


def test_the_arrows_never_leave_the_screen(page, keys, session, qtbot):
    made = session.do(draft, "Llanfairpwllgwyngyllgogerychwyrndrobwll " * 50).id
    opened = session.do(open_round, made, "word").id
    for each in ("org-1", "org-2", "org-3", "org-4"):
        session.do(take_position, opened, each, "agree")
    session.do(lock_round, opened, session.minute())
    session.do(answer_another_board, made, False)
    session.do(name_stop, made, "Nothing")
    session.do(adopt, made)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 100)
    keys.press(*[Qt.Key.Key_Down] * 6)

    row = page.table.visualRect(page.table.currentIndex())
    bottom = page.table.viewport().mapTo(page.area.viewport(), row.bottomLeft()).y()
    assert 0 < bottom <= page.area.viewport().height()
