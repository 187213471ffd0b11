"""A note-taker's window brings its copy up to date through the same dialog, and takes it back."""

from collections.abc import Iterator

import pytest

from facilitator.guide import load_guide
from sessions.copies import begin_notes, hand_out
from sessions.session import Session
from tests.ui.merging.conftest import Wait
from tests.ui.merging.tables import Tables, cards, take_plainly
from tests.ui.walk.hands import Hands
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
