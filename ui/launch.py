"""Where the process starts: straight to the window when nothing else is asked.

The command line is imported only when there is one to read: it costs a tenth of what the first
picture takes.
"""

import os
import sys


def main() -> None:
    """Open the app, or run a command."""
    screen = any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if len(sys.argv) == 1 and (screen or sys.platform != "linux"):
        from ui.app import run

        sys.exit(run())
    from ui.command_line import main as command

    command()
