"""Playing a workshop through the real windows: every change is shown on both as it happens."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.events import Event
from facilitator.guide import Guide, load_guide
from facilitator.rounds import PositionTaken, latest_round
from facilitator.stages.values import on_the_table
from facilitator.workshop import Workshop
from sessions.clock import SetClock, WallClock
from sessions.session import Session
from ui.app import make_application
from ui.console.window import Console
from ui.demo.play import play
from ui.demo.sample import Sample
from ui.desk import Desk
from ui.theme.fonts import load_other_faces

CONSOLE = (1366, 768)
"""The smallest laptop that must work."""
ROOM = (1920, 1080)
BEFORE_THE_END = datetime.timedelta(seconds=154)
"""A step is pictured with this much of it left, once all that was done in it is there."""


def play_windows(out: Path, sample: Sample) -> list[Path]:
    """Play a sample with both windows open, in a file that goes afterwards.

    Leaves a picture of each window after each step in the folder `out`; where they are.
    """
    make_application()
    load_other_faces()
    clock = SetClock(WallClock().now())
    taken: list[Path] = []
    with TemporaryDirectory() as folder:
        session = Session.create(Path(folder) / "played.workshop", clock=clock)
        with opened(session, load_guide()) as console:

            def picture(step: str) -> None:
                ended = clock.now()
                stage, _, name = step.partition("/")
                # People arrive as the last thing of the first stage.
                clock.at(ended if stage == "gather" else ended - BEFORE_THE_END)
                taken.extend(_pictures(console, stage, name, out))
                clock.at(ended)

            def look(workshop: Workshop, event: Event | None) -> None:
                value = _in_mid_negotiation(workshop, event)
                if value and not any("negotiating" in path.name for path in taken):
                    console.desk.focus_on(value=value)
                    taken.extend(_both(console, "3-values-negotiating", out))

            console.desk.changed.connect(look)
            play(session, sample, clock, picture)
            taken.append(_documents(console, out))
    return taken


def _in_mid_negotiation(workshop: Workshop, event: Event | None) -> str:
    """The value whose second or later round shows three kinds of position and is still open."""
    found = workshop.rounds.get(event.round) if isinstance(event, PositionTaken) else None
    if found is None or found.subject not in workshop.values or found.number < 2:
        return ""
    everybody = len(found.positions) == len(workshop.organisations)
    varied = len({p.code for p in found.positions.values()}) >= 3
    return found.subject if everybody and varied and found.is_open else ""


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


def _pictures(console: Console, stage: str, step: str, out: Path) -> Iterator[Path]:
    desk = console.desk
    stages = console.navigator.stages()
    steps = [each.id for each in desk.guide.stage(stage).steps]
    name = f"{stages.index(stage) + 1}-{stage}-{steps.index(step) + 1:02}-{step}"
    desk.focus_on(value=_telling_value(desk.workshop))
    here = desk.guide.step(stage, step)
    if here.silent:
        yield from _both(console, f"{name}-in-silence", out)
        desk.focus_on(turned=desk.focus.turning(stage, here))
    yield from _both(console, name, out)
    if here.activity == "rounds":
        console.show_history(desk.focus.value)
        yield grab(console, out / f"{name}-history-console.png")
        console.travel.back()
    rehearsal = next(reversed(desk.workshop.rehearsals.values()), None)
    if rehearsal is None or here.activity != "play":
        return
    news = [i for i in rehearsal.pack.injects if i.for_everyone and i.id in rehearsal.played]
    if news:
        desk.focus_on(rehearsal=rehearsal.id, inject=news[-1].id)
        yield from _both(console, f"{name}-inject", out)
        desk.focus_on(inject="")


def _both(console: Console, name: str, out: Path) -> Iterator[Path]:
    # Between two pictures the time leaps, and nobody was away.
    console.injects.look_on()
    console.tick()
    yield grab(console, out / f"{name}-console.png")
    yield grab(console.room.window, out / f"{name}-room.png")


def _documents(console: Console, out: Path) -> Path:
    console.papers.open()
    page = console.papers.page
    while page is not None and not page.press.idle:
        settle()
    taken = grab(console, out / "7-documents-console.png")
    console.papers.close()
    return taken


def _telling_value(workshop: Workshop) -> str:
    """The value whose last round shows most: the widest spread of positions."""
    spread = {}
    for value in on_the_table(workshop):
        last = latest_round(workshop, value.id)
        codes = len({p.code for p in last.positions.values()}) if last else 0
        spread[value.id] = (codes, value.ending is None)
    return max(spread, key=lambda v: spread[v], default="")
