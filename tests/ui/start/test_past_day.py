"""Workshops past their day: said quietly on the start page, kept longer or erased from there."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from facilitator.board import capture
from facilitator.retention import keep_until
from facilitator.stages.gather import name_workshop
from sessions.backups import Backups
from sessions.clock import SetClock
from sessions.library import Library
from sessions.problems import Locked
from sessions.session import Session
from tests.ui.console.conftest import guide, hands
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.walk.hands import Hands, read
from ui.erasures import FOLDER
from ui.start.past_day import CHOOSE, NAME_A_DAY, TYPE_IT, PastDayDialog, due_words
from ui.start.recent import RecentWorkshops

__all__ = ["guide", "hands"]

SPOKEN = "Quillfeather would rather close the lido than the library"


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups")


@pytest.fixture
def library(tmp_path: Path, clock: SetClock, backups: Backups) -> Library:
    made = Library(tmp_path / "library")
    for name, until in (("Lido", "2020-03-18"), ("Ford", "2099-01-01")):
        clock.at(datetime(2019, 3, 18, 10))
        with made.create(name, clock=clock) as session:
            session.do(name_workshop, f"{name} day", f"{name} Board", "Ellerport")
            session.do(keep_until, until)
            session.do(capture, SPOKEN, "purpose", "only-us")
            backups.keep(session, "on closing")
    return made


@pytest.fixture
def dialog(library: Library, backups: Backups, hands: Hands, clock: SetClock) -> PastDayDialog:
    clock.at(datetime(2026, 3, 18, 10))
    made = PastDayDialog(library, backups, clock=clock)
    made.open()
    hands.settle()
    return made


def test_the_start_page_says_how_many_and_nothing_where_none_is(
    library: Library, guide, hands: Hands, tmp_path: Path
) -> None:
    recent = RecentWorkshops()
    recent.show_library(library, guide)
    assert recent.past_day.text() == "1 workshop is past the day until which it is to be kept"
    assert not recent.past_day.isHidden()
    recent.show_library(Library(tmp_path / "empty"), guide)
    assert recent.past_day.isHidden()
    assert due_words(2).startswith("2 workshops are past")


def test_it_is_whole(dialog: PastDayDialog) -> None:
    assert unnamed(dialog) == []
    assert clipped(dialog) + cut_off(dialog) == []
    model = dialog.table.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Lido Board"]


def test_one_is_kept_longer(dialog: PastDayDialog, hands: Hands, library: Library) -> None:
    heard: list[bool] = []
    dialog.changed.connect(lambda: heard.append(True))
    dialog.until.setFocus()
    hands.press("Enter")
    assert NAME_A_DAY in read(dialog)
    hands.type("18 March 2020")
    hands.press("Enter")
    assert any("is past" in said for said in read(dialog))
    dialog.until.clear()
    hands.type("18 March 2030")
    hands.press("Enter")

    assert heard == [True]
    with Session.open(library.path_of("Lido")) as session:
        assert session.workshop.keep_until == "2030-03-18"
    assert dialog.table.model().rowCount() == 0


def test_nothing_is_erased_until_the_word_is_typed(
    dialog: PastDayDialog, hands: Hands, library: Library
) -> None:
    dialog.word.setFocus()
    hands.type("yes")
    hands.press("Enter")

    assert TYPE_IT in read(dialog)
    assert library.path_of("Lido").exists()


def test_it_is_erased_with_a_certificate_that_holds_none_of_its_words(
    dialog: PastDayDialog, hands: Hands, library: Library, tmp_path: Path
) -> None:
    dialog.by.setText("Sam Okafor")
    dialog.word.setFocus()
    hands.type("erase")
    hands.press("Enter")
    (made,) = (library.folder / FOLDER).iterdir()
    pdf = PdfDocument(made)
    text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()

    assert not library.path_of("Lido").exists()
    assert library.path_of("Ford").exists()
    assert "1 backup" in text
    assert "Sam Okafor" in text
    assert any(str(made) in said for said in read(dialog))
    words = re.findall(r"\w+", f"{SPOKEN} Lido Board day Ellerport")
    # Words that our own sentences have as well say nothing of it.
    told = {word.casefold() for word in re.findall(r"\w+", f"{text} {made.name}")} - {"the", "than"}
    assert told & {word.casefold() for word in words} == set()
    assert b"Lido" not in made.read_bytes()


def test_one_that_is_open_elsewhere_is_said_to_be(
    dialog: PastDayDialog, hands: Hands, library: Library
) -> None:
    heard: list[object] = []
    dialog.troubled.connect(heard.append)
    with Session.open(library.path_of("Lido")):
        dialog.word.setFocus()
        hands.type("erase")
        hands.press("Enter")

    assert isinstance(heard[0], Locked)
    assert library.path_of("Lido").exists()


def test_without_a_chosen_one_nothing_is_done(dialog: PastDayDialog, hands: Hands) -> None:
    dialog.table.show_rows((), [])
    dialog.erase.click()

    assert CHOOSE in read(dialog)


def test_where_no_certificate_can_be_kept_nothing_is_erased(
    dialog: PastDayDialog, hands: Hands, library: Library
) -> None:
    (library.folder / FOLDER).write_text("a file in the way", "utf-8")
    dialog.word.setText("erase")
    dialog.erase.click()

    assert any("nothing was erased" in said for said in read(dialog))
    assert library.path_of("Lido").exists()
