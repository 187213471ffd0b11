"""One laptop: the real app in a process of its own, worked through its windows by lines of JSON.

Run as a program: `python -m tests.ui.three_laptops.laptop FOLDER`. Each line on the standard input
is `[name, arguments…]` of a method of `Hands`; its answer is a line on the standard output.
"""

import hashlib
import json
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QWidget

from exports.data.forms import as_json
from exports.data.tables import tables
from facilitator.guide import load_guide
from facilitator.kinds import encode
from facilitator.seen import EntriesSeen, NotesReceived
from sessions.clock import SetClock
from sessions.library import Library
from sessions.session import Session
from ui.app import Facilitator, make_application
from ui.console.stage_floor import room_view_of
from ui.merging.dialog import MergeDialog
from ui.merging.talking_over import TalkingOver
from ui.start.new_workshop import NewWorkshop

BEGINS = datetime(2026, 3, 18, 9, 30)
MODIFIERS = {"Ctrl": "ControlModifier", "Shift": "ShiftModifier"}


class Hands:
    """What somebody does at one laptop."""

    def __init__(self, folder: Path) -> None:
        self.clock = SetClock(BEGINS)
        # Every session that this process opens goes by the workshop's own time.
        keep = Session.__init__

        def with_clock(session: Session, store: Any, by: str, _clock: Any) -> None:
            keep(session, store, by, self.clock)

        Session.__init__ = with_clock  # type: ignore[method-assign]
        self.app = Facilitator(Library(folder / "Documents"))

    @property
    def window(self) -> QWidget:
        """The window of the workshop that is open."""
        found = self.app.console or self.app.notes.window
        assert found is not None
        return found

    @property
    def session(self) -> Session:
        found: Session = self.window.desk.session  # type: ignore[attr-defined]
        return found

    def begin(self, group: str) -> str:
        """Begin a workshop."""
        self.app.begin(NewWorkshop("purpose", group, "Ashby", "Why us?", "2026-03-18"))
        return str(self.session.path)

    def passes(self, minutes: int) -> None:
        """Time passes."""
        self.clock.at(self.clock.now() + timedelta(minutes=minutes))

    def hand_out(self, path: str) -> None:
        """Hand out a copy: what the app does once a place was chosen."""
        self.app.notes.write_copy(self.session, Path(path))
        self.close_boxes()

    def take_notes(self, copy: str, name: str) -> None:
        """Open a copy that was handed out, and say what the notes are called."""
        self.app.open_file(Path(copy))
        line = next(
            w
            for w in QApplication.allWidgets()
            if isinstance(w, QLineEdit) and w.accessibleName() == "What these notes are called"
        )
        line.setText(name)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def hand_over(self, folder: str) -> str:
        """Hand the notes over into a folder."""
        self.app.notes.hand_over(Path(folder))
        self.close_boxes()
        return str(Path(folder) / self.session.path.name)

    def write(self, words: str) -> None:
        """Type words where the keyboard is."""
        QTest.keyClicks(self._focused(), words)

    def press(self, keys: str) -> None:
        """Press a key, such as "Ctrl+1"."""
        *held, key = keys.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= getattr(Qt.KeyboardModifier, MODIFIERS[each])
        QTest.keyClick(self._focused(), getattr(Qt.Key, f"Key_{key}"), modifiers)
        QApplication.processEvents()

    def capture(self, words: str) -> None:
        """Capture a card on the console's page."""
        line = self.app.console.page.field.line  # type: ignore[union-attr]
        line.setFocus()
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def go(self, stage: str, step: str) -> None:
        """Go to a step."""
        if self.app.console is not None:
            self.app.console.navigator.go(stage, step)
        else:
            self.app.notes.window.go(stage, step)  # type: ignore[union-attr]

    def do(self, module: str, command: str, *arguments: Any) -> None:
        """What a form of a page does once it is filled in."""
        found = getattr(__import__(module, fromlist=[command]), command)
        assert self.window.desk.do(found, *arguments) is not None  # type: ignore[attr-defined]

    def bring_in(self, *paths: str) -> str:
        """Bring files in through the dialog; its title."""
        if self.app.console is not None:
            self.app.console.coming_in.ask([Path(p) for p in paths])
        else:
            self.app.notes.window.merge_asked.emit()  # type: ignore[union-attr]
        dialog = self._dialog(MergeDialog)
        if self.app.console is None:
            dialog.bring([Path(p) for p in paths])
        _wait(lambda: dialog.merge is not None)
        title = dialog.windowTitle()
        button = next(
            b for b in dialog.findChildren(QPushButton) if b.text().startswith("Bring in")
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        _wait(lambda: not dialog.isVisible())
        return title

    def choose_all(self, answer: int) -> int:
        """Talk over all that stands side by side, and take one of the answers to each."""
        count = len(self.session.workshop.side_by_side)
        if count:
            self.app.console.coming_in.talk_over()  # type: ignore[union-attr]
            dialog = self._dialog(TalkingOver)
            for _ in range(count):
                QTest.keyClick(dialog, Qt.Key(Qt.Key.Key_0 + answer))
            dialog.close()
        return count

    def says(self) -> dict[str, Any]:
        """What the workshop says, and a digest that is the same for the same workshop."""
        workshop = self.session.workshop
        made = datetime(2026, 3, 18, 17, 0)
        rows = [
            (e.id, e.writer, e.seq, e.by, encode(e.event).decode())
            for e in self.session.history.entries
            # What says who had read what differs from laptop to laptop.
            if not isinstance(e.event, EntriesSeen | NotesReceived)
        ]
        said = as_json(tables(workshop), made) + msgspec.json.encode(rows)
        return {
            "cards": sorted(card.text for card in workshop.contributions.values()),
            "private": sorted(note.text for note in workshop.private_notes.values()),
            "positions": {
                key: {o: p.code for o, p in found.positions.items()}
                for key, found in workshop.rounds.items()
            },
            "beside": len(workshop.side_by_side),
            "digest": hashlib.sha256(said).hexdigest(),
            "data": as_json(tables(workshop), made).decode(),
        }

    def room(self) -> str:
        """Every word that the room could be shown, in every step."""
        guide = load_guide()
        desk = self.window.desk  # type: ignore[attr-defined]
        stages = desk.workshop.about.stages
        return "\n".join(
            repr(room_view_of(stage, desk.workshop, guide, step, desk.focus))
            for stage in stages
            for step in guide.stage(stage).steps
        )

    def close_boxes(self) -> None:
        """Read what was said, and go on."""
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox):
                box.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        """Close the workshop."""
        if self.app.console is not None:
            self.app.go_home()
        else:
            self.app.notes.go_home()

    def _focused(self) -> QWidget:
        return self.window.focusWidget() or self.window

    def _dialog(self, kind: Any) -> Any:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        assert found, f"no {kind.__name__} is open"
        return found[-1]


def _wait(done: Callable[[], bool]) -> None:
    for _ in range(600):
        if done():
            return
        QTest.qWait(50)
    raise TimeoutError("It took more than half a minute.")


def main(folder: Path) -> None:
    """Do what is asked, line by line, until the input ends."""
    make_application([])
    hands = Hands(folder)
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        answer = getattr(hands, name)(*arguments)
        QApplication.processEvents()
        print(json.dumps(answer), flush=True)
    hands.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
