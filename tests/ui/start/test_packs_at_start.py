"""The app and the folder of own packs: read after the first picture, and never in the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from facilitator.guide import load_guide
from sessions.library import Library
from sessions.packs import FOLDER, PackFolder
from tests.ui.walk.hands import read
from ui.app import Facilitator, make_application
from ui.start.new_workshop import NewWorkshop


@pytest.fixture
def folder(tmp_path: Path) -> PackFolder:
    """The folder of own packs in the library, with one pack and two broken files in it."""
    made = PackFolder(tmp_path / "Documents" / FOLDER)
    street = load_guide().packs["SC3"]
    made.keep(replace(street, id="own-1", title="Harbour flood"))
    (made.folder / "half.toml").write_text("id = ", encoding="utf-8")
    path = made.keep(replace(street, id="own-2", title="Too late"))
    path.write_text(path.read_text(encoding="utf-8").replace("at_min = 28", "at_min = 280"))
    return made


@pytest.fixture
def app(
    qtbot: QtBot, tmp_path: Path, folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Facilitator]:
    """The app on that library."""
    monkeypatch.setattr("sessions.settings.settings_file", lambda: tmp_path / "settings.json")
    make_application()
    made = Facilitator(Library(folder.folder.parent))
    qtbot.addWidget(made.start)
    yield made
    if made.console is not None:
        made.console.gone.disconnect()
        made.console.close()


def test_nothing_of_the_folder_is_read_before_the_first_picture(
    app: Facilitator, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_files: list[Path] = []
    reading = PackFolder.read
    monkeypatch.setattr(
        PackFolder, "read", lambda self, path: read_files.append(path) or reading(self, path)
    )
    app.show_start()
    assert read_files == []
    qtbot.waitUntil(lambda: len(read_files) == 3)
    assert app.start.recent is not None


def test_the_app_starts_and_offers_the_rest_when_a_pack_is_broken(
    app: Facilitator, qtbot: QtBot
) -> None:
    app.show_start()
    qtbot.waitUntil(lambda: app.start.recent is not None)
    app.begin(NewWorkshop("rehearsal", "Ashby", "Ashby", "A day", "2026-03-18"))
    assert app.console is not None
    app.console.navigator.go("rehearsal", "brief")
    chooser = app.console.page.chooser  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not app.packs.reading)
    assert [(e.kind, e.title) for e in app.packs.offered() if e.kind != "shipped"] == [
        ("own", "Harbour flood"),
        ("broken", "half.toml"),
        ("broken", "Too late"),
    ]
    chooser.packs.go_to(app.packs.offered()[-1].key)
    shown = "\n".join(read(chooser.summary))
    assert "at_min must lie within the stage, from 0 to 119 (it says 280)." in shown


def test_another_folder_for_workshops_has_packs_of_its_own(
    app: Facilitator, tmp_path: Path, qtbot: QtBot
) -> None:
    app.show_start()
    qtbot.waitUntil(lambda: app.start.recent is not None)
    app.packs.look()
    app.preferences.keep_workshops_in(tmp_path / "elsewhere")
    qtbot.waitUntil(lambda: not app.packs.reading)
    assert app.packs.folder.folder == tmp_path / "elsewhere" / FOLDER
    assert all(each.kind == "shipped" for each in app.packs.offered())
