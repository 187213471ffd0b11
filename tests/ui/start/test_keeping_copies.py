"""Copies are kept while a workshop is open, and one is offered where the trouble is shown."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from facilitator.board import capture
from facilitator.history import root_of
from facilitator.redaction import find, targets_of
from facilitator.stages.gather import name_workshop
from sessions.backups import Backups, Kept
from sessions.library import entries_of, look
from sessions.problems import Full
from sessions.session import Session
from ui.app import Facilitator
from ui.attending.attending import Attending
from ui.attending.keeping import Keeping
from ui.start.restore import RestoreDialog

STEP = ("purpose", "only-us")


@pytest.fixture
def app(app: Facilitator, tmp_path: Path) -> Facilitator:
    """The app, whose copies go into a folder of their own."""
    app._attending = Attending(
        app, Keeping(app, Backups(tmp_path / "copies"), lambda: app.library.folder)
    )
    return app


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workshop with a card, closed."""
    made = tmp_path / "ashby.workshop"
    with Session.create(made) as session:
        session.do(name_workshop, "Why us?", "Ashby Board", "Ashby", "2026-11-23", ("purpose",))
        session.do(capture, "Home sooner", *STEP)
    return made


def kept(app: Facilitator, path: Path) -> list[Kept]:
    return app.attending.keeping.backups.kept_for(path)


def visible(kind: type[Any]) -> Any:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def press(box: QMessageBox, words: str) -> None:
    button = next(b for b in box.buttons() if b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def opened(app: Facilitator, path: Path) -> Session:
    app.open_file(path)
    assert app.console is not None
    return app.console.desk.session


def test_every_ten_minutes_a_copy_is_kept_if_something_changed(
    app: Facilitator, path: Path, qtbot: QtBot
) -> None:
    session = opened(app, path)
    app.attending.keeping.look()
    qtbot.waitUntil(lambda: len(kept(app, path)) == 1)
    app.attending.keeping.look()
    session.do(capture, "Nobody waits", *STEP)
    app.attending.keeping.look()
    qtbot.waitUntil(lambda: len(kept(app, path)) == 2)

    assert [each.why for each in kept(app, path)] == ["every ten minutes"] * 2
    assert app.attending.keeping._timer.interval() == 600_000
    assert app.attending.keeping._timer.isActive()


def test_a_last_copy_is_kept_on_closing(app: Facilitator, path: Path) -> None:
    session = opened(app, path)
    session.do(capture, "Nobody waits", *STEP)
    count = len(session.history)
    app.go_home()

    (found,) = kept(app, path)
    assert found.why == "on closing"
    # The clocks that stand still on closing are in it too.
    assert len(entries_of(found.path)) >= count
    assert not app.attending.keeping._timer.isActive()


def test_a_copy_that_could_not_be_made_is_said_once_and_the_room_goes_on(
    app: Facilitator, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(app, path)
    told: list[str] = []
    app.attending.keeping.told.connect(told.append)

    def full(copy: Path, **_: bool) -> None:
        raise Full.new(copy)

    monkeypatch.setattr(session, "copy_to", full)
    app.attending.keeping.look()
    app.attending.keeping.look()

    assert len(told) == 1
    assert told[0].startswith("No backup could be made just now: The disk is full")
    session.do(capture, "Goes on", *STEP)
    monkeypatch.undo()


def test_what_was_taken_out_leaves_the_copies_on_a_worker(
    app: Facilitator, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    session = opened(app, path)
    session.do(capture, "What Quillfeather said", *STEP)
    app.attending.keeping.look()
    qtbot.waitUntil(lambda: len(kept(app, path)) == 1)
    root = root_of(session.history.entries)

    session.redact(targets_of(find(session.history.entries, "Quillfeather")))
    qtbot.waitUntil(lambda: not app.attending.keeping.backups.rewriting_is_due(root))

    copies = [p.read_bytes() for p in (tmp_path / "copies").rglob("*.workshop")]
    assert len(copies) == 2
    assert not [copy for copy in copies if b"Quillfeather" in copy]


def test_what_did_not_leave_the_copies_in_time_leaves_them_at_the_next_opening(
    app: Facilitator, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    backups = app.attending.keeping.backups
    later, backups.later = backups.later, lambda _session: None
    with Session.open(path) as session:
        session.backups = backups
        session.do(capture, "What Quillfeather said", *STEP)
        session.redact(targets_of(find(session.history.entries, "Quillfeather")))
        root = root_of(session.history.entries)
    backups.later = later
    assert backups.rewriting_is_due(root)

    opened(app, path)
    qtbot.waitUntil(lambda: not backups.rewriting_is_due(root))

    for copy in (tmp_path / "copies").rglob("*.workshop"):
        assert b"Quillfeather" not in copy.read_bytes()


def test_a_damaged_file_offers_its_backups_in_the_error_itself(
    app: Facilitator, path: Path
) -> None:
    opened(app, path)
    app.go_home()
    path.write_bytes(b"nothing that anybody could read")

    app.open_file(path)
    press(visible(QMessageBox), "Restore from a backup…")
    dialog = visible(RestoreDialog)
    assert "1 contribution, 0 values, 0 rounds" in dialog.preview.text()
    assert "cannot be read" in dialog.preview.text()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    assert app.console is not None
    assert app.console.desk.session.path == path
    assert look(path).contributions == 1
    assert [p for p in path.parent.iterdir() if "put aside" in p.name]


def test_a_file_that_is_gone_offers_its_backups_too(app: Facilitator, path: Path) -> None:
    opened(app, path)
    app.go_home()
    path.unlink()

    app.open_file(path)

    assert "Restore from a backup…" in [b.text() for b in visible(QMessageBox).buttons()]


def test_without_a_backup_nothing_is_offered(app: Facilitator, path: Path) -> None:
    path.write_bytes(b"nothing that anybody could read")

    app.open_file(path)

    assert [b.text() for b in visible(QMessageBox).buttons()] == ["OK"]


def test_a_backup_that_cannot_be_read_cannot_be_brought_back(app: Facilitator, path: Path) -> None:
    opened(app, path)
    app.go_home()
    (found,) = kept(app, path)
    found.path.write_bytes(found.path.read_bytes().replace(b"Home sooner", b"Home lateer"))

    app.restore(path)
    dialog = visible(RestoreDialog)

    assert dialog.preview.text() == "This backup cannot be read. Choose another."
    assert not dialog.bring.isEnabled()
    dialog.reject()


def test_what_the_backup_lacks_is_said(app: Facilitator, path: Path) -> None:
    opened(app, path)
    app.go_home()
    with Session.open(path) as session:
        session.do(capture, "Later", *STEP)

    app.restore(path)
    dialog = visible(RestoreDialog)

    assert "It lacks 2 entries that are in the file that is there now." in dialog.preview.text()
    dialog.reject()


def test_a_file_from_elsewhere_is_read_apart_before_it_is_opened_and_only_the_first_time(
    app: Facilitator, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[Path] = []
    monkeypatch.setattr("ui.attending.keeping.check", checked.append)
    opened(app, path)
    app.go_home()
    opened(app, path)

    assert checked == [path]


def test_a_file_of_the_library_is_opened_as_it_is(
    app: Facilitator, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[Path] = []
    monkeypatch.setattr("ui.attending.keeping.check", checked.append)
    app.library.make_folder()
    app.open_file(path.rename(app.library.folder / path.name))

    assert app.console is not None
    assert checked == []
