"""When something breaks that should not: a report the facilitator can read and keep.

No words of the workshop go into it: only where in the program it happened.
"""

import datetime
import faulthandler
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

REPORTS = "crash-reports"


def report_folder() -> Path:
    """Where reports are kept."""
    from platformdirs import user_state_path

    return user_state_path("facilitator", appauthor=False) / REPORTS


def write_report(kind: type[BaseException], trace: TracebackType | None, folder: Path) -> Path:
    """Write where it happened, without the message: that may hold what somebody said."""
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.datetime.now().astimezone()
    path = folder / f"{now:%Y-%m-%d-%H%M%S}.txt"
    frames = "".join(traceback.format_tb(trace))
    path.write_text(f"{now.isoformat(timespec='seconds')}\n{kind.__name__}\n{frames}", "utf-8")
    return path


def catch_crashes(folder: Path | None = None) -> None:
    """Report whatever reaches the top, in slots, paint events and threads; the app stays open."""
    place = folder or report_folder()

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        try:
            path = write_report(kind, trace, place)
        except OSError:
            sys.__excepthook__(kind, error, trace)
            return
        print(
            f"Something went wrong that should not have. What was captured is safe in its file. "
            f"A report is in {path}",
            file=sys.stderr,
        )

    def told_in_thread(args: threading.ExceptHookArgs) -> None:
        told(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    sys.excepthook = told
    threading.excepthook = told_in_thread
    if sys.stderr is not None:
        faulthandler.enable()


def hear_qt() -> None:
    """Pass on what Qt says, but for one remark about windows that nobody sees."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def heard(_kind: QtMsgType, _where: QMessageLogContext, words: str | None) -> None:
        if words and "propagateSizeHints" not in words:
            print(words, file=sys.stderr)

    qInstallMessageHandler(heard)
