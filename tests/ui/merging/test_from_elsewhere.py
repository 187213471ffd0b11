"""The one way in, as it is: files that were handed over come in through a process of their own."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.merging.conftest import Wait
from tests.ui.merging.looking import rows
from tests.ui.merging.tables import Tables, cards, other_program
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.merging import taking
from ui.merging.dialog import MergeDialog

AS_IT_IS = taking.from_elsewhere
"""Before the console of these tests puts a plainer one in its place."""


def test_a_folder_with_notes_an_archive_and_a_stranger_is_taken_in_where_it_can_be(
    console: Console,
    hands: Hands,
    wait: Wait,
    tables: Tables,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(taking, "from_elsewhere", AS_IT_IS)
    folder = tmp_path / "stick"
    folder.mkdir()
    tables.note_taker("Table 2", folder, cards("Close one form."))
    packed = tables.note_taker("Table 3", tmp_path, cards("Open the doors."))
    with zipfile.ZipFile(folder / "table-3.zip", "w") as archive:
        archive.write(packed, packed.name)
    other_program(folder / "strange.workshop")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    hands.press("Ctrl+M", "Tab")
    assert hands.name == "Choose a folder…"
    hands.press("Return")
    dialog = console.findChildren(MergeDialog)[-1]
    wait(lambda: dialog.merge is not None)

    told = {row[0].partition(",")[0]: row[1] for row in rows(dialog)}
    assert told == {"Table 2": "1", "Table 3": "1", "strange": "–"}
    assert dialog.heading.text() == "Bring in two note-takers’ notes"
    hands.press("Return")

    known = {card.text for card in console.desk.workshop.contributions.values()}
    assert known == {"Close one form.", "Open the doors."}
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
