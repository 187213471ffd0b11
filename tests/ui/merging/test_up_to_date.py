"""A note-taker's window brings its copy up to date through the same dialog, and takes it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.guide import load_guide
from sessions.copies import begin_notes, hand_out
from sessions.library import Library
from sessions.session import Session
from tests.ui.merging.conftest import Wait
from tests.ui.merging.tables import Tables, cards, take_plainly
from tests.ui.walk.hands import Hands
from ui.app import Facilitator
from ui.desk import Desk
from ui.merging import taking
from ui.merging.dialog import MergeDialog
from ui.merging.up_to_date import UpToDate
from ui.notes.window import NotesWindow


@pytest.fixture
def notes(tables: Tables, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> Iterator[NotesWindow]:
    """A note-taker's window on a copy that was handed out."""
    monkeypatch.setattr(taking, "from_elsewhere", take_plainly)
    out = tables.folder / "handed-out.workshop"
    hand_out(tables.session, out)
    own = begin_notes(out, tables.folder, "Table 3")
    window = NotesWindow(Desk(Session.open(own, clock=tables.clock), load_guide()))
    UpToDate(window)
    window.resize(1024, 600)
    window.show()
    window.activateWindow()
    hands.settle()
    yield window
    window.close()
    window.deleteLater()
    hands.settle()


def test_a_newer_copy_is_looked_at_brought_in_and_taken_back(
    notes: NotesWindow, hands: Hands, wait: Wait, tables: Tables
) -> None:
    field = hands.at
    cards("Since then.")(tables.session)
    newer = tables.hand_out("newer")
    hands.press("Ctrl+M")
    dialog = notes.findChildren(MergeDialog)[-1]
    dialog.bring([newer])
    wait(lambda: dialog.merge is not None)
    assert dialog.heading.text() == "Bring your copy up to date"
    hands.press("Return")

    known = notes.desk.workshop.contributions
    assert [card.text for card in known.values()] == ["Since then."]
    assert notes.foot.text() == "1 entry came in from 1 file. Ctrl+Z takes all of it back."
    assert hands.at is field
    hands.press("Ctrl+Z")
    assert notes.desk.workshop.contributions == {}


def test_esc_leaves_the_copy_as_it_was_and_the_keyboard_where_it_was(
    notes: NotesWindow, hands: Hands
) -> None:
    field, before = hands.at, len(notes.desk.session.history)
    hands.press("Ctrl+M", "Esc")

    assert hands.at is field
    assert len(notes.desk.session.history) == before


def test_the_window_that_the_app_opens_asks_for_it_too(
    tables: Tables, hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    out = tables.folder / "handed-out.workshop"
    hand_out(tables.session, out)
    app = Facilitator(Library(tmp_path / "library"))
    app.notes.begin(out, "Table 3")
    hands.settle()
    window = app.notes.window
    assert window is not None
    hands.press("Ctrl+M")

    assert window.findChildren(MergeDialog)
    hands.press("Esc")
    app.notes.go_home()
    app.start.close()
    hands.settle()
