"""The timeline of a scenario: what arrived, what is to come, and where the clock stands.

In play its marks are chosen, moved, held, skipped and released; in the debrief it is the memory.
timeline_places.py says where the marks stand, timeline_shapes.py how they look.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.stages.rehearsal.timeline.places import (
    LANES,
    Crowd,
    Placed,
    Scale,
    TimelineMark,
    placed,
)
from ui.stages.rehearsal.timeline.shapes import Shown, paint_timeline
from ui.theme.fonts import Typography
from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.marks import paint_focus, paint_panel

KEYS = (("← →", "another"), ("+ − 0", "nearer, farther, all"), ("Enter", "look at it"))
"""What every timeline does by key."""
PLAY_KEYS = (("R", "release now"), ("S", "skip"), ("H", "hold, let go"), ("Alt ← →", "a minute"))
"""What it does besides where marks are movable."""

_HOW = "← → choose · + − nearer or farther · Enter look at it"
_HOW_MOVED = "F comes here · ← → choose · Alt ← → or drag: another minute · + − nearer, farther"
_NEARER = 1.6
_CLICK = 4
_ACTS = {Qt.Key.Key_R: "R", Qt.Key.Key_S: "S", Qt.Key.Key_H: "H"}
_HELD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class Timeline(QWidget):
    """Minutes along, a mark for each thing that happened or is to come, and the line of now.

    `chosen` and `opened` carry the id of a mark; `asked` a key ("R", "S", "H") and an id; `moved`
    an id and the whole minute that it was moved to; `unable` when a letter was pressed on what has
    arrived, or on what is no news; `keyboard_moved` when the keyboard came or went. Keeps only what
    is chosen and how near one looks.
    """

    chosen = Signal(str)
    opened = Signal(str)
    asked = Signal(str, str)
    moved = Signal(str, int)
    unable = Signal()
    keyboard_moved = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "Timeline") -> None:
        super().__init__(parent)
        self._name = name
        self._marks: tuple[TimelineMark, ...] = ()
        self._now: float | None = None
        self._at = ""
        self._scale = Scale()
        self._placed: tuple[list[Placed], list[Crowd]] = ([], [])
        self._pressed: tuple[float, str, float] | None = None
        self._dragged: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_marks(self, marks: Sequence[TimelineMark], now_second: int | None) -> None:
        """Show these marks, and where the scenario clock stands (in seconds; None for nowhere)."""
        ordered = tuple(sorted(marks, key=lambda mark: mark.minute))
        if ordered != self._marks:
            self._marks = ordered
            if self.mark() is None:
                self._at = ""
            self._fit_to_marks(None if now_second is None else now_second / 60)
            self._tell()
        self.show_now(now_second)

    def show_now(self, second: int | None) -> None:
        """Show where the scenario clock stands, in seconds; None for nowhere."""
        now = None if second is None else second / 60
        if now != self._now:
            self._now = now
            self._keep_up(now)
            self.update()

    def mark(self) -> TimelineMark | None:
        """The mark that is chosen."""
        return next((mark for mark in self._marks if mark.key == self._at), None)

    def marks(self) -> tuple[TimelineMark, ...]:
        """All marks, in the order of their minutes."""
        return self._marks

    def seen(self) -> tuple[float, float]:
        """The first and the last minute that are seen."""
        return self._scale.left, self._scale.left + self._scale.span

    def choose(self, each: str, kind: str = "inject") -> None:
        """Choose a mark by its id, without telling of it; an id that is not here chooses none."""
        key = f"{kind} {each}"
        if key != self._at:
            self._at = key if any(mark.key == key for mark in self._marks) else ""
            self._bring_up_chosen()

    def place_of(self, each: str, kind: str = "inject") -> QPointF | None:
        """Where a mark stands in the widget; None while it is out of sight or in a crowd."""
        key = f"{kind} {each}"
        return next((self._point(p) for p in self._placed[0] if p.mark.key == key), None)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as may be; the words, the lanes and the minutes, one under the other."""
        px = Typography.current().px
        return QSize(400, px(32) + LANES * self._lane() + px(24))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It is never cut in its height."""
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose, move, look nearer or farther; ask what the letters ask."""
        key, held = Qt.Key(event.key()), event.modifiers() & _HELD
        other = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        )
        chosen = self.mark()
        if other:
            event.ignore()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if key == Qt.Key.Key_Right else -1
            if held:
                self._move(by)
            else:
                self._step(by)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._marks:
            self._take(self._marks[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_NEARER)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _NEARER)
        elif key == Qt.Key.Key_0:
            self.zoom(0)
        elif key == Qt.Key.Key_Escape and self._pressed is not None:
            self._let_go()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.opened.emit(chosen.id)
        elif key in _ACTS and chosen is not None and not held:
            if chosen.movable:
                self.asked.emit(_ACTS[key], chosen.id)
            else:
                self.unable.emit()
        else:
            event.ignore()

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Look so much nearer, or farther (below 1); 0 shows everything.

        Around a minute, else around the chosen mark, else around now.
        """
        if factor == 0:
            self._scale = self._scale.by(1e-6, self._scale.first)
        else:
            chosen = self.mark()
            middle = self._scale.left + self._scale.span / 2
            centre = chosen.minute if chosen else self._now if self._now is not None else middle
            centre = centre if self._scale.sees(centre) else middle
            self._scale = self._scale.by(factor, centre if around is None else around)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl looks nearer or farther; without it, a zoomed timeline goes along."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            around = self._scale.minute_at(event.position().x())
            self.zoom(_NEARER if turned > 0 else 1 / _NEARER, around)
            event.accept()
        elif self._scale.zoomed:
            self._pan_to(self._scale.left - turned / 120 * self._scale.span * 0.12)
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of a mark, or of the ground."""
        if event.button() == Qt.MouseButton.LeftButton:
            under = self._under(event.position())
            if under is not None:
                self._take(under)
            key = under.key if under is not None else ""
            self._pressed = (event.position().x(), key, self._scale.left)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag a mark from minute to minute, or the ground along."""
        if self._pressed is None:
            return
        start, key, left = self._pressed
        by = event.position().x() - start
        if not key:
            self._pan_to(left - by / self._scale.per_minute)
            return
        mark = self.mark()
        if mark is not None and mark.movable and (abs(by) >= _CLICK or self._dragged is not None):
            self._dragged = max(0, round(mark.minute + by / self._scale.per_minute))
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let it go where it is."""
        mark, minute = self.mark(), self._dragged
        self._let_go()
        if mark is not None and minute is not None and minute != int(mark.minute):
            self.moved.emit(mark.id, minute)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Look at a mark."""
        under = self._under(event.position())
        if under is not None:
            self.opened.emit(under.id)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at what comes next."""
        super().focusInEvent(event)
        if self.mark() is None and self._marks:
            now = self._now or 0.0
            self._at = next((m for m in self._marks if m.minute >= now), self._marks[-1]).key
            self._bring_up_chosen()
        self.update()
        self.keyboard_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """A drag ends where it began."""
        super().focusOutEvent(event)
        self._let_go()
        self.keyboard_moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the marks out for another width."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, the minutes, the marks and the line of now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        paint_panel(painter, whole, LIGHT.card, LIGHT.line, CORNER)
        if self.hasFocus():
            paint_focus(painter, whole, CORNER)
        dragged = None if self._dragged is None else (self._at, self._dragged)
        shown = Shown(
            self._scale, self._now, self._at, self._words(), dragged, self._base(), self._lane()
        )
        paint_timeline(painter, whole, self._placed, shown)

    def _words(self) -> str:
        mark = self.mark()
        if mark is None and self._marks:
            return _HOW_MOVED if any(m.movable for m in self._marks) else _HOW
        if mark is None:
            return "Nothing is on the timeline yet."
        if self._dragged is not None:
            return f"{mark.name} · to minute {self._dragged}"
        return mark.spoken()

    def _step(self, by: int) -> None:
        """Choose the mark beside; the ends stay."""
        keys = [mark.key for mark in self._marks]
        if keys:
            at = keys.index(self._at) + by if self._at in keys else 0
            self._take(self._marks[min(max(at, 0), len(keys) - 1)])

    def _move(self, by: int) -> None:
        mark = self.mark()
        if mark is not None and mark.movable:
            self.moved.emit(mark.id, max(0, int(mark.minute) + by))

    def _take(self, mark: TimelineMark) -> None:
        if mark.key != self._at:
            self._at = mark.key
            self._bring_up_chosen()
            self.chosen.emit(mark.id)

    def _bring_up_chosen(self) -> None:
        mark = self.mark()
        if mark is not None and not self._scale.sees(mark.minute):
            self._scale = self._scale.showing(mark.minute)
        self._lay_out()
        self._tell()
        self.update()

    def _let_go(self) -> None:
        self._pressed = self._dragged = None
        self.update()

    def _pan_to(self, left: float) -> None:
        self._scale = self._scale.moved_to(left)
        self._lay_out()

    def _keep_up(self, now: float | None) -> None:
        """A view that is zoomed in goes with the clock once that reaches its right edge."""
        left, right = self.seen()
        late = right - (right - left) * 0.1
        if now is None or self._pressed is not None:
            return
        if now > self._scale.last:
            self._fit_to_marks(now)
        elif self._scale.zoomed and late < now <= right:
            self._pan_to(now - self._scale.span / 3)

    def _fit_to_marks(self, now: float | None) -> None:
        minutes = [mark.minute for mark in self._marks] + ([] if now is None else [now])
        first, last = min(minutes, default=0.0), max(minutes, default=30.0)
        air = max(1.0, (last - first) * 0.04)
        # Whole steps, so that the picture does not creep while the clock passes the last mark.
        end = -(-(last + air) // 5) * 5
        self._scale = self._scale.about(max(0.0, float(int(first - air))), end)
        self._lay_out()

    def _lay_out(self) -> None:
        px = Typography.current().px
        whole = not self._scale.zoomed
        self._scale = Scale(
            self._scale.first,
            self._scale.last,
            self._scale.first if whole else self._scale.left,
            self._scale.whole if whole else self._scale.span,
            self.width(),
            px(16),
        )
        self._placed = placed(self._marks, self._scale, px(17), letter=px(6.4), chosen=self._at)
        self.update()

    def _under(self, at: QPointF) -> TimelineMark | None:
        """The mark under the mouse, the nearest where two are."""
        reach = Typography.current().px(11)
        near = [((self._point(each) - at).manhattanLength(), each.mark) for each in self._placed[0]]
        distance, mark = min(near, key=lambda one: one[0], default=(reach + 1.0, None))
        return mark if distance <= reach else None

    def _point(self, each: Placed) -> QPointF:
        return QPointF(each.x, self._base() - (each.lane + 0.6) * self._lane())

    def _base(self) -> float:
        """The y of the line of minutes."""
        return self.height() - Typography.current().px(22)

    def _lane(self) -> int:
        return Typography.current().px(18)

    def _tell(self) -> None:
        """Say to a screen reader what is chosen."""
        mark = self.mark()
        told = f"{self._name}: {mark.spoken()}" if mark else f"{self._name}, {len(self._marks)}"
        if told != self.accessibleName():
            self.setAccessibleName(told)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
