"""Looking takes a while, can be stopped and left, takes what is dropped, and is whole."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from sessions.progress import Progress
from sessions.reconcile import prepare
from sessions.session import Session
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.merging.conftest import Wait
from tests.ui.merging.looking import asked, dropped, rows, texts
from tests.ui.merging.tables import Tables, cards, take_plainly
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.documents.press import Order
from ui.merging import taking
from ui.merging.dialog import MergeDialog
from ui.merging.reading import Reader
from ui.merging.taking import Found
from ui.theme.palette import apply_theme
from ui.theme.tokens import ARMS_LENGTH


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


def test_after_stopping_what_was_looked_at_before_is_still_there_when_more_is_added(
    session: Session, tables: Tables, hands: Hands, wait: Wait, tmp_path: Path
) -> None:
    tables.notes("Table 1", cards("Open the doors."))
    two, three = (tables.notes(name, cards(name)) for name in ("Table 2", "Table 3"))
    elsewhere = [path.rename(tmp_path / path.name) for path in (two, three)]
    never = Event()

    def slowly(paths: Iterable[Path], progress: Progress) -> list[Found]:
        every = list(paths)
        while elsewhere[0] in every and not never.wait(0.01):
            progress(0, 1)
        return take_plainly(every, progress)

    reader = Reader(session, take_in=slowly)
    dialog = MergeDialog(session, reader)
    dialog.open()
    dialog.bring([tables.folder])
    wait(lambda: dialog.merge is not None)
    dialog.bring(elsewhere[:1])
    dialog.cancel.click()
    wait(lambda: reader.idle)
    dialog.bring(elsewhere[1:])
    wait(lambda: dialog.table.model().rowCount() == 2)

    assert [row[0].partition(",")[0] for row in rows(dialog)] == ["Table 1", "Table 3"]
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


def test_larger_words_are_whole(
    console: Console, hands: Hands, wait: Wait, tables: Tables, qapp: QApplication
) -> None:
    apply_theme(qapp, ARMS_LENGTH)
    dialog = asked(console, hands, wait, tables.notes("Table 1", cards("Open the doors.")))

    assert clipped(dialog) + cut_off(dialog) == []


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
