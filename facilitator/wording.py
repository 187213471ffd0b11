"""Words as the room gave them: cleaned of what nobody typed, refused when there are none."""

import datetime
import unicodedata
from collections.abc import Iterable

from facilitator.days import day_in_words, example_day
from facilitator.events import Refused

LONGEST = 20_000
"""Characters in one piece of text. Longer pastes are a document, not a contribution."""

ANY_ORGANISATION = "a member organisation"
"""How an organisation is called where none may be named."""

# Control characters, and halves of a character that no file can hold.
_NO_CHARACTER = ("Cc", "Cs")

# Characters that draw nothing and can hide or reorder what does: bidirectional overrides and
# isolates, zero-width spaces, byte-order marks. Joiners stay: emoji and several scripts need them.
_UNSEEN = dict.fromkeys(
    [0x00AD, 0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)


def tidy(text: str) -> str:
    """The same words without control characters, hidden marks or stray space; NFC."""
    shown = text.translate(_UNSEEN).replace("\t", " ")
    lines = [
        "".join(c for c in line if unicodedata.category(c) not in _NO_CHARACTER)
        for line in shown.splitlines()
    ]
    # Last, because a hidden mark may have stood between a letter and its accent.
    return unicodedata.normalize("NFC", "\n".join(line.strip() for line in lines).strip())


def wording(text: str, otherwise: str) -> str:
    """The tidied text; refused with `otherwise` when nothing is left, or when it is too long."""
    text = tidy(text)
    if not text:
        raise Refused(otherwise)
    if len(text) > LONGEST:
        raise Refused(
            f"That is {len(text):,} characters; one piece of text holds {LONGEST:,}. "
            "Nothing was kept. Split it and try again."
        )
    return text


def shortened(text: str, most: int) -> str:
    """The text on one line of `most` characters: cut between two words where there are some."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    whole = cut if line[most - 1] == " " else cut.rpartition(" ")[0]
    # One long word is cut where the line ends; a line half empty would tell less.
    return f"{(whole if len(whole) * 2 >= most else cut).rstrip()}…"


def a_date(text: str, otherwise: str = "Name a date.", today: str = "", kept: str = "") -> str:
    """The text, when it is a date (ISO 8601); refused in plain words when it is not.

    With `today` (ISO 8601), a day that is past is refused too, unless it is the one that was
    `kept` already: what else is put right beside it must not wait for a new date.
    """
    text = wording(text, otherwise)
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Refused(f"“{text}” is not a date. Write it like {example_day(today)}.") from error
    date = day.isoformat()
    if date < today and date != kept:
        raise Refused(
            f"{day_in_words(date)} is past: today is {day_in_words(today)}. Name a day that is "
            "still to come."
        )
    return date


def a_time(text: str, today: str = "") -> str:
    """When something is taken up again, in any words; a date (ISO 8601) that is past is refused."""
    text = tidy(text)
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return text
    return a_date(text, "", today)


def joined(names: list[str] | tuple[str, ...]) -> str:
    """Names as a person lists them: "A", "A and B", "A, B and C"."""
    names = counted(names)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(names: Iterable[str]) -> list[str]:
    """The names; organisations that may not be told apart as one: "3 member organisations"."""
    listed = list(names)
    unnamed = listed.count(ANY_ORGANISATION)
    if unnamed < 2:
        return listed
    others = [name for name in listed if name != ANY_ORGANISATION]
    return [*others, f"{unnamed} member organisations"]
