"""One position: from the key to durable on the disk and painted on both windows."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.negotiation import DAY, negotiated
from benchmarks.painted import FRAME, Painted, settle
from benchmarks.table import Line, percentile
from facilitator.guide import load_guide
from facilitator.rounds import latest_round
from sessions.clock import SetClock
from sessions.session import Session
from ui.app import make_application
from ui.console.window import Console
from ui.demo.windows import opened
from ui.stages.values.rounds import RoundsPage
from ui.theme.fonts import load_other_faces

GROWTH = 2.0
SMALL = (12, 1, 1)
LARGE = (40, 20, 5)
"""Organisations, values, rounds of each."""
KEYS = 240
WARM = 40
PATIENCE = 5.0


def prepared(path: Path, size: tuple[int, int, int]) -> Session:
    """A session of this size, at the moment at which the first value's last round is open."""
    session = Session.create(path, clock=SetClock(DAY))
    session.receive(negotiated(*size))
    return session


def rounds_page(console: Console) -> RoundsPage:
    """The page of the rounds, with the first value in hand."""
    console.navigator.go("values", "rounds")
    console.desk.focus_on(value="value-0")
    if not isinstance(console.page, RoundsPage):
        raise TypeError("the step does not negotiate")
    return console.page


def keystrokes(console: Console, count: int = KEYS) -> list[float]:
    """Milliseconds of each position, for one organisation after another and round again."""
    page = rounds_page(console)
    console._heartbeat.stop()
    painted = Painted()
    table = page.ledger.table
    watched = (table.viewport(), console.room.window.canvas)
    for widget in watched:
        widget.installEventFilter(painted)
    organisations = list(console.desk.workshop.organisations)
    took = []
    for number in range(count + WARM):
        asked = organisations[number % len(organisations)]
        turn = number // len(organisations)
        key, code = (Qt.Key.Key_1, "agree") if turn % 2 == 0 else (Qt.Key.Key_6, "abstain")
        table.go_to(asked)
        table.setFocus()
        settle()
        painted.seen.clear()
        began = time.perf_counter()
        QTest.keyClick(table, key)
        while len(painted.seen) < len(watched):
            QApplication.processEvents()
            if time.perf_counter() - began > PATIENCE:
                raise RuntimeError("a position was not shown on both windows")
        took.append((time.perf_counter() - began) * 1000)
        last = latest_round(console.desk.workshop, "value-0")
        if last is None or last.positions[asked].code != code:
            raise RuntimeError("a position was not kept")
    return took[WARM:]


def measure() -> list[Line]:
    """One position at a small table and at a long negotiation."""
    make_application()
    load_other_faces()
    guide = load_guide()
    medians = []
    lines = []
    for size in (SMALL, LARGE):
        with (
            TemporaryDirectory() as folder,
            opened(prepared(Path(folder) / "bench.workshop", size), guide) as console,
        ):
            took = keystrokes(console)
        medians.append(percentile(took, 0.5))
        worst = percentile(took, 0.99)
        lines.append(
            Line(
                "position, {} organisations, {} values, {} rounds: p99".format(*size),
                f"p50 {medians[-1]:.1f}  p99 {worst:.1f} ms",
                f"one frame at 60 Hz {FRAME} ms",
                worst / FRAME,
                1.0,
            )
        )
    small, large = medians
    lines.append(
        Line(
            "position in the long negotiation: p50",
            f"{large:.1f} ms",
            f"at the small table {small:.1f} ms",
            large / small,
            GROWTH,
        )
    )
    return lines
