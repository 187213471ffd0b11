"""The bar that shows where everybody stands, on the console and on the room's screen."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT, POSITIONS, PositionLook, Tokens
from ui.widgets.marks import paint_symbol

Counts = Sequence[tuple[str, int]]
"""How many stand where: (position code, count)."""

NOT_HEARD = "not heard yet"


def in_order(counts: Counts) -> list[tuple[PositionLook, int]]:
    """The positions that anybody holds, in the order of the bar."""
    held = dict(counts)
    return [(look, held[look.code]) for look in POSITIONS if held.get(look.code, 0) > 0]


def spoken(counts: Counts, silent: int = 0) -> str:
    """The bar in words, as in `6 support, 1 object, 5 not heard yet`."""
    said = [f"{count} {look.word}" for look, count in in_order(counts)]
    return ", ".join([*said, *([f"{silent} {NOT_HEARD}"] if said and silent else [])])


def paint_bar(
    painter: QPainter,
    rect: QRectF,
    counts: Counts,
    font: QFont,
    tokens: Tokens,
    *,
    room: bool,
    silent: int = 0,
) -> None:
    """Paint the bar: a stretch for each position, with its symbol, count and, if it fits, its word.

    `silent` are still to be heard: the bar is as long as everybody who is asked, and their part of
    it stays empty. `room` takes the stronger colours of the room's screen.
    """
    held = in_order(counts)
    if not held:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(rect, rect.height() * 0.17, rect.height() * 0.17)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setFont(font)
    x = rect.x()
    sizes = [count for _, count in held]
    widths = _widths([*sizes, silent] if silent else sizes, rect.width(), font)
    for (look, count), wide in zip(held, widths, strict=False):
        part = QRectF(x, rect.y(), wide, rect.height())
        fill = look.room_colour if room else look.colour
        ink = (look.on_room if room else look.on_colour) or tokens.ink
        painter.fillRect(part, QColor(fill or tokens.rail))
        words = (f"{count} {look.word}", str(count))
        _paint_words(painter, part, look.symbol, words, font, QColor(ink))
        x += wide
        if x < rect.right() - 1:
            painter.fillRect(QRectF(x - 1, rect.y(), 2, rect.height()), QColor(tokens.paper))
    if held[-1][0].code == "absent":
        painter.setClipRect(part.adjusted(0, -1, 1, 1))
        painter.setPen(QPen(QColor(tokens.dot), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
    if silent:
        rest = QRectF(x, rect.y(), rect.right() - x, rect.height())
        words = (f"{silent} {NOT_HEARD}", str(silent))
        _paint_words(painter, rest, "", words, font, QColor(tokens.mute))
        painter.setClipRect(rest.adjusted(0, -1, 1, 1))
        painter.setPen(QPen(QColor(tokens.line), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
    painter.restore()


def _widths(sizes: list[int], total: float, font: QFont) -> list[float]:
    smallest = min(font.pixelSize() * 2.4, total / len(sizes))
    spare = total - smallest * len(sizes)
    everybody = sum(sizes)
    return [smallest + spare * size / everybody for size in sizes]


def _paint_words(
    painter: QPainter, part: QRectF, symbol: str, said: Sequence[str], font: QFont, ink: QColor
) -> None:
    """Paint the first of what may be said that fits, else the last, in the middle of its part."""
    metrics = QFontMetricsF(font)
    pixels = font.pixelSize()
    mark = pixels * 1.05 if symbol else 0.0
    for words in said:
        wide = metrics.horizontalAdvance(words) + mark
        if wide + pixels <= part.width():
            break
    x = part.center().x() - wide / 2
    if symbol:
        centre = QPointF(x + pixels * 0.4, part.center().y())
        paint_symbol(painter, symbol, centre, pixels * 0.8, ink)
    painter.setPen(ink)
    flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(QRectF(x + mark, part.y(), wide + pixels, part.height()), flags, words)


class PositionBar(QWidget):
    """The console's bar of positions; without any it is an empty place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[tuple[str, int], ...] = ()
        self._silent = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Nobody has taken a position yet")

    def show_counts(self, counts: Counts, silent: int = 0) -> None:
        """Show how many stand where, as (position code, count), and how many are to be heard."""
        if (tuple(counts), silent) != (self._counts, self._silent):
            self._counts, self._silent = tuple(counts), silent
            said = spoken(counts, silent)
            self.setAccessibleName(said or "Nobody has taken a position yet")
            self.setToolTip(said)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line tall and as wide as the page."""
        px = Typography.current().px
        return QSize(px(320), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the bar."""
        painter = QPainter(self)
        font = Typography.current().font(13, 600)
        if in_order(self._counts):
            bar = QRectF(self.rect())
            paint_bar(painter, bar, self._counts, font, LIGHT, room=False, silent=self._silent)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(LIGHT.dot), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(Typography.current().font(12.5))
        painter.setPen(QColor(LIGHT.mute))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.accessibleName())
