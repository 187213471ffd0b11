"""How far each organisation may go today, in the ledger until it has taken its position."""

from facilitator.stages.values import NO_LIMIT, state_authority
from tests.ui.stages.ledger.hand import Hand
from ui.desk import Desk


def test_until_it_is_heard_an_organisation_shows_how_far_it_may_go(hand: Hand, desk: Desk) -> None:
    desk.do(state_authority, "org-1", "Up to £50,000.", "the cabinet", "2026-03-30")
    desk.do(state_authority, "org-2", "What the plan says already")

    said = [hand.cell(row, hand.ledger.table.model().columnCount() - 1).text for row in (0, 1, 2)]
    assert said == [
        "May agree to: Up to £50,000; asks the cabinet by 30 Mar 2026.",
        "May agree to: What the plan says already.",
        "",
    ]
    hand.go_to("org-1")
    hand.press("1")
    assert hand.cell(0, 2).text == ""


def test_who_may_agree_to_anything_needs_no_remark(hand: Hand, desk: Desk) -> None:
    desk.do(state_authority, "org-1", NO_LIMIT)

    assert hand.cell(0, 2).text == ""
