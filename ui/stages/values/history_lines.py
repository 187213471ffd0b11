"""The lines of a value's history as they stand on the page: a date, a line, a wording."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.chronicle import Line
from facilitator.days import day_in_words
from facilitator.wording_diff import Piece, differences
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT, position_look
from ui.widgets.labels import SectionLabel
from ui.widgets.marks import paint_symbol
from ui.widgets.paragraph import Limits, Paragraph, Run
from ui.widgets.wording import WordingView

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


@dataclass(frozen=True)
class _Placed:
    """Something on the page: how far from its left edge, and the air over and under it."""

    widget: QWidget
    left: int = 0
    above: int = 0
    below: int = 0

    def height(self, width: int) -> int:
        """How high it is on a page of this width."""
        inside = max(width - self.left, 1)
        if self.widget.sizePolicy().hasHeightForWidth():
            return self.widget.heightForWidth(inside)
        return self.widget.sizeHint().height()


class HistoryList(QWidget):
    """Every line under its date, and each wording that moved under its line.

    It places them itself, one after another: Qt's own column asks each for its height again
    whenever one is added, which for two hundred lines took half a minute.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._placed: list[list[_Placed]] = []
        self._tall: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; those at the beginning that are shown already stay as they are."""
        same = 0
        for old, new in zip(self._lines, lines, strict=False):
            if old != new:
                break
            same += 1
        for placed in chain.from_iterable(self._placed[same:]):
            placed.widget.hide()
            placed.widget.deleteLater()
        del self._placed[same:]
        day = next((line.day for line in reversed(lines[:same]) if line.day), "")
        for line in lines[same:]:
            self._placed.append(list(self._made(line, day)))
            day = line.day or day
        self._lines = list(lines)
        self._tall.clear()
        self._arrange()
        self.updateGeometry()

    def lines(self) -> list[Line]:
        """What is shown."""
        return self._lines

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines at this width."""
        if width not in self._tall:
            every = chain.from_iterable(self._placed)
            self._tall[width] = sum(p.above + p.height(width) + p.below for p in every)
        return self._tall[width]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As it is wide, and the height that goes with it."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow, and not high."""
        return QSize(240, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The lines wrap to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the application's type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._tall.clear()
            self._arrange()
            self.updateGeometry()

    def _arrange(self) -> None:
        y = 0
        for placed in chain.from_iterable(self._placed):
            height = placed.height(self.width())
            y += placed.above
            placed.widget.setGeometry(placed.left, y, max(self.width() - placed.left, 1), height)
            placed.widget.show()
            y += height + placed.below

    def _made(self, line: Line, day: str) -> Iterator[_Placed]:
        if line.day and line.day != day:
            yield _Placed(SectionLabel(day_in_words(line.day), parent=self), above=16, below=4)
        yield _Placed(HistoryLine(line, self))
        if line.after:
            wording = SmallWording(self)
            moved = differences(line.before, line.after) if line.before else [Piece(line.after)]
            wording.show_pieces(moved)
            yield _Placed(wording, Typography.current().px(_LEFT), above=2, below=10)
