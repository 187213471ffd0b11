"""What a document lays out: its blocks without what keeps them together, and its tables' rows."""

from collections.abc import Iterable

from exports.blocks import Block, Document, KeepTogether, Table, cell_of, plain


def flat(blocks: Iterable[Block]) -> list[Block]:
    """The blocks in order, those that stand together among the others."""
    found: list[Block] = []
    for block in blocks:
        found += flat(block.blocks) if isinstance(block, KeepTogether) else [block]
    return found


def rows_under(document: Document, *heads: str) -> list[tuple[str, ...]]:
    """The rows of the tables whose first columns are called so, each cell with its notes."""
    return [
        tuple("|".join([plain(c.text), *map(plain, c.notes)]) for c in map(cell_of, row))
        for block in flat(document.blocks)
        if isinstance(block, Table)
        and tuple(column.title for column in block.columns)[: len(heads)] == heads
        for row in block.rows
    ]
