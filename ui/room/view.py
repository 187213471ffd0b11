"""What the room is given to show: the only thing that has a path to the room's screen.

A stage's `*_room.py` makes a `RoomView` from public fields only; nothing else reaches the screen.
"""

from dataclasses import dataclass, fields
from typing import Literal

from facilitator.stages.rehearsal.feeling import Together
from facilitator.stages.rehearsal.observing import StrainChart, StrainRow
from facilitator.stages.rehearsal.told import feelings_in_words, strain_in_words
from facilitator.wording_diff import Piece

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
    """A titled list: what we will do, what we will not, or a theme and its cards.

    In the tone `draft` it is one text, set as large as fits beside the others.
    """

    title: str
    lines: tuple[str, ...]
    tone: Literal["plain", "will", "will_not", "draft"] = "plain"


@dataclass(frozen=True)
class RoomMark:
    """A position by its symbol and its words, and what it needs; no code is no symbol."""

    code: str
    words: str
    note: str = ""


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

    `pieces` are the words of the statement where it is shown with what came and what went marked.
    `note` is a line under the statement; `cards` come newest first; `positions` are (position code,
    count) for the bar, and `silent` how many are still to be heard; `rows` a simple table, such as
    what, who and by when, its cells as wide to each other as `shares` say (by default the first is
    the widest); `flag` a vermilion remark at the bottom right, and `summary` a quiet one; `caption`
    stands beside the clock; `marks` are positions to learn, one under the other. The clock is the
    step's, unless the view has one of its own that ends at `clock_ends` (seconds since 1970) after
    `clock_total` seconds. `feelings` are what may be told of before and after, `strain` the chart
    of the values: each a picture that takes what room is left.
    """

    eyebrow: str = ""
    statement: str = ""
    note: str = ""
    tone: Tone = "dark"
    cards: tuple[RoomCard, ...] = ()
    columns: tuple[RoomColumn, ...] = ()
    positions: tuple[tuple[str, int], ...] = ()
    silent: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    shares: tuple[float, ...] = ()
    flag: str = ""
    summary: str = ""
    caption: str = ""
    show_clock: bool = True
    clock_ends: float = 0.0
    clock_total: int = 0
    pieces: tuple[Piece, ...] = ()
    marks: tuple[RoomMark, ...] = ()
    feelings: tuple[Together, Together] | None = None
    strain: StrainChart | None = None

    def strings(self) -> list[str]:
        """Every string in it, and all that it says, for a test that a secret never gets here."""
        found: list[str] = [self.spoken()]
        for field in fields(self):
            _collect(getattr(self, field.name), found)
        return found

    def spoken(self) -> str:
        """What the screen says, for a screen reader."""
        parts = [self.eyebrow, self.statement, spoken_changes(self.pieces), self.note]
        parts += [card.text for card in self.cards[:9]]
        parts += [f"{column.title}: {'; '.join(column.lines)}" for column in self.columns]
        parts += [f"{mark.words}: {mark.note}" if mark.note else mark.words for mark in self.marks]
        parts += [", ".join(row) for row in self.rows]
        parts += [feelings_in_words(*self.feelings)] if self.feelings else []
        parts += [strain_in_words(self.strain)] if self.strain else []
        parts += [self.flag, self.summary]
        return "\n".join(part for part in parts if part)


def spoken_changes(pieces: tuple[Piece, ...]) -> str:
    """What came and what went, in words: "added: one pound; removed: a budget"."""
    said = []
    for change in ("added", "removed"):
        words = [p.text.strip() for p in pieces if p.change == change and p.text.strip()]
        said += [f"{change}: {', '.join(words)}"] if words else []
    return "; ".join(said)


def _collect(value: object, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, tuple):
        for part in value:
            _collect(part, found)
    elif isinstance(value, RoomCard | RoomColumn | RoomMark | Piece):
        for field in fields(value):
            _collect(getattr(value, field.name), found)
    elif isinstance(value, Together):
        _collect(value.words, found)
    elif isinstance(value, StrainChart):
        _collect(value.rows, found)
    elif isinstance(value, StrainRow):
        _collect((value.title, value.marks, value.verdict), found)
