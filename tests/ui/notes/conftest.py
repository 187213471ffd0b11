"""A note-taker's window on a copy of a small workshop, with a clock that stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.board import capture
from facilitator.guide import load_guide
from facilitator.progress import enter_step
from facilitator.stages.gather import join_organisation, name_workshop
from facilitator.stages.values import open_value_round, propose
from sessions.clock import SetClock
from sessions.copies import begin_notes, hand_out
from sessions.session import Session
from ui.desk import Desk
from ui.notes.window import NotesWindow

NAMES = ("Council", "Acute trust", "Healthwatch", "Public Health")


@pytest.fixture
def main(session: Session) -> Session:
    """The facilitator's workshop: four organisations, a card, a value in an open round."""
    session.do(name_workshop, "Shaping Ashby", "Ashby Board", "Ashby", "2026-03-18")
    for name in NAMES:
        made = name.casefold().replace(" ", "-")
        session.do(join_organisation, name, org_class="nhs", organisation_id=made)
    session.do(capture, "Kept by the facilitator", "purpose", "only-us")
    session.do(propose, "City first", value_id="city")
    session.do(open_value_round, "city", "r1")
    session.do(enter_step, "purpose", "only-us", 1.0)
    return session


@pytest.fixture
def notes(
    qapp: QApplication, main: Session, tmp_path: Path, clock: SetClock
) -> Iterator[NotesWindow]:
    """The window at table 3."""
    out = tmp_path / "handed-out.workshop"
    hand_out(main, out)
    taken_up = Session.open(begin_notes(out, tmp_path, "Table 3"), clock=clock)
    window = NotesWindow(Desk(taken_up, load_guide()))
    window.resize(1366, 768)
    window.show()
    yield window
    window.close()
    window.deleteLater()


class Hands:
    """What a note-taker does at the keyboard."""

    def __init__(self, window: NotesWindow) -> None:
        self.window = window

    def type(self, words: str) -> None:
        self.window.field.line.insert(words)
        self.window.field.line.textEdited.emit(self.window.field.line.text())

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        target = self.window.focusWidget() or self.window
        QTest.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def keep(self, words: str) -> None:
        self.type(words)
        self.press(Qt.Key.Key_Return)


@pytest.fixture
def hands(notes: NotesWindow) -> Hands:
    return Hands(notes)
