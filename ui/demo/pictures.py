"""Pictures of the app, made by the app: one of every page, and those of the README."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.guide import ELLERPORT, Guide, load_guide
from facilitator.rounds import latest_round
from facilitator.stages.values import on_the_table
from facilitator.workshop import Workshop
from sessions.clock import SetClock, WallClock
from sessions.library import Library
from sessions.session import Session
from ui.app import Facilitator, make_application
from ui.console.window import Console
from ui.demo.play import play
from ui.demo.sample import read_sample
from ui.desk import Desk
from ui.theme.fonts import load_other_faces

CONSOLE = (1366, 768)
ROOM = (1920, 1080)


def take(out: Path) -> list[Path]:
    """Make a picture of the start page, and of every step on both windows; where they are."""
    make_application()
    load_other_faces()
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        clock = SetClock(WallClock().now())
        library = Library(Path(folder))
        with library.create("Ellerport", clock=clock) as session:
            play(session, read_sample(ELLERPORT), clock)
            path = session.path
        taken = [_start(library, out)]
        with opened(Session.open(path, clock=clock), load_guide()) as console:
            taken += list(_steps(console, out))
    return taken


@contextmanager
def opened(session: Session, guide: Guide) -> Iterator[Console]:
    """A console and its room's screen on a session, at the sizes of the pictures."""
    console = Console(Desk(session, guide))
    console.resize(*CONSOLE)
    console.show()
    console.room.open()
    console.room.window.setGeometry(0, 0, *ROOM)
    settle()
    try:
        yield console
    finally:
        console.close()
        console.deleteLater()
        settle()


def settle() -> None:
    """Let everything that waits be painted."""
    for _ in range(4):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def grab(window: QWidget, path: Path) -> Path:
    """A window's picture as a PNG."""
    settle()
    window.grab().save(str(path))
    return path


def _start(library: Library, out: Path) -> Path:
    app = Facilitator(library)
    app.start.resize(*CONSOLE)
    app.start.show()
    app.fill_start()
    picture = grab(app.start, out / "start.png")
    app.start.close()
    return picture


def _steps(console: Console, out: Path) -> Iterator[Path]:
    guide, desk = console.desk.guide, console.desk
    for stage_id in console.navigator.stages():
        for number, step in enumerate(guide.stage(stage_id).steps, 1):
            console.navigator.go(stage_id, step.id)
            desk.focus_on(value=_telling_value(desk.workshop))
            name = f"{stage_id}-{number:02}-{step.id}"
            yield grab(console, out / f"console-{name}.png")
            yield grab(console.room.window, out / f"room-{name}.png")
    rehearsal = next(reversed(desk.workshop.rehearsals.values()), None)
    news = [i for i in rehearsal.pack.injects if i.for_everyone] if rehearsal else []
    if rehearsal is not None and news:
        play_step = next(s for s in guide.stage("rehearsal").steps if s.activity == "play")
        console.navigator.go("rehearsal", play_step.id)
        desk.focus_on(rehearsal=rehearsal.id, inject=news[0].id)
        yield grab(console, out / "console-rehearsal-inject.png")
        yield grab(console.room.window, out / "room-rehearsal-inject.png")


def _telling_value(workshop: Workshop) -> str:
    """The value whose last round shows most: the widest spread of positions."""
    spread = {}
    for value in on_the_table(workshop):
        last = latest_round(workshop, value.id)
        spread[value.id] = len({p.code for p in last.positions.values()}) if last else 0
    return max(spread, key=lambda v: spread[v], default="")
