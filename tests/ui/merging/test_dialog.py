"""Bringing notes in, by key: looked at first, brought in as one change, and taken back as one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from facilitator.notes import note_privately, read_back
from sessions.backups import Backups
from sessions.library import Library
from sessions.problems import Full
from sessions.reconcile import Merge, prepare
from sessions.session import Session
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.merging.conftest import Wait
from tests.ui.merging.tables import Tables, cards, other_program, take_plainly
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.documents.press import Order
from ui.merging import taking
from ui.merging.dialog import MergeDialog
from ui.merging.reading import Reader
from ui.theme.palette import apply_theme
from ui.theme.tokens import ARMS_LENGTH


def chosen(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """What will be chosen when the app asks for files."""
    names = [str(path) for path in paths]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))


def asked(console: Console, hands: Hands, wait: Wait, *paths: Path) -> MergeDialog:
    """The dialog, with what these files would bring."""
    console.coming_in.ask(list(paths))
    hands.settle()
    found = console.findChildren(MergeDialog)[-1]
    wait(lambda: found.merge is not None)
    return found


def rows(dialog: MergeDialog) -> list[list[str]]:
    """The table in words."""
    model = dialog.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def texts(session: Session) -> list[str]:
    return [card.text for card in session.workshop.contributions.values()]


def test_files_are_chosen_looked_at_brought_in_and_taken_back_by_key(
    console: Console,
    hands: Hands,
    wait: Wait,
    tables: Tables,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    field = hands.at
    one = tables.notes("Table 1", cards("Open the doors.", "Ask first."))
    two = tables.notes("Table 2", cards("Close one form."))
    chosen(monkeypatch, one, two)

    hands.press("Ctrl+M")
    assert hands.name == "Choose files…"
    hands.press("Return")
    dialog = console.findChildren(MergeDialog)[-1]
    wait(lambda: dialog.merge is not None)
    assert texts(console.desk.session) == []
    assert dialog.heading.text() == "Bring in two note-takers’ notes"
    assert hands.name == "Bring in 3 entries"
    hands.press("Return")

    assert sorted(texts(console.desk.session)) == [
        "Ask first.",
        "Close one form.",
        "Open the doors.",
    ]
    told = "3 entries came in from 2 files. Ctrl+Z takes all of it back."
    assert console.status.text() == told
    assert hands.at is field
    hands.press("Ctrl+Z")
    assert texts(console.desk.session) == []


def test_the_table_says_what_each_file_brings(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    path = tables.notes("Table 1", cards("Open the doors.", "Ask first."))

    dialog = asked(console, hands, wait, path)

    assert rows(dialog) == [["Table 1, 09:30, 6 entries", "2", "3", "0", "0"]]
    assert dialog.details.text() == "Table 1. New: 2 cards."


def test_private_notes_are_counted_apart_and_none_of_their_words_is_told(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    path = tables.notes(
        "Table 1",
        cards("Open the doors."),
        lambda notes: notes.do(note_privately, "Chair is nervous.", "purpose", "only-us", "", "n"),
        lambda notes: notes.do(read_back, next(iter(notes.workshop.contributions.values())).id),
    )

    dialog = asked(console, hands, wait, path)

    assert dialog.details.text() == "Table 1. New: 1 card, 1 private note and 1 word read back."
    assert not any("nervous" in label.text() for label in dialog.findChildren(QLabel))


def test_what_is_here_already_is_said_and_nothing_is_asked(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    path = tables.notes("Table 1", cards("Open the doors."))
    asked(console, hands, wait, path)
    hands.press("Return")

    dialog = asked(console, hands, wait, path)

    assert dialog.said.text() == "Everything is here already."
    assert not dialog.bring_in.isVisible()
    assert hands.name == "Close"


def test_what_was_taken_back_with_its_file_comes_in_again(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    path = tables.notes("Table 1", cards("Open the doors."))
    asked(console, hands, wait, path)
    hands.press("Return", "Ctrl+Z")

    dialog = asked(console, hands, wait, path)
    assert "are here and taken back" in dialog.details.text()
    hands.press("Return")

    assert texts(console.desk.session) == ["Open the doors."]


def test_a_file_is_left_out_and_taken_after_all(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    one = tables.notes("Table 1", cards("Open the doors."))
    two = tables.notes("Table 2", cards("Close one form."))
    dialog = asked(console, hands, wait, one, two)

    hands.tab_to("What each file brings", back=True)
    hands.press("Down", "Space")
    assert rows(dialog)[1][1] == "left out"
    assert dialog.bring_in.text() == "Bring in 1 entry"
    hands.press("Space")
    assert dialog.bring_in.text() == "Bring in 2 entries"
    hands.press("Space", "Up", "Del")

    assert dialog.said.text() == "All of them are left out."


def test_a_different_workshop_and_a_strange_file_are_refused_in_words(
    console: Console, hands: Hands, wait: Wait, tables: Tables, tmp_path: Path
) -> None:
    with Library(tmp_path / "other").create("Other", clock=tables.clock) as other:
        cards("Not ours.")(other)
        path = other.path
    strange = other_program(tmp_path / "strange.workshop")

    dialog = asked(console, hands, wait, path, strange)

    assert dialog.said.text() == "Nothing of this can be taken in."
    assert "is a different workshop, not a copy of this one." in dialog.details.text()
    assert [row[4] for row in rows(dialog)] == ["all of it", "all of it"]
    hands.tab_to("What each file brings", back=True)
    hands.press("Down")
    assert "is not a Facilitator workshop." in dialog.details.text()


def test_an_empty_folder_is_said_to_hold_no_workshop(
    console: Console, hands: Hands, wait: Wait, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()

    dialog = asked(console, hands, wait, tmp_path / "empty")

    assert dialog.said.text() == "There is no workshop among these files."


def test_not_now_leaves_everything_as_it_was(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    asked(console, hands, wait, tables.notes("Table 1", cards("Open the doors.")))
    before = len(console.desk.session.history)

    hands.press("Tab")
    assert hands.name == "Not now"
    hands.press("Return")

    assert not console.findChildren(MergeDialog)
    assert len(console.desk.session.history) == before


def test_a_full_disk_is_told_in_the_dialog_and_the_workshop_is_as_it_was(
    console: Console,
    hands: Hands,
    wait: Wait,
    tables: Tables,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = asked(console, hands, wait, tables.notes("Table 1", cards("Open the doors.")))

    def keep(*_: object) -> int:
        raise Full.file(console.desk.session.path)

    monkeypatch.setattr(Merge, "keep", keep)
    hands.press("Return")

    assert dialog.notice.sentence().startswith("The disk is full")
    assert dialog.isVisible()
    assert texts(console.desk.session) == []


def test_looking_can_be_stopped(session: Session, tables: Tables, hands: Hands, wait: Wait) -> None:
    path = tables.notes("Table 1", cards("Open the doors."))
    looked = []

    def slowly(paths: object, progress: object) -> list[object]:
        while True:
            looked.append(paths)
            progress(len(looked), 10_000)  # type: ignore[operator]
            sleep(0.01)

    reader = Reader(session, take_in=slowly)  # type: ignore[arg-type]
    dialog = MergeDialog(session, reader)
    dialog.open()
    dialog.activateWindow()
    dialog.bring([path])
    wait(lambda: dialog.bar.isVisible())
    assert hands.name == "Stop looking"
    hands.press("Return")
    wait(lambda: reader.idle)

    assert dialog.said.text() == "Stopped. Nothing was taken in."
    dialog.reject()
    reader.close()


def test_a_dialog_that_is_left_while_it_looks_comes_to_nothing(
    console: Console,
    hands: Hands,
    wait: Wait,
    tables: Tables,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tables.notes("Table 1", cards("Open the doors."))
    go_on = Event()

    def when_told(paths: Iterable[Path], progress: Callable[..., None]) -> object:
        go_on.wait(20)
        return take_plainly(paths, progress)

    monkeypatch.setattr(taking, "from_elsewhere", when_told)
    console.coming_in.ask([path])
    hands.settle()
    hands.press("Esc")
    go_on.set()
    wait(lambda: console.coming_in.reader.idle)

    assert not console.findChildren(MergeDialog)
    assert texts(console.desk.session) == []


class Slow(Reader):
    """Has read everything at the moment at which the dialog is left."""

    def read(self, paths: list[Path], done: Any, gone: Any = None, *, watched: bool = False) -> Any:
        self.done = done
        return Order(lambda _heed: None, lambda _found: None)


def test_what_was_read_when_the_dialog_was_left_is_not_shown(
    session: Session, tables: Tables, hands: Hands
) -> None:
    reader = Slow(session)
    dialog = MergeDialog(session, reader)
    dialog.open()
    dialog.bring([tables.hand_out("Table 1")])
    dialog.reject()
    hands.settle()
    reader.done(prepare(session, []), [])

    assert dialog.merge is None
    reader.close()


def test_two_hundred_files_with_long_names_are_whole_on_a_small_laptop(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    console.resize(1024, 600)
    first = tables.notes("Table 1", cards("Open the doors."))
    taken = take_plainly([first], lambda *_: None)[0]
    many = [
        replace(taken, path=Path(f"{at}"), label=f"{at} " + "the longest table " * 20)  # type: ignore[type-var]
        for at in range(200)
    ]
    reader = Reader(console.desk.session, console, lambda *_: many)  # type: ignore[arg-type,return-value]
    dialog = MergeDialog(console.desk.session, reader, console)
    dialog.open()
    dialog.bring([first])
    wait(lambda: dialog.merge is not None)

    assert dialog.bring_in.text() == "Bring in 1 entry"
    assert unnamed(dialog) == []
    assert clipped(dialog) + cut_off(dialog) == []
    assert dialog.height() <= 600
    dialog.reject()
    reader.close()


def test_the_past_is_left_before_anything_comes_in(console: Console, hands: Hands) -> None:
    hands.enter("Something to look back at.")
    hands.press("Ctrl+B", "Ctrl+M")

    assert "Come back to now to change anything." in console.notice.sentence()
    assert not console.findChildren(MergeDialog)


def dropped(window: QWidget, *urls: QUrl) -> bool:
    """Drag something on a window and let it go; whether it was taken."""
    data = QMimeData()
    data.setUrls(list(urls))
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    enter = QDragEnterEvent(QPoint(5, 5), *how, Qt.KeyboardModifier.NoModifier)
    drop = QDropEvent(QPointF(5, 5), *how, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, drop)
    return enter.isAccepted()


def test_files_are_dropped_on_the_console_and_more_on_the_dialog(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    one, two = (tables.notes(name, cards(name)) for name in ("Table 1", "Table 2"))
    assert dropped(console, QUrl.fromLocalFile(str(one)))
    hands.settle()
    dialog = console.findChildren(MergeDialog)[-1]
    wait(lambda: dialog.merge is not None)
    assert dropped(dialog, QUrl.fromLocalFile(str(two)))
    wait(lambda: dialog.table.model().rowCount() == 2)

    assert dialog.bring_in.text() == "Bring in 2 entries"


def test_what_is_no_file_of_this_computer_is_not_taken(console: Console) -> None:
    assert not dropped(console, QUrl("https://example.org/table-1.workshop"))


def test_a_backup_is_promised_only_where_somebody_keeps_one(
    console: Console, hands: Hands, wait: Wait, tables: Tables, tmp_path: Path
) -> None:
    path = tables.notes("Table 1", cards("Open the doors."))
    dialog = asked(console, hands, wait, path)
    assert not dialog.backup.isVisible()
    hands.press("Esc")
    console.desk.session.backups = Backups(tmp_path / "backups")

    dialog = asked(console, hands, wait, path)
    assert dialog.backup.isVisible()
    hands.press("Return")

    assert len(Backups(tmp_path / "backups").kept_for(console.desk.session.path)) == 1


def test_a_note_taker_brings_their_copy_up_to_date_with_the_same_dialog(
    session: Session, tables: Tables, hands: Hands, wait: Wait
) -> None:
    path = tables.hand_out("Table 1")
    cards("Since then.")(session)
    newer = tables.hand_out("newer")
    with Session.open(path, clock=tables.clock) as notes:
        reader = Reader(notes, take_in=take_plainly)
        dialog = MergeDialog(notes, reader, up_to_date=True)
        dialog.open()
        dialog.activateWindow()
        hands.settle()
        assert dialog.doing.text() == (
            "Choose the newer copy of the workshop that the facilitator handed out."
        )
        dialog.bring([newer])
        wait(lambda: dialog.merge is not None)
        assert dialog.heading.text() == "Bring your copy up to date"
        hands.press("Return")
        reader.close()

        assert texts(notes) == ["Since then."]


def test_larger_words_are_whole(
    console: Console, hands: Hands, wait: Wait, tables: Tables, qapp: QApplication
) -> None:
    apply_theme(qapp, ARMS_LENGTH)
    dialog = asked(console, hands, wait, tables.notes("Table 1", cards("Open the doors.")))

    assert clipped(dialog) + cut_off(dialog) == []
