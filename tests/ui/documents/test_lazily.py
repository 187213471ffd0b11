"""Nothing of the documents is read in before they are opened."""

import subprocess
import sys

LOOK = """
import sys
import ui.console.window
import ui.app
late = ("ui.documents", "pypdfium2", "reportlab")
print([name for name in sys.modules if name.startswith(late)])
"""


def test_the_console_comes_up_without_the_documents() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.strip() == "[]"
