"""The theme board says who said a card as the group chose, also when it chooses anew."""

from collections.abc import Callable

from facilitator.attribution import attribute_card, choose_for_step
from facilitator.board import capture
from sessions.session import Session
from ui.stages.purpose.columns import LOOSE
from ui.stages.purpose.page import page_for
from ui.stages.purpose.themes import ThemesPage


def test_a_choice_of_attribution_is_seen_on_the_theme_board_at_once(
    session: Session,
    a_board: Callable[..., list[str]],
    a_page: Callable[..., ThemesPage],
) -> None:
    a_board(session, voting=1)
    session.do(capture, "One door", "purpose", "only-us", member="org-1-lead", contribution_id="k")
    page = a_page(page_for, "purpose", "themes")

    def said() -> list[str]:
        return [item.meta for item in page.columns.column(LOOSE).flow.cards()]

    assert said() == ["Chief executive"]
    session.do(choose_for_step, "purpose", "only-us", "organisation")
    assert said() == ["Org 1"]
    session.do(attribute_card, "k", "unattributed")

    assert said() == ["unattributed"]
