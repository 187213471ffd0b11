"""The room's screen, worked from the console: opening, freezing, blanking."""

import json
import os
import subprocess
import sys
from pathlib import Path

from facilitator.board import capture
from tests.ui.walk.hands import Hands
from ui.console.window import Console

SCREEN = {"width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
OPEN_THE_ROOM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from facilitator.guide import load_guide
from facilitator.stages.gather import name_workshop
from sessions.session import Session
from tests.ui.walk.hands import Hands
from ui.app import make_application
from ui.console.window import Console
from ui.desk import Desk

app = make_application([])
hands = Hands()
session = Session.create(Path(sys.argv[1]))
session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", ("gather", "purpose"))
console = Console(Desk(session, load_guide()))
console.show()
hands.settle()
hands.press("F5")
room = console.room.window
print(room.screen().name(), room.isFullScreen(), console.room.where, console.screen().name())
print(QApplication.activeWindow() is console)
console.close()
"""


def shown_strings(console: Console) -> list[str]:
    """What stands on the room's screen."""
    return console.room.window.canvas.accessibleDescription().splitlines()


def test_with_one_screen_the_room_opens_as_a_window(console: Console, hands: Hands) -> None:
    hands.press("F5")

    assert console.room.window.isVisible()
    assert not console.room.window.isFullScreen()
    assert (console.room.state, console.room.where) == ("live", "window")
    assert hands.at.window() is console, "the keyboard stays with the facilitator"


def test_with_two_screens_the_room_fills_the_other(tmp_path: Path) -> None:
    screens = [
        {"name": "1-laptop", "x": 0, "y": 0, **SCREEN},
        {"name": "2-beamer", "x": 1366, "y": 0, **SCREEN, "width": 1920, "height": 1080},
    ]
    config = tmp_path / "two.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    said = subprocess.run(
        [sys.executable, "-c", OPEN_THE_ROOM, str(tmp_path / "a.workshop")],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert said.stdout.splitlines() == ["2-beamer True full screen 1-laptop", "True"]


def test_a_frozen_screen_keeps_its_picture_while_the_console_goes_on(
    console: Console, hands: Hands
) -> None:
    hands.press("F5")
    hands.go_to("Purpose: Why are we bothering?")
    hands.press("Ctrl+F")
    before = console.room.window.canvas.grab().toImage()
    hands.enter("A word that the room need not see yet")
    hands.press("PgDown")
    console.tick()
    hands.settle()

    assert console.room.state == "frozen"
    assert console.room.window.canvas.grab().toImage() == before
    hands.press("Ctrl+F")
    assert console.room.window.canvas.grab().toImage() != before
    assert "What does Ellerport need that only we have the power to do?" in shown_strings(console)


def test_a_blank_screen_shows_nothing_and_then_the_newest(console: Console, hands: Hands) -> None:
    hands.press("F5")
    hands.go_to("Purpose: Why are we bothering?")
    console.room.toggle_blank()
    console.desk.do(capture, "Said in the dark", "purpose", "why-bother")

    assert shown_strings(console) == ["The screen is blank"]
    assert len(colours(console)) == 1
    console.room.toggle_blank()
    assert "Said in the dark" in shown_strings(console)


def test_what_is_hidden_from_the_room_stays_hidden_until_it_is_shown(
    console: Console, hands: Hands
) -> None:
    hands.press("F5")
    hands.go_to("Purpose: Why are we bothering?")
    hands.press("Ctrl+H")
    hands.enter("Not yet")
    assert "Not yet" not in shown_strings(console)
    hands.press("Ctrl+H")
    assert "Not yet" in shown_strings(console)


def test_the_badge_and_the_buttons_say_what_the_room_sees(console: Console, hands: Hands) -> None:
    hands.press("F5")
    hands.push("Freeze")
    assert console.side.freeze.text() == "Let go"
    hands.push("Blank")
    assert (console.room.state, console.side.blank.text()) == ("blank", "Show again")


def test_closing_the_room_leaves_the_console_at_work(console: Console, hands: Hands) -> None:
    hands.press("F5")
    console.room.window.close()
    hands.settle()

    assert console.room.state == "off"
    hands.press("PgDown", "F5")
    assert console.room.state == "live"
    assert "Who is here, and who is missing?" in shown_strings(console)


def colours(console: Console) -> set[str]:
    """The colours on the room's screen, on a grid."""
    image = console.room.window.canvas.grab().toImage()
    across, down = range(0, image.width(), 16), range(0, image.height(), 16)
    return {image.pixelColor(x, y).name() for x in across for y in down}
