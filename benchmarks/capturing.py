"""One capture: from Enter to durable on the disk and painted on both windows."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.made import entries
from benchmarks.painted import Painted
from benchmarks.table import Line, percentile
from facilitator.guide import load_guide
from facilitator.stages.gather import join_organisation, name_workshop
from sessions.session import Session
from ui.app import make_application
from ui.console.window import Console
from ui.demo.windows import opened
from ui.stages.capture.page import CapturePage

FRAME = 16.7
"""Milliseconds of a frame at 60 Hz."""
GROWTH = 2.0
THERE = (0, 1_000, 10_000)
CAPTURES = 300
WARM = 20


def _prepared(path: Path, there: int) -> Session:
    session = Session.create(path)
    session.do(name_workshop, "Bench", "Ashby Board", "Ashby", "2026-11-23", ("gather", "purpose"))
    for number in range(12):
        session.do(join_organisation, f"Organisation {number}")
    session.receive(entries(there, session.history.last_id))
    return session


def _captures(console: Console) -> list[float]:
    """Milliseconds of each capture."""
    console.navigator.go("purpose", "only-us")
    console._heartbeat.stop()
    page = console.page
    if not isinstance(page, CapturePage):
        raise TypeError("the step does not capture")
    painted = Painted()
    watched = (page.cards.viewport(), console.room.window.canvas)
    for widget in watched:
        widget.installEventFilter(painted)
    QApplication.processEvents()
    took = []
    for number in range(CAPTURES + WARM):
        page.field.line.setText(f"One idea in the words of the room, number {number}")
        QApplication.processEvents()
        painted.seen.clear()
        before = console.desk.workshop.card_count("purpose", "only-us")
        began = time.perf_counter()
        QTest.keyClick(page.field.line, Qt.Key.Key_Return)
        while len(painted.seen) < len(watched):
            QApplication.processEvents()
        took.append((time.perf_counter() - began) * 1000)
        if console.desk.workshop.card_count("purpose", "only-us") != before + 1:
            raise RuntimeError("a capture was not kept")
    return took[WARM:]


def measure() -> list[Line]:
    """Captures with 0, 1,000 and 10,000 cards there already."""
    make_application()
    guide = load_guide()
    medians: dict[int, float] = {}
    lines = []
    for there in THERE:
        with TemporaryDirectory() as folder:
            session = _prepared(Path(folder) / "bench.workshop", there)
            with opened(session, guide) as console:
                took = _captures(console)
        medians[there] = percentile(took, 0.5)
        worst = percentile(took, 0.99)
        lines.append(
            Line(
                f"capture with {there:,} cards there: p99 in a frame",
                f"p50 {medians[there]:.1f}  p99 {worst:.1f} ms",
                f"one frame at 60 Hz {FRAME} ms",
                worst / FRAME,
                1.0,
            )
        )
    lines.append(
        Line(
            f"capture with {THERE[-1]:,} cards there: p50",
            f"{medians[THERE[-1]]:.1f} ms",
            f"with none there {medians[0]:.1f} ms",
            medians[THERE[-1]] / medians[0],
            GROWTH,
        )
    )
    return lines
