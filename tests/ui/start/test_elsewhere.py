"""A stick that is pulled out, a disk that is full: the room goes on, and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from facilitator.board import capture
from facilitator.stages.gather import name_workshop
from sessions.library import look
from sessions.problems import Damaged, Full
from sessions.session import Session
from ui.app import Facilitator
from ui.attending.elsewhere import SAVED
from ui.attending.not_saved import GO_ON, STILL_HERE, NotSavedBar

STEP = ("purpose", "why-bother")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A workshop on a stick."""
    path = tmp_path / "stick" / "ashby.workshop"
    path.parent.mkdir()
    with Session.create(path) as session:
        session.do(name_workshop, "Why us?", "Ashby Board", "Ashby", "2026-11-23", ("purpose",))
        session.do(capture, "Kept on the stick", *STEP)
    return path


def boxes() -> list[QMessageBox]:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    return [w for w in found if w.isVisible()]


def bar(app: Facilitator) -> NotSavedBar:
    assert app.console is not None
    (found,) = app.console.findChildren(NotSavedBar)
    return found


def pulled_out(path: Path) -> None:
    path.parent.rename(path.parent.with_name("gone"))


def put_in_again(path: Path) -> None:
    path.parent.with_name("gone").rename(path.parent)


def test_the_words_that_could_not_be_kept_stay_in_their_field_and_it_goes_on_elsewhere(
    app: Facilitator, stick: Path, tmp_path: Path
) -> None:
    app.open_file(stick)
    assert app.console is not None
    desk = app.console.desk
    desk.do(capture, "Kept before", *STEP)
    pulled_out(stick)

    assert desk.do(capture, "Said just now", *STEP) is None
    shown = bar(app)
    assert shown.isVisible()
    assert shown.title.text().startswith(
        f"Not saved since {shown.since}: “ashby.workshop” was moved"
    )
    assert (shown.words.text(), shown.go_on.text()) == (STILL_HERE, GO_ON)
    assert boxes() == []
    app.attending.elsewhere.go_on(desk, tmp_path / "disk")

    assert not shown.isVisible()
    assert desk.do(capture, "Said just now", *STEP) is not None
    path = desk.session.path
    assert path.parent == tmp_path / "disk"
    assert app.console.status.text() == "" or str(path) in app.console.status.text()
    app.go_home()
    texts = look(path)
    assert texts.contributions == 3
    with Session.open(path) as again:
        found = {c.text for c in again.workshop.contributions.values()}
    assert found == {"Kept on the stick", "Kept before", "Said just now"}


def test_one_bar_says_it_and_since_when_it_was_first_so(app: Facilitator, stick: Path) -> None:
    app.open_file(stick)
    assert app.console is not None
    pulled_out(stick)
    app.console.desk.do(capture, "Card", *STEP)
    bar(app)._since = "09:15"
    for number in range(5):
        app.console.desk.do(capture, f"Card {number}", *STEP)

    assert bar(app).title.text().startswith("Not saved since 09:15: ")


def test_a_stick_that_is_put_in_again_is_gone_on_with_by_itself(
    app: Facilitator, stick: Path
) -> None:
    app.open_file(stick)
    assert app.console is not None
    desk = app.console.desk
    pulled_out(stick)
    assert desk.do(capture, "Said meanwhile", *STEP) is None
    app.attending.elsewhere.try_again()
    assert bar(app).isVisible()

    put_in_again(stick)
    app.attending.elsewhere.try_again()

    assert not bar(app).isVisible()
    assert app.console.status.text() == SAVED
    assert not app.attending.elsewhere._again.isActive()
    assert desk.do(capture, "Said meanwhile", *STEP) is not None


def test_what_is_kept_after_all_takes_the_bar_away(app: Facilitator, stick: Path) -> None:
    app.open_file(stick)
    assert app.console is not None
    desk = app.console.desk
    pulled_out(stick)
    desk.do(capture, "Said meanwhile", *STEP)
    put_in_again(stick)

    desk.do(capture, "Said meanwhile", *STEP)

    assert not bar(app).isVisible()


def test_a_workshop_that_is_closed_in_trouble_is_tried_no_longer(
    app: Facilitator, stick: Path
) -> None:
    app.open_file(stick)
    assert app.console is not None
    pulled_out(stick)
    app.console.desk.do(capture, "Said meanwhile", *STEP)
    app.go_home()

    assert not app.attending.elsewhere._again.isActive()


def test_a_place_that_will_not_do_is_said_and_asked_again(
    app: Facilitator, stick: Path, tmp_path: Path
) -> None:
    app.open_file(stick)
    assert app.console is not None
    desk = app.console.desk
    pulled_out(stick)
    (tmp_path / "file").write_text("not a folder")

    app.attending.elsewhere.go_on(desk, tmp_path / "file")

    assert "could not be saved" in bar(app).title.text()
    assert desk.session.path == stick


def test_damage_offers_no_other_place(app: Facilitator, stick: Path) -> None:
    app.open_file(stick)
    assert app.console is not None
    app.attending.elsewhere.explain(app.console.desk, Damaged.file(stick))

    assert [b.text() for b in boxes()[0].buttons()] == ["OK"]


def test_a_full_disk_lets_go_of_what_it_held_back(
    app: Facilitator, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.open_file(stick)
    assert app.console is not None
    session = app.console.desk.session
    assert session.reserve is not None
    (stick.parent / ".room-for-words").write_bytes(b"room")
    append = session._store.append
    calls: list[int] = []

    def full_once(*arguments: object) -> None:
        calls.append(1)
        if len(calls) == 1:
            raise Full.file(stick)
        append(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(session._store, "append", full_once)
    assert app.console.desk.do(capture, "Said on a full disk", *STEP) is not None

    assert not (stick.parent / ".room-for-words").exists()
    assert boxes() == []
