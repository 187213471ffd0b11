"""Pictures of the app, made by the app: the start page, and every page of the sample workshop."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from facilitator.board import capture, correct
from facilitator.guide import ELLERPORT, load_guide
from facilitator.notes import note_privately
from sessions.clock import SetClock, WallClock
from sessions.copies import begin_notes, hand_out
from sessions.library import Library
from sessions.reconcile import prepare
from sessions.session import Session
from sessions.taken import Taken
from ui.app import Facilitator, make_application
from ui.demo.play import play
from ui.demo.sample import read_sample
from ui.demo.windows import CONSOLE, grab, play_windows
from ui.desk import Desk
from ui.merging.dialog import MergeDialog
from ui.merging.reading import Reader
from ui.notes.window import NotesWindow
from ui.theme.fonts import load_other_faces

_NOTED = (
    (3, "Ask people in recovery to design the service, not to comment on it.", False),
    (0, "The chair answered for three quiet members.", True),
    (1, "Put housing and health money behind the same front door.", False),
    (0, "Nobody has ever asked us to stop anything.", False),
    (2, "“I cannot give that away in this room.”", False),
)
"""Who speaks, by their figure; the words; whether it is a private note."""

_PUT_RIGHT = ("Nobody is sent home without a key.", "Nobody goes home without a key and a name.")


def take(out: Path) -> list[Path]:
    """Make a picture of the start page, of a note-taker's page, of what two of them hand over, and
    of every step on both windows.

    Where they are.
    """
    make_application()
    load_other_faces()
    return [_start(out), _notes(out), _merge(out), *play_windows(out, read_sample(ELLERPORT))]


def _start(out: Path) -> Path:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder) / "Documents" / "Facilitator")
        clock = SetClock(WallClock().now())
        with library.create("Ellerport", clock=clock) as session:
            play(session, read_sample(ELLERPORT), clock)
        app = Facilitator(library)
        app.start.resize(*CONSOLE)
        app.start.show()
        app.fill_start()
        picture = grab(app.start, out / "0-start.png")
        app.start.close()
    return picture


def _notes(out: Path) -> Path:
    """A note-taker's page in the middle of a morning."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        clock = SetClock(WallClock().now().replace(hour=14, minute=8, second=2))
        with Session.create(place / "ellerport.workshop", clock=clock) as main:
            play(main, read_sample(ELLERPORT), SetClock(clock.now()))
            hand_out(main, place / "out.workshop")
        session = Session.open(begin_notes(place / "out.workshop", place, "Table 3"), clock=clock)
        window = NotesWindow(Desk(session, load_guide()))
        window.resize(*CONSOLE)
        window.show()
        window.go("purpose", "only-us")
        for speaker, words, private in _NOTED:
            clock.forward(77)
            window.speak(speaker)
            window.field.line.setText(words)
            window.field.make_private(private)
            window.field.keep()
        window.read_back()
        picture = grab(window, out / "0-note-taker.png")
        window.close()
        window.deleteLater()
    return picture


def _merge(out: Path) -> Path:
    """What two tables hand over at the break, before any of it goes in."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        clock = SetClock(WallClock().now().replace(hour=15, minute=30, second=0))
        with Session.create(place / "ellerport.workshop", clock=clock) as main:
            play(main, read_sample(ELLERPORT), SetClock(clock.now()))
            hand_out(main, place / "out.workshop")
            tables = [_table(place, number, clock) for number in (1, 2)]
            behind = QWidget()
            behind.resize(*CONSOLE)
            reader = Reader(main, behind)
            dialog = MergeDialog(main, reader, behind)
            dialog.show()
            dialog.show_found(prepare(main, tables))
            picture = grab(dialog, out / "0-merge.png")
            dialog.close()
            reader.close()
            behind.deleteLater()
    return picture


def _table(place: Path, number: int, clock: SetClock) -> Taken:
    """What a table noted; both put the first card right, each in its own words."""
    seat = f"Table {number}"
    copy = begin_notes(place / "out.workshop", place, seat)
    with Session.open(copy, clock=clock) as notes:
        first = next(iter(notes.workshop.contributions))
        for _, words, private in _NOTED[number:]:
            clock.forward(77)
            if private:
                notes.do(note_privately, words, "purpose", "only-us")
            else:
                notes.do(capture, words, "purpose", "only-us")
        notes.do(correct, first, _PUT_RIGHT[number - 1])
        entries = tuple(notes.history.entries)
        return Taken(copy, seat, entries, newest=entries[-1].at)
