"""Handing out, taking up, handing over, and going on when the facilitator's laptop has died."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from facilitator.stages.gather import name_workshop
from sessions.copies import hand_out
from sessions.library import entries_of, look, seat_in
from sessions.seat import Seat
from sessions.session import Session
from sessions.settings import read_settings
from ui.app import Facilitator
from ui.notes.handing import SHARED, HandingOver
from ui.start.taking_notes import NO_NAME, TakingNotesDialog


@pytest.fixture
def main(tmp_path: Path) -> Path:
    """The facilitator's workshop, closed."""
    path = tmp_path / "ashby.workshop"
    with Session.create(path) as session:
        session.do(name_workshop, "Why us?", "Ashby Board", "Ashby", "2026-11-23", ("purpose",))
    return path


@pytest.fixture
def copy(main: Path, tmp_path: Path) -> Path:
    """A copy that was handed out."""
    path = tmp_path / "stick" / "ashby-for-note-takers.workshop"
    path.parent.mkdir()
    with Session.open(main) as session:
        hand_out(session, path)
    return path


def asked() -> TakingNotesDialog:
    """The dialog that is open."""
    found = [w for w in QApplication.allWidgets() if isinstance(w, TakingNotesDialog)]
    return next(w for w in reversed(found) if w.isVisible())


def told() -> list[str]:
    """What boxes say, the newest last."""
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    said = [w.text() for w in boxes if w.isVisible()]
    for box in boxes:
        box.close()
    return said


def taken_up(app: Facilitator, copy: Path, name: str = "Table 3") -> Path:
    """Take up a copy under a name; the file that is then open."""
    app.open_file(copy, name)
    assert app.notes.window is not None
    return app.notes.window.desk.session.path


def test_a_copy_that_was_handed_out_asks_what_the_notes_are_called(
    app: Facilitator, copy: Path
) -> None:
    before = copy.read_bytes()
    app.open_file(copy)
    dialog = asked()
    dialog.name.setText("Table 3")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    window = app.notes.window
    assert window is not None
    assert window.isVisible()
    assert not app.start.isVisible()
    session = window.desk.session
    assert session.path.parent == app.library.folder
    assert seat_in(session.path) == Seat("note-taker", "Table 3")
    assert session.by == "Table 3"
    assert copy.read_bytes() == before


def test_without_a_name_it_asks_again(app: Facilitator, copy: Path) -> None:
    app.open_file(copy)
    dialog = asked()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    assert dialog.notice.accessibleName() == NO_NAME
    assert app.notes.window is None
    dialog.reject()


def test_it_remembers_what_the_notes_were_called_last(app: Facilitator, copy: Path) -> None:
    taken_up(app, copy)
    app.notes.go_home()
    app.open_file(copy)

    assert asked().name.text() == "Table 3"
    asked().reject()


def test_two_note_takers_who_share_a_name_have_files_of_their_own(
    app: Facilitator, copy: Path
) -> None:
    first = taken_up(app, copy)
    app.notes.go_home()
    second = taken_up(app, copy)

    assert first != second
    assert first.exists()


def test_a_note_taker_s_own_file_opens_straight_as_notes(app: Facilitator, copy: Path) -> None:
    path = taken_up(app, copy)
    app.notes.go_home()
    app.open_file(path)

    assert app.notes.window is not None
    assert app.console is None
    assert app.notes.window.desk.session.path == path


def test_notes_of_the_facilitator_s_own_file_are_taken_in_a_copy(
    app: Facilitator, main: Path
) -> None:
    before = main.read_bytes()
    path = taken_up(app, main)

    assert path != main
    assert main.read_bytes() == before
    assert seat_in(main) == Seat()


def test_the_list_says_whose_notes_they_are(app: Facilitator, copy: Path, qtbot: QtBot) -> None:
    path = taken_up(app, copy)
    app.notes.go_home()
    qtbot.waitUntil(lambda: app.start.recent is not None)

    assert look(path).seat.name == "Table 3"
    assert app.start.recent is not None
    model = app.start.recent.table.model()
    assert model.index(0, 1).data() == "Why us? · notes of Table 3"


def test_handing_out_writes_a_copy_and_says_what_to_do_with_it(
    app: Facilitator, main: Path, tmp_path: Path
) -> None:
    app.open_file(main)
    assert app.console is not None
    app.notes.write_copy(app.console.desk.session, tmp_path / "out.workshop")

    assert seat_in(tmp_path / "out.workshop").role == "handed-out"
    assert told()[-1] == f"The copy is in {tmp_path / 'out.workshop'}."
    app.notes.write_copy(app.console.desk.session, tmp_path / "out.workshop")
    assert seat_in(tmp_path / "out.workshop").role == "handed-out"


@pytest.mark.parametrize("onto", ["itself", "somebody's notes"])
def test_handing_out_never_takes_the_place_of_another_file(
    app: Facilitator, main: Path, copy: Path, onto: str
) -> None:
    notes = taken_up(app, copy)
    app.notes.go_home()
    app.open_file(main)
    assert app.console is not None
    target = main if onto == "itself" else notes

    app.notes.write_copy(app.console.desk.session, target)

    assert told()[-1] == f"There is a file called “{target.name}” already."
    assert look(target).group == "Ashby Board"
    assert seat_in(target).role != "handed-out"


def test_handing_over_writes_the_notes_and_says_how_many(
    app: Facilitator, copy: Path, tmp_path: Path
) -> None:
    path = taken_up(app, copy)
    window = app.notes.window
    assert window is not None
    window._keep("Said at the table", "", "", "")
    folder = tmp_path / "back"
    folder.mkdir()

    app.notes.hand_over(folder)
    now = window.desk.session.clock.now().strftime("%H:%M")
    assert told()[-1] == f"1 note up to {now}: all of it is in {folder / path.name}."
    window._keep("Said later", "", "", "")
    app.notes.hand_over(folder)

    assert len(list(folder.iterdir())) == 1
    assert look(folder / path.name).contributions == 2
    assert seat_in(folder / path.name) == Seat("note-taker", "Table 3")


def test_notes_that_go_by_themselves_can_be_told_to_go_no_longer(
    app: Facilitator, copy: Path, tmp_path: Path
) -> None:
    taken_up(app, copy)
    folder = tmp_path / "shared"
    folder.mkdir()
    handing = app.notes.handing
    assert handing is not None

    app.notes.hand_over(folder)
    pressed("Go there by themselves")
    assert handing.folder == folder
    app.notes.hand_over(folder)
    pressed("No longer by themselves")

    assert handing.folder is None


def pressed(words: str) -> None:
    """Press a button of the box that is open."""
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    box = next(w for w in boxes if w.isVisible())
    button = next(b for b in box.buttons() if b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    box.close()


def test_a_stick_that_is_gone_is_said_and_the_notes_are_safe(
    app: Facilitator, copy: Path, tmp_path: Path
) -> None:
    path = taken_up(app, copy)
    window = app.notes.window
    assert window is not None
    window._keep("Said at the table", "", "", "")

    app.notes.hand_over(tmp_path / "no-such-stick")

    assert told()[-1] == f"“{path.name}” could not be saved in {tmp_path / 'no-such-stick'}."
    window._keep("It goes on", "", "", "")
    assert look(path).contributions == 2


def test_a_shared_folder_gets_what_is_new_by_itself_also_after_a_restart(
    app: Facilitator, copy: Path, tmp_path: Path, settings: Path, qtbot: QtBot
) -> None:
    path = taken_up(app, copy)
    folder = tmp_path / "shared"
    folder.mkdir()
    handing = app.notes.handing
    assert handing is not None
    handing.share(folder)
    qtbot.waitUntil(lambda: handing.idle)
    assert look(folder / path.name).contributions == 0
    app.notes.go_home()

    app.open_file(path)
    assert app.notes.window is not None
    app.notes.window._keep("Said at the table", "", "", "")
    again = app.notes.handing
    assert isinstance(again, HandingOver)
    again.look()
    qtbot.waitUntil(lambda: again.idle)

    assert look(folder / path.name).contributions == 1
    assert read_settings(settings)[SHARED] == {str(path): str(folder)}
    again.share(None)
    assert read_settings(settings)[SHARED] == {}


def test_a_shared_folder_that_is_away_is_waited_for(
    app: Facilitator, copy: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = taken_up(app, copy)
    folder = tmp_path / "shared"
    handing, window = app.notes.handing, app.notes.window
    assert handing is not None
    assert window is not None

    handing.share(folder)
    qtbot.waitUntil(lambda: handing.idle)
    assert window.bar._handed.text().startswith("Waiting for shared: ")
    folder.mkdir()
    handing.look()
    qtbot.waitUntil(lambda: handing.idle)

    assert window.bar._handed.text().startswith("Handed over at ")
    assert entries_of(folder / path.name) == window.desk.session.history.entries


def test_what_was_noted_last_is_handed_over_when_the_window_closes(
    app: Facilitator, copy: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = taken_up(app, copy)
    folder = tmp_path / "shared"
    folder.mkdir()
    handing, window = app.notes.handing, app.notes.window
    assert handing is not None
    assert window is not None
    handing.share(folder)
    qtbot.waitUntil(lambda: handing.idle)
    window._keep("Said at the very end", "", "", "")
    app.notes.go_home()

    assert look(folder / path.name).contributions == 1


def test_whoever_types_waits_for_no_shared_folder(
    app: Facilitator, copy: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_up(app, copy)
    handing, window = app.notes.handing, app.notes.window
    assert handing is not None
    assert window is not None
    goes_on = threading.Event()
    asked_for: list[Path] = []

    def slow(_held: bytes, path: Path) -> None:
        asked_for.append(path)
        assert goes_on.wait(20), "whoever types waited for the folder"

    monkeypatch.setattr("ui.notes.handing.written", slow)
    handing.share(tmp_path)
    window._keep("Said in the meantime", "", "", "")
    assert not handing.idle
    handing.look()
    goes_on.set()
    qtbot.waitUntil(lambda: handing.idle)
    assert len(asked_for) == 1

    # What was said in the meantime is not yet there, and goes at the next look.
    assert handing._handed != window.desk.session.history.last_id


def test_nothing_new_is_not_handed_over_again(
    app: Facilitator, copy: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = taken_up(app, copy)
    folder = tmp_path / "shared"
    folder.mkdir()
    handing = app.notes.handing
    assert handing is not None
    handing.share(folder)
    qtbot.waitUntil(lambda: handing.idle)
    (folder / path.name).unlink()

    handing.look()
    assert handing.idle
    assert not (folder / path.name).exists()


def test_a_copy_goes_on_as_the_facilitator_s(app: Facilitator, copy: Path) -> None:
    path = taken_up(app, copy)
    app.notes.become()

    assert app.notes.window is None
    assert app.console is not None
    assert app.console.desk.session.path == path
    assert app.console.desk.session.by == "Facilitator"
