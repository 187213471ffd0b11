"""Words are taken out for good: every place is listed first, and a word is typed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.board import capture, correct
from facilitator.guide import load_guide
from facilitator.stages.gather import name_workshop
from sessions.problems import Full
from sessions.session import Session
from ui.console import redacting
from ui.console.redacting import RedactingDialog, show_redacting
from ui.console.window import Console
from ui.desk import Desk
from ui.widgets.rows import ITEM_ROLE

STEP = ("purpose", "only-us")


@pytest.fixture
def console(qapp: QApplication, session: Session) -> Iterator[Console]:
    """A console on a workshop in which somebody's name was said, and put right."""
    session.do(name_workshop, "Shaping", "Ashby Board", "Ashby", "2026-03-18")
    session.do(capture, "Mrs Quillfeather waited", *STEP, contribution_id="card")
    session.do(correct, "card", "Mrs Quillfeather waited all night")
    session.do(capture, "Nobody waits", *STEP)
    made = Console(Desk(session, load_guide()))
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def dialog(console: Console) -> RedactingDialog:
    """The dialog, with the name looked for."""
    show_redacting(console)
    found = next(w for w in console.findChildren(RedactingDialog) if w.isVisible())
    found.words.setText("quillfeather")
    QTest.keyClick(found.words, Qt.Key.Key_Return)
    return found


def cells(dialog: RedactingDialog) -> list[tuple[str, ...]]:
    model = dialog.table.model()
    return [
        tuple(model.index(row, column).data(ITEM_ROLE).text for column in range(4))
        for row in range(model.rowCount())
    ]


def confirmed(dialog: RedactingDialog) -> None:
    dialog.sure.setText("take out")
    QTest.keyClick(dialog.sure, Qt.Key.Key_Return)


def everything(path: Path) -> bytes:
    return b"".join(p.read_bytes() for p in path.parent.iterdir() if p.is_file())


def test_every_place_is_listed_before_anything_goes(dialog: RedactingDialog) -> None:
    assert [row[3] for row in cells(dialog)] == [
        "Mrs Quillfeather waited",
        "Mrs Quillfeather waited all night",
    ]
    assert {row[0] for row in cells(dialog)} == {"goes ✕"}
    assert all(row[2] for row in cells(dialog))


def test_they_leave_the_file_and_it_is_said(
    console: Console, dialog: RedactingDialog, session: Session
) -> None:
    confirmed(dialog)

    assert b"uillfeather" not in everything(session.path)
    assert session.workshop.contributions["card"].text == "[taken out]"
    assert console.status.text() == (
        "Taken out in 2 places, and in the backups. Nothing brings it back."
    )


def test_without_the_word_nothing_goes(dialog: RedactingDialog, session: Session) -> None:
    dialog.sure.setText("yes")
    QTest.keyClick(dialog.sure, Qt.Key.Key_Return)

    assert dialog.notice.accessibleName() == redacting.NOT_SAID
    assert "Quillfeather" in session.workshop.contributions["card"].text
    dialog.reject()


def test_a_place_can_be_left_out_by_the_space_bar(
    dialog: RedactingDialog, session: Session
) -> None:
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert [row[0] for row in cells(dialog)] == ["stays", "goes ✕"]
    confirmed(dialog)

    texts = [getattr(e.event, "text", "") for e in session.history.entries]
    assert "Mrs Quillfeather waited" in texts
    assert "Mrs Quillfeather waited all night" not in texts


def test_with_every_place_left_out_there_is_nothing_to_take_out(dialog: RedactingDialog) -> None:
    for key in [f"{f.entry.id}{f.pointer}" for f in dialog._found]:
        dialog._turn(key)
    confirmed(dialog)

    assert dialog.notice.accessibleName() == redacting.ALL_LEFT
    dialog.reject()


@pytest.mark.parametrize(
    ("words", "said"), [("q", redacting.TOO_SHORT), ("Featherstone", redacting.NOWHERE)]
)
def test_words_that_stand_nowhere_are_said_to(
    dialog: RedactingDialog, words: str, said: str
) -> None:
    dialog.words.setText(words)
    dialog.look()

    assert dialog.notice.accessibleName() == said
    assert not dialog.take.isEnabled()
    dialog.reject()


def test_a_disk_that_is_full_takes_nothing_out(
    dialog: RedactingDialog, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise Full.file(session.path)

    troubles: list[object] = []
    dialog._desk.troubled.connect(troubles.append)
    monkeypatch.setattr(session, "back_up", full)
    confirmed(dialog)

    assert len(troubles) == 1
    assert dialog.isVisible()
    assert "Quillfeather" in session.workshop.contributions["card"].text
    dialog.reject()


def test_no_undo_brings_them_back(dialog: RedactingDialog, session: Session) -> None:
    confirmed(dialog)
    while session.undo() is not None:
        pass
    while session.redo() is not None:
        pass

    assert session.workshop.contributions["card"].text == "[taken out]"


def test_papers_that_lie_beside_it_are_named(dialog: RedactingDialog, session: Session) -> None:
    for number in range(6):
        (session.path.parent / f"paper-{number}.pdf").write_bytes(b"")
    dialog.look()

    assert (
        "are not changed: paper-0.pdf, paper-1.pdf, paper-2.pdf, paper-3.pdf and 2 more."
        in dialog.beyond.text()
    )
    dialog.reject()


def test_the_past_is_not_redacted(console: Console) -> None:
    console.look_back()
    show_redacting(console)

    assert not [w for w in console.findChildren(RedactingDialog) if w.isVisible()]
    assert console.notice.isVisible()
    console.travel.back()


def test_an_id_is_no_word(dialog: RedactingDialog) -> None:
    dialog.words.setText("card")
    dialog.look()

    assert dialog.notice.accessibleName() == redacting.NOWHERE
    dialog.reject()
