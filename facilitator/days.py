"""Days as people say them. Inside, a date is always ISO 8601, and a minute begins with one.

The months are named here, not by the system: the app speaks one language whatever the machine's is.
"""

import datetime
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@lru_cache(maxsize=256)
def day_in_words(date: str) -> str:
    """The day of a date or a minute (ISO 8601) as "18 March 2026"; other words stand."""
    day = _day(date)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else date


@lru_cache(maxsize=256)
def short_day(date: str) -> str:
    """The day of a date or a minute (ISO 8601) as "18 Mar 2026"; other words stand."""
    day = _day(date)
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day else date


def _day(date: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date[:10] if date[10:11] == "T" else date)
    except ValueError:
        return None
