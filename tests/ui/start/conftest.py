"""The app with an empty library and the settings of nobody in particular."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from sessions.library import Library
from ui.app import Facilitator, make_application


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of nobody in particular."""
    file = tmp_path / "settings.json"
    monkeypatch.setattr("sessions.settings.settings_file", lambda: file)
    return file


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path, settings: Path) -> Iterator[Facilitator]:
    """The app with an empty library."""
    make_application()
    made = Facilitator(Library(tmp_path / "Documents"))
    qtbot.addWidget(made.start)
    yield made
    if made.console is not None:
        made.console.gone.disconnect()
        made.console.close()
    if made.notes.window is not None:
        made.notes.window.gone.disconnect()
        made.notes.window.close()
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox):
            box.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
