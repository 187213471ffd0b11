"""The page and the type scale: every size, space and colour that a document is set in.

Points throughout. Colours are those of the app's light surface; body text is 12 pt and
nothing a reader needs is below 9.5 pt.
"""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from exports.pictures import PositionCode, Verdict

Colour: TypeAlias = tuple[float, float, float]


def _colour(hexadecimal: str) -> Colour:
    red, green, blue = bytes.fromhex(hexadecimal)
    return red / 255, green / 255, blue / 255


INK = _colour("16202A")
MUTE = _colour("5B6672")
LINE = _colour("DDD9D0")
DEEP = _colour("0F4C5C")
ACCENT = _colour("C8442B")
PAPER = _colour("FFFFFF")

POSITION_FILL: dict[PositionCode, Colour] = {
    "agree": _colour("0B5FA5"),
    "reservation": _colour("5AA0D8"),
    "stand_aside": _colour("C9C5BA"),
    "need_more": _colour("F0A35E"),
    "object": _colour("B5421A"),
    "abstain": _colour("C9C5BA"),
    "absent": PAPER,
}
POSITION_INK: dict[PositionCode, Colour] = {
    code: PAPER if code in ("agree", "object") else INK for code in POSITION_FILL
}

Sign: TypeAlias = PositionCode | Verdict | Literal["before", "after", "planned", "actual"]
"""What a mark in a figure stands for."""
SIGN_COLOUR: dict[Sign, Colour] = {
    "agree": POSITION_FILL["agree"],
    "reservation": POSITION_FILL["reservation"],
    "stand_aside": INK,
    "need_more": POSITION_FILL["need_more"],
    "object": POSITION_FILL["object"],
    "abstain": INK,
    "absent": MUTE,
    "held": POSITION_FILL["agree"],
    "bent": _colour("8A5C00"),
    "broke": POSITION_FILL["object"],
    "before": DEEP,
    "after": DEEP,
    "planned": MUTE,
    "actual": DEEP,
}

PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89
MARGIN = 56.7
TOP = 54.0
BOTTOM = 76.0
FOOT = 56.0
MEASURE = PAGE_WIDTH - 2 * MARGIN
DEPTH = PAGE_HEIGHT - TOP - BOTTOM


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set: size and leading, weight, colour, and the white space above it."""

    size: float
    leading: float
    weight: int = 400
    colour: Colour = INK
    above: float = 0.0

    def coloured(self, colour: Colour) -> "Type":
        """The same in another colour."""
        return replace(self, colour=colour)

    def times(self, size: float) -> "Type":
        """The same, larger or smaller."""
        return replace(self, size=self.size * size, leading=self.leading * size)


KICKER = Type(11, 15, colour=MUTE, above=13)
TITLES = (Type(34, 40, 700, above=7), Type(26, 31, 700, above=7), Type(20, 25, 700, above=7))
SUBTITLE = Type(12.5, 17, colour=MUTE, above=5)
SECTION = Type(20, 25, 700, above=34)
SUBSECTION = Type(14.5, 19, 700, above=24)
MINOR = Type(12, 16.5, 600, above=16)
LABEL = Type(11, 15, 600, DEEP, above=26)
LEAD = Type(19.5, 26, above=9)
LONG_LEAD = Type(15, 21.5, above=9)
BODY = Type(12, 16.5, above=9)
BODY_MUTE = Type(12, 16.5, colour=MUTE, above=9)
NOTE = Type(10, 14, colour=MUTE, above=6)
DIGITS = Type(10.5, 15)
CELL = Type(12, 16)
CELL_HEAD = Type(12, 16, 600)
CELL_NOTE = Type(10, 13.5, colour=MUTE, above=1)
COLUMN = Type(10, 13, 600, MUTE)
KEY = Type(10.5, 16)
FOOTER = Type(9.5, 12, colour=MUTE)
BAR = Type(11.5, 14, 600)
AXIS = Type(10, 13, colour=MUTE)
FIGURE = Type(12, 16, 600)

SMALLEST = 9.5
SIZES = (
    *((1.35, 1.0), (1.3, 0.9), (1.25, 0.8), (1.2, 0.75), (1.15, 0.7)),
    *((1.1, 0.65), (1.05, 0.6), (1.0, 0.6), (1.0, 0.4)),
    *((0.95, 0.5), (0.9, 0.5), (0.85, 0.5), (0.8, 0.5), (0.8, 0.35)),
)
"""How large what has a page to itself may be set, and with how much white space, against other
pages: the largest first. Letters are smaller than there only where the block allows it."""
CLOUD = (12.0, 22.0)
"""The sizes of the word said by fewest and of the one said by most."""

LONG_LEAD_FROM = 420
"""Characters from which a lead is set smaller: a draft purpose of 50 words never is."""
