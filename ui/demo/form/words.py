"""Words in a workshop file that may differ in spelling from the domain's, and its times."""

import datetime
import re

import msgspec

from facilitator.decision import CATEGORIES, CODES, Category, Code
from facilitator.stages.commitments import Progress
from facilitator.stages.rehearsal.state import Verdict

LONGEST_SITTING = 1_440
"""Minutes of a day: no sitting is longer."""
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years a workshop can be in; beyond them a date is a slip of the pen."""

_CODES: dict[str, Code] = {
    **{code: code for code in CODES},
    "agreed": "agree",
    "reservations": "reservation",
    "agree_with_reservation": "reservation",
    "stand_asides": "stand_aside",
    "needs_more": "need_more",
    "question": "need_more",
    "objection": "object",
    "abstention": "abstain",
}
_CATEGORIES: dict[str, Category] = {
    "": "",
    **{category: category for category in CATEGORIES},
    "legal_duty": "statutory_duty",
    "undermines_the_purpose": "undermines_purpose",
}
_VERDICTS: dict[str, Verdict] = {
    "held": "held",
    "bent": "bent",
    "broke": "broke",
    "broken": "broke",
}
_STATUSES: dict[str, Progress] = {
    "not_started": "not_started",
    "on_track": "on_track",
    "at_risk": "at_risk",
    "late": "late",
    "done": "done",
    "complete": "done",
    "completed": "done",
    "dropped": "dropped",
}
_CLOCK = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a workshop file. Fields that it does not name are passed over."""


def plain(said: str) -> str:
    """A word as the domain spells its own: "Stand aside" is stand_aside."""
    return re.sub(r"[\s-]+", "_", said.strip().lower())


def code_of(said: str) -> Code:
    """A position, in the domain's words; ValueError when it is none."""
    if plain(said) not in _CODES:
        raise ValueError(f"a position is “{said}”; it is one of {', '.join(CODES)}")
    return _CODES[plain(said)]


def category_of(said: str) -> Category:
    """An objection's category, in the domain's words; ValueError when it is none of them."""
    if plain(said) not in _CATEGORIES:
        raise ValueError(f"category is “{said}”; an objection's is one of {', '.join(CATEGORIES)}")
    return _CATEGORIES[plain(said)]


def verdict_of(said: str) -> Verdict:
    """A verdict on a value under strain, in the domain's words; ValueError when it is none."""
    if plain(said) not in _VERDICTS:
        raise ValueError(f"verdict is “{said}”; it is one of held, bent, broke")
    return _VERDICTS[plain(said)]


def status_of(said: str) -> Progress:
    """How a commitment stands, in the domain's words; ValueError when it is none of them."""
    if plain(said) not in _STATUSES:
        raise ValueError(
            f"status is “{said}”; it is one of {', '.join(dict.fromkeys(_STATUSES.values()))}"
        )
    return _STATUSES[plain(said)]


def check_clock(name: str, said: str) -> None:
    """ValueError unless it is a time of day ("13:30") or nothing."""
    if said and not _CLOCK.fullmatch(said):
        raise ValueError(f"{name} is “{said}”; write a time like 13:30")


def time_after(words: str, said: str) -> str:
    """The time that follows one of some words ("left|until"), or nothing."""
    found = re.search(rf"(?:{words})\D{{0,4}}({_CLOCK.pattern})", said.lower())
    return found[1].zfill(5) if found else ""


def minute_of(said: str) -> datetime.datetime:
    """A local minute ("2026-03-18T14:30"); ValueError when it is none."""
    try:
        when = datetime.datetime.fromisoformat(said)
    except ValueError as error:
        raise ValueError(f"locked_at is “{said}”; write it like 2026-03-18T14:30") from error
    return when.replace(second=0, microsecond=0, tzinfo=None)
