"""What note-takers hand over into a shared folder is offered quietly, and so are second copies."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from sessions.library import Library
from sessions.session import Session
from sessions.settings import read_settings, settings_file
from tests.ui.merging.conftest import Wait
from tests.ui.merging.tables import Tables, cards
from tests.ui.walk.hands import Hands
from ui.console import coming_in
from ui.console.window import Console
from ui.merging import offers as offered
from ui.merging.dialog import MergeDialog
from ui.merging.shared_folder import SharedFolder

Look = Callable[[], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shared folder."""
    made = tmp_path / "shared"
    made.mkdir()
    return made


@pytest.fixture
def look(console: Console, folder: Path, monkeypatch: pytest.MonkeyPatch, wait: Wait) -> Look:
    """The folder is chosen, and `look()` looks until what lies there has come to rest and is
    read."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    console.coming_in.begin()
    console.coming_in.choose_folder()
    every = console.coming_in.offers.findChildren(SharedFolder)
    wait(lambda: not any(each.is_asking for each in every))
    for each in every:
        # From now on it looks when it is told to.
        each.end()

    def now() -> None:
        offers = console.coming_in.offers
        for each in offers.findChildren(SharedFolder):
            each.compare(each.prints())
            each.compare(each.prints())
        wait(lambda: console.coming_in.reader.idle)

    return now


def line(console: Console) -> str:
    lines = console.coming_in.lines
    return "" if lines.offer.isHidden() else lines.offer.text()


def test_notes_in_the_shared_folder_are_offered_looked_at_and_brought_in(
    console: Console, hands: Hands, wait: Wait, tables: Tables, folder: Path, look: Look
) -> None:
    assert console.status.text().startswith("“shared” is watched from now on.")
    tables.note_taker("Table 2", folder, cards("Close one form.", "Ask first."))
    look()
    assert line(console) == "Table 2 has 2 new notes."
    assert not console.findChildren(MergeDialog), "an offer opens nothing by itself"

    console.coming_in.lines.look.click()
    hands.settle()
    dialog = console.findChildren(MergeDialog)[-1]
    wait(lambda: dialog.merge is not None)
    hands.press("Return")
    wait(lambda: console.coming_in.reader.idle)

    assert len(console.desk.workshop.contributions) == 2
    assert line(console) == ""
    look()
    assert line(console) == ""


def test_it_is_offered_by_name_where_everything_is_found(
    console: Console, hands: Hands, tables: Tables, folder: Path, look: Look
) -> None:
    for at in range(5):
        tables.note_taker(f"Table {at}", folder, cards(f"Of table {at}."))
    look()

    assert line(console) == "5 files have 5 new notes."
    hands.press("Ctrl+K")
    hands.enter("new notes")
    assert console.findChildren(MergeDialog)


def test_what_is_put_off_is_offered_again_when_more_has_come(
    console: Console, tables: Tables, folder: Path, look: Look
) -> None:
    path = tables.note_taker("Table 2", folder, cards("Close one form."))
    look()
    console.coming_in.lines.later.click()
    assert line(console) == ""
    look()
    assert line(console) == ""
    path.unlink()
    tables.note_taker("Table 2", folder, cards("Close one form.", "Ask first."))
    look()

    assert line(console) == "Table 2 has 2 new notes."


def test_what_was_taken_back_is_not_offered_again(
    console: Console, hands: Hands, tables: Tables, folder: Path, look: Look, wait: Wait
) -> None:
    path = tables.note_taker("Table 2", folder, cards("Close one form."))
    look()
    console.coming_in.lines.look.click()
    hands.settle()
    dialog = console.findChildren(MergeDialog)[-1]
    wait(lambda: dialog.merge is not None)
    hands.press("Return", "Ctrl+Z")
    os.utime(path, (5, 5))
    look()

    assert line(console) == ""


def test_nothing_in_the_shared_folder_is_touched(tables: Tables, folder: Path, look: Look) -> None:
    path = tables.hand_out("Table 2")
    path.replace(folder / path.name)
    tables.write(folder / path.name, cards("Close one form."))
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()}
    look()

    assert {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()} == before


def test_another_workshop_in_the_folder_is_nobodys_news_and_a_broken_file_is_told(
    console: Console, tables: Tables, folder: Path, look: Look
) -> None:
    with Library(folder).create("Other", clock=tables.clock) as other:
        cards("Not ours.")(other)
    look()
    assert line(console) == ""
    broken = tables.notes("Table 3", cards("Lost."))
    (folder / "Table 3.workshop").write_bytes(broken.read_bytes()[:5_000])
    look()

    assert line(console) == (
        "“Table 3” in the shared folder cannot be read. Looking at it says why."
    )


def test_a_folder_that_cannot_be_reached_is_said_calmly_and_looked_for_again(
    console: Console, folder: Path, look: Look
) -> None:
    remark = console.coming_in.lines.remark
    folder.rename(folder.with_name("away"))
    look()
    assert remark.text() == (
        "The shared folder cannot be reached. What lies there is safe; it is looked for again."
    )
    folder.with_name("away").rename(folder)
    look()

    assert remark.isHidden()


def test_the_folder_is_remembered_for_this_workshop_and_can_be_let_go(
    console: Console, folder: Path, look: Look
) -> None:
    offers = console.coming_in.offers
    assert read_settings()["shared folders"] == {offers.root: str(folder)}
    again = offered.Offers(console.desk.session, console.coming_in.reader)
    again.begin()
    assert again.folder == folder
    again.end()

    console.coming_in.stop_watching()

    assert read_settings()["shared folders"] == {}
    assert offers.folder is None
    assert console.status.text() == coming_in.NOT_WATCHED


def test_settings_that_cannot_be_kept_are_told(
    console: Console, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_file().parent.write_text("in the way")
    told: list[object] = []
    console.desk.troubled.connect(told.append)
    console.coming_in.choose_folder()

    assert len(told) == 1
    assert console.coming_in.offers.folder is None


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("ellerport (conflicted copy 2026-03-18).workshop", "Dropbox"),
        ("ellerport.sync-conflict-20260318-143100-ABCDEF7.workshop", "Syncthing"),
        ("ellerport-LAPTOP-7QX.workshop", "OneDrive"),
        ("ellerport 2.workshop", "iCloud"),
    ],
)
def test_a_second_copy_beside_the_workshop_is_named_by_what_made_it(
    console: Console, tables: Tables, look: Look, name: str, service: str
) -> None:
    beside = console.desk.session.path.with_name(name)
    tables.session.copy_to(beside)
    with Session.open(beside, clock=tables.clock) as other:
        cards("Written elsewhere.")(other)
    look()

    assert line(console) == (
        f"{service} made a second copy of this workshop, with 1 entry that is not here."
    )


def test_another_workshop_beside_it_is_not_read(
    console: Console, tables: Tables, look: Look
) -> None:
    beside = console.desk.session.path.with_name("another.workshop")
    tables.session.copy_to(beside)
    tables.write(beside, cards("Somewhere else."))
    look()

    assert line(console) == ""


def test_a_workshop_in_a_synced_folder_says_so_once(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offered, "service_of", lambda _folder: "Dropbox")
    console.coming_in.begin()

    assert console.status.text() == (
        "This workshop lies in a folder that Dropbox copies. Open it on this computer only, and "
        "hand out copies to note-takers."
    )
