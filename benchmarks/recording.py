"""A tagged record of many contributions: ours against other tools, and how it grows.

Every tool sets the same words in the same face, a heading and then each contribution as a quotation
with its author under it, as an accessible PDF of the kind that it can make. Each runs in a process
of its own with its modules read before the clock starts, as they are in an app that is open; so
ours is `render_pdf`, with its own check of the finished file.
"""

import importlib.util
import json
import os
import statistics
import subprocess
import sys

from benchmarks.table import Line

CONTRIBUTIONS = 1_000
RUNS = 5
AHEAD = 1 / 3
BESIDE_TYPST = 1.5
FEW, MANY = 2_500, 10_000
GROWTH = 4.4
MEMORY_MB = 300.0

_WORDS = """
words = [
    f"Decide together where the next pound goes, in public, and say what each of us gave up for it "
    f"and to whom it goes now, number {at}"
    for at in range(count)
]
"""

_OURS = """
from datetime import datetime, UTC
from exports.blocks import Document, Heading, Quote, Title
from exports.pdf import render_pdf
render_pdf(Document("Warm", (Title("Warm"), Quote("a", "b")), datetime(2026, 11, 23, tzinfo=UTC)))
def make():
    blocks = [Title("Session record"), Heading("What was said")]
    blocks += [Quote(text, "Council") for text in words]
    made = datetime(2026, 11, 23, tzinfo=UTC)
    return render_pdf(Document("Session record", tuple(blocks), made))
"""

_WEASYPRINT = """
from weasyprint import HTML
from facilitator.fonts import FOLDER
face = (FOLDER / "AtkinsonHyperlegibleNext-Regular.ttf").as_uri()
def make():
    who = "<p><small>Council</small></p>"
    said = "".join(f"<blockquote><p>{text}</p>{who}</blockquote>" for text in words)
    page = (
        "<html lang=en-GB><head><title>Session record</title><style>@font-face{font-family:A;"
        f"src:url({face})}}body{{font:12pt A}}</style></head><body><h1>Session record</h1>"
        f"<h2>What was said</h2>{said}</body></html>"
    )
    return HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
"""

_FPDF2 = """
from fpdf import FPDF
from facilitator.fonts import FOLDER
def make():
    pdf = FPDF()
    pdf.set_lang("en-GB")
    pdf.set_title("Session record")
    pdf.add_font("A", "", str(FOLDER / "AtkinsonHyperlegibleNext-Regular.ttf"))
    pdf.add_page()
    pdf.set_font("A", size=20)
    pdf.multi_cell(0, 10, "What was said", new_x="LMARGIN", new_y="NEXT")
    for text in words:
        pdf.set_font("A", size=12)
        pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("A", size=10)
        pdf.multi_cell(0, 6, "Council", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())
"""

_TYPST = """
import os, tempfile, typst
from facilitator.fonts import FOLDER
def make():
    said = "\\n".join(
        f"#quote(block: true, attribution: [Council])[{text}]" for text in words
    )
    page = (
        '#set document(title: "Session record")\\n#set text(lang: "en", region: "GB", size: 12pt, '
        f'font: "Atkinson Hyperlegible Next")\\n= What was said\\n{said}'
    )
    return typst.compile(page.encode(), font_paths=[str(FOLDER)], pdf_standards="ua-1",
                         ignore_system_fonts=True)
"""

_RUN = """
import json, resource, sys, time
began = time.perf_counter()
made = make()
took = time.perf_counter() - began
if sys.platform == "linux":
    # What getrusage says includes the peak of whoever started this process.
    status = open("/proc/self/status").read()
    peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024)
print(json.dumps([took, peak, len(made)]))
"""


def _once(code: str, count: int) -> tuple[float, float, int]:
    """Seconds of making a record, the process's peak in MB, bytes of the file."""
    whole = f"count = {count}\n{_WORDS}\n{code}\n{_RUN}"
    done = subprocess.run(
        [sys.executable, "-c", whole],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )
    took, peak, size = json.loads(done.stdout.splitlines()[-1])
    return took, peak, size


def measure() -> list[Line]:
    """Ours and every peer in turn, so that all meet the same noise; medians."""
    peers = {"weasyprint": _WEASYPRINT, "fpdf": _FPDF2, "typst": _TYPST}
    there = {name: code for name, code in peers.items() if importlib.util.find_spec(name)}
    for name in peers.keys() - there.keys():
        print(f"(no {name} here: pip install 'facilitator[peers]' to compare with it)")
    times: dict[str, list[float]] = {name: [] for name in ("ours", *there)}
    for _ in range(RUNS):
        for name, code in {"ours": _OURS, **there}.items():
            times[name].append(_once(code, CONTRIBUTIONS)[0])
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    ours = medians.pop("ours")
    lines = [
        Line(
            f"a tagged record of {CONTRIBUTIONS:,} contributions",
            f"{ours:.2f} s",
            f"{name} {taken:.2f} s",
            ours / taken,
            BESIDE_TYPST if name == "typst" else AHEAD,
        )
        for name, taken in medians.items()
    ]
    return lines + _growth()


def _growth() -> list[Line]:
    few, many = zip(*((_once(_OURS, FEW), _once(_OURS, MANY)) for _ in range(3)), strict=True)
    before = statistics.median(took for took, _, _ in few)
    after = statistics.median(took for took, _, _ in many)
    peak = max(peak for _, peak, _ in many)
    return [
        Line(
            f"a tagged record of {MANY:,} contributions",
            f"{after:.2f} s",
            f"{FEW:,} in {before:.2f} s",
            after / before,
            GROWTH,
        ),
        Line(
            f"memory for a tagged record of {MANY:,}",
            f"{peak:.0f} MB at most",
            f"{MEMORY_MB:.0f} MB",
            peak / MEMORY_MB,
            1.0,
        ),
    ]
