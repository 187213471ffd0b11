"""Pictures of the app, made by the app: the start page, and every page of the sample workshop."""

from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator.guide import ELLERPORT
from sessions.clock import SetClock, WallClock
from sessions.library import Library
from ui.app import Facilitator, make_application
from ui.demo.play import play
from ui.demo.sample import read_sample
from ui.demo.windows import CONSOLE, grab, play_windows
from ui.theme.fonts import load_other_faces


def take(out: Path) -> list[Path]:
    """Make a picture of the start page, and of every step on both windows; where they are."""
    make_application()
    load_other_faces()
    return [_start(out), *play_windows(out, read_sample(ELLERPORT))]


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
