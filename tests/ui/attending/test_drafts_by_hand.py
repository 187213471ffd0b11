"""Drafts at the keyboard: without a pause, over words to correct, in dialogs, in private."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.attending.draft_files import file_of, read
from ui.attending.drafts import START, Drafts
from ui.notes.field import NoteField


class Window(QWidget):
    """Two lines, a longer field, and a note-taker's."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second, self.long = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.note = NoteField()
        column = QVBoxLayout(self)
        for each in (self.first, self.second, self.long, self.note):
            column.addWidget(each)


class Run:
    """The app from a start to the moment at which it is killed."""

    def __init__(self, folder: Path, standing: str = "") -> None:
        self.window = Window()
        self.window.second.setText(standing)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.said: list[str] = []
        self.drafts = Drafts(self.window, folder)
        self.drafts.told.connect(self.said.append)
        self.drafts.begin_at_start()
        self.file = file_of(START, folder)
        self.window.first.setFocus()

    def type(self, field: QWidget, words: str) -> None:
        """Type into a field."""
        field.setFocus()
        QTest.keyClicks(field, words)

    def on_disk(self) -> list[str]:
        """What the next start will find."""
        self.drafts.save()
        assert self.drafts._pool is not None
        self.drafts._pool.submit(int).result()
        return list(read(self.file).values())

    def kill(self) -> None:
        """Nothing is closed properly."""
        self.drafts.end()
        self.window.hide()
        self.window.deleteLater()


Start = Callable[..., Run]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Starts the app, once more where it was started before."""
    made: list[Run] = []

    def begin(standing: str = "") -> Run:
        if made:
            made[-1].kill()
        made.append(Run(tmp_path / "drafts", standing))
        return made[-1]

    yield begin
    made[-1].kill()


def test_whoever_types_without_a_pause_is_kept_up_with(start: Start) -> None:
    run = start()
    run.window.first.setFocus()
    began = time.monotonic()
    while time.monotonic() - began < 1.2:
        QTest.keyClicks(run.window.first, "a")
        QTest.qWait(100)

    assert read(run.file) != {}


def test_a_correction_comes_back_over_the_words_that_it_corrects(start: Start) -> None:
    run = start("We close Ward 9")
    run.window.second.end(False)
    run.type(run.window.second, " in May")

    assert start("We close Ward 9").window.second.text() == "We close Ward 9 in May"


def test_a_correction_does_not_come_back_over_other_words(start: Start) -> None:
    run = start("We close Ward 9")
    run.type(run.window.second, " in May")

    again = start("We close Ward 10")
    assert (again.window.second.text(), again.said) == ("We close Ward 10", [])


def test_words_of_which_a_name_became_a_chip_are_still_somebody_s(start: Start) -> None:
    run = start()
    run.type(run.window.first, "@cc we close it")
    run.window.first.setText("we close it")
    assert run.on_disk() == ["we close it"]
    QTest.keyClicks(run.window.first, " soon")

    assert start().window.first.text() == "we close it soon"


def test_several_lines_come_back_as_they_were(start: Start) -> None:
    run = start()
    run.type(run.window.long, "one")
    QTest.keyClick(run.window.long, Qt.Key.Key_Return)
    QTest.keyClicks(run.window.long, "two")

    again = start()
    assert again.window.long.toPlainText() == "one\ntwo"
    assert again.window.first.text() == again.window.second.text() == ""


def test_what_came_back_goes_once_it_is_kept(start: Start) -> None:
    run = start()
    run.type(run.window.first, "half")
    again = start()
    again.window.first.clear()
    assert again.on_disk() == []


def test_a_private_note_comes_back_private(start: Start) -> None:
    run = start()
    run.window.note.line.setFocus()
    run.window.note.make_private(True)
    run.type(run.window.note.line, "between us")

    note = start().window.note
    assert (note.private, note.line.text()) == (True, "between us")


def test_words_that_were_not_private_do_not_become_so(start: Start) -> None:
    run = start()
    run.type(run.window.note.line, "for all")

    note = start().window.note
    assert (note.private, note.line.text()) == (False, "for all")


def test_a_dialog_that_is_closed_has_no_drafts(start: Start) -> None:
    run = start()
    dialog = QDialog(run.window)
    line = QLineEdit(dialog)
    dialog.open()
    QTest.qWaitForWindowActive(dialog)
    QTest.qWait(50)
    run.type(line, "half")
    held = run.on_disk()
    dialog.reject()

    assert (held, run.on_disk()) == (["half"], [])


def test_a_keystroke_costs_less_than_a_millisecond(start: Start) -> None:
    run = start()
    keys = 400
    took = []
    for _ in ("followed", "not followed"):
        run.window.first.clear()
        began = time.perf_counter()
        for _ in range(keys):
            run.window.first.insert("a")
        took.append((time.perf_counter() - began) / keys)
        run.drafts.end()

    assert took[0] - took[1] < 0.001
