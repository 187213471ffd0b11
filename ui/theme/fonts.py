"""The type: loading the shipped faces, and fonts in the sizes of the look."""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from facilitator.fonts import FACES, FALLBACK_FAMILIES, TEXT_FAMILY
from ui.theme.tokens import BODY

FAMILIES = [TEXT_FAMILY, *FALLBACK_FAMILIES]
"""The face of every surface, and after it the faces for scripts and signs that it lacks."""

_FIRST = [
    face
    for face in FACES
    if face.family == TEXT_FAMILY and not face.italic and face.weight in (400, 700)
]


def load_first_faces() -> None:
    """Load the three weights that the first page is painted with, unless they are there."""
    if QFontDatabase.applicationFontFamilies(0):
        return
    for face in _FIRST:
        QFontDatabase.addApplicationFont(str(face.path))


def load_other_faces() -> None:
    """Load the italic and the faces for other scripts; call it after the first paint.

    Qt then lays all text out again, so a name in Arabic that was painted as boxes comes right by
    itself.
    """
    for face in FACES:
        if face not in _FIRST:
            QFontDatabase.addApplicationFont(str(face.path))


def font(pixels: float, weight: int = 400, *, italic: bool = False) -> QFont:
    """The app's face at a size in pixels and a weight of 400, 600 or 700."""
    return QFont(_made(max(1, round(pixels)), weight, italic))


@cache
def _made(pixels: int, weight: int, italic: bool) -> QFont:
    # One capture asks for some eighty fonts: a copy costs a third of making one.
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    return made


def clock_font(pixels: float, weight: int = 700) -> QFont:
    """The face with figures of one width, so that a running clock does not jitter."""
    made = font(pixels, weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


class Typography(NamedTuple):
    """The console's type sizes, all in proportion to the body size in pixels."""

    body: int = BODY

    @classmethod
    def current(cls) -> "Typography":
        """The sizes for the font that `apply_theme` gave the application."""
        pixels = QGuiApplication.font().pixelSize()
        return cls(pixels if pixels > 0 else BODY)

    def px(self, at_fourteen: float) -> int:
        """A length that is `at_fourteen` pixels when body text is 14, at the present size."""
        return round(at_fourteen * self.body / BODY)

    def font(self, at_fourteen: float, weight: int = 400, *, italic: bool = False) -> QFont:
        """The app's face at a size given for 14-pixel body text."""
        return font(self.px(at_fourteen), weight, italic=italic)
