"""Text as large as its box allows, found by halving and remembered."""

import re
from collections import OrderedDict
from dataclasses import replace

from PySide6.QtGui import QFont

from ui.theme.fonts import font
from ui.widgets.paragraph import Limits, Paragraph, Run

_REMEMBERED = 400
_SENTENCE = re.compile(r"[.!?…][”’\"')]*(?=\s)")


class Fitter:
    """Fits plain text into boxes; what it fitted it remembers until `forget`."""

    def __init__(self) -> None:
        self._fitted: OrderedDict[tuple[object, ...], tuple[Paragraph, int]] = OrderedDict()

    def forget(self) -> None:
        """Fit everything afresh: the faces have changed."""
        self._fitted.clear()

    def fit(
        self,
        text: str,
        limits: Limits,
        smallest: int,
        largest: int,
        weight: int = 400,
        runs: tuple[Run, ...] = (),
    ) -> tuple[Paragraph, int]:
        """The text at the largest size that fits, and that size in pixels.

        `runs` are its stretches where some are marked, none heavier than `weight`. Both sides are
        tested: the height of all lines, and that no word is broken. Text that does not fit at
        `smallest` is cut at a word there.
        """
        key = (text, limits, smallest, largest, weight, runs)
        found = self._fitted.get(key)
        if found is None:
            size = self._search(text, limits, smallest, largest, weight)
            found = Paragraph(text, font(size, weight), limits, runs), size
            self._fitted[key] = found
            if len(self._fitted) > _REMEMBERED:
                self._fitted.popitem(last=False)
        else:
            self._fitted.move_to_end(key)
        return found

    @staticmethod
    def _search(text: str, limits: Limits, smallest: int, largest: int, weight: int) -> int:
        low, high = smallest, max(smallest, largest)
        if fits(text, font(high, weight), limits):
            return high
        while high - low > 1:
            middle = (low + high) // 2
            if fits(text, font(middle, weight), limits):
                low = middle
            else:
                high = middle
        return low


def whole_sentences(text: str, face: QFont, limits: Limits) -> str:
    """As many sentences from the beginning as fit, and “…”; the text itself where none does."""
    ends = [found.end() for found in _SENTENCE.finditer(text)]
    for end in reversed(ends):
        shorter = f"{text[:end].rstrip()} …"
        if end < len(text.rstrip()) and fits(shorter, face, limits):
            return shorter
    return text


def fits(text: str, face: QFont, limits: Limits) -> bool:
    """Whether the text goes into its box in this face with no word broken and none cut."""
    if len(limits.shorten(text, face)) < len(text):
        return False
    longest = max(text.split(), key=len, default="")
    if Paragraph(longest, face, replace(limits, height=0.0, lines=0)).lines > 1:
        return False
    paragraph = Paragraph(text, face, replace(limits, height=0.0, lines=0))
    return not limits.passed(paragraph.lines, paragraph.height)
