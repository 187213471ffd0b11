"""A card with words on which something is marked, a position's pill, and who said it and when."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.wording_diff import Piece, around_changes, compare, differences
from ui.theme.fonts import Typography
from ui.theme.tokens import CORNER, LIGHT, PositionLook
from ui.widgets.marks import paint_panel, paint_pill, pill_height, pill_width
from ui.widgets.paragraph import Limits, Paragraph, Run

_PAD = 11
_MOST_LINES = 14
_AROUND = 9
"""Words beside what is marked that are shown of a long text."""
_SHORT = 240
"""Characters of a text that is shown whole."""


def marked(text: str, other: str) -> tuple[Piece, ...]:
    """A text in pieces, with what the other one says differently as what was added.

    Of a long text only what differs is shown, and some words around it. Of two that share hardly a
    word nothing is marked: a line under everything tells nothing.
    """
    if not other or text == other or compare(other, text).rewritten:
        return (Piece(text),) if text else ()
    pieces = [piece for piece in differences(other, text) if piece.change != "removed"]
    return tuple(pieces) if len(text) <= _SHORT else around_changes(pieces, _AROUND)


class AnswerCard(QWidget):
    """One of several answers: its words, the position where it is one, and who gave it."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        meta: str,
        look: PositionLook | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pieces = tuple(pieces)
        self._meta = meta
        self._look = look
        words = "".join(piece.text for piece in self._pieces)
        self.setAccessibleName(", ".join(p for p in (look.says if look else "", words, meta) if p))
        differs = [p.text.strip() for p in self._pieces if p.change == "added" and p.text.strip()]
        if differs:
            self.setAccessibleDescription(f"Only here: {'; '.join(differs)}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def pieces(self) -> tuple[Piece, ...]:
        """The words, with what only they say as what was added."""
        return self._pieces

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height that pill, words and meta take at this width."""
        words, meta = self._laid(width)
        return round(2 * _PAD + self._pill_tall() + words.height + meta.height) + 1

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width, and the height that goes with it."""
        return QSize(320, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two stand side by side on a small laptop; how tall they are comes from their width."""
        return QSize(150, Typography.current().px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the panel, the pill, the words and who said them."""
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), LIGHT.card, LIGHT.line, CORNER)
        words, meta = self._laid(self.width())
        y = float(_PAD)
        if self._look is not None:
            face = Typography.current().font(12, 600)
            look = self._look
            wide = min(pill_width(look.word, look.symbol, face), self.width() - 2 * _PAD)
            box = QRectF(_PAD, y, wide, pill_height(face))
            paint_pill(painter, box, look.word, look.symbol, face, look.soft, look.on_soft)
            y += self._pill_tall()
        words.draw(painter, _PAD, y, QColor(LIGHT.ink))
        meta.draw(painter, _PAD, y + words.height, QColor(LIGHT.mute))

    def _pill_tall(self) -> float:
        if self._look is None:
            return 0.0
        return pill_height(Typography.current().font(12, 600)) + 4

    def _laid(self, width: int) -> tuple[Paragraph, Paragraph]:
        type_, room = Typography.current(), max(width - 2 * _PAD, 20)
        text = "".join(piece.text for piece in self._pieces)
        limits = Limits(room, 1.45, _MOST_LINES if text else 1)
        runs = [_run(piece) for piece in self._pieces]
        words = Paragraph(text, type_.font(14.5), limits, runs if any(r.line for r in runs) else ())
        if not text:
            words.height = 0
        return words, Paragraph(self._meta, type_.font(12), Limits(room, 1.4, 3))


def _run(piece: Piece) -> Run:
    """Marked by a line as well as by its ground."""
    if piece.change == "same" or not piece.text.strip():
        return Run(piece.text)
    return Run(piece.text, line="under", ground=LIGHT.deep_soft)
