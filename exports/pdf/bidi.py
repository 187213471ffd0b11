"""The order in which characters of both directions are drawn: the Unicode bidirectional algorithm.

Only the implicit half: cleaned text holds no embeddings, overrides or isolates. Rule names are
those of UAX #9 (Unicode Bidirectional Algorithm, revision 48).
"""

import unicodedata
from itertools import groupby

_MIRRORS = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "BN"))
_RIGHT = frozenset(("R", "AL", "AN"))


def is_mixed(text: str) -> bool:
    """Whether any of it runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in _RIGHT for char in text)


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (rules P2, P3)."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def levels(text: str) -> list[int]:
    """The embedding level of each character of one paragraph; odd ones run from right to left."""
    base = int(runs_right_to_left(text))
    toward = "R" if base else "L"
    kinds = _weak([unicodedata.bidirectional(char) for char in text], toward)
    _brackets(text, kinds, toward)
    _neutral(kinds, toward)
    if base:
        return [1 if kind == "R" else 2 for kind in kinds]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def _weak(kinds: list[str], toward: str) -> list[str]:
    strong = before = toward
    for at, kind in enumerate(kinds):  # W1 to W3
        if kind == "NSM":
            kind = before
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[at] = before = kind
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[at - 1 : at + 2]
        if left == right and (
            (kind in ("ES", "CS") and left == "EN") or (kind, left) == ("CS", "AN")
        ):
            kinds[at] = left
    at = 0
    for kind, group in groupby(list(kinds)):  # W5, W6
        end = at + len(list(group))
        if kind == "ET" and "EN" in (kinds[at - 1] if at else "", *kinds[end : end + 1]):
            kinds[at:end] = ["EN"] * (end - at)
        elif kind in ("ET", "ES", "CS"):
            kinds[at:end] = ["ON"] * (end - at)
        at = end
    strong = toward
    for at, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _side(kind: str) -> str:
    return "R" if kind in ("EN", "AN") else kind


def _brackets(text: str, kinds: list[str], toward: str) -> None:
    """A pair of brackets takes the direction of what it holds (N0)."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if kinds[at] != "ON":
            continue
        if char in _BRACKETS:
            waiting.append((_BRACKETS[char], at))
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == char:
                pairs.append((waiting[depth][1], at))
                del waiting[depth:]
                break
    for start, end in sorted(pairs):
        within = {_side(kind) for kind in kinds[start + 1 : end]} & {"L", "R"}
        if not within:
            continue
        direction = toward
        if toward not in within:
            earlier = (_side(kind) for kind in reversed(kinds[:start]))
            direction = next((side for side in earlier if side in "LR"), toward)
        kinds[start] = kinds[end] = direction


def _neutral(kinds: list[str], toward: str) -> None:
    """Neutrals take the direction on both sides of them, or the paragraph's (N1, N2)."""
    at = 0
    for neutral, group in groupby(list(kinds), key=lambda kind: kind in _NEUTRAL):
        end = at + len(list(group))
        if neutral:
            left = _side(kinds[at - 1]) if at else toward
            right = _side(kinds[end]) if end < len(kinds) else toward
            kinds[at:end] = [left if left == right else toward] * (end - at)
        at = end


def visual_order(line: list[int]) -> list[int]:
    """The places of a line's characters from left to right, given their levels (L2)."""
    order = list(range(len(line)))
    for level in range(max(line, default=0), 0, -1):
        at = 0
        for high, group in groupby([line[place] >= level for place in order]):
            end = at + len(list(group))
            if high:
                order[at:end] = order[at:end][::-1]
            at = end
    return order


def mirrored(char: str, level: int) -> str:
    """The character as it is drawn at a level: brackets turn round from right to left (L4)."""
    return _MIRRORS.get(char, char) if level % 2 else char
