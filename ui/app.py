"""The app: the only place where its objects are wired together.

Nothing that the first picture does not need is imported before it is painted.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.start.start_page import StartPage
from ui.theme.palette import apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.guide import Guide
    from sessions.library import Library
    from sessions.problems import SessionProblem
    from sessions.session import Session
    from ui.attending.attending import Attending
    from ui.console.window import Console
    from ui.desk import Desk
    from ui.note_taking import NoteTaking
    from ui.packs.shelf import PackShelf
    from ui.preferences import Preferences
    from ui.start.new_workshop import NewWorkshop
    from ui.start.saying import Offers


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The Qt application with the house's look; the running one where there is one."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(arguments or sys.argv[:1])
    app.setApplicationName("Facilitator")
    app.setDesktopFileName("facilitator")
    apply_theme(app)
    return app


def run(path: Path | None = None, *, sample: bool = False, notes: str = "") -> int:
    """Run the app until its last window is closed; the exit code.

    With a path that workshop is opened; with `notes` too, notes of that name are taken in it.
    """
    app = make_application()
    facilitator = Facilitator()
    if path is not None or sample:
        _settle_in(app, facilitator)
    else:
        facilitator.start.painted.connect(lambda: _settle_in(app, facilitator))
        facilitator.start.painted.connect(lambda: facilitator.attending.coming_back.come_back())
    if path is not None:
        facilitator.open_file(path, notes)
    elif sample:
        facilitator.open_sample()
    else:
        facilitator.show_start()
    return app.exec()


def _settle_in(app: QApplication, facilitator: Facilitator) -> None:
    from ui.attending.crash import hear_qt
    from ui.preferences import take_text_size

    facilitator.attending.coming_back.watch()
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
        self._preferences: Preferences | None = None
        self._attending: Attending | None = None
        self._leaving = False
        self.start.painted.connect(self.fill_start)
        self.start.journey_chosen.connect(self.ask_for_new)
        self.start.open_asked.connect(self.ask_for_file)
        self.start.sample_asked.connect(self.open_sample)
        self.start.settings_asked.connect(lambda: self.preferences.ask())
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

    @property
    def attending(self) -> Attending:
        """Who looks after a workshop that is open: its copies, drafts, and where it lies."""
        if self._attending is None:
            from ui.attending.attending import Attending

            self._attending = Attending(self)
        return self._attending

    @property
    def preferences(self) -> Preferences:
        """What this person chose."""
        if self._preferences is None:
            from ui.preferences import Preferences

            self._preferences = Preferences(self)
        return self._preferences

    def show_start(self) -> None:
        """Show the start page, filled once it has been painted; afresh when it was up before."""
        if self.start.recent is not None:
            self.fill_start()
        self.start.show()

    def keep_workshops_in(self, library: Library) -> None:
        """Keep new workshops in another library."""
        self._library = library
        self._packs = None
        self.fill_start()

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
        from ui.start.past_day import PastDayDialog

        dialog = PastDayDialog(self.library, self.attending.keeping.backups, self.start)
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

        try:
            if not self.notes.takes(path, notes):
                self.open_again(path)
        except SessionProblem as problem:
            if not self.start.isVisible():
                self.show_start()
            self.explain(self.attending.coming_back.who_has(problem, path), path)

    def open_again(self, path: Path) -> Desk:
        """Open a workshop in the window that its role asks for. Raises `SessionProblem`."""
        session = self.attending.keeping.open(path)
        if session.seat.role == "note-taker":
            return self.notes.open(session)
        return self.open_session(session)

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

    def open_session(self, session: Session) -> Desk:
        """Open the console on a session; the start page makes room."""
        from ui.console.window import Console
        from ui.desk import Desk
        from ui.paper_writer import PaperWriter
        from ui.theme.fonts import load_other_faces

        load_other_faces()
        desk = Desk(session, self.guide, packs=self.packs)
        self.console = Console(desk)
        self.preferences.give_sound(desk)
        self.attending.begin(desk)
        self.console.home_asked.connect(self.go_home)
        self.console.hand_out_asked.connect(self.hand_out)
        PaperWriter(self.console, self.say)
        self.console.gone.connect(self._console_gone)
        self.console.resize(1366, 768)
        self.console.show()
        self.console.activateWindow()
        self.start.hide()
        return desk

    def restore(self, path: Path) -> None:
        """Ask which backup of a workshop is to be brought back, and open it then."""
        from ui.start.restore import RestoreDialog

        dialog = RestoreDialog(self.attending.keeping.backups, path, self.guide, self.start)
        dialog.restored.connect(self.open_file)
        dialog.open()

    def hand_out(self) -> None:
        """Hand out a copy of the workshop that is open."""
        if self.console is not None:
            self.notes.hand_out(self.console.desk.session, self.console)

    def go_home(self) -> None:
        """Close the workshop and show the list again; everything is saved already."""
        if self.console is not None:
            self._leaving = True
            self.show_start()
            self.console.close()

    def explain(self, problem: SessionProblem, path: Path | None = None) -> None:
        """Say what happened to a file, what is safe and what to do.

        Of a file at `path` that cannot be opened, a backup is offered where there is one.
        """
        from sessions.problems import Locked, Newer

        offers: list[tuple[str, Callable[[], object]]] = []
        lost = path is not None and not isinstance(problem, Locked | Newer)
        if path is not None and lost and self.attending.keeping.backups.kept_for(path):
            offers.append(("Restore from a backup…", partial(self.restore, path)))
        self.say(problem.what, f"{problem.safe}\n\n{problem.do}", offers)

    def tell(self, words: str) -> None:
        """Say something quietly, in the window that is up."""
        if self.console is not None:
            self.console.say(words)
        elif self._notes is not None and self._notes.window is not None:
            self._notes.window.say(words)

    def say(self, what: str, more: str, offers: Offers = ()) -> None:
        """Say something that needs reading, over whichever window is up.

        `offers` are what can be done about it: the words of a button, and the act. The last
        button, which has the keyboard, does nothing.
        """
        from ui.start.saying import said_over

        said_over(self.in_front(), what, more, offers)

    def in_front(self) -> QWidget:
        """The window that is up."""
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
