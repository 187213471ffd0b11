"""A scenario in play: news that arrives, a note that is kept, a look at the clock for nothing."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.negotiation import DAY, Made
from benchmarks.painted import FRAME, Painted, settle
from benchmarks.table import Line, percentile
from facilitator.guide import Inject, load_guide
from facilitator.stages.gather import join_member, join_organisation, name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario, give_role
from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.feeling import give_slip
from facilitator.stages.rehearsal.injects import answer_inject, play_inject
from facilitator.stages.rehearsal.observing import mark_value, take_note
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.stages.values import propose
from sessions.clock import SetClock
from sessions.session import Session
from ui.app import make_application
from ui.console.window import Console
from ui.demo.windows import opened
from ui.stages.rehearsal.playing.page import PlayPage
from ui.theme.fonts import load_other_faces

AT_ONCE = 100.0
"""Milliseconds within which what comes by itself is taken to have come at once."""
IDLE = 1.0
"""Milliseconds that a look at the clock may cost, twice a second, when nothing is due."""
SMALL = 3
LARGE = 200
"""Injects, notes and marks of each; and half as many slips again."""
ACTS = 60
WARM = 8
PATIENCE = 5.0


def prepared(path: Path, size: int) -> Session:
    """A session with a story at minute 25, half of its injects arrived, `size` more to come."""
    made = Made()
    made.do(name_workshop, "Bench", "Ashby Board", "Ashby", "2026-11-23", ("values", "rehearsal"))
    for number in range(20):
        made.do(join_organisation, f"Organisation {number}", organisation_id=f"org-{number}")
        for seat in range(2):
            made.do(
                join_member, f"org-{number}", f"Director {seat}", member_id=f"m-{number}-{seat}"
            )
    for number in range(12):
        made.do(propose, f"Value {number}", "We say so.", value_id=f"value-{number}")
    pack = load_guide().packs["SC1"]
    arrived = [_inject(f"past-{n}", 25, n) for n in range(size)]
    # One every minute of the clock, so that each look brings one.
    coming = [_inject(f"next-{n}", 26 + n, n) for n in range(ACTS + WARM)]
    story = msgspec.structs.replace(pack, injects=(*arrived, *coming))
    made.do(choose_scenario, story, rehearsal_id="R")
    for role, member in zip(pack.roles, range(20), strict=False):
        made.do(give_role, "R", role, f"m-{member}-0")
    made.do(start_clock, "R", DAY.timestamp(), 25)
    for number, each in enumerate(arrived):
        made.do(play_inject, "R", each.id, 25, "clock")
        made.do(answer_inject, "R", each.id, f"We did something about {number}.")
        made.do(take_note, "R", 1_500 + number, f"Somebody said something, number {number}.")
        made.do(mark_value, "R", f"value-{number % 12}", 25 + number % 40, "bent", "They waited.")
    for number in range(size + size // 2):
        made.do(give_slip, "R", "before", f"word{number % 30}", 1 + number % 5)
    session = Session.create(path, clock=SetClock(DAY))
    session.receive(made.history.entries)
    return session


def _inject(inject: str, minute: int, number: int) -> Inject:
    to = "Everyone" if number % 2 == 0 else "Board chair"
    words = f"News number {number} of the hospital, which nobody in this room has expected today."
    return Inject(id=inject, at_min=minute, arrives_as="Phone call", to=to, text=words)


def play_page(console: Console) -> PlayPage:
    """The page of the story in play."""
    console.navigator.go("rehearsal", "play")
    if not isinstance(console.page, PlayPage):
        raise TypeError("the step does not play")
    console._heartbeat.stop()
    return console.page


def arrivals(console: Console, clock: SetClock) -> list[float]:
    """Milliseconds from a look at the clock to news for everyone painted on both windows."""
    page = play_page(console)
    painted = Painted()
    watched = (page.timeline, console.room.window.canvas)
    for widget in watched:
        widget.installEventFilter(painted)
    # Ten seconds past a minute, so that it is the second look of two that brings the next news.
    clock.forward((10 - _story(console).clock.seconds(console.desk.seconds())) % 60)
    console.tick()
    took = []
    for _ in range(ACTS + WARM - 1):
        console.desk.focus_on(inject="")
        settle()
        # A minute, in steps short enough that nobody takes it for a sleep.
        clock.forward(30)
        console.tick()
        clock.forward(30)
        settle()
        painted.seen.clear()
        before = len(_story(console).played)
        began = time.perf_counter()
        console.tick()
        newest = _story(console).inject(list(_story(console).played)[-1])
        for_all = newest is not None and newest.for_everyone
        while len(painted.seen) < (len(watched) if for_all else 1):
            QApplication.processEvents()
            if time.perf_counter() - began > PATIENCE:
                raise RuntimeError("news was not shown on both windows")
        if for_all:
            took.append((time.perf_counter() - began) * 1000)
        if len(_story(console).played) != before + 1:
            raise RuntimeError("news did not arrive, or more than one")
    return took[WARM // 2 :]


def notes(console: Console) -> list[float]:
    """Milliseconds from Enter on a note to durable and painted on the page."""
    page = play_page(console)
    line = page.note.line
    took = []
    for number in range(ACTS + WARM):
        line.setFocus()
        line.setText(f"They looked at each other, {number}")
        settle()
        before = len(_story(console).notes)
        began = time.perf_counter()
        QTest.keyClick(line, Qt.Key.Key_Return)
        QApplication.processEvents()
        took.append((time.perf_counter() - began) * 1000)
        if len(_story(console).notes) != before + 1:
            raise RuntimeError("a note was not kept")
    return took[WARM:]


def looks(console: Console, clock: SetClock) -> list[float]:
    """Milliseconds of a look at the clock when nothing is due."""
    play_page(console)
    took = []
    for _ in range(ACTS + WARM):
        clock.forward(0.5)
        began = time.perf_counter()
        console.injects.tick()
        took.append((time.perf_counter() - began) * 1000)
    return took[WARM:]


def _story(console: Console) -> Rehearsal:
    return console.desk.workshop.rehearsals["R"]


def measure() -> list[Line]:
    """News, notes and looks, in a story as the packs have it and in one of two hundred injects."""
    make_application()
    load_other_faces()
    guide = load_guide()
    lines = []
    for size in (SMALL, LARGE):
        clock = SetClock(DAY)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "bench.workshop"
            prepared(path, size).close()
            with opened(Session.open(path, clock=clock), guide) as console:
                idle = looks(console, clock)
                kept = notes(console)
                came = arrivals(console, clock)
        about = f"{size} injects"
        for what, took, against, limit in (
            (f"news, {about}: p99", came, f"at once {AT_ONCE:.0f} ms", AT_ONCE),
            (f"note in play, {about}: p99", kept, f"one frame at 60 Hz {FRAME} ms", FRAME),
            (f"a look at the clock, {about}: p99", idle, f"{IDLE} ms", IDLE),
        ):
            worst = percentile(took, 0.99)
            measured = f"p50 {percentile(took, 0.5):.2f}  p99 {worst:.2f} ms"
            lines.append(Line(what, measured, against, worst / limit, 1.0))
    return lines
