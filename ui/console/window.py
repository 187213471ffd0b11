"""The console: the facilitator's window. Three columns, always the same three."""

import gc
import math
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.answering import SMALLEST_CHANGE
from facilitator.events import Event
from facilitator.workshop import Workshop
from ui.console import destinations
from ui.console.all_keys import AllKeysDialog
from ui.console.car_park import CarParkDialog, parked_lines
from ui.console.coming_in import ComingIn
from ui.console.go_to import GoToDialog
from ui.console.keyboard import Keyboard
from ui.console.left_column import LeftColumn
from ui.console.papers import Papers
from ui.console.room_link import RoomLink
from ui.console.shelf import Shelf
from ui.console.side_rail import SideRail
from ui.console.stage_floor import room_view_of
from ui.console.step_header import StepHeader
from ui.console.stop_word import KEY as STOP_KEY
from ui.console.stop_word import StopWord
from ui.console.story_news import StoryNews
from ui.console.taking_back import TakingBack
from ui.console.time_line import TimeLine
from ui.console.time_travel import TimeTravel
from ui.console.timer_bar import TimerBar
from ui.console.words import which_workshop, who_is_here
from ui.desk import Desk
from ui.room.view import RoomClock, RoomView
from ui.stages.ledger.actions import ActionRow
from ui.stages.page import Page
from ui.stages.rehearsal.playing.inject_clock import InjectClock
from ui.stages.rehearsal.playing.standing import StandingStill
from ui.theme.tokens import LIGHT
from ui.widgets.hairline import Hairline
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import Notice

TICK = 500
"""Milliseconds between looks at the clock."""


class Console(QWidget):
    """Shows a desk's workshop and takes the facilitator's keys. Keeps no truth of its own.

    What it shows may be the present or, while it looks back, the past; what it gives the room is
    always the present.

    `home_asked` when the facilitator wants the list of workshops, `hand_out_asked` a copy for
    note-takers; `export_asked` for the agreement, `papers_asked` for a paper of the rehearsal;
    `gone` once the window is closed and the file let go.
    """

    home_asked = Signal()
    hand_out_asked = Signal()
    export_asked = Signal()
    papers_asked = Signal(str)
    gone = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.pages = QStackedWidget(self)
        self._present = Shelf(desk, self.pages, self._made)
        self.navigator = self._present.navigator
        self.room = RoomLink(self)
        self.injects = InjectClock(desk, self)
        self._room_view = RoomView()
        self.back = TakingBack(self)
        self._lay_out()
        self.travel = TimeTravel(self)
        self.papers = Papers(self)
        self.coming_in = ComingIn(self)
        self.stop_word = StopWord(self)
        self.keyboard = Keyboard(self, destinations.keys(self))
        self.keyboard.strayed.connect(self._bring_the_keyboard_back)
        desk.changed.connect(self._changed)
        desk.changed.connect(self.story_news.hear)
        desk.refocused.connect(self._refocused)
        desk.refused.connect(lambda reason, _offer: self.notice.tell(reason))
        self.room.changed.connect(self._show_screen_state)
        self.room.next_step.connect(lambda: self.navigator.move(1))
        self.room.previous_step.connect(lambda: self.navigator.move(-1))
        self.room.stop_asked.connect(lambda: self.stop_word.press())
        self.navigator.begin()
        self._show_everything()
        self._heartbeat = QTimer(self)
        self._heartbeat.setInterval(TICK)
        self._heartbeat.timeout.connect(self.tick)
        self._heartbeat.start()
        # What was read lives as long as the console does: looking through it for garbage again
        # and again would now and then cost a frame.
        gc.collect()
        gc.freeze()

    def _lay_out(self) -> None:
        self.setMinimumSize(960, 600)
        self.bar = TimerBar(self)
        self.left = LeftColumn(self.desk.guide, self)
        self.journey = self.left.journey
        self.header = StepHeader(self)
        self.notice = Notice(self)
        self.notice.escaped.connect(self._leave_question)
        self.standing = StandingStill(self.desk, self.injects, self)
        self.story_news = StoryNews(self)
        self.time_line = TimeLine(self)
        self.status = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.side = SideRail(self)
        self.left.setFixedWidth(232)
        self.side.setFixedWidth(268)
        self.bar.pause_asked.connect(self.navigator.toggle_timer)
        self.bar.minute_asked.connect(self.navigator.one_more_minute)
        self.journey.chosen.connect(self.navigator.go)
        self.left.home_asked.connect(self.home_asked)
        self.left.keys_asked.connect(self.show_keys)
        self.side.open_asked.connect(self.room.open)
        self.side.freeze_asked.connect(self.room.toggle_freeze)
        self.side.blank_asked.connect(self.room.toggle_blank)
        self.side.next_asked.connect(lambda: self.navigator.move(1))
        self.side.park_asked.connect(self.park)
        middle = QVBoxLayout()
        middle.setContentsMargins(26, 18, 26, 8)
        middle.setSpacing(14)
        middle.addWidget(self.header)
        middle.addWidget(self.notice)
        middle.addWidget(self.standing)
        middle.addWidget(self.story_news)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.status)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.left)
        columns.addWidget(Hairline(self))
        columns.addLayout(middle, 1)
        columns.addWidget(Hairline(self))
        columns.addWidget(self.side)
        self.front = QWidget(self)
        column = QVBoxLayout(self.front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(columns, 1)
        column.addWidget(self.time_line)

    @property
    def page(self) -> Page | None:
        """The page of the step in hand, also while the past or a history stands before it."""
        return self._present.page

    def say(self, words: str) -> None:
        """Tell the facilitator something in the line at the foot."""
        self.back.elsewhere = ""
        self.status.setText(words)

    def park(self) -> None:
        """Open the car park; that of now, so not while the past is shown."""
        if self.desk.past is not None:
            self.notice.tell(self.desk.past.why_not())
            return
        self.open_over(CarParkDialog(self.desk, self))

    def go_to_anything(self) -> None:
        """Open the list of everywhere to go."""
        self.open_over(GoToDialog(destinations.everywhere(self), self))

    def show_keys(self) -> None:
        """Open the list of all keys."""
        page = self.papers.page if self.papers.is_open else self.page
        told: list[ActionRow | KeyHint] = []
        if page is not None:
            told = [*page.findChildren(ActionRow), *page.findChildren(KeyHint)]
        # A key that a button and a line both tell is told once, as the button does.
        here: dict[str, str] = {}
        for part in told:
            for key, does in part.pairs() if part.isVisible() else ():
                here.setdefault(key, does)
        own = page.keys() if page is not None else ()
        self.open_over(AllKeysDialog(self.keyboard.keys, (*here.items(), *own), self))

    def turn(self, offset: int) -> None:
        """What the keys for pages do: a step of the journey, or a page of what is read."""
        if not self.papers.turn(offset) and not self.travel.turn(offset):
            self.navigator.move(offset)

    def show_history(self, value: str = "") -> None:
        """Show the history of a value; without its id, of the one in hand."""
        self.travel.read(value)

    def look_back(self, entry: str = "") -> None:
        """Show the workshop as it stood after an entry; without one, after the newest."""
        self.travel.look_back(entry)

    def open_over(self, dialog: QDialog) -> None:
        """Open a dialog; the keyboard comes back to the console when it closes."""
        # Not every desktop gives the window below the keyboard by itself.
        dialog.finished.connect(self.activateWindow)
        QShortcut(QKeySequence(STOP_KEY), dialog).activated.connect(self.stop_word.press)
        dialog.open()

    def flip_rail(self) -> None:
        """Show the journey in the left column in place of the page's own list, or the reverse."""
        self.left.flip()

    def tick(self) -> None:
        """Look at the clock: let injects arrive whose time has come, and show what is left."""
        self.injects.tick()
        self.story_news.look()
        left, total, running = self.navigator.clock()
        self.bar.show_clock(left, total, running=running, behind=self.navigator.behind())
        _, step = self.navigator.here()
        clock = self._clock_of_room(RoomClock(left, total, running, step.how))
        self.room.window.canvas.show_clock(clock if self._room_view.show_clock else None)
        self.side.preview.show_clock(clock)
        # A projector may have been plugged in or out.
        self._show_screen_state()

    def _bring_the_keyboard_back(self) -> None:
        """Put it into the page: a button around it, pressed unawares, would pause the clock."""
        around = (self.bar, self.side)
        strayed = any(part.isAncestorOf(self.focusWidget()) for part in around)
        if strayed and self.travel.away:
            self.travel.begin()
        elif strayed and self.page is not None:
            self.page.begin()

    def _changed(self, workshop: Workshop, _event: Event | None) -> None:
        if self.desk.past is not None:
            # What comes by the clock is for the room; who looks back is not disturbed.
            self._show_room()
            return
        self.notice.dismiss()
        if self.status.text() and _event is not None:
            self.say("")
        if self._present.page is None or not self._present.is_up():
            self._show_everything()
            return
        self._present.page.show_workshop(workshop)
        self.travel.refresh()
        self._show_room()
        self._show_sides(self._present)

    def _refocused(self, _focus: object) -> None:
        page = self._present.page
        if page is not None:
            page.refocus(self.desk.workshop)
            self._show_room()
            if not self.travel.away:
                self.side.show_notes(page.side_notes(self.desk.workshop))

    def _show_everything(self) -> None:
        """Bring up the page of the step in hand, and everything around it."""
        if self.page is not None and (self.desk.focus.inject or self.desk.focus.picture):
            self.desk.focus_on(inject="", picture="")
        if self.desk.focus.question == SMALLEST_CHANGE:
            # It was put about what was in hand on the page before, not about what comes now.
            self.desk.focus_on(question="")
        self.travel.forget()
        self.show_present()
        if self.page is not None:
            self.page.begin()

    def show_present(self) -> None:
        """Show the page of the step in hand as it is; the keyboard stays where it is."""
        self._present.bring_up()
        about = self.desk.workshop.about
        self.setWindowTitle(f"{about.group} · {about.title}" if about.group else about.title)
        self._show_room()
        self.show_seen(self._present)
        self._show_screen_state()
        self.tick()

    def show_seen(self, shelf: Shelf) -> None:
        """Show what a shelf has up, of the present or the past, and everything around it."""
        page = shelf.page
        if page is None:
            return
        self.header.setVisible(page.shows_prompt)
        if page.shows_prompt:
            self.header.show_step(shelf.desk, page.stage, page.step)
        self.pages.setCurrentWidget(page)
        self.left.show_list(shelf.rail())
        coming = shelf.navigator.beside(1)
        self.side.show_next(coming[1] if coming else None)
        step = page.step
        self.side.show_step(shelf.desk.words(step.if_stuck), shelf.desk.words(step.done_when))
        for act in (self.side.go_on, self.side.park, self.bar.pause, self.bar.more):
            act.setEnabled(shelf is self._present)
        self._show_sides(shelf)

    def show_over(self, page: QWidget, own: QWidget) -> None:
        """Show a page of no step, and its list, in the place of the page that is up."""
        self.header.hide()
        self.pages.setCurrentWidget(page)
        self.left.show_list(own)
        self.side.show_notes(())

    def _made(self, page: Page) -> None:
        asked = getattr(page, "export_asked", None)
        if asked is not None:
            asked.connect(self.export_asked)
        papers = getattr(page, "papers_asked", None)
        if papers is not None:
            papers.connect(self.papers_asked)
        stop = getattr(page, "stop_asked", None)
        if stop is not None:
            stop.connect(lambda: self.stop_word.press())
        told = getattr(page, "told", None)
        if told is not None:
            told.connect(self.say)

    def _show_room(self) -> None:
        """Give the room the present, whatever the console shows."""
        stage, step = self.navigator.here()
        focus = replace(self.desk.focus, minute=self.desk.minute())
        view = room_view_of(stage.id, self.desk.workshop, self.desk.guide, step, focus)
        left, total, running = self.navigator.clock()
        self._room_view = view
        clock = self._clock_of_room(RoomClock(left, total, running, step.how))
        self.room.show_view(view, clock)
        self.side.preview.show_view(view)

    def _clock_of_room(self, of_the_step: RoomClock) -> RoomClock:
        """The clock that the room sees now: that of the step, or the view's own.

        The page shows its own at the same moment, so that both tell the same second.
        """
        view, now = self._room_view, self.desk.seconds()
        if self.page is not None:
            self.page.tick(now)
        if not view.clock_ends:
            return of_the_step
        left = math.ceil(view.clock_ends - now)
        return RoomClock(left, view.clock_total, running=True, caption=view.caption)

    def _show_sides(self, shelf: Shelf) -> None:
        workshop = shelf.desk.workshop
        self.journey.show_workshop(workshop, shelf.navigator.stages())
        if shelf.page is not None:
            self.bar.show_about(workshop.about.group, which_workshop(workshop, shelf.page.stage))
            self.header.show_prompt(shelf.page.prompt())
        if shelf.page is not None and not (self.travel.reading and shelf is self._present):
            self.side.show_notes(shelf.page.side_notes(workshop))
        self.side.show_car_park(parked_lines(workshop))
        self.side.show_room(who_is_here(workshop, shelf.desk.minute()))
        self.room.show_group(self.desk.workshop.about.group)

    def _leave_question(self) -> None:
        """Leave what the page asks: with what was refused, so that one Esc is enough."""
        if self.page is not None and not self.travel.away:
            self.page.leave()

    def _show_screen_state(self) -> None:
        self.bar.show_screen(self.room.state)
        self.side.show_screen(self.room.state, self.room.where)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc comes back from the past, takes a picture off the wall, or leaves what is asked."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.travel.away:
            self.travel.back()
        elif self.desk.focus.picture:
            self.desk.focus_on(picture="")
        else:
            self._leave_question()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """A page of the past is still but can be read to its end."""
        self.travel.scroll_under(event.position().toPoint(), -event.angleDelta().y())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close the room's screen and let go of the file. Everything is saved already.

        The clocks of the step and of a story stand still until the workshop is opened again and
        told to go on: a night between two sittings is not time spent.
        """
        self._heartbeat.stop()
        self.papers.end()
        self.travel.to_now()
        self.injects.stop_all()
        if self.navigator.clock()[2]:
            self.navigator.toggle_timer()
        self.room.close()
        self.desk.close()
        super().closeEvent(event)
        self.gone.emit()
