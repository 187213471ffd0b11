"""Moments of a workshop to look back at, and what the console shows of them."""

from datetime import datetime

from sessions.clock import SetClock
from tests.ui.walk.hands import Hands
from ui.console.shelf import Shelf
from ui.console.window import Console

NOW = datetime(2026, 3, 18, 9, 30)


def past(console: Console) -> Shelf:
    """What the console shows of the past."""
    assert console.travel.shelf is not None, "the present is on the console"
    return console.travel.shelf


def written(console: Console, hands: Hands, clock: SetClock, *cards: str) -> None:
    """Cards on the second question, a minute apart."""
    hands.go_to("Purpose: What only we can do")
    for at, card in enumerate(cards, 31):
        clock.at(NOW.replace(minute=at))
        hands.enter(card)


def seen(console: Console) -> list[str]:
    """What stands on the page of the past."""
    page = past(console).page
    assert page is not None
    return [card.text for card in page.desk.workshop.contributions.values()]
