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


def example_day(today: str = "", months: int = 3) -> str:
    """A day to show how one is written, "30 Sep 2026": so many months after `today` (ISO 8601).

    It lies ahead, so that whoever writes just that is not refused. Without a day to begin from it
    is any day, for what may be past.
    """
    day = _day(today) or datetime.date(2026, 8, 23)
    month = day.month - 1 + months
    ahead = datetime.date(day.year + month // 12, month % 12 + 1, min(day.day, 28))
    return short_day(ahead.isoformat())


def _day(date: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date[:10] if date[10:11] == "T" else date)
    except ValueError:
        return None
