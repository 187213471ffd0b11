"""After a stop without warning the workshop opens where it was; after a proper end it does not."""

import os
import re
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from facilitator.stages.gather import name_workshop
from facilitator.stages.values import propose
from sessions.session import Session
from ui.app import Facilitator
from ui.attending.coming_back import ComingBack
from ui.attending.last_time import LastTime, Open


@pytest.fixture
def last(app: Facilitator, tmp_path: Path) -> LastTime:
    """What the app remembers of the last time."""
    made = LastTime(tmp_path / "state")
    app.attending.coming_back = ComingBack(app, made)
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ashby.workshop"
    with Session.create(made) as session:
        session.do(name_workshop, "Why us?", "Ashby Board", "Ashby", "2026-11-23", ("values",))
        session.do(propose, "City first", value_id="city")
        session.do(propose, "Home sooner", value_id="home")
    return made


def told() -> list[str]:
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    return [f"{w.text()} {w.informativeText()}" for w in boxes if w.isVisible()]


def stopped(last: LastTime, path: Path, attempts: int = 0, **in_hand: str) -> None:
    """The app stopped without warning while this was open."""
    last.begin(path, attempts)
    last.take_in_hand(in_hand)


def test_what_was_open_is_opened_and_it_is_said(
    app: Facilitator, last: LastTime, path: Path
) -> None:
    stopped(last, path, value="home")
    app.attending.coming_back.come_back()

    assert app.console is not None
    assert app.console.desk.session.path == path
    assert app.console.desk.focus.value == "home"
    (said,) = told()
    assert said.startswith("Facilitator stopped without warning after ")
    assert "Everything that was kept until then is here: " in said


def test_after_a_proper_end_nothing_is_opened(app: Facilitator, last: LastTime, path: Path) -> None:
    app.open_file(path)
    assert last.left_open() is not None
    app.go_home()

    assert last.left_open() is None
    app.attending.coming_back.come_back()
    assert app.console is None
    assert told() == []


def test_what_is_in_hand_is_remembered_and_no_words(
    app: Facilitator, last: LastTime, path: Path
) -> None:
    app.open_file(path)
    assert app.console is not None
    app.console.desk.focus_on(value="city", question="What the leader said in confidence")

    left = last.left_open()
    assert left is not None
    assert left.in_hand["value"] == "city"
    assert "confidence" not in last.file.read_text()


def test_a_workshop_that_stops_the_app_each_time_is_left_closed(
    app: Facilitator, last: LastTime, path: Path
) -> None:
    stopped(last, path, attempts=2)
    app.attending.coming_back.come_back()

    assert app.console is None
    assert "is left closed now" in told()[0]
    assert last.left_open() is None


def test_an_attempt_that_is_not_closed_properly_counts(
    app: Facilitator, last: LastTime, path: Path
) -> None:
    stopped(last, path)
    app.attending.coming_back.come_back()

    left = last.left_open()
    assert left is not None
    assert left.attempts == 1


def test_a_file_that_cannot_be_opened_any_more_is_explained(
    app: Facilitator, last: LastTime, path: Path
) -> None:
    stopped(last, path)
    path.unlink()
    app.attending.coming_back.come_back()

    assert app.console is None
    assert "is not there any more" in told()[0]
    assert last.left_open() is None


def test_what_another_copy_of_the_app_has_open_never_stopped(
    app: Facilitator, last: LastTime, path: Path
) -> None:
    with Session.open(path):
        stopped(last, path)
        app.attending.coming_back.come_back()

    assert app.console is None
    assert told() == []
    assert last.left_open() is not None


def test_since_when_another_window_has_it_open_is_said(
    app: Facilitator, last: LastTime, path: Path
) -> None:
    with Session.open(path):
        last.begin(path)
        app.open_file(path)

    (said,) = told()
    assert re.search(r"another window of Facilitator on this computer since \d\d:\d\d\.", said)


def test_since_when_is_not_said_where_it_is_not_known(
    app: Facilitator, last: LastTime, path: Path
) -> None:
    with Session.open(path):
        last.begin(path.with_name("other.workshop"))
        app.open_file(path)

    assert "is open in another window of Facilitator. " in told()[0]


def test_a_window_that_was_opened_another_day_is_not_told_by_its_hour(
    app: Facilitator, last: LastTime, path: Path
) -> None:
    with Session.open(path):
        last.begin(path)
        assert last._now is not None
        last._now = replace(last._now, since="2026-03-18T14:02:00+00:00")
        last.seen()
        app.open_file(path)

    assert "14:02" not in told()[0]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"path": 1}', '{"path":"x","seen":"","in_hand":[],"attempts":0}']
)
def test_a_memory_that_cannot_be_read_is_none(tmp_path: Path, content: str) -> None:
    last = LastTime(tmp_path)
    last.file.write_text(content)

    assert last.left_open() is None


def test_a_folder_that_takes_nothing_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    last = LastTime(tmp_path / "file")
    last.begin(tmp_path / "a.workshop")
    last.end()

    assert last.left_open() is None


def test_the_moment_is_said_with_its_day_where_it_was_another(
    app: Facilitator, last: LastTime, path: Path
) -> None:
    stopped(last, path)
    last._now = Open(str(path), "2026-03-18T14:32:00+00:00")
    last._write()
    app.attending.coming_back.come_back()

    assert "without warning after 18.03.2026, 14:32." in told()[0]


RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import Facilitator, make_application, _settle_in

app = make_application([])
facilitator = Facilitator()
_settle_in(app, facilitator)
facilitator.open_file(Path(sys.argv[1]))
QTimer.singleShot(300, lambda: print("open", flush=True))
app.exec()
print("ended", flush=True)
"""


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_the_system_s_wish_to_end_closes_properly_and_a_kill_does_not(
    path: Path, tmp_path: Path, kind: signal.Signals
) -> None:
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")}
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(RUN), str(path)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        process.send_signal(kind)
        rest = process.stdout.read()

    left = LastTime(tmp_path / "state" / "facilitator").left_open()
    assert (rest, left is None) == (("", False) if kind == signal.SIGKILL else ("ended\n", True))
