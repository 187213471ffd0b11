"""What a document is made of: words, headings, tables and figures, in reading order.

A document is written once as blocks and then set by a renderer (`exports.pdf` today, the HTML twin
later), so nothing here knows of pages, points or fonts. Words are a string, a `Run`, or a tuple
of both: `Paragraph(("Agreed by ", Run("11", bold=True), " of 12."))`. They are cleaned where they
are read (`runs_of`); they are never markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from exports.pictures import Feelings, Strain
from exports.text import clean

PositionCode: TypeAlias = Literal[
    "agree", "reservation", "stand_aside", "need_more", "object", "abstain", "absent"
]

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

    They are never set smaller than other blocks: those that are still too long go on to the next
    page.
    """

    blocks: tuple["Block", ...]


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
class Document:
    """A whole document.

    `title`, `author` and `subject` become the file's metadata; `footer` stands at the foot of every
    page ("Group · Title · v1") beside the page number. `created` is when the document was made:
    the same document with the same `created` gives the same bytes. `language` is a BCP 47 tag.
    """

    title: str
    blocks: tuple[Block, ...]
    created: datetime
    footer: str = ""
    author: str = ""
    subject: str = ""
    language: str = "en-GB"


def runs_of(words: Words) -> tuple[Run, ...]:
    """The words as runs, cleaned, without the empty ones."""
    parts = words if isinstance(words, tuple) else (words,)
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    cleaned = (Run(clean(run.text), run.bold, run.italic, run.mute) for run in runs)
    return tuple(run for run in cleaned if run.text)


def plain(words: Words) -> str:
    """The words alone, cleaned."""
    return "".join(run.text for run in runs_of(words))


def cell_of(cell: Cell | Words) -> Cell:
    """The cell itself, or the words as a cell."""
    return cell if isinstance(cell, Cell) else Cell(cell)


def said(document: Document) -> list[str]:
    """Every string that the document prints, cleaned, in reading order; empty ones left out.

    The running foot is not part of what a document says, and a figure's `alt` is not printed.
    """
    return [text for block in document.blocks for text in map(plain, _words(block)) if text.strip()]


def _words(block: Block) -> Iterator[Words]:
    match block:
        case Title(title, kicker, subtitle):
            yield from (kicker, title, subtitle)
        case Heading(text) | Lead(text) | Paragraph(text):
            yield text
        case BulletList(items):
            yield from items
        case Quote(text, who):
            yield from (text, who)
        case Table():
            yield block.caption
            yield from (column.title for column in block.columns)
            for cell in (cell_of(cell) for row in block.rows for cell in row):
                yield from (cell.text, *cell.notes)
        case DefinitionRows(rows):
            yield from (words for row in rows for words in row)
        case PositionBar():
            yield from (text for _, text in block.key)
        case SignatureRows():
            for row in block.rows:
                yield from (row.for_whom, *block.notes(row), *SIGN_HERE)
        case Feelings():
            yield from block.ends
            for felt in block.times:
                yield from (felt.when, felt.counted, felt.told, *felt.said)
        case Strain():
            yield from (words for _, words in block.key)
            yield block.columns[0]
            yield from map(str, block.ticks)
            yield block.columns[1]
            for line in block.lines:
                yield from (line.title, line.verdict)
        case WriteIn(words):
            yield words
        case Slips():
            for _ in range(block.count):
                yield from block.printed
        case KeepTogether(blocks) | OnePage(blocks):
            for inner in blocks:
                yield from _words(inner)
        case Beside(columns):
            for column in columns:
                for inner in column:
                    yield from _words(inner)
        case Spacer() | PageBreak():
            return


SIGN_HERE: tuple[str, str] = ("Signature", "Date")
"""What is printed under the two lines of a place to sign."""
