"""Every field of every page has an address: its own, and the same after a restart."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from facilitator.guide import load_guide
from sessions.session import Session
from ui.attending.draft_places import address_of, is_field
from ui.console.car_park import CarParkDialog
from ui.console.go_to import GoToDialog
from ui.console.keeping import KeepingDialog
from ui.console.stage_floor import PAGES
from ui.desk import Desk
from ui.notes.window import NotesWindow
from ui.packs.editor import PackEditor
from ui.room.window import RoomWindow
from ui.stages.agreement.forms import AssentForm
from ui.stages.capture.edit_card import CardEditor
from ui.start.new_workshop import NewWorkshopDialog

GUIDE = load_guide()
STEPS = [(stage, step) for stage in GUIDE.stages.values() for step in stage.steps]
Board = Callable[..., list[str]]


def fields(within: QWidget) -> list[QWidget]:
    return [each for each in within.findChildren(QWidget) if is_field(each)]


def addresses(desk: Desk) -> list[str]:
    """Of every field of every page."""
    found = []
    for stage, step in STEPS:
        page = PAGES[stage.id](desk, stage, step, None)
        page.show_workshop(desk.workshop)
        found += [address_of(field) for field in fields(page)]
        page.deleteLater()
    return found


def test_no_two_fields_of_the_pages_have_one_address(
    desk: Desk, session: Session, a_board: Board
) -> None:
    a_board(session)
    found = addresses(desk)

    assert len(found) > 100
    assert [each for each, many in Counter(found).items() if many > 1] == []


def test_the_pages_of_another_start_have_the_same_addresses(
    desk: Desk, session: Session, a_board: Board
) -> None:
    a_board(session)

    assert addresses(desk) == addresses(desk)


@pytest.mark.parametrize("window", [CarParkDialog, KeepingDialog, NotesWindow, GoToDialog])
def test_no_two_fields_of_a_window_have_one_address(desk: Desk, window: type[QWidget]) -> None:
    made = GoToDialog([], None) if window is GoToDialog else window(desk)  # type: ignore[call-arg]
    found = [address_of(field) for field in fields(made)]

    assert len(set(found)) == len(found)
    assert bool(found) == (window is not GoToDialog)
    made.deleteLater()


def test_what_is_asked_of_a_new_workshop_has_four_addresses(qtbot: object) -> None:
    dialog = NewWorkshopDialog("full", "A day")

    assert len({address_of(field) for field in fields(dialog)}) == 4
    dialog.deleteLater()


def test_a_form_that_asks_another_organisation_is_another_place(
    desk: Desk, session: Session, a_board: Board
) -> None:
    a_board(session)
    form = AssentForm(desk)
    form.organisation = "org-1"
    first = address_of(form.reservation)
    form.organisation = "org-2"

    assert address_of(form.reservation) != first
    form.organisation = "org-1"
    assert address_of(form.reservation) == first
    form.deleteLater()


def test_a_card_that_is_corrected_is_a_place_of_its_own(desk: Desk) -> None:
    editor = CardEditor(desk)
    found = set()
    for card in ("a", "b"):
        editor._card = card
        found.add(address_of(editor.words))

    assert len(found) == 2
    editor.deleteLater()


def test_an_address_says_nothing_of_what_a_field_is_asked(qapp: object) -> None:
    window = QWidget()
    line = QLineEdit(window)
    line.setAccessibleName("What does Zebedee say?")

    assert "Zebedee" not in address_of(line)


def test_figures_passwords_and_what_is_only_read_are_no_drafts(qapp: object) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    for each in (QSpinBox(), QLineEdit(), QLineEdit()):
        column.addWidget(each)
    shown, secret = window.findChildren(QLineEdit)[-2:]
    shown.setReadOnly(True)
    secret.setEchoMode(QLineEdit.EchoMode.Password)

    assert fields(window) == []


def test_the_rooms_window_has_no_field_at_all(desk: Desk) -> None:
    window = RoomWindow()

    assert fields(window) == []
    window.deleteLater()


def test_the_editor_of_packs_keeps_its_own_drafts(desk: Desk) -> None:
    editor = PackEditor(desk.packs, next(iter(GUIDE.packs.values())))

    assert fields(editor) == []
    editor.deleteLater()
