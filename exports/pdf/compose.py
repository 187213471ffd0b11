"""Blocks to parts: which type, which white space and which columns each block is set in."""

from collections.abc import Iterable, Iterator, Sequence

from exports import blocks, pictures
from exports.blocks import Block, Words, plain, runs_of
from exports.pdf import scale
from exports.pdf.contents import ContentsHere
from exports.pdf.figures import Bar, Key, SignHere
from exports.pdf.fingerprint import fingerprint
from exports.pdf.pages import Pages
from exports.pdf.paper import Ruled, slip_rows
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
from exports.pdf.spreads import spread_rows, timing_rows
from exports.pdf.tags import Element, Role
from exports.pdf.tracks import (
    Cloud,
    feeling_axis,
    feeling_track,
    minute_axis,
    minute_track,
)
from exports.progress import Progress, unheard
from exports.text import one_line

BULLET = 16.0
QUOTE = 16.0
WRITING = 19.0
_HEARD_EVERY = 32
"""Blocks between two calls of progress: a few hundredths of a second."""
_HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4")
_TONES = {"body": scale.BODY, "mute": scale.BODY_MUTE, "small": scale.NOTE}
_TIMES: tuple[scale.Sign, ...] = ("before", "after")
"""The marks of the times at which feelings were asked: hollow before, full afterwards."""


def parts_of(document: blocks.Document, progress: Progress = unheard) -> tuple[list[Part], Element]:
    """The whole document as parts, and as the tree of what is in them; both in reading order.

    `progress` hears of it after every few blocks, as the share of them that is set.
    """
    root = Element("Document")
    whole = document.blocks

    def heard() -> Iterator[Block]:
        for at, block in enumerate(whole):
            if at and not at % _HEARD_EVERY:
                progress(at / len(whole))
            yield block

    return list(_Hand(_Outline(), root).parts(heard())), root


class _Outline:
    """The level last used among headings and bookmarks: one may step down by one at a time only."""

    def __init__(self) -> None:
        self.level = -1

    def enter(self, level: int) -> int:
        self.level = min(self.level + 1, level)
        return self.level


class _Hand:
    """Sets blocks, so many times as large as the type scale says, and with as much white space.

    Titles are large enough as they are.
    """

    def __init__(
        self,
        outline: _Outline,
        within: Element,
        size: float = 1.0,
        space: float = 1.0,
        width: float = MEASURE,
    ) -> None:
        self._outline = outline
        self._within = within
        self._width = width
        self._size = size
        self._space = size * space

    def parts(self, content: Iterable[Block]) -> Iterator[Part]:
        """Blocks as parts, in reading order."""
        for block in content:
            match block:
                case blocks.Title():
                    yield from self._title(block)
                case blocks.Heading():
                    yield self._heading(block)
                case blocks.KeepTogether(inner):
                    together = list(self.parts(inner))
                    if together:
                        yield Stack(together, together[0].above, whole=True)
                case blocks.Beside(columns):
                    yield self._beside(columns)
                case blocks.Contents():
                    yield ContentsHere(Element("TOC", self._within))
                case blocks.OnePage(inner, least):
                    yield NewPage()
                    yield from self._one_page(inner, least)
                case _:
                    yield from self._plain_parts(block)

    def _one_page(self, content: Sequence[Block], least: float) -> list[Part]:
        """The blocks in the largest size in which they fit a page; else as on other pages."""
        before, level = list(self._within.kids), self._outline.level
        for size, space in (each for each in scale.SIZES if each[0] >= least):
            fitted = list(_Hand(self._outline, self._within, size, space).parts(content))
            pages = Pages()
            pages.fill(fitted)
            if len(pages.pages) == 1:
                return fitted
            # What was too large is set again, and is in the tree once.
            self._within.kids[:] = before
            self._outline.level = level
        return list(_Hand(self._outline, self._within).parts(content))

    def _beside(self, columns: Sequence[Sequence[Block]]) -> Part:
        width = (self._width - GUTTER * (len(columns) - 1)) / max(1, len(columns))
        cells = []
        for column in columns:
            within = Element("Div", self._within)
            hand = _Hand(self._outline, within, self._size, self._space / self._size, width)
            cells.append(Stack(list(hand.parts(column))))
        places = [(width + GUTTER) * at for at in range(len(columns))]
        above = max((cell.items[0].above for cell in cells if cell.items), default=0.0)
        # A row has no white space of its own above it.
        row = Row(cells, places, self._width, padding=0.0, ruled=False)
        return Stack([row], above)

    def _plain_parts(self, block: Block) -> Iterator[Part]:
        match block:
            case blocks.Lead(text):
                long = len(plain(text)) >= scale.LONG_LEAD_FROM
                yield self._lines(text, scale.LONG_LEAD if long else scale.LEAD)
            case blocks.Paragraph(text, tone):
                paragraph = self._lines(text, _TONES[tone])
                paragraph.keeps_next = block.leads
                yield paragraph
            case blocks.BulletList(items):
                yield from self._bullets(items)
            case blocks.Quote(text, who):
                said = [(text, scale.BODY), (who, scale.NOTE)]
                quotation = Element("BlockQuote", self._within)
                yield Quotation(
                    [
                        Lines(
                            self._set(words, kind, self._width - QUOTE),
                            above=3.0,
                            indent=QUOTE,
                            element=Element("P", quotation),
                        )
                        for words, kind in said
                        if plain(words)
                    ],
                    above=12.0,
                    rule=scale.LINE,
                )
            case blocks.Table():
                yield from self._table(block)
            case blocks.DefinitionRows(rows):
                columns = (blocks.Column("", 0.27), blocks.Column("", 0.73))
                yield self._rows(
                    columns, rows, scale.CELL.coloured(scale.MUTE), Element("Table", self._within)
                )
            case blocks.SignatureRows():
                yield self._signatures(block)
            case blocks.WriteIn(words, lines):
                ruled = Ruled(lines, WRITING * self._size, self._width)
                asked = [self._lines(words, scale.CELL_HEAD)] if plain(words) else []
                yield Stack([*asked, ruled], above=12.0 * self._space, whole=True)
            case blocks.Slips():
                yield from slip_rows(block, self._within)
            case blocks.Spacer(lines):
                yield Gap(lines * scale.BODY.leading)
            case blocks.PageBreak():
                yield NewPage()
            case _:
                yield from _figure(block, self._within)

    def _set(self, words: Words, kind: Type, width: float) -> Setting:
        # Whatever has to stand on one page, nothing that is read is smaller than this.
        return Setting(words, kind.times(max(self._size, scale.SMALLEST / kind.size)), width)

    def _lines(self, words: Words, kind: Type, role: Role = "P") -> Lines:
        element = Element(role, self._within)
        return Lines(
            self._set(words, kind, self._width), above=kind.above * self._space, element=element
        )

    def _title(self, block: blocks.Title) -> Iterator[Part]:
        yield Flag()
        if plain(block.kicker):
            yield self._lines(block.kicker, scale.KICKER)
        settings = [Setting(block.title, kind, self._width) for kind in scale.TITLES]
        setting = next((tried for tried in settings if len(tried.lines) <= 2), settings[-1])
        words = one_line(plain(block.title))
        entry = (self._outline.enter(0), words) if words else None
        title = Element("H1", self._within)
        yield Lines(setting, above=setting.kind.above, entry=entry, element=title)
        if plain(block.subtitle):
            yield self._lines(block.subtitle, scale.SUBTITLE)

    def _heading(self, block: blocks.Heading) -> Part:
        kinds = {2: scale.SECTION, 3: scale.SUBSECTION, 4: scale.MINOR}
        kind = scale.LABEL if block.label else kinds[block.level]
        words = one_line(plain(block.text))
        level = self._outline.enter(block.level - 1) if words else 0
        heading = self._lines(block.text, kind, _HEADINGS[level])
        heading.entry = (level, words) if words else None
        heading.keeps_next = True
        return heading

    def _bullets(self, items: Iterable[Words]) -> Iterator[Part]:
        indent = BULLET * self._size
        whole = Element("L", self._within)
        items = list(items)
        for at, item in enumerate(items):
            one = Element("LI", whole)
            setting = self._set(item, scale.BODY, self._width - indent)
            marker = self._set("•", scale.BODY.coloured(scale.DEEP), indent)
            above = (5.0 if at else 9.0) * self._space
            label, body = Element("Lbl", one), Element("LBody", one)
            line = Lines(
                setting, above=above, indent=indent, marker=marker, element=body, label=label
            )
            # Neither the first nor the last of a list stands on a page without its neighbour.
            short = at + 1 < len(items) and len(setting.lines) < 6
            line.keeps_next = short and at in (0, len(items) - 2)
            yield line

    def _table(self, block: blocks.Table) -> Iterator[Part]:
        table = Element("Table", self._within)
        if plain(block.caption):
            caption = self._lines(block.caption, scale.NOTE)
            # A caption belongs to its table and not to what the table is in.
            self._within.kids.pop()
            caption.element = Element("Caption", table)
            caption.keeps_next = True
            yield caption
        if block.columns:
            head = scale.CELL_HEAD if block.header_column else None
            yield self._rows(block.columns, block.rows, head, table)

    def _rows(
        self,
        columns: tuple[blocks.Column, ...],
        rows: Sequence[tuple[blocks.Cell | Words, ...]],
        first: Type | None,
        table: Element,
    ) -> Rows:
        places, widths = _grid([column.share for column in columns], self._width)
        kinds = [first or scale.CELL, *(scale.CELL for _ in columns[1:])]
        header = None
        if any(column.title for column in columns):
            # Heads over no rows are the table's body: a head without a body is refused (7.2-14).
            top = Element("TR", Element("THead" if rows else "TBody", table))
            titles = [
                Lines(
                    self._set(column.title, scale.COLUMN, width),
                    element=Element("P", Element("TH", top, scope="Column")),
                )
                for column, width in zip(columns, widths, strict=True)
            ]
            header = Row(titles, places, self._width)
        body: list[Row] = []
        within = Element("TBody", table) if rows or header is None else table
        for row in rows:
            line = Element("TR", within)
            cells = [*row, *("" for _ in columns[len(row) :])]
            elements = [
                Element("TH", line, scope="Row") if first and not at else Element("TD", line)
                for at in range(len(cells))
            ]
            set_cells = map(self._cell, cells, kinds, widths, elements)
            body.append(Row(list(set_cells), places, self._width))
        return Rows(body, header, above=6.0 if header else 4.0)

    def _cell(self, cell: blocks.Cell | Words, kind: Type, width: float, element: Element) -> Part:
        whole = blocks.cell_of(cell)
        said = [(whole.text, kind)] if runs_of(whole.text) else []
        said += [(words, scale.CELL_NOTE) for words in whole.notes]
        items = [
            Lines(
                self._set(words, each, width),
                above=each.above if at else 0.0,
                element=Element("P", element),
            )
            for at, (words, each) in enumerate(said)
        ]
        return items[0] if len(items) == 1 else Stack(items)

    def _signatures(self, block: blocks.SignatureRows) -> Rows:
        places, widths = _grid([0.40, 0.40, 0.20], self._width)
        rows = []
        table = Element("Table", self._within)
        for row in block.rows:
            line = Element("TR", table)
            whom = blocks.Cell(row.for_whom, block.notes(row))
            head = Element("TH", line, scope="Row")
            cells: list[Part] = [self._cell(whom, scale.CELL_HEAD, widths[0], head)]
            cells += [
                SignHere(words, width, Element("P", Element("TD", line)))
                for words, width in zip(blocks.SIGN_HERE, widths[1:], strict=True)
            ]
            rows.append(Row(cells, places, self._width, padding=12.0))
        return Rows(rows, None, above=4.0)


def _figure(block: Block, within: Element) -> Iterator[Part]:
    match block:
        case blocks.PositionBar():
            bar = Bar(block, MEASURE, 10.0, Element("Figure", within, block.alt))
            key = Key(block.key, MEASURE, 7.0, within)
            # Without the words of its key a bar says nothing, and little without who stands where.
            bar.keeps_next = key.keeps_next = True
            yield from (bar, key)
        case pictures.Feelings():
            yield _feelings(block, Element("Figure", within, block.alt))
        case pictures.Strain():
            key = Key(block.key, MEASURE, 10.0, within)
            key.keeps_next = True
            yield from (key, _strain(block, Element("Figure", within, block.alt)))
        case pictures.Spread():
            yield spread_rows(block, Element("Figure", within, block.alt))
        case pictures.Timing():
            key = Key(block.key, MEASURE, 10.0, within)
            key.keeps_next = True
            yield from (key, timing_rows(block, Element("Figure", within, block.alt)))
        case blocks.Fingerprint():
            yield fingerprint(block, within)


def _feelings(block: pictures.Feelings, figure: Element) -> Rows:
    places, widths = _grid([0.24, 0.76])
    axis = Row([Stack(()), feeling_axis(block.ends, widths[1])], places, MEASURE)
    rows = []
    for felt, sign in zip(block.times, _TIMES, strict=False):
        when = _note(felt.when, felt.counted, widths[0])
        track = feeling_track(felt, sign, widths[1])
        told = Stack([track, Cloud(felt, widths[1], above=4.0)]) if felt.words else track
        rows.append(Row([when, told], places, MEASURE))
    return Rows(rows, axis, 8.0, figure)


def _strain(block: pictures.Strain, figure: Element) -> Rows:
    places, widths = _grid([0.30, 0.56, 0.14])
    titles = [Lines(Setting(words, scale.COLUMN, widths[0])) for words in block.columns]
    axis = Row([titles[0], minute_axis(block, widths[1]), titles[1]], places, MEASURE)
    rows = [
        Row(
            [
                Lines(Setting(line.title, scale.CELL_HEAD, widths[0])),
                minute_track(block, line, widths[1]),
                Lines(Setting(line.verdict, scale.CELL, widths[2])),
            ],
            places,
            MEASURE,
        )
        for line in block.lines
    ]
    return Rows(rows, axis, 6.0, figure)


def _note(words: Words, note: Words, width: float) -> Part:
    kind = scale.CELL_NOTE
    return Stack(
        [
            Lines(Setting(words, scale.CELL_HEAD, width)),
            Lines(Setting(note, kind, width), above=kind.above),
        ]
    )


def _grid(shares: list[float], width: float = MEASURE) -> tuple[list[float], list[float]]:
    """Where each column begins, and how wide its words may be."""
    room = width - 2 * INSET - GUTTER * (len(shares) - 1)
    widths = [room * share / sum(shares) for share in shares]
    places = [INSET + sum(widths[:at]) + GUTTER * at for at in range(len(widths))]
    return places, widths
