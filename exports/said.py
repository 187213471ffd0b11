"""Every word that a document prints, in reading order."""

from collections.abc import Iterator

from exports.blocks import (
    SIGN_HERE,
    Beside,
    Block,
    BulletList,
    Contents,
    DefinitionRows,
    Document,
    Fingerprint,
    Heading,
    KeepTogether,
    Lead,
    OnePage,
    PageBreak,
    Paragraph,
    PositionBar,
    Quote,
    SignatureRows,
    Slips,
    Spacer,
    Table,
    Title,
    Words,
    WriteIn,
    cell_of,
    plain,
)
from exports.pictures import Feelings, Spread, Strain, Timing


def said(document: Document) -> list[str]:
    """Every string that the document prints, cleaned, in reading order; empty ones left out.

    The running foot and the table of contents are not part of what a document says, and a figure's
    `alt` is not printed.
    """
    return [
        text for block in document.blocks for text in map(plain, said_by(block)) if text.strip()
    ]


def inner(block: Block) -> tuple[Block, ...]:
    """The blocks within a block, in reading order."""
    match block:
        case KeepTogether(blocks) | OnePage(blocks):
            return blocks
        case Beside(columns):
            return tuple(each for column in columns for each in column)
        case _:
            return ()


def said_by(block: Block) -> Iterator[Words]:
    """Every string that a block prints, as it was given, in reading order."""
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
            for signing in block.rows:
                yield from (signing.for_whom, *block.notes(signing), *SIGN_HERE)
        case Feelings():
            yield from block.ends
            for felt in block.times:
                yield from (felt.when, felt.counted, felt.told, *felt.said)
        case Strain():
            yield from (words for _, words in block.key)
            yield block.columns[0]
            yield from map(str, block.ticks)
            yield block.columns[1]
            for strained in block.lines:
                yield from (strained.title, strained.verdict)
        case WriteIn(words):
            yield words
        case Slips():
            for _ in range(block.count):
                yield from block.printed
        case KeepTogether() | OnePage() | Beside():
            for each in inner(block):
                yield from said_by(each)
        case Spread():
            yield from (words for _, words in block.key)
            for line in block.rows:
                yield from (line.title, *block.told(line))
        case Timing():
            yield from (words for _, words in block.key)
            yield from map(str, block.ticks)
            for step in block.rows:
                yield from (step.title, step.told)
        case Fingerprint():
            yield from (block.words, block.groups)
        case Spacer() | PageBreak() | Contents():
            return
