"""A value's history as a page to read: how the wording moved, who moved it, and why.

For the facilitator's eyes. It takes nothing in hand: whichever value is read here, the room's
screen stays with the one that the group is at.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.chronicle import chronicle
from facilitator.stages.values import on_the_table
from facilitator.wording_diff import Piece
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.scrolled import scrolled
from ui.stages.values.history_lines import HistoryList
from ui.stages.values.in_hand import following, in_hand, mark, standing_words
from ui.stages.values.rail import RailItem, ValueRail
from ui.widgets.labels import Eyebrow
from ui.widgets.notices import EmptyState
from ui.widgets.wording import WordingView

_LINE = 48


class HistoryPage(QWidget):
    """The wording large, and under it what happened, in order."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.value = ""
        self._told: tuple[str, int, str] = ("", -1, "")
        self._rail: ValueRail | None = None
        self.eyebrow = Eyebrow("", self)
        self.wording = WordingView()
        self.lines = HistoryList()
        self.empty = EmptyState(
            "No value is on the table yet",
            "Once one is proposed, what happens to it is told here: how its wording moved, who "
            "moved it, and why.",
            parent=self,
        )
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 10, 20)
        inside.setSpacing(6)
        for part in (self.wording, self.lines, self.empty):
            inside.addWidget(part)
        inside.addStretch(1)
        self.area = scrolled(content, "History")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.verticalScrollBar().setSingleStep(_LINE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.eyebrow)
        column.addWidget(self.area, 1)
        self.setFocusProxy(self.area)
        for keys, by in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))

    def read(self, value: str) -> None:
        """Show the history of the value of that id, from its beginning."""
        self.value = value
        self.show_workshop(self.desk.workshop)
        self.area.verticalScrollBar().setValue(0)

    def step(self, by: int) -> None:
        """Go on to the history of the value so many places down the list, round the end."""
        self.read(following(self.desk.workshop, self.value, by))

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the value's history as it is told now."""
        value = in_hand(workshop, self.value)
        self.value = value.id if value else ""
        self.empty.setVisible(value is None)
        for part in (self.wording, self.lines):
            part.setVisible(value is not None)
        if self._rail is not None:
            self._rail.show_values(_items(workshop), self.value)
        history = self.desk.session.history
        told = (self.value, len(history), history.last_id)
        if told == self._told:
            return
        self._told = told
        self.lines.show_lines(chronicle(history, self.value) if value else ())
        if value is None:
            self.eyebrow.setText("History")
            return
        self.eyebrow.setText(f"History · {value.title} · {standing_words(workshop, value.id)}")
        self.wording.show_pieces([Piece(value.wording)])
        self.area.setAccessibleName(f"The history of “{value.title}”")

    def rail(self) -> QWidget:
        """The values on the table, to read the history of another."""
        if self._rail is None:
            self._rail = ValueRail()
            self._rail.propose_button.hide()
            self._rail.chosen.connect(self.read)
            self._rail.entered.connect(self.begin)
            self._rail.show_values(_items(self.desk.workshop), self.value)
        return self._rail

    def begin(self) -> None:
        """The keyboard scrolls the page."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, pages: int) -> None:
        """Scroll by so many screens, less a line that stays to read on from."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + pages * max(bar.pageStep() - _LINE, _LINE))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Home and End go to either end."""
        bar = self.area.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)


def _items(workshop: Workshop) -> list[RailItem]:
    return [
        RailItem(v.id, v.title, standing_words(workshop, v.id), mark(workshop, v.id))
        for v in on_the_table(workshop)
    ]
