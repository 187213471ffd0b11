"""Looking back: one step of the slider with 10,000 entries there, by itself and on the console."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.capturing import FRAME, GROWTH
from benchmarks.made import entries, played_often
from benchmarks.table import Line, percentile
from facilitator.events import Entry
from facilitator.guide import ELLERPORT, load_guide
from facilitator.history import History, replay
from sessions.library import entries_of
from sessions.session import Session
from ui.app import make_application
from ui.demo.keep import play_into
from ui.demo.sample import read_sample
from ui.demo.windows import opened, settle

EVENTS = 10_000
RUNS = 15
STEPS = 400
FOLD_LIMIT = 0.2
"""A step of the slider costs at most this share of folding everything."""


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _played(folder: Path) -> list[Entry]:
    path = folder / "ellerport.workshop"
    play_into(path, read_sample(ELLERPORT))
    return entries_of(path)


def _long_day(played: list[Entry]) -> list[Entry]:
    """Cards by the thousand, and after them a whole workshop: no group has a hundred values."""
    cards = entries(EVENTS - len(played))
    whole = played_often(played, len(played), cards[-1].id)
    return cards + [msgspec.structs.replace(entry, writer="workshop") for entry in whole]


def _steps(entries: list[Entry], folder: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of going to a moment, and of a key until all of the page is painted."""
    session = Session.create(folder / f"{len(entries)}.workshop")
    session.receive(entries)
    went, painted = [], []
    with opened(session, load_guide()) as console:
        console._heartbeat.stop()
        console.look_back()
        past, slider = console.desk.past, console.time_line.slider
        settle()
        for _ in range(STEPS):
            began = time.perf_counter()
            past.look_at_stop(slider.value() - 1)
            went.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            QTest.keyClick(slider, Qt.Key.Key_Left)
            QApplication.processEvents()
            painted.append((time.perf_counter() - began) * 1000)
    return went, painted


def measure() -> list[Line]:
    """Going to a moment against folding everything and a frame; a key with much there or little."""
    make_application()
    with TemporaryDirectory() as folder:
        played = _played(Path(folder))
        every_kind = played_often(played, EVENTS)
        past = History(every_kind).past()
        # The place farthest from a kept workshop, towards the end: nothing costs more.
        worst = EVENTS - past.EVERY - 1
        past.after(worst)
        pairs = [
            (_seconds(lambda: replay(every_kind)), _seconds(lambda: past.after(worst)))
            for _ in range(RUNS)
        ]
        whole = statistics.median(pair[0] for pair in pairs) * 1000
        step = statistics.median(pair[1] for pair in pairs) * 1000
        _, little = _steps(played, Path(folder))
        went, much = _steps(_long_day(played), Path(folder))
    few, many, p99 = percentile(little, 0.5), percentile(much, 0.5), percentile(went, 0.99)
    return [
        Line(
            f"the workshop as it stood, {EVENTS:,} entries there",
            f"{step:.2f} ms",
            f"folding everything {whole:.1f} ms",
            step / whole,
            FOLD_LIMIT,
        ),
        Line(
            "the slider to its next place: p99 in a frame",
            f"p50 {percentile(went, 0.5):.1f}  p99 {p99:.1f} ms",
            f"one frame at 60 Hz {FRAME} ms",
            p99 / FRAME,
            1.0,
        ),
        Line(
            "a key on the slider, the whole page painted: p50",
            f"p50 {many:.1f}  p90 {percentile(much, 0.9):.1f} ms",
            f"with {len(played)} entries {few:.1f} ms",
            many / few,
            GROWTH,
        ),
    ]
