"""What a screen reader reads of a document: each part's role, and its words, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exports import blocks
from exports.blocks import Block, Document, cell_of, plain
from exports.pictures import Feelings, Spread, Strain, Timing
from exports.said import said


@dataclass(frozen=True)
class Heard:
    """One thing that is read: "Heading 2", and the words."""

    role: str
    words: str

    @property
    def line(self) -> str:
        """Both in one line."""
        return f"{self.role}: {self.words}" if self.role else self.words


def heard(document: Document) -> Iterator[Heard]:
    """Every part of a document, as its tags say it."""
    for block in document.blocks:
        for each in _heard(document, block):
            if each.words.strip():
                yield replace(each, words=" ".join(each.words.split()))


def _heard(document: Document, block: Block) -> Iterator[Heard]:
    match block:
        case blocks.Title(title, kicker, subtitle):
            yield Heard("Paragraph", plain(kicker))
            yield Heard("Heading 1", plain(title))
            yield Heard("Paragraph", plain(subtitle))
        case blocks.Heading(text, level):
            yield Heard(f"Heading {level}", plain(text))
        case blocks.Lead(text) | blocks.Paragraph(text):
            yield Heard("Paragraph", plain(text))
        case blocks.BulletList(items):
            for at, item in enumerate(items, 1):
                yield Heard(f"List item {at} of {len(items)}", plain(item))
        case blocks.Quote(text, who):
            by = plain(who)
            yield Heard("Quotation", f"{plain(text)} {by}" if by else plain(text))
        case blocks.Table():
            yield from _table(block)
        case blocks.DefinitionRows(rows):
            for at, (label, value) in enumerate(rows, 1):
                yield Heard(f"Row {at} of {len(rows)}", f"{plain(label)}: {plain(value)}")
        case blocks.PositionBar():
            yield Heard("Figure", block.alt)
            yield Heard("Key", ", ".join(words for _, words in block.key))
        case Feelings() | Strain() | Spread() | Timing():
            yield Heard("Figure", getattr(block, "alt", ""))
            yield from _words(document, block)
        case blocks.KeepTogether(inner) | blocks.OnePage(inner):
            for each in inner:
                yield from _heard(document, each)
        case blocks.Beside(columns):
            for column in columns:
                for each in column:
                    yield from _heard(document, each)
        case blocks.Fingerprint():
            yield from _words(document, block)
            yield Heard("Figure", block.alt)
        case _:
            yield from _words(document, block)


def _table(block: blocks.Table) -> Iterator[Heard]:
    yield Heard("Caption", plain(block.caption))
    titles = [column.title for column in block.columns]
    named = ", ".join(filter(None, titles))
    size = f"{len(titles)} columns, {len(block.rows)} rows"
    yield Heard("Table", f"{size}: {named}" if named else size)
    for at, row in enumerate(block.rows, 1):
        told = []
        for title, cell in zip(titles, map(cell_of, row), strict=False):
            words = " ".join(filter(None, map(plain, (cell.text, *cell.notes))))
            if words:
                told.append(f"{title}: {words}" if title else words)
        yield Heard(f"Row {at} of {len(block.rows)}", "; ".join(told))


def _words(document: Document, block: Block) -> Iterator[Heard]:
    for words in said(replace(document, blocks=(block,))):
        yield Heard("", words)
