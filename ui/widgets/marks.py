"""The symbols of the positions, and rounded shapes, as they are painted everywhere.

The symbols are drawn, not set in type: they look the same on every machine and need no fallback
face before the first paint.
"""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from ui.theme.fonts import font
from ui.theme.tokens import CARD_CORNER, LIGHT


def paint_symbol(painter: QPainter, symbol: str, centre: QPointF, size: float, ink: QColor) -> None:
    """Paint one of ● ○ – △ ✕ around a centre, `size` pixels across.

    An empty symbol is an empty place: a circle of dots.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink, max(1.2, size * 0.15))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = size * 0.4
    x, y = centre.x(), centre.y()
    match symbol:
        case "●":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(centre, half, half)
        case "○":
            painter.drawEllipse(centre, half * 0.9, half * 0.9)
        case "–":
            painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))
        case "△":
            painter.drawPolygon(
                [
                    QPointF(x, y - half),
                    QPointF(x + half * 1.05, y + half * 0.8),
                    QPointF(x - half * 1.05, y + half * 0.8),
                ]
            )
        case "":
            painter.setPen(QPen(ink, max(1.0, size * 0.08), Qt.PenStyle.DotLine))
            painter.drawEllipse(centre, half * 0.9, half * 0.9)
        case "✕":
            d = half * 0.8
            painter.drawLine(QPointF(x - d, y - d), QPointF(x + d, y + d))
            painter.drawLine(QPointF(x - d, y + d), QPointF(x + d, y - d))
    painter.restore()


def paint_panel(
    painter: QPainter, rect: QRectF, fill: str, line: str, corner: float, *, dashed: bool = False
) -> None:
    """Paint a rounded panel with a hairline; an empty `fill` or `line` is left out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(line), 1) if line else QPen(Qt.PenStyle.NoPen)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    painter.restore()


def paint_focus(painter: QPainter, rect: QRectF, corner: float, colour: str = LIGHT.deep) -> None:
    """Paint the ring that shows where the keyboard is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), corner, corner)
    painter.restore()


def pill_width(text: str, symbol: str, face: QFont) -> float:
    """How wide `paint_pill` will be for this text and symbol."""
    pixels = face.pixelSize()
    mark = pixels * 1.05 if symbol else 0.0
    return QFontMetricsF(face).horizontalAdvance(text) + mark + pixels * 1.5


def pill_height(face: QFont) -> float:
    """How tall `paint_pill` will be in this font."""
    return round(face.pixelSize() * 1.7)


def paint_pill(
    painter: QPainter, rect: QRectF, text: str, symbol: str, face: QFont, fill: str, ink: str
) -> None:
    """Paint a pill with an optional symbol before its word; without a fill it is only outlined."""
    pixels = face.pixelSize()
    outline = "" if fill else LIGHT.dot
    paint_panel(painter, rect, fill, outline, rect.height() / 2, dashed=not fill)
    x = rect.x() + pixels * 0.75
    if symbol:
        centre = QPointF(x + pixels * 0.4, rect.center().y())
        paint_symbol(painter, symbol, centre, pixels * 0.85, QColor(ink))
        x += pixels * 1.05
    painter.setFont(face)
    painter.setPen(QColor(ink))
    words = QRectF(x, rect.y(), rect.right() - x - pixels * 0.4, rect.height())
    flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(words, flags, text)


def stamp_pill(
    painter: QPainter, rect: QRect, text: str, symbol: str, pixels: int, fill: str, ink: str
) -> None:
    """Put a pill whose word comes again and again at the left of a box, cut where it ends.

    It is painted once and then put down as a picture: a table of forty rows has two hundred.
    `pixels` is the size of its type, which is semibold.
    """
    sharp = painter.device().devicePixelRatioF()
    image = _pill(text, symbol, pixels, fill, ink, rect.width(), sharp)
    y = rect.y() + (rect.height() - round(image.height() / sharp)) // 2
    painter.drawImage(QPoint(rect.x(), y), image)


@lru_cache(maxsize=256)
def _pill(
    text: str, symbol: str, pixels: int, fill: str, ink: str, most: int, sharp: float
) -> QImage:
    face = font(pixels, 600)
    wide, tall = min(pill_width(text, symbol, face), most), pill_height(face)
    image = QImage(
        QSize(ceil(wide * sharp), ceil(tall * sharp)), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(sharp)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_pill(painter, QRectF(0, 0, wide, tall), text, symbol, face, fill, ink)
    painter.end()
    return image


def paint_field(painter: QPainter, rect: QRectF, *, lit: bool) -> None:
    """Paint the frame of a large field, deep and strong while the keyboard is in it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = rect.adjusted(1, 1, -1, -1)
    paint_panel(painter, box, LIGHT.card, "", CARD_CORNER)
    painter.setPen(QPen(QColor(LIGHT.deep if lit else LIGHT.line), 2 if lit else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, CARD_CORNER, CARD_CORNER)
