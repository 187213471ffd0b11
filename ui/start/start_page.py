"""The start page: what are you running today, and recent workshops.

It is painted before anything else is imported: journeys and workshops are handed to it afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.start.journey_card import JourneyCard
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Heading, PlainLabel

if TYPE_CHECKING:
    from ui.start.recent import RecentWorkshops

CARDS = 4


def greeting(hour: int) -> str:
    """Good morning, afternoon or evening, by the hour of the day (0 to 23)."""
    part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
    return f"Good {part}. What are you running today?"


class _Bar(QWidget):
    """The white bar along the top."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT.card))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(LIGHT.line))


class StartPage(QWidget):
    """The bar, the greeting and a card for each kind of workshop; the rest is handed in later.

    `painted` comes once, after the first picture; `journey_chosen` carries a journey's id.
    """

    painted = Signal()
    journey_chosen = Signal(str)
    open_asked = Signal()
    sample_asked = Signal()
    notes_asked = Signal()
    settings_asked = Signal()

    def __init__(self, hour: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Facilitator")
        self.setMinimumSize(900, 560)
        self.resize(1366, 768)
        self.cards = [JourneyCard(self, primary=at == 0) for at in range(CARDS)]
        self.recent: RecentWorkshops | None = None
        self._seen = False
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for at, card in enumerate(self.cards):
            cards.addWidget(card, 6 if at == 0 else 5)
            card.chosen.connect(self.journey_chosen)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(60, 32, 60, 24)
        column.setSpacing(0)
        column.addWidget(Heading(greeting(hour), inside))
        column.addSpacing(18)
        column.addLayout(cards)
        column.addSpacing(38)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar())
        whole.addWidget(area, 1)
        self.cards[0].setFocus()

    def _bar(self) -> QWidget:
        bar = _Bar(self)
        bar.setFixedHeight(52)
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 0, 18, 1)
        row.setSpacing(18)
        row.addWidget(PlainLabel("Facilitator", bar, size=16, weight=700), 1)
        for words, signal in (
            ("Open a file", self.open_asked),
            ("Take notes", self.notes_asked),
            ("Open the sample", self.sample_asked),
            ("Settings", self.settings_asked),
        ):
            button = QuietButton(words, bar)
            button.clicked.connect(signal)
            row.addWidget(button)
        return bar

    def show_journeys(self, journeys: list[tuple[str, str, str, str]]) -> None:
        """Show the kinds of workshop: id, title, summary and length of each, the fullest first."""
        for at, card in enumerate(self.cards):
            card.setVisible(at < len(journeys))
            if at < len(journeys):
                card.show_journey(*journeys[at])

    def show_recent(self, recent: RecentWorkshops) -> None:
        """Put the recent workshops under the cards."""
        if self.recent is None:
            self.recent = recent
            self._below.addWidget(recent)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell once that there is a picture: what is slow may be fetched now."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)
