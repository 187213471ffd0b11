"""Bringing notes in, by key: looked at first, brought in as one change, and taken back as one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from facilitator.notes import note_privately, read_back
from sessions.backups import Backups
from sessions.library import Library
from sessions.problems import Full
from sessions.reconcile import Merge
from sessions.session import Session
from tests.ui.merging.conftest import Wait
from tests.ui.merging.looking import asked, chosen, rows, texts
from tests.ui.merging.tables import Tables, cards, other_program, take_plainly
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.merging.dialog import MergeDialog
from ui.merging.reading import Reader


def test_files_are_chosen_looked_at_brought_in_and_taken_back_by_key(
    console: Console,
    hands: Hands,
    wait: Wait,
    tables: Tables,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    field = hands.at
    one = tables.notes("Table 1", cards("Open the doors.", "Ask first."))
    two = tables.notes("Table 2", cards("Close one form."))
    chosen(monkeypatch, one, two)

    hands.press("Ctrl+M")
    assert hands.name == "Choose files…"
    hands.press("Return")
    dialog = console.findChildren(MergeDialog)[-1]
    wait(lambda: dialog.merge is not None)
    assert texts(console.desk.session) == []
    assert dialog.heading.text() == "Bring in two note-takers’ notes"
    assert hands.name == "Bring in 3 entries"
    hands.press("Return")

    assert sorted(texts(console.desk.session)) == [
        "Ask first.",
        "Close one form.",
        "Open the doors.",
    ]
    told = "3 entries came in from 2 files. Ctrl+Z takes all of it back."
    assert console.status.text() == told
    assert hands.at is field
    hands.press("Ctrl+Z")
    assert texts(console.desk.session) == []


def test_the_table_says_what_each_file_brings(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    path = tables.notes("Table 1", cards("Open the doors.", "Ask first."))

    dialog = asked(console, hands, wait, path)

    assert rows(dialog) == [["Table 1, 09:30, 6 entries", "2", "3", "0", "0"]]
    assert dialog.details.text() == "Table 1. New: 2 cards."


def test_private_notes_are_counted_apart_and_none_of_their_words_is_told(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    path = tables.notes(
        "Table 1",
        cards("Open the doors."),
        lambda notes: notes.do(note_privately, "Chair is nervous.", "purpose", "only-us", "", "n"),
        lambda notes: notes.do(read_back, next(iter(notes.workshop.contributions.values())).id),
    )

    dialog = asked(console, hands, wait, path)

    assert dialog.details.text() == "Table 1. New: 1 card, 1 private note and 1 word read back."
    assert not any("nervous" in label.text() for label in dialog.findChildren(QLabel))


def test_what_is_here_already_is_said_and_nothing_is_asked(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    path = tables.notes("Table 1", cards("Open the doors."))
    asked(console, hands, wait, path)
    hands.press("Return")

    dialog = asked(console, hands, wait, path)

    assert dialog.said.text() == "Everything is here already."
    assert not dialog.bring_in.isVisible()
    assert hands.name == "Close"


def test_what_was_taken_back_with_its_file_comes_in_again(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    path = tables.notes("Table 1", cards("Open the doors."))
    asked(console, hands, wait, path)
    hands.press("Return", "Ctrl+Z")

    dialog = asked(console, hands, wait, path)
    assert "are here and taken back" in dialog.details.text()
    hands.press("Return")

    assert texts(console.desk.session) == ["Open the doors."]


def test_a_file_is_left_out_and_taken_after_all(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    one = tables.notes("Table 1", cards("Open the doors."))
    two = tables.notes("Table 2", cards("Close one form."))
    dialog = asked(console, hands, wait, one, two)

    hands.tab_to("What each file brings", back=True)
    hands.press("Down", "Space")
    assert rows(dialog)[1][1] == "left out"
    assert dialog.bring_in.text() == "Bring in 1 entry"
    hands.press("Space")
    assert dialog.bring_in.text() == "Bring in 2 entries"
    hands.press("Space", "Up", "Del")

    assert dialog.said.text() == "All of them are left out."


def test_a_different_workshop_and_a_strange_file_are_refused_in_words(
    console: Console, hands: Hands, wait: Wait, tables: Tables, tmp_path: Path
) -> None:
    with Library(tmp_path / "other").create("Other", clock=tables.clock) as other:
        cards("Not ours.")(other)
        path = other.path
    strange = other_program(tmp_path / "strange.workshop")

    dialog = asked(console, hands, wait, path, strange)

    assert dialog.said.text() == "Nothing of this can be taken in."
    assert "is a different workshop, not a copy of this one." in dialog.details.text()
    assert [row[4] for row in rows(dialog)] == ["all of it", "all of it"]
    hands.tab_to("What each file brings", back=True)
    hands.press("Down")
    assert "is not a Facilitator workshop." in dialog.details.text()


def test_an_empty_folder_is_said_to_hold_no_workshop(
    console: Console, hands: Hands, wait: Wait, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()

    dialog = asked(console, hands, wait, tmp_path / "empty")

    assert dialog.said.text() == "There is no workshop among these files."


def test_not_now_leaves_everything_as_it_was(
    console: Console, hands: Hands, wait: Wait, tables: Tables
) -> None:
    asked(console, hands, wait, tables.notes("Table 1", cards("Open the doors.")))
    before = len(console.desk.session.history)

    hands.press("Tab")
    assert hands.name == "Not now"
    hands.press("Return")

    assert not console.findChildren(MergeDialog)
    assert len(console.desk.session.history) == before


def test_a_full_disk_is_told_in_the_dialog_and_the_workshop_is_as_it_was(
    console: Console,
    hands: Hands,
    wait: Wait,
    tables: Tables,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = asked(console, hands, wait, tables.notes("Table 1", cards("Open the doors.")))

    def keep(*_: object) -> int:
        raise Full.file(console.desk.session.path)

    monkeypatch.setattr(Merge, "keep", keep)
    hands.press("Return")

    assert dialog.notice.sentence().startswith("The disk is full")
    assert dialog.isVisible()
    assert texts(console.desk.session) == []


def test_the_past_is_left_before_anything_comes_in(console: Console, hands: Hands) -> None:
    hands.enter("Something to look back at.")
    hands.press("Ctrl+B", "Ctrl+M")

    assert "Come back to now to change anything." in console.notice.sentence()
    assert not console.findChildren(MergeDialog)


def test_a_backup_is_promised_only_where_somebody_keeps_one(
    console: Console, hands: Hands, wait: Wait, tables: Tables, tmp_path: Path
) -> None:
    path = tables.notes("Table 1", cards("Open the doors."))
    dialog = asked(console, hands, wait, path)
    assert not dialog.backup.isVisible()
    hands.press("Esc")
    console.desk.session.backups = Backups(tmp_path / "backups")

    dialog = asked(console, hands, wait, path)
    assert dialog.backup.isVisible()
    hands.press("Return")

    assert len(Backups(tmp_path / "backups").kept_for(console.desk.session.path)) == 1


def test_a_note_taker_brings_their_copy_up_to_date_with_the_same_dialog(
    session: Session, tables: Tables, hands: Hands, wait: Wait
) -> None:
    path = tables.hand_out("Table 1")
    cards("Since then.")(session)
    newer = tables.hand_out("newer")
    with Session.open(path, clock=tables.clock) as notes:
        reader = Reader(notes, take_in=take_plainly)
        dialog = MergeDialog(notes, reader, up_to_date=True)
        dialog.open()
        dialog.activateWindow()
        hands.settle()
        assert dialog.doing.text() == (
            "Choose the newer copy of the workshop that the facilitator handed out."
        )
        dialog.bring([newer])
        wait(lambda: dialog.merge is not None)
        assert dialog.heading.text() == "Bring your copy up to date"
        hands.press("Return")
        reader.close()

        assert texts(notes) == ["Since then."]
