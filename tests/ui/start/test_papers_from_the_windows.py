"""The papers of a rehearsal, asked for on its pages: written, or asked about first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from facilitator.guide import load_guide
from facilitator.stages.gather import join_member, join_organisation, name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.debriefing import learn_lesson
from sessions.library import Library
from tests.ui.walk.hands import Hands
from ui.app import Facilitator, make_application
from ui.console.window import Console
from ui.documents.asking import SOMEBODY
from ui.paper_writer import NO_SCENARIO


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path) -> Iterator[Facilitator]:
    """The app on a workshop with a rehearsal in its journey."""
    make_application()
    made = Facilitator(Library(tmp_path))
    qtbot.addWidget(made.start)
    session = made.library.create("Ashby")
    session.do(name_workshop, "A day", "Ashby Board", "Ashby", "2026-03-18", ("rehearsal",))
    session.do(join_organisation, "Council", organisation_id="c")
    session.do(join_member, "c", "Leader", name="Rosa Anders", member_id="rosa")
    made.open_session(session)
    yield made
    for box in boxes():
        box.close()
    if made.console is not None:
        made.console.gone.disconnect()
        made.console.close()


@pytest.fixture
def console(app: Facilitator) -> Console:
    """Its console, with Ward 9 chosen."""
    assert app.console is not None
    app.console.desk.do(choose_scenario, load_guide().packs["SC1"], rehearsal_id="R")
    return app.console


def boxes() -> list[QMessageBox]:
    """The boxes that are open."""
    return [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()
    ]


def written(console: Console) -> list[str]:
    """The papers beside the workshop."""
    return sorted(path.name for path in console.desk.session.path.parent.glob("*.pdf"))


@pytest.mark.parametrize(
    ("step", "button", "name"),
    [
        ("Brief", "Role cards as PDF", "ashby-board-role-cards-ward-9.pdf"),
        ("Check-in", "Slips as PDF", "ashby-board-check-in-slips-ward-9.pdf"),
        ("Close", "Write the debrief", "ashby-board-debrief-ward-9-v0-1.pdf"),
    ],
)
def test_a_paper_is_written_by_a_button_of_its_page(
    console: Console, step: str, button: str, name: str, qtbot: QtBot
) -> None:
    hands = Hands()
    hands.settle()
    hands.go_to(f"Rehearsal: {step}")
    if step == "Brief":
        hands.press("D")
    hands.push(button)
    assert written(console) == [name]
    assert name in console.status.text()


def test_a_paper_is_written_from_anywhere(console: Console) -> None:
    hands = Hands()
    hands.settle()
    hands.go_to("Write the rehearsal’s debrief")
    assert written(console) == ["ashby-board-debrief-ward-9-v0-1.pdf"]


def test_without_a_scenario_there_is_nothing_to_write_and_it_says_so(app: Facilitator) -> None:
    assert app.console is not None
    app.console.papers_asked.emit("debrief")
    assert [box.text() for box in boxes()] == [NO_SCENARIO]
    assert written(app.console) == []


@pytest.mark.parametrize(("button", "papers"), [("Write it even so", 1), ("Leave it", 0)])
def test_a_debrief_in_which_somebody_can_be_known_is_asked_about_first(
    console: Console, button: str, papers: int, qtbot: QtBot
) -> None:
    console.desk.do(learn_lesson, "R", "Rosa Anders should have rung us.")
    console.papers_asked.emit("debrief")
    (box,) = boxes()
    assert box.text().startswith(SOMEBODY)
    assert "Rosa" in box.informativeText()
    assert written(console) == []
    pressed = next(each for each in box.buttons() if each.text() == button)
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert len(written(console)) == papers


def test_a_paper_is_of_the_rehearsal_in_hand_alone(console: Console) -> None:
    desk = console.desk
    desk.do(learn_lesson, "R", "Ring first.")
    desk.do(choose_scenario, load_guide().packs["SC5"], rehearsal_id="S")
    desk.focus_on(rehearsal="R")
    console.papers_asked.emit("debrief")
    assert written(console) == ["ashby-board-debrief-ward-9-v0-1.pdf"]
