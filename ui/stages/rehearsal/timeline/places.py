"""Where the marks of a timeline stand: which minutes are seen, and who makes room for whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

MarkKind = Literal["inject", "decision", "note", "strain", "response", "stop"]
"""What a mark tells of: news, a decision point, a note, a value under strain, what the group did
about news, or the stop word."""

LANES = 3
"""Rows of marks, one over the other; what finds no room in any is counted."""
LEAST_SPAN = 4.0
"""The fewest minutes that are seen."""


@dataclass(frozen=True)
class TimelineMark:
    """One thing that happened or is to come, at a minute of the scenario clock.

    `state` says in a word how it stands ("arrived", "held", "decided") and gives it its shape;
    `private` is news for one role only; `about` is what is said of it when it is chosen. Only what
    is `movable` is dragged. The id is what the signals carry; `kind` and id together are one mark.
    """

    id: str
    kind: MarkKind
    minute: float
    name: str
    state: str = ""
    private: bool = False
    movable: bool = False
    about: str = ""

    @property
    def key(self) -> str:
        """What tells it from every other mark."""
        return f"{self.kind} {self.id}"

    def spoken(self) -> str:
        """The mark in words."""
        parts = (f"minute {int(self.minute)}", self.name, self.state, self.about)
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True)
class Scale:
    """Which minutes are seen: all from `first` to `last`, or `span` of them from `left` on.

    Widths are in pixels, `margin` is what stays free at either side.
    """

    first: float = 0.0
    last: float = 60.0
    left: float = 0.0
    span: float = 60.0
    width: int = 400
    margin: int = 14

    @property
    def whole(self) -> float:
        """All the minutes there are."""
        return max(self.last - self.first, LEAST_SPAN)

    @property
    def zoomed(self) -> bool:
        """Whether less than everything is seen."""
        return self.span < self.whole - 0.01

    @property
    def per_minute(self) -> float:
        """Pixels for a minute."""
        return max(self.width - 2 * self.margin, 1) / self.span

    def x_of(self, minute: float) -> float:
        """Where a minute stands."""
        return self.margin + (minute - self.left) * self.per_minute

    def minute_at(self, x: float) -> float:
        """The minute at a place."""
        return self.left + (x - self.margin) / self.per_minute

    def sees(self, minute: float) -> bool:
        """Whether a minute is seen."""
        return self.left - 0.01 <= minute <= self.left + self.span + 0.01

    def about(self, first: float, last: float) -> "Scale":
        """For other minutes; all of them are seen unless this was zoomed in."""
        wider = replace(self, first=first, last=last)
        if not self.zoomed:
            return replace(wider, left=first, span=wider.whole)
        return wider.moved_to(self.left)

    def by(self, factor: float, around: float) -> "Scale":
        """So much nearer (over 1) or farther, while a minute stays where it is."""
        span = min(max(self.span / factor, LEAST_SPAN), self.whole)
        left = around - (around - self.left) * span / self.span
        return replace(self, span=span).moved_to(left)

    def moved_to(self, left: float) -> "Scale":
        """With another minute at the left, never beyond either end."""
        span = min(self.span, self.whole)
        inside = min(max(left, self.first), self.first + self.whole - span)
        return replace(self, left=inside, span=span)

    def showing(self, minute: float) -> "Scale":
        """Moved, if it must be, so that a minute is seen."""
        if self.sees(minute):
            return self
        return self.moved_to(minute - self.span / 2)

    def every(self, least: float = 46.0) -> int:
        """How many minutes lie between two figures, so that they stand `least` pixels apart."""
        for step in (1, 2, 5, 10, 15, 30, 60, 120):
            if step * self.per_minute >= least:
                return step
        return 240


@dataclass(frozen=True)
class Placed:
    """A mark at its place: x in pixels, its lane from the line up, and the room for its name."""

    mark: TimelineMark
    x: float
    lane: int
    room: float


@dataclass(frozen=True)
class Crowd:
    """How many marks found no room of their own around a place."""

    x: float
    count: int


def placed(
    marks: Sequence[TimelineMark],
    scale: Scale,
    gap: float = 17.0,
    *,
    letter: float = 6.4,
    chosen: str = "",
) -> tuple[list[Placed], list[Crowd]]:
    """The marks that are seen, each in a lane in which it stands on no other.

    The lowest lane that no name reaches into, else the lowest in which nothing is nearer than
    `gap`; a letter of a name is `letter` wide. Marks for which there is no lane are counted where
    the first of them stands; the chosen one is shown all the same.
    """
    marks_end = [float("-inf")] * LANES
    names_end = [float("-inf")] * LANES
    found: list[tuple[TimelineMark, float, int]] = []
    crowds: list[Crowd] = []
    for mark in marks:
        if not scale.sees(mark.minute):
            continue
        x = scale.x_of(mark.minute)
        free = [at for at in range(LANES) if marks_end[at] + gap <= x]
        lane = next((at for at in free if names_end[at] + gap / 2 <= x), next(iter(free), None))
        if lane is None and mark.key == chosen:
            lane = LANES - 1
        if lane is not None:
            marks_end[lane] = x
            names_end[lane] = x + gap + letter * len(mark.name)
            found.append((mark, x, lane))
        elif crowds and x - crowds[-1].x < 2 * gap:
            crowds[-1] = Crowd(crowds[-1].x, crowds[-1].count + 1)
        else:
            crowds.append(Crowd(x, 1))
    following = [float(scale.width)] * LANES
    with_room: list[Placed] = []
    for mark, x, lane in reversed(found):
        with_room.append(Placed(mark, x, lane, following[lane] - x - gap))
        following[lane] = x
    return with_room[::-1], crowds
