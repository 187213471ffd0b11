"""Playing a workshop through the real windows: every change is shown on both as it happens."""

from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator.guide import load_guide
from sessions.clock import SetClock, WallClock
from sessions.session import Session
from ui.app import make_application
from ui.demo.pictures import grab, opened
from ui.demo.play import play
from ui.demo.player import Played
from ui.demo.sample import Sample
from ui.theme.fonts import load_other_faces


def play_windows(out: Path, sample: Sample) -> Played:
    """Play a sample with both windows open, in a file that goes afterwards.

    Leaves a picture of each window after each step in the folder `out`.
    """
    make_application()
    load_other_faces()
    clock = SetClock(WallClock().now())
    with TemporaryDirectory() as folder:
        session = Session.create(Path(folder) / "played.workshop", clock=clock)
        with opened(session, load_guide()) as console:
            taken = 0

            def picture(step: str) -> None:
                nonlocal taken
                taken += 1
                name = f"{taken:02}-{step.replace('/', '-')}"
                grab(console, out / f"{name}-console.png")
                grab(console.room.window, out / f"{name}-room.png")

            return play(session, sample, clock, picture)
