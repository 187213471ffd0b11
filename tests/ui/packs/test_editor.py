"""The editor: what it shows and lists, each through its own widgets and keys."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from facilitator.guide import Inject, Option, ScenarioPack
from facilitator.guide.scenario import DecisionPoint
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.packs.conftest import Open
from tests.ui.walk.hands import Hands, read
from ui.packs.editor import PackEditor

SECTIONS = range(5)


def missing(editor: PackEditor) -> list[str]:
    table = editor.checks.table
    return [str(table.model().index(row, 1).data()) for row in range(table.model().rowCount())]


@pytest.mark.parametrize("number", SECTIONS)
def test_every_control_has_a_name_and_nothing_is_cut(
    opened: Open, street: ScenarioPack, hands: Hands, number: int
) -> None:
    editor = opened(street)
    editor.show_section(number)
    for _pane in range(3):
        hands.press("F6")
        assert unnamed(editor) == []
        assert clipped(editor) + cut_off(editor) == []


def test_it_fits_on_a_small_laptop(opened: Open, street: ScenarioPack) -> None:
    size = opened(street).size()
    assert size.width() <= 1366
    assert size.height() <= 768 - 40


@pytest.mark.parametrize("number", SECTIONS)
def test_an_empty_pack_is_shown_without_a_fault(
    opened: Open, blank: ScenarioPack, number: int
) -> None:
    editor = opened(blank)
    editor.show_section(number)
    assert unnamed(editor) == []
    assert editor.pack == blank


def test_long_words_and_many_rows_are_shown_whole(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    long = "Word by word " * 200
    many = tuple(
        Inject(id=f"I{n}", at_min=n // 2, arrives_as="Call", to="Everyone", text=long, title=long)
        for n in range(200)
    )
    points = tuple(
        DecisionPoint(id=f"D{n}", at_min=n, question=long, options=(Option(id="a", title=long),))
        for n in range(50)
    )
    editor = opened(
        replace(street, title=long, situation=long, injects=many, decision_points=points)
    )
    for number in SECTIONS:
        editor.show_section(number)
        hands.settle()
        hands.settle()
        assert clipped(editor) + cut_off(editor) == []
    assert len(editor.pack.injects) == 200


def test_what_is_typed_is_in_the_room_s_picture_at_once(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.press("Ctrl+3")
    hands.press("Down")
    hands.tab_to("What it says")
    hands.write("She rings the bell.")
    said = editor.room.picture.accessibleDescription()
    assert "She rings the bell." in said
    assert "at minute 41" in editor.room.about.text()


def test_what_one_role_alone_hears_is_on_a_slip_and_not_on_the_room_s_screen(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.press("Ctrl+3")
    private = editor.pack.injects[0]
    assert not private.for_everyone
    assert private.text not in editor.room.picture.accessibleDescription()
    assert private.text in read(editor.room.slip)
    assert "To Ward councillor alone" in editor.room.about.text()


def test_the_question_is_in_the_room_s_picture(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.press("Ctrl+4")
    assert "Sign, pause, or move?" in editor.room.picture.accessibleDescription()


def test_the_card_is_that_of_the_role_in_hand(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.press("Ctrl+2", "Down", "Down")
    shown = read(editor.card)
    assert "Public health director" in shown
    assert street.note_on("Public health director").brief in shown


def test_the_minutes_list_everything_in_its_order(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.press("Ctrl+5")
    model = editor.minutes.table.model()
    minutes = [int(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert minutes == [28, 41, 48, 52, 52, 56, 64]


def test_a_fault_is_listed_while_it_is_there_and_gone_when_it_is_mended(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.press("Ctrl+A", "Del")
    assert "The title is empty." in missing(editor)
    hands.type("Harbour")
    assert "The title is empty." not in missing(editor)


def test_enter_on_what_is_missing_goes_to_its_field(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    injects = tuple(replace(i, text="") if i.id == "SC3-I5" else i for i in street.injects)
    editor = opened(replace(street, injects=injects))
    assert missing(editor)[0] == "Inject 4: the text is empty."
    editor.checks.table.setFocus(Qt.FocusReason.OtherFocusReason)
    hands.press("Home", "Return")
    assert hands.name == "What it says"
    assert editor.sections[2].row == "SC3-I5"


def test_a_click_on_what_is_missing_goes_to_its_option(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    first, second = street.decision_points
    bare = replace(second, options=(*second.options, Option(id="x", title="")))
    editor = opened(replace(street, decision_points=(first, bare)))
    assert missing(editor)[0] == "Decision 2, option 4: the title is empty."
    editor.checks.table.clicked.emit(editor.checks.table.model().index(0, 1))
    assert hands.name == "Option"
    assert editor.sections[3].row == second.id
    hands.type("Wait")
    assert editor.pack.decision_points[1].options[3].title == "Wait"


def test_ctrl_z_takes_back_what_was_typed_and_goes_there(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.write("Harbour")
    hands.press("Ctrl+2", "Del")
    assert len(editor.pack.roles) == 5
    hands.press("Ctrl+5", "Ctrl+Z")
    assert editor.pack.roles == street.roles
    assert editor.section() is editor.sections[1]
    hands.press("Ctrl+Z")
    assert editor.pack == street
    assert hands.name == "Title"
    hands.press("Ctrl+Shift+Z")
    assert editor.pack.title == "Harbour"


def test_ctrl_z_in_a_field_with_a_past_of_its_own_is_the_pack_s(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.tab_to("Situation")
    hands.write("It rains.")
    hands.press("Ctrl+Z")
    assert editor.pack.situation == street.situation
    hands.press("Ctrl+3")
    hands.tab_to("Minute")
    hands.write("33")
    assert 33 in [i.at_min for i in editor.pack.injects]
    hands.press("Ctrl+Z")
    assert editor.pack == street


def test_the_minute_of_an_inject_cannot_be_outside_the_stage(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.press("Ctrl+3")
    hands.tab_to("Minute")
    hands.write("999")
    assert all(0 <= i.at_min < 120 for i in editor.pack.injects)


def test_rows_are_added_moved_and_removed_by_keys(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.press("Ctrl+2", "Alt+Down")
    assert editor.pack.roles[:2] == ("Recovery group member", "Ward councillor")
    hands.press("Alt+Up", "Alt+Up")
    assert editor.pack.roles == street.roles
    hands.press("Del")
    assert editor.pack.roles == street.roles[1:]
    hands.press("N")
    assert hands.name == "Name of the role"
    hands.type("Mayor")
    assert editor.pack.roles[-1] == "Mayor"


def test_a_letter_in_a_field_adds_no_row(opened: Open, street: ScenarioPack, hands: Hands) -> None:
    editor = opened(street)
    hands.press("Ctrl+3")
    hands.tab_to("Title")
    hands.write("N and another N")
    assert len(editor.pack.injects) == len(street.injects)
    assert editor.pack.injects[0].title == "N and another N"


def test_a_space_while_typing_stays_where_it_is(
    opened: Open, blank: ScenarioPack, hands: Hands
) -> None:
    editor = opened(blank)
    hands.type("On the ")
    hands.type("quay")
    hands.tab_to("Facts")
    hands.type("One")
    hands.press("Return")
    hands.type("Two")
    assert editor.pack.title == "On the quay"
    assert editor.pack.facts == ("One", "Two")
