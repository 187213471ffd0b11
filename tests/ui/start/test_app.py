"""The app: the start page, a new workshop, files that cannot be opened, settings."""

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from facilitator.stages.gather import name_workshop
from sessions.library import Library
from sessions.session import Session
from ui.app import Facilitator
from ui.preferences import take_text_size
from ui.start.new_workshop import NewWorkshop, NewWorkshopDialog
from ui.start.settings_dialog import SettingsDialog
from ui.theme.palette import apply_theme
from ui.theme.tokens import ARMS_LENGTH, BODY


def boxes() -> list[str]:
    """What the boxes that are open say."""
    return [w.text() for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)] + [
        w.text() for w in QApplication.allWidgets() if isinstance(w, QMessageBox)
    ]


def new(group: str = "Ashby Board") -> NewWorkshop:
    return NewWorkshop("purpose", group, "Ashby", "Why us?", "2026-11-23")


def test_the_page_is_filled_once_it_has_been_painted(app: Facilitator, qtbot: QtBot) -> None:
    app.show_start()
    qtbot.waitUntil(lambda: app.start.recent is not None)
    recent = app.start.recent
    assert recent is not None
    # It is put in place first, and says that nothing is there once the folder has been read.
    qtbot.waitUntil(recent.empty.isVisible)

    assert app.start.cards[0].accessibleName().startswith("Full journey")


def test_a_workshop_may_begin_under_the_chatham_house_rule(app: Facilitator) -> None:
    app.begin(replace(new(), chatham_house=True))
    assert app.console is not None

    assert app.console.desk.workshop.chatham_house


def test_a_workshop_begins_in_a_file_of_its_own(app: Facilitator) -> None:
    app.begin(new())

    assert app.console is not None
    assert app.console.desk.workshop.about.place == "Ashby"
    assert app.console.desk.workshop.about.stages == ("gather", "purpose")
    assert len(list(app.library.folder.glob("*.workshop"))) == 1


def test_going_home_lists_the_workshop_and_lets_the_file_go(app: Facilitator, qtbot: QtBot) -> None:
    app.show_start()
    qtbot.waitUntil(lambda: app.start.recent is not None)
    app.begin(new())
    assert app.console is not None
    path = app.console.desk.session.path

    app.go_home()

    assert app.console is None
    assert app.start.isVisible()
    assert app.start.recent is not None
    assert app.start.recent.table.current_id() in ("", str(path))
    assert app.start.recent.table.model().rowCount() == 1
    Session.open(path).close()


def test_a_file_that_is_not_a_workshop_is_said_in_plain_words(
    app: Facilitator, tmp_path: Path
) -> None:
    other = tmp_path / "holiday.workshop"
    other.write_bytes(b"not a workshop at all" * 50)

    app.open_file(other)

    assert app.console is None
    assert any("holiday.workshop" in words for words in boxes())
    assert other.read_bytes() == b"not a workshop at all" * 50


def test_a_workshop_that_is_open_elsewhere_is_said_in_plain_words(
    app: Facilitator, tmp_path: Path
) -> None:
    path = tmp_path / "busy.workshop"
    with Session.create(path) as session:
        session.do(name_workshop, "T", "G", "P")
        app.open_file(path)

    assert app.console is None
    assert any("busy.workshop" in words for words in boxes())


def test_one_that_cannot_be_read_is_listed_with_the_reason(app: Facilitator, qtbot: QtBot) -> None:
    app.library.folder.mkdir()
    (app.library.folder / "torn.workshop").write_bytes(b"torn")
    app.show_start()
    qtbot.waitUntil(lambda: app.start.recent is not None)

    assert app.start.recent is not None
    model = app.start.recent.table.model()
    assert "torn.workshop" in model.index(0, 3).data()
    assert model.index(0, 4).data() == "Why?"


def test_the_sample_opens_with_its_agreement_made(app: Facilitator) -> None:
    app.open_sample()

    assert app.console is not None
    assert len(app.console.desk.workshop.contributions) == 40


def test_the_form_needs_a_group_and_says_so(qtbot: QtBot) -> None:
    dialog = NewWorkshopDialog("purpose", "Purpose")
    qtbot.addWidget(dialog)
    begun: list[NewWorkshop] = []
    dialog.begun.connect(begun.append)
    dialog.show()

    qtbot.keyClick(dialog.group, Qt.Key.Key_Return)
    assert "Name the group" in dialog.notice.sentence()
    assert not begun

    qtbot.keyClicks(dialog.group, "Ashby Board")
    qtbot.keyClick(dialog.group, Qt.Key.Key_Return)
    assert [n.group for n in begun] == ["Ashby Board"]


def test_another_folder_is_remembered_and_nothing_is_moved(
    app: Facilitator, tmp_path: Path, settings: Path, qtbot: QtBot
) -> None:
    app.show_start()
    qtbot.waitUntil(lambda: app.start.recent is not None)
    elsewhere = tmp_path / "elsewhere"

    app.preferences.keep_workshops_in(elsewhere)

    assert Library.of_this_person().folder == elsewhere
    assert str(elsewhere) in settings.read_text("utf-8")


def test_larger_words_are_remembered_for_the_next_start(
    app: Facilitator, qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = SettingsDialog(app.library.folder, BODY)
    qtbot.addWidget(dialog)
    dialog.body_chosen.connect(app.preferences.set_text_size)
    dialog.far.setChecked(True)
    assert qapp.font().pixelSize() == ARMS_LENGTH

    apply_theme(qapp)
    take_text_size(qapp)
    assert qapp.font().pixelSize() == ARMS_LENGTH
    apply_theme(qapp)


def test_the_sound_of_news_is_remembered_from_the_settings_and_from_the_page(
    app: Facilitator, settings: Path, qtbot: QtBot
) -> None:
    app.preferences.set_sound(False)
    assert json.loads(settings.read_text("utf-8"))["sound"] is False
    app.open_sample()
    assert app.console is not None
    assert app.console.desk.focus.quiet
    app.console.desk.focus_on(quiet=False)
    assert json.loads(settings.read_text("utf-8"))["sound"] is True


def test_the_settings_say_whether_news_sounds(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SettingsDialog(tmp_path, 14, sound=False)
    qtbot.addWidget(dialog)
    chosen: list[bool] = []
    dialog.sound_chosen.connect(chosen.append)
    assert not dialog.sound.isChecked()
    dialog.sound.click()
    assert chosen == [True]
