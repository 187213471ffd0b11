"""What every page of the rehearsal shares: the rehearsal in hand, and a column that scrolls."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.guide import Stage, Step
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.page import Page, SideNote
from ui.stages.rehearsal.words import feeling_lines, in_hand, scenario_minute
from ui.stages.scrolled import scrolled
from ui.widgets.notices import EmptyState

_AIR = 24
"""Pixels that stay free over and under what has the keyboard."""


class _Inside(QWidget):
    """What scrolls: as tall as its parts are at the width there is.

    Left to itself it would be as tall as they would be at the least width, and end in blank paper.
    """

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The least width; the height goes with the width."""
        return QSize(super().minimumSizeHint().width(), 0)


class RehearsalPage(Page):
    """A page about the rehearsal in hand; it says so when none has been chosen.

    A page puts its parts into `column` and shows them in `show_rehearsal`. It scrolls as a whole,
    unless `scrolls` is off because a table in it does.
    """

    scrolls = True

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.inside = _Inside() if self.scrolls else QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 8, 8)
        self.column.setSpacing(10)
        self.area: QScrollArea | None = None
        if self.scrolls:
            self.area = scrolled(self.inside, step.title)
            self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._keyboard_moved)
        self.none_chosen = EmptyState(
            "No scenario yet",
            "Choose one in the step “Brief”: then everything here is about it.",
            parent=self,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.none_chosen, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self.area or self.inside, 1)

    @property
    def found(self) -> Rehearsal | None:
        """The rehearsal in hand."""
        return in_hand(self.desk.workshop, self.desk.focus)

    @property
    def rehearsal(self) -> str:
        """Its id; nothing while there is none, which the commands then refuse in plain words."""
        found = self.found
        return found.id if found else ""

    @property
    def minute(self) -> int:
        """The minute of the stage that the scenario clock is in."""
        found = self.found
        return scenario_minute(found, self.stage, self.desk.seconds()) if found else 0

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the rehearsal in hand, or what to do first."""
        found = in_hand(workshop, self.desk.focus)
        self.none_chosen.setVisible(found is None)
        (self.area or self.inside).setVisible(found is not None)
        if found is not None:
            self.show_rehearsal(workshop, found)

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show this rehearsal."""
        raise TypeError(f"{type(self).__name__} does not say how it shows a rehearsal")

    def side_notes(self, workshop: Workshop) -> tuple[SideNote, ...]:
        """How people feel, before and now: how many, and the mean."""
        found = in_hand(workshop, self.desk.focus)
        lines = feeling_lines(found) if found else ()
        return (SideNote("How people feel", lines),) if lines else ()

    def bring_up(self, widget: QWidget) -> None:
        """Scroll so that it can be seen, once everything stands where it will."""
        QTimer.singleShot(0, self, partial(self._bring_up, widget))

    def _bring_up(self, widget: QWidget) -> None:
        if self.area is not None and widget.isVisible():
            self.area.ensureWidgetVisible(widget, 0, 40)
            self.keep_in_view()

    def keep_in_view(self) -> None:
        """Scroll, where it must be, so that what has the keyboard can be seen."""
        at = QApplication.focusWidget()
        if (
            self.area is None
            or at is None
            or not at.isVisible()
            or not self.inside.isAncestorOf(at)
        ):
            return
        if not isinstance(at, QAbstractItemView):
            self.area.ensureWidgetVisible(at, 0, _AIR)
            return
        row = at.visualRect(at.currentIndex())
        if row.isValid():
            top = at.viewport().mapTo(self.inside, QPoint(0, row.top())).y()
            seen = self.area.verticalScrollBar().value()
            if seen <= top and top + row.height() <= seen + self.area.viewport().height():
                # What can be seen does not move: the title of the page may stand above it.
                return
            self.area.ensureVisible(0, top + row.height() // 2, 0, row.height() // 2 + _AIR)

    def _keyboard_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        # What the mouse is on must not move away under it.
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not by_mouse and self.inside.isAncestorOf(new):
            QTimer.singleShot(0, self, self.keep_in_view)
