"""What pictures hold: how people felt, what happened to the values, where everybody stands, time.

Each has an `alt`, the same in sentences for those who cannot see it. It is not printed: a document
says what is in a picture beside it, in words or in a table.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["held", "bent", "broke"]

VERDICTS: tuple[Verdict, ...] = ("held", "bent", "broke")

SCALE_ENDS = ("1 at ease", "5 tense")
"""What is printed at the two ends of the scale of feelings."""


@dataclass(frozen=True, slots=True)
class Felt:
    """The check-ins at one time: how many, the mean of 1 to 5 where it may be told, words said.

    `words` are (word, how many said it), the most said first.
    """

    when: str
    count: int
    mean: float | None = None
    words: tuple[tuple[str, int], ...] = ()

    @property
    def counted(self) -> str:
        """How many checked in, in words."""
        return f"{self.count} check-in{'' if self.count == 1 else 's'}"

    @property
    def told(self) -> str:
        """The mean as it is printed beside its mark; where there is none, why."""
        if self.mean is not None:
            return f"{self.mean:.1f}"
        return "Too few to tell more" if self.count else "Nobody checked in"

    @property
    def said(self) -> tuple[str, ...]:
        """Each word with how many said it."""
        return tuple(f"{word} {times}" for word, times in self.words)


@dataclass(frozen=True, slots=True)
class Feelings:
    """The mean of the check-ins on a scale from 1 to 5, a line for each time that they were asked.

    It holds only what may be told of them together; see `facilitator.stages.rehearsal.feeling`.
    """

    times: tuple[Felt, ...]
    alt: str

    def __post_init__(self) -> None:
        _needs_words(self.alt)

    @property
    def ends(self) -> tuple[str, ...]:
        """The scale as it is printed."""
        return (SCALE_ENDS[0], "2", "3", "4", SCALE_ENDS[1])


@dataclass(frozen=True, slots=True)
class StrainLine:
    """One value's line: its marks as (minute, verdict), and the debrief's verdict in a word."""

    title: str
    marks: tuple[tuple[int, Verdict], ...]
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Strain:
    """Value by minute: where each held, bent or broke between the `first` minute and the `last`."""

    lines: tuple[StrainLine, ...]
    first: int
    last: int
    alt: str

    def __post_init__(self) -> None:
        _needs_words(self.alt)

    @property
    def key(self) -> tuple[tuple[Verdict, str], ...]:
        """Each verdict with its word."""
        return tuple((verdict, verdict) for verdict in VERDICTS)

    @property
    def columns(self) -> tuple[str, str]:
        """What stands over the values and over the verdicts."""
        return ("Value, by minute", "Verdict")

    @property
    def ticks(self) -> tuple[int, ...]:
        """The minutes that are named along the top: round ones, eight at the most."""
        span = self.last - self.first
        step = next(s for s in (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, span) if span <= s * 7)
        begin = -(-self.first // step) * step
        return tuple(range(begin, self.last + 1, step)) if span > 0 else (self.first,)


PositionCode: TypeAlias = Literal[
    "agree", "reservation", "stand_aside", "need_more", "object", "abstain", "absent"
]

LEFT: tuple[PositionCode, ...] = ("object", "need_more")
"""Positions that block, drawn to the left of the middle, from the outside inwards."""
MIDDLE: tuple[PositionCode, ...] = ("stand_aside", "abstain")
"""Positions that neither block nor carry, drawn astride the middle."""
RIGHT: tuple[PositionCode, ...] = ("reservation", "agree")
"""Positions that carry, drawn to the right of the middle, from the middle outwards."""

SPREAD_WORDS: dict[PositionCode, str] = {
    "object": "objects",
    "need_more": "needs an answer first",
    "stand_aside": "stands aside",
    "abstain": "abstains",
    "reservation": "with a reservation",
    "agree": "supports it",
    "absent": "not here",
}


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One line of a spread: a value, or a round of one, and how many took each position."""

    title: str
    counts: tuple[tuple[PositionCode, int], ...]
    result: str = ""

    @property
    def absent(self) -> int:
        """How many were not here; they are told in words and have no part of the bar."""
        return sum(count for code, count in self.counts if code == "absent")


@dataclass(frozen=True, slots=True)
class Spread:
    """Where everybody stands on each of several things: bars to both sides of one middle line.

    What blocks goes to the left, what carries to the right. The same picture shows several values,
    or how one value moved over its rounds (a line for each round). Its data stands in a table
    beside it; see `exports.documents`.
    """

    rows: tuple[SpreadRow, ...]
    alt: str

    def __post_init__(self) -> None:
        _needs_words(self.alt)

    @property
    def key(self) -> tuple[tuple[PositionCode, str], ...]:
        """Each position that somebody took, with its word, from the left to the right."""
        taken = {code for row in self.rows for code, count in row.counts if count > 0}
        return tuple((code, SPREAD_WORDS[code]) for code in SPREAD_WORDS if code in taken)

    def told(self, row: SpreadRow) -> tuple[str, ...]:
        """What is printed beside a line: how it came out, and who was missing."""
        away = (f"{row.absent} not here",) if row.absent else ()
        return tuple(words for words in (row.result, *away) if words)


@dataclass(frozen=True, slots=True)
class TimingRow:
    """A step's minutes: as planned, and as it took (None: it was not begun)."""

    title: str
    planned: int
    actual: int | None

    @property
    def told(self) -> str:
        """Both, as they are printed beside the bars."""
        took = "not begun" if self.actual is None else f"took {self.actual}"
        return f"{self.planned} planned, {took}"


@dataclass(frozen=True, slots=True)
class Timing:
    """Planned against actual minutes: for each step an outline as planned, a bar as it took."""

    rows: tuple[TimingRow, ...]
    alt: str

    def __post_init__(self) -> None:
        _needs_words(self.alt)

    @property
    def key(self) -> tuple[tuple[Literal["planned", "actual"], str], ...]:
        """Both marks with their words."""
        return (("planned", "planned"), ("actual", "as it took"))

    @property
    def longest(self) -> int:
        """The minutes at the right end of the scale; at least one."""
        return max(1, *(max(row.planned, row.actual or 0) for row in self.rows), 1)

    @property
    def ticks(self) -> tuple[int, ...]:
        """The minutes named along the top: round ones, eight at the most."""
        step = next(
            s
            for s in (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, self.longest)
            if self.longest <= s * 7
        )
        return tuple(range(0, self.longest + 1, step))


def _needs_words(alt: str) -> None:
    if not alt.strip():
        raise ValueError("a figure needs words for those who cannot see it")
