"""What the board of themes refuses by itself, and the words that it says so with."""

import pytest

from facilitator import board
from ui.stages.purpose.page import page_for


@pytest.fixture
def themes(a_page, session):
    """The board, on which nothing stands."""
    return a_page(page_for, "purpose", "themes")


@pytest.mark.parametrize("act", ["rename", "merge"])
def test_without_a_theme_there_is_none_to_change(themes, session, refusals, act) -> None:
    session.do(board.capture, "Home sooner", "purpose", "only-us")
    getattr(themes, act)()

    assert refusals == ["There is no theme yet. Name one with + Theme."]


def test_a_card_is_chosen_before_it_is_moved(themes, refusals) -> None:
    themes.move_chosen()

    assert refusals == ["Choose a card first: arrows go to it, Shift adds more."]
