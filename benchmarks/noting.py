"""One note of a note-taker, with none and with 2,000 there already; and holding the file."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.made import entries
from benchmarks.table import Line, percentile
from facilitator.board import capture
from facilitator.guide import load_guide
from facilitator.stages.gather import join_organisation, name_workshop
from sessions.copies import begin_notes, hand_out
from sessions.session import Session
from ui.app import make_application
from ui.desk import Desk
from ui.notes.window import NotesWindow

FRAME = 16.7
"""Milliseconds of a frame at 60 Hz."""
HELD = 10.0
"""Milliseconds for which whoever types may wait while the file is held for a shared folder."""
THERE = (0, 2_000)
NOTES = 300
WARM = 20
ENTRIES = 5_000
TIMES = 40


def _prepared(folder: Path, there: int) -> Session:
    with Session.create(folder / "bench.workshop") as main:
        main.do(name_workshop, "Bench", "Ashby Board", "Ashby", "2026-11-23")
        for number in range(12):
            main.do(join_organisation, f"Organisation {number}")
        hand_out(main, folder / "out.workshop")
    notes = Session.open(begin_notes(folder / "out.workshop", folder, "Table 3"))
    for number in range(there):
        notes.do(capture, f"Noted in the words of the table, number {number}", "purpose", "only-us")
    return notes


def _notes(window: NotesWindow) -> list[float]:
    """Milliseconds of each note, from Enter until it is on the disk and in the list."""
    took = []
    for number in range(NOTES + WARM):
        window.field.line.setText(f"One idea in the words of the table, number {number}")
        QApplication.processEvents()
        before = window.kept.count
        began = time.perf_counter()
        QTest.keyClick(window.field.line, Qt.Key.Key_Return)
        took.append((time.perf_counter() - began) * 1000)
        if window.kept.count != before + 1:
            raise RuntimeError("a note was not kept")
    return took[WARM:]


def _held(folder: Path) -> list[float]:
    """Milliseconds of holding a file of 5,000 entries."""
    took = []
    with Session.create(folder / "held.workshop") as session:
        session.do(name_workshop, "Bench", "Ashby Board", "Ashby", "2026-11-23")
        session.receive(entries(ENTRIES, session.history.last_id))
        for _ in range(TIMES):
            began = time.perf_counter()
            session.held()
            took.append((time.perf_counter() - began) * 1000)
    return took


def measure() -> list[Line]:
    """Notes with none and with 2,000 there, and holding the file for a shared folder."""
    make_application()
    guide = load_guide()
    lines = []
    for there in THERE:
        with TemporaryDirectory() as folder:
            window = NotesWindow(Desk(_prepared(Path(folder), there), guide))
            window.resize(1366, 768)
            window.show()
            took = _notes(window)
            window.close()
            window.deleteLater()
        worst = percentile(took, 0.99)
        lines.append(
            Line(
                f"a note with {there:,} there: p99 in a frame",
                f"p50 {percentile(took, 0.5):.1f}  p99 {worst:.1f} ms",
                f"one frame at 60 Hz {FRAME} ms",
                worst / FRAME,
                1.0,
            )
        )
    with TemporaryDirectory() as folder:
        took = _held(Path(folder))
    worst = percentile(took, 0.99)
    lines.append(
        Line(
            f"holding {ENTRIES:,} entries for a shared folder: p99",
            f"p50 {percentile(took, 0.5):.1f}  p99 {worst:.1f} ms",
            f"{HELD:.0f} ms of whoever types",
            worst / HELD,
            1.0,
        )
    )
    return lines
