"""Looking back: the history of a value, and the whole console as it stood at any moment.

Only the console travels. The room's screen, its preview and the clocks are given the present by
the console itself, which keeps the present's desk all the while.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from ui.console.shelf import Shelf
from ui.console.words import what_happened
from ui.desk import PastDesk
from ui.stages.values.in_hand import following
from ui.theme.tokens import LIGHT

if TYPE_CHECKING:
    from ui.console.window import Console
    from ui.stages.values.history import HistoryPage

_LINE = 48


class TimeTravel(QObject):
    """Takes the console into the history of a value and into the past, and back again."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._console = console
        self._line = console.time_line
        self._came_from: QWidget | None = None
        self._ground = console.palette().color(QPalette.ColorRole.Window)
        self.history: HistoryPage | None = None
        self.reading = False
        self.shelf: Shelf | None = None
        # The slider goes with the hand; the page follows as soon as the hand leaves it time to.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_past)
        line = self._line
        line.moved.connect(self._moved)
        line.back_asked.connect(self.back)
        line.slider.step_asked.connect(self.by_step)
        line.slider.value_asked.connect(self._another_value)
        line.slider.scroll_asked.connect(self._scroll)
        console.desk.history_asked.connect(self.read)

    @property
    def away(self) -> bool:
        """Whether the console shows anything but the page of the step in hand."""
        return self.reading or self.shelf is not None

    def read(self, value: str = "") -> None:
        """Show the history of a value; without its id, of the one in hand."""
        if self.shelf is not None:
            self.to_now()
        if not self.away:
            self._remember()
        page = self._history_page()
        self.reading = True
        page.read(value or page.desk.focus.value)
        self._show_history()

    def refresh(self) -> None:
        """The present has changed: the history is told anew, the past stays as it is."""
        if self.reading and self.shelf is None:
            self._history_page().show_workshop(self._console.desk.workshop)
            self._stand_at_now()

    def look_back(self, entry: str = "") -> None:
        """Show the workshop as it stood after an entry; without one, after the newest."""
        desk = self._console.desk
        if self.shelf is None:
            if not self.away:
                self._remember()
            past = desk.look_back(entry)
            past.refused.connect(lambda reason, _offer: self._console.notice.tell(reason))
            past.refocused.connect(self._show_past)
            self.shelf = Shelf(past, self._console.pages, read=True)
            self._dress(LIGHT.gold_soft)
        else:
            desk.look_back(entry)
        # Before the page goes that has the keyboard, or Qt would give it to what it finds next.
        self._line.show()
        self._line.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_past()

    def to_now(self) -> None:
        """Come back to the present, to where one was in it."""
        if self.shelf is None:
            return
        shelf, self.shelf = self.shelf, None
        self._console.desk.return_to_now()
        self._console.notice.dismiss()
        self._dress("")
        if self.reading:
            self._history_page().show_workshop(self._console.desk.workshop)
            self._show_history()
        else:
            self._return()
        shelf.clear()

    def close(self) -> None:
        """Come all the way back, to the page of the step in hand."""
        self.reading = False
        if self.shelf is not None:
            self.to_now()
        else:
            self._return()

    def forget(self) -> None:
        """The console goes to another page: the history is closed, and nothing is come back to."""
        self.reading = False
        self._came_from = None
        self._line.hide()

    def back(self) -> None:
        """One way back: from the past to now, from the history to the page before it."""
        if self.shelf is not None:
            self.to_now()
        elif self.reading:
            self.close()

    def turn(self, offset: int) -> bool:
        """Take the keys that turn pages, as a clicker sends them; False when they are not ours."""
        if self.shelf is not None:
            self.by_step(offset)
        elif self.reading:
            self._history_page().turn(offset)
        return self.away

    def by_step(self, offset: int) -> None:
        """Go to where the step before or after began."""
        past = self._console.desk.past
        if past is None:
            self.look_back()
            past = self._console.desk.past
        if past is not None:
            self._line.slider.setValue(past.next_step(offset))

    def begin(self) -> None:
        """Put the keyboard back where it belongs while the console is away."""
        if self.shelf is not None:
            self._line.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.reading:
            self._history_page().begin()

    def scroll_under(self, place: QPoint, by: int) -> None:
        """Scroll what lies at a place of the console; pages of the past hear no mouse."""
        page = self.shelf.page if self.shelf is not None else None
        found = page.childAt(page.mapFrom(self._console, place)) if page is not None else None
        while found is not None and found is not page:
            if isinstance(found, QAbstractScrollArea) and found.verticalScrollBar().maximum():
                bar = found.verticalScrollBar()
                bar.setValue(bar.value() + by)
                return
            found = found.parentWidget()

    def _moved(self, stop: int) -> None:
        """The slider was moved: into the past, or within it."""
        if self.shelf is None:
            history = self._console.desk.session.history.past()
            if history.stops:
                self.look_back(history.entries[history.stops[stop]].id)
            return
        past = self._console.desk.past
        if past is not None:
            past.look_at_stop(stop)
            self._say_moment(past)
            self._soon.start(0)

    def _show_past(self, *_: object) -> None:
        """Show the page, and everything around it, as they stood."""
        past, shelf = self._console.desk.past, self.shelf
        if past is None or shelf is None:
            return
        self._soon.stop()
        shelf.bring_up()
        self._console.show_seen(shelf)
        self._say_moment(past)

    def _say_moment(self, past: PastDesk) -> None:
        entry = past.entry
        what = what_happened(past.guide, past.workshop, entry.event) if entry else "nothing yet"
        stops = past.history.stops
        self._line.show_moment(len(stops), past.stop, past.history.steps, past.when(), what)

    def _show_history(self) -> None:
        page = self._history_page()
        self._stand_at_now()
        self._line.show()
        self._line.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        self._console.show_over(page, page.rail())
        page.begin()

    def _stand_at_now(self) -> None:
        history = self._console.desk.session.history.past()
        self._line.show_now(len(history.stops), history.steps)

    def _history_page(self) -> HistoryPage:
        if self.history is None:
            from ui.stages.values.history import HistoryPage

            self.history = HistoryPage(self._console.desk, self._console.pages)
            self._console.pages.addWidget(self.history)
        return self.history

    def _another_value(self, by: int) -> None:
        past = self._console.desk.past
        if isinstance(past, PastDesk):
            past.focus_on(value=following(past.workshop, past.focus.value, by))

    def _scroll(self, by: int) -> None:
        """Scroll the largest thing on the page that can be."""
        page = self.shelf.page if self.shelf is not None else self.history
        areas = page.findChildren(QAbstractScrollArea) if page is not None else []
        able = [a for a in areas if a.isVisible() and a.verticalScrollBar().maximum()]
        if able:
            largest = max(able, key=lambda a: a.width() * a.height())
            bar = largest.verticalScrollBar()
            bar.setValue(bar.value() + by * _LINE)

    def _remember(self) -> None:
        self._came_from = self._console.focusWidget()

    def _return(self) -> None:
        """Show the present's page, and give the keyboard back to what had it.

        The page does not begin anew: that would put away what is being written on it.
        """
        self._console.show_present()
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._console.page is not None:
            self._console.page.begin()
        self._line.hide()

    def _dress(self, ground: str) -> None:
        """The past lies on old paper, so that it cannot be taken for now."""
        palette = self._console.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(ground) if ground else self._ground)
        self._console.setPalette(palette)
