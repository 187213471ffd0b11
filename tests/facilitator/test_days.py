"""Days in words."""

import re
from pathlib import Path

import pytest

from facilitator.days import day_in_words, short_day


@pytest.mark.parametrize("date", ["2026-03-18", "2026-03-18T14:19"])
def test_a_day_is_said_with_its_month_in_words(date: str) -> None:
    assert day_in_words(date) == "18 March 2026"
    assert short_day(date) == "18 Mar 2026"


@pytest.mark.parametrize("text", ["", "June", "15:00", "2026-03-18 at noon", "2026-13-01"])
def test_other_words_stand(text: str) -> None:
    assert day_in_words(text) == text
    assert short_day(text) == text


def test_no_month_comes_from_the_machine_s_language() -> None:
    root = Path(__file__).parents[2]
    sources = [
        p for floor in ("facilitator", "ui", "exports") for p in (root / floor).rglob("*.py")
    ]

    assert sources
    assert [p for p in sources if re.search(r"%[aAbB](?![\w(])", p.read_text("utf-8"))] == []
