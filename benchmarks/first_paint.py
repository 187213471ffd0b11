"""Process start to the first picture of the start page, against a bare window in the same run."""

import os
import statistics
import subprocess
import sys
import time

from benchmarks.table import Line

LIMIT = 1.5
RUNS = 15

_PROBE = """
import sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

class Probe(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if watched.isWindow():
                watched.removeEventFilter(self)
                QApplication.instance().removeEventFilter(self)
                watched.repaint()
                print(time.monotonic(), flush=True)
                sys.stdout.flush()
                import os
                os._exit(0)
        return False

run = QApplication.exec

def measured(*arguments):
    probe = Probe()
    QApplication.instance().installEventFilter(probe)
    return run()

QApplication.exec = measured
"""

_BARE = (
    _PROBE
    + """
app = QApplication([])
window = QWidget()
window.resize(1366, 768)
window.show()
QApplication.exec()
"""
)

_APP = (
    _PROBE
    + """
sys.argv = ["facilitator"]
from ui.launch import main
main()
"""
)


def _once(code: str) -> float:
    """Seconds from the start of a process to its first picture."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[0]) - began


def measure() -> list[Line]:
    """The two in turn, so that both meet the same noise; medians."""
    for code in (_BARE, _APP):
        _once(code)
    pairs = [(_once(_BARE), _once(_APP)) for _ in range(RUNS)]
    bare = statistics.median(pair[0] for pair in pairs)
    app = statistics.median(pair[1] for pair in pairs)
    return [
        Line(
            "process start to first paint of the start page",
            f"{app * 1000:.0f} ms",
            f"bare window {bare * 1000:.0f} ms",
            app / bare,
            LIMIT,
        )
    ]
