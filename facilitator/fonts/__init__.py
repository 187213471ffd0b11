"""The typefaces the app ships: data for the screens and for the documents.

They stand on the ground floor because a window and a PDF must set the same words in the same face,
and neither floor may import the other. Every face is under the SIL Open Font License; each licence
lies beside its files as `OFL-*.txt`.
"""

from pathlib import Path
from typing import NamedTuple

FOLDER: Path = Path(__file__).parent
"""The folder that holds the TTF files and their licences."""


class Face(NamedTuple):
    """One font file: a family at one weight, upright or italic.

    `weight` is the CSS number (400 regular, 500 medium, 600 semi-bold, 700 bold); `file` is a name
    in `FOLDER`.
    """

    family: str
    weight: int
    italic: bool
    file: str

    @property
    def path(self) -> Path:
        """Where the file is on this disk."""
        return FOLDER / self.file


TEXT_FAMILY: str = "Atkinson Hyperlegible Next"
"""The family that everything is set in where it has the glyph."""

FALLBACK_FAMILIES: tuple[str, ...] = ("Inter", "Noto Sans", "Noto Naskh Arabic", "Noto Emoji")
"""The families to try, in this order, for a character that `TEXT_FAMILY` cannot draw."""

FACES: tuple[Face, ...] = (
    Face(TEXT_FAMILY, 400, False, "AtkinsonHyperlegibleNext-Regular.ttf"),
    Face(TEXT_FAMILY, 400, True, "AtkinsonHyperlegibleNext-Italic.ttf"),
    Face(TEXT_FAMILY, 500, False, "AtkinsonHyperlegibleNext-Medium.ttf"),
    Face(TEXT_FAMILY, 600, False, "AtkinsonHyperlegibleNext-SemiBold.ttf"),
    Face(TEXT_FAMILY, 700, False, "AtkinsonHyperlegibleNext-Bold.ttf"),
    Face("Inter", 400, False, "Inter-Regular.ttf"),
    Face("Inter", 700, False, "Inter-Bold.ttf"),
    Face("Noto Sans", 400, False, "NotoSans-Regular.ttf"),
    Face("Noto Sans", 700, False, "NotoSans-Bold.ttf"),
    Face("Noto Naskh Arabic", 400, False, "NotoNaskhArabic-Regular.ttf"),
    Face("Noto Naskh Arabic", 700, False, "NotoNaskhArabic-Bold.ttf"),
    Face("Noto Emoji", 400, False, "NotoEmoji-Regular.ttf"),
)
"""Every shipped face, one row a file."""
