"""What opens over the console and the start page: every control named, nothing cut, Esc leaves."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from facilitator.car_park import park
from sessions.library import Library
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.walk.hands import Hands
from ui.app import Facilitator
from ui.console.window import Console
from ui.start.new_workshop import NewWorkshopDialog
from ui.start.settings_dialog import SettingsDialog
from ui.widgets.hairline_table import HairlineTable


@pytest.mark.parametrize("key", ["Ctrl+K", "Ctrl+P", "F1", "Ctrl+Shift+K"])
def test_a_dialog_over_the_console_is_whole_and_leaves_with_esc(
    ellerport: Console, hands: Hands, key: str
) -> None:
    ellerport.desk.do(park, "Something to come back to " * 20)
    hands.press(key)
    dialog = hands.at.window()

    assert isinstance(dialog, QDialog)
    assert unnamed(dialog) == []
    assert clipped(dialog) + cut_off(dialog) == []
    hands.press("Esc")
    assert hands.at.window() is ellerport
    assert not ellerport.findChildren(QDialog), "a dialog that was left is kept for nothing"


def test_the_keyboard_is_where_it_was_after_a_dialog(console: Console, hands: Hands) -> None:
    hands.go_to("Purpose: Why are we bothering?")
    field = hands.at
    for key in ("Ctrl+K", "Ctrl+P", "F1"):
        hands.press(key, "Esc")
        assert hands.at is field


def test_the_dialogs_of_the_start_page_are_whole(hands: Hands, tmp_path: Path) -> None:
    for dialog in (NewWorkshopDialog("purpose", "Purpose"), SettingsDialog(tmp_path, 14)):
        dialog.open()
        hands.settle()
        assert unnamed(dialog) == []
        assert clipped(dialog) + cut_off(dialog) == []
        hands.press("Esc")


def test_the_start_page_is_whole(hands: Hands, tmp_path: Path) -> None:
    app = Facilitator(Library(tmp_path))
    app.show_start()
    hands.settle()
    hands.settle()

    assert unnamed(app.start) == []
    assert clipped(app.start) + cut_off(app.start) == []
    app.start.close()


def test_the_keys_of_the_page_that_is_up_stand_first(ellerport: Console, hands: Hands) -> None:
    ellerport.navigator.go("values", "rounds")
    hands.settle()
    hands.press("F1")
    dialog = QApplication.activeWindow()
    assert dialog is not None
    (table,) = dialog.findChildren(HairlineTable)
    model = table.model()
    rows = [(model.index(at, 0).data(), model.index(at, 1).data()) for at in range(14)]

    assert rows[0] == ("On this page", "")
    assert ("Organisation", "↑ ↓") in rows
    hands.press("Escape")
