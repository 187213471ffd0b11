"""Words of every kind in every field: shown as they were typed, never read as markup."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPlainTextEdit, QWidget

from facilitator.board import capture
from facilitator.history import replay
from facilitator.kinds import encode
from facilitator.stages.gather import name_workshop
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.console.conftest import Show
from tests.ui.console.steps import clipped, cut_off, each_step
from tests.ui.walk.hands import Hands, read
from ui.app import Facilitator
from ui.console.window import Console
from ui.start.new_workshop import NewWorkshopDialog
from ui.widgets.labels import as_tip

ANY = '<b>&<script>alert("x")</script> 🏥 Tŷ Ŵyl & Sŵn مجلس المدينة'
"""Markup, an ampersand, an emoji, Welsh and Arabic."""


def text_fields(hands: Hands) -> Iterator[QLineEdit | QPlainTextEdit]:
    """Every field one can reach by Tab and type words into, each once."""
    seen: set[QWidget] = set()
    for _ in range(80):
        at = hands.at
        free = isinstance(at, QLineEdit) and at.validator() is None and at.maxLength() > len(ANY)
        if at not in seen and (free or isinstance(at, QPlainTextEdit)):
            assert isinstance(at, QLineEdit | QPlainTextEdit)
            seen.add(at)
            yield at
        hands.press("Tab")


def words_in(field: QLineEdit | QPlainTextEdit) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def guessing(window: QWidget) -> list[str]:
    """Every label that would read markup."""
    labels = window.findChildren(QLabel)
    plain = Qt.TextFormat.PlainText
    return [each.text() for each in labels if each.text() and each.textFormat() != plain]


def kept(console: Console) -> str:
    """Everything the session has kept, as it stands on disk."""
    entries = console.desk.session.history.entries
    return "\n".join(encode(entry.event).decode() for entry in entries)


def test_every_field_of_every_step_holds_the_words_as_they_were_typed(
    ellerport: Console, hands: Hands
) -> None:
    found = 0
    for step in each_step(ellerport, hands):
        for field in text_fields(hands):
            hands.press("Ctrl+A")
            hands.type(ANY)
            assert words_in(field) == ANY, f"{step}: {hands.name}"
            found += 1
    assert found > 40


def test_every_field_of_every_step_may_be_kept_with_such_words(
    ellerport: Console, hands: Hands
) -> None:
    for step in each_step(ellerport, hands):
        for field in text_fields(hands):
            hands.press("Ctrl+A")
            hands.type(ANY)
            if field.hasFocus():
                hands.press("Return")
        assert not guessing(ellerport), step
        assert not cut_off(ellerport), step
    said = kept(ellerport)

    assert said.count("<script>") > 10
    assert "&lt;" not in said
    assert "&amp;" not in said
    again = replay(ellerport.desk.session.history.entries)
    assert again.contributions == ellerport.desk.workshop.contributions


def test_such_a_card_is_shown_as_it_was_typed(console: Console, hands: Hands) -> None:
    hands.press("F5")
    hands.go_to("Purpose: Why are we bothering?")
    hands.enter(ANY)

    (card,) = console.desk.workshop.contributions.values()
    assert card.text == ANY
    assert ANY in console.room.window.canvas.accessibleDescription().splitlines()


def test_a_group_with_such_a_name_stands_in_the_bar(
    session: Session, shown: Show, hands: Hands
) -> None:
    session.do(name_workshop, ANY, ANY, ANY, "2026-03-18", ("gather", "purpose"))
    console = shown(session)

    assert ANY in read(console.bar)
    assert not guessing(console)
    hands.go_to("Purpose: What only we can do")
    assert f"What does {ANY} need that only we have the power to do?" in read(console)


def test_a_long_name_of_a_group_ends_in_dots_and_leaves_the_clock_its_place(
    session: Session, shown: Show
) -> None:
    long = "The Health and Wellbeing Board of the United Districts " * 3
    session.do(name_workshop, long, long, "Ellerport", "2026-03-18", ("gather", "purpose"))
    console = shown(session)

    assert clipped(console) + cut_off(console) == []
    assert console.width() == 1366


def test_a_tool_tip_shows_such_words_as_they_were_typed() -> None:
    assert as_tip("<b>&") == "<span>&lt;b&gt;&amp;</span>"


def test_the_car_park_shows_such_words_as_they_were_typed(console: Console, hands: Hands) -> None:
    hands.press("Ctrl+P")
    hands.enter(ANY)
    hands.press("Esc")

    assert any(ANY[:40] in line for line in read(console.side))
    assert not guessing(console)


def test_a_new_workshop_takes_such_words(hands: Hands) -> None:
    begun = []
    dialog = NewWorkshopDialog("purpose", "Purpose")
    dialog.begun.connect(begun.append)
    dialog.open()
    hands.settle()
    hands.fill(ANY, ANY, ANY, "4 Mar 2026")
    hands.press("Return")

    (new,) = begun
    assert (new.group, new.place, new.title, new.date) == (ANY, ANY, ANY, "2026-03-04")


@pytest.mark.parametrize(
    ("group", "title", "date", "why"),
    [
        ("\u200b", "A day", "4 Mar 2026", "Name the group"),
        ("The Board", " ", "4 Mar 2026", "Give the workshop a title"),
        ("The Board", "A day", "soon", "“soon” is not a date"),
        ("The Board", "A day", " ", "Say when"),
    ],
)
def test_a_new_workshop_says_what_is_missing(
    hands: Hands, group: str, title: str, date: str, why: str
) -> None:
    dialog = NewWorkshopDialog("purpose", "Purpose")
    begun = []
    dialog.begun.connect(begun.append)
    dialog.open()
    hands.settle()
    hands.fill(group, "Ellerport", title, date)
    hands.press("Return")

    assert not begun
    assert dialog.notice.sentence().startswith(why)
    dialog.close()


def test_a_message_shows_a_file_name_as_it_is(hands: Hands) -> None:
    app = Facilitator()
    app.say("The file <b>x</b> cannot be opened.", "It is in <i>Documents</i>.")
    hands.settle()
    (box,) = app.start.findChildren(QMessageBox)

    assert not guessing(box)
    box.close()
    app.start.close()


def test_two_hundred_cards_are_quick_and_all_there(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    hands.press("F5")
    hands.go_to("Purpose: Why are we bothering?")
    started = datetime.now()
    for number in range(200):
        hands.enter(f"Card {number}")

    assert len(console.desk.workshop.contributions) == 200
    assert "200 kept, every one saved" in console.page.hints.accessibleName()
    assert (datetime.now() - started).total_seconds() < 20
    for _ in each_step(console, hands):
        assert not cut_off(console)


def test_a_card_of_five_thousand_characters_leaves_everything_in_its_place(
    console: Console, hands: Hands
) -> None:
    hands.press("F5")
    for words in ("word " * 1000, "W" * 5000, "مجلس " * 1000):
        console.desk.do(capture, words.strip(), "purpose", "only-us")
    found = {step: clipped(console) + cut_off(console) for step in each_step(console, hands)}

    assert {step: what for step, what in found.items() if what} == {}
    assert (console.width(), console.height()) == (1366, 768)


def test_typing_five_thousand_characters_keeps_them_all(console: Console, hands: Hands) -> None:
    hands.go_to("Purpose: Why are we bothering?")
    words = "word " * 999 + "end"
    QApplication.clipboard().setText(words)
    hands.press("Ctrl+V", "Return")

    (card,) = console.desk.workshop.contributions.values()
    assert card.text == words
