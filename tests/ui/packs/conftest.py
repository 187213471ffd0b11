"""A shelf of packs in a folder of its own, and the editor over it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from facilitator.guide import Guide, ScenarioPack, load_guide
from sessions.packs import PackFolder
from tests.ui.walk.hands import Hands
from ui.packs.changing import blank_pack
from ui.packs.editor import PackEditor
from ui.packs.shelf import PackShelf
from ui.theme.fonts import load_other_faces
from ui.theme.palette import apply_theme

Open = Callable[..., PackEditor]


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide that ships."""
    return load_guide()


@pytest.fixture
def street(guide: Guide) -> ScenarioPack:
    """A pack of one's own in which injects wait for decisions."""
    return replace(guide.packs["SC3"], id="own-1")


@pytest.fixture
def blank(street: ScenarioPack) -> ScenarioPack:
    """A pack of which nothing is written yet."""
    return blank_pack("own-5", street)


@pytest.fixture
def folder(tmp_path: Path) -> PackFolder:
    """A folder of packs that is not there yet."""
    return PackFolder(tmp_path / "Scenario packs")


@pytest.fixture
def shelf(qapp: QApplication, guide: Guide, folder: PackFolder) -> PackShelf:
    """What ships, and the folder."""
    return PackShelf(guide, folder)


@pytest.fixture
def hands(qapp: QApplication) -> Hands:
    """The keyboard."""
    apply_theme(qapp)
    load_other_faces()
    return Hands()


@pytest.fixture
def opened(shelf: PackShelf, hands: Hands) -> Iterator[Open]:
    """`opened(pack, at=…)`: an editor on it, on the screen and with the keyboard in it."""
    made: list[PackEditor] = []

    def show(pack: ScenarioPack, **how: Any) -> PackEditor:
        editor = PackEditor(shelf, pack, **how)
        made.append(editor)
        editor.open()
        editor.activateWindow()
        hands.settle()
        return editor

    yield show
    for editor in made:
        if editor in QApplication.topLevelWidgets():
            editor.hide()
            editor.deleteLater()
    hands.settle()
