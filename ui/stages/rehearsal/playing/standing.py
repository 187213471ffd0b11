"""What stands over every page while a story stands still: the stop word, or a laptop away."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.stages.rehearsal.clock import go_on
from ui.desk import Desk
from ui.stages.rehearsal.playing.inject_clock import Gap, InjectClock
from ui.stages.rehearsal.words import counted, stop_in_force
from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.clock_ring import clock_words
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_panel


class _Deliberate(PrimaryButton):
    """Pressed by Enter and the mouse; where it is `deliberate` not by Space.

    The keyboard is taken to it from the middle of a sentence, and the next key may be a space.
    """

    deliberate = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave Space alone."""
        if not (self.deliberate and event.key() == Qt.Key.Key_Space):
            super().keyPressEvent(event)


class StandingStill(QWidget):
    """Says that everything stands still, why, and the one way on; hidden while nothing does.

    The stop word goes before a gap: the story would not go on while it holds.
    """

    def __init__(self, desk: Desk, injects: InjectClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._injects = injects
        self.title = PlainLabel("", self, size=17, weight=700, colour=LIGHT.on_accent_soft)
        self.words = PlainLabel("", self, size=13.5, colour=LIGHT.on_accent_soft)
        self.go_on = _Deliberate("Go on together", self)
        self.count = QuietButton("", self)
        self.go_on.clicked.connect(self._go_on)
        self.count.clicked.connect(lambda: injects.go_on(with_gap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.count)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 14, 12)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(buttons)
        injects.gap_changed.connect(self.show_state)
        desk.changed.connect(lambda *_: self.show_state())
        self.hide()
        self.show_state()

    def show_state(self) -> None:
        """Show what stands still now, or nothing."""
        gap = self._injects.gap
        if stop_in_force(self._desk.workshop) is not None:
            self._show(
                "Everything stands still.",
                "The stop word was said. The story, its clock and the clock of the step wait, and "
                "the room sees a calm screen. Nobody is named, and nothing arrives meanwhile.",
            )
            self.go_on.setText("Go on together")
            self.go_on.show_key("F9")
            self.go_on.deliberate = True
            self.count.hide()
        elif gap is not None:
            self._show_gap(gap)
        else:
            self.hide()

    def begin(self) -> None:
        """The keyboard on the way on."""
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the soft ground and the bar at its left."""
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), LIGHT.accent_soft, "", CORNER)
        bar = QRectF(0, CORNER, 3, self.height() - 2 * CORNER)
        paint_panel(painter, bar, LIGHT.accent, "", 1)

    def _show_gap(self, gap: Gap) -> None:
        stands = clock_words(gap.second)
        coming = len(self._injects.would_arrive())
        news = {0: "nothing arrives", 1: "one inject arrives"}.get(
            coming, f"{coming} injects arrive"
        )
        self._show(
            f"The laptop was away for {length_words(gap.away)}. "
            f"The story stands at {stands}, where it was.",
            f"Nothing is lost. If the time away counts, {news} at once.",
        )
        self.go_on.setText(f"Go on from {stands}")
        self.go_on.show_key("")
        self.go_on.deliberate = False
        self.count.setText(f"Count the time away ({clock_words(gap.with_it)})")
        self.count.show()

    def _show(self, title: str, words: str) -> None:
        told = title != self.title.text() or self.isHidden()
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleName(f"{title} {words}")
        self.show()
        if told:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _go_on(self) -> None:
        stopped = stop_in_force(self._desk.workshop)
        if stopped is not None:
            self._desk.do(go_on, stopped.id, self._desk.seconds())
        else:
            self._injects.go_on(with_gap=False)


def length_words(seconds: float) -> str:
    """How long something took: "58 minutes", "9 hours 12 minutes"."""
    minutes = max(1, int(seconds // 60))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return counted(minutes, "minute", "minutes")
    said = counted(hours, "hour", "hours")
    return f"{said} {counted(rest, 'minute', 'minutes')}" if rest else said
