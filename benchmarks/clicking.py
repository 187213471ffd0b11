"""From a click to a file: Ellerport's agreement, against a bare hello of ReportLab in the same run.

Each is the first of a process of its own, so both read the modules that they need; what the app has
in hand by then (the workshop, open and folded) is there before the clock starts.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.table import Line

RUNS = 7
LIMIT_S = 0.5

_HELLO = """
import sys, time
began = time.perf_counter()
from reportlab.pdfgen.canvas import Canvas
canvas = Canvas(sys.argv[2])
canvas.drawString(72, 720, "Hello")
canvas.save()
print(time.perf_counter() - began)
"""

_AGREEMENT = """
import sys, time
from datetime import datetime, UTC
from pathlib import Path
from sessions.session import Session
with Session.open(Path(sys.argv[1])) as session:
    workshop = session.workshop
    began = time.perf_counter()
    from exports.documents.shelf import paper
    from exports.pdf import write_pdf
    write_pdf(paper(workshop, "agreement").make(datetime.now(UTC)), Path(sys.argv[2]))
    print(time.perf_counter() - began)
"""


def _once(code: str, session: Path, file: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", code, str(session), str(file)],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])


def measure() -> list[Line]:
    """The two in turn; medians."""
    from facilitator.guide import ELLERPORT
    from ui.demo.keep import play_into
    from ui.demo.sample import read_sample

    with tempfile.TemporaryDirectory() as folder:
        session, file = Path(folder, "ellerport.workshop"), Path(folder, "made.pdf")
        play_into(session, read_sample(ELLERPORT))
        pairs = [
            (_once(_HELLO, session, file), _once(_AGREEMENT, session, file)) for _ in range(RUNS)
        ]
    hello = statistics.median(pair[0] for pair in pairs)
    agreement = statistics.median(pair[1] for pair in pairs)
    return [
        Line(
            "Ellerport’s agreement, checked, from click to file",
            f"{agreement * 1000:.0f} ms",
            f"0.5 s beyond a hello of {hello * 1000:.0f} ms",
            (agreement - hello) / LIMIT_S,
            1.0,
        )
    ]
