"""How a timeline looks: a shape for every kind and state, so that none is told by colour alone."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.stages.rehearsal.timeline.places import Crowd, Placed, Scale, TimelineMark
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.marks import paint_symbol

_LEAST_NAME = 60
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True)
class Shown:
    """What a timeline shows besides its marks.

    The key of the chosen mark and its words; the key and the minute of one that is dragged; the y
    of the line of minutes and the height of a lane, in pixels.
    """

    scale: Scale
    now: float | None
    chosen: str
    words: str
    dragged: tuple[str, int] | None
    base: float
    lane: int


def paint_timeline(
    painter: QPainter, whole: QRectF, laid: tuple[list[Placed], list[Crowd]], shown: Shown
) -> None:
    """Paint the words of the chosen mark, the minutes, the marks and the line of now."""
    type_ = Typography.current()
    px = type_.px
    margin = shown.scale.margin
    painter.setFont(type_.font(12.5, 600 if shown.chosen else 400))
    painter.setPen(QColor(LIGHT.ink if shown.chosen else LIGHT.mute))
    words = QRectF(margin, px(6), whole.width() - 2 * margin, px(18))
    painter.drawText(words, _MIDDLE, _cut(shown.words, painter.font(), words.width()))
    _paint_minutes(painter, whole, shown)
    places, crowds = laid
    if shown.now is not None and shown.scale.sees(shown.now):
        x = shown.scale.x_of(shown.now)
        painter.setPen(QPen(QColor(LIGHT.accent), 2))
        painter.drawLine(QPointF(x, px(28)), QPointF(x, shown.base + px(4)))
    for each in places:
        if shown.dragged is None or each.mark.key != shown.dragged[0]:
            _paint_placed(painter, each, shown)
    for crowd in crowds:
        y = shown.base - 3.45 * shown.lane
        painter.setFont(type_.font(10.5, 700))
        painter.setPen(QColor(LIGHT.mute))
        painter.drawText(QRectF(crowd.x - 20, y - 5, 40, 12), int(_CENTRE), f"+{crowd.count}")
    if shown.dragged is not None:
        _paint_dragged(painter, places, shown)


_CENTRE = Qt.AlignmentFlag.AlignCenter


def _paint_minutes(painter: QPainter, whole: QRectF, shown: Shown) -> None:
    type_, scale = Typography.current(), shown.scale
    painter.setPen(QPen(QColor(LIGHT.dot), 1.4))
    left, right = scale.margin * 0.6, whole.width() - scale.margin * 0.6
    painter.drawLine(QPointF(left, shown.base), QPointF(right, shown.base))
    step = scale.every()
    minute = int(-(-scale.left // step) * step)
    painter.setFont(type_.font(11))
    while minute <= scale.left + scale.span + 0.01:
        x = scale.x_of(minute)
        painter.setPen(QPen(QColor(LIGHT.dot), 1))
        painter.drawLine(QPointF(x, shown.base - 3), QPointF(x, shown.base + 3))
        painter.setPen(QColor(LIGHT.mute))
        box = QRectF(x - 24, shown.base + 3, 48, type_.px(15))
        painter.drawText(box, int(_CENTRE), f"{minute}")
        minute += step


def _paint_placed(painter: QPainter, each: Placed, shown: Shown) -> None:
    type_ = Typography.current()
    y = shown.base - (each.lane + 0.6) * shown.lane
    here = each.mark.key == shown.chosen
    if here:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.deep_soft))
        painter.drawEllipse(QPointF(each.x, y), shown.lane * 0.55, shown.lane * 0.55)
    paint_mark(painter, each.mark, QPointF(each.x, y), type_.px(11))
    if each.room > min(_LEAST_NAME, type_.px(7) * len(each.mark.name)):
        face = type_.font(11.5, 600 if here else 400)
        painter.setFont(face)
        painter.setPen(QColor(LIGHT.ink if here else LIGHT.mute))
        at = each.x + type_.px(10)
        name = _cut(each.mark.name, face, each.room - 2)
        painter.drawText(QRectF(at, y - shown.lane / 2, each.room, shown.lane), _MIDDLE, name)


def _paint_dragged(painter: QPainter, places: list[Placed], shown: Shown) -> None:
    """The mark under the hand, and a line down to the minute that it would go to."""
    assert shown.dragged is not None
    key, minute = shown.dragged
    each = next((place for place in places if place.mark.key == key), None)
    if each is not None:
        x = shown.scale.x_of(minute)
        y = shown.base - (each.lane + 0.6) * shown.lane
        painter.setPen(QPen(QColor(LIGHT.deep), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, y), QPointF(x, shown.base))
        paint_mark(painter, each.mark, QPointF(x, y), Typography.current().px(13))


def paint_mark(painter: QPainter, mark: TimelineMark, at: QPointF, size: float) -> None:
    """Paint one mark around a point, `size` pixels across.

    News is round, for one role only square; a decision point is a diamond. Filled is what has
    happened, hollow what is to come.
    """
    painter.save()
    done = mark.state in ("arrived", "decided")
    ink = QColor(LIGHT.deep if done else LIGHT.dot)
    match mark.kind:
        case "decision":
            _diamond(painter, at, size * 0.62, ink, filled=done)
        case "note":
            painter.setPen(QPen(QColor(LIGHT.gold), 2.2))
            painter.drawLine(QPointF(at.x(), at.y() - size / 2), QPointF(at.x(), at.y() + size / 2))
        case "strain":
            paint_symbol(painter, "△", at, size * 1.1, QColor(LIGHT.accent))
        case "response":
            painter.setPen(QPen(QColor(LIGHT.deep), 2))
            painter.drawLine(at - QPointF(size * 0.4, 0), at + QPointF(size * 0.4, 0))
        case "stop":
            _bars(painter, at, size, QColor(LIGHT.accent))
        case _:
            _news(painter, mark, at, size, ink)
    painter.restore()


def _news(painter: QPainter, mark: TimelineMark, at: QPointF, size: float, ink: QColor) -> None:
    if mark.state == "skipped":
        paint_symbol(painter, "✕", at, size, ink)
        return
    if mark.state == "not needed":
        paint_symbol(painter, "–", at, size, ink)
        return
    half = size / 2
    waits = mark.state.startswith("waits")
    pen = QPen(ink, 1.8)
    if waits:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(ink if mark.state == "arrived" else QColor(LIGHT.card))
    box = QRectF(at.x() - half, at.y() - half, size, size)
    if mark.private:
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.drawEllipse(box)
    if mark.state == "held":
        _bars(painter, at, size * 0.5, QColor(LIGHT.ink))


def _bars(painter: QPainter, at: QPointF, size: float, ink: QColor) -> None:
    """Two upright bars: it stands still."""
    painter.setPen(QPen(ink, max(1.6, size * 0.25)))
    for x in (at.x() - size * 0.25, at.x() + size * 0.25):
        painter.drawLine(QPointF(x, at.y() - size * 0.45), QPointF(x, at.y() + size * 0.45))


def _diamond(painter: QPainter, at: QPointF, half: float, ink: QColor, *, filled: bool) -> None:
    painter.setPen(QPen(ink, 1.8))
    painter.setBrush(ink if filled else QColor(LIGHT.card))
    corners = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


def _cut(text: str, face: QFont, room: float) -> str:
    return QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room)
