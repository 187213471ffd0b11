"""Playing a workshop file into a session file: whole, or not at all."""

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sessions.clock import SetClock
from sessions.library import SUFFIX, file_name
from sessions.problems import SessionProblem, Unwritable
from sessions.session import Session
from ui.demo.play import play
from ui.demo.player import Played
from ui.demo.sample import Sample


def session_name(sample: Sample) -> str:
    """The name of the file that a sample is played into."""
    return f"{file_name(sample.board.name)}{SUFFIX}"


def play_into(path: Path, sample: Sample, step: Callable[[str], None] | None = None) -> Played:
    """Play a sample into a new session file at `path`.

    An earlier playing of the same workshop gives way to it; anything else that stands there is
    left alone. Raises `SessionProblem`.
    """
    if path.exists():
        _check_untouched(path, sample)
    try:
        with tempfile.TemporaryDirectory(prefix=".playing-", dir=path.parent) as folder:
            new = Path(folder) / path.name
            clock = SetClock(datetime.now())
            with Session.create(new, clock=clock) as session:
                played = play(session, sample, clock, step)
            new.replace(path)
    except OSError as error:
        raise Unwritable.new(path) from error
    return played


def _check_untouched(path: Path, sample: Sample) -> None:
    """Refuse a session in which anybody has worked, or that is not a playing of this sample."""
    with Session.open(path) as session:
        writers = {entry.writer for entry in session.history.entries}
        same = session.workshop.about.group == sample.board.name.strip()
    if same and len(writers) == 1:
        return
    raise SessionProblem(
        f"There is a workshop called “{path.name}” already, and somebody has worked in it.",
        "Nothing in it was changed.",
        f"Choose another folder than {path.parent}, or move the file away.",
    )
