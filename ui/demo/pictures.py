"""Pictures of the app, made by the app: the start page, and every page of the sample workshop."""

from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator.guide import ELLERPORT, load_guide
from sessions.clock import SetClock, WallClock
from sessions.copies import begin_notes, hand_out
from sessions.library import Library
from sessions.session import Session
from ui.app import Facilitator, make_application
from ui.demo.play import play
from ui.demo.sample import read_sample
from ui.demo.windows import CONSOLE, grab, play_windows
from ui.desk import Desk
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


def take(out: Path) -> list[Path]:
    """Make a picture of the start page, of a note-taker's page, and of every step on both windows.

    Where they are.
    """
    make_application()
    load_other_faces()
    return [_start(out), _notes(out), *play_windows(out, read_sample(ELLERPORT))]


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
