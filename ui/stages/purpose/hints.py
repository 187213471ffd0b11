"""Hints in the loose pile: cards that sound alike, offered and never put together by themselves."""

from collections.abc import Generator, Mapping, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.stages.purpose.alike import Ear, Group
from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import OneLine, PlainLabel, as_tip
from ui.widgets.marks import paint_focus, paint_panel

MOST_HINTS = 3
_EXCERPT = 30
_SLICE = 0.006
"""Seconds of listening at a time: less than half of a frame."""
_PAUSE = 120
"""Milliseconds after a change before it listens: keys that follow each other come first."""

Texts = tuple[Mapping[str, str], Mapping[str, Sequence[str]], tuple[str, ...]]
"""The loose cards, the texts of each theme, and the questions that were asked."""


class Listener(QObject):
    """Listens for cards that sound alike while nothing else is to be done.

    `heard` carries all groups, the surest first. What was put `aside` is not heard again.
    """

    heard = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ear: Ear | None = None
        self._texts: Texts | None = None
        self._apart: frozenset[frozenset[str]] = frozenset()
        self._hearing: Generator[None, None, list[Group]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def listen(self, texts: Texts) -> None:
        """Listen to these texts, once nothing else is to be done; to the same ones only once."""
        if texts != self._texts:
            self._texts = texts
            self._begin(_PAUSE)

    def put_aside(self, group: Group) -> None:
        """Never hear this group again, nor one that holds a pair of it."""
        self._apart |= group.pairs
        self._begin(0)

    def _begin(self, pause: int) -> None:
        self._hearing = None
        self._timer.start(pause)

    def _go_on(self) -> None:
        if self._texts is None:
            return
        if self._hearing is None:
            loose, themes, asked = self._texts
            if not loose:
                self.heard.emit([])
                return
            if self._ear is None:
                self._ear = Ear()
            self._hearing = self._ear.hear(loose, themes, asked, self._apart)
        until = perf_counter() + _SLICE
        try:
            while perf_counter() < until:
                next(self._hearing)
        except StopIteration as heard:
            self._hearing = None
            self.heard.emit(heard.value)
        else:
            self._timer.start(0)


class HintLine(QWidget):
    """One hint. A click, Enter or G takes it; the cross, X or Delete puts it aside."""

    taken = Signal()
    put_aside = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_hand = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._what = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._in_short = OneLine("", self, size=12.5, colour=LIGHT.mute)
        self._offer = PlainLabel("", self, size=12.5, weight=700, colour=LIGHT.deep)
        self.cross = QuietButton("✕", self)
        self.cross.setAccessibleName("Put this hint aside")
        self.cross.setToolTip("Put this hint aside, X")
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setFixedSize(28, 26)
        self.cross.clicked.connect(self.put_aside)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._in_short)
        words.addWidget(self._offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 5, 5, 5)
        row.setSpacing(6)
        row.addLayout(words, 1)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)

    def show_words(self, what: str, offer: str, whole: str) -> None:
        """Show what sounds alike and what is offered; `whole` are the cards' full words."""
        self._what.setText(what)
        self._in_short.setText(what)
        self._offer.setText(offer)
        self.setToolTip(as_tip(whole))
        self.setAccessibleName(f"{whole} {offer}")

    def show_in_hand(self, in_hand: bool) -> None:
        """Show whether the keys mean this hint; only then it takes the room for all it says."""
        self._in_hand = in_hand
        self._what.setVisible(in_hand)
        self._offer.setVisible(in_hand)
        self._in_short.setVisible(not in_hand)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space take the hint."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click takes the hint."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.taken.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The keys mean this hint now."""
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the soft ground, with a bar at the left of the one in hand."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_panel(painter, rect, LIGHT.deep_soft if self._in_hand else LIGHT.rail, "", CORNER)
        if self.hasFocus():
            paint_focus(painter, rect, CORNER)


class Hints(QWidget):
    """The hints of the loose pile, three at most; hidden while there are none.

    `taken` and `put_aside` carry the `Group`, `count_changed` nothing.
    """

    taken = Signal(object)
    put_aside = Signal(object)
    count_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._at = 0
        self.lines = [HintLine(self) for _ in range(MOST_HINTS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for at, line in enumerate(self.lines):
            line.taken.connect(lambda at=at: self.taken.emit(self._groups[at]))
            line.put_aside.connect(lambda at=at: self.put_aside.emit(self._groups[at]))
            line.entered.connect(lambda at=at: self._mark(at))
            line.hide()
            column.addWidget(line)
        self.hide()

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is offered now."""
        return self._groups

    @property
    def in_hand(self) -> Group | None:
        """The hint that the keys mean; None when there is none."""
        return self._groups[self._at] if self._groups else None

    def show_groups(
        self, groups: Sequence[Group], texts: Mapping[str, str], themes: Mapping[str, str]
    ) -> None:
        """Offer the surest of these; `texts` are the words of cards, `themes` names by id."""
        shown = tuple(groups[:MOST_HINTS])
        before, self._groups = self._groups, shown
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(shown))
            if at < len(shown):
                line.show_words(*words_of(shown[at], texts, themes))
        self.setVisible(bool(shown))
        if before != shown:
            self._mark(0)
            self.count_changed.emit()

    def stand_on(self, card: str) -> None:
        """The keyboard is on a card: a hint that names it is in hand."""
        at = next((at for at, group in enumerate(self._groups) if card in group.cards), -1)
        if at >= 0:
            self._mark(at)

    def _mark(self, at: int) -> None:
        self._at = at if at < len(self._groups) else 0
        for number, line in enumerate(self.lines):
            line.show_in_hand(number == self._at)


def words_of(
    group: Group, texts: Mapping[str, str], themes: Mapping[str, str]
) -> tuple[str, str, str]:
    """What a hint says: what sounds alike, in short; what is offered; and the full words."""
    words = [texts[card] for card in group.cards]
    short = [f"“{_excerpt(text)}”" for text in words]
    many = len(words)
    if group.theme:
        name = themes[group.theme]
        who = short[0] if many == 1 else f"{short[0]} and {many - 1} more"
        sound = "sounds" if many == 1 else "sound"
        what = f"{who} {sound} like “{_excerpt(name)}”:"
        offer = "put it there?" if many == 1 else "put them there?"
        whole = f"{' / '.join(words)} – {sound} like “{name}”:"
        return what, offer, whole
    if many == 2:
        what = f"{short[0]} and {short[1]} sound alike:"
    else:
        what = f"{short[0]} and {many - 1} more sound alike:"
    return what, "put them together?", f"{' / '.join(words)} – sound alike:"


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    whole_words = line[: _EXCERPT + 1].rpartition(" ")[0] or line[:_EXCERPT]
    return f"{whole_words.rstrip(' ,.;:')}…"
