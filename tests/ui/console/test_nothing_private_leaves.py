"""A private inject, a note, a mark's words and a single check-in, planted: none of them gets out.

Every string that the room's screen is given and every string of its widgets is read at every step
of the journey, with everything in focus that could bring one of them there; then the text of every
paper.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from exports.documents.shelf import paper
from facilitator.guide import Guide
from facilitator.notes import note_privately
from facilitator.stages.gather import name_workshop
from facilitator.stages.rehearsal.casting import ask_observer, choose_scenario, name_observers
from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.feeling import check_in, give_slip
from facilitator.stages.rehearsal.injects import answer_inject, play_inject, write_inject
from facilitator.stages.rehearsal.observing import mark_value, take_note
from facilitator.stages.values import propose
from sessions.session import Session
from tests.ui.console.conftest import Show
from ui.console.window import Console
from ui.paper_files import write_paper, write_papers

SECRETS = ("zanzibar", "xylophone", "quokka", "marzipan", "vexed", "gnarled", "wombat")
NEWS, ANSWER, NOTE, SEEN, ALONE, BOTH, APART = SECRETS
STAGES = ("gather", "purpose", "values", "rehearsal", "commitments", "agreement")


@pytest.fixture
def planted(session: Session, guide: Guide, a_board, shown: Show) -> Console:
    """A rehearsal in play in which each of them lies."""
    a_board(session, voting=6, here=6)
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", STAGES)
    session.do(propose, "No surprises", "We tell each other first", value_id="V1")
    pack = guide.packs["SC1"]
    session.do(choose_scenario, pack, rehearsal_id="R")
    session.do(name_observers, "R", ("org-6-lead",))
    session.do(ask_observer, "R", "org-6-lead", "Who is not heard?")
    session.do(start_clock, "R", session.seconds(), from_minute=25)
    made = session.do(
        write_inject, "R", f"The {NEWS} has come.", "Board chair", "Note", 26, ""
    ).inject
    session.do(play_inject, "R", made.id, 26)
    session.do(answer_inject, "R", made.id, f"They hid the {ANSWER}.")
    session.do(play_inject, "R", "SC1-I3", 27)
    session.do(take_note, "R", 1_600, f"Two spoke of a {NOTE}.")
    session.do(mark_value, "R", "V1", 27, "broke", f"A {SEEN} was kept back.")
    session.do(note_privately, f"The {APART} spoke for three.", "purpose", "only-us")
    session.do(check_in, "R", "before", "org-1-lead", ALONE, 5)
    for when in ("before", "after"):
        session.do(give_slip, "R", when, BOTH, 5)
        session.do(give_slip, "R", when, BOTH, 1)
    return shown(session)


def strings_of(console: Console) -> Iterator[str]:
    """Every string that the room's screen holds, in its view and in its widgets."""
    window = console.room.window
    yield from window.canvas._view.strings()
    for widget in (window, *window.findChildren(QWidget)):
        yield widget.windowTitle()
        yield widget.toolTip()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        if isinstance(widget, QLabel):
            yield widget.text()
        interface = QAccessible.queryAccessibleInterface(widget)
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield interface.text(kind) if interface else ""


def focuses(console: Console) -> list[dict[str, str]]:
    """Everything in focus that a page could put there, private injects among it."""
    found = console.desk.workshop.rehearsals["R"]
    injects = [inject.id for inject in found.injects()]
    pictures = ["", "feelings", "strain"]
    return [{"inject": inject} for inject in ["", *injects]] + [
        {"inject": "", "picture": picture} for picture in pictures
    ]


def test_nothing_planted_is_on_the_rooms_screen_at_any_step(planted: Console) -> None:
    planted.room.open()
    steps = [(s, step.id) for s in STAGES for step in planted.desk.guide.stage(s).steps]
    read, news = 0, set()
    for stage, step in steps:
        planted.navigator.go(stage, step)
        for focus in focuses(planted):
            planted.desk.focus_on(**focus)
            planted.tick()
            text = "\n".join(strings_of(planted))
            read += len(text)
            news |= {"here"} if "draft closure date" in text else set()
            for secret in SECRETS:
                assert secret not in text.casefold(), (stage, step, focus)
    assert news == {"here"}, "the room was never shown anything of the story"
    assert read > 10_000


def test_a_mean_of_fewer_than_three_is_on_no_screen_of_the_room(planted: Console) -> None:
    planted.room.open()
    for step in ("check-in-after", "debrief", "close"):
        planted.navigator.go("rehearsal", step)
        planted.desk.focus_on(picture="feelings")
        planted.tick()
        text = "\n".join(strings_of(planted))
        # Before there were three, whose mean is 3.7; afterwards two, whose mean is 3.0.
        assert "3.0" not in text
        assert "3.7" in text


@pytest.mark.parametrize("document", ["agreement", "debrief", "role-cards", "slips"])
def test_nothing_planted_is_in_any_paper(planted: Console, document: str, tmp_path: Path) -> None:
    desk = planted.desk
    made = desk.session.clock.now()
    if document == "agreement":
        found = paper(desk.workshop, "agreement")
        paths = [write_paper(desk.workshop, found, desk.session.path, made, tmp_path).path]
    else:
        paths = write_papers(desk.workshop, document, desk.session.path, made, tmp_path).paths
    assert len(paths) == 1
    for path in paths:
        pages = [page.get_textpage().get_text_bounded() for page in PdfDocument(path)]
        text = " ".join(" ".join(pages).split()).casefold()
        assert "the board" in text
        for secret in SECRETS:
            assert secret not in text
        assert secrets_of_the_file(path)


def secrets_of_the_file(path: Path) -> bool:
    """Whether none of them lies in the bytes beside the text: in the outline or the properties."""
    raw = path.read_bytes().lower()
    return not any(secret.encode() in raw for secret in SECRETS)
