"""Dates and minutes as documents write them."""

import datetime


def day_in_words(date: str, *, short: bool = False) -> str:
    """A date or minute (ISO 8601) as "18 March 2026" or "18 Mar 2026"; other words stand."""
    try:
        day = datetime.date.fromisoformat(date[:10])
    except ValueError:
        return date
    return f"{day.day} {day:%b %Y}" if short else f"{day.day} {day:%B %Y}"
