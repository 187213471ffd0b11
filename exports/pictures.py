"""What the pictures of a rehearsal hold: how people felt, and what happened to the values.

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


def _needs_words(alt: str) -> None:
    if not alt.strip():
        raise ValueError("a figure needs words for those who cannot see it")
