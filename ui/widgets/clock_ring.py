"""The clock: a ring that empties and the minutes and seconds that are left."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Typography, clock_font
from ui.theme.tokens import LIGHT


def clock_words(seconds_left: int) -> str:
    """Minutes and seconds, as in `06:32`; past the end it counts up, as in `+01:05`."""
    minutes, seconds = divmod(abs(seconds_left), 60)
    return f"{'+' if seconds_left < 0 else ''}{minutes:02d}:{seconds:02d}"


def paint_ring(
    painter: QPainter, rect: QRectF, left: float, stroke: float, ring: QColor, track: QColor
) -> None:
    """Paint a ring of which the part `left`, from 0 to 1, is still to come, from the top round."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = stroke / 2
    circle = rect.adjusted(inset, inset, -inset, -inset)
    pen = QPen(track, stroke)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawEllipse(circle)
    pen.setColor(ring)
    painter.setPen(pen)
    painter.drawArc(circle, 90 * 16, -round(360 * 16 * min(max(left, 0.0), 1.0)))
    painter.restore()


class ClockRing(QWidget):
    """The console's clock. Past the end it turns vermilion and counts up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._total, self._running = 0, 0, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_clock(0, 0, running=False)

    def show_clock(self, seconds_left: int, total: int, *, running: bool) -> None:
        """Show the time left of `total` seconds; less than nothing is time over."""
        shown = (seconds_left, total, running)
        if shown == (self._left, self._total, self._running) and self.accessibleName():
            return
        longer = len(clock_words(seconds_left)) != len(clock_words(self._left))
        self._left, self._total, self._running = shown
        state = "over time by" if seconds_left < 0 else "left"
        words = clock_words(seconds_left).lstrip("+")
        said = f"{state} {words}" if seconds_left < 0 else f"{words} {state}"
        self.setAccessibleName(said if running else f"{said}, paused")
        if longer:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The ring and the figures."""
        px = Typography.current().px
        figures = QFontMetricsF(clock_font(px(20))).horizontalAdvance(clock_words(self._left))
        return QSize(px(38) + round(figures) + 2, px(32))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The clock is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ring and the figures."""
        px = Typography.current().px
        over = self._left < 0
        painter = QPainter(self)
        size = px(28)
        ring = QRectF(0, (self.height() - size) / 2, size, size)
        colour = LIGHT.accent if over else LIGHT.deep if self._running else LIGHT.dot
        left = 1.0 if over else self._left / self._total if self._total else 0.0
        paint_ring(painter, ring, left, px(5), QColor(colour), QColor(LIGHT.line))
        painter.setFont(clock_font(px(20)))
        painter.setPen(QColor(LIGHT.accent if over else LIGHT.ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(self.rect().adjusted(px(38), 0, 0, 0), flags, clock_words(self._left))
