"""The picture of feelings: two means on one scale, joined, and on either side the words said.

It is given what may leave the console and nothing else. A hollow mark is before, a full one after.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.stages.rehearsal.feeling import Together
from facilitator.stages.rehearsal.told import feelings_in_words
from ui.theme.fonts import Typography, font
from ui.theme.tokens import LIGHT, Tokens
from ui.widgets.marks import paint_symbol
from ui.widgets.paragraph import Limits, Paragraph

NOTHING = Together(0, None, ())
_LEVELS = 5
_LARGEST = 2.4
"""The word most often said, as a multiple of the smallest type."""
_ONE_LINE = int(Qt.TextFlag.TextSingleLine) | int(Qt.AlignmentFlag.AlignVCenter)


def paint_feelings(
    painter: QPainter, rect: QRectF, before: Together, after: Together, tokens: Tokens, pixels: int
) -> None:
    """Paint the picture; no type in it is smaller than `pixels`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    foot = pixels * 3.2
    side = rect.width() * 0.29
    words_tall = rect.height() - foot
    scale = QRectF(rect.x() + side, rect.y(), rect.width() - 2 * side, rect.height() - foot)
    scale.adjust(pixels * 2, pixels * 1.4, -pixels * 2, -pixels * 0.8)
    _paint_scale(painter, scale, tokens, pixels)
    places = []
    for at, (when, each) in enumerate((("Before", before), ("Afterwards", after))):
        x = scale.x() + scale.width() * (0.26, 0.74)[at]
        centre = QPointF(x, _level(scale, each.mean)) if each.mean is not None else None
        places.append(centre)
        under = QRectF(x - scale.width() * 0.3, scale.bottom() + pixels * 0.9, 0, 0)
        under.setSize(QRectF(0, 0, scale.width() * 0.6, pixels * 2.7).size())
        _paint_count(painter, under, when, each, tokens, pixels)
        beside = QRectF(rect.x() if at == 0 else rect.right() - side, rect.y(), side, words_tall)
        _paint_words(painter, beside, each, tokens, pixels)
    first, last = places
    if first is not None and last is not None:
        painter.setPen(QPen(QColor(tokens.mute), max(1.5, pixels * 0.14)))
        painter.drawLine(first, last)
    for at, (centre, each) in enumerate(zip(places, (before, after), strict=True)):
        if centre is not None:
            _paint_mean(painter, centre, each, tokens, pixels, after=at == 1)
    painter.restore()


def _level(scale: QRectF, mean: float) -> float:
    return scale.bottom() - scale.height() * (mean - 1) / (_LEVELS - 1)


def _paint_scale(painter: QPainter, scale: QRectF, tokens: Tokens, pixels: int) -> None:
    painter.setFont(font(pixels))
    for level in range(1, _LEVELS + 1):
        y = _level(scale, level)
        painter.setPen(QPen(QColor(tokens.line), max(1.0, pixels * 0.06)))
        painter.drawLine(QPointF(scale.x(), y), QPointF(scale.right(), y))
        said = {1: "1  at ease", _LEVELS: f"{_LEVELS}  tense"}.get(level, str(level))
        painter.setPen(QColor(tokens.mute))
        box = QRectF(scale.x(), y - pixels * 1.25, scale.width(), pixels * 1.2)
        painter.drawText(box, _ONE_LINE, said)


def _paint_mean(
    painter: QPainter, centre: QPointF, each: Together, tokens: Tokens, pixels: int, *, after: bool
) -> None:
    size = pixels * 1.5
    ground = QColor(tokens.paper)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(centre, size * 0.46, size * 0.46)
    paint_symbol(painter, "●" if after else "○", centre, size, QColor(tokens.deep))
    face = font(pixels * 1.6, 700)
    painter.setFont(face)
    painter.setPen(QColor(tokens.ink))
    said = f"{each.mean:.1f}"
    wide = QFontMetricsF(face).horizontalAdvance(said)
    x = centre.x() + size * 0.7 if after else centre.x() - size * 0.7 - wide
    box = QRectF(x, centre.y() - pixels, wide + 2, pixels * 2)
    painter.fillRect(box.adjusted(-2, pixels * 0.2, 2, -pixels * 0.2), ground)
    painter.drawText(box, _ONE_LINE, said)


def _paint_count(
    painter: QPainter, rect: QRectF, when: str, each: Together, tokens: Tokens, pixels: int
) -> None:
    middle = int(Qt.AlignmentFlag.AlignHCenter) | _ONE_LINE
    half = rect.height() / 2
    painter.setFont(font(pixels, 700))
    painter.setPen(QColor(tokens.ink))
    painter.drawText(QRectF(rect.x(), rect.y(), rect.width(), half), middle, when)
    painter.setFont(font(pixels))
    painter.setPen(QColor(tokens.mute))
    said = f"{each.count} {'check-in' if each.count == 1 else 'check-ins'}"
    if QFontMetricsF(font(pixels)).horizontalAdvance(said) > rect.width() * 0.8:
        said = str(each.count)
    painter.drawText(QRectF(rect.x(), rect.y() + half, rect.width(), half), middle, said)


def _paint_words(
    painter: QPainter, rect: QRectF, each: Together, tokens: Tokens, pixels: int
) -> None:
    """The words in lines, each as large as it was often said, in the middle of their box."""
    if not each.words:
        said = "Nobody checked in" if not each.count else "No word was said by three or more"
        if each.count and each.mean is None:
            said = "Too few to tell more"
        words = Paragraph(said, font(pixels), Limits(rect.width() * 0.8, 1.35, 0, rect.height()))
        y = rect.y() + (rect.height() - words.height) / 2
        words.draw(painter, rect.x() + (rect.width() - words.width) / 2, y, QColor(tokens.mute))
        return
    lines, left = _lines(each.words, rect, pixels)
    y = rect.y() + (rect.height() - sum(tall for tall, _ in lines)) / 2
    for tall, line in lines:
        wide = sum(w for *_, w in line) + pixels * 0.8 * (len(line) - 1)
        x = rect.x() + (rect.width() - wide) / 2
        for word, size, weight, w in line:
            painter.setFont(font(size, weight))
            painter.setPen(QColor(tokens.ink if weight == 700 else tokens.mute))
            painter.drawText(QRectF(x, y, w + 2, tall), _ONE_LINE, word)
            x += w + (pixels * 0.8 if weight == 400 else pixels * 0.3)
        y += tall
    if left:
        painter.setFont(font(pixels))
        painter.setPen(QColor(tokens.mute))
        middle = int(Qt.AlignmentFlag.AlignHCenter) | _ONE_LINE
        painter.drawText(
            QRectF(rect.x(), y, rect.width(), pixels * 1.4), middle, f"and {left} more"
        )


_Piece = tuple[str, float, int, float]
"""Words, their size, their weight, their width."""


def _lines(
    words: tuple[tuple[str, int], ...], rect: QRectF, pixels: int
) -> tuple[list[tuple[float, list[_Piece]]], int]:
    """The words laid out in lines, as (height, pieces), and how many had no room."""
    most = max(times for _, times in words)
    lines: list[tuple[float, list[_Piece]]] = []
    used = wide = 0.0
    for at, (word, times) in enumerate(words):
        size = pixels * (1 + (_LARGEST - 1) * times / most)
        wanted = QFontMetricsF(font(size, 700)).horizontalAdvance(word)
        counted = QFontMetricsF(font(pixels)).horizontalAdvance(str(times)) + pixels * 0.3
        if wanted + counted > rect.width():
            size = max(pixels, size * (rect.width() - counted) / wanted - 1)
        face = QFontMetricsF(font(size, 700))
        shown = face.elidedText(word, Qt.TextElideMode.ElideRight, rect.width() - counted)
        pieces = [
            (shown, size, 700, face.horizontalAdvance(shown)),
            (str(times), float(pixels), 400, counted - pixels * 0.3),
        ]
        takes = pieces[0][3] + counted
        if lines and wide + pixels * 0.8 + takes <= rect.width():
            lines[-1][1].extend(pieces)
            wide += pixels * 0.8 + takes
            continue
        tall = size * 1.3
        spare = pixels * 1.4 if at < len(words) - 1 else 0
        if lines and used + tall + spare > rect.height():
            return lines, len(words) - at
        lines.append((tall, pieces))
        used += tall
        wide = takes
    return lines, 0


class FeelingsPicture(QWidget):
    """The picture on the console, with its words for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = self._after = NOTHING
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Feelings before and after")

    def show_feelings(self, before: Together, after: Together) -> None:
        """Show these."""
        if (before, after) != (self._before, self._after) or not self.accessibleDescription():
            self._before, self._after = before, after
            self.setAccessibleDescription(feelings_in_words(before, after))
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the page."""
        px = Typography.current().px
        return QSize(px(560), px(216))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Tall enough to be read."""
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        pixels = Typography.current().px(12.5)
        painter = QPainter(self)
        paint_feelings(painter, QRectF(self.rect()), self._before, self._after, LIGHT, pixels)
