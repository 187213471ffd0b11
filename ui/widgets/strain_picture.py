"""The picture of strain: a line for each value over the minutes, and what was said of it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.stages.rehearsal.observing import StrainChart, StrainRow
from facilitator.stages.rehearsal.state import Verdict
from facilitator.stages.rehearsal.told import strain_in_words
from ui.theme.fonts import Typography, font
from ui.theme.tokens import LIGHT, Tokens
from ui.widgets.marks import paint_symbol
from ui.widgets.paragraph import Limits, Paragraph

SYMBOLS: dict[Verdict, str] = {"held": "●", "bent": "△", "broke": "✕"}
EMPTY = StrainChart((), 0, 0)
_ONE_LINE = int(Qt.TextFlag.TextSingleLine) | int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight) | _ONE_LINE
_STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240)
_TALLEST, _LEAST = 3.4, 1.5
"""The height of a line, as a multiple of the type: at most, and at least."""


def verdict_colour(verdict: Verdict, tokens: Tokens) -> QColor:
    """The colour that goes with a verdict; its symbol always stands with it."""
    named = {"held": tokens.will, "bent": tokens.gold, "broke": tokens.will_not}
    return QColor(named[verdict])


def paint_strain(
    painter: QPainter, rect: QRectF, chart: StrainChart, tokens: Tokens, pixels: int
) -> None:
    """Paint the picture; no type in it is smaller than `pixels`.

    Values that have no room are counted under the others.
    """
    if not chart.rows:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    axis_tall, legend_tall = pixels * 1.5, pixels * 2.0
    left = rect.width() * 0.3
    right = min(rect.width() * 0.26, pixels * 11)
    body = rect.height() - axis_tall - legend_tall
    shown = min(len(chart.rows), max(1, int(body / (pixels * _LEAST))))
    if shown < len(chart.rows):
        shown = max(1, int((body - pixels * 1.5) / (pixels * _LEAST)))
    more = len(chart.rows) - shown
    tall = min((body - (pixels * 1.5 if more else 0)) / shown, pixels * _TALLEST)
    across = QRectF(rect.x() + left, rect.y(), rect.width() - left - right, tall * shown)
    across.adjust(pixels, 0, -pixels * 1.6, 0)
    _paint_axis(painter, across, chart, tokens, pixels)
    for at, row in enumerate(chart.rows[:shown]):
        y = rect.y() + at * tall
        painter.fillRect(QRectF(rect.x(), y + tall - 1, rect.width(), 1), QColor(tokens.line))
        _paint_title(painter, QRectF(rect.x(), y, left, tall), row.title, tokens, pixels)
        _paint_marks(
            painter, QRectF(across.x(), y, across.width(), tall), chart, row, tokens, pixels
        )
        verdict = QRectF(rect.right() - right, y, right, tall)
        _paint_verdict(painter, verdict, row, tokens, pixels)
    if more:
        painter.setFont(font(pixels))
        painter.setPen(QColor(tokens.mute))
        said = f"and {more} more {'value' if more == 1 else 'values'}"
        foot = QRectF(rect.x(), across.bottom(), left, pixels * 1.5)
        painter.drawText(foot, _ONE_LINE, said)
    legend = QRectF(rect.x(), across.bottom() + axis_tall, rect.width(), legend_tall)
    if more:
        legend.translate(0, pixels * 0.4)
    _paint_legend(painter, legend, tokens, pixels)
    painter.restore()


def _place(across: QRectF, chart: StrainChart, minute: int) -> float:
    span = chart.last - chart.first
    share = (minute - chart.first) / span if span else 0.5
    return across.x() + across.width() * min(max(share, 0.0), 1.0)


def _ticks(chart: StrainChart, most: int) -> list[int]:
    """Round minutes, so few that they stand apart."""
    span = chart.last - chart.first
    step = next((s for s in _STEPS if span / s <= most), _STEPS[-1])
    start = -(-chart.first // step) * step
    return list(range(start, chart.last + 1, step)) or [chart.first]


def _paint_axis(
    painter: QPainter, across: QRectF, chart: StrainChart, tokens: Tokens, pixels: int
) -> None:
    face = font(pixels)
    painter.setFont(face)
    most = max(2, int(across.width() / (pixels * 4)))
    words = QRectF(0, across.bottom(), pixels * 6, pixels * 1.5)
    for minute in _ticks(chart, min(most, 8)):
        x = _place(across, chart, minute)
        painter.setPen(QPen(QColor(tokens.line), max(1.0, pixels * 0.06)))
        painter.drawLine(QPointF(x, across.y()), QPointF(x, across.bottom() + pixels * 0.2))
        painter.setPen(QColor(tokens.mute))
        words.moveLeft(x - words.width() / 2)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter) | _ONE_LINE, str(minute))
    painter.setPen(QColor(tokens.mute))
    name = QRectF(across.right() + pixels * 1.8, across.bottom(), pixels * 8, pixels * 1.5)
    painter.drawText(name, _ONE_LINE, "minute")


def _paint_title(painter: QPainter, rect: QRectF, title: str, tokens: Tokens, pixels: int) -> None:
    lines = max(1, min(2, int(rect.height() / (pixels * 1.25))))
    words = Paragraph(title, font(pixels, 600), Limits(rect.width() - pixels, 1.2, lines))
    words.draw(painter, rect.x(), rect.y() + (rect.height() - words.height) / 2, QColor(tokens.ink))


def _paint_marks(
    painter: QPainter,
    across: QRectF,
    chart: StrainChart,
    row: StrainRow,
    tokens: Tokens,
    pixels: int,
) -> None:
    """The marks at their minutes; those that would lie on one another stand side by side."""
    size = pixels * 1.15
    places = [_place(across, chart, minute) for minute, _ in row.marks]
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + size)
    for at in range(len(places) - 1, -1, -1):
        most = across.right() if at == len(places) - 1 else places[at + 1] - size
        places[at] = min(places[at], most)
    y = across.center().y()
    for x, (_, verdict) in zip(places, row.marks, strict=True):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.paper))
        painter.drawEllipse(QPointF(x, y), size * 0.5, size * 0.5)
        colour = verdict_colour(verdict, tokens)
        paint_symbol(painter, SYMBOLS[verdict], QPointF(x, y), size, colour)


def _paint_verdict(
    painter: QPainter, rect: QRectF, row: StrainRow, tokens: Tokens, pixels: int
) -> None:
    if row.verdict is None:
        painter.setFont(font(pixels))
        painter.setPen(QColor(tokens.mute))
        painter.drawText(rect, _ONE_LINE, "no verdict yet")
        return
    centre = QPointF(rect.x() + pixels * 0.5, rect.center().y())
    colour = verdict_colour(row.verdict, tokens)
    paint_symbol(painter, SYMBOLS[row.verdict], centre, pixels * 1.1, colour)
    face = font(pixels, 700)
    painter.setFont(face)
    painter.setPen(colour)
    words = rect.adjusted(pixels * 1.4, 0, 0, 0)
    painter.drawText(words, _ONE_LINE, row.verdict)
    if row.minute is not None:
        words.adjust(QFontMetricsF(face).horizontalAdvance(row.verdict + " "), 0, 0, 0)
        painter.setFont(font(pixels))
        painter.setPen(QColor(tokens.mute))
        painter.drawText(words, _ONE_LINE, f"at {row.minute}")


def _paint_legend(painter: QPainter, rect: QRectF, tokens: Tokens, pixels: int) -> None:
    """The symbols and their words, from the right."""
    face = font(pixels)
    painter.setFont(face)
    x = rect.right()
    for verdict in reversed(SYMBOLS):
        wide = QFontMetricsF(face).horizontalAdvance(verdict)
        painter.setPen(QColor(tokens.mute))
        painter.drawText(QRectF(x - wide - 2, rect.y(), wide + 2, rect.height()), _RIGHT, verdict)
        centre = QPointF(x - wide - pixels * 0.8, rect.center().y())
        paint_symbol(painter, SYMBOLS[verdict], centre, pixels, verdict_colour(verdict, tokens))
        x -= wide + pixels * 2.6


class StrainPicture(QWidget):
    """The picture on the console, as tall as it has values, with its words for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = EMPTY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Strain on the values, minute by minute")

    def show_chart(self, chart: StrainChart) -> None:
        """Show this chart."""
        if chart != self._chart or not self.accessibleDescription():
            self._chart = chart
            self.setAccessibleDescription(strain_in_words(chart))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A line for each value, the axis and what the marks mean."""
        px = Typography.current().px
        return QSize(px(560), px(36) * len(self._chart.rows) + px(50))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The whole of it."""
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        pixels = Typography.current().px(12.5)
        paint_strain(QPainter(self), QRectF(self.rect()), self._chart, LIGHT, pixels)
