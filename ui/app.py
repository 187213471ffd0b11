"""The app: the only place where its objects are wired together.

Nothing that the first picture does not need is imported before it is painted.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.start.start_page import StartPage
from ui.theme.palette import apply_theme

if TYPE_CHECKING:
    from facilitator.guide import Guide
    from sessions.library import Library
    from sessions.problems import SessionProblem
    from sessions.session import Session
    from ui.console.window import Console
    from ui.desk import Desk
    from ui.note_taking import NoteTaking
    from ui.packs.shelf import PackShelf
    from ui.start.new_workshop import NewWorkshop
    from ui.start.saying import Offers

TEXT_SIZE = "text size"
"""The setting that holds the size of body text in pixels."""
SOUND = "sound"
"""The setting that says whether news arrives with a sound; true unless it says false."""


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The Qt application with the house's look; the running one where there is one."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(arguments or sys.argv[:1])
    app.setApplicationName("Facilitator")
    app.setDesktopFileName("facilitator")
    apply_theme(app)
    return app


def take_text_size(app: QApplication) -> None:
    """Give the words the size this person chose. Looked up after the first picture."""
    from sessions.settings import read_settings

    size = read_settings().get(TEXT_SIZE)
    if isinstance(size, int) and 10 <= size <= 32 and size != app.font().pixelSize():
        apply_theme(app, size)


def run(path: Path | None = None, *, sample: bool = False, notes: str = "") -> int:
    """Run the app until its last window is closed; the exit code.

    With a path that workshop is opened; with `notes` too, notes of that name are taken in it.
    """
    app = make_application()
    facilitator = Facilitator()
    if path is not None or sample:
        _settle_in(app)
    else:
        facilitator.start.painted.connect(lambda: _settle_in(app))
    if path is not None:
        facilitator.open_file(path, notes)
    elif sample:
        facilitator.open_sample()
    else:
        facilitator.show_start()
    return app.exec()


def _settle_in(app: QApplication) -> None:
    from ui.crash import catch_crashes, hear_qt

    catch_crashes()
    hear_qt()
    take_text_size(app)


class Facilitator(QObject):
    """The start page, and the console of the workshop that is open."""

    def __init__(self, library: Library | None = None) -> None:
        super().__init__()
        self.start = StartPage(time.localtime().tm_hour)
        self.console: Console | None = None
        self._library = library
        self._known_guide: Guide | None = None
        self._packs: PackShelf | None = None
        self._notes: NoteTaking | None = None
        self._leaving = False
        self.start.painted.connect(self.fill_start)
        self.start.journey_chosen.connect(self.ask_for_new)
        self.start.open_asked.connect(self.ask_for_file)
        self.start.sample_asked.connect(self.open_sample)
        self.start.settings_asked.connect(self.show_settings)
        self.start.notes_asked.connect(lambda: self.notes.ask_for_copy())

    @property
    def library(self) -> Library:
        """Where this person's workshops are."""
        if self._library is None:
            from sessions.library import Library

            self._library = Library.of_this_person()
        return self._library

    @property
    def guide(self) -> Guide:
        """The scripts and scenario packs."""
        if self._known_guide is None:
            from facilitator.guide import load_guide

            self._known_guide = load_guide()
        return self._known_guide

    @property
    def packs(self) -> PackShelf:
        """The scenario packs: those of the guide, and this person's own beside their workshops."""
        if self._packs is None:
            from sessions.packs import FOLDER, PackFolder
            from ui.packs.shelf import PackShelf

            self._packs = PackShelf(self.guide, PackFolder(self.library.folder / FOLDER), self)
        return self._packs

    @property
    def notes(self) -> NoteTaking:
        """What there is for note-takers."""
        if self._notes is None:
            from ui.note_taking import NoteTaking

            self._notes = NoteTaking(self)
        return self._notes

    def show_start(self) -> None:
        """Show the start page, filled once it has been painted; afresh when it was up before."""
        if self.start.recent is not None:
            self.fill_start()
        self.start.show()

    def fill_start(self) -> None:
        """Put the journeys and the recent workshops on the start page."""
        from ui.start.recent import RecentWorkshops
        from ui.theme.fonts import load_other_faces

        journeys = self.guide.journeys.values()
        self.start.show_journeys([(j.id, j.title, j.summary, j.length) for j in journeys])
        recent = self.start.recent
        if recent is None:
            recent = RecentWorkshops(self.start)
            recent.chosen.connect(lambda path: self.open_file(Path(path)))
            recent.sample_asked.connect(self.open_sample)
            recent.past_day_asked.connect(self.show_past_day)
            self.start.show_recent(recent)
        recent.show_library(self.library, self.guide)
        load_other_faces()
        # After the first picture, and a few at a time: a folder of packs holds nothing up.
        QTimer.singleShot(0, self, lambda: self.packs.begin())

    def show_past_day(self) -> None:
        """Show the workshops past the day until which they are to be kept."""
        from sessions.backups import Backups
        from ui.start.past_day import PastDayDialog

        dialog = PastDayDialog(self.library, Backups(), self.start)
        dialog.changed.connect(self.fill_start)
        dialog.troubled.connect(self.explain)
        dialog.open()

    def ask_for_new(self, journey: str) -> None:
        """Ask what a new workshop is called."""
        from ui.start.new_workshop import NewWorkshopDialog

        title = self.guide.journeys[journey].title
        dialog = NewWorkshopDialog(journey, title, self.start)
        dialog.begun.connect(self.begin)
        dialog.open()

    def begin(self, new: NewWorkshop) -> None:
        """Begin a new workshop in a file of its own."""
        from facilitator.chatham_house import choose_chatham_house
        from facilitator.stages.gather import name_workshop
        from sessions.problems import SessionProblem

        stages = self.guide.journeys[new.journey].stages
        try:
            session = self.library.create(f"{new.group} {new.title} {new.date}")
            session.do(name_workshop, new.title, new.group, new.place, new.date, stages)
            if new.chatham_house:
                session.do(choose_chatham_house, True)
        except SessionProblem as problem:
            self.explain(problem)
            return
        self.open_session(session)

    def ask_for_file(self) -> None:
        """Ask for a workshop's file and open it."""
        from PySide6.QtWidgets import QFileDialog

        folder = str(self.library.folder)
        kinds = "Workshops (*.workshop);;All files (*)"
        found, _ = QFileDialog.getOpenFileName(self.start, "Open a workshop", folder, kinds)
        if found:
            self.open_file(Path(found))

    def open_file(self, path: Path, notes: str = "") -> None:
        """Open a workshop's file; say in plain words when that cannot be.

        With a name for them, notes are taken in a copy of it.
        """
        from sessions.problems import SessionProblem
        from sessions.session import Session

        try:
            if self.notes.takes(path, notes):
                return
            session = Session.open(path)
        except SessionProblem as problem:
            self.explain(problem)
            if not self.start.isVisible():
                self.show_start()
            return
        if session.seat.role == "note-taker":
            self.notes.open(session)
        else:
            self.open_session(session)

    def open_sample(self) -> None:
        """Open the Ellerport sample, playing it into a file of its own the first time."""
        from sessions.problems import SessionProblem
        from ui.demo.sample_session import open_sample

        try:
            session = open_sample(self.library)
        except SessionProblem as problem:
            self.explain(problem)
            return
        self.open_session(session)

    def open_session(self, session: Session) -> None:
        """Open the console on a session; the start page makes room."""
        from ui.console.window import Console
        from ui.desk import Desk
        from ui.paper_writer import PaperWriter
        from ui.theme.fonts import load_other_faces

        load_other_faces()
        desk = Desk(session, self.guide, packs=self.packs)
        self.console = Console(desk)
        self._give_sound(desk)
        desk.troubled.connect(self.explain)
        self.console.home_asked.connect(self.go_home)
        self.console.hand_out_asked.connect(self.hand_out)
        PaperWriter(self.console, self.say)
        self.console.gone.connect(self._console_gone)
        self.console.resize(1366, 768)
        self.console.show()
        self.console.activateWindow()
        self.start.hide()

    def hand_out(self) -> None:
        """Hand out a copy of the workshop that is open."""
        if self.console is not None:
            self.notes.hand_out(self.console.desk.session, self.console)

    def _give_sound(self, desk: Desk) -> None:
        """Let news arrive with a sound, unless this person turned it off; remember when they do."""
        from sessions.settings import read_settings
        from ui.sound import NewsSound

        desk.focus_on(quiet=read_settings().get(SOUND) is False)
        NewsSound(desk, parent=desk)
        desk.refocused.connect(lambda focus: self.set_sound(not focus.quiet))

    def set_sound(self, on: bool) -> None:
        """Let news arrive with a sound, or without; nothing is kept that is so already."""
        from sessions.settings import read_settings

        if (read_settings().get(SOUND) is not False) != on:
            self._keep_setting(SOUND, on)

    def go_home(self) -> None:
        """Close the workshop and show the list again; everything is saved already."""
        if self.console is not None:
            self._leaving = True
            self.show_start()
            self.console.close()

    def show_settings(self) -> None:
        """Show the settings; each takes effect at once."""
        from sessions.settings import read_settings
        from ui.start.settings_dialog import SettingsDialog

        body = QApplication.font().pixelSize()
        sound = read_settings().get(SOUND) is not False
        dialog = SettingsDialog(self.library.folder, body, self.start, sound=sound)
        dialog.sound_chosen.connect(self.set_sound)
        dialog.folder_chosen.connect(self.keep_workshops_in)
        dialog.body_chosen.connect(self.set_text_size)
        dialog.open()

    def keep_workshops_in(self, folder: Path) -> None:
        """Keep new workshops in another folder."""
        from sessions.library import Library
        from sessions.problems import SessionProblem

        library = Library(folder)
        try:
            library.keep_choice()
        except SessionProblem as problem:
            self.explain(problem)
            return
        self._library = library
        self._packs = None
        self.fill_start()

    def set_text_size(self, body: int) -> None:
        """Make the words larger or smaller everywhere."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, body)
        self._keep_setting(TEXT_SIZE, body)

    def _keep_setting(self, name: str, value: object) -> None:
        from sessions.problems import SessionProblem
        from sessions.settings import keep_settings

        try:
            keep_settings({name: value})
        except SessionProblem as problem:
            self.explain(problem)

    def explain(self, problem: SessionProblem) -> None:
        """Say what happened to a file, what is safe and what to do."""
        self.say(problem.what, f"{problem.safe}\n\n{problem.do}")

    def say(self, what: str, more: str, offers: Offers = ()) -> None:
        """Say something that needs reading, over whichever window is up.

        `offers` are what can be done about it: the words of a button, and the act. The last
        button, which has the keyboard, does nothing.
        """
        from ui.start.saying import said_over

        said_over(self._in_front(), what, more, offers)

    def _in_front(self) -> QWidget:
        notes = self._notes.window if self._notes is not None else None
        for window in (self.console, notes):
            if window is not None and window.isVisible():
                return window
        return self.start

    def _console_gone(self) -> None:
        console, self.console = self.console, None
        if console is not None:
            console.deleteLater()
        if self._leaving:
            self._leaving = False
        else:
            self.leave()

    def leave(self) -> None:
        """Nothing is open any more, and nobody asked for the list: the app ends."""
        QApplication.quit()
