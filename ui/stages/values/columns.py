"""We will and we will not, side by side, as they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.paragraph import Limits, Paragraph

_BETWEEN = 26
_MOST_LINES = 3
_MOST_WIDTHS = 8


class BehaviourColumns(QWidget):
    """The behaviours of one value in two columns, a hairline under each; without any, nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._will: tuple[str, ...] = ()
        self._will_not: tuple[str, ...] = ()
        self._heights: dict[tuple[int, int], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_behaviours(self, will: Sequence[str], will_not: Sequence[str]) -> None:
        """Show what we will do, and what we will not."""
        if (tuple(will), tuple(will_not)) == (self._will, self._will_not):
            return
        self._will, self._will_not = tuple(will), tuple(will_not)
        self._heights = {}
        said = [f"We will: {'; '.join(will)}"] if will else []
        said += [f"We will not: {'; '.join(will_not)}"] if will_not else []
        self.setAccessibleName(". ".join(said))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the longer column at this width."""
        type_ = Typography.current()
        key = (width, type_.body)
        if key not in self._heights:
            if len(self._heights) >= _MOST_WIDTHS:
                self._heights = {}
            tall = max(self._tall(lines, width) for lines in (self._will, self._will_not))
            self._heights[key] = type_.px(23) + tall
        return self._heights[key]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width, and the height that goes with it."""
        return QSize(560, self.heightForWidth(max(560, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The heads and a line."""
        return QSize(240, Typography.current().px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint both columns."""
        painter = QPainter(self)
        wide = self._wide(self.width())
        self._column(painter, 0, "We will", LIGHT.will, self._will)
        self._column(painter, wide + _BETWEEN, "We will not", LIGHT.will_not, self._will_not)

    def _column(
        self, painter: QPainter, x: int, head: str, colour: str, lines: tuple[str, ...]
    ) -> None:
        type_ = Typography.current()
        wide = self._wide(self.width())
        title = Paragraph(head, type_.font(14.5, 700), Limits(wide, 1.3, 1))
        title.draw(painter, x, 0, QColor(colour))
        y = float(type_.px(23))
        for at, line in enumerate(lines):
            words = self._line(line, wide)
            words.draw(painter, x, y + type_.px(5), QColor(LIGHT.ink))
            y += words.height + type_.px(11)
            if at < len(lines) - 1:
                painter.fillRect(x, round(y), wide, 1, QColor(LIGHT.line))
        if not lines:
            none = Paragraph("nothing named yet", type_.font(13), Limits(wide, 1.35, 1))
            none.draw(painter, x, y + type_.px(5), QColor(LIGHT.mute))

    def _tall(self, lines: tuple[str, ...], width: int) -> int:
        px = Typography.current().px
        wide = self._wide(width)
        return round(sum(self._line(line, wide).height + px(11) for line in lines)) or px(26)

    @staticmethod
    def _wide(width: int) -> int:
        return max((width - _BETWEEN) // 2, 80)

    @staticmethod
    def _line(text: str, wide: int) -> Paragraph:
        return Paragraph(text, Typography.current().font(13.5), Limits(wide, 1.35, _MOST_LINES))
