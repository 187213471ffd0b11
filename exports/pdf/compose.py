"""Blocks to parts: which type, which white space and which columns each block is set in."""

from collections.abc import Iterable, Iterator

from exports import blocks
from exports.blocks import Block, Words, plain, runs_of
from exports.pdf import scale
from exports.pdf.figures import Bar, Key, SignHere
from exports.pdf.parts import (
    GUTTER,
    INSET,
    Flag,
    Gap,
    Lines,
    NewPage,
    Part,
    Quotation,
    Row,
    Rows,
    Stack,
)
from exports.pdf.scale import MEASURE, Type
from exports.pdf.setting import Setting
from exports.text import one_line

BULLET = 16.0
QUOTE = 16.0
_TONES = {"body": scale.BODY, "mute": scale.BODY_MUTE, "small": scale.NOTE}


def parts_of(document: blocks.Document) -> list[Part]:
    """The whole document as parts, in reading order."""
    return list(_parts(document.blocks, _Outline()))


class _Outline:
    """The level last used among the bookmarks, which may step down by one at a time only."""

    def __init__(self) -> None:
        self._level = -1

    def enter(self, level: int) -> int:
        self._level = min(self._level + 1, level)
        return self._level


def _parts(content: Iterable[Block], outline: _Outline) -> Iterator[Part]:
    for block in content:
        match block:
            case blocks.Title():
                yield from _title(block, outline)
            case blocks.Heading():
                yield _heading(block, outline)
            case blocks.KeepTogether(inner):
                together = list(_parts(inner, outline))
                if together:
                    yield Stack(together, together[0].above, whole=True)
            case _:
                yield from _plain_parts(block)


def _plain_parts(block: Block) -> Iterator[Part]:
    match block:
        case blocks.Lead(text):
            long = len(plain(text)) >= scale.LONG_LEAD_FROM
            yield _lines(text, scale.LONG_LEAD if long else scale.LEAD)
        case blocks.Paragraph(text, tone):
            paragraph = _lines(text, _TONES[tone])
            paragraph.keeps_next = block.leads
            yield paragraph
        case blocks.BulletList(items):
            for at, item in enumerate(items):
                setting = Setting(item, scale.BODY, MEASURE - BULLET)
                marker = Setting("•", scale.BODY.coloured(scale.DEEP), BULLET)
                yield Lines(setting, above=5.0 if at else 9.0, indent=BULLET, marker=marker)
        case blocks.Quote(text, who):
            said = [(text, scale.BODY), (who, scale.NOTE)]
            yield Quotation(
                [
                    Lines(Setting(words, kind, MEASURE - QUOTE), above=3.0, indent=QUOTE)
                    for words, kind in said
                    if plain(words)
                ],
                above=12.0,
                rule=scale.LINE,
            )
        case blocks.Table():
            yield from _table(block)
        case blocks.DefinitionRows(rows):
            columns = (blocks.Column("", 0.27), blocks.Column("", 0.73))
            yield _rows(columns, rows, scale.CELL.coloured(scale.MUTE))
        case blocks.PositionBar():
            bar = Bar(block, MEASURE, above=10.0)
            key = Key(block, MEASURE, above=7.0)
            # Without the words of its key a bar says nothing, and little without who stands where.
            bar.keeps_next = key.keeps_next = True
            yield from (bar, key)
        case blocks.SignatureRows():
            yield _signatures(block)
        case blocks.Spacer(lines):
            yield Gap(lines * scale.BODY.leading)
        case blocks.PageBreak():
            yield NewPage()


def _lines(words: Words, kind: Type) -> Lines:
    return Lines(Setting(words, kind, MEASURE), above=kind.above)


def _title(block: blocks.Title, outline: _Outline) -> Iterator[Part]:
    yield Flag()
    if plain(block.kicker):
        yield _lines(block.kicker, scale.KICKER)
    settings = [Setting(block.title, kind, MEASURE) for kind in scale.TITLES]
    setting = next((tried for tried in settings if len(tried.lines) <= 2), settings[-1])
    words = one_line(plain(block.title))
    yield Lines(
        setting, above=setting.kind.above, entry=(outline.enter(0), words) if words else None
    )
    if plain(block.subtitle):
        yield _lines(block.subtitle, scale.SUBTITLE)


def _heading(block: blocks.Heading, outline: _Outline) -> Part:
    kinds = {2: scale.SECTION, 3: scale.SUBSECTION, 4: scale.MINOR}
    kind = scale.LABEL if block.label else kinds[block.level]
    words = one_line(plain(block.text))
    setting = Setting(block.text, kind, MEASURE)
    entry = (outline.enter(block.level - 1), words) if words else None
    return Lines(setting, above=kind.above, entry=entry, keeps_next=True)


def _table(block: blocks.Table) -> Iterator[Part]:
    if plain(block.caption):
        caption = _lines(block.caption, scale.NOTE)
        caption.keeps_next = True
        yield caption
    if block.columns:
        yield _rows(block.columns, block.rows, scale.CELL_HEAD if block.header_column else None)


def _rows(
    columns: tuple[blocks.Column, ...],
    rows: Iterable[tuple[blocks.Cell | Words, ...]],
    first: Type | None,
) -> Rows:
    places, widths = _grid([column.share for column in columns])
    kinds = [first or scale.CELL, *(scale.CELL for _ in columns[1:])]
    header = None
    if any(column.title for column in columns):
        titles = [
            Lines(Setting(column.title, scale.COLUMN, width))
            for column, width in zip(columns, widths, strict=True)
        ]
        header = Row(titles, places, MEASURE)
    body: list[Row] = []
    for row in rows:
        cells = [*row, *("" for _ in columns[len(row) :])]
        body.append(
            Row(
                [_cell(*column) for column in zip(cells, kinds, widths, strict=True)],
                places,
                MEASURE,
            )
        )
    return Rows(body, header, above=6.0 if header else 4.0)


def _cell(cell: blocks.Cell | Words, kind: Type, width: float) -> Part:
    whole = blocks.cell_of(cell)
    items = [Lines(Setting(whole.text, kind, width))] if runs_of(whole.text) else []
    note = scale.CELL_NOTE
    items += [Lines(Setting(words, note, width), above=note.above) for words in whole.notes]
    return items[0] if len(items) == 1 else Stack(items)


def _signatures(block: blocks.SignatureRows) -> Rows:
    places, widths = _grid([0.40, 0.40, 0.20])
    rows = [
        Row(
            [
                _cell(blocks.Cell(row.for_whom, block.notes(row)), scale.CELL_HEAD, widths[0]),
                *(
                    SignHere(words, width)
                    for words, width in zip(blocks.SIGN_HERE, widths[1:], strict=True)
                ),
            ],
            places,
            MEASURE,
            padding=12.0,
        )
        for row in block.rows
    ]
    return Rows(rows, None, above=4.0)


def _grid(shares: list[float]) -> tuple[list[float], list[float]]:
    """Where each column begins, and how wide its words may be."""
    room = MEASURE - 2 * INSET - GUTTER * (len(shares) - 1)
    widths = [room * share / sum(shares) for share in shares]
    places = [INSET + sum(widths[:at]) + GUTTER * at for at in range(len(widths))]
    return places, widths
