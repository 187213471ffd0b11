"""Where there is little room on a small laptop, the table gives way and never the form."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from facilitator.decision import Rule
from facilitator.stages import purpose
from facilitator.stages.gather import choose_rule
from facilitator.stages.values import name_behaviours, propose
from sessions.session import Session
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.stages.ledger.words import WordsEditor
from ui.stages.purpose.positions import PositionsPage
from ui.stages.values.rounds import RoundsPage

SHORT = "Together we spend the Ellerport pound once."
LONG = " ".join(["Together we spend the Ellerport pound once, and say in public what we stop."] * 5)
OBJECT = {"positions": "5", "kaner": "8"}


def parts(editor: WordsEditor) -> list[QWidget]:
    """What an objection is answered with, from the first line to the last button."""
    first = editor.category_buttons["statutory_duty"]
    return [editor.line, first, editor.remedy, editor.reservation_button]


def seen(editor: WordsEditor, console: Console) -> None:
    """Every part of the form is whole, and under the one before."""
    bottom = 0
    for part in parts(editor):
        top = part.mapTo(console, QPoint(0, 0)).y()
        assert part.height() >= part.sizeHint().height()
        assert top >= bottom, f"{part.accessibleName()} lies over what is above it"
        bottom = top + part.height()
    left = QRect(editor.mapTo(console, QPoint(0, 0)), editor.size())
    assert left.bottom() <= console.height()
    assert not editor.visibleRegion().isEmpty()
    assert editor.visibleRegion().boundingRect().height() == editor.height()


@pytest.mark.parametrize("scale", ["positions", "kaner"])
@pytest.mark.parametrize("statement", [SHORT, LONG])
def test_an_objection_to_the_purpose_that_is_refused(
    console: Console, session: Session, hands: Hands, a_board, scale: str, statement: str
) -> None:
    a_board(session, voting=12)
    session.do(choose_rule, Rule(scale=scale))
    session.do(purpose.draft, SHORT, draft_id="d0")
    session.do(purpose.draft, statement, draft_id="d1")
    console.navigator.go("purpose", "positions")
    hands.settle()
    page = console.page
    assert isinstance(page, PositionsPage)
    hands.press("1", "1", OBJECT[scale])
    hands.type("It says nothing of the coroner")
    hands.press("Return")
    hands.settle()

    assert console.notice.sentence()
    seen(page.ledger.editor, console)
    row = page.ledger.table.visualRect(page.ledger.table.currentIndex())
    assert page.ledger.table.viewport().rect().contains(row)


@pytest.mark.parametrize("scale", ["positions", "kaner"])
def test_an_objection_to_a_value_that_is_refused(
    console: Console, session: Session, hands: Hands, a_board, scale: str
) -> None:
    a_board(session, voting=12)
    session.do(choose_rule, Rule(scale=scale))
    words = "We treat our budgets as one city pound, and say in public what each of us gives up."
    session.do(propose, "One budget mind", words, value_id="V1")
    line = "Show each other the full figures before setting our own budgets."
    session.do(name_behaviours, "V1", (line, "Argue for the outcome"), (line, "Decide alone"))
    console.navigator.go("values", "rounds")
    hands.settle()
    page = console.page
    assert isinstance(page, RoundsPage)
    hands.press("1", "1", OBJECT[scale])
    hands.type("It says nothing of the coroner")
    hands.press("Return")
    hands.settle()

    assert console.notice.sentence()
    seen(page.ledger.editor, console)


def test_the_table_has_its_rows_again_when_the_words_are_kept(
    console: Console, session: Session, hands: Hands, a_board
) -> None:
    a_board(session, voting=12)
    session.do(purpose.draft, LONG, draft_id="d1")
    console.navigator.go("purpose", "positions")
    hands.settle()
    page = console.page
    assert isinstance(page, PositionsPage)
    hands.press("2", "Esc")

    table = page.ledger.table
    assert table.minimumSizeHint().height() >= 4 * table.rowHeight(0)
