"""Small sentences the console says: dates, and what a change was."""

import datetime

from facilitator.events import Event

QUOTED = 60


def date_in_words(date: str) -> str:
    """A date (ISO 8601) as people write it; what is no date as it stands."""
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return date
    return f"{day.day} {day:%B %Y}"


def last_change(event: Event) -> str:
    """What an event was, in its own words where it has any, else in the first of its kind's."""
    for field in ("text", "wording", "title", "name", "meaning", "answer", "how", "word"):
        said = getattr(event, field, "")
        if isinstance(said, str) and said:
            return f"“{said[:QUOTED]}{'…' if len(said) > QUOTED else ''}”"
    kind = str(type(event).__struct_config__.tag)
    return kind.replace(".", " ").replace("_", " ")
