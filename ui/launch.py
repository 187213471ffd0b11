"""Where the process starts: straight to the window when nothing else is asked.

The command line is imported only when there is one to read: it costs a tenth of what the first
picture takes.
"""

import os
import sys


def main() -> None:
    """Open the app, or run a command."""
    if sys.argv[1:] == ["read-from-elsewhere"]:
        # Packed into one program, the app is its own reader: see `sessions.intake.process`.
        from sessions.intake.reader import main as read_from_elsewhere

        read_from_elsewhere()
        return
    screen = any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if len(sys.argv) == 1 and (screen or sys.platform != "linux"):
        from ui.app import run

        sys.exit(run())
    from ui.command_line import main as command

    command()
