"""The lines of a value's history as they stand on the page: a date, a line, a wording."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.chronicle import Line
from facilitator.chronicle.words import a_day
from ui.stages.values.wording import WordingView
from ui.stages.values.wording_diff import Piece, differences
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT, position_look
from ui.widgets.labels import SectionLabel
from ui.widgets.marks import paint_symbol
from ui.widgets.paragraph import Limits, Paragraph, Run

_TIME = 54
_MARK = 24
_LEFT = _TIME + _MARK


class HistoryLine(QWidget):
    """When, who, what, and under it why. A position has its mark before it."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._laid: tuple[int, int, list[Paragraph]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(line.spoken())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the words at this width."""
        px = Typography.current().px
        return round(sum(part.height for part in self._parts(width))) + px(8)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width, and the height that goes with it."""
        return QSize(560, self.heightForWidth(max(560, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line."""
        return QSize(240, Typography.current().px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line."""
        painter = QPainter(self)
        type_ = Typography.current()
        y = float(type_.px(4))
        time = Paragraph(self.line.minute, type_.font(13), Limits(type_.px(_TIME), 1.45, 1))
        time.draw(painter, 0, y, QColor(LIGHT.mute))
        if self.line.code:
            look = position_look(self.line.code)
            centre = QPointF(type_.px(_TIME) + type_.px(6), y + type_.px(10))
            # The ink of its pill, or its colour where the pill is filled with that.
            ink = look.colour if look.on_soft == look.on_colour else look.on_soft
            paint_symbol(painter, look.symbol, centre, type_.px(12), QColor(ink or LIGHT.mute))
        for at, part in enumerate(self._parts(self.width())):
            part.draw(painter, type_.px(_LEFT), y, QColor(LIGHT.mute if at else LIGHT.ink))
            y += part.height

    def _parts(self, width: int) -> list[Paragraph]:
        """The line itself, and the words under it, laid out for a width."""
        type_ = Typography.current()
        if self._laid is None or self._laid[:2] != (width, type_.body):
            wide = max(width - type_.px(_LEFT), type_.px(120))
            who, what = f"{self.line.who}  " if self.line.who else "", self.line.what
            runs = (Run(who, 700), Run(what))
            parts = [Paragraph(who + what, type_.font(14), Limits(wide, 1.45), runs)]
            if self.line.why:
                parts.append(Paragraph(self.line.why, type_.font(13.5), Limits(wide, 1.45)))
            self._laid = (width, type_.body, parts)
        return self._laid[2]


class SmallWording(WordingView):
    """A wording as it stands among the lines: smaller than the one that the page is about."""

    @staticmethod
    def _font(length: int) -> QFont:
        return Typography.current().font(16.5 if length <= 340 else 14.5, 600)


class HistoryList(QWidget):
    """Every line under its date, and each wording that moved under its line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; nothing happens when they are the ones shown."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for widget in self._widgets():
            self._column.addWidget(widget)

    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def _widgets(self) -> Iterator[QWidget]:
        day = ""
        for line in self._lines:
            if line.day and line.day != day:
                day = line.day
                yield _Indented(SectionLabel(a_day(day)), 0, self, above=16, below=4)
            yield HistoryLine(line, self)
            if line.after:
                wording = SmallWording()
                moved = differences(line.before, line.after) if line.before else [Piece(line.after)]
                wording.show_pieces(moved)
                yield _Indented(wording, _LEFT, self, above=2, below=10)


class _Indented(QWidget):
    """Something with air around it."""

    def __init__(
        self, inside: QWidget, left: int, parent: QWidget, *, above: int, below: int
    ) -> None:
        super().__init__(parent)
        px = Typography.current().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(left) if left else 0, above, 0, below)
        row.addWidget(inside)
