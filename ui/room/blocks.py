"""The parts of the room's picture: each knows its place and how to paint itself.

They are values: two pictures are compared by their blocks, and only what differs is painted again.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from facilitator.stages.rehearsal.feeling import Together
from facilitator.stages.rehearsal.observing import StrainChart
from facilitator.wording_diff import Piece
from ui.room.fit import Fitter
from ui.theme.fonts import clock_font, font
from ui.theme.tokens import Tokens, position_look
from ui.widgets.clock_ring import clock_words, paint_ring
from ui.widgets.feelings_picture import paint_feelings
from ui.widgets.marks import paint_panel, paint_symbol
from ui.widgets.paragraph import Limits, Run
from ui.widgets.position_bar import in_order, paint_bar
from ui.widgets.strain_picture import paint_strain

Place = tuple[int, int, int, int]
"""x, y, width and height, in pixels."""


@dataclass(frozen=True)
class Block(ABC):
    """Something at a place."""

    place: Place

    def rect(self) -> QRect:
        """Where it stands."""
        return QRect(*self.place)

    @abstractmethod
    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint it in these colours."""


@dataclass(frozen=True)
class TextBlock(Block):
    """Words in a box, at the largest size from `smallest` to `largest` that fits."""

    text: str
    smallest: int
    largest: int
    weight: int
    role: str
    leading: float = 1.3

    def rect(self) -> QRect:
        """Where it stands, with the parts of letters that reach out of tight lines."""
        reach = round(self.largest * 0.3)
        return super().rect().adjusted(0, -reach, 0, reach)

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint the words in the colour of their role."""
        x, y, wide, tall = self.place
        limits = Limits(wide, self.leading, 0, tall)
        words, _ = fitter.fit(self.text, limits, self.smallest, self.largest, self.weight)
        words.draw(painter, x, y, QColor(getattr(tokens, self.role)))


@dataclass(frozen=True)
class MarkedBlock(TextBlock):
    """Words in a box, of which some came (underlined) and some went (struck through)."""

    pieces: tuple[Piece, ...] = ()

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint the words with their marks."""
        x, y, wide, tall = self.place
        limits = Limits(wide, self.leading, 0, tall)
        runs = tuple(_run(piece, self.weight, tokens) for piece in self.pieces)
        words, _ = fitter.fit(self.text, limits, self.smallest, self.largest, self.weight, runs)
        words.draw(painter, x, y, QColor(getattr(tokens, self.role)))


def _run(piece: Piece, weight: int, tokens: Tokens) -> Run:
    """How a piece is set: told by a line as well as by its colours."""
    if piece.change == "same" or not piece.text.strip():
        return Run(piece.text, weight)
    if piece.change == "added":
        return Run(piece.text, weight, line="under", ground=tokens.deep_soft)
    ink, ground = tokens.on_accent_soft, tokens.accent_soft
    return Run(piece.text, 400, ink, "through", ground)


@dataclass(frozen=True)
class LineBlock(Block):
    """One line of words, set in the middle of its box and cut with … where it is too long."""

    text: str
    pixels: int
    weight: int
    role: str
    right: bool = False

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint the line."""
        face = font(self.pixels, self.weight)
        x, y, wide, tall = self.place
        shown = QFontMetricsF(face).elidedText(self.text, Qt.TextElideMode.ElideRight, wide)
        painter.setFont(face)
        painter.setPen(QColor(getattr(tokens, self.role)))
        side = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(QRect(x, y, wide, tall), flags, shown)


@dataclass(frozen=True)
class CardBlock(Block):
    """A contribution on its card; the newest is lit."""

    text: str
    meta: str
    lit: bool
    scale: float

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint the card, its words and, under them, who said it."""
        x, y, wide, tall = self.place
        unit = self.scale
        fill = tokens.lit if self.lit else tokens.card
        paint_panel(painter, QRectF(*self.place), fill, "", round(18 * unit))
        pad, small = round(30 * unit), round(28 * unit)
        under = round(small * 1.4) if self.meta else 0
        box = Limits(wide - 2 * pad, 1.29, 0, tall - round(48 * unit) - under)
        words, _ = fitter.fit(self.text, box, small, round(34 * unit))
        ink = tokens.on_lit if self.lit else tokens.ink
        words.draw(painter, x + pad, y + round(24 * unit), QColor(ink))
        if self.meta:
            mute = tokens.on_lit_mute if self.lit else tokens.mute
            face = font(small)
            mode = Qt.TextElideMode.ElideRight
            shown = QFontMetricsF(face).elidedText(self.meta, mode, wide - 2 * pad)
            painter.setFont(face)
            painter.setPen(QColor(mute))
            foot = QRectF(x + pad, y + tall - under - 18 * unit, wide - 2 * pad, under)
            middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
            painter.drawText(foot, middle, shown)


@dataclass(frozen=True)
class RuleBlock(Block):
    """A hairline."""

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint the line."""
        painter.fillRect(self.rect(), QColor(tokens.line))


@dataclass(frozen=True)
class BarBlock(Block):
    """Where everybody stands."""

    positions: tuple[tuple[str, int], ...]
    pixels: int
    silent: int = 0

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint the bar."""
        face, bar = font(self.pixels, 600), QRectF(*self.place)
        silent = self.silent
        paint_bar(painter, bar, self.positions, face, tokens, room=True, silent=silent)


@dataclass(frozen=True)
class SymbolBlock(Block):
    """The symbol of one position on its colour; the empty place has neither."""

    code: str

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint the symbol."""
        look = position_look(self.code)
        rect = QRectF(*self.place)
        ink = look.on_room or tokens.mute
        if look.room_colour:
            paint_panel(painter, rect, look.room_colour, "", rect.height() * 0.22)
        paint_symbol(painter, look.symbol, rect.center(), rect.height() * 0.62, QColor(ink))


@dataclass(frozen=True)
class LegendBlock(Block):
    """The symbols of the bar and their words."""

    positions: tuple[tuple[str, int], ...]
    pixels: int

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint symbol and word, side by side, over as many lines as there is room for."""
        x0, y, wide, _ = self.place
        face = font(self.pixels)
        metrics = QFontMetricsF(face)
        step = self.pixels * 1.35
        x = float(x0)
        top = float(y)
        painter.setFont(face)
        for look, _count in in_order(self.positions):
            mark = self.pixels * 0.95
            takes = mark + metrics.horizontalAdvance(look.word)
            if x > x0 and x + takes > x0 + wide:
                x, top = float(x0), top + step
            centre = QPointF(x + self.pixels * 0.32, top + step / 2)
            paint_symbol(painter, look.symbol, centre, self.pixels * 0.7, QColor(tokens.mute))
            painter.setPen(QColor(tokens.mute))
            flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
            painter.drawText(QRectF(x + mark, top, takes, step), flags, look.word)
            x += takes + self.pixels * 1.1


@dataclass(frozen=True)
class ClockBlock(Block):
    """The ring, the time left and a few words."""

    seconds_left: int
    total: int
    running: bool
    caption: str
    figures: int
    words: int

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint ring, figures and words from the left."""
        x, y, wide, tall = self.place
        over = self.seconds_left < 0
        left = 1.0 if over else self.seconds_left / self.total if self.total else 0.0
        ring = QColor(tokens.accent if over else tokens.deep)
        paint_ring(painter, QRectF(x, y, tall, tall), left, tall * 0.11, ring, QColor(tokens.line))
        face = clock_font(self.figures)
        painter.setFont(face)
        painter.setPen(QColor(tokens.accent if over else tokens.ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        at = x + tall + round(self.figures * 0.55)
        text = clock_words(self.seconds_left)
        painter.drawText(QRectF(at, y, wide, tall), flags, text)
        at += round(QFontMetricsF(face).horizontalAdvance(text) + self.figures * 0.6)
        said = self.caption if self.running else f"{self.caption} · paused".lstrip(" ·")
        small = font(self.words)
        room = x + wide - at
        if room < self.words * 3:
            return
        shown = QFontMetricsF(small).elidedText(said, Qt.TextElideMode.ElideRight, room)
        painter.setFont(small)
        painter.setPen(QColor(tokens.mute))
        painter.drawText(QRectF(at, y, room, tall), flags, shown)


@dataclass(frozen=True)
class FeelingsBlock(Block):
    """The picture of feelings before and after."""

    before: Together
    after: Together
    pixels: int

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint the picture."""
        rect = QRectF(*self.place)
        paint_feelings(painter, rect, self.before, self.after, tokens, self.pixels)


@dataclass(frozen=True)
class StrainBlock(Block):
    """The picture of strain on the values."""

    chart: StrainChart
    pixels: int

    def paint(self, painter: QPainter, tokens: Tokens, fitter: Fitter) -> None:
        """Paint the picture."""
        paint_strain(painter, QRectF(*self.place), self.chart, tokens, self.pixels)
