"""The lines of the table, and percentiles."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One measurement: what it is, what came out, and how it stands to its limit."""

    what: str
    measured: str
    against: str
    ratio: float
    limit: float

    @property
    def holds(self) -> bool:
        """Whether the ratio is within the limit."""
        return self.ratio <= self.limit

    def words(self) -> str:
        """The line as text."""
        verdict = "holds" if self.holds else "OVER"
        return (
            f"{self.what:<58} {self.measured:>22} {self.against:>30} "
            f"{self.ratio:>6.2f} {self.limit:>6.2f}  {verdict}"
        )


HEAD = f"{'what':<58} {'measured':>22} {'against':>30} {'ratio':>6} {'limit':>6}"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share (0 to 1) of the values lies; nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
