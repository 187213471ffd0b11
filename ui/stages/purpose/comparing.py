"""Two drafts compared, word by word, in the place of the editor; the room sees the same."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.stages.purpose import Draft
from facilitator.wording_diff import Piece, compare
from ui.stages.purpose.words import change_in_words
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.scroll_bar import CalmScrollBar
from ui.widgets.wording import WordingView

_TALLEST = 210


class _Words(QScrollArea):
    """The words: as tall as they are, but never so tall that the drafts have no room."""

    def __init__(self, wording: WordingView, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.setAccessibleName("What changed, word by word")
        self.setWidget(wording)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(CalmScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        wording.setAutoFillBackground(False)

    def fit(self) -> None:
        """Take the height that the words need, up to a few lines."""
        tall = self._wording.heightForWidth(max(self.viewport().width(), 200))
        self._wording.setMinimumHeight(tall)
        most = Typography.current().px(_TALLEST)
        self.setFixedHeight(min(tall, most))
        # Only what is cut off needs the keyboard, to scroll it.
        reached = Qt.FocusPolicy.TabFocus if tall > most else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(reached)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Other widths need other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class Comparison(QWidget):
    """Which two drafts, how many words came and went, and the newer one with its marks.

    `left` when the facilitator is done with it.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Draft, Draft] | None = None
        self.title = PlainLabel("", self, size=15, weight=700, colour=LIGHT.deep)
        self.wording = WordingView(self)
        self._area = _Words(self.wording, self)
        self._legend = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.leave_button = QuietButton("Leave the comparison", self)
        self.leave_button.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.addWidget(self._legend, 1)
        foot.addWidget(self.leave_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self._area)
        column.addLayout(foot)
        self.hide()

    def show_pair(self, pair: tuple[Draft, Draft] | None) -> None:
        """Show what came and went from the older to the newer; nothing puts it away."""
        self.setVisible(pair is not None)
        if pair is None or pair == self._shown:
            self._shown = pair
            return
        self._shown = pair
        older, newer = pair
        found = compare(older.text, newer.text)
        self.title.setText(f"{older.label} → {newer.label} · {change_in_words(found)}")
        pieces = found.pieces if found.changed else (Piece(newer.text),)
        legend = "Underlined: what came. Struck through: what went."
        if found.rewritten:
            # Where everything came, a line under every word tells nothing.
            pieces = (Piece(newer.text), *pieces[1:])
            legend = f"Hardly a word stayed. Struck through, below {newer.label}: {older.label}."
        self.wording.show_pieces(pieces)
        self._legend.setText(legend if found.changed else "")
        self._area.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
