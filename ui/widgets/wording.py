"""A wording set large, with what changed marked: underlined where it came, struck where it went."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.wording_diff import Change, Piece
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT

_LEADING = 1.2
_MOST_WIDTHS = 8


class WordingView(QWidget):
    """The words of a value or a statement; a change is told by a line as well as by colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._laid: dict[tuple[int, int], tuple[QTextLayout, int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these words."""
        if tuple(pieces) == self._pieces:
            return
        self._pieces = tuple(pieces)
        self._laid = {}
        self.setAccessibleName("".join(p.text for p in pieces if p.change != "removed"))
        added = [p.text.strip() for p in pieces if p.change == "added" and p.text.strip()]
        removed = [p.text.strip() for p in pieces if p.change == "removed" and p.text.strip()]
        said = [f"added: {'; '.join(added)}"] if added else []
        said += [f"removed: {'; '.join(removed)}"] if removed else []
        self.setAccessibleDescription(". ".join(said))
        self.updateGeometry()
        self.update()

    def pieces(self) -> tuple[Piece, ...]:
        """The words shown now."""
        return self._pieces

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the words at this width."""
        return self._layout(width)[1] if self._pieces else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width, and the height that goes with it."""
        return QSize(560, self.heightForWidth(max(560, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """At least one line."""
        return QSize(200, Typography.current().px(30) if self._pieces else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the words."""
        if self._pieces:
            painter = QPainter(self)
            painter.setPen(QColor(LIGHT.ink))
            self._layout(self.width())[0].draw(painter, QPointF(0, 0))

    def _layout(self, width: int) -> tuple[QTextLayout, int]:
        """The words laid out for a width, and the height that they take."""
        # A layout asks for the height at one width and at another, again and again.
        key = (width, Typography.current().body)
        if key in self._laid:
            return self._laid[key]
        text = "".join(p.text for p in self._pieces).replace("\n", "\u2028")
        font = self._font(len(text))
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.setCacheEnabled(True)
        step = font.pixelSize() * _LEADING
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height + (step - line.height()) / 2))
            height += max(step, line.height() - font.pixelSize() * 0.35)
        layout.endLayout()
        if len(self._laid) >= _MOST_WIDTHS:
            self._laid = {}
        self._laid[key] = layout, round(height) + 4
        return self._laid[key]

    @staticmethod
    def _font(length: int) -> QFont:
        """Smaller as the words grow, so that a long wording leaves room for the rest."""
        size = 24 if length <= 170 else 20 if length <= 340 else 16
        return Typography.current().font(size, 700)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        made: list[QTextLayout.FormatRange] = []
        start = 0
        for piece in self._pieces:
            length = len(piece.text.encode("utf-16-le")) // 2
            if piece.change != "same" and piece.text.strip():
                entry = QTextLayout.FormatRange()
                entry.start, entry.length = start, length
                entry.format = _look(piece.change)
                made.append(entry)
            start += length
        return made


def _look(change: Change) -> QTextCharFormat:
    style = QTextCharFormat()
    if change == "added":
        style.setBackground(QColor(LIGHT.deep_soft))
        style.setFontUnderline(True)
        style.setUnderlineColor(QColor(LIGHT.deep))
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    else:
        style.setBackground(QColor(LIGHT.accent_soft))
        style.setForeground(QColor(LIGHT.on_accent_soft))
        style.setFontStrikeOut(True)
    return style
