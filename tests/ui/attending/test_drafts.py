"""What stands in a field and is not kept yet survives a crash, and comes back where it was."""

import os
import signal
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.board import capture
from facilitator.guide import load_guide
from facilitator.history import root_of
from facilitator.progress import enter_step
from facilitator.stages.gather import join_organisation, name_workshop
from sessions.session import Session
from ui.attending.draft_files import file_of, read, write
from ui.attending.draft_places import address_of, passing
from ui.attending.drafts import BACK, Drafts
from ui.console.window import Console
from ui.desk import Desk

WORDS = "We are asked when it is already deci"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


@pytest.fixture
def main(session: Session) -> Session:
    session.do(name_workshop, "Shaping", "Ashby Board", "Ashby", "2026-03-18")
    for name in ("Alder", "Beech"):
        session.do(join_organisation, name, org_class="nhs", organisation_id=name.casefold())
    session.do(enter_step, "purpose", "only-us", 1.0)
    return session


class Desktop:
    """A console and the drafts of what is typed there, as after a start of the app."""

    def __init__(self, session: Session, folder: Path, there: str = "") -> None:
        self.told: list[str] = []
        self.gone = False
        self.desk = Desk(session, load_guide())
        self.console = Console(self.desk)
        self.console.resize(1366, 768)
        self.console.show()
        self.console.activateWindow()
        QTest.qWaitForWindowActive(self.console)
        if there:
            self.field.setText(there)
        self.drafts = Drafts(self.console, folder)
        self.drafts.told.connect(self.told.append)
        self.drafts.begin(self.desk)
        self.file = file_of(root_of(session.history.entries), folder)

    @property
    def field(self) -> QLineEdit:
        """The line in which the room's words are captured."""
        found = self.console.page.field.line
        assert isinstance(found, QLineEdit)
        return found

    def saved(self) -> list[str]:
        """What is on the disk."""
        self.drafts.save()
        assert self.drafts._pool is not None
        self.drafts._pool.submit(int).result()
        return list(read(self.file).values())

    def crash(self) -> None:
        """Nothing is closed properly: only the windows go."""
        if self.gone:
            return
        self.gone = True
        self.desk._stop_listening()
        self.drafts._follow(None)
        self.drafts._root = ""
        self.console._heartbeat.stop()
        self.console.hide()
        self.console.deleteLater()


@pytest.fixture
def desktop(qapp: QApplication, main: Session, folder: Path) -> Iterator[Desktop]:
    made = Desktop(main, folder)
    yield made
    made.crash()


def again(desktop: Desktop, main: Session, folder: Path) -> Desktop:
    desktop.crash()
    return Desktop(main, folder)


def test_what_is_typed_is_on_the_disk_within_a_second(desktop: Desktop, qtbot: QtBot) -> None:
    QTest.keyClicks(desktop.field, WORDS)

    qtbot.waitUntil(lambda: list(read(desktop.file).values()) == [WORDS], timeout=1_000)


def test_it_comes_back_into_the_same_field_and_that_is_said_once(
    desktop: Desktop, main: Session, folder: Path
) -> None:
    QTest.keyClicks(desktop.field, WORDS)
    desktop.saved()
    after = again(desktop, main, folder)

    assert after.field.text() == WORDS
    assert after.told == [BACK]
    QTest.keyClicks(after.field, "ded.")
    assert after.saved() == [f"{WORDS}ded."]
    after.crash()


def test_what_was_kept_is_no_draft_any_more(desktop: Desktop) -> None:
    QTest.keyClicks(desktop.field, WORDS)
    QTest.keyClick(desktop.field, Qt.Key.Key_Return)

    assert desktop.field.text() == ""
    assert desktop.saved() == []
    assert not desktop.file.exists()


def test_it_comes_back_in_its_own_step_only(desktop: Desktop, main: Session, folder: Path) -> None:
    QTest.keyClicks(desktop.field, WORDS)
    desktop.saved()
    desktop.crash()
    main.do(enter_step, "purpose", "why-bother", 2.0)
    elsewhere = Desktop(main, folder)
    others = [
        f.text() if isinstance(f, QLineEdit) else f.toPlainText()
        for kind in (QLineEdit, QPlainTextEdit)
        for f in elsewhere.console.findChildren(kind)
    ]
    assert WORDS not in others

    elsewhere.console.navigator.go("purpose", "only-us")
    elsewhere.field.setFocus()
    QApplication.processEvents()
    assert elsewhere.field.text() == WORDS
    elsewhere.crash()


def test_a_field_that_already_holds_something_is_left_alone(
    desktop: Desktop, main: Session, folder: Path
) -> None:
    QTest.keyClicks(desktop.field, WORDS)
    desktop.saved()
    desktop.crash()
    after = Desktop(main, folder, "Something else")

    assert after.field.text() == "Something else"
    assert after.told == []
    after.crash()


def test_a_search_is_no_draft(desktop: Desktop, qtbot: QtBot) -> None:
    line = QLineEdit(desktop.console)
    passing(line)
    line.show()
    line.setFocus()
    QTest.keyClicks(line, "Quillfeather")

    assert desktop.saved() == []


def test_nothing_is_kept_of_passwords_and_what_cannot_be_typed_into(desktop: Desktop) -> None:
    secret, fixed = QLineEdit(desktop.console), QLineEdit(desktop.console)
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    fixed.setReadOnly(True)
    for line in (secret, fixed):
        line.show()
        line.setFocus()
        QTest.keyClicks(line, "hush")

    assert desktop.saved() == []


def test_words_that_a_page_puts_into_a_field_are_no_draft(desktop: Desktop) -> None:
    desktop.field.setFocus()
    desktop.field.setText("Put there to be corrected")

    assert desktop.saved() == []


def test_several_lines_are_drafts_too(desktop: Desktop) -> None:
    field = QPlainTextEdit(desktop.console)
    field.setAccessibleName("Words")
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "First")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "Second")

    assert desktop.saved() == ["First\nSecond"]
    field.setPlainText("")
    assert desktop.saved() == []


def test_words_that_were_taken_out_leave_the_drafts(desktop: Desktop) -> None:
    QTest.keyClicks(desktop.field, "Mrs Quillfeather")
    assert desktop.saved() == ["Mrs Quillfeather"]

    desktop.drafts.forget("quillfeather")

    assert desktop.saved() == []


def test_only_whoever_wrote_them_may_read_them(desktop: Desktop) -> None:
    QTest.keyClicks(desktop.field, WORDS)
    desktop.saved()

    assert stat.S_IMODE(desktop.file.stat().st_mode) == 0o600


def test_a_folder_that_takes_nothing_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")

    write(tmp_path / "file" / "root.json", {"address": "words"})

    assert read(tmp_path / "file" / "root.json") == {}


@pytest.mark.parametrize("content", ["", "[1]", '{"a": 1}', "{", "\x00"])
def test_drafts_that_cannot_be_read_are_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "root.json").write_text(content)

    assert read(tmp_path / "root.json") == {}


def test_every_field_of_a_page_has_an_address_of_its_own(desktop: Desktop) -> None:
    for stage in desktop.console.navigator.stages():
        for step in desktop.desk.guide.stage(stage).steps:
            desktop.console.navigator.go(stage, step.id)
            page = desktop.console.page
            assert page is not None
            fields = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
            addresses = [address_of(field) for field in fields]
            assert len(set(addresses)) == len(addresses), (stage, step.id)


RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from ui.app import Facilitator, make_application

app = make_application([])
facilitator = Facilitator()
facilitator.open_file(Path(sys.argv[1]))
QTest.qWait(200)
line = facilitator.console.page.field.line
line.setFocus()
print("found", line.text(), flush=True)
if len(sys.argv) > 2:
    QTest.keyClicks(line, sys.argv[2])
    QTimer.singleShot(1_000, lambda: print("typed", flush=True))
    app.exec()
"""


def test_a_process_that_is_killed_finds_what_was_typed_when_it_is_started_again(
    main: Session, tmp_path: Path
) -> None:
    main.do(capture, "Kept", "purpose", "only-us")
    main.close()
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")}
    command = [sys.executable, "-c", textwrap.dedent(RUN), str(main.path)]
    with subprocess.Popen(
        [*command, WORDS], env=environment, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "found \n"
        assert first.stdout.readline() == "typed\n"
        first.send_signal(signal.SIGKILL)

    after = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )

    assert after.stdout.startswith(f"found {WORDS}\n"), after.stderr
