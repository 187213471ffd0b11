"""Dates as they are typed: without a year, and the example that stands in an empty field."""

import pytest

from facilitator.days import example_day
from facilitator.wording import a_date
from ui.stages.date_words import iso_date


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("1 Dec", "2026-12-01"),
        ("10 January", "2027-01-10"),
        ("24th November", "2026-11-24"),
        ("23 Nov", "2027-11-23"),
        ("29 Feb", "2028-02-29"),
    ],
)
def test_a_day_without_a_year_is_the_next_such_day(typed: str, date: str) -> None:
    assert iso_date(typed, "2026-11-24") == date


@pytest.mark.parametrize("typed", ["31 Nov", "40 Dec", "1 Sprocket", "10 minutes"])
def test_what_is_no_day_without_a_year_stands_as_it_was_typed(typed: str) -> None:
    assert iso_date(typed, "2026-11-24") == typed


def test_what_may_be_past_is_not_guessed() -> None:
    assert iso_date("1 Dec") == "1 Dec"


@pytest.mark.parametrize("today", ["2026-11-24", "2026-11-30", "2027-12-31", "2028-02-29"])
def test_the_example_lies_ahead_and_is_taken_when_it_is_typed(today: str) -> None:
    typed = iso_date(example_day(today))

    assert a_date(typed, today=today) == typed > today
