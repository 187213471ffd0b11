"""Writing documents: off the interface's thread, whole or not at all, and told in plain words."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from exports.file_names import ExportProblem
from exports.progress import Progress
from facilitator.guide import load_guide
from facilitator.stages.gather import join_member, join_organisation
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.debriefing import learn_lesson
from tests.ui.documents.conftest import wait_for
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.documents import ports
from ui.documents.asking import EVEN_SO, SOMEBODY
from ui.documents.page import DocumentsPage


def files(console: Console) -> list[str]:
    """What stands beside the workshop, but for its own files."""
    folder = console.desk.session.path.parent
    return sorted(p.name for p in folder.iterdir() if p.is_file() and "workshop" not in p.name)


def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let writing go on until it is stopped."""
    render = ports.render

    def forever(document: object, progress: Progress) -> bytes:
        for step in range(100_000):
            progress(min(0.9, step / 100))
            QApplication.instance()
            _nap()
        return render(document, progress)  # type: ignore[arg-type]

    monkeypatch.setattr(ports, "render", forever)


def _nap() -> None:
    from time import sleep

    sleep(0.002)


def until(what: object) -> None:
    """Let the interface live until something is so."""
    for _ in range(5000):
        if what():  # type: ignore[operator]
            return
        QApplication.processEvents()
        _nap()
    raise AssertionError("it never came")


def test_the_agreement_is_written_by_keyboard_and_its_folder_is_offered(
    console: Console, page: DocumentsPage, hands: Hands
) -> None:
    hands.push("Write the agreement")
    wait_for(page)
    assert files(console) == ["the-board-agreement-v0-1.pdf"]
    assert page.before.written.text() == "Written: the-board-agreement-v0-1.pdf"
    assert page.before.open_file.isVisible()
    assert page.before.open_folder.isVisible()


def test_what_was_written_is_opened(
    console: Console, page: DocumentsPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "ui.documents.page.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile())
    )
    hands.push("Write the agreement")
    wait_for(page)
    hands.push("Open it")
    hands.push("Open its folder")
    folder = console.desk.session.path.parent
    assert opened == [str(folder / "the-board-agreement-v0-1.pdf"), str(folder)]


def test_cancel_stops_the_writing_and_nothing_of_it_is_left(
    console: Console, page: DocumentsPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(monkeypatch)
    hands.push("Write the agreement")
    until(page.before.stop.isVisible)
    assert page.before.bar.value() > 0
    page.before.stop.click()
    wait_for(page)
    assert files(console) == []
    assert page.before.written.text() == "Stopped; not written."
    assert page.before.write.isEnabled()
    assert not page.before.bar.isVisible()


def test_the_interface_lives_while_something_is_written(
    console: Console, page: DocumentsPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(monkeypatch)
    hands.push("Write the agreement")
    hands.press("Esc")
    assert not console.papers.is_open
    assert page.writing.busy
    page.writing.stop()
    wait_for(page)


def test_closing_the_window_stops_the_writing_and_leaves_no_half_file(
    console: Console, page: DocumentsPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(monkeypatch)
    hands.push("Write the agreement")
    until(lambda: page.writing._order is not None and page.writing._order.fraction > 0)
    console.close()
    assert files(console) == []


def test_what_cannot_be_written_is_told_in_plain_words(
    console: Console, page: DocumentsPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise ExportProblem("The disk is full. Make some room, and try again.")

    monkeypatch.setattr(ports, "replace_file", refuse)
    hands.push("Write the agreement")
    wait_for(page)
    assert page.notice.sentence() == "The disk is full. Make some room, and try again."
    assert files(console) == []
    assert page.before.write.isEnabled()


def test_a_fault_of_ours_is_raised_where_a_crash_is_caught(
    page: DocumentsPage, hands: Hands, monkeypatch: pytest.MonkeyPatch, qtbot: object
) -> None:
    def fail(*_: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(ports, "render", fail)
    with qtbot.captureExceptions() as caught:  # type: ignore[attr-defined]
        page.write(["agreement"])
        wait_for(page)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


@pytest.fixture
def told_on(console: Console, page: DocumentsPage) -> DocumentsPage:
    """A rehearsal whose debrief names a member."""
    desk = console.desk
    desk.do(join_organisation, "Council", organisation_id="c")
    desk.do(join_member, "c", "Leader", name="Rosa Anders", member_id="rosa")
    desk.do(choose_scenario, load_guide().packs["SC1"], rehearsal_id="R")
    desk.do(learn_lesson, "R", "Rosa Anders should have rung us.")
    wait_for(page)
    return page


@pytest.mark.parametrize(("button", "papers"), [(EVEN_SO, 1), ("Leave it", 0)])
def test_a_debrief_in_which_somebody_can_be_known_is_asked_about_first(
    console: Console, told_on: DocumentsPage, button: str, papers: int
) -> None:
    told_on.write(["debrief:R"])
    (box,) = told_on.findChildren(QMessageBox)
    assert box.text().startswith(SOMEBODY)
    assert "Rosa" in box.informativeText()
    assert files(console) == []
    next(each for each in box.buttons() if each.text() == button).click()
    wait_for(told_on)
    assert len(files(console)) == papers


def test_all_of_them_are_written_at_once(console: Console, page: DocumentsPage) -> None:
    console.desk.do(choose_scenario, load_guide().packs["SC1"], rehearsal_id="R")
    wait_for(page)
    ready = [each for each in page._papers if not each.not_yet]
    page.all.click()
    wait_for(page)
    assert len(files(console)) == len(ready) > 1
    assert page.before.written.text() == f"{len(ready)} documents are written."


def test_another_form_is_written_beside(console: Console, page: DocumentsPage) -> None:
    offered = [form for form, button in page.choosing.forms.items() if not button.isHidden()]
    assert offered == ["HTML", "CSV", "JSON", "SQLite", "Calendar"]
    page.choosing.forms["HTML"].click()
    wait_for(page)
    assert [Path(name).suffix for name in files(console)] == [".html"]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("CSV", "the-board-tables-v0-1.zip"),
        ("JSON", "the-board-data-v0-1.json"),
        ("SQLite", "the-board-data-v0-1.sqlite"),
        ("Calendar", "the-board-dates-v0-1.ics"),
    ],
)
def test_the_data_of_the_workshop_is_written_beside_it(
    console: Console, page: DocumentsPage, form: str, name: str
) -> None:
    page.choosing.forms[form].click()
    wait_for(page)
    assert files(console) == [name]
    assert name in page.before.written.text()


def test_stopped_between_two_documents_it_says_how_many_are_whole(
    console: Console, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.desk.do(choose_scenario, load_guide().packs["SC1"], rehearsal_id="R")
    wait_for(page)
    write = ports.write

    def stopped_after(document: object, path: Path, progress: Progress) -> None:
        write(document, path, progress)  # type: ignore[arg-type]
        page.writing.stop()

    monkeypatch.setattr(ports, "write", stopped_after)
    page.write_all()
    wait_for(page)
    assert len(files(console)) == 1
    assert page.before.written.text() == "Stopped. 1 document is written."
