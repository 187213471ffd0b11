"""When something breaks that should not: a report that a person can read and keep.

No words of the workshop go into it, no names, and no names of files: only what kind of thing
happened, when, where in the program, and in which step.
"""

import datetime
import faulthandler
import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

REPORTS = "crash-reports"
NATIVE = "stopped.txt"
"""Where the system's own trace goes when the program is stopped in the middle of everything."""
SAFE = "Everything that was kept until then is safe: each change is saved before it is shown."
HEAD = f"""Something went wrong in Facilitator that should not have.

{SAFE}
This report holds nothing that anybody said or is called, and no names of files. You may pass it on.
"""
_OURS = ("facilitator", "sessions", "exports", "ui")
_FILE = re.compile(r'File "([^"]*)"')


def report_folder() -> Path:
    """Where reports are kept."""
    from platformdirs import user_state_path

    return user_state_path("facilitator", appauthor=False) / REPORTS


def write_report(
    kind: type[BaseException], trace: TracebackType | None, folder: Path, step: str = ""
) -> Path:
    """Write where it happened, without the message: that may hold what somebody said.

    `step` is the step in hand as "purpose/only-us"; the guide's own word, and nobody else's.
    """
    frames = [
        f"  {_place(frame.filename)}, line {frame.lineno}, in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return _write(folder, kind.__name__, frames, step)


def report_of_last_time(folder: Path) -> Path | None:
    """Make a report of what the system left when the program was stopped; None where nothing is.

    Called before `catch_crashes`, which begins anew.
    """
    left = folder / NATIVE
    try:
        said = left.read_text("utf-8", errors="replace")
        left.unlink()
    except OSError:
        return None
    if not said.strip():
        return None
    frames = [f"  {_FILE.sub(lambda m: _place(m[1]), line)}" for line in said.splitlines()]
    return _write(folder, "The program was stopped by the system", frames, "")


def catch_crashes(
    folder: Path | None = None,
    tell: Callable[[Path], None] | None = None,
    step: Callable[[], str] = str,
) -> None:
    """Report whatever reaches the top, in slots, paint events and threads; the app stays open.

    `tell` is given a report, once for each place in the program; `step` says where the workshop is.
    """
    place = folder or report_folder()
    told_of: set[str] = set()

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        at = _where(kind, trace)
        try:
            path = write_report(kind, trace, place, _said(step))
        except OSError:
            print(f"Something went wrong, and no report could be written. {SAFE}", file=sys.stderr)
            return
        print(f"Something went wrong. {SAFE} A report is in {path}", file=sys.stderr)
        if tell is not None and at not in told_of:
            told_of.add(at)
            tell(path)

    def told_in_thread(args: threading.ExceptHookArgs) -> None:
        told(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    sys.excepthook = told
    threading.excepthook = told_in_thread
    _native(place)


def _native(folder: Path) -> None:
    """Have the system's own trace written down where the next start finds it."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        # Open as long as the program runs: when it is needed nothing can be opened any more.
        _kept_open.append((folder / NATIVE).open("w", encoding="utf-8"))
        faulthandler.enable(_kept_open[-1])
        return
    if sys.stderr is not None:
        faulthandler.enable()


_kept_open: list[IO[str]] = []


def _write(folder: Path, kind: str, frames: list[str], step: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.datetime.now().astimezone()
    path = folder / f"{now:%Y-%m-%d-%H%M%S}.txt"
    lines = [
        HEAD,
        f"When:     {now:%d.%m.%Y, %H:%M:%S}",
        f"What:     {kind}",
        *([f"Step:     {step}"] if step else []),
        f"Program:  {_program()}",
        f"System:   {platform.system()} {platform.release()}, Python {platform.python_version()}",
        "",
        "Where in the program:",
        *frames,
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _program() -> str:
    # Looked up only now: it costs a tenth of what the first picture takes.
    from importlib.metadata import PackageNotFoundError, version

    parts = []
    for name, package in (("Facilitator", "facilitator"), ("Qt", "PySide6_Essentials")):
        with suppress(PackageNotFoundError):
            parts.append(f"{name} {version(package)}")
    return ", ".join(parts)


def _place(file: str) -> str:
    """A file of the program by where it lies in it: what is before that names a person's folder."""
    parts = Path(file.replace("\\", "/")).parts
    for at in range(len(parts) - 1, -1, -1):
        if parts[at] in _OURS and at < len(parts) - 1:
            return "/".join(parts[at:])
    return parts[-1] if parts else ""


def _where(kind: type[BaseException], trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    last = frames[-1] if frames else None
    return f"{kind.__name__} {last.filename}:{last.lineno}" if last else kind.__name__


def _said(step: Callable[[], str]) -> str:
    """The step in hand; nothing where even that cannot be told now."""
    try:
        return step()
    except Exception:  # noqa: BLE001 - a report about a fault must not fail by the same fault
        return ""


def hear_qt() -> None:
    """Pass on what Qt says, but for one remark about windows that nobody sees."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def heard(_kind: QtMsgType, _where: QMessageLogContext, words: str | None) -> None:
        if words and "propagateSizeHints" not in words:
            print(words, file=sys.stderr)

    qInstallMessageHandler(heard)
