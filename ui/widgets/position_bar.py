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


def in_order(counts: Counts) -> list[tuple[PositionLook, int]]:
    """The positions that anybody holds, in the order of the bar."""
    held = dict(counts)
    return [(look, held[look.code]) for look in POSITIONS if held.get(look.code, 0) > 0]


def spoken(counts: Counts) -> str:
    """The bar in words, as in `6 agree, 1 object`."""
    return ", ".join(f"{count} {look.word}" for look, count in in_order(counts))


def paint_bar(
    painter: QPainter, rect: QRectF, counts: Counts, font: QFont, tokens: Tokens, *, room: bool
) -> None:
    """Paint the bar: a stretch for each position, with its symbol, count and, if it fits, its word.

    `room` takes the stronger colours of the room's screen.
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
    for (look, count), wide in zip(held, _widths(held, rect.width(), font), strict=True):
        part = QRectF(x, rect.y(), wide, rect.height())
        fill = look.room_colour if room else look.colour
        ink = (look.on_room if room else look.on_colour) or tokens.ink
        painter.fillRect(part, QColor(fill or tokens.rail))
        _paint_words(painter, part, look, count, font, QColor(ink))
        x += wide
        if x < rect.right() - 1:
            painter.fillRect(QRectF(x - 1, rect.y(), 2, rect.height()), QColor(tokens.paper))
    if held[-1][0].code == "absent":
        painter.setClipRect(part.adjusted(0, -1, 1, 1))
        painter.setPen(QPen(QColor(tokens.dot), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
    painter.restore()


def _widths(held: list[tuple[PositionLook, int]], total: float, font: QFont) -> list[float]:
    smallest = min(font.pixelSize() * 2.4, total / len(held))
    spare = total - smallest * len(held)
    everybody = sum(count for _, count in held)
    return [smallest + spare * count / everybody for _, count in held]


def _paint_words(
    painter: QPainter, part: QRectF, look: PositionLook, count: int, font: QFont, ink: QColor
) -> None:
    metrics = QFontMetricsF(font)
    pixels = font.pixelSize()
    mark = pixels * 1.05 if look.symbol else 0.0
    for words in (f"{count} {look.word}", str(count)):
        wide = metrics.horizontalAdvance(words) + mark
        if wide + pixels <= part.width():
            break
    x = part.center().x() - wide / 2
    if look.symbol:
        centre = QPointF(x + pixels * 0.4, part.center().y())
        paint_symbol(painter, look.symbol, centre, pixels * 0.8, ink)
    painter.setPen(ink)
    flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(QRectF(x + mark, part.y(), wide + pixels, part.height()), flags, words)


class PositionBar(QWidget):
    """The console's bar of positions; without any it is an empty place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Nobody has taken a position yet")

    def show_counts(self, counts: Counts) -> None:
        """Show how many stand where, as (position code, count)."""
        if tuple(counts) != self._counts:
            self._counts = tuple(counts)
            self.setAccessibleName(spoken(counts) or "Nobody has taken a position yet")
            self.setToolTip(spoken(counts))
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
            paint_bar(painter, QRectF(self.rect()), self._counts, font, LIGHT, room=False)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(LIGHT.dot), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(Typography.current().font(12.5))
        painter.setPen(QColor(LIGHT.mute))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.accessibleName())
