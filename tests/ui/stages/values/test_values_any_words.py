"""Forty organisations, and words without a place to break: nothing is cut, everything is said."""

import pytest
from PySide6.QtCore import Qt

from facilitator.decision import Rule
from facilitator.rounds import lock_round, take_position
from facilitator.stages.gather import choose_rule, join_organisation
from facilitator.stages.values import (
    name_cost,
    open_value_round,
    propose,
    state_authority,
)
from tests.ui.console.steps import clipped, cut_off
from ui.stages.values.page import page_for

LONG = "Ymddiriedolaethau" * 180
KEYS = {"home-check": "\r", "price-check": "m", "close": "\r", "propose": ""}


@pytest.fixture
def crowded(session, a_board, hostile):
    """Forty at the table, twenty values, and a word of three thousand letters wherever one fits."""
    board = a_board(session, voting=40, here=30)
    session.do(choose_rule, Rule("unanimity", core=tuple(board[:30]), text=LONG))
    session.do(join_organisation, LONG, hostile, organisation_id="org-1")
    session.do(join_organisation, LONG, LONG, organisation_id="org-40")
    for number in range(20):
        value = f"V{number}"
        session.do(propose, f"{hostile} {number}", LONG, "org-40", LONG, value_id=value)
    opened = session.do(open_value_round, "V0").id
    for each in board[:30]:
        session.do(take_position, opened, each, "agree")
    session.do(choose_rule, Rule(text=LONG))
    session.do(lock_round, opened, session.minute())
    session.do(choose_rule, Rule("unanimity", core=tuple(board[:30]), text=LONG))
    for each in board:
        session.do(state_authority, each, LONG, hostile, "2026-04-01")
    for each in board[:20]:
        session.do(name_cost, "V0", each, "pride", LONG)
    return session


@pytest.mark.parametrize("step", ["open", "propose", "home-check", "price-check", "close"])
def test_nothing_is_cut(a_page, crowded, keys, qtbot, step):
    page = a_page(page_for, "values", step)
    qtbot.wait(30)
    assert clipped(page) + cut_off(page) == []

    if step in KEYS:
        page.table.setFocus()
        page.table.go_to(page.table.ids()[0])
        if KEYS[step] == "m":
            keys.press(Qt.Key.Key_M)
        else:
            keys.press(Qt.Key.Key_Return)
    else:
        page.change.click()
    qtbot.wait(30)
    assert clipped(page) + cut_off(page) == []
