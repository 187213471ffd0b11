"""The row of keys under a field: a keycap and what it does, and a quiet remark at the end."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.marks import paint_panel


class KeyHint(QWidget):
    """Keys and what they do, wrapped over as many lines as they need."""

    def __init__(self, keys: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[tuple[str, str], ...] = ()
        self._tail = ""
        self._placed: dict[tuple[int, int], list[tuple[QRectF, str, bool]]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_keys(keys)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys, as (key, what it does)."""
        if tuple(keys) == self._keys:
            return
        self._keys = tuple(keys)
        self._tell()
        self.updateGeometry()

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The keys shown now, as (key, what it does)."""
        return self._keys

    def show_tail(self, text: str) -> None:
        """Show a remark after the keys."""
        if text != self._tail:
            before = self.heightForWidth(self.width())
            self._tail = text
            self._tell()
            # The tail counts cards: a page is laid out again only where it needs another line.
            if self.heightForWidth(self.width()) != before:
                self.updateGeometry()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines at this width."""
        places = self._places(width)
        return round(places[-1][0].bottom()) + 1 if places else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width, and the height that goes with it."""
        return QSize(480, self.heightForWidth(max(480, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """At least one line."""
        return QSize(120, Typography.current().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the keycaps and the words."""
        painter = QPainter(self)
        for rect, text, is_key in self._places(self.width()):
            if is_key:
                paint_panel(painter, rect, LIGHT.card, LIGHT.line, 4)
            painter.setFont(self._font(key=is_key))
            painter.setPen(QColor(LIGHT.mute))
            middle = Qt.AlignmentFlag.AlignVCenter
            align = Qt.AlignmentFlag.AlignHCenter if is_key else Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect, int(align | middle) | int(Qt.TextFlag.TextSingleLine), text)

    def _tell(self) -> None:
        said = ". ".join(f"{key}: {does}" for key, does in self._keys)
        self.setAccessibleName(". ".join(part for part in (said, self._tail) if part))
        self._placed.clear()
        self.update()

    def _places(self, width: int) -> list[tuple[QRectF, str, bool]]:
        """Where each keycap and each word stands: (rectangle, text, whether it is a keycap)."""
        known = self._placed.get((width, Typography.current().body))
        if known is None:
            known = self._place(width)
            self._placed[width, Typography.current().body] = known
        return known

    def _place(self, width: int) -> list[tuple[QRectF, str, bool]]:
        px = Typography.current().px
        cap, words = QFontMetricsF(self._font(key=True)), QFontMetricsF(self._font(key=False))
        tall, gap = px(17), px(10)
        places: list[tuple[QRectF, str, bool]] = []
        x = y = 0.0
        tail = f"·  {self._tail}" if self._tail and self._keys else self._tail
        for key, does in (*self._keys, ("", tail)):
            if not does:
                continue
            key_wide = cap.horizontalAdvance(key) + px(10) if key else 0
            word_x = key_wide + px(5) if key else 0
            wide = word_x + words.horizontalAdvance(does)
            if x and x + wide > width:
                x, y = 0.0, y + px(23)
                if not key and does is tail:
                    # The dot parts it from what stands before it; on a line of its own is nothing.
                    does, wide = self._tail, words.horizontalAdvance(self._tail)
            if key:
                places.append((QRectF(x, y, key_wide, tall), key, True))
            places.append((QRectF(x + word_x, y, wide - word_x + 2, tall), does, False))
            x += wide + gap
        return places

    @staticmethod
    def _font(*, key: bool) -> QFont:
        return Typography.current().font(11 if key else 12.5)
