"""What the room is given to show: the only thing that has a path to the room's screen.

A stage's `*_room.py` makes a `RoomView` from public fields only; nothing else reaches the screen.
"""

from dataclasses import dataclass, fields
from typing import Literal

Tone = Literal["dark", "paper", "inject", "calm"]
"""The ground: dark for asking, paper for deciding, inject for news, calm for a pause."""


@dataclass(frozen=True)
class RoomCard:
    """One contribution in the room's own words; the newest is lit."""

    text: str
    meta: str = ""
    lit: bool = False


@dataclass(frozen=True)
class RoomColumn:
    """A titled list: what we will do, what we will not, or a theme and its cards."""

    title: str
    lines: tuple[str, ...]
    tone: Literal["plain", "will", "will_not"] = "plain"


@dataclass(frozen=True)
class RoomClock:
    """The clock: seconds left of a total, below nothing when time is over; and a few words."""

    seconds_left: int
    total: int
    running: bool
    caption: str = ""


@dataclass(frozen=True)
class RoomView:
    """One idea for the whole room: eyebrow, statement, and what stands under it.

    `note` is a line under the statement; `cards` come newest first; `positions` are (position code,
    count) for the bar; `rows` a simple table, such as what, who and by when; `flag` a vermilion
    remark at the bottom right, and `summary` a quiet one; `caption` stands beside the clock. The
    clock is the step's, unless the view has one of its own that ends at `clock_ends` (seconds
    since 1970) after `clock_total` seconds.
    """

    eyebrow: str = ""
    statement: str = ""
    note: str = ""
    tone: Tone = "dark"
    cards: tuple[RoomCard, ...] = ()
    columns: tuple[RoomColumn, ...] = ()
    positions: tuple[tuple[str, int], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    flag: str = ""
    summary: str = ""
    caption: str = ""
    show_clock: bool = True
    clock_ends: float = 0.0
    clock_total: int = 0

    def strings(self) -> list[str]:
        """Every string in it, for a test that a secret never gets here."""
        found: list[str] = []
        for field in fields(self):
            _collect(getattr(self, field.name), found)
        return found

    def spoken(self) -> str:
        """What the screen says, for a screen reader."""
        parts = [self.eyebrow, self.statement, self.note]
        parts += [card.text for card in self.cards[:9]]
        parts += [f"{column.title}: {'; '.join(column.lines)}" for column in self.columns]
        parts += [", ".join(row) for row in self.rows]
        parts += [self.flag, self.summary]
        return "\n".join(part for part in parts if part)


def _collect(value: object, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, tuple):
        for part in value:
            _collect(part, found)
    elif isinstance(value, RoomCard | RoomColumn):
        for field in fields(value):
            _collect(getattr(value, field.name), found)
