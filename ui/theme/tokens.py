"""Colours, sizes and the look of the seven positions: every number the look is made of.

Colours are `#RRGGBB` strings, so that this module needs no Qt and a test can do sums on it. `LIGHT`
is the console's ground; `DARK`, `PAPER`, `INJECT` and `CALM` are the room's, where text is held to
7:1 rather than 4.5:1.
"""

from typing import NamedTuple

CORNER = 8
"""Corner radius of buttons and fields."""
CARD_CORNER = 10
"""Corner radius of cards and panels."""

BODY = 14
"""Body text on the console, in pixels."""
ARMS_LENGTH = 16
"""Body text when the laptop stands at arm's length."""


class Tokens(NamedTuple):
    """The colours of one ground, each a `#RRGGBB` string."""

    paper: str
    card: str
    rail: str
    ink: str
    mute: str
    line: str
    deep: str
    on_deep: str
    deep_soft: str
    accent: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    gold: str
    gold_soft: str
    lit: str
    on_lit: str
    on_lit_mute: str
    will: str
    will_not: str
    dot: str


class PositionLook(NamedTuple):
    """How one position is drawn: its symbol and word always stand beside its colour.

    `colour` with `on_colour` is the filled bar, `soft` with `on_soft` the pill, and the two `room`
    values the bar on the room's screen, where the text on it keeps 7:1. An empty string is no
    colour at all: an empty place.
    """

    code: str
    symbol: str
    word: str
    says: str
    colour: str
    on_colour: str
    soft: str
    on_soft: str
    room_colour: str
    on_room: str


LIGHT = Tokens(
    paper="#FAF8F3",
    card="#FFFFFF",
    rail="#F4F1E9",
    ink="#16202A",
    mute="#5B6672",
    line="#E2DDD2",
    deep="#0F4C5C",
    on_deep="#FFFFFF",
    deep_soft="#E3EEF0",
    accent="#C8442B",
    on_accent="#FFFFFF",
    accent_soft="#FBE9E4",
    on_accent_soft="#8F2D1A",
    gold="#8A5C00",
    gold_soft="#FBF0D6",
    lit="#FFFFFF",
    on_lit="#16202A",
    on_lit_mute="#5B6672",
    will="#0B5FA5",
    will_not="#B5421A",
    dot="#7D868E",
)

DARK = Tokens(
    paper="#0E1B22",
    card="#17303A",
    rail="#17303A",
    ink="#F6F3EA",
    mute="#A9C3CA",
    line="#24414B",
    deep="#8FC3CF",
    on_deep="#0E1B22",
    deep_soft="#24414B",
    accent="#FFB4A2",
    on_accent="#0E1B22",
    accent_soft="#7A1F0E",
    on_accent_soft="#FFFFFF",
    gold="#F2D48A",
    gold_soft="#17303A",
    lit="#F6F3EA",
    on_lit="#16202A",
    on_lit_mute="#46505B",
    will="#9CCBF5",
    will_not="#FFB4A2",
    dot="#A9C3CA",
)

PAPER = Tokens(
    paper="#FAF8F3",
    card="#FFFFFF",
    rail="#F4F1E9",
    ink="#16202A",
    mute="#46505B",
    line="#D6D0C3",
    deep="#0F4C5C",
    on_deep="#FFFFFF",
    deep_soft="#D7DEDC",
    accent="#953313",
    on_accent="#FFFFFF",
    accent_soft="#FBE9E4",
    on_accent_soft="#7A1F0E",
    gold="#6B4700",
    gold_soft="#FBF0D6",
    lit="#0F4C5C",
    on_lit="#FFFFFF",
    on_lit_mute="#E3EEF0",
    will="#0A549A",
    will_not="#953313",
    dot="#46505B",
)

INJECT = Tokens(
    paper="#7A1F0E",
    card="#651708",
    rail="#651708",
    ink="#FFFFFF",
    mute="#FBDFD7",
    line="#9A4636",
    deep="#FFD5C8",
    on_deep="#4A1006",
    deep_soft="#9A4636",
    accent="#FFFFFF",
    on_accent="#7A1F0E",
    accent_soft="#FBE9E4",
    on_accent_soft="#7A1F0E",
    gold="#FFE3A8",
    gold_soft="#651708",
    lit="#F6F3EA",
    on_lit="#16202A",
    on_lit_mute="#46505B",
    will="#FFFFFF",
    will_not="#FFD5C8",
    dot="#FBDFD7",
)

CALM = Tokens(
    paper="#E3EEF0",
    card="#FFFFFF",
    rail="#D6E5E8",
    ink="#16202A",
    mute="#3A4650",
    line="#BCD2D7",
    deep="#0F4C5C",
    on_deep="#FFFFFF",
    deep_soft="#BCD2D7",
    accent="#8A2E11",
    on_accent="#FFFFFF",
    accent_soft="#FBE9E4",
    on_accent_soft="#7A1F0E",
    gold="#5E3F00",
    gold_soft="#FBF0D6",
    lit="#0F4C5C",
    on_lit="#FFFFFF",
    on_lit_mute="#E3EEF0",
    will="#084A89",
    will_not="#8A2E11",
    dot="#3A4650",
)

ROOM: dict[str, Tokens] = {"dark": DARK, "paper": PAPER, "inject": INJECT, "calm": CALM}
"""The ground of the room's screen by the tone a `RoomView` names."""

_QUIET = "#C9C5BA"
_QUIET_SOFT = "#EDEAE2"
_QUIET_INK = "#55544A"
_INK = "#16202A"
_NIGHT = "#0E1B22"

POSITIONS: tuple[PositionLook, ...] = (
    PositionLook(
        "agree", "●", "support", "I support it",
        "#0B5FA5", "#FFFFFF", "#0B5FA5", "#FFFFFF", "#0A549A", "#FFFFFF",
    ),
    PositionLook(
        "reservation", "○", "live with it", "I can live with it, and my reservation is recorded",
        "#5AA0D8", _INK, "#DCEBFA", "#0B4F8A", "#72B2E5", _NIGHT,
    ),
    PositionLook(
        "stand_aside", "–", "stand aside", "I stand aside",
        _QUIET, _INK, _QUIET_SOFT, _QUIET_INK, _QUIET, _NIGHT,
    ),
    PositionLook(
        "abstain", "–", "abstain", "I abstain",
        _QUIET, _INK, _QUIET_SOFT, _QUIET_INK, _QUIET, _NIGHT,
    ),
    PositionLook(
        "need_more", "△", "need an answer", "I need an answer first",
        "#F0A35E", _INK, "#FDE8D0", "#7A4A00", "#F0A35E", _NIGHT,
    ),
    PositionLook(
        "object", "✕", "object", "I object",
        "#B5421A", "#FFFFFF", "#FBDAD5", "#9A2F1C", "#953313", "#FFFFFF",
    ),
    PositionLook(
        "absent", "", "not here", "not here",
        "", "#5B6672", "", "#5B6672", "", "",
    ),
)  # fmt: skip
"""The seven positions in the order of the bar: agreeing to objecting, then the empty places."""

_BY_CODE = {look.code: look for look in POSITIONS}


def position_look(code: str) -> PositionLook:
    """How the position with this code is drawn.

    Raises `KeyError` for a code that is not one of the seven.
    """
    return _BY_CODE[code]


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two `#RRGGBB` colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
