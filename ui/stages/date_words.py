"""Dates as people here write them. Inside, a date is always ISO 8601."""

import datetime
import re

from facilitator.days import MONTHS
from facilitator.wording import tidy

_IN_WORDS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?(?:,?\s+(\d{4}|\d{2}))?", re.IGNORECASE
)
_LEAP_YEARS_APART = 8
_IN_FIGURES = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})")


def iso_date(typed: str, today: str = "") -> str:
    """The date as ISO 8601; what was typed when it is no date, for the command to refuse.

    Reads 2026-09-30, 30 Sep 2026, 30th September 2026 and, day first, 30/9/2026 or 30.9.26. With
    `today` (ISO 8601), for what lies ahead, 30 Sep is the next such day.
    """
    typed = tidy(typed)
    if found := _IN_WORDS.fullmatch(typed):
        month = _month(found[2])
    elif found := _IN_FIGURES.fullmatch(typed):
        month = int(found[2])
    else:
        return typed
    if not found[3]:
        return _coming(int(found[1]), month, today) or typed
    year = int(found[3])
    try:
        return datetime.date(year + 2000 if year < 100 else year, month, int(found[1])).isoformat()
    except ValueError:
        return typed


def _coming(day: int, month: int, today: str) -> str:
    """The next such day from `today` on, as ISO 8601; nothing where there is none."""
    if not today:
        return ""
    this_year = int(today[:4])
    for year in range(this_year, this_year + _LEAP_YEARS_APART + 1):
        try:
            date = datetime.date(year, month, day).isoformat()
        except ValueError:
            continue
        if date >= today:
            return date
    return ""


def _month(word: str) -> int:
    """1 to 12 for a month's name or a beginning of it that is at least three letters; else 0."""
    word = word.casefold()
    fits = [at for at, name in enumerate(MONTHS, 1) if name.casefold().startswith(word)]
    return fits[0] if fits and len(word) >= 3 else 0
