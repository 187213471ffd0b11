"""Where everything stands on the room's screen: a `RoomView` and a size become blocks.

All sizes are given for a screen 1080 pixels tall and scale with the height. No type is smaller than
28 pixels there. Eyebrow, statement and note stand at the top, the clock and the bar at the bottom,
and what the room has said in between.
"""

from PySide6.QtGui import QFontMetricsF

from ui.room.blocks import (
    BarBlock,
    Block,
    CardBlock,
    ClockBlock,
    FeelingsBlock,
    LegendBlock,
    LineBlock,
    MarkedBlock,
    Place,
    RuleBlock,
    StrainBlock,
    SymbolBlock,
    TextBlock,
)
from ui.room.fit import Fitter, whole_sentences
from ui.room.view import RoomClock, RoomColumn, RoomView
from ui.theme.fonts import clock_font, font
from ui.widgets.clock_ring import clock_words
from ui.widgets.paragraph import Limits, Paragraph

SMALLEST = 28


class RoomLayout:
    """Lays one view out for one size, in pixels."""

    def __init__(self, width: int, height: int, fitter: Fitter) -> None:
        self._width, self._height = width, height
        self._fitter = fitter
        self._unit = height / 1080
        self._left = round(width * 0.0573)
        self._wide = width - 2 * self._left

    def blocks(self, view: RoomView) -> list[Block]:
        """Everything but the clock."""
        made: list[Block] = []
        top = self._head(view, made)
        bottom = self._foot(view, made)
        if view.columns and bottom - top > self.px(SMALLEST * 2):
            top = self._columns(view, made, top, bottom)
        if view.marks:
            top = self._marks(view, made, top, bottom)
        if view.rows:
            top = self._rows(view, made, top, bottom)
        if view.cards:
            self._cards(view, made, top, bottom)
        self._pictures(view, made, top, bottom)
        return made

    def clock(self, view: RoomView, clock: RoomClock) -> ClockBlock:
        """The clock: at the bottom left, or at the top right over a bar of positions."""
        caption = clock.caption or view.caption
        common = (clock.seconds_left, clock.total, clock.running)
        if view.positions:
            figures = clock_font(self.px(44))
            words = QFontMetricsF(figures).horizontalAdvance(clock_words(clock.seconds_left))
            wide = self.px(64) + round(self.px(44) * 0.55 + words) + 2
            place = (self._width - self._left - wide, self.px(72), wide, self.px(64))
            return ClockBlock(place, *common, "", self.px(44), self.px(SMALLEST))
        wide = round(self._wide * (0.68 if view.summary or view.flag else 1))
        place = (self._left, self.px(900), wide, self.px(96))
        return ClockBlock(place, *common, caption, self.px(62), self.px(29))

    def px(self, at_1080: float) -> int:
        """A length given for 1080 lines, at this height."""
        return max(1, round(at_1080 * self._unit))

    def _head(self, view: RoomView, made: list[Block]) -> int:
        y = self.px(84)
        if view.eyebrow:
            wide = self._wide - (self.px(320) if view.positions else 0)
            place = (self._left, y, wide, self.px(42))
            made.append(LineBlock(place, view.eyebrow, self.px(29), 700, "deep"))
        y += self.px(58)
        below = bool(view.cards or view.columns or view.rows or view.marks)
        below = below or view.feelings is not None or view.strain is not None
        largest, share = (78, 0.27) if below else (104, 0.52)
        if view.note and not below:
            share = 0.4
        if view.pieces:
            y += self._marked(view, made, y)
        elif view.statement:
            tall = round(self._height * share)
            sizes = (self.px(SMALLEST + 8), self.px(largest))
            words, _ = self._fitter.fit(
                view.statement, Limits(self._wide, 1.15, 0, tall), *sizes, 700
            )
            if words.elided and not below:
                # A long story takes all the room there is, in smaller type.
                end = self._height - self.px(360 if view.note else 210)
                tall, sizes = max(tall, end - y), (self.px(SMALLEST), sizes[0])
            text, words = self._as_much(
                view.statement, Limits(self._wide, 1.15, 0, tall), sizes, 700
            )
            place = (self._left, y, self._wide, tall)
            made.append(TextBlock(place, text, *sizes, 700, "ink", 1.15))
            y += round(words.height)
        if view.note:
            y += self.px(22)
            tall = self._height - self.px(200) - y if not below else self.px(190)
            place = (self._left, y, self._wide, max(tall, self.px(50)))
            limits = Limits(self._wide, 1.3, 0, place[3])
            sizes = (self.px(SMALLEST), self.px(35))
            text, words = self._as_much(view.note, limits, sizes, 400)
            made.append(TextBlock(place, text, *sizes, 400, "mute"))
            y += round(words.height)
        return y + self.px(44)

    def _as_much(
        self, text: str, limits: Limits, sizes: tuple[int, int], weight: int
    ) -> tuple[str, Paragraph]:
        """The text if it fits, else as many whole sentences as do; and how they are laid out."""
        words, size = self._fitter.fit(text, limits, *sizes, weight)
        if words.elided:
            text = whole_sentences(text, font(size, weight), limits)
            words, _ = self._fitter.fit(text, limits, *sizes, weight)
        return text, words

    def _marked(self, view: RoomView, made: list[Block], y: int) -> int:
        """The statement with what changed in it; how tall it is."""
        text = "".join(piece.text for piece in view.pieces)
        tall = self._height - y - self.px(290 if view.note else 220)
        limits = Limits(self._wide, 1.2, 0, tall)
        sizes = (self.px(SMALLEST), self.px(78))
        words, _ = self._fitter.fit(text, limits, *sizes, 700)
        place = (self._left, y, self._wide, tall)
        made.append(MarkedBlock(place, text, *sizes, 700, "ink", 1.2, view.pieces))
        return round(words.height)

    def _foot(self, view: RoomView, made: list[Block]) -> int:
        """The bar or the line of the clock; where the middle has to end."""
        bottom = self._height - self.px(190)
        remark, role, weight = (view.flag, "accent", 700)
        if not remark:
            remark, role, weight = (view.summary, "mute", 400)
        if view.positions:
            y = self.px(834)
            bar = (self._left, y, self._wide, self.px(96))
            made.append(BarBlock(bar, view.positions, self.px(34), view.silent))
            wide = self._remark_wide(remark, weight)
            share = 0.99 - wide / self._wide if remark else 1
            place = (self._left, y + self.px(118), round(self._wide * share), self.px(84))
            made.append(LegendBlock(place, view.positions, self.px(SMALLEST)))
            bottom = y - self.px(30)
        if remark:
            wide = self._remark_wide(remark, weight)
            wide = wide if view.positions else round(self._wide * 0.31)
            y = self.px(952) if view.positions else self.px(900)
            tall = self.px(38) if view.positions else self.px(96)
            place = (self._left + self._wide - wide, y, wide, tall)
            made.append(LineBlock(place, remark, self.px(29), weight, role, right=True))
        elif not view.positions and not view.show_clock:
            bottom = self._height - self.px(84)
        return bottom

    def _remark_wide(self, remark: str, weight: int) -> int:
        """How wide a remark stands beside the words of the bar: all of it, up to half of them."""
        needed = QFontMetricsF(font(self.px(29), weight)).horizontalAdvance(remark) + self.px(4)
        return round(min(max(needed, self._wide * 0.27), self._wide * 0.5))

    def _columns(self, view: RoomView, made: list[Block], top: int, bottom: int) -> int:
        count = len(view.columns)
        gap = self.px(60)
        wide = (self._wide - gap * (count - 1)) // count
        reserve = self.px(220) if view.cards or view.rows else 0
        tall = max(bottom - top - reserve, self.px(120))
        size = self._column_size(view.columns, wide, tall)
        lowest = top
        for at, column in enumerate(view.columns):
            x = self._left + at * (wide + gap)
            lowest = max(lowest, self._column(column, made, (x, top, wide, tall), size))
        return lowest + self.px(30)

    def _column_size(self, columns: tuple[RoomColumn, ...], wide: int, tall: int) -> int:
        """The largest type in which the longest column still fits."""
        if all(column.tone == "draft" for column in columns):
            limits = Limits(wide, 1.34, 0, tall - self.px(52))
            sizes = (self.px(SMALLEST), self.px(60))
            return min(self._fitter.fit(c.lines[0], limits, *sizes)[1] for c in columns)
        for size in range(self.px(35), self.px(SMALLEST), -1):
            face = font(size)
            if all(
                self.px(52)
                + sum(
                    Paragraph(line, face, Limits(wide, 1.34)).height for line in column.lines[:40]
                )
                <= tall
                for column in columns
            ):
                return size
        return self.px(SMALLEST)

    def _column(self, column: RoomColumn, made: list[Block], place: Place, size: int) -> int:
        x, top, wide, tall = place
        role = {"will": "will", "will_not": "will_not"}.get(column.tone, "deep")
        made.append(LineBlock((x, top, wide, self.px(48)), column.title, self.px(34), 700, role))
        y = top + self.px(52)
        end = top + tall
        line_tall = round(size * 1.34)
        for at, line in enumerate(column.lines):
            last = at == len(column.lines) - 1
            room = end - y - (0 if last else line_tall)
            if room < line_tall - 1:
                more = f"and {len(column.lines) - at} more"
                made.append(LineBlock((x, y, wide, line_tall), more, size, 400, "mute"))
                return y + line_tall
            words = Paragraph(line, font(size), Limits(wide, 1.34, 0, room))
            height = round(words.height)
            made.append(TextBlock((x, y, wide, height), line, size, size, 400, "ink", 1.34))
            y += height
        return y

    def _marks(self, view: RoomView, made: list[Block], top: int, bottom: int) -> int:
        """Positions to learn, one under the other, as large as all of them fit."""
        step = min((bottom - self.px(24) - top) // len(view.marks), self.px(92))
        size = max(min(round(step * 0.5), self.px(40)), self.px(SMALLEST))
        box = min(round(step * 0.78), self.px(64))
        x = self._left + box + self.px(28)
        face = QFontMetricsF(font(size, 700))
        widest = max(face.horizontalAdvance(mark.words) for mark in view.marks)
        named = round(min(widest, self._wide * 0.5)) + self.px(44)
        for at, mark in enumerate(view.marks):
            y = top + at * step
            if mark.code:
                made.append(SymbolBlock((self._left, y + (step - box) // 2, box, box), mark.code))
            note = any(each.note for each in view.marks)
            wide = named - self.px(30) if note else self._wide - (x - self._left)
            made.append(LineBlock((x, y, wide, step), mark.words, size, 700, "ink"))
            if mark.note:
                place = (x + named, y, self._left + self._wide - x - named, step)
                made.append(LineBlock(place, mark.note, self.px(SMALLEST), 400, "mute"))
        return top + step * len(view.marks)

    def _rows(self, view: RoomView, made: list[Block], top: int, bottom: int) -> int:
        """A table without heads; the first cell of a row is the widest and bold."""
        shares = self._row_shares(view)
        size = self._row_size(view.rows, shares, bottom - top - self.px(24))
        lines = 0 if size else 2
        size = size or self.px(SMALLEST)
        line_tall = round(size * 1.3)
        y = top
        for at, row in enumerate(view.rows):
            left_over = len(view.rows) - at
            spare = bottom - y - (line_tall if left_over > 1 else 0)
            tall = line_tall
            x = float(self._left)
            cells: list[tuple[str, int, int]] = []
            for wide, text in zip(shares, row, strict=False):
                inner = round(wide - self.px(30))
                words = Paragraph(text, font(size), Limits(inner, 1.3, lines))
                tall = max(tall, round(words.height))
                cells.append((text, round(x), inner))
                x += wide
            if tall + self.px(24) > spare:
                place = (self._left, y + self.px(8), self._wide, line_tall)
                made.append(LineBlock(place, f"and {left_over} more", size, 400, "mute"))
                return y + line_tall + self.px(20)
            for cell, (text, cell_x, inner) in enumerate(cells):
                role = "ink" if cell == 0 else "mute"
                place = (cell_x, y + self.px(12), inner, tall)
                made.append(TextBlock(place, text, size, size, 400, role))
            y += tall + self.px(24)
            made.append(RuleBlock((self._left, y - 1, self._wide, max(1, self.px(2)))))
        return y + self.px(24)

    def _pictures(self, view: RoomView, made: list[Block], top: int, bottom: int) -> None:
        """A picture in what room is left."""
        place = (self._left, top, self._wide, max(bottom - top, self.px(120)))
        if view.feelings is not None:
            made.append(FeelingsBlock(place, *view.feelings, self.px(32)))
        if view.strain is not None:
            made.append(StrainBlock(place, view.strain, self.px(SMALLEST)))

    def _row_shares(self, view: RoomView) -> list[float]:
        """How wide each cell of a row is, in pixels; unless told, the first is the widest."""
        count = max(len(row) for row in view.rows)
        shares = list(view.shares) or [2.4] + [1.0] * (count - 1)
        return [self._wide * share / sum(shares) for share in shares]

    def _row_size(self, rows: tuple[tuple[str, ...], ...], shares: list[float], tall: int) -> int:
        """The largest type in which all rows are seen whole, or 0: a few are read from far away."""
        for at_1080 in range(48, SMALLEST - 1, -4):
            size = self.px(at_1080)
            if len(rows) * (round(size * 1.3) + self.px(24)) > tall:
                continue
            face = font(size)
            used = sum(
                self.px(24)
                + max(
                    round(Paragraph(text, face, Limits(round(wide - self.px(30)), 1.3)).height)
                    for wide, text in zip(shares, row, strict=False)
                )
                for row in rows
            )
            if used <= tall:
                return size
        return 0

    def _cards(self, view: RoomView, made: list[Block], top: int, bottom: int) -> None:
        columns = 3 if self._width >= self._height else 2
        gap = self.px(26)
        wide = (self._wide - gap * (columns - 1)) // columns
        least = self.px(222 if any(card.meta for card in view.cards) else 182)
        rows = max((bottom - top + gap) // (least + gap), 0)
        if rows <= 1 and bottom - top >= self.px(110):
            rows, least = 1, min(bottom - top, self.px(280))
        for at, card in enumerate(view.cards[: rows * columns]):
            x = self._left + (at % columns) * (wide + gap)
            y = top + (at // columns) * (least + gap)
            made.append(CardBlock((x, y, wide, least), card.text, card.meta, card.lit, self._unit))
