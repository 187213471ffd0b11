"""The window of the room's screen, with one screen and with two."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.room.window import RoomWindow

TWO_SCREENS = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from ui.room.window import RoomWindow
app = QApplication([])
console = QWidget()
console.setGeometry(10, 10, 600, 400)
console.show()
room = RoomWindow("Ellerport")
room.open_beside(console)
app.processEvents()
beamer = next(screen for screen in QGuiApplication.screens() if screen is not console.screen())
said = [room.isFullScreen(), room.screen().name(), room.geometry().getRect()]
room.screen_gone(beamer)
app.processEvents()
said += [room.isFullScreen(), room.screen().name(), room.isVisible()]
said += [console.screen().availableGeometry().contains(room.geometry())]
room.screen_came(beamer)
app.processEvents()
said += [room.isFullScreen(), room.screen().name()]
import json
print(json.dumps(said))
"""


@pytest.fixture
def window(qtbot):
    window = RoomWindow("Ellerport")
    qtbot.addWidget(window)
    return window


@pytest.fixture
def console(qtbot):
    console = QWidget()
    qtbot.addWidget(console)
    console.show()
    return console


def test_with_one_screen_the_room_opens_as_a_window_with_the_groups_name(window, console) -> None:
    window.open_beside(console)
    assert window.isVisible()
    assert not window.isFullScreen()
    assert window.windowTitle() == "Room screen · Ellerport"


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_PageDown, "next_step"),
        (Qt.Key.Key_PageUp, "previous_step"),
        (Qt.Key.Key_B, "blank_toggled"),
        (Qt.Key.Key_Period, "blank_toggled"),
    ],
)
def test_a_clickers_keys_are_passed_on(window, console, qtbot, key: Qt.Key, signal: str) -> None:
    window.open_beside(console)
    with qtbot.waitSignal(getattr(window, signal)):
        qtbot.keyClick(window, key)


def test_f5_fills_the_screen_and_escape_leaves_it(window, console, qtbot) -> None:
    window.open_beside(console)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.isVisible()


def test_closing_says_that_the_room_sees_nothing(window, console, qtbot) -> None:
    window.open_beside(console)
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_screen_that_comes_while_the_room_is_closed_opens_nothing(window, console) -> None:
    window.open_beside(console)
    window.close()
    window.screen_came(console.screen())
    assert not window.isVisible()


def test_with_two_screens_the_room_fills_the_other_and_survives_its_unplugging(
    tmp_path: Path,
) -> None:
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96},
        {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96},
    ]
    config = tmp_path / "two.json"
    config.write_text(json.dumps({"screens": screens}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        env=environment,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    full, name, place, still, back, visible, inside, again, where = json.loads(done.stdout)
    console_screen = {"beamer": "laptop", "laptop": "beamer"}[name]
    assert full
    assert place[2:] in ([1920, 1080], [1366, 768])
    assert (still, visible, inside) == (False, True, True)
    assert back == console_screen
    assert (again, where) == (True, name)
