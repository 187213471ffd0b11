"""What a document is made of: words, headings, tables and figures, in reading order.

A document is written once as blocks and then set by two renderers (`exports.pdf` and the HTML twin
in `exports.html`), so nothing here knows of pages, points or fonts. Words are a string, a `Run`, or
a tuple of both: `Paragraph(("Agreed by ", Run("11", bold=True), " of 12."))`. They are cleaned
where they are read (`runs_of`); they are never markup. `exports.said` reads all of them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from exports.pictures import Feelings, PositionCode, Spread, Strain, Timing
from exports.text import clean

POSITION_WORDS: dict[PositionCode, tuple[str, str]] = {
    "agree": ("supports it", "support it"),
    "reservation": ("can live with it, with a reservation", "can live with it, with a reservation"),
    "stand_aside": ("stands aside", "stand aside"),
    "need_more": ("needs an answer first", "need an answer first"),
    "object": ("objects", "object"),
    "abstain": ("abstains", "abstain"),
    "absent": ("not here", "not here"),
}
"""What is printed beside a count of positions: for one organisation, and for more."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words set in one manner within a paragraph or a cell. A `\\n` in them starts a new line."""

    text: str
    bold: bool = False
    italic: bool = False
    mute: bool = False


Words: TypeAlias = str | Run | tuple[str | Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The head of the first page: whose document, what it is called, and one line about it."""

    title: Words
    kicker: Words = ""
    subtitle: Words = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. The title is level 1, so sections begin at 2 and no level is skipped.

    `label` sets it small and in colour, as a name over what follows rather than a new section.
    """

    text: Words
    level: Literal[2, 3, 4] = 2
    label: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """The statement a document is about, set large."""

    text: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `mute` for what supports it, `small` for notes.

    One that `leads` in to what follows stands on the page on which that begins.
    """

    text: Words
    tone: Literal["body", "mute", "small"] = "body"
    leads: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items of equal rank."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, verbatim, and who said them (empty when unattributed)."""

    text: Words
    who: Words = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and its share of the width beside the other shares."""

    title: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table, with small notes under it."""

    text: Words
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. A plain string may stand for a cell.

    `header_column` says that the first cell of each row names the row. A row shorter than the
    columns ends in empty cells; a longer one raises `ValueError`.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | Words, ...], ...]
    caption: Words = ""
    header_column: bool = False

    def __post_init__(self) -> None:
        longest = max(map(len, self.rows), default=0)
        if longest > len(self.columns):
            raise ValueError(f"a row of {longest} cells under {len(self.columns)} columns")


@dataclass(frozen=True, slots=True)
class DefinitionRows:
    """Labels with their values, such as a control block: reference, version, status, owner."""

    rows: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True, slots=True)
class PositionBar:
    """How many organisations took each position, as a bar with its key in words.

    `alt` says the same in a sentence, for those who cannot see the bar; it is not printed.
    """

    counts: tuple[tuple[PositionCode, int], ...]
    alt: str

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a figure needs words for those who cannot see it")

    @property
    def key(self) -> tuple[tuple[PositionCode, str], ...]:
        """Each position that somebody took, with its count in words."""
        return tuple(
            (code, f"{count} {POSITION_WORDS[code][count != 1]}")
            for code, count in self.counts
            if count > 0
        )


@dataclass(frozen=True, slots=True)
class Signature:
    """One place to sign in ink: for whom, in what capacity, and on what authority."""

    for_whom: Words
    capacity: Words = ""
    authority: Words = ""


@dataclass(frozen=True, slots=True)
class SignatureRows:
    """Places to sign, one under the other."""

    rows: tuple[Signature, ...]

    def notes(self, row: Signature) -> tuple[Words, ...]:
        """The lines printed under the organisation."""
        return tuple(words for words in (row.capacity, row.authority) if plain(words))


@dataclass(frozen=True, slots=True)
class WriteIn:
    """Something to answer by hand: the words, and so many lines under them."""

    words: Words
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Slips:
    """So many slips for a check-in, to be cut apart and filled in by hand, without a name.

    `title` stands on each, over a word to write and a number from 1 to 5 to ring.
    """

    title: str
    count: int

    @property
    def printed(self) -> tuple[str, ...]:
        """What stands on one slip."""
        return (self.title, *SLIP)


SLIP = (
    "One word for how you are. No name, please.",
    "Ring a number",
    "1",
    "2",
    "3",
    "4",
    "5",
    "at ease",
    "tense",
)
"""What is printed on a slip under its title."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the document's sections begin; set only where it has more than 21 pages."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The SHA-256 of what the document says, 64 hexadecimal digits: in words and as a QR code.

    `words` say what it is for. See `exports.fingerprint`.
    """

    digest: str
    words: str

    @property
    def groups(self) -> str:
        """The digits as they are printed, in groups of eight."""
        return " ".join(self.digest[at : at + 8] for at in range(0, len(self.digest), 8))

    @property
    def alt(self) -> str:
        """What the code holds, for those who cannot see it."""
        return "A QR code that holds the fingerprint."


@dataclass(frozen=True, slots=True)
class Spacer:
    """White space, in lines of body text."""

    lines: float = 1.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stand on one page wherever one page can hold them."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks in columns of one width, side by side; they are read column by column."""

    columns: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class OnePage:
    """Blocks that begin a page and are set as large as lets that page hold them.

    They are set smaller than other blocks down to `least` of their size, which is not at all
    unless it is said; those that are still too long go on to the next page.
    """

    blocks: tuple["Block", ...]
    least: float = 1.0


Block: TypeAlias = (
    Title
    | Heading
    | Lead
    | Paragraph
    | BulletList
    | Quote
    | Table
    | DefinitionRows
    | PositionBar
    | Feelings
    | Strain
    | Spread
    | Timing
    | Contents
    | Fingerprint
    | SignatureRows
    | WriteIn
    | Slips
    | Spacer
    | PageBreak
    | KeepTogether
    | Beside
    | OnePage
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the document: the JSON of what it says, for machines to read."""

    name: str
    content: bytes
    about: str
    media_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `title`, `author` and `subject` become the file's metadata; `footer` stands at the foot of every
    page ("Group · Title · v1") beside the page number. `created` is when the document was made:
    the same document with the same `created` gives the same bytes. `language` is a BCP 47 tag.
    `attachment` is what nobody's privacy forbids to hand on; without it the PDF is PDF/A-2a, with
    it PDF/A-3a.
    """

    title: str
    blocks: tuple[Block, ...]
    created: datetime
    footer: str = ""
    author: str = ""
    subject: str = ""
    language: str = "en-GB"
    attachment: Attachment | None = None


def runs_of(words: Words) -> tuple[Run, ...]:
    """The words as runs, cleaned, without the empty ones."""
    if isinstance(words, str):
        text = clean(words)
        return (Run(text),) if text else ()
    runs = []
    for part in words if isinstance(words, tuple) else (words,):
        given = part if isinstance(part, Run) else Run(part)
        text = clean(given.text)
        if text:
            # Most words are clean as they are, and a run is never changed.
            same = text == given.text
            runs.append(given if same else Run(text, given.bold, given.italic, given.mute))
    return tuple(runs)


def plain(words: Words) -> str:
    """The words alone, cleaned."""
    if isinstance(words, str):
        return clean(words)
    return "".join(run.text for run in runs_of(words))


def cell_of(cell: Cell | Words) -> Cell:
    """The cell itself, or the words as a cell."""
    return cell if isinstance(cell, Cell) else Cell(cell)


SIGN_HERE: tuple[str, str] = ("Signature", "Date")
"""What is printed under the two lines of a place to sign."""
