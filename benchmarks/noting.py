"""One note: from Enter to durable on the disk and painted in the note-taker's list."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.made import entries
from benchmarks.painted import FRAME, Painted, settle
from benchmarks.table import Line, percentile
from facilitator.board import capture
from facilitator.guide import load_guide
from facilitator.stages.gather import join_organisation, name_workshop
from sessions.copies import begin_notes, hand_out
from sessions.session import Session
from ui.app import make_application
from ui.desk import Desk
from ui.notes.window import NotesWindow

THERE = 2_000
NOTES = 200
WARM = 20


def _prepared(folder: Path) -> Session:
    """A note-taker's session with so many notes, and as many cards of the facilitator."""
    with Session.create(folder / "main.workshop") as main:
        main.do(name_workshop, "Bench", "Ashby Board", "Ashby", "2026-11-23", ("purpose",))
        for number in range(12):
            main.do(join_organisation, f"Organisation {number}")
        main.receive(entries(THERE, main.history.last_id))
        hand_out(main, folder / "out.workshop")
    session = Session.open(begin_notes(folder / "out.workshop", folder, "Table 3"))
    for number in range(THERE):
        session.do(capture, f"What was said at the table, as number {number}", "purpose", "only-us")
    return session


def measure() -> list[Line]:
    """Notes with 2,000 there already."""
    make_application()
    with TemporaryDirectory() as folder:
        window = NotesWindow(Desk(_prepared(Path(folder)), load_guide()))
        window.resize(1366, 768)
        window.show()
        painted = Painted()
        window.table.viewport().installEventFilter(painted)
        settle()
        took = []
        for number in range(NOTES + WARM):
            window.field.line.setText(f"One more thing that was said, number {number}")
            settle()
            painted.seen.clear()
            before = window.kept.count
            began = time.perf_counter()
            QTest.keyClick(window.field.line, Qt.Key.Key_Return)
            while not painted.seen:
                QApplication.processEvents()
            took.append((time.perf_counter() - began) * 1000)
            if window.kept.count != before + 1:
                raise RuntimeError("a note was not kept")
        window.close()
        window.deleteLater()
    worst = percentile(took[WARM:], 0.99)
    return [
        Line(
            f"a note with {THERE:,} there: p99 in a frame",
            f"p50 {percentile(took[WARM:], 0.5):.1f}  p99 {worst:.1f} ms",
            f"one frame at 60 Hz {FRAME} ms",
            worst / FRAME,
            1.0,
        )
    ]
